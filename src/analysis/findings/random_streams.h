// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// Which random streams (random.h) the findings draw from, so that no two share one. The intervals'
// resamples use the first four thousand million.
namespace twelvefold::analysis::streams {

inline constexpr std::uint64_t kFolds = std::uint64_t{1} << 32;          // then one a setting
inline constexpr std::uint64_t kDealtAtRandom = std::uint64_t{2} << 32;  // one a draw
inline constexpr std::uint64_t kOrdinarySpread = std::uint64_t{3} << 32; // one a draw
inline constexpr std::uint64_t kNestedFolds = std::uint64_t{4} << 32;
inline constexpr std::uint64_t kSpreadAroundNeed = std::uint64_t{6} << 32; // one a draw
inline constexpr std::uint64_t kCostsNotRecorded = std::uint64_t{7} << 32; // one a draw
inline constexpr std::uint64_t kWorth = std::uint64_t{8} << 32;            // one a belief
inline constexpr std::uint64_t kNothingToAsk = std::uint64_t{9} << 32;     // one a draw
inline constexpr std::uint64_t kKindFolds = std::uint64_t{5} << 32; // one a kind of placement
// One a draw, and for each outcome a thousand further on.
inline constexpr std::uint64_t kProviderRanks = std::uint64_t{20} << 32;

} // namespace twelvefold::analysis::streams
