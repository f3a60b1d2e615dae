// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/options.h"
#include "domain/cohort.h"

#include <optional>
#include <span>
#include <vector>

namespace twelvefold::analysis {

// The children of a cohort whose needs are similar to a profile that is still being written.
struct SimilarChildren
{
    std::size_t domains = 0; // that have a level, and are compared
    std::vector<std::size_t>
        rows; // nearest first, then by row; each has a level in all those domains
    bool nearestInstead = false; // fewer than 5 within the tolerance: the 10 nearest
    double farthest = 0;         // distance of the last of them, in levels
    std::size_t withCost = 0;    // of them, with a weekly cost above zero
    std::optional<double> median, lowerQuartile, upperQuartile; // of those, in pounds a week
};

// Compares the domains that have a level, one a domain of the cohort's framework, by the metric and
// tolerance of the options; across all settings. The child being written about is left out. Without
// any level, or with options that have a fault(), nobody is similar.
SimilarChildren similarChildren(const domain::Cohort& cohort,
                                std::span<const std::optional<int>> levels, const Options& options,
                                domain::ChildId leaveOut);

} // namespace twelvefold::analysis
