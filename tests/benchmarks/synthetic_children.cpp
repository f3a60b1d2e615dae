// SPDX-License-Identifier: GPL-3.0-or-later
#include "synthetic_children.h"

#include "analysis/numbers/random.h"

#include <cmath>

namespace twelvefold::benchmarks {
namespace {

constexpr std::array kCuts{-0.40, 0.25, 0.85, 1.50}; // most children at low need
constexpr std::array kWeights{.02, .035, .01, .05, .02, .04, .015, .03, .025, .06};

double levelOf(double severity)
{
    double level = 0;
    for (double cut : kCuts)
        level += severity > cut ? 1 : 0;
    return level;
}

} // namespace

SyntheticChildren syntheticChildren(std::size_t n)
{
    analysis::Random random(20240229, n);
    SyntheticChildren children;
    for (auto& column : children.levels)
        column.resize(n);
    for (std::size_t child = 0; child < n; ++child) {
        const double severity = random.normal();
        double total = 0;
        double logCost = 6.05;
        for (std::size_t domain = 0; domain < children.levels.size(); ++domain) {
            const double load = 0.45 + 0.30 * static_cast<double>(domain) / 9.0;
            const double level =
                levelOf(load * severity + std::sqrt(1.0 - load * load) * random.normal());
            children.levels[domain][child] = level;
            total += level;
            logCost += kWeights[domain] * level;
        }
        const double residential = 1.0 / (1.0 + std::exp(3.2 - 0.11 * total));
        if (random.uniform() < residential)
            logCost += 1.55;
        logCost += 0.15 * random.normal() + 0.38 * random.normal(); // provider, and all else
        const double cost = std::round(100.0 * std::exp(logCost)) / 100.0;
        children.total.push_back(total);
        children.weeklyCost.push_back(cost);
        children.logCost.push_back(std::log(cost));
    }
    return children;
}

} // namespace twelvefold::benchmarks
