// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"

#include <cstddef>

namespace twelvefold::analysis {

// Whom a child is compared with, as far as it is worth telling beside what is said of it.
struct ComparatorsTold
{
    std::size_t n = 0;
    std::size_t sameSetting = 0;
    double medianDistance = 0, largestDistance = 0; // from the child, by the metric chosen
};
ComparatorsTold comparatorsTold(const domain::Cohort& cohort, const Findings& findings,
                                const ExpectedCost& expected);

} // namespace twelvefold::analysis
