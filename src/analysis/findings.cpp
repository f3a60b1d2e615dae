// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings.h"

#include <algorithm>

namespace twelvefold::analysis {

const ExpectedCost* Findings::expectedCostOf(std::size_t row) const
{
    const auto found = std::lower_bound(
        expectedCosts.begin(), expectedCosts.end(), row,
        [](const ExpectedCost& expected, std::size_t wanted) { return expected.row < wanted; });
    return found != expectedCosts.end() && found->row == row ? &*found : nullptr;
}

} // namespace twelvefold::analysis
