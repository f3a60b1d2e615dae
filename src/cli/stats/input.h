// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace twelvefold::cli {

class Failure;

// The columns of a table that a method works on: the rows in which every one of them has a value.
struct Columns
{
    std::vector<std::string> names;
    std::vector<std::vector<double>> values; // one a name
    std::vector<std::string> labels;         // what the rows' groups are called, where asked for
    std::vector<std::size_t> rows;           // which rows of the table these are, from 1, rising
    // Where each of those rows stands in `values` and `labels`, or the first of the rows like it;
    // empty where they stand as in the table.
    std::vector<std::size_t> places;
    std::size_t excluded = 0; // rows with a value missing

    std::size_t n() const { return rows.size(); }
};

// Whether the rows come as they stand in the table or in an order of their own (row_order.h).
enum class RowOrder
{
    own,
    table
};

// Reads a CSV file and takes the named columns out of it; all columns where no name is given. A
// blank, NA or another word for it is missing; any other cell that is not a plain number ends the
// command. The column of labels, if one is named, may hold any text. A heading with commas in it
// may have come as several names: they are put together again.
Columns columnsOf(const std::string& csv, std::vector<std::string> names,
                  const std::string& labels = {}, RowOrder order = RowOrder::own);

// Labels as codes. The groups come as numbers do where all are numbers, and labels of the same
// number ("1", "1.0") are one group under the first of its names; else they come as letters do.
struct Coded
{
    std::vector<std::string> names; // by code
    std::vector<std::uint32_t> codes;
};
Coded coded(const std::vector<std::string>& labels);

Failure notANumber(std::size_t row, const std::string& column, const std::string& cell);

// The same columns as text, row after row, blanks and all; NA and other words for it are blank.
struct Texts
{
    std::vector<std::string> names;
    std::vector<std::vector<std::string>> rows;
};
Texts textsOf(const std::string& csv, const std::vector<std::string>& names);

} // namespace twelvefold::cli
