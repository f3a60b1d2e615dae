// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/compared.h"
#include "analysis/findings/cost_drivers.h"
#include "analysis/statistics.h"
#include "statistics/shares/shapley.h"

namespace twelvefold::analysis {

// Levels with fewer of n children than this are taken together: five, or a two-hundredth of very
// many, so that a category never has more than 200 columns and their cross-products stay quick.
inline constexpr std::size_t leastInLevel(std::size_t n)
{
    return n / 200 > 5 ? n / 200 : 5;
}
// The model needs so many children for each of its columns.
inline constexpr std::size_t kChildrenAColumn = 3;

// What one kind brings to the model: columns of numbers, or categories.
struct DriverColumns
{
    DriverKind kind = DriverKind::need;
    std::vector<std::vector<double>> numbers;
    std::vector<int> codes;
    std::size_t levels = 0;
    std::size_t taken = 0; // levels taken together, having few children each

    std::size_t columns() const { return levels > 0 ? levels - 1 : numbers.size(); }
};

// Log weekly cost on what is recorded of each child, for the children of whom all that is used is
// recorded.
struct DriversModel
{
    std::vector<std::size_t> rows; // of the cohort, rising
    std::vector<double> logCost;
    std::vector<DriverColumns> kinds;
    std::vector<Trace::LeftOut> leftOut;
    std::vector<Message> notUsed;
    std::optional<Message> undefined;

    std::size_t columns() const;
    std::vector<ModelGroup> groups() const; // views of the kinds
};
DriversModel driversModel(const domain::Cohort& cohort, const Compared& children);

// Which kinds are shown as one, because the others account for one of them more than tenfold.
Players playersOf(const SubModels& models);

} // namespace twelvefold::analysis
