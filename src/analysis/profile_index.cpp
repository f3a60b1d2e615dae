// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/profile_index.h"

namespace twelvefold::analysis {

ProfileIndex::ProfileIndex(const ProfileTable& table, const ProfileCells& cells,
                           const ValueRange& range, const Likeness& likeness)
{
    // Looking up pays while there are far fewer neighbouring profiles than cells.
    const std::size_t mostNeighbours = std::min<std::size_t>(cells.size() / 6, 8000);
    m_neighbours = LevelNeighbours::build(table, cells, range, likeness, mostNeighbours);
    if (!m_neighbours)
        m_tree.emplace(table, cells, range, likeness);
}

void ProfileIndex::near(const double* profile, std::int32_t group, const Reach& reach,
                        std::vector<std::uint32_t>& found) const
{
    if (m_neighbours)
        m_neighbours->near(profile, group, reach, found);
    else
        m_tree->near(profile, group, reach, found);
}

} // namespace twelvefold::analysis
