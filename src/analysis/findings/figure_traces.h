// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"

// How single figures came about that carry no trace of their own: made when somebody asks. The
// findings are of the cohort.
namespace twelvefold::analysis {

Trace traceOf(const domain::Cohort& cohort, const Findings& findings,
              const Correlation& correlation);
// The distance domain by domain, and the ratio. Rows of the cohort.
Trace traceOf(const domain::Cohort& cohort, const Findings& findings, const Pair& pair);
// Two children as a pair, whether or not the findings list them: both with every domain scored.
Pair pairOf(const domain::Cohort& cohort, const Options& options, std::size_t dearer,
            std::size_t cheaper);
// The comparators by name with their costs, the median of these, and the band.
Trace traceOf(const domain::Cohort& cohort, const Findings& findings, const ExpectedCost& expected);
// The rule that raised it, and the figures that the rule was held against.
Trace traceOf(const domain::Cohort& cohort, const Findings& findings, const Flag& flag);

// Of the whole cohort, or of one setting where it is given (with nothing in it: those with no
// placement).
using SettingAsked = std::optional<std::optional<domain::Setting>>;
Trace traceOfSpend(const domain::Cohort& cohort, SettingAsked setting = {});
Trace traceOfMedianCost(const domain::Cohort& cohort, SettingAsked setting = {});
Trace traceOfMedianNeed(const domain::Cohort& cohort, SettingAsked setting = {});

} // namespace twelvefold::analysis
