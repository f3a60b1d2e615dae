// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/similar_need.h"

#include <cstdint>
#include <vector>

namespace twelvefold::statistics {

// The dear and the cheap end of a cohort, found without sorting all of it. Rows are in the order of
// the table; all have a cost above zero and a group, but their profiles have not been looked at.
struct CostTails
{
    std::vector<std::uint32_t> dear, cheap;
    double highest = 0, lowest = 0; // of all costs
    bool everybody = false;         // both are the whole cohort

    // About so many on either side; everybody, when that is about all.
    static CostTails outermost(const ProfileTable& table, std::size_t width);
    // Who could be in a pair at least this far apart, given the highest and lowest cost.
    static CostTails within(const ProfileTable& table, double ratio, double highest, double lowest);
};

} // namespace twelvefold::statistics
