// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cost_ends.h"

#include <span>
#include <utility>
#include <vector>

// The rule behind placementPaidFor(), for whoever has no whole records at hand, and what follows
// from it when a placement goes.
namespace twelvefold::domain {

// Where a child lives on a day: of the placements that contain it the one that began last, and of
// those the one recorded last, in whatever order they are given. Null: nowhere. A placement here is
// anything with an id and a period.
template<class Lived>
const Lived* livesInOn(std::span<const Lived> placements, Date day)
{
    const Lived* found = nullptr;
    const auto order = [](const Lived& p) { return std::pair(p.period.start, p.id); };
    for (const Lived& placement : placements) {
        if (placement.period.contains(day) && (!found || order(*found) < order(placement)))
            found = &placement;
    }
    return found;
}

// A core cost is what a place costs: a line of it that names no placement pays for the one in which
// it starts. Other lines that name none are the child's own, such as a school taxi, and go on when
// a placement ends.
constexpr bool paysForWhereItStarts(bool namesAPlacement, CostComponent component)
{
    return !namesAPlacement && component == CostComponent::core;
}

// What the removal of a placement, as if it had never been, does to a child's lines: those that pay
// for it go with it, or end where it began if they ran before. A single payment stays, and so does
// a line that then pays for another placement.
std::vector<LineChange> linesWithout(const Placement& gone, std::span<const Placement> placements,
                                     std::span<const CostLine> lines);

} // namespace twelvefold::domain
