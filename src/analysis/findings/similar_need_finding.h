// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "analysis/findings/compared.h"

#include <stop_token>

namespace twelvefold::analysis {

struct Comparisons;

// The similar-need pairs of a cohort and how many there are; the references that say what chance
// would give come with resampling. The comparisons are those of this table.
SimilarNeed similarNeed(const Compared& children, const ProfileTable& table, const Options& options,
                        const Comparisons& comparisons, std::stop_token stop);

// Which kind of placement each compared child is in, as a number; below 0: not in paid care.
std::vector<std::int32_t> kindsOf(const domain::Cohort& cohort, const Compared& children,
                                  const PaidCare& care);

// Counts the pairs of similar need within kinds of placement and between them.
void countPairsByKind(const domain::Cohort& cohort, const Compared& children,
                      const ProfileTable& table, const Options& options, const PaidCare& care,
                      SimilarNeed& similar, std::stop_token stop);

// Rows of a table of compared children as rows of the cohort.
void inCohortRows(std::vector<Pair>& pairs, const Compared& children);

// The ratios whose pairs are counted.
inline constexpr int kRatiosCounted[] = {2, 3, 5, 10};

} // namespace twelvefold::analysis
