// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace twelvefold::cli {

// The columns of a table that a method works on: the rows in which every one of them has a number.
struct Columns
{
    std::vector<std::string> names;
    std::vector<std::vector<double>> values; // one a name
    std::vector<std::string> labels;         // what the rows' groups are called, where asked for
    std::vector<std::size_t> rows;           // which rows of the table these are, from 1
    std::size_t excluded = 0;                // rows with a value missing

    std::size_t n() const { return rows.size(); }
};

// Reads a CSV file and takes the named columns out of it; all columns where no name is given. A
// blank or NA is missing; any other cell that is not a plain number ends the command.
// The column of labels, if one is named, may hold any text.
Columns columnsOf(const std::string& csv, std::vector<std::string> names,
                  const std::string& labels = {});

// Labels as codes. The groups come as numbers do where all are numbers, else as letters do.
struct Coded
{
    std::vector<std::string> names; // by code
    std::vector<std::uint32_t> codes;
};
Coded coded(const std::vector<std::string>& labels);

// What raters gave, a column each: cells[row][rater], nothing where it is missing.
struct Ratings
{
    std::vector<std::string> names;
    std::vector<std::vector<std::optional<double>>> cells;

    // The rows in which every rater has a rating.
    Columns complete() const;
};

// As columnsOf, but a row with a rating missing is kept. Unless ratings must be numbers, one that
// is not makes all of them categories, numbered in the order of their texts.
Ratings ratingsOf(const std::string& csv, std::vector<std::string> names, bool mustBeNumbers);

} // namespace twelvefold::cli
