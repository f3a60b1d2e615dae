// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/line_doubts.h"

namespace twelvefold::analysis {

// Days in a placement on which no core cost runs, one after the other.
struct UnpaidDays
{
    domain::Period days;
    DoubtFound doubt;
};

// Those on which the child lives there, by their first day. A line that runs outside the placement
// that it pays for pays for where the child is then. Credits pay for nothing. Runs of days that end
// before `since` are left out, and the days before it are not counted.
std::vector<UnpaidDays> unpaidDays(const domain::Placement& placement, const CostsOfChild& child,
                                   domain::Date since, domain::Date on);

} // namespace twelvefold::analysis
