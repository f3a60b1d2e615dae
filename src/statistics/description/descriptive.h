// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

// Descriptions of one column of finite values; nothing where there are too few of them.
namespace twelvefold::statistics {

std::optional<double> mean(std::span<const double> values);
std::optional<double> standardDeviation(std::span<const double> values); // divisor n - 1
std::optional<double> lag1Autocorrelation(std::span<const double> values);

// Linear between order statistics, position 1 + (n - 1)p: type 7 of Hyndman & Fan 1996, as in a
// spreadsheet.
std::optional<double> quantile(std::span<const double> values, double p);
std::optional<double> quantileOfSorted(std::span<const double> sorted, double p);
std::optional<double> median(std::span<const double> values);

struct Quartiles
{
    double lower = 0, median = 0, upper = 0;
};
std::optional<Quartiles> quartiles(std::span<const double> values);

struct Range
{
    double min = 0, max = 0;
};
std::optional<Range> range(std::span<const double> values);

} // namespace twelvefold::statistics
