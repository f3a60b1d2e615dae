// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/groups/funnel.h"

#include "statistics/numbers/distributions.h"
#include "statistics/numbers/sums.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twelvefold::statistics {
namespace {

constexpr MessageKind kNoUnits{"funnel-no-units",
                               TWELVEFOLD_TEXT("Message", "There is nothing to draw a funnel of.")};
constexpr MessageKind kNoSize{
    "funnel-no-size", TWELVEFOLD_TEXT("Message", "Unit %1 has a size that is not above zero.")};
constexpr MessageKind kNotACount{
    "funnel-not-a-count",
    TWELVEFOLD_TEXT("Message",
                    "Unit %1 has a number of events that is not a whole number from 0 up%2.")};
constexpr MessageKind kFunnelNoSpread{
    "funnel-no-spread",
    TWELVEFOLD_TEXT("Message", "Cases do not differ, so chance gives no limits to draw.")};

constexpr double kFunnelMostCounted = 2e9;

template<class Limit>
FunnelLimits limitsBy(const Limit& limit)
{
    return {limit(kFunnelTails[0]), limit(kFunnelTails[1]), limit(kFunnelTails[2]),
            limit(kFunnelTails[3])};
}

// The first count, up to most, at which a distribution function exceeds p.
template<class Cdf>
int firstAbove(double p, int most, const Cdf& cdf)
{
    int below = -1, above = most;
    while (above - below > 1) {
        const int middle = below + (above - below) / 2;
        (cdf(middle) > p ? above : below) = middle;
    }
    return above;
}

template<class Cdf>
double interpolated(double p, int r, const Cdf& cdf)
{
    const double here = cdf(r), before = r > 0 ? cdf(r - 1) : 0.0;
    return r - (here - p) / (here - before);
}

// The scale on which chance spreads alike whatever the target: the identity for means.
double flattened(FunnelKind kind, double value)
{
    switch (kind) {
    case FunnelKind::proportion:
        return std::asin(std::sqrt(std::clamp(value, 0.0, 1.0)));
    case FunnelKind::ratio:
        return std::sqrt(value);
    case FunnelKind::mean:
        break;
    }
    return value;
}

double unflattened(FunnelKind kind, double value)
{
    switch (kind) {
    case FunnelKind::proportion: {
        const double sine = std::sin(std::clamp(value, 0.0, std::numbers::pi / 2));
        return sine * sine;
    }
    case FunnelKind::ratio:
        return value > 0 ? value * value : 0;
    case FunnelKind::mean:
        break;
    }
    return value;
}

double flatError(const Funnel& funnel, double size)
{
    return (funnel.kind == FunnelKind::mean ? funnel.sd : 0.5) / std::sqrt(size);
}

double midP(double below, double upTo)
{
    const double middle = (below + upTo) / 2;
    return 2 * std::min(middle, 1 - middle);
}

double pOf(const Funnel& funnel, const FunnelUnit& unit, double events)
{
    const int count = static_cast<int>(events);
    switch (funnel.kind) {
    case FunnelKind::mean:
        return 2 * normalSf(std::fabs(unit.value - funnel.target) / flatError(funnel, unit.size));
    case FunnelKind::proportion: {
        const int n = static_cast<int>(unit.size);
        return midP(count > 0 ? binomialCdf(count - 1, n, funnel.target) : 0.0,
                    binomialCdf(count, n, funnel.target));
    }
    case FunnelKind::ratio:
        break;
    }
    return midP(count > 0 ? poissonCdf(count - 1, unit.size) : 0.0, poissonCdf(count, unit.size));
}

std::optional<Message> whyNot(std::span<const double> sizes)
{
    if (sizes.empty())
        return Message{kNoUnits, {}};
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (!(sizes[i] > 0 && sizes[i] < kFunnelMostCounted))
            return Message{kNoSize, {static_cast<std::int64_t>(i + 1)}};
    }
    return std::nullopt;
}

std::optional<Message> whyNotCounts(std::span<const double> events, std::span<const double> most)
{
    for (std::size_t i = 0; i < events.size(); ++i) {
        const bool count =
            events[i] >= 0 && events[i] < kFunnelMostCounted &&
            events[i] == std::floor(events[i]) &&
            (most.empty() || (events[i] <= most[i] && most[i] == std::floor(most[i])));
        if (!count)
            return Message{kNotACount,
                           {static_cast<std::int64_t>(i + 1),
                            std::string(most.empty() ? "" : " to its whole number of cases")}};
    }
    return std::nullopt;
}

// The rest, once kind, target and spread of a case are there.
void fill(Funnel& funnel, std::span<const double> values, std::span<const double> sizes,
          std::span<const double> events, double least)
{
    std::vector<double> flat, errors;
    for (std::size_t i = 0; i < values.size(); ++i) {
        flat.push_back(flattened(funnel.kind, values[i]));
        errors.push_back(flatError(funnel, sizes[i]));
    }
    funnel.spread = overdispersion(flat, errors, flattened(funnel.kind, funnel.target));
    for (std::size_t i = 0; i < values.size(); ++i) {
        FunnelUnit unit;
        unit.size = sizes[i];
        unit.value = values[i];
        unit.drawn = sizes[i] >= least;
        unit.p = pOf(funnel, unit, events.empty() ? 0 : events[i]);
        unit.limits = funnel.limitsAt(unit.size);
        unit.widened = funnel.widenedAt(unit.size);
        funnel.units.push_back(unit);
    }
}

} // namespace

Overdispersion overdispersion(std::span<const double> values,
                              std::span<const double> standardErrors, double target)
{
    constexpr double kWinsorised = 0.1; // at either end
    Overdispersion result;
    const std::size_t n = values.size();
    if (n == 0)
        return result;
    double w = 0, ww = 0;
    for (std::size_t i = 0; i < n; ++i) {
        result.z.push_back((values[i] - target) / standardErrors[i]);
        const double weight = 1 / (standardErrors[i] * standardErrors[i]);
        w += weight;
        ww += weight * weight;
    }
    std::vector<double> sorted = result.z;
    std::sort(sorted.begin(), sorted.end());
    const auto cut = static_cast<std::size_t>(std::floor(static_cast<double>(n) * kWinsorised));
    result.winsorLow = sorted[cut];
    result.winsorHigh = sorted[n - 1 - cut];
    for (const double z : result.z)
        result.zWinsorised.push_back(std::clamp(z, result.winsorLow, result.winsorHigh));
    const auto count = static_cast<double>(n);
    result.phiRaw = sumOfSquares(result.z) / count;
    result.phi = sumOfSquares(result.zWinsorised) / count;
    for (const double z : result.z)
        result.zMultiplicative.push_back(z / std::sqrt(std::max(1.0, result.phi)));
    if (n < kLeastForTau)
        return result;
    result.tauSquared = std::max(0.0, (count * result.phi - (count - 1)) / (w - ww / w));
    for (std::size_t i = 0; i < n; ++i)
        result.zRandom.push_back(
            (values[i] - target) /
            std::sqrt(standardErrors[i] * standardErrors[i] + *result.tauSquared));
    return result;
}

double binomialLimit(double p, double n, double target)
{
    const int cases = static_cast<int>(n);
    const auto cdf = [&](int r) { return r >= cases ? 1.0 : binomialCdf(r, cases, target); };
    const int r = firstAbove(p, cases, cdf);
    return std::clamp(interpolated(p, r, cdf) / n, 0.0, 1.0);
}

double poissonLimit(double p, double expected)
{
    const auto cdf = [&](int r) { return poissonCdf(r, expected); };
    const int most = static_cast<int>(expected + 40 * std::sqrt(expected) + 40);
    const int r = firstAbove(p, most, cdf);
    return std::max(0.0, interpolated(p, r, cdf) / expected);
}

FunnelLimits Funnel::limitsAt(double size) const
{
    switch (kind) {
    case FunnelKind::mean:
        return limitsBy(
            [&](double p) { return target + normalQuantile(p) * sd / std::sqrt(size); });
    case FunnelKind::proportion:
        return limitsBy([&](double p) { return binomialLimit(p, size, target); });
    case FunnelKind::ratio:
        break;
    }
    return limitsBy([&](double p) { return poissonLimit(p, size); });
}

std::optional<FunnelLimits> Funnel::widenedAt(double size) const
{
    if (!spread.tauSquared)
        return std::nullopt;
    const double error = flatError(*this, size);
    const double wide = std::sqrt(error * error + *spread.tauSquared);
    return limitsBy([&](double p) {
        return unflattened(kind, flattened(kind, target) + normalQuantile(p) * wide);
    });
}

Funnel funnelOfMeans(std::span<const double> means, std::span<const double> sizes, double sd,
                     std::optional<double> target, double least)
{
    Funnel funnel;
    funnel.sd = sd;
    if ((funnel.undefined = whyNot(sizes)))
        return funnel;
    if (!(sd > 0))
        return undefinedBy(funnel, {kFunnelNoSpread, {}});
    funnel.target = target ? *target : dot(means, sizes) / sum(sizes);
    fill(funnel, means, sizes, {}, least);
    return funnel;
}

Funnel funnelOfProportions(std::span<const double> events, std::span<const double> sizes,
                           std::optional<double> target, double least)
{
    Funnel funnel;
    funnel.kind = FunnelKind::proportion;
    if ((funnel.undefined = whyNot(sizes)) || (funnel.undefined = whyNotCounts(events, sizes)))
        return funnel;
    funnel.target = target ? *target : sum(events) / sum(sizes);
    if (!(funnel.target > 0 && funnel.target < 1))
        return undefinedBy(funnel, {kFunnelNoSpread, {}});
    std::vector<double> values;
    for (std::size_t i = 0; i < events.size(); ++i)
        values.push_back(events[i] / sizes[i]);
    fill(funnel, values, sizes, events, least);
    return funnel;
}

Funnel funnelOfRatios(std::span<const double> observed, std::span<const double> expected,
                      double least)
{
    Funnel funnel;
    funnel.kind = FunnelKind::ratio;
    if ((funnel.undefined = whyNot(expected)) || (funnel.undefined = whyNotCounts(observed, {})))
        return funnel;
    funnel.target = 1;
    std::vector<double> values;
    for (std::size_t i = 0; i < observed.size(); ++i)
        values.push_back(observed[i] / expected[i]);
    fill(funnel, values, expected, observed, least);
    return funnel;
}

} // namespace twelvefold::statistics
