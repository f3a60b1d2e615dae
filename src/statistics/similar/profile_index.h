// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/level_halves.h"
#include "statistics/similar/level_neighbours.h"
#include "statistics/similar/level_scan.h"
#include "statistics/similar/profile_cells.h"
#include "statistics/similar/profile_tree.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace twelvefold::statistics {

// Finds the cells near a profile, by whichever way is quicker for the data: looking up the few
// profiles that lie within the tolerance, or searching a tree. Both are exact.
class ProfileIndex
{
public:
    enum class Use
    {
        nearOnly,
        nearestOnly,
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
    // Grown when it is first needed: where there are levels it seldom is.
    const ProfileTree& tree() const;

    std::optional<LevelNeighbours> m_neighbours;
    std::optional<LevelScan> m_scan;
    std::optional<LevelHalves> m_halves;
    struct Tree
    {
        std::once_flag grown;
        std::optional<ProfileTree> tree;
    };
    std::function<ProfileTree()> m_growTree;
    std::unique_ptr<Tree> m_tree = std::make_unique<Tree>();
};

} // namespace twelvefold::statistics
