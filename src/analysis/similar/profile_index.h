// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/similar/level_halves.h"
#include "analysis/similar/level_neighbours.h"
#include "analysis/similar/profile_cells.h"
#include "analysis/similar/profile_tree.h"

#include <optional>

namespace twelvefold::analysis {

// Finds the cells near a profile, by whichever way is quicker for the data: looking up the few
// profiles that lie within the tolerance, or searching a tree. Both are exact.
class ProfileIndex
{
public:
    enum class Use
    {
        nearOnly,
        nearAndNearest
    };
    // Range: of every profile that is indexed or will be asked about.
    ProfileIndex(const ProfileTable& table, const ProfileCells& cells, const ValueRange& range,
                 const Likeness& likeness, Use use = Use::nearOnly);

    // Replaces found by the cells within the tolerance of a profile, in its group, whose cheapest
    // child is within reach; in no particular order, but always the same.
    void near(const double* profile, std::int32_t group, const Reach& reach,
              std::vector<std::uint32_t>& found) const;

    // As ProfileTree::nearest.
    void nearest(const double* profile, std::int32_t group, std::size_t k, std::uint32_t leftOut,
                 std::vector<Near>& found) const;

private:
    std::optional<LevelNeighbours> m_neighbours;
    std::optional<LevelHalves> m_halves;
    std::optional<ProfileTree> m_tree;
};

} // namespace twelvefold::analysis
