// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace twelvefold::cli {

// A column of numbers or, where any cell is something else, of categories.
struct AnyColumn
{
    std::string name;
    std::vector<double> values;      // of numbers
    std::vector<int> codes;          // of categories: indices into levels
    std::vector<std::string> levels; // in the order of coded(); empty for numbers

    bool categories() const { return !levels.empty(); }
};

struct AnyColumns
{
    std::vector<AnyColumn> columns;
    std::size_t n = 0;        // rows in which every column has something
    std::size_t excluded = 0; // rows with a value missing
};

// The named columns of a CSV file. Those in `categories` are categories even if all are numbers.
AnyColumns anyColumnsOf(const std::string& csv, const std::vector<std::string>& names,
                        const std::vector<std::string>& categories = {});

} // namespace twelvefold::cli
