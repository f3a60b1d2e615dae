// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/messages.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// One intraclass correlation: the share of the spread of ratings that is between children.
struct IntraclassCorrelation
{
    const char* type = "";          // ICC1 … ICC3k
    std::optional<double> estimate; // may be negative
    std::optional<double> f, p;     // against no spread between children
    double df1 = 0, df2 = 0;
    std::optional<double> lower, upper; // 95 %, from F
};

// The six of Shrout & Fleiss 1979, with the intervals of McGraw & Wong 1996:
//   ICC1   each child rated by other raters      ICC1k  the mean of k such ratings
//   ICC2   the same raters, of many there are    ICC2k
//   ICC3   these raters and no others            ICC3k
struct Reliability
{
    std::size_t children = 0, raters = 0;
    double betweenChildren = 0, betweenRaters = 0, left = 0; // mean squares
    std::array<IntraclassCorrelation, 6> cases;
    std::optional<Message> undefined; // why there is nothing
    std::vector<Message> notes;
};

// One span a rater, all of the same length, finite: what each gave each child.
Reliability intraclassCorrelations(std::span<const std::span<const double>> raters);

} // namespace twelvefold::statistics
