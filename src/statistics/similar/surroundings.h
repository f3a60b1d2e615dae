// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/comparators.h"
#include "statistics/similar/wide_pairs.h"

#include <functional>
#include <optional>
#include <span>
#include <stop_token>

namespace twelvefold::statistics {

// What is around every child of a table, found in one go: who is similar, what they cost, and how
// many pairs are so many times apart in cost.
struct Surround
{
    bool comparators = true; // tell of each child's; else pairs are only counted
    bool listed = false;     // and who they are
    // List the pairs from this ratio on, above 1; 0: none.
    double wideFrom = 0;
};
struct AllAround
{
    PairCounts counts;
    std::optional<WidePairs> wide; // nothing where they would be more than some millions
};
// Calls take(row, comparators) once for each usable row, from several threads at once.
AllAround surround(const ProfileTable& table, const Likeness& likeness,
                   std::span<const double> ratios, Surround what,
                   const std::function<void(std::size_t, const Comparators&)>& take,
                   std::stop_token stop);

} // namespace twelvefold::statistics
