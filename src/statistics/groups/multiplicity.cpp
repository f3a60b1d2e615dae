// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/groups/multiplicity.h"

#include "statistics/regression/isotonic.h"

#include <algorithm>
#include <cstddef>
#include <limits>

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

std::vector<std::optional<double>> localFalseDiscovery(std::span<const std::optional<double>> p)
{
    const std::vector<std::size_t> order = byP(p);
    const double n = static_cast<double>(order.size());
    // The slopes of the distribution between one p and the next, which the least concave curve over
    // it pools so that they fall.
    std::vector<double> place, slope, width;
    std::vector<std::size_t> piece(p.size());
    double last = 0, many = 0;
    for (std::size_t j = 0; j < order.size(); ++j) {
        const double at = *p[order[j]];
        piece[order[j]] = place.size();
        ++many;
        if (j + 1 < order.size() && *p[order[j + 1]] == at)
            continue;
        const double gap = std::max(at - last, std::numeric_limits<double>::min());
        place.push_back(static_cast<double>(place.size()));
        slope.push_back(many / n / gap);
        width.push_back(gap);
        last = at;
        many = 0;
    }
    if (last < 1) {
        place.push_back(static_cast<double>(place.size()));
        slope.push_back(0);
        width.push_back(1 - last);
    }
    const IsotonicFit density = isotonic(place, slope, {.weights = width, .increasing = false});
    std::vector<std::optional<double>> rates(p.size());
    for (const std::size_t i : order)
        rates[i] = std::min(1.0, 1 / density.fitted[piece[i]]);
    return rates;
}

} // namespace twelvefold::statistics
