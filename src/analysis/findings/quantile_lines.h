// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/trace.h"
#include "domain/cohort.h"

#include <optional>
#include <vector>

// How cost goes with need beside the robust line: across the whole spread of costs, and without
// taking a straight line for granted. Made when somebody asks, like the traces of single figures:
// nothing else in the findings rests on them.
namespace twelvefold::analysis {

// The line that a share tau of the children lies below: log(cost) = intercept + slope × total need.
struct QuantileLine
{
    double tau = 0;
    double intercept = 0, slope = 0; // of natural log of pounds a week; as fitted, so may cross
};

struct QuantileLines
{
    double leastNeed = 0, greatestNeed = 0;
    std::vector<QuantileLine> lines; // at 10 %, 50 % and 90 %; none where undefined
    // What they come to at a need, in pounds a week, rising: lines that cross put in order.
    std::vector<double> costsAt(double need) const;
    std::vector<Message> inPounds; // what they come to where a tenth need less, or more
    std::optional<Message> undefined;
    Trace trace;
};
QuantileLines quantileLines(const domain::Cohort& cohort);

// Steps of log cost that never fall as need rises, beside the straight line (least squares).
struct CostSteps
{
    std::optional<double> rSquared, lineRSquared, gap; // gap: the first less the second
    std::size_t steps = 0;
    std::optional<Message> summary, undefined; // one of the two
    Trace trace;
};
CostSteps costSteps(const domain::Cohort& cohort);

} // namespace twelvefold::analysis
