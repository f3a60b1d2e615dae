// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/numbers/incomplete.h"

#include "statistics/numbers/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace twelvefold::statistics {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
constexpr int kMostTerms = 200000;

// What Stirling's formula leaves of ln Γ(z): ln Γ(z) - ((z - ½) ln z - z + ½ ln 2π). Below 15 the
// recurrence of Γ carries it up to where the asymptotic series (Abramowitz & Stegun 6.1.41) ends
// below rounding.
double stirlingError(double z)
{
    double shifted = 0.0;
    for (; z < 15.0; z += 1.0)
        shifted += (z + 0.5) * std::log1p(1.0 / z) - 1.0;
    const double w = 1.0 / (z * z);
    const double series =
        1.0 / 12 -
        w * (1.0 / 360 -
             w * (1.0 / 1260 - w * (1.0 / 1680 - w * (1.0 / 1188 - w * (691.0 / 360360)))));
    return shifted + series / z;
}

// u - ln(1 + u), where ratio is 1 + u found without rounding u first.
double excessOverLog(double u, double ratio)
{
    if (u > 0.5 || u < -0.5)
        return u - std::log(ratio);
    // ln(1 + u) = 2 artanh r with r = u/(2 + u), and u - 2r = u r: no cancellation is left.
    const double r = u / (2.0 + u);
    const double square = r * r;
    double series = 0.0;
    double power = 1.0;
    for (int k = 3; power > kEpsilon / 8.0; k += 2) {
        series += power / k;
        power *= square;
    }
    return u * r - 2.0 * r * square * series;
}

// x^a y^b / B(a, b), by the saddle point as in Loader (2000): large powers never meet large gammas.
double betaKernel(double a, double b, Split at)
{
    const double total = a + b;
    const double away = b * at.x - a * at.y; // (a + b) x - a, without its cancellation
    const double exponent = a * excessOverLog(away / a, total / a * at.x) +
                            b * excessOverLog(-away / b, total / b * at.y);
    const double stirling = stirlingError(total) - stirlingError(a) - stirlingError(b);
    return std::sqrt(a / total * b / (2.0 * std::numbers::pi)) * std::exp(stirling - exponent);
}

// x^a e^-x / Γ(a), likewise.
double gammaKernel(double a, double x)
{
    const double exponent = a * excessOverLog((x - a) / a, x / a);
    return std::sqrt(a / (2.0 * std::numbers::pi)) * std::exp(-stirlingError(a) - exponent);
}

// a1/(b1 + a2/(b2 + ...)) by Lentz's method; next(n) gives {a_n, b_n} from n = 1.
template<class Next>
double continuedFraction(Next next)
{
    constexpr double kTiny = 1e-290;
    double value = kTiny;
    double c = kTiny;
    double d = 0.0;
    for (int n = 1; n < kMostTerms; ++n) {
        const auto [numerator, denominator] = next(n);
        d = denominator + numerator * d;
        d = 1.0 / (d == 0.0 ? kTiny : d);
        c = denominator + numerator / c;
        c = c == 0.0 ? kTiny : c;
        const double factor = c * d;
        value *= factor;
        if (std::fabs(factor - 1.0) < kEpsilon)
            break;
    }
    return value;
}

struct Term
{
    double numerator = 0;
    double denominator = 0;
};

// I_x(a, b) for x at most a/(a + b): the even part of the continued fraction of DLMF 8.17.22, its
// partial denominators through a - (a + b) x = a y - b x (Didonato & Morris 1992).
double betaFraction(double a, double b, Split at)
{
    const double lambda = a * at.y - b * at.x;
    const double fraction = continuedFraction([&](int n) {
        const double m = n - 1;
        Term term;
        term.numerator = 1.0;
        term.denominator = a * (lambda + 1.0) / (a + 1.0);
        if (n > 1) {
            const double even = a + 2.0 * m - 1.0;
            term.numerator =
                (a + m - 1.0) / even * ((a + b + m - 1.0) / even) * m * (b - m) * at.x * at.x;
            term.denominator = m + m * (b - m) * at.x / even +
                               (a + m) / (a + 2.0 * m + 1.0) * (lambda + 1.0 + m * (1.0 + at.y));
        }
        return term;
    });
    return betaKernel(a, b, at) * fraction;
}

double gammaSeries(double shape, double x)
{
    double term = 1.0 / shape;
    double series = term;
    for (int n = 1; n < kMostTerms && term > series * kEpsilon / 4.0; ++n) {
        term *= x / (shape + n);
        series += term;
    }
    return series * gammaKernel(shape, x);
}

double gammaFraction(double shape, double x)
{
    const double fraction = continuedFraction([&](int n) {
        const double m = n - 1;
        return Term{n == 1 ? 1.0 : m * (shape - m), x + 2.0 * m + 1.0 - shape};
    });
    return fraction * gammaKernel(shape, x);
}

// Newton's method on the logarithm of a tail, which is concave, within a bracket that only shrinks.
// tailAndSlope(u) gives the tail's probability and the density, both as functions of u.
template<class TailAndSlope>
double whereTailIs(double p, Tail tail, double start, TailAndSlope tailAndSlope)
{
    const double direction = tail == Tail::lower ? 1.0 : -1.0;
    double low = -1e4;
    double high = 1e4;
    double u = start;
    for (int step = 0; step < 200; ++step) {
        const auto [probability, slope] = tailAndSlope(u);
        const double excess = direction * (probability - p);
        (excess > 0.0 ? high : low) = u;
        double next = u;
        if (probability > 0.0 && slope > 0.0)
            next = u - direction * std::log(probability / p) * probability / slope;
        else
            next = 0.5 * (low + high);
        if (!(next >= low && next <= high))
            next = 0.5 * (low + high);
        if (std::fabs(next - u) <= 2.0 * kEpsilon * std::max(1.0, std::fabs(u)))
            return next;
        u = next;
    }
    return u;
}

struct ProbabilityAndSlope
{
    double probability = 0;
    double slope = 0;
};

} // namespace

Tails incompleteBeta(double a, double b, Split at)
{
    if (at.x <= 0.0)
        return {0.0, 1.0};
    if (at.y <= 0.0)
        return {1.0, 0.0};
    if (a * at.y >= b * at.x) {
        const double lower = std::min(1.0, betaFraction(a, b, at));
        return {lower, 1.0 - lower};
    }
    const double upper = std::min(1.0, betaFraction(b, a, {at.y, at.x}));
    return {1.0 - upper, upper};
}

Tails incompleteGamma(double shape, double x)
{
    if (x < shape + 1.0) {
        const double lower = std::min(1.0, gammaSeries(shape, x));
        return {lower, 1.0 - lower};
    }
    const double upper = std::min(1.0, gammaFraction(shape, x));
    return {1.0 - upper, upper};
}

double betaLogOdds(double a, double b, double p, Tail tail)
{
    const double z = normalQuantile(p) * (tail == Tail::lower ? 1.0 : -1.0);
    const double start = std::log(a / b) + z * std::sqrt(1.0 / a + 1.0 / b);
    return whereTailIs(p, tail, start, [&](double u) {
        const Split at{1.0 / (1.0 + std::exp(-u)), 1.0 / (1.0 + std::exp(u))};
        const Tails tails = incompleteBeta(a, b, at);
        const double kernel = at.x > 0.0 && at.y > 0.0 ? betaKernel(a, b, at) : 0.0;
        return ProbabilityAndSlope{tail == Tail::lower ? tails.lower : tails.upper, kernel};
    });
}

double gammaLog(double shape, double p, Tail tail)
{
    const double z = normalQuantile(p) * (tail == Tail::lower ? 1.0 : -1.0);
    const double start = std::log(shape) + z / std::sqrt(shape);
    return whereTailIs(p, tail, start, [&](double u) {
        const double x = std::exp(std::clamp(u, -700.0, 700.0));
        const Tails tails = incompleteGamma(shape, x);
        return ProbabilityAndSlope{tail == Tail::lower ? tails.lower : tails.upper,
                                   gammaKernel(shape, x)};
    });
}

} // namespace twelvefold::statistics
