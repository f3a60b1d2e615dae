// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/profile_cells.h"
#include "statistics/similar/profile_tree.h"

#include <map>
#include <optional>

namespace twelvefold::statistics {

// Finds the nearest profiles of whole levels in a small cohort by looking at every one, sixteen
// levels at a time: below some thousands of profiles no tree is as quick.
class LevelScan
{
public:
    static constexpr std::size_t kMostCells = 3000;

    // Nothing when values are not small levels, weights differ, domains are more than 16, or cells
    // too many.
    static std::optional<LevelScan> build(const ProfileTable& table, const ProfileCells& cells,
                                          const ValueRange& range, Metric metric);

    // As ProfileTree::nearest.
    void nearest(const double* profile, std::int32_t group, std::size_t k, std::uint32_t leftOut,
                 std::vector<Near>& found) const;

private:
    struct Levels
    {
        std::uint64_t first = 0, second = 0; // eight domains each
    };
    LevelScan(const ProfileCells& cells, Metric metric) : m_cells(&cells), m_metric(metric) {}
    Levels levelsOf(const double* profile) const;

    const ProfileCells* m_cells;
    Metric m_metric;
    std::vector<double> m_least;
    struct Group
    {
        std::vector<std::uint32_t> cells;
        std::vector<Levels> levels; // of those
    };
    std::map<std::int32_t, Group> m_groups;
};

} // namespace twelvefold::statistics
