// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "analysis/findings/compared.h"

#include <algorithm>
#include <stop_token>

namespace twelvefold::analysis {

// What flags are raised from.
struct FlagInputs
{
    const domain::Cohort& cohort;
    const Compared& children;
    const std::vector<Pair>& farApart; // each child once, flaggedRatio() or more apart
    const Findings& findings;          // made so far
    std::stop_token stop;
};

// The most serious kind first, then the strongest, then by row.
std::vector<Flag> flags(const FlagInputs& inputs);

extern const FlagEntry kCostAboveExpected, kCostBelowExpected;       // unexpected_costs.cpp
extern const FlagEntry kSimilarNeedDifferentCost;                    // different_costs.cpp
extern const FlagEntry kPossibleStepDown;                            // step_down.cpp
extern const FlagEntry kNoProgressForTheSpend;                       // no_progress.cpp
extern const FlagEntry kBreakdownSigns;                              // breakdown_signs.cpp
extern const FlagEntry kAssessmentStale, kNeedMissing, kCostMissing; // missing_and_stale.cpp
extern const FlagEntry kCostOfTwoPlacements, kCostTwice, kCostOutsidePlacement,
    kCostOutlivesPlacement; // doubtful_costs.cpp

inline constexpr const FlagEntry* kFlagEntries[] = {&kCostAboveExpected,
                                                    &kCostBelowExpected,
                                                    &kSimilarNeedDifferentCost,
                                                    &kPossibleStepDown,
                                                    &kNoProgressForTheSpend,
                                                    &kBreakdownSigns,
                                                    &kAssessmentStale,
                                                    &kNeedMissing,
                                                    &kCostMissing,
                                                    &kCostOfTwoPlacements,
                                                    &kCostTwice,
                                                    &kCostOutsidePlacement,
                                                    &kCostOutlivesPlacement};

// A pair of similar need is worth a flag from this ratio on.
inline constexpr double kFlaggedRatio = 3;
inline double flaggedRatio(const Options& options)
{
    return std::max(kFlaggedRatio, options.minRatio);
}
// A fall in total need by fewer levels than this may be scoring noise.
inline constexpr double kReliableFall = 3;
// For a step down the fall must be a little clearer, unless it reaches a lower band.
inline constexpr double kClearFall = 4;
// Signs of a placement under strain: from so many on.
inline constexpr double kMovesOfStrain = 2;   // in a year
inline constexpr double kMissingOfStrain = 2; // episodes
inline constexpr double kRiseOfStrain = 2;    // levels of behaviour or safety
inline constexpr double kFarMiles = 20;       // listed beside another sign, never alone

} // namespace twelvefold::analysis
