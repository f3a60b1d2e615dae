// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/pair_round.h"

#include "statistics/similar/level_round.h"
#include "statistics/similar/profile_index.h"

#include <algorithm>

namespace twelvefold::statistics {
namespace {

std::vector<std::uint32_t> usableFirstCheapest(const ProfileTable& table,
                                               std::vector<std::uint32_t> rows)
{
    std::erase_if(rows, [&](std::uint32_t row) { return !table.usable(row); });
    orderByCost(table, rows);
    return rows;
}

ValueRange rangeOf(const ProfileTable& table, std::span<const std::uint32_t> dear,
                   const ProfileCells& cheap)
{
    ValueRange range(table.domains);
    for (const std::uint32_t row : dear)
        range.include(table.profile(row));
    for (std::size_t cell = 0; cell < cheap.size(); ++cell)
        range.include(cheap.profile(cell));
    return range;
}

// Among any numbers, or levels of which too many are within the tolerance.
class ProfileRound : public PairRound
{
public:
    ProfileRound(const ProfileTable& table, const Likeness& likeness, const CostTails& tails)
        : m_table(table), m_dear(usableFirstCheapest(table, tails.dear)),
          m_cheap(table, usableFirstCheapest(table, tails.cheap)),
          m_index(table, m_cheap, rangeOf(table, m_dear, m_cheap), likeness)
    {
        std::reverse(m_dear.begin(), m_dear.end());
        for (const std::uint32_t row : m_dear)
            m_costs.push_back(table.costs[row]);
    }

    std::span<const std::uint32_t> dear() const override { return m_dear; }
    std::span<const double> dearCosts() const override { return m_costs; }
    const CellRows& cheap() const override { return m_cheap; }
    void near(std::size_t dear, const Reach& reach, std::vector<Found>& found) const override
    {
        const std::uint32_t row = m_dear[dear];
        std::vector<std::uint32_t> cells;
        m_index.near(m_table.profile(row), m_table.group(row), reach, cells);
        found.clear();
        for (const std::uint32_t cell : cells)
            found.push_back({cell, 0, m_cheap.lowestCost(cell)});
    }
    bool confirms(std::size_t, Found, std::uint32_t) const override { return true; }

private:
    const ProfileTable& m_table;
    std::vector<std::uint32_t> m_dear;
    std::vector<double> m_costs;
    ProfileCells m_cheap;
    ProfileIndex m_index;
};

} // namespace

std::unique_ptr<const PairRound> PairRound::make(const ProfileTable& table,
                                                 const Likeness& likeness, const CostTails& tails)
{
    if (auto round = LevelRound::make(table, likeness, tails))
        return round;
    return std::make_unique<ProfileRound>(table, likeness, tails);
}

} // namespace twelvefold::statistics
