// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cost_line.h"
#include "domain/records.h"
#include "domain/result.h"
#include "domain/setting.h"
#include "exchange/listing.h"
#include "files/output_file.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// Other people's files as typed rows plus a list of problems. Nothing here touches a store.
namespace twelvefold::exchange {

using namespace twelvefold::domain;

enum class FileKind
{
    header,
    episodes,
    oc2,
    finance,
    otherReturnTable,
    unrecognised
};
const char*
token(FileKind kind);     // "ssda903_header", "ssda903_episodes", "ssda903_oc2", "finance", …
Word word(FileKind kind); // "Statutory return: header", for people

struct HeaderRow
{
    std::int64_t row = 0; // the line's number in the file, headings being 1
    std::string localId;
    Sex sex = Sex::unspecified;
    std::optional<Date> born;
    std::string ethnicity;
    SensitiveText upn;
};
struct EpisodeRow
{
    std::int64_t row = 0;
    std::string localId;
    Episode episode; // child and id not set
};
struct Oc2Row
{
    std::int64_t row = 0;
    std::string localId;
    std::vector<std::pair<std::string, double>> values; // measure code, value
};
struct FinanceRow
{
    std::int64_t row = 0;
    std::string localId;
    CostLine line; // ids not set
    std::string providerName;
    std::string urn;
    std::optional<Setting> setting;
};

// One file read. rows = the rows below the headings that were not entirely blank; each is either in
// exactly one of the vectors or rejected with at least one problem of severity rejection. A table
// of the return that is not used here has no rows: a problem of severity information says how many
// were left aside. Nor has a file that is refused: one problem of Action::fileRejected says why.
//
// Within one file no two header or OC2 rows are of the same child, no two episodes of a child and
// return year say the same, and no two finance rows say the same in every cell.
struct ReadFile
{
    std::filesystem::path path;
    std::string name;   // without its folder
    std::string sha256; // hexadecimal, of the bytes
    FileKind kind = FileKind::unrecognised;
    std::optional<int> returnYear; // asked for, or worked out from this file's own dates
    std::int64_t rows = 0;
    std::int64_t rejected = 0;
    std::vector<HeaderRow> headers;
    std::vector<EpisodeRow> episodes;
    std::vector<Oc2Row> oc2;
    std::vector<FinanceRow> finance;
    std::int64_t ofUnknownChildren = 0;      // rows rejected as ReadOptions::isKnown wants it
    std::vector<Problem> problems;           // in row order; of one rule the first hundred
    Listing listing;                         // and what there is beyond them
    std::vector<std::string> headings;       // as in the file, for the rejects file
    std::shared_ptr<const std::string> text; // all of it, which the rejects point into
    char separator = ',';
    // The rejected rows as they stood, for the rejects file.
    struct Reject
    {
        std::int64_t row = 0;
        std::string_view raw;
        std::uint32_t reason = 0; // 1 + its place in the listing's; 0: among the problems
    };
    std::vector<Reject> rejects;
};

// Said while reading where it is known by then whom there is, and else when rows meet the store.
inline constexpr MessageKind kUnknownChild{
    "row-unknown-child",
    TWELVEFOLD_TEXT("Message",
                    "The child %1 is neither in the store nor in the files brought in.")};

struct ReadOptions
{
    std::optional<int> returnYear; // the year in which the return ends
    std::optional<Date> today;     // after which dates are still to come; nothing: today's date
    // Whose outcomes and costs are taken; rows of others are rejected. Nothing: everybody's.
    std::function<bool(const std::string& localId)> isKnown{};
};

// What a file is, going by its headings alone.
FileKind kindAt(const std::filesystem::path& path);

// Reads and recognises one file by its headings. Never throws for what is in the file: a file that
// is empty, not text, or not recognised has one problem saying so, with Action::fileRejected.
ReadFile readFile(const std::filesystem::path& path, const SettingTable& settings,
                  const ReadOptions& options = {});

// The same for bytes that are already at hand. What is returned has no path.
ReadFile readBytes(std::string name, std::string_view bytes, const SettingTable& settings,
                   const ReadOptions& options = {});

// The files of a folder that could be read (*.csv, *.txt), or the file itself, sorted by name.
std::vector<std::filesystem::path> filesAt(const std::filesystem::path& path);

std::vector<std::string> cellsOf(const ReadFile& file, const ReadFile::Reject& reject);

// The rejected rows of several files, each with its file, line and reasons before its own cells, as
// a UTF-8 CSV that opens in a spreadsheet.
Result<Done> writeRejects(const std::vector<ReadFile>& files, const std::filesystem::path& to);
// The same, to be put in its place when what it belongs to has come to its end.
domain::Result<files::OutputFile> beginRejects(const std::vector<ReadFile>& files,
                                               const std::filesystem::path& to);

// The compiled-in code table.
const SettingTable& settingTable();

// The compiled-in table of which setting is which kind of placement.
const PlacementKinds& placementKinds();

} // namespace twelvefold::exchange
