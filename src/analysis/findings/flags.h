// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "analysis/findings/compared.h"

#include <algorithm>
#include <stop_token>

namespace twelvefold::analysis {

// Reasons to look at a child, from the findings made so far and the pairs, each child once, that
// are kFlaggedRatio or more apart. Most serious kind first, then the strongest, then by row.
std::vector<Flag> flags(const domain::Cohort& cohort, const Compared& children,
                        const std::vector<Pair>& farApart, const Findings& findings,
                        std::stop_token stop);

// When a flag of a kind is raised, in a sentence.
Message ruleOf(FlagKind kind, const Options& options);

// Parts of it. Each appends.
void flagUnexpectedCosts(const domain::Cohort& cohort, const Compared& children,
                         const Findings& findings, std::vector<Flag>& flags);
void flagDifferentCosts(const domain::Cohort& cohort, const std::vector<Pair>& farApart,
                        std::vector<Flag>& flags);
// Whether a step down is looked for among the children of a setting.
bool isResidential(std::optional<domain::Setting> setting);
void flagStepDown(const domain::Cohort& cohort, const Compared& children, const Options& options,
                  std::vector<Flag>& flags);
void flagNoProgress(const domain::Cohort& cohort, const Findings& findings,
                    std::vector<Flag>& flags);
void flagBreakdownSigns(const domain::Cohort& cohort, std::vector<Flag>& flags);
void flagMissingAndStale(const domain::Cohort& cohort, std::vector<Flag>& flags);
void flagDoubtfulCosts(const domain::Cohort& cohort, std::vector<Flag>& flags);

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
inline constexpr int kStaleAfterDays = 183;
inline bool isStale(const domain::Cohort& cohort, std::size_t row)
{
    const auto& assessed = cohort.assessedOn[row];
    return assessed && domain::daysBetween(*assessed, cohort.census) > kStaleAfterDays;
}
// Signs of a placement under strain: from so many on.
inline constexpr double kMovesOfStrain = 2;   // in a year
inline constexpr double kMissingOfStrain = 2; // episodes
inline constexpr double kRiseOfStrain = 2;    // levels of behaviour or safety
inline constexpr double kFarMiles = 20;       // listed beside another sign, never alone

} // namespace twelvefold::analysis
