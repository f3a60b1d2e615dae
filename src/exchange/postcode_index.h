// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/grid.h"
#include "domain/result.h"
#include "files/own_file.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// Where postcodes lie, from the directory that the Office for National Statistics publishes: a
// table of some 2.7 million rows, gone over once and kept as an index of 16 bytes a postcode.
// Nothing of a child is in it, and nobody is asked anything over a network.
namespace twelvefold::exchange {

using namespace twelvefold::domain;

// Whether the first lines of a file are those of such a directory. Only they are read.
bool isPostcodeDirectory(const std::filesystem::path& file);

struct PostcodePlace
{
    GridPoint point;
    bool isInEngland = false;
};

// An index on the disk, of which a table of every 256th postcode is held in memory. Not for two
// threads at once.
class PostcodeIndex
{
public:
    // Refused where there is none, or it is no index.
    static Result<PostcodeIndex> open(const std::filesystem::path& file);

    std::int64_t size() const { return m_count; }
    // Whatever its blanks and capitals. Nothing: it is no postcode, or has no place on the grid of
    // Great Britain (Northern Ireland has a grid of its own).
    std::optional<PostcodePlace> find(std::string_view postcode) const;

private:
    files::Descriptor m_file;
    std::int64_t m_count = 0;
    std::vector<std::uint64_t> m_first; // of each block
};

// What became of a directory's rows.
struct DirectoryRows
{
    std::int64_t rows = 0;
    std::int64_t taken = 0;
    std::int64_t withoutPlace = 0; // no place on the grid: kept out
    std::int64_t again = 0;        // a postcode that an earlier row has
    std::int64_t unreadable = 0;   // no postcode, or places that are no numbers
};
// Makes the index of a directory, in the place of an earlier one. `progress` is told which part of
// the file has been read, from 0 to 1. Stopped or refused, an earlier one stays. A file in which
// nothing can be read is refused.
Result<DirectoryRows> makePostcodeIndex(const std::filesystem::path& from,
                                        const std::filesystem::path& to,
                                        const std::function<void(double)>& progress = {},
                                        std::stop_token stop = {});

// The distance from home to a placement that the return's users work out: nothing where either is
// not known, or home is not in England.
std::optional<double> milesFromHome(const PostcodeIndex& index, std::string_view home,
                                    std::string_view placement);

} // namespace twelvefold::exchange
