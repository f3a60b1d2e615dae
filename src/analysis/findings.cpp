// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings.h"

#include <algorithm>

namespace twelvefold::analysis {

const char* token(FlagKind kind)
{
    switch (kind) {
    case FlagKind::costAboveExpected:
        return "cost_above_expected";
    case FlagKind::costBelowExpected:
        return "cost_below_expected";
    case FlagKind::similarNeedDifferentCost:
        return "similar_need_different_cost";
    case FlagKind::possibleStepDown:
        return "possible_step_down";
    case FlagKind::noProgressForTheSpend:
        return "no_progress_for_the_spend";
    case FlagKind::breakdownSigns:
        return "breakdown_signs";
    case FlagKind::assessmentStale:
        return "assessment_stale";
    case FlagKind::needMissing:
        return "need_missing";
    case FlagKind::costOfTwoPlacements:
        return "cost_of_two_placements";
    case FlagKind::costTwice:
        return "cost_twice";
    case FlagKind::costOutsidePlacement:
        return "cost_outside_placement";
    case FlagKind::costOutlivesPlacement:
        return "cost_outlives_placement";
    case FlagKind::costMissing:
        break;
    }
    return "cost_missing";
}

const ExpectedCost* Findings::expectedCostOf(std::size_t row) const
{
    const auto found = std::lower_bound(
        expectedCosts.begin(), expectedCosts.end(), row,
        [](const ExpectedCost& expected, std::size_t wanted) { return expected.row < wanted; });
    return found != expectedCosts.end() && found->row == row ? &*found : nullptr;
}

} // namespace twelvefold::analysis
