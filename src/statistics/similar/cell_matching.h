// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/similar_need.h"

#include <optional>

namespace twelvefold::statistics {

// Every pair from a ratio above 1 on, each child in one at most, as widestPairsEachChildOnce()
// lists them: for large cohorts, where children with the very same needs are many. They want the
// same partners, so that only one of them need look for one at a time. Costs that differ must be so
// far apart, as pence are, that their ratios to a third differ too.
//
// Nothing where profiles are no small levels, domains weigh differently, or it was told to stop.
std::optional<std::vector<Pair>> matchCells(const ProfileTable& table, const Likeness& likeness,
                                            double minRatio, std::stop_token stop);

} // namespace twelvefold::statistics
