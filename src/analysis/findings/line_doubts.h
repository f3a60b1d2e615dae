// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/cost_matching.h"
#include "domain/cost_ends.h"

namespace twelvefold::analysis {

// One child's placements and lines, and which of those pays for which of these. The records must
// outlive it.
struct CostsOfChild
{
    CostsOfChild(std::span<const domain::Placement> all, std::span<const domain::CostLine> paid);

    std::span<const domain::Placement> placements;
    std::span<const domain::CostLine> lines;
    std::vector<const domain::Placement*> paidFor; // by line, null: none
    std::vector<domain::RunningLine> running;      // by line, as the doubts of a day see it
};

// Whether a line pays for a placement at all, or ought to.
inline bool isForAPlacement(const domain::CostLine& line)
{
    return line.placement || line.component == domain::CostComponent::core;
}

// The days on which a line is paid: of a single payment without dates, the day of it.
domain::Period daysPaid(const domain::CostLine& line);

// How many days of a period lie on or before a day; all of them where it begins later and ends.
std::int64_t daysUpTo(const domain::Period& period, domain::Date last);

PlacementMatched inBrief(const domain::Placement& placement);

// What is doubtful about the line with this index, by CostDoubt; of its names and its day the
// matching is asked.
std::vector<DoubtFound> doubtsOf(std::size_t line, const CostsOfChild& child,
                                 const CostMatching& matching);

} // namespace twelvefold::analysis
