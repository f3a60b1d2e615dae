// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/similar_need.h"

#include <cstdint>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// Rows gathered into cells, cheapest first in each.
class CellRows
{
public:
    CellRows() = default;
    // Of rows in the order of orderByCost(): what each costs and which cell it is in.
    CellRows(std::span<const std::uint32_t> rowsByCost, std::span<const double> costs,
             std::span<const std::uint32_t> cellOf, std::size_t cells);

    std::size_t size() const { return m_first.size() - 1; }
    std::size_t children() const { return m_rows.size(); }

    std::span<const std::uint32_t> rows(std::size_t cell) const
    {
        return std::span(m_rows).subspan(m_first[cell], m_first[cell + 1] - m_first[cell]);
    }
    // In the order of rows().
    std::span<const double> costs(std::size_t cell) const
    {
        return std::span(m_costs).subspan(m_first[cell], m_first[cell + 1] - m_first[cell]);
    }
    double lowestCost(std::size_t cell) const { return m_costs[m_first[cell]]; }

private:
    std::vector<std::uint32_t> m_first{0}; // where each begins in m_rows, and the end of the last
    std::vector<std::uint32_t> m_rows;
    std::vector<double> m_costs;
};

// The rows of a table that take part, gathered by profile and group: children with the very same
// needs stand in one cell. Joins then look at cells instead of children.
class ProfileCells : public CellRows
{
public:
    // Rows must be usable and in the order of orderByCost().
    ProfileCells(const ProfileTable& table, std::span<const std::uint32_t> rowsByCost);

    std::size_t domains() const { return m_domains; }
    const double* profile(std::size_t cell) const { return m_profiles.data() + cell * m_domains; }
    std::int32_t group(std::size_t cell) const { return m_groups[cell]; }

private:
    std::size_t m_domains;
    std::vector<double> m_profiles;
    std::vector<std::int32_t> m_groups;
};

// The usable rows, cheapest first, equal costs by row.
std::vector<std::uint32_t> usableByCost(const ProfileTable& table);
void orderByCost(const ProfileTable& table, std::vector<std::uint32_t>& rows);

// The least and the greatest value of each domain, and whether all values are whole numbers.
struct ValueRange
{
    std::vector<double> least, greatest;
    bool whole = true;

    explicit ValueRange(std::size_t domains);
    void include(const double* profile);
    // Whole numbers that lie within 16 consecutive ones in every domain, as levels do.
    bool smallLevels() const;
};
ValueRange rangeOf(const ProfileCells& cells);

} // namespace twelvefold::statistics
