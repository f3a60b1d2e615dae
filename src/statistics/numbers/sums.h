// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

// Sums over many values that keep their digits: exact products and additions carried in pairs of
// doubles within blocks, and the same blocks in the same order always.
namespace twelvefold::statistics {

// A number as the unevaluated sum of two doubles (Dekker 1971), some 31 digits.
struct DoubleDouble
{
    double high = 0;
    double low = 0;

    void add(double value);
    void addProduct(double a, double b);
    double value() const { return high + low; }
};

double sum(std::span<const double> values);
double dot(std::span<const double> a, std::span<const double> b);
double sumOfSquares(std::span<const double> values);

// The mean, and what its rounding leaves of it.
DoubleDouble meanInPairs(std::span<const double> values);

// From the mean, which is itself carried in two doubles: what its rounding leaves would otherwise
// show in the last digits of a variance of near-equal values.
std::vector<double> deviations(std::span<const double> values);

// Of pairs, about their means.
struct CentredSums
{
    double meanX = 0, meanY = 0;
    double xx = 0, yy = 0, xy = 0;
};
CentredSums centredSums(std::span<const double> x, std::span<const double> y);

} // namespace twelvefold::statistics
