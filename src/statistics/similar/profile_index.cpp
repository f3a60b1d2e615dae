// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/profile_index.h"

namespace twelvefold::statistics {

ProfileIndex::ProfileIndex(const ProfileTable& table, const ProfileCells& cells,
                           const ValueRange& range, const Likeness& likeness, Use use)
    : m_growTree(
          [&table, &cells, range, likeness] { return ProfileTree(table, cells, range, likeness); })
{
    // Looking up pays while there are far fewer neighbouring profiles than cells.
    const std::size_t mostNeighbours = std::min<std::size_t>(cells.size() / 6, 8000);
    if (use != Use::nearestOnly)
        m_neighbours = LevelNeighbours::build(table, cells, range, likeness, mostNeighbours);
    if (use == Use::nearOnly)
        return;
    // A small cohort is soon looked through; looking up halves of profiles pays beyond.
    m_scan = LevelScan::build(table, cells, range, likeness.metric);
    if (!m_scan)
        m_halves = LevelHalves::build(table, cells, range, likeness.metric);
}

const ProfileTree& ProfileIndex::tree() const
{
    std::call_once(m_tree->grown, [this] { m_tree->tree.emplace(m_growTree()); });
    return *m_tree->tree;
}

void ProfileIndex::near(const double* profile, std::int32_t group, const Reach& reach,
                        std::vector<std::uint32_t>& found) const
{
    if (m_neighbours)
        m_neighbours->near(profile, group, reach, found);
    else
        tree().near(profile, group, reach, found);
}

void ProfileIndex::nearest(const double* profile, std::int32_t group, std::size_t k,
                           std::uint32_t leftOut, std::vector<Near>& found) const
{
    if (m_scan)
        m_scan->nearest(profile, group, k, leftOut, found);
    else if (!m_halves || !m_halves->nearest(profile, group, k, leftOut, found))
        tree().nearest(profile, group, k, leftOut, found);
}

} // namespace twelvefold::statistics
