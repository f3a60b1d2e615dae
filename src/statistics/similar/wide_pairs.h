// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/similar_need.h"

#include <cstdint>
#include <vector>

namespace twelvefold::statistics {

// All pairs within the tolerance from some ratio of costs on, listed: of each child by rank in cost
// (ties by row), the ranks of those similar who cost so much less, cheapest first.
struct WidePairs
{
    std::vector<std::uint32_t> rows; // by rank
    std::vector<double> costs;       // by rank
    struct List
    {
        std::uint32_t store = 0, first = 0, count = 0;
    };
    std::vector<List> lists;                        // by rank of the dearer
    std::vector<std::vector<std::uint32_t>> stores; // what the lists hold

    // The widest of them, as widestPairs() lists them.
    std::vector<Pair> widest(const ProfileTable& table, Metric metric, std::size_t top) const;
    // As widestPairsEachChildOnce() of all pairs from that ratio on.
    std::vector<Pair> eachChildOnce(const ProfileTable& table, Metric metric) const;
};

} // namespace twelvefold::statistics
