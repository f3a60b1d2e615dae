// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/profile_cells.h"
#include "statistics/similar/profile_tree.h"

#include <array>
#include <map>
#include <optional>

namespace twelvefold::statistics {

// Finds the nearest profiles of whole levels in large cohorts. Of two profiles a distance of 2h + 1
// apart, either the first or the second half of the domains differs by h at most; so looking up the
// halves near a profile's own halves finds everybody who is near as a whole (multi-index search,
// after Norouzi, Punjani & Fleet 2012). For domains that count alike.
class LevelHalves
{
public:
    // Nothing when values are not small levels, weights differ, or a half has more than
    // eight domains or too many profiles.
    static std::optional<LevelHalves> build(const ProfileTable& table, const ProfileCells& cells,
                                            const ValueRange& range, Metric metric);

    // As ProfileTree::nearest. False when they are too far away to be found like this.
    bool nearest(const double* profile, std::int32_t group, std::size_t k, std::uint32_t leftOut,
                 std::vector<Near>& found) const;

private:
    // The domains of one half and how to number its profiles.
    struct Half
    {
        std::size_t first = 0, last = 0;    // domains
        std::vector<std::int32_t> places;   // how many levels each domain has
        std::vector<std::int32_t> strides;  // of the number of a profile
        std::size_t profiles = 1;           // how many there can be
        std::vector<std::int8_t> steps;     // to the others, one after another, shortest first
        std::vector<std::size_t> stepsUpTo; // how many are at most so long (squared: euclidean)
    };
    // Of one group: the cells with each half profile.
    struct Buckets
    {
        std::vector<std::uint32_t> first; // one a profile of the half, and the end
        std::vector<std::uint32_t> cells;
        std::vector<std::uint32_t> children; // how many are in the cell
        std::vector<std::uint64_t> others;   // the levels of their other half, a byte each
    };

    LevelHalves(const ProfileCells& cells, Metric metric) : m_cells(&cells), m_metric(metric) {}
    bool layOut(const ValueRange& range);
    void enumerateSteps(Half& half) const;
    void fill();
    std::int32_t number(const Half& half, const std::int8_t* levels) const;
    struct Query;
    void visit(Query& query, std::size_t half, std::size_t step, int length) const;
    void nearestFirst(const Query& query, std::vector<Near>& found) const;

    const ProfileCells* m_cells;
    Metric m_metric;
    std::vector<double> m_least;
    std::size_t m_domains = 0;
    std::array<Half, 2> m_halves;
    std::map<std::int32_t, std::array<Buckets, 2>> m_groups;
};

} // namespace twelvefold::statistics
