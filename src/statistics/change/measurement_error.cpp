// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/change/measurement_error.h"

#include "statistics/description/descriptive.h"
#include "statistics/numbers/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace twelvefold::statistics {
namespace {

using domain::Message;
using domain::MessageKind;

constexpr MessageKind kTooFewPairs{
    "measurement-error-too-few",
    TWELVEFOLD_TEXT("Message", "%1 pairs of ratings: two or more are needed to say how far raters "
                               "differ."),
    TWELVEFOLD_TEXT("Message", "%1 pair of ratings: two or more are needed to say how far raters "
                               "differ.")};

// P(difference > beyond), where it comes in steps.
double chanceBeyond(double beyond, double step, double standardError)
{
    if (standardError <= 0)
        return 0;
    // The next step above; a threshold that is a step but for rounding is that step.
    const double edge = step > 0 ? (std::floor(beyond / step * (1 + 1e-12)) + 0.5) * step : beyond;
    return normalSf(edge / (std::numbers::sqrt2 * standardError));
}

// The smallest count that a binomial one does not exceed with this probability.
double binomialQuantile(double p, int n, double probability)
{
    int low = 0, high = n;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (binomialCdf(middle, n, probability) >= p)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace

MeasurementError measurementError(std::span<const double> first, std::span<const double> second)
{
    MeasurementError error;
    error.pairs = first.size();
    if (error.pairs < 2) {
        error.undefined = Message{kTooFewPairs, {static_cast<std::int64_t>(error.pairs)}};
        return error;
    }
    std::vector<double> differences(error.pairs);
    for (std::size_t i = 0; i < error.pairs; ++i)
        differences[i] = second[i] - first[i];
    error.meanDifference = mean(differences);
    const double df = static_cast<double>(error.pairs - 1);
    error.standardError = *standardDeviation(differences) / std::numbers::sqrt2;
    error.lower = *error.standardError * std::sqrt(df / chiSquaredQuantile(0.975, df));
    error.upper = *error.standardError * std::sqrt(df / chiSquaredQuantile(0.025, df));
    return error;
}

std::optional<double> reliabilityAmong(double standardError, double variance)
{
    if (!(variance > 0))
        return std::nullopt;
    const double ratio = standardError / std::sqrt(variance);
    return 1 - ratio * ratio;
}

ReliableChange reliableChangeOf(double standardError)
{
    ReliableChange rule;
    rule.standardErrorOfMeasurement = standardError;
    rule.ofDifference = std::numbers::sqrt2 * standardError;
    rule.smallest = kNormal975 * rule.ofDifference;
    return rule;
}

ByNoise changedByNoise(std::size_t n, double beyond, double step, const MeasurementError& error)
{
    ByNoise count;
    if (!error.standardError)
        return count;
    const auto children = static_cast<double>(n);
    const int trials = static_cast<int>(
        std::min<std::size_t>(n, static_cast<std::size_t>(std::numeric_limits<int>::max())));
    count.chance = chanceBeyond(beyond, step, *error.standardError);
    count.expected = children * count.chance;
    const double below = count.expected - binomialQuantile(0.025, trials, count.chance);
    const double above = binomialQuantile(0.975, trials, count.chance) - count.expected;
    const auto distanceTo = [&](const std::optional<double>& end) {
        return end ? children * chanceBeyond(beyond, step, *end) - count.expected : 0;
    };
    count.lower = std::max(0.0, count.expected - std::hypot(below, distanceTo(error.lower)));
    count.upper = std::min(children, count.expected + std::hypot(above, distanceTo(error.upper)));
    return count;
}

std::optional<double> slopeAgainstReliability(double slope, double standardError, double df,
                                              double reliability, double ofReliability)
{
    const double both = std::hypot(standardError, ofReliability);
    if (!(both > 0) || !(df > 0))
        return std::nullopt;
    return tTwoSided((slope - reliability) / both, df);
}

std::optional<double> halfAreWithin(std::span<const double> distances)
{
    if (distances.empty())
        return std::nullopt;
    std::vector<double> sorted(distances.begin(), distances.end());
    const auto half = sorted.begin() + static_cast<std::ptrdiff_t>((sorted.size() - 1) / 2);
    std::nth_element(sorted.begin(), half, sorted.end());
    return *half;
}

} // namespace twelvefold::statistics
