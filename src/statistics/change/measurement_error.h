// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"
#include "statistics/change/change.h"

#include <cstddef>
#include <optional>
#include <span>

// How much the scores of one child differ from rater to rater, and what that alone does to change
// over time.
namespace twelvefold::statistics {

// The standard error of measurement from pairs of ratings of the same thing: √(Var(T₁ − T₂)/2)
// (Bland & Altman 1996, Measurement error, BMJ 313), with the interval of its variance from
// chi-squared. A difference that is there on average, of second ratings to first, is no part of it.
struct MeasurementError
{
    std::size_t pairs = 0;
    std::optional<double> standardError;      // in the unit of the ratings
    std::optional<double> lower, upper;       // 95 %, for differences that are spread normally
    std::optional<double> meanDifference;     // second less first
    std::optional<domain::Message> undefined; // why there is nothing: fewer than two pairs
};
// Spans of equal length, finite.
MeasurementError measurementError(std::span<const double> first, std::span<const double> second);

// 1 − SEM²/s² among those whose scores have this variance: how much of it is not noise. May be
// negative; nothing where the variance is zero.
std::optional<double> reliabilityAmong(double standardError, double variance);

// The rule of Jacobson & Truax 1991 from a standard error of measurement that is known as such,
// 0 or more: smallest is 1.96·√2 of it, to be exceeded.
ReliableChange reliableChangeOf(double standardError);

// How many of n children change one way by more than `beyond`, 0 or more, by noise alone: by two
// ratings of the same. The difference of two ratings is taken to be normal around 0 with √2 times
// the standard error, in steps of so much (whole levels: 1; 0: without steps), with correction for
// continuity. The interval is of the count: the binomial one joined with what the ends of the
// standard error would give (recovered variances, Zou & Donner 2008); where these are absent the
// standard error is taken as exact.
struct ByNoise
{
    double chance = 0; // of one child, one way
    double expected = 0, lower = 0, upper = 0;
};
ByNoise changedByNoise(std::size_t n, double beyond, double step, const MeasurementError& error);

// Whether the slope of scores now on scores then is another than the reliability, which it would be
// if nothing but noise came between (regression to the mean). Two-sided p by t; the reliability's
// own standard error, 0 where it is taken as exact, counts. Nothing where neither has any.
std::optional<double> slopeAgainstReliability(double slope, double standardError, double df,
                                              double reliability, double ofReliability);

// The smallest distance that at least half of them are within; nothing for none. Finite.
std::optional<double> halfAreWithin(std::span<const double> distances);

} // namespace twelvefold::statistics
