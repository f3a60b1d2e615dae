// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/level_neighbours.h"
#include "statistics/similar/profile_cells.h"

#include <memory>

namespace twelvefold::statistics {

// A row and how far its profile is from the one asked about.
struct Near
{
    double distance = 0;
    std::uint32_t row = 0;
    auto operator<=>(const Near&) const = default;
};

// Finds similar profiles of any numbers, under any metric and tolerance: a k-d tree over the cells
// of each group (Friedman, Bentley & Finkel 1977), with leaves of 64 compared side by side.
class ProfileTree
{
public:
    // Range: of every profile that is indexed or will be asked about.
    ProfileTree(const ProfileTable& table, const ProfileCells& cells, const ValueRange& range,
                const Likeness& likeness);
    ~ProfileTree();
    ProfileTree(ProfileTree&&) noexcept;
    ProfileTree& operator=(ProfileTree&&) noexcept;

    // As ProfileIndex::near.
    void near(const double* profile, std::int32_t group, const Reach& reach,
              std::vector<std::uint32_t>& found) const;

    // Replaces found by the k nearest rows of a group, nearest first, equal distances by row;
    // fewer when there are no more. One row may be left out: the child's own.
    void nearest(const double* profile, std::int32_t group, std::size_t k, std::uint32_t leftOut,
                 std::vector<Near>& found) const;

    class Search;

private:
    std::unique_ptr<const Search> m_search;
};

} // namespace twelvefold::statistics
