// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/similar/cost_tails.h"

#include "analysis/similar/profile_cells.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace twelvefold::analysis {
namespace {

// Positive doubles are ordered as their bits are: sign, exponent and the first six bits of the
// fraction make 2^18 bins, each some 1.5 % wide.
constexpr int kShift = 46;

std::size_t binOf(double cost)
{
    return static_cast<std::size_t>(std::bit_cast<std::uint64_t>(cost) >> kShift);
}
double leastOf(std::size_t bin)
{
    return std::bit_cast<double>(static_cast<std::uint64_t>(bin) << kShift);
}

bool hasCost(const ProfileTable& table, std::size_t row)
{
    return table.costs[row] > 0 && std::isfinite(table.costs[row]) && table.group(row) >= 0;
}

} // namespace

CostTails::CostTails(const ProfileTable& table)
    : m_table(table), m_histogram(std::size_t{1} << (64 - kShift), 0)
{
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (!hasCost(table, row))
            continue;
        const double cost = table.costs[row];
        m_lowest = m_count == 0 ? cost : std::min(m_lowest, cost);
        m_highest = m_count == 0 ? cost : std::max(m_highest, cost);
        ++m_histogram[binOf(cost)];
        ++m_count;
    }
}

CostTails::Bounds CostTails::outermost(std::size_t width) const
{
    Bounds bounds{m_highest, m_lowest, true};
    if (width >= m_count / 2)
        return bounds;
    bounds.everybody = false;
    std::size_t bin = 0;
    for (std::size_t seen = 0; seen < width; ++bin)
        seen += m_histogram[bin];
    bounds.cheapUpTo = std::nextafter(leastOf(bin), 0.0);
    bin = m_histogram.size();
    for (std::size_t seen = 0; seen < width;)
        seen += m_histogram[--bin];
    bounds.dearFrom = leastOf(bin);
    return bounds;
}

CostTails::Bounds CostTails::within(double ratio) const
{
    // The ratios themselves are compared, as for a pair: rounding must not lose one that is equal.
    Bounds bounds{m_highest / ratio, m_lowest * ratio, false};
    while (m_highest / std::nextafter(bounds.cheapUpTo, m_highest) >= ratio &&
           bounds.cheapUpTo < m_highest)
        bounds.cheapUpTo = std::nextafter(bounds.cheapUpTo, m_highest);
    while (std::nextafter(bounds.dearFrom, 0.0) / m_lowest >= ratio)
        bounds.dearFrom = std::nextafter(bounds.dearFrom, 0.0);
    return bounds;
}

template<class Wanted>
std::vector<std::uint32_t> CostTails::usableWhere(Wanted wanted) const
{
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < m_table.size(); ++row) {
        if (wanted(m_table.costs[row]) && m_table.usable(row))
            rows.push_back(static_cast<std::uint32_t>(row));
    }
    orderByCost(m_table, rows);
    return rows;
}

std::vector<std::uint32_t> CostTails::cheap(const Bounds& bounds) const
{
    return usableWhere([&](double cost) { return cost <= bounds.cheapUpTo; });
}

std::vector<std::uint32_t> CostTails::dear(const Bounds& bounds) const
{
    std::vector<std::uint32_t> rows =
        usableWhere([&](double cost) { return cost >= bounds.dearFrom; });
    std::reverse(rows.begin(), rows.end());
    return rows;
}

} // namespace twelvefold::analysis
