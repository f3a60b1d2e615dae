// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "analysis/findings/pair_explained.h"
#include "analysis/findings/similar_children.h"

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
// The same of a row; empty where the child has no expected cost.
Trace traceOfExpectedCost(const domain::Cohort& cohort, const Findings& findings, std::size_t row);
// The same of a profile that is still being written.
Trace traceOf(const domain::Cohort& cohort, const Options& options, const SimilarChildren& similar);
// A provider's spend, share and medians: its children by name with their costs.
Trace traceOf(const domain::Cohort& cohort, const Findings& findings,
              const ProviderSummary& provider);
// One provider's effect: as found, drawn in, and its place among the others.
Trace traceOf(const ProviderEffects& effects, const ProviderEffect& provider);
// One part of a pair's gap, from the model's logarithm to pounds; or the part that goes with
// nothing recorded.
Trace traceOf(const PairExplained& explained, const ExplainedPart& part);
Trace traceOfUnexplained(const PairExplained& explained);

// Of the whole cohort, or of one setting where it is given (with nothing in it: those with no
// placement).
using SettingAsked = std::optional<std::optional<domain::Setting>>;
Trace traceOfSpend(const domain::Cohort& cohort, SettingAsked setting = {});
Trace traceOfMedianCost(const domain::Cohort& cohort, SettingAsked setting = {});
Trace traceOfMedianNeed(const domain::Cohort& cohort, SettingAsked setting = {});

} // namespace twelvefold::analysis
