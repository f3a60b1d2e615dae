// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/similar/similar_need.h"

// Similar-need pairs by looking at every pair: what the search is held against.
namespace twelvefold::tests {

// All pairs within the tolerance, in order.
std::vector<analysis::Pair> everyPair(const analysis::ProfileTable& table,
                                      const analysis::Likeness& likeness);
// Greedily from the first, each child once.
std::vector<analysis::Pair> eachOnce(const std::vector<analysis::Pair>& ordered);

} // namespace twelvefold::tests
