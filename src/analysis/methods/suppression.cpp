// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/methods/suppression.h"

#include <algorithm>

namespace twelvefold::analysis {

std::vector<bool> withheldCounts(std::span<const std::uint64_t> counts, std::uint64_t threshold)
{
    std::vector<bool> withheld(counts.size(), false);
    std::size_t number = 0;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0 && counts[i] < threshold) {
            withheld[i] = true;
            ++number;
            sum += counts[i];
        }
    }
    if (number == 0)
        return withheld;

    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (!withheld[i])
            rest.push_back(i);
    }
    std::ranges::stable_sort(rest, [&](std::size_t a, std::size_t b) {
        const bool emptyA = counts[a] == 0;
        const bool emptyB = counts[b] == 0;
        return emptyA != emptyB ? emptyB : counts[a] < counts[b];
    });
    // Knowing the total, a withheld count lies anywhere from 0 to the sum of all that are withheld:
    // so that sum is the width of what can be inferred.
    for (const std::size_t i : rest) {
        if (number >= 2 && sum >= threshold)
            break;
        withheld[i] = true;
        ++number;
        sum += counts[i];
    }
    return withheld;
}

} // namespace twelvefold::analysis
