// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/level_neighbours.h"

#include "statistics/similar/level_steps.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace twelvefold::statistics {
namespace {

constexpr std::uint32_t kLevelNeighboursEmpty = 0xffffffffU;

std::uint64_t scrambled(std::uint64_t key)
{
    return key * 0x9e3779b97f4a7c15U; // multiplicative hashing: the high bits are the good ones
}

} // namespace

std::optional<LevelNeighbours> LevelNeighbours::build(const ProfileTable& table,
                                                      const ProfileCells& cells,
                                                      const ValueRange& range,
                                                      const Likeness& likeness,
                                                      std::size_t mostNeighbours)
{
    if (!range.smallLevels())
        return std::nullopt;
    LevelNeighbours neighbours(table, cells, likeness);
    if (!neighbours.enumerate(range, mostNeighbours))
        return std::nullopt;
    neighbours.chooseMultipliers(range);
    neighbours.fillTable();
    return neighbours;
}

bool LevelNeighbours::enumerate(const ValueRange& range, std::size_t most)
{
    std::vector<int> greatest;
    for (std::size_t d = 0; d < m_table->domains; ++d)
        greatest.push_back(static_cast<int>(range.greatest[d] - range.least[d]));
    auto within = levelSteps(*m_table, m_likeness, greatest, most);
    if (!within)
        return false;
    m_steps = std::move(*within);
    m_reachOf.assign(m_table->domains, 0);
    for (const auto& steps : m_steps) {
        for (std::size_t d = 0; d < steps.size(); ++d)
            m_reachOf[d] = std::max<std::int32_t>(m_reachOf[d], std::abs(steps[d]));
    }
    return true;
}

void LevelNeighbours::chooseMultipliers(const ValueRange& range)
{
    const std::size_t domains = m_table->domains;
    m_least = range.least;
    m_multipliers.assign(domains + 1, 1);
    std::uint64_t product = 1;
    m_unique = true;
    for (std::size_t d = 0; d < domains; ++d) {
        m_multipliers[d] = product;
        // A place for every level and for every step beyond the least and the greatest.
        const auto places =
            static_cast<std::uint64_t>(range.greatest[d] - range.least[d] + 1 + 2 * m_reachOf[d]);
        m_unique = m_unique && product <= (std::uint64_t{1} << 32) * ((1U << 31) / places);
        product *= places;
    }
    // What is left above must hold the group.
    std::int32_t greatestGroup = 0;
    for (std::size_t cell = 0; cell < m_cells->size(); ++cell)
        greatestGroup = std::max(greatestGroup, m_cells->group(cell));
    m_multipliers[domains] = product;
    m_unique = m_unique && product <= (std::uint64_t{1} << 62) /
                                          (static_cast<std::uint64_t>(greatestGroup) + 1);
    if (!m_unique) {
        std::uint64_t state = 0x2545f4914f6cdd1dU;
        for (std::uint64_t& multiplier : m_multipliers) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            multiplier = state | 1;
        }
    }
    for (const auto& steps : m_steps) {
        std::uint64_t offset = 0;
        for (std::size_t d = 0; d < domains; ++d)
            offset += m_multipliers[d] * static_cast<std::uint64_t>(std::int64_t{steps[d]});
        m_offsets.push_back(offset);
    }
}

std::uint64_t LevelNeighbours::keyOf(const double* profile, std::int32_t group) const
{
    const std::size_t domains = m_table->domains;
    std::uint64_t key = m_multipliers[domains] * static_cast<std::uint32_t>(group);
    for (std::size_t d = 0; d < domains; ++d) {
        const auto place = static_cast<std::int64_t>(profile[d] - m_least[d]) + m_reachOf[d];
        key += m_multipliers[d] * static_cast<std::uint64_t>(place);
    }
    return key;
}

void LevelNeighbours::fillTable()
{
    const std::size_t size = std::bit_ceil(m_cells->size() * 2 + 2);
    m_slots.assign(size, {});
    m_slotShift = 64 - std::countr_zero(size);
    const std::size_t bits = std::max<std::size_t>(size * 8, 64);
    m_filter.assign(bits / 64, 0);
    m_filterShift = 64 - std::countr_zero(bits);
    for (std::size_t cell = 0; cell < m_cells->size(); ++cell) {
        const std::uint64_t key = keyOf(m_cells->profile(cell), m_cells->group(cell));
        const std::uint64_t hash = scrambled(key);
        std::size_t slot = hash >> m_slotShift;
        while (m_slots[slot].cell != kLevelNeighboursEmpty)
            slot = (slot + 1) & (size - 1);
        m_slots[slot] = {key, static_cast<std::uint32_t>(cell), 0};
        const std::uint64_t bit = hash >> m_filterShift;
        m_filter[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
}

bool LevelNeighbours::isStepAway(std::uint32_t cell, const double* profile, std::int32_t group,
                                 const std::vector<std::int8_t>& steps) const
{
    const double* other = m_cells->profile(cell);
    bool away = m_cells->group(cell) == group;
    for (std::size_t d = 0; away && d < steps.size(); ++d)
        away = other[d] == profile[d] + steps[d];
    return away;
}

void LevelNeighbours::near(const double* profile, std::int32_t group, const Reach& reach,
                           std::vector<std::uint32_t>& found) const
{
    found.clear();
    const std::uint64_t own = keyOf(profile, group);
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t i = 0; i < m_offsets.size(); ++i) {
        const std::uint64_t key = own + m_offsets[i];
        const std::uint64_t hash = scrambled(key);
        const std::uint64_t bit = hash >> m_filterShift;
        if ((m_filter[bit / 64] >> (bit % 64) & 1) == 0)
            continue;
        for (std::size_t slot = hash >> m_slotShift; m_slots[slot].cell != kLevelNeighboursEmpty;
             slot = (slot + 1) & mask) {
            const std::uint32_t cell = m_slots[slot].cell;
            if (m_slots[slot].key != key || !reach.includes(m_cells->lowestCost(cell)))
                continue;
            if (m_unique || isStepAway(cell, profile, group, m_steps[i]))
                found.push_back(cell);
        }
    }
}

} // namespace twelvefold::statistics
