// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/description/robust_univariate.h"

#include "statistics/description/descriptive.h"
#include "statistics/numbers/sums.h"
#include "statistics/regression/monotone_pick.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace twelvefold::statistics {
namespace {

using Sorted = std::span<const double>;

constexpr MessageKind kByQuartiles{
    "robust-spread-by-quartiles",
    TWELVEFOLD_TEXT("Message", "Over half of the values are equal, so the spread is taken from the "
                               "quartiles.")};
constexpr MessageKind kByMeanDistance{
    "robust-spread-by-mean-distance",
    TWELVEFOLD_TEXT("Message", "Nearly all values are equal, so the spread is taken from the mean "
                               "distance from the median.")};
constexpr MessageKind kAllEqual{
    "robust-spread-all-equal",
    TWELVEFOLD_TEXT("Message", "All values are equal, so there is no spread.")};

double absoluteMedian(Sorted values, double centre)
{
    std::vector<double> away(values.begin(), values.end());
    for (double& value : away)
        value = std::fabs(value - centre);
    return *median(away);
}

std::optional<RobustSpread> spreadOf(Sorted values, double centre, double mad, double quartileRange)
{
    if (mad > 0)
        return RobustSpread{mad, SpreadBy::mad};
    if (quartileRange > 0)
        return RobustSpread{quartileRange / 1.3489795003921634, SpreadBy::quartiles};
    std::vector<double> away(values.begin(), values.end());
    for (double& value : away)
        value = std::fabs(value - centre);
    const double distance = 1.2533141373155003 * *mean(away);
    if (distance > 0)
        return RobustSpread{distance, SpreadBy::meanDistance};
    return std::nullopt;
}

// Where Σψ((x − μ) / s) is 0. The sum falls with μ along straight pieces: Newton's step is exact
// once the piece is found, and halving finds it where Newton's step leaves what is known.
double huberLocation(Sorted sorted, double centre, double spread)
{
    constexpr double kPsi = 1.5;
    const double reach = kPsi * spread;
    double low = sorted.front(), high = sorted.back(), mu = centre;
    for (int step = 0; step < 200; ++step) {
        const auto first = std::lower_bound(sorted.begin(), sorted.end(), mu - reach);
        const auto last = std::upper_bound(first, sorted.end(), mu + reach);
        const auto below = static_cast<double>(first - sorted.begin());
        const auto above = static_cast<double>(sorted.end() - last);
        const auto within = static_cast<double>(last - first);
        std::vector<double> away(first, last);
        for (double& value : away)
            value -= mu;
        const double psi = sum(away) + reach * (above - below);
        if (psi == 0)
            break;
        (psi > 0 ? low : high) = mu;
        double next = within > 0 ? mu + psi / within : low / 2 + high / 2;
        if (!(next >= low && next <= high))
            next = low / 2 + high / 2;
        if (std::fabs(next - mu) <= 1e-16 * spread || next == mu)
            break;
        mu = next;
    }
    return mu;
}

double trimmedMean(Sorted sorted)
{
    const auto cut = static_cast<std::size_t>(std::floor(0.1 * static_cast<double>(sorted.size())));
    return *mean(sorted.subspan(cut, sorted.size() - 2 * cut));
}

// The distance that a quarter of all pairs are closer than.
double qnOf(Sorted sorted)
{
    const std::size_t n = sorted.size();
    std::vector<MonotoneRow> rows(n);
    for (std::size_t row = 0; row < n; ++row)
        rows[row] = {row + 1, n};
    const std::uint64_t half = n / 2 + 1;
    const double distance =
        pickMonotone(std::move(rows), half * (half - 1) / 2 - 1,
                     [&](std::size_t a, std::size_t b) { return sorted[b] - sorted[a]; });
    constexpr std::array kSmall{0.399356, 0.99365, 0.51321, 0.84401, 0.6122, 0.85877,
                                0.66993,  0.87344, 0.72014, 0.88906, 0.75743};
    const auto m = static_cast<double>(n);
    const double odd = 1.60188 + (-2.1284 - 5.172 / m) / m;
    const double even = 3.67561 + (1.9654 + (6.987 - 77 / m) / m) / m;
    const double correction =
        n - 2 < kSmall.size() ? kSmall[n - 2] : 1 / ((n % 2 == 1 ? odd : even) / m + 1);
    return 2.21914 * distance * correction;
}

// The lower median over values of the upper median of the distances from each.
double snOf(Sorted sorted)
{
    const std::size_t n = sorted.size();
    const std::size_t many = n / 2 + 1; // of the nearest, the value itself among them
    std::vector<double> upper(n);
    for (std::size_t i = 0; i < n; ++i) {
        // Of all windows of so many neighbours, the one whose further end is nearest.
        std::size_t low = i + 1 >= many ? i + 1 - many : 0, high = std::min(i, n - many);
        const std::size_t least = low;
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            if (sorted[middle + many - 1] - sorted[i] >= sorted[i] - sorted[middle])
                high = middle;
            else
                low = middle + 1;
        }
        const auto reach = [&](std::size_t at) {
            return std::max(sorted[at + many - 1] - sorted[i], sorted[i] - sorted[at]);
        };
        upper[i] = low > least ? std::min(reach(low), reach(low - 1)) : reach(low);
    }
    const auto chosen = upper.begin() + static_cast<std::ptrdiff_t>((n + 1) / 2 - 1);
    std::nth_element(upper.begin(), chosen, upper.end());
    constexpr std::array kSmall{0.743, 1.851, 0.954, 1.351, 0.993, 1.198, 1.005, 1.131};
    const auto m = static_cast<double>(n);
    const double correction = n - 2 < kSmall.size() ? kSmall[n - 2]
                              : n % 2 == 1          ? m / (m - 0.9)
                                                    : 1;
    return 1.1926 * *chosen * correction;
}

// The median over pairs of a value above the centre and one below of (a − b) / (a + b), a and b
// their distances from it. Sought as a / b, whose rounding keeps the order.
double medcoupleOf(Sorted sorted, double centre)
{
    const auto from = std::lower_bound(sorted.begin(), sorted.end(), centre);
    const auto to = std::upper_bound(from, sorted.end(), centre);
    const auto equal = static_cast<std::size_t>(to - from);
    std::vector<double> above, below; // from the furthest to the nearest
    for (auto at = sorted.end(); at != from; --at)
        above.push_back(*(at - 1) - centre);
    for (auto at = sorted.begin(); at != to; ++at)
        below.push_back(centre - *at);
    const std::size_t firstAbove = above.size() - equal, firstBelow = below.size() - equal;
    const auto ratio = [&](std::size_t row, std::size_t column) {
        const double a = above[row], b = below[column];
        if (a == 0 && b == 0) { // both at the centre: by their places among its equals
            const std::size_t i = row - firstAbove, j = column - firstBelow;
            return j > i ? std::numeric_limits<double>::infinity() : j == i ? 1.0 : 0.0;
        }
        return a / b;
    };
    const std::vector<MonotoneRow> rows(above.size(), {0, below.size()});
    const std::uint64_t pairs = static_cast<std::uint64_t>(above.size()) * below.size();
    const auto skew = [&](std::uint64_t k) {
        const double r = pickMonotone(rows, k, ratio);
        return std::isinf(r) ? 1.0 : (r - 1) / (r + 1);
    };
    const double upper = skew(pairs / 2);
    return pairs % 2 == 1 ? upper : 0.5 * upper + 0.5 * skew(pairs / 2 - 1);
}

AdjustedBox boxOf(Sorted sorted, double centre, double medcouple)
{
    const std::size_t n = sorted.size();
    // Tukey's hinges: the medians of both halves, the middle value in both.
    const auto half = sorted.first((n + 1) / 2);
    const auto otherHalf = sorted.last((n + 1) / 2);
    AdjustedBox box{0, *quantileOfSorted(half, 0.5), centre, *quantileOfSorted(otherHalf, 0.5), 0,
                    0};
    const double range = box.hingeHigh - box.hingeLow;
    const bool right = medcouple >= 0;
    const double longer = std::exp(3 * std::fabs(medcouple));
    const double shorter = std::exp(-4 * std::fabs(medcouple));
    const double low = box.hingeLow - 1.5 * (right ? shorter : longer) * range;
    const double high = box.hingeHigh + 1.5 * (right ? longer : shorter) * range;
    const auto first = std::lower_bound(sorted.begin(), sorted.end(), low);
    const auto last = std::upper_bound(sorted.begin(), sorted.end(), high);
    box.whiskerLow = *first;
    box.whiskerHigh = *(last - 1);
    box.outside = n - static_cast<std::size_t>(last - first);
    return box;
}

void describe(RobustColumn& column, Sorted sorted)
{
    const double centre = *quantileOfSorted(sorted, 0.5);
    column.median = centre;
    column.mad = 1.4826 * absoluteMedian(sorted, centre);
    column.quartileRange = *quantileOfSorted(sorted, 0.75) - *quantileOfSorted(sorted, 0.25);
    column.spread = spreadOf(sorted, centre, *column.mad, *column.quartileRange);
    column.huber = column.spread ? huberLocation(sorted, centre, column.spread->value) : centre;
    column.trimmed = trimmedMean(sorted);
    column.medcouple = medcoupleOf(sorted, centre);
    column.box = boxOf(sorted, centre, *column.medcouple);
    if (sorted.size() >= 2) {
        column.qn = qnOf(sorted);
        column.sn = snOf(sorted);
    }
    if (!column.spread)
        column.notes.push_back({kAllEqual, {}});
    else if (column.spread->by != SpreadBy::mad)
        column.notes.push_back(
            {column.spread->by == SpreadBy::quartiles ? kByQuartiles : kByMeanDistance, {}});
}

// From a column scaled down, so that no distance overflowed, to its own scale.
void rescale(RobustColumn& column, int exponent)
{
    const auto up = [exponent](std::optional<double>& value) {
        if (value)
            value = std::ldexp(*value, exponent);
        if (value && !std::isfinite(*value))
            value.reset();
    };
    for (auto* value : {&column.median, &column.mad, &column.quartileRange, &column.huber,
                        &column.trimmed, &column.qn, &column.sn})
        up(*value);
    if (column.spread) {
        std::optional<double> value = column.spread->value;
        up(value);
        if (value)
            column.spread->value = *value;
        else
            column.spread.reset();
    }
    AdjustedBox& box = *column.box;
    for (double* value :
         {&box.whiskerLow, &box.hingeLow, &box.median, &box.hingeHigh, &box.whiskerHigh})
        *value = std::ldexp(*value, exponent);
}

} // namespace

RobustColumn robustColumn(std::span<const double> values)
{
    constexpr double kHuge = 1e300;
    constexpr int kDown = 64;
    RobustColumn column;
    column.n = values.size();
    if (values.empty())
        return column;
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    const bool huge = sorted.front() < -kHuge || sorted.back() > kHuge;
    if (huge)
        for (double& value : sorted)
            value = std::ldexp(value, -kDown);
    describe(column, sorted);
    if (huge)
        rescale(column, kDown);
    return column;
}

} // namespace twelvefold::statistics
