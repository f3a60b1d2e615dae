// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/comparators.h"

#include <algorithm>

namespace twelvefold::statistics {
namespace {

ValueRange rangeOf(const ProfileTable& table)
{
    ValueRange range(table.domains);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.usable(row))
            range.include(table.profile(row));
    }
    return range;
}

} // namespace

ComparatorSearch::ComparatorSearch(const ProfileTable& table, const Likeness& likeness)
    : m_table(table), m_likeness(likeness), m_cells(table, usableByCost(table)),
      m_range(rangeOf(table)),
      m_index(table, m_cells, m_range, likeness, ProfileIndex::Use::nearAndNearest)
{
}

Comparators ComparatorSearch::of(const double* profile, std::int32_t group,
                                 std::uint32_t itself) const
{
    Comparators result;
    std::vector<std::uint32_t> cells;
    m_index.near(profile, group, {}, cells);
    for (const std::uint32_t cell : cells) {
        const double distance = distanceBetween(profile, m_cells.profile(cell), m_table.domains,
                                                m_table.weights, m_likeness.metric);
        for (const std::uint32_t row : m_cells.rows(cell)) {
            if (row != itself)
                result.nearestFirst.push_back({distance, row});
        }
    }
    std::sort(result.nearestFirst.begin(), result.nearestFirst.end());
    if (result.nearestFirst.size() < kEnough) {
        m_index.nearest(profile, group, kInstead, itself, result.nearestFirst);
        result.nearestInstead = !result.nearestFirst.empty();
    }
    result.count = result.nearestFirst.size();
    std::vector<double> costs;
    for (const Near& near : result.nearestFirst)
        costs.push_back(m_table.costs[near.row]);
    if (const auto found = quartiles(costs))
        result.costs = *found;
    return result;
}

} // namespace twelvefold::statistics
