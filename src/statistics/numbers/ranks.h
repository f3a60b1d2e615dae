// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

// Ranks of many values quickly, in whole numbers. Values are finite and fewer than 2³¹.
namespace twelvefold::statistics {

// Twice each value's mid-rank less n + 1: whole, adding up to zero, between -n and n.
std::vector<std::int32_t> centredRanks(std::span<const double> values);

struct Levels
{
    // Which of the distinct values each is, from 0 for the smallest.
    std::vector<std::uint32_t> level;
    // How many values share each level.
    std::vector<std::uint32_t> counts;

    bool anyTies() const { return counts.size() < level.size(); }
};
Levels levelsOf(std::span<const double> values);

// Sums of squares and products of the centred ranks of pairs, each as exact as a double can be.
struct RankSums
{
    double xx = 0, yy = 0, xy = 0;
    bool anyTies = false; // in either
};
RankSums rankSums(std::span<const double> x, std::span<const double> y);

// The rows of the values, the smallest first; equal ones in order of row.
std::vector<std::uint32_t> order(std::span<const double> values);

// Ascending; the order of equal keys is kept.
void sortKeys(std::vector<std::uint64_t>& keys);

} // namespace twelvefold::statistics
