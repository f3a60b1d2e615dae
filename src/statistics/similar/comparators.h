// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/description/descriptive.h"
#include "statistics/similar/profile_index.h"

namespace twelvefold::statistics {

// The children whose needs are like one child's: those within the tolerance or, where these are
// fewer than 5, the 10 nearest (ties by row). The child is not among them.
struct Comparators
{
    std::size_t count = 0;
    bool nearestInstead = false;
    Quartiles costs;                // of those that count; zero when there are none
    std::vector<Near> nearestFirst; // rows of the table, where they were to be listed
};

// Finds them for one profile at a time; surroundings.h does for all children at once.
class ComparatorSearch
{
public:
    static constexpr std::size_t kEnough = 5;
    static constexpr std::size_t kInstead = 10;

    // The rows to find are those usable in the table.
    ComparatorSearch(const ProfileTable& table, const Likeness& likeness);

    // Of one profile, listed; itself is the row to leave out, or kNobody.
    static constexpr std::uint32_t kNobody = 0xffffffffU;
    Comparators of(const double* profile, std::int32_t group, std::uint32_t itself) const;

private:
    const ProfileTable& m_table;
    Likeness m_likeness;
    ProfileCells m_cells;
    ValueRange m_range;
    ProfileIndex m_index;
};

} // namespace twelvefold::statistics
