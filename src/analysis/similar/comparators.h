// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/methods/descriptive.h"
#include "analysis/similar/profile_index.h"

#include <functional>
#include <stop_token>

namespace twelvefold::analysis {

// The children whose needs are like one child's: those within the tolerance or, where these are
// fewer than 5, the 10 nearest (ties by row). The child is not among them.
struct Comparators
{
    std::size_t count = 0;
    bool nearestInstead = false;
    Quartiles costs;                // of those that count; zero when there are none
    std::vector<Near> nearestFirst; // rows of the table, where they were to be listed
};

class ComparatorSearch
{
public:
    // The rows to find are those usable in the table.
    ComparatorSearch(const ProfileTable& table, const Likeness& likeness);

    // Calls take(row, comparators) for each usable row, from several threads at once for many.
    void forEachChild(bool listed, std::stop_token stop,
                      const std::function<void(std::size_t, const Comparators&)>& take) const;

    // Of one profile, listed; itself is the row to leave out, or kNobody.
    static constexpr std::uint32_t kNobody = 0xffffffffU;
    Comparators of(const double* profile, std::int32_t group, std::uint32_t itself) const;

private:
    // The cells within the tolerance of a profile, and what was gathered from them.
    struct Scratch
    {
        std::vector<std::uint32_t> cells;
        std::size_t children = 0;
        std::vector<double> costs;
        std::vector<Near> nearest;
    };
    void nearestInstead(const double* profile, std::int32_t group, std::uint32_t itself,
                        bool listed, Scratch& scratch, Comparators& result) const;
    void gather(Scratch& scratch) const;
    std::vector<Near> list(const double* profile, const Scratch& scratch,
                           std::uint32_t itself) const;
    void forCell(std::size_t cell, bool listed, Scratch& scratch,
                 const std::function<void(std::size_t, const Comparators&)>& take) const;

    const ProfileTable& m_table;
    Likeness m_likeness;
    ProfileCells m_cells;
    ValueRange m_range;
    ProfileIndex m_index;
};

} // namespace twelvefold::analysis
