// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/similar/profile_index.h"

namespace twelvefold::analysis {

ProfileIndex::ProfileIndex(const ProfileTable& table, const ProfileCells& cells,
                           const ValueRange& range, const Likeness& likeness, Use use)
{
    // Looking up pays while there are far fewer neighbouring profiles than cells.
    const std::size_t mostNeighbours = std::min<std::size_t>(cells.size() / 6, 8000);
    m_neighbours = LevelNeighbours::build(table, cells, range, likeness, mostNeighbours);
    if (!m_neighbours || use == Use::nearAndNearest)
        m_tree.emplace(table, cells, range, likeness);
    // A tree of few leaves is soon searched; looking up halves of profiles pays beyond.
    if (use == Use::nearAndNearest && cells.size() > 3000)
        m_halves = LevelHalves::build(table, cells, range, likeness.metric);
}

void ProfileIndex::near(const double* profile, std::int32_t group, const Reach& reach,
                        std::vector<std::uint32_t>& found) const
{
    if (m_neighbours)
        m_neighbours->near(profile, group, reach, found);
    else
        m_tree->near(profile, group, reach, found);
}

void ProfileIndex::nearest(const double* profile, std::int32_t group, std::size_t k,
                           std::uint32_t leftOut, std::vector<Near>& found) const
{
    if (!m_halves || !m_halves->nearest(profile, group, k, leftOut, found))
        m_tree->nearest(profile, group, k, leftOut, found);
}

} // namespace twelvefold::analysis
