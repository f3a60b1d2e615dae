// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/comparators.h"

#include "analysis/analyse.h"
#include "analysis/findings/figure_traces.h"
#include "statistics/description/descriptive.h"

#include <algorithm>

namespace twelvefold::analysis {

ComparatorsTold comparatorsTold(const domain::Cohort& cohort, const Findings& findings,
                                const ExpectedCost& expected)
{
    const std::vector<std::size_t> rows =
        expected.comparators.empty() && expected.comparatorCount > 0
            ? comparatorsOf(cohort, findings.options, expected.row)
            : expected.comparators;
    ComparatorsTold told;
    told.n = rows.size();
    if (rows.empty())
        return told;
    std::vector<double> distances;
    for (const std::size_t row : rows) {
        distances.push_back(pairOf(cohort, findings.options, expected.row, row).distance);
        told.sameSetting += cohort.setting[row] == cohort.setting[expected.row] ? 1 : 0;
    }
    told.medianDistance = *statistics::median(distances);
    told.largestDistance = *std::ranges::max_element(distances);
    return told;
}

} // namespace twelvefold::analysis
