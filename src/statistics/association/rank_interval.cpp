// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/description/descriptive.h"
#include "statistics/groups/random_intercept.h"
#include "statistics/numbers/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace twelvefold::statistics {

std::vector<RankInterval> rankIntervals(std::span<const double> effects,
                                        std::span<const double> standardErrors, int draws,
                                        std::uint64_t seed, std::uint64_t firstStream)
{
    const std::size_t groups = effects.size();
    std::vector<std::vector<double>> ranks(groups);
    std::vector<double> drawn(groups);
    std::vector<std::size_t> order(groups);
    for (int draw = 0; draw < draws; ++draw) {
        Random random(seed, firstStream + static_cast<std::uint64_t>(draw));
        for (std::size_t g = 0; g < groups; ++g)
            drawn[g] = effects[g] + standardErrors[g] * random.normal();
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return drawn[a] != drawn[b] ? drawn[a] < drawn[b] : a < b;
        });
        for (std::size_t place = 0; place < groups; ++place)
            ranks[order[place]].push_back(static_cast<double>(place + 1));
    }
    std::vector<RankInterval> intervals(groups);
    for (std::size_t g = 0; g < groups && draws > 0; ++g) {
        std::sort(ranks[g].begin(), ranks[g].end());
        // There is no place between two others: an end between them lies at the outer one.
        intervals[g] = {*quantileOfSorted(ranks[g], 0.5),
                        std::floor(*quantileOfSorted(ranks[g], 0.025)),
                        std::ceil(*quantileOfSorted(ranks[g], 0.975))};
    }
    return intervals;
}

} // namespace twelvefold::statistics
