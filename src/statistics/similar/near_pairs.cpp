// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/near_pairs.h"

#include "statistics/similar/profile_cells.h"
#include "statistics/similar/profile_index.h"

namespace twelvefold::statistics {

NearPairs::NearPairs(const ProfileTable& table, const Likeness& likeness, std::stop_token stop)
    : m_first(table.size() + 1, 0)
{
    const ProfileCells cells(table, usableByCost(table));
    ValueRange range(table.domains);
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        range.include(cells.profile(cell));
    const ProfileIndex index(table, cells, range, likeness);
    constexpr std::size_t kNoCell = static_cast<std::size_t>(-1);
    std::vector<std::size_t> cellOf(table.size(), kNoCell);
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        for (const std::uint32_t row : cells.rows(cell))
            cellOf[row] = cell;
    }
    std::vector<std::uint32_t> found;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (cellOf[row] != kNoCell && !stop.stop_requested()) {
            index.near(table.profile(row), table.group(row), {}, found);
            for (const std::uint32_t cell : found) {
                for (const std::uint32_t other : cells.rows(cell)) {
                    if (other > row)
                        m_later.push_back(other);
                }
            }
        }
        m_first[row + 1] = m_later.size();
    }
}

} // namespace twelvefold::statistics
