// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/numbers/distributions.h"

#include "statistics/numbers/incomplete.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace twelvefold::statistics {
namespace {

constexpr double kRootTwoPi = 2.5066282746310005024;

// The odds of df against t², so that neither end of the beta integral is found by subtraction.
Split splitOfT(double t, double df)
{
    const double magnitude = std::fabs(t);
    if (magnitude * magnitude > df) {
        const double odds = df / magnitude / magnitude;
        return {odds / (1.0 + odds), 1.0 / (1.0 + odds)};
    }
    const double odds = magnitude * magnitude / df;
    return {1.0 / (1.0 + odds), odds / (1.0 + odds)};
}

Split splitOfF(double f, double df1, double df2)
{
    const double odds = df1 / df2 * f;
    return {odds / (1.0 + odds), 1.0 / (1.0 + odds)};
}

double insideUnit(double p)
{
    constexpr double kLeast = std::numeric_limits<double>::min();
    constexpr double kMost = 1.0 - std::numeric_limits<double>::epsilon() / 2.0;
    return std::clamp(p, kLeast, kMost);
}

} // namespace

double normalDensity(double x)
{
    return std::exp(-0.5 * x * x) / kRootTwoPi;
}

double normalCdf(double x)
{
    return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

double normalSf(double x)
{
    return 0.5 * std::erfc(x / std::numbers::sqrt2);
}

double normalQuantile(double p)
{
    p = insideUnit(p);
    const double tail = std::min(p, 1.0 - p);
    // Abramowitz & Stegun 26.2.23 is right to 4.5e-4; each step of Halley's method then cubes the
    // error.
    const double t = std::sqrt(-2.0 * std::log(tail));
    double x = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) /
                         (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
    for (int step = 0; step < 3; ++step) {
        const double cdf = normalCdf(x);
        const double newton = (1.0 - tail / cdf) * (cdf / normalDensity(x));
        x -= newton / (1.0 + 0.5 * x * newton);
    }
    if (tail == 0.5)
        return 0.0;
    return p <= 0.5 ? x : -x;
}

double tTwoSided(double t, double df)
{
    return incompleteBeta(0.5 * df, 0.5, splitOfT(t, df)).lower;
}

double tSf(double t, double df)
{
    const double half = 0.5 * tTwoSided(t, df);
    return t > 0.0 ? half : 1.0 - half;
}

double tQuantile(double p, double df)
{
    p = insideUnit(p);
    const double tail = std::min(p, 1.0 - p);
    if (tail == 0.5)
        return 0.0;
    // T² has the F distribution with 1 and df: its odds give |t|.
    const double logOdds = tail < 0.25 ? betaLogOdds(0.5, 0.5 * df, 2.0 * tail, Tail::upper)
                                       : betaLogOdds(0.5, 0.5 * df, 1.0 - 2.0 * tail, Tail::lower);
    const double magnitude = std::sqrt(df) * std::exp(0.5 * logOdds);
    return p < 0.5 ? -magnitude : magnitude;
}

double fSf(double f, double df1, double df2)
{
    if (f <= 0.0)
        return 1.0;
    return incompleteBeta(0.5 * df1, 0.5 * df2, splitOfF(f, df1, df2)).upper;
}

double fQuantile(double p, double df1, double df2)
{
    p = insideUnit(p);
    const double logOdds = p <= 0.5 ? betaLogOdds(0.5 * df1, 0.5 * df2, p, Tail::lower)
                                    : betaLogOdds(0.5 * df1, 0.5 * df2, 1.0 - p, Tail::upper);
    return df2 / df1 * std::exp(logOdds);
}

double chiSquaredSf(double x, double df)
{
    return gammaSf(0.5 * x, 0.5 * df);
}

double chiSquaredQuantile(double p, double df)
{
    p = insideUnit(p);
    return 2.0 * std::exp(p <= 0.5 ? gammaLog(0.5 * df, p, Tail::lower)
                                   : gammaLog(0.5 * df, 1.0 - p, Tail::upper));
}

double gammaCdf(double x, double shape)
{
    return x <= 0.0 ? 0.0 : incompleteGamma(shape, x).lower;
}

double gammaSf(double x, double shape)
{
    return x <= 0.0 ? 1.0 : incompleteGamma(shape, x).upper;
}

double betaCdf(double x, double a, double b)
{
    if (x <= 0.0)
        return 0.0;
    return x >= 1.0 ? 1.0 : incompleteBeta(a, b, {x, 1.0 - x}).lower;
}

double betaQuantile(double p, double a, double b)
{
    p = insideUnit(p);
    const double logOdds =
        p <= 0.5 ? betaLogOdds(a, b, p, Tail::lower) : betaLogOdds(a, b, 1.0 - p, Tail::upper);
    return 1.0 / (1.0 + std::exp(-logOdds));
}

double binomialCdf(int k, int n, double probability)
{
    if (k < 0)
        return 0.0;
    if (k >= n || probability <= 0.0)
        return 1.0;
    if (probability >= 1.0)
        return 0.0;
    return incompleteBeta(k + 1.0, static_cast<double>(n) - k, {probability, 1.0 - probability})
        .upper;
}

double poissonCdf(int k, double mean)
{
    if (k < 0)
        return 0.0;
    return mean <= 0.0 ? 1.0 : incompleteGamma(k + 1.0, mean).upper;
}

} // namespace twelvefold::statistics
