// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/similar/similar_need.h"

#include <cstdint>
#include <vector>

namespace twelvefold::analysis {

// The cheap and the dear end of a cohort, found without sorting all of it.
class CostTails
{
public:
    explicit CostTails(const ProfileTable& table);

    // Who is cheap: costs up to one bound. Who is dear: costs from the other.
    struct Bounds
    {
        double cheapUpTo = 0;
        double dearFrom = 0;
        bool everybody = false;
    };
    // At least so many on either side; everybody, when that is about all.
    Bounds outermost(std::size_t width) const;
    // Who could be in a pair at least this far apart.
    Bounds within(double ratio) const;

    std::vector<std::uint32_t> cheap(const Bounds& bounds) const; // cheapest first, then by row
    std::vector<std::uint32_t> dear(const Bounds& bounds) const;  // dearest first

private:
    template<class Wanted>
    std::vector<std::uint32_t> usableWhere(Wanted wanted) const;

    const ProfileTable& m_table;
    std::vector<std::uint32_t> m_histogram; // of costs by their leading bits
    std::size_t m_count = 0;
    double m_lowest = 0, m_highest = 0;
};

} // namespace twelvefold::analysis
