// SPDX-License-Identifier: GPL-3.0-or-later
#include "honesty/draws.h"

#include <cmath>

namespace twelvefold::honesty {

using statistics::Random;

bool holds(std::optional<double> lower, std::optional<double> upper, double truth)
{
    return lower && upper && *lower <= truth && truth <= *upper;
}

Pairs normalPairs(Random& random, std::size_t n, double rho)
{
    Pairs pairs;
    for (std::size_t i = 0; i < n; ++i) {
        const double x = random.normal();
        pairs.x.push_back(x);
        pairs.y.push_back(rho * x + std::sqrt(1 - rho * rho) * random.normal());
    }
    return pairs;
}

// A total of levels, low for most: what need looks like.
double needTotal(Random& random)
{
    double total = 0;
    const double severity = random.normal();
    for (int domain = 0; domain < 10; ++domain) {
        const double felt = 0.6 * severity + 0.8 * random.normal();
        for (const double cut : {-0.4, 0.25, 0.85, 1.5})
            total += felt > cut ? 1 : 0;
    }
    return total;
}

Line drawLine(Random& random, std::size_t n, Noise noise)
{
    Line line;
    for (std::size_t i = 0; i < n; ++i) {
        const double x = std::exp(0.7 * random.normal()); // skewed, so that some have leverage
        double e = random.normal();
        if (noise == Noise::growing)
            e *= x;
        if (noise == Noise::outliers && random.uniform() < 0.1)
            e *= 10;
        line.x.push_back(x);
        line.y.push_back(1 + kSlope * x + e);
    }
    line.design = statistics::Design(n);
    line.design.intercept().column("x", line.x);
    return line;
}

} // namespace twelvefold::honesty
