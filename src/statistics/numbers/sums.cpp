// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/numbers/sums.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::statistics {
namespace {

// Rounding within one block is below 1e-13 of it, and blocks are added without loss: at any length
// the result is as good as a short sum. Eight running sums let the processor work ahead.
constexpr std::size_t kBlock = 512;
constexpr std::size_t kLanes = 8;

template<class Term>
double blockSum(std::size_t from, std::size_t to, Term term)
{
    double lanes[kLanes] = {};
    std::size_t i = from;
    for (; i + kLanes <= to; i += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            lanes[lane] += term(i + lane);
    for (std::size_t lane = 0; i < to; ++i, ++lane)
        lanes[lane] += term(i);
    return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) +
           ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

template<class Term>
double blockedSum(std::size_t n, Term term)
{
    DoubleDouble total;
    for (std::size_t from = 0; from < n; from += kBlock)
        total.add(blockSum(from, std::min(n, from + kBlock), term));
    return total.value();
}

} // namespace

void DoubleDouble::add(double value)
{
    // Knuth's exact addition of two doubles: what the sum loses goes to the low part.
    const double total = high + value;
    const double part = total - high;
    low += (high - (total - part)) + (value - part);
    high = total;
}

void DoubleDouble::addProduct(double a, double b)
{
    const double product = a * b;
    low += std::fma(a, b, -product);
    add(product);
}

namespace {

DoubleDouble sumInPairs(std::span<const double> values)
{
    // Eight compensated sums side by side, then added likewise.
    double high[kLanes] = {};
    double low[kLanes] = {};
    std::size_t i = 0;
    for (; i + kLanes <= values.size(); i += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const double value = values[i + lane];
            const double total = high[lane] + value;
            const double part = total - high[lane];
            low[lane] += (high[lane] - (total - part)) + (value - part);
            high[lane] = total;
        }
    }
    DoubleDouble total;
    for (; i < values.size(); ++i)
        total.add(values[i]);
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        total.add(high[lane]);
        total.low += low[lane];
    }
    return total;
}

} // namespace

double sum(std::span<const double> values)
{
    return sumInPairs(values).value();
}

double dot(std::span<const double> a, std::span<const double> b)
{
    return blockedSum(a.size(), [&](std::size_t i) { return a[i] * b[i]; });
}

double sumOfSquares(std::span<const double> values)
{
    return dot(values, values);
}

CentredSums centredSums(std::span<const double> x, std::span<const double> y)
{
    const std::size_t n = x.size();
    CentredSums result;
    if (n == 0)
        return result;
    result.meanX = sum(x) / static_cast<double>(n);
    result.meanY = sum(y) / static_cast<double>(n);
    DoubleDouble xx, yy, xy, restX, restY;
    double dx[kBlock];
    double dy[kBlock];
    for (std::size_t from = 0; from < n; from += kBlock) {
        const std::size_t length = std::min(kBlock, n - from);
        for (std::size_t i = 0; i < length; ++i) {
            dx[i] = x[from + i] - result.meanX;
            dy[i] = y[from + i] - result.meanY;
        }
        xx.add(blockSum(0, length, [&](std::size_t i) { return dx[i] * dx[i]; }));
        yy.add(blockSum(0, length, [&](std::size_t i) { return dy[i] * dy[i]; }));
        xy.add(blockSum(0, length, [&](std::size_t i) { return dx[i] * dy[i]; }));
        restX.add(blockSum(0, length, [&](std::size_t i) { return dx[i]; }));
        restY.add(blockSum(0, length, [&](std::size_t i) { return dy[i]; }));
    }
    // What the rounding of the means leaves (Chan, Golub & LeVeque 1983).
    const double size = static_cast<double>(n);
    result.xx = std::max(0.0, xx.value() - restX.value() * (restX.value() / size));
    result.yy = std::max(0.0, yy.value() - restY.value() * (restY.value() / size));
    result.xy = xy.value() - restX.value() * (restY.value() / size);
    return result;
}

DoubleDouble meanInPairs(std::span<const double> values)
{
    const DoubleDouble total = sumInPairs(values);
    const double n = static_cast<double>(values.size());
    const double centre = total.value() / n;
    // (total - n centre)/n: what the rounded mean is out by.
    DoubleDouble rest = total;
    rest.addProduct(-n, centre);
    return {centre, rest.value() / n};
}

std::vector<double> deviations(std::span<const double> values)
{
    const DoubleDouble mean = meanInPairs(values);
    std::vector<double> away(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        away[i] = (values[i] - mean.high) - mean.low;
    return away;
}

} // namespace twelvefold::statistics
