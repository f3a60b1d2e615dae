// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace twelvefold::analysis {

// Which counts of one published row must be withheld, given that their total is published too.
//
// Primary: every count from 1 to threshold − 1. Secondary: further counts, smallest first, until
// at least two are withheld and together they hold at least the threshold, so that the total
// does not give any of them away to within less than the threshold. A zero is withheld only when
// nothing else is left.
std::vector<bool> withheldCounts(std::span<const std::uint64_t> counts, std::uint64_t threshold);

} // namespace twelvefold::analysis
