// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"
#include "statistics/messages.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// How strongly two columns rise and fall together, with its two-sided 95 % interval and p-value.
struct CorrelationEstimate
{
    std::optional<double> estimate, lower, upper, p;
    std::size_t n = 0;                // pairs used
    std::size_t dropped = 0;          // pairs with a value missing
    std::optional<Message> undefined; // why there is no estimate
    std::vector<Message> notes;       // why there is no interval or p; "a perfect line"
};

// Spans must be of equal length and finite.
CorrelationEstimate pearson(std::span<const double> x, std::span<const double> y);
CorrelationEstimate spearman(std::span<const double> x, std::span<const double> y);
CorrelationEstimate kendall(std::span<const double> x, std::span<const double> y); // tau-b

// The same of the rows in which both columns have a value.
CorrelationEstimate pearson(const domain::NumberColumn& x, const domain::NumberColumn& y);
CorrelationEstimate spearman(const domain::NumberColumn& x, const domain::NumberColumn& y);
CorrelationEstimate kendall(const domain::NumberColumn& x, const domain::NumberColumn& y);

// Pearson's r of what is left of x and y after a least-squares fit on the given columns.
CorrelationEstimate partialCorrelation(std::span<const double> x, std::span<const double> y,
                                       std::span<const std::span<const double>> given);

// Ranks from 1, ties sharing their mean rank.
std::vector<double> midRanks(std::span<const double> values);

} // namespace twelvefold::statistics
