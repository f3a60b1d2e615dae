// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings.h"

#include "analysis/findings/told.h"

#include <algorithm>

namespace twelvefold::analysis {

std::optional<Message> Findings::whyNotSplit() const
{
    if (!paidCare)
        return std::nullopt;
    return paidCare->undefined ? paidCare->undefined : costShares.undefined;
}

const ExpectedCost* Findings::expectedCostOf(std::size_t row) const
{
    const auto found = std::lower_bound(
        expectedCosts.begin(), expectedCosts.end(), row,
        [](const ExpectedCost& expected, std::size_t wanted) { return expected.row < wanted; });
    return found != expectedCosts.end() && found->row == row ? &*found : nullptr;
}

std::vector<HeadlineTrace> tracesOfHeadline(const Findings& findings)
{
    using Of = HeadlineTrace::Of;
    if (!findings.costShares.need)
        return {{Of::needExplains, &findings.needExplains.trace}};
    std::vector<HeadlineTrace> traces{{Of::shares, &findings.costShares.trace}};
    if (findings.paidCare && !findings.whyNotSplit())
        traces.push_back({Of::amounts, &findings.paidCare->trace});
    if (findings.sameNeed.ratio)
        traces.push_back({Of::sameNeed, &findings.sameNeed.trace});
    return traces;
}

} // namespace twelvefold::analysis
