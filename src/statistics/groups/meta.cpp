// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/groups/meta.h"

#include "statistics/numbers/distributions.h"
#include "statistics/numbers/root.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::statistics {
namespace {

constexpr MessageKind kMetaTooFew{
    "meta-too-few", TWELVEFOLD_TEXT("Message", "One estimate cannot show how estimates differ; at "
                                               "least two are needed.")};
constexpr MessageKind kNotAnError{
    "meta-not-an-error",
    TWELVEFOLD_TEXT("Message", "Estimate %1 has a standard error that is not above zero.")};
constexpr MessageKind kRange{
    "meta-range", TWELVEFOLD_TEXT("Message", "The numbers are too large or too far apart to be "
                                             "squared and added up.")};
constexpr MessageKind kMetaNoDifference{
    "meta-no-difference",
    TWELVEFOLD_TEXT("Message", "There is no detectable difference between groups: their estimates "
                               "differ no more than their standard errors let expect.")};

// Sums that the estimators share, at weights 1/(s² + τ²).
struct Weighted
{
    double w = 0, ww = 0; // sums of the weights and of their squares
    double mean = 0;
    double q = 0;  // Σ w (y - mean)²
    double q2 = 0; // Σ w² (y - mean)²
};

Weighted weighted(std::span<const double> y, std::span<const double> variance, double tau2)
{
    Weighted sums;
    double wy = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        const double w = 1 / (variance[i] + tau2);
        sums.w += w;
        sums.ww += w * w;
        wy += w * (y[i] - y[0]); // about one of them, so that a large mean costs no digits
    }
    sums.mean = y[0] + wy / sums.w;
    for (std::size_t i = 0; i < y.size(); ++i) {
        const double w = 1 / (variance[i] + tau2);
        const double away = y[i] - sums.mean;
        sums.q += w * away * away;
        sums.q2 += w * w * away * away;
    }
    return sums;
}

double derSimonianLaird(std::span<const double> y, std::span<const double> variance)
{
    const Weighted fixed = weighted(y, variance, 0);
    const double k = static_cast<double>(y.size());
    return std::max(0.0, (fixed.q - (k - 1)) / (fixed.w - fixed.ww / fixed.w));
}

// An upper bound for τ²: beyond it Q falls short of what chance gives.
double beyondAll(std::span<const double> y)
{
    const auto [least, most] = std::minmax_element(y.begin(), y.end());
    const double range = *most - *least;
    return 4 * range * range + 1e-300;
}

double pauleMandel(std::span<const double> y, std::span<const double> variance)
{
    const double k = static_cast<double>(y.size());
    const auto excess = [&](double tau2) { return weighted(y, variance, tau2).q - (k - 1); };
    const double none = excess(0);
    if (none <= 0)
        return 0;
    double far = beyondAll(y);
    return rootBetween(excess, 0, none, far, excess(far));
}

// Minus twice the restricted log likelihood, but for what τ² does not change, and its slope.
double restrictedCriterion(std::span<const double> y, std::span<const double> variance, double tau2)
{
    const Weighted sums = weighted(y, variance, tau2);
    double logs = 0;
    for (const double v : variance)
        logs += std::log(v + tau2);
    return logs + std::log(sums.w) + sums.q;
}

double restrictedSlope(std::span<const double> y, std::span<const double> variance, double tau2)
{
    const Weighted sums = weighted(y, variance, tau2);
    return sums.w - sums.ww / sums.w - sums.q2;
}

// Every place where the criterion stops falling is looked at, 0 among them.
double restricted(std::span<const double> y, std::span<const double> variance)
{
    constexpr double kSteps = 120;
    const double far = std::log(beyondAll(y));
    const double near = std::log(1e-9 * *std::min_element(variance.begin(), variance.end()));
    const auto slope = [&](double logTau2) {
        return restrictedSlope(y, variance, std::exp(logTau2));
    };
    double best = 0, least = restrictedCriterion(y, variance, 0);
    if (far <= near)
        return best;
    double from = near, slopeFrom = slope(near);
    for (double step = 1; step <= kSteps; ++step) {
        const double to = near + (far - near) * step / kSteps;
        const double slopeTo = slope(to);
        if (slopeFrom < 0 && slopeTo >= 0) {
            const double tau2 = std::exp(rootBetween(slope, from, slopeFrom, to, slopeTo));
            if (const double criterion = restrictedCriterion(y, variance, tau2);
                criterion < least) {
                least = criterion;
                best = tau2;
            }
        }
        from = to;
        slopeFrom = slopeTo;
    }
    return best;
}

std::optional<Message> whyNot(std::span<const double> y, std::span<const double> errors)
{
    if (y.size() < 2)
        return Message{kMetaTooFew, {}};
    for (std::size_t i = 0; i < errors.size(); ++i) {
        if (!(errors[i] > 0))
            return Message{kNotAnError, {static_cast<std::int64_t>(i + 1)}};
    }
    return std::nullopt;
}

double tauSquaredBy(Heterogeneity method, std::span<const double> y,
                    std::span<const double> variance)
{
    switch (method) {
    case Heterogeneity::derSimonianLaird:
        return derSimonianLaird(y, variance);
    case Heterogeneity::pauleMandel:
        return pauleMandel(y, variance);
    case Heterogeneity::restricted:
        break;
    }
    return restricted(y, variance);
}

} // namespace

MetaAnalysis metaAnalysis(std::span<const double> estimates, std::span<const double> standardErrors,
                          Heterogeneity method)
{
    MetaAnalysis result;
    if ((result.undefined = whyNot(estimates, standardErrors)))
        return result;
    // In units of the largest error, so that neither squares nor weights leave the range of
    // numbers.
    int exponent = 0;
    std::frexp(*std::max_element(standardErrors.begin(), standardErrors.end()), &exponent);
    std::vector<double> y, variance;
    for (const double estimate : estimates)
        y.push_back(std::ldexp(estimate, -exponent));
    for (const double error : standardErrors)
        variance.push_back(std::ldexp(error, -exponent) * std::ldexp(error, -exponent));
    const double df = static_cast<double>(estimates.size() - 1);
    const Weighted fixed = weighted(y, variance, 0);
    const double tau2 = tauSquaredBy(method, y, variance);
    const Weighted sums = weighted(y, variance, tau2);
    result.tauSquared = std::ldexp(tau2, 2 * exponent);
    if (!std::isfinite(fixed.q) || !std::isfinite(fixed.ww) || !std::isfinite(sums.mean) ||
        !std::isfinite(result.tauSquared)) {
        result = {};
        result.undefined = Message{kRange, {}};
        return result;
    }
    result.mean = std::ldexp(sums.mean, exponent);
    result.meanStandardError = std::ldexp(1 / std::sqrt(sums.w), exponent);
    result.q = fixed.q;
    result.qP = chiSquaredSf(fixed.q, df);
    // Higgins & Thompson 2002: against the variance that the estimates typically have of their own.
    const double typical = df / (fixed.w - fixed.ww / fixed.w);
    result.iSquared = 100 * tau2 / (tau2 + typical);
    for (std::size_t i = 0; i < estimates.size(); ++i) {
        const double b = variance[i] / (variance[i] + tau2);
        const double error = std::sqrt((1 - b) * variance[i] + b * b / sums.w);
        result.groups.push_back(
            {b * result.mean + (1 - b) * estimates[i], std::ldexp(error, exponent), b});
    }
    if (tau2 == 0)
        result.notes.push_back({kMetaNoDifference, {}});
    return result;
}

} // namespace twelvefold::statistics
