// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/paid_care.h"

#include <optional>
#include <stop_token>

namespace twelvefold::analysis {

// A share of the spread of log weekly cost between children.
struct CostShare
{
    double share = 0;
    std::optional<double> lower, upper; // 95 % BCa; absent until resampled
};

// Of fewer children in paid care nothing is split into need, kind of placement and price, in no
// sentence, picture, table or file.
inline constexpr std::size_t kFewestToSplit = 100;

// What the difference in cost between children goes with, in the order in which it is decided: need
// first, then the kind of placement chosen at that need, then the price within the kind and
// whatever is not recorded. The three sum to 1, and their intervals come from the same resamples.
// Where children are too few (under 100), or of one kind, only need's share is told (from 30), and
// undefined says why not the others.
struct CostShares
{
    std::size_t n = 0;
    std::optional<CostShare> need, placement, price;
    // Need's share if total need were scored without noise, at most all: where that is known. What
    // it gains, the placement loses.
    std::optional<double> needWithoutNoise;
    std::optional<Message> undefined;
    Trace trace;
};

// Among children whose need and age leave it open whether they live in residential care (a chance
// of a tenth to nine tenths): how many do, and how many times the cost of the others at the same
// need theirs is.
struct SameNeed
{
    std::size_t n = 0, residential = 0;
    std::optional<double> leastNeed, mostNeed; // their totals: the middle nine tenths
    std::optional<double> ratio, lower, upper; // 95 %, robust to unequal spread
    std::optional<Message> undefined;
    Trace trace;
};

// Why the cost of a single child is not split: all paid care of the day is what it rests on.
std::optional<Message> whyNotSplit(const PaidCare& care);

// Of the cohort's children in paid care; reliability: how reliably their total need is scored,
// above 0 and at most 1, if known.
CostShares costShares(const domain::Cohort& cohort, const PaidCare& care,
                      std::optional<double> reliability = {});
SameNeed sameNeed(const domain::Cohort& cohort, const PaidCare& care);

// Adds the intervals. False, and nothing added, when a stop was asked for.
bool addShareIntervals(const domain::Cohort& cohort, const PaidCare& care, const Options& options,
                       CostShares& shares, std::stop_token stop);

} // namespace twelvefold::analysis
