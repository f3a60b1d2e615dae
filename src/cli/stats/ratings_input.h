// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/stats/input.h"

#include <optional>
#include <string>
#include <vector>

namespace twelvefold::cli {

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
Ratings ratingsOf(const std::string& csv, const std::vector<std::string>& names,
                  bool mustBeNumbers);

} // namespace twelvefold::cli
