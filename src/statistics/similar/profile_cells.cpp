// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/profile_cells.h"

#include "statistics/numbers/ranks.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace twelvefold::statistics {
namespace {

std::uint64_t mixed(std::uint64_t key)
{
    key ^= key >> 32;
    key *= 0xd6e8feb86659fd93U;
    key ^= key >> 32;
    return key;
}

std::uint64_t hashOf(const double* profile, std::size_t domains, std::int32_t group)
{
    std::uint64_t hash = static_cast<std::uint32_t>(group);
    for (std::size_t d = 0; d < domains; ++d) // adding zero makes -0 and 0 one value
        hash =
            (hash ^ (std::bit_cast<std::uint64_t>(profile[d] + 0.0) >> 32)) * 0x9e3779b97f4a7c15U +
            std::bit_cast<std::uint64_t>(profile[d] + 0.0);
    return mixed(hash);
}

bool isWhole(double value)
{
    // Beyond this no level can be, and the cast would not be defined.
    return std::abs(value) < 1e15 && static_cast<double>(static_cast<std::int64_t>(value)) == value;
}

constexpr std::uint32_t kProfileCellsEmpty = 0xffffffffU;

} // namespace

CellRows::CellRows(std::span<const std::uint32_t> rowsByCost, std::span<const double> costs,
                   std::span<const std::uint32_t> cellOf, std::size_t cells)
    : m_first(cells + 1, 0), m_rows(rowsByCost.size()), m_costs(rowsByCost.size())
{
    for (const std::uint32_t cell : cellOf)
        ++m_first[cell + 1];
    std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
    // Filled in the order given, so each cell is cheapest first.
    std::vector<std::uint32_t> next(m_first.begin(), m_first.end() - 1);
    for (std::size_t i = 0; i < cellOf.size(); ++i) {
        const std::uint32_t at = next[cellOf[i]]++;
        m_rows[at] = rowsByCost[i];
        m_costs[at] = costs[i];
    }
}

ProfileCells::ProfileCells(const ProfileTable& table, std::span<const std::uint32_t> rowsByCost)
    : m_domains(table.domains)
{
    const std::size_t n = rowsByCost.size();
    const std::size_t mask = std::bit_ceil(n * 2 + 2) - 1;
    std::vector<std::uint32_t> slots(mask + 1, kProfileCellsEmpty);
    std::vector<std::uint32_t> cellOf(n);
    std::vector<double> costs(n);
    for (std::size_t i = 0; i < n; ++i) {
        const double* profile = table.profile(rowsByCost[i]);
        const std::int32_t group = table.group(rowsByCost[i]);
        std::size_t slot = hashOf(profile, m_domains, group) & mask;
        while (slots[slot] != kProfileCellsEmpty &&
               !(m_groups[slots[slot]] == group &&
                 std::equal(profile, profile + m_domains, this->profile(slots[slot]))))
            slot = (slot + 1) & mask;
        if (slots[slot] == kProfileCellsEmpty) {
            slots[slot] = static_cast<std::uint32_t>(m_groups.size());
            m_groups.push_back(group);
            m_profiles.insert(m_profiles.end(), profile, profile + m_domains);
        }
        cellOf[i] = slots[slot];
        costs[i] = table.costs[rowsByCost[i]];
    }
    static_cast<CellRows&>(*this) = CellRows(rowsByCost, costs, cellOf, m_groups.size());
}

void orderByCost(const ProfileTable& table, std::vector<std::uint32_t>& rows)
{
    std::vector<double> costs;
    costs.reserve(rows.size());
    for (const std::uint32_t row : rows)
        costs.push_back(table.costs[row]);
    std::vector<std::uint32_t> positions = order(costs);
    for (std::uint32_t& position : positions)
        position = rows[position];
    rows.swap(positions);
}

std::vector<std::uint32_t> usableByCost(const ProfileTable& table)
{
    std::vector<std::uint32_t> rows;
    rows.reserve(table.size());
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.usable(row))
            rows.push_back(static_cast<std::uint32_t>(row));
    }
    orderByCost(table, rows);
    return rows;
}

ValueRange::ValueRange(std::size_t domains)
    : least(domains, std::numeric_limits<double>::infinity()),
      greatest(domains, -std::numeric_limits<double>::infinity())
{
}

void ValueRange::include(const double* profile)
{
    for (std::size_t d = 0; d < least.size(); ++d) {
        least[d] = std::min(least[d], profile[d]);
        greatest[d] = std::max(greatest[d], profile[d]);
        whole = whole && isWhole(profile[d]);
    }
}

bool ValueRange::smallLevels() const
{
    bool small = whole && least.size() <= 128;
    for (std::size_t d = 0; small && d < least.size(); ++d)
        small = greatest[d] - least[d] < 16 && std::abs(least[d]) < 1000;
    return small;
}

ValueRange rangeOf(const ProfileCells& cells)
{
    ValueRange range(cells.domains());
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        range.include(cells.profile(cell));
    return range;
}

} // namespace twelvefold::statistics
