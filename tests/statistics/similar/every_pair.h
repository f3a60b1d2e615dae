// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/similar_need.h"

// Similar-need pairs by looking at every pair: what the search is held against.
namespace twelvefold::tests {

// All pairs within the tolerance, in order.
std::vector<statistics::Pair> everyPair(const statistics::ProfileTable& table,
                                        const statistics::Likeness& likeness);
// Greedily from the first, each child once.
std::vector<statistics::Pair> eachOnce(const std::vector<statistics::Pair>& ordered);

} // namespace twelvefold::tests
