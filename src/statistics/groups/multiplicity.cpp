// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/groups/multiplicity.h"

#include <algorithm>
#include <cstddef>

namespace twelvefold::statistics {
namespace {

// The tests there are, smallest p first.
std::vector<std::size_t> byP(std::span<const std::optional<double>> p)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i)
        if (p[i])
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return *p[a] < *p[b]; });
    return order;
}

// factor·m/j times the j-th smallest p, no q above that of a larger p.
std::vector<std::optional<double>> stepUp(std::span<const std::optional<double>> p,
                                          const std::vector<std::size_t>& order, double factor)
{
    std::vector<std::optional<double>> q(p.size());
    const double m = static_cast<double>(order.size());
    double least = 1.0;
    for (std::size_t j = order.size(); j > 0; --j) {
        const std::size_t i = order[j - 1];
        least = std::min(least, factor * m / static_cast<double>(j) * *p[i]);
        q[i] = least;
    }
    return q;
}

} // namespace

std::vector<std::optional<double>> benjaminiHochberg(std::span<const std::optional<double>> p)
{
    return stepUp(p, byP(p), 1.0);
}

std::vector<std::optional<double>> benjaminiYekutieli(std::span<const std::optional<double>> p)
{
    const std::vector<std::size_t> order = byP(p);
    double harmonic = 0.0;
    for (std::size_t j = order.size(); j > 0; --j)
        harmonic += 1.0 / static_cast<double>(j);
    return stepUp(p, order, harmonic);
}

std::vector<std::optional<double>> holm(std::span<const std::optional<double>> p)
{
    const std::vector<std::size_t> order = byP(p);
    std::vector<std::optional<double>> adjusted(p.size());
    double most = 0.0;
    for (std::size_t j = 0; j < order.size(); ++j) {
        const double left = static_cast<double>(order.size() - j);
        most = std::max(most, std::min(1.0, left * *p[order[j]]));
        adjusted[order[j]] = most;
    }
    return adjusted;
}

} // namespace twelvefold::statistics
