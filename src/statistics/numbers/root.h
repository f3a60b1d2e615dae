// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <utility>

namespace twelvefold::statistics {

// Where a continuous function that is f(low) = atLow at one end and of the other sign at the other
// end crosses zero, to the last digits of a double: Brent 1973, "Algorithms for minimization
// without derivatives", chapter 4.
template<class Function>
double rootBetween(const Function& f, double low, double atLow, double high, double atHigh)
{
    constexpr int kMostSteps = 200; // bisection alone would need some 60
    double before = low, atBefore = atLow;
    double step = high - low, lastStep = step;
    for (int i = 0; i < kMostSteps && atHigh != 0.0; ++i) {
        if ((atHigh > 0) == (atBefore > 0)) {
            before = low;
            atBefore = atLow;
            step = lastStep = high - low;
        }
        if (std::fabs(atBefore) < std::fabs(atHigh)) { // the best guess stands at high
            low = std::exchange(high, before);
            atLow = std::exchange(atHigh, atBefore);
            before = low;
            atBefore = atLow;
        }
        const double tolerance = 2e-16 * std::fabs(high) + 1e-300;
        const double half = (before - high) / 2;
        if (std::fabs(half) <= tolerance)
            break;
        if (std::fabs(lastStep) < tolerance || std::fabs(atLow) <= std::fabs(atHigh)) {
            step = lastStep = half;
        } else {
            double p = 0, q = 1;
            const double s = atHigh / atLow;
            if (before == low) { // the secant
                p = 2 * half * s;
                q = 1 - s;
            } else { // a parabola lying on its side
                const double r = atHigh / atBefore, t = atLow / atBefore;
                p = s * (2 * half * t * (t - r) - (high - low) * (r - 1));
                q = (t - 1) * (r - 1) * (s - 1);
            }
            if (p > 0)
                q = -q;
            p = std::fabs(p);
            const bool taken =
                2 * p < 3 * half * q - std::fabs(tolerance * q) && p < std::fabs(lastStep * q / 2);
            lastStep = taken ? step : half;
            step = taken ? p / q : half;
        }
        low = high;
        atLow = atHigh;
        high += std::fabs(step) > tolerance ? step : std::copysign(tolerance, half);
        atHigh = f(high);
    }
    return high;
}

} // namespace twelvefold::statistics
