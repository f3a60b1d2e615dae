// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/description/descriptive.h"

#include "statistics/numbers/sums.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::statistics {
namespace {

double scaleOf(std::span<const double> values)
{
    double largest = 0.0;
    for (double value : values)
        largest = std::max(largest, std::fabs(value));
    return largest;
}

} // namespace

std::optional<double> mean(std::span<const double> values)
{
    if (values.empty())
        return std::nullopt;
    const double total = sum(values);
    const double n = static_cast<double>(values.size());
    if (std::isfinite(total))
        return total / n;
    // The sum of huge values overflows where their mean does not.
    const double scale = scaleOf(values);
    DoubleDouble parts;
    for (double value : values)
        parts.add(value / scale);
    return parts.value() / n * scale;
}

std::optional<double> standardDeviation(std::span<const double> values)
{
    if (values.size() < 2)
        return std::nullopt;
    const double scale = scaleOf(values);
    if (scale == 0.0)
        return 0.0;
    // By a power of two, so that nothing is rounded and no square overflows or vanishes.
    int exponent = 0;
    std::frexp(scale, &exponent);
    std::vector<double> scaled(values.begin(), values.end());
    for (double& value : scaled)
        value = std::ldexp(value, -exponent);
    const std::vector<double> away = deviations(scaled);
    const double variance = sumOfSquares(away) / static_cast<double>(values.size() - 1);
    return std::ldexp(std::sqrt(variance), exponent);
}

std::optional<double> lag1Autocorrelation(std::span<const double> values)
{
    if (values.size() < 2)
        return std::nullopt;
    const std::vector<double> away = deviations(values);
    const double squares = sumOfSquares(away);
    if (!(squares > 0.0) || !std::isfinite(squares))
        return std::nullopt;
    const std::span<const double> all(away);
    return dot(all.first(all.size() - 1), all.last(all.size() - 1)) / squares;
}

std::optional<double> quantileOfSorted(std::span<const double> sorted, double p)
{
    if (sorted.empty())
        return std::nullopt;
    const double position = std::clamp(p, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const double fraction = position - static_cast<double>(below);
    if (below + 1 >= sorted.size() || fraction == 0.0)
        return sorted[below];
    return (1.0 - fraction) * sorted[below] + fraction * sorted[below + 1];
}

std::optional<double> quantile(std::span<const double> values, double p)
{
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    return quantileOfSorted(sorted, p);
}

std::optional<double> median(std::span<const double> values)
{
    if (values.empty())
        return std::nullopt;
    std::vector<double> copy(values.begin(), values.end());
    const auto middle = copy.begin() + static_cast<std::ptrdiff_t>(copy.size() / 2);
    std::nth_element(copy.begin(), middle, copy.end());
    if (copy.size() % 2 == 1)
        return *middle;
    return 0.5 * *middle + 0.5 * *std::max_element(copy.begin(), middle);
}

std::optional<Quartiles> quartiles(std::span<const double> values)
{
    if (values.empty())
        return std::nullopt;
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    return Quartiles{*quantileOfSorted(sorted, 0.25), *quantileOfSorted(sorted, 0.5),
                     *quantileOfSorted(sorted, 0.75)};
}

std::optional<Range> range(std::span<const double> values)
{
    if (values.empty())
        return std::nullopt;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    return Range{*least, *most};
}

} // namespace twelvefold::statistics
