// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

// Ranks of many values quickly, in whole numbers.
namespace twelvefold::analysis {

struct Ranks
{
    // Twice each value's mid-rank less n + 1: whole, adding up to zero, between -n and n.
    std::vector<std::int32_t> centred;
    // Which of the distinct values each is, from 0 for the smallest.
    std::vector<std::uint32_t> level;
    // How many values share each level.
    std::vector<std::uint32_t> counts;

    bool anyTies() const { return counts.size() < centred.size(); }
};

// Finite values, fewer than 2³¹.
Ranks rank(std::span<const double> values);

// Ascending; the order of equal keys is kept.
void sortKeys(std::vector<std::uint64_t>& keys);

} // namespace twelvefold::analysis
