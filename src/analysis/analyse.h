// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"

#include <functional>
#include <stop_token>

namespace twelvefold::analysis {

// Everything that can be said of a cohort under some options. Pure: the same input gives the same
// findings bit for bit. Options that have a fault() are refused by an empty result with that
// message in every part; check them first. What paid care goes with and which questions are asked
// is not of the cohort alone, so it is given: without it nothing is said of amounts, and nothing
// asked.
//
// Without resampling (bootstrapReplicates and chanceDraws 0) it is quick enough to follow a slider.
// When a stop is asked for, it returns early with what it has, resampled false.
Findings analyse(const domain::Cohort& cohort, const Options& options, std::stop_token stop = {},
                 OfTheDay day = {});

// Who a child is compared with, nearest first, as in ExpectedCost::comparators: for one child of a
// cohort with so many pairs that the findings do not list them. Empty for a child not compared.
std::vector<std::size_t> comparatorsOf(const domain::Cohort& cohort, const Options& options,
                                       std::size_t row);

// Adds the resampled intervals and chance counts to findings made without them, part by part, the
// quickest first; `ready` is called after each that has something more to follow. When a stop is
// asked for, the parts that are finished stay, and another call works out the ones that are not:
// the result is the same as of one call. `progress` is called from several threads, one at a time.
void resample(const domain::Cohort& cohort, Findings& findings, std::stop_token stop = {},
              const std::function<void(double fraction)>& progress = {},
              const std::function<void(const Findings&)>& ready = {});

} // namespace twelvefold::analysis
