// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/association/attenuation.h"

#include "statistics/numbers/distributions.h"

#include <cmath>

namespace twelvefold::statistics {
namespace {

constexpr MessageKind kAttenuationReliability{
    "attenuation-reliability",
    TWELVEFOLD_TEXT("Message", "The reliability is %1: it must be above 0 and at most 1.")};
constexpr MessageKind kBeyondOne{
    "attenuation-beyond-one",
    TWELVEFOLD_TEXT("Message", "Beyond 1 cannot be: the reliability is lower than these figures "
                               "bear out, or the noise of both goes together. Read it as: noise "
                               "could account for all that is not explained.")};
constexpr MessageKind kTooUncertain{
    "attenuation-too-uncertain",
    TWELVEFOLD_TEXT("Message", "The reliability was found on too few children to say how far up "
                               "the corrected figure may reach.")};
constexpr MessageKind kTakenAsExact{
    "attenuation-exact",
    TWELVEFOLD_TEXT("Message", "The reliability is taken as exact, as nothing says on how many "
                               "children it was found: the interval is too narrow.")};

// 1/√(reliability), and how far it may reach below and above.
struct Inflation
{
    double value = 1, below = 0;
    std::optional<double> above = 0.0;
};

// The distances of both in quadrature on the logarithmic scale, where a product is a sum.
Inflation inflationOf(const KnownReliability& x, const KnownReliability& y)
{
    double least = 0, most = 0;
    bool bounded = true;
    for (const KnownReliability& one : {x, y}) {
        if (one.children == 0 || one.value == 1)
            continue;
        const Correlated interval = fisherInterval(one.value, one.children);
        if (!interval.lower || *interval.lower <= 0) {
            bounded = false;
            continue;
        }
        const double up = std::log(*interval.upper / one.value) / 2;
        const double down = std::log(one.value / *interval.lower) / 2;
        least += up * up;
        most += down * down;
    }
    Inflation inflation;
    inflation.value = 1 / std::sqrt(x.value * y.value);
    inflation.below = inflation.value * -std::expm1(-std::sqrt(least));
    inflation.above =
        bounded ? std::optional(inflation.value * std::expm1(std::sqrt(most))) : std::nullopt;
    return inflation;
}

bool valid(const KnownReliability& reliability)
{
    return reliability.value > 0 && reliability.value <= 1;
}

// For a correlation of 0 or more; of a negative one the ends change places.
void addInterval(Disattenuated& result, const Correlated& r, const Inflation& inflation)
{
    if (!r.lower || !r.upper)
        return;
    const double size = std::fabs(r.estimate);
    const bool negative = r.estimate < 0;
    const double below = negative ? *r.upper - r.estimate : r.estimate - *r.lower;
    const double above = negative ? r.estimate - *r.lower : *r.upper - r.estimate;
    const double near = std::hypot(inflation.value * below, size * inflation.below);
    const double corrected = size * inflation.value;
    double lower = corrected - near;
    std::optional<double> upper;
    if (inflation.above)
        upper = corrected + std::hypot(inflation.value * above, size * *inflation.above);
    else
        result.notes.push_back({kTooUncertain, {}});
    if (negative) {
        result.upper = -lower;
        if (upper)
            result.lower = -*upper;
    } else {
        result.lower = lower;
        result.upper = upper;
    }
}

} // namespace

Correlated fisherInterval(double r, std::size_t n)
{
    Correlated result{r, {}, {}};
    if (n < 4 || std::fabs(r) >= 1)
        return result;
    const double reach = kNormal975 / std::sqrt(static_cast<double>(n - 3));
    result.lower = std::tanh(std::atanh(r) - reach);
    result.upper = std::tanh(std::atanh(r) + reach);
    return result;
}

Disattenuated withoutNoise(const Correlated& correlation, const KnownReliability& x,
                           const KnownReliability& y)
{
    Disattenuated result;
    for (const KnownReliability& one : {x, y}) {
        if (!valid(one))
            return undefinedBy(result, {kAttenuationReliability, {one.value}});
    }
    const Inflation inflation = inflationOf(x, y);
    result.estimate = correlation.estimate / std::sqrt(x.value * y.value);
    if (std::fabs(*result.estimate) > 1)
        result.notes.push_back({kBeyondOne, {}});
    addInterval(result, correlation, inflation);
    const auto exact = [](const KnownReliability& one) {
        return one.value < 1 && one.children == 0;
    };
    if (exact(x) || exact(y))
        result.notes.push_back({kTakenAsExact, {}});
    return result;
}

} // namespace twelvefold::statistics
