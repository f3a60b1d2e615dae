// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/data_quality.h"

#include "analysis/findings/costs_known.h"
#include "analysis/findings/unit_slips.h"
#include "analysis/questions.h"

#include <algorithm>

namespace twelvefold::analysis {
namespace {

using domain::Cohort;
using domain::CostTrouble;

// Only those live where the council places them, and pays for it.
bool isLookedAfter(const Cohort& cohort, std::size_t row)
{
    return cohort.kind[row] == domain::CohortKind::lookedAfter;
}

bool hasAnyOutcome(const Cohort& cohort, std::size_t row)
{
    return std::ranges::any_of(cohort.outcomes, [row](const domain::OutcomeColumn& outcome) {
        return outcome.values.valid[row] != 0 && outcome.counted[row] == 0;
    });
}

template<CostTrouble trouble>
bool hasTrouble(const Cohort& cohort, std::size_t row)
{
    return cohort.costTroubles[row].has(trouble);
}

constexpr QualityRule kQualityRules[] = {
    {"quality-never-assessed",
     {TWELVEFOLD_TEXT("Word", "Never assessed")},
     {TWELVEFOLD_TEXT("Word", "Left out of need against cost")},
     Gravity::leavesOut,
     [](const Cohort& cohort, std::size_t row) { return !cohort.assessedOn[row]; }},
    {"quality-partly-assessed",
     {TWELVEFOLD_TEXT("Word", "Assessed, but not in every domain")},
     {TWELVEFOLD_TEXT("Word", "Left out of need against cost")},
     Gravity::leavesOut,
     [](const Cohort& cohort, std::size_t row) {
         return cohort.assessedOn[row] && !cohort.hasProfile(row);
     }},
    {"quality-no-cost",
     {TWELVEFOLD_TEXT("Word", "No cost on the census date")},
     {TWELVEFOLD_TEXT("Word", "Left out of need against cost")},
     Gravity::leavesOut,
     [](const Cohort& cohort, std::size_t row) {
         return isLookedAfter(cohort, row) && !hasCost(cohort, row);
     }},
    {"quality-cost-of-two-placements",
     {TWELVEFOLD_TEXT("Word", "Core costs of two placements at once")},
     {TWELVEFOLD_TEXT("Word", "The weekly cost may be counted twice")},
     Gravity::leavesOut,
     hasTrouble<CostTrouble::coreOfTwoPlacements>},
    {"quality-cost-twice",
     {TWELVEFOLD_TEXT("Word", "The same cost twice in one placement")},
     {TWELVEFOLD_TEXT("Word", "The weekly cost may be counted twice")},
     Gravity::leavesOut,
     hasTrouble<CostTrouble::samePartTwice>},
    {"quality-cost-outlives-placement",
     {TWELVEFOLD_TEXT("Word", "A cost goes on after its placement has ended")},
     {TWELVEFOLD_TEXT("Word", "The weekly cost may be too high")},
     Gravity::leavesOut,
     hasTrouble<CostTrouble::outlivesPlacement>},
    {"quality-cost-outside-placement",
     {TWELVEFOLD_TEXT("Word", "A cost outside any placement")},
     {TWELVEFOLD_TEXT("Word", "The cost cannot be compared by setting")},
     Gravity::leavesOut,
     hasTrouble<CostTrouble::outsideAnyPlacement>},
    {"quality-cost-unit",
     {TWELVEFOLD_TEXT("Word", "A cost as if of another unit: of a day or month, or in pence")},
     {TWELVEFOLD_TEXT("Word", "The weekly cost may be several times too high or low")},
     Gravity::mayMislead,
     nullptr,
     unitSlips},
    {"quality-no-placement",
     {TWELVEFOLD_TEXT("Word", "No placement on the census date")},
     {TWELVEFOLD_TEXT("Word", "Cannot be compared within a setting")},
     Gravity::mayMislead,
     [](const Cohort& cohort, std::size_t row) {
         return isLookedAfter(cohort, row) && !cohort.setting[row];
     }},
    {"quality-assessment-stale",
     {TWELVEFOLD_TEXT("Word", "Assessment out of date")},
     {TWELVEFOLD_TEXT("Word", "Compared by needs that may have changed")},
     Gravity::mayMislead,
     [](const Cohort& cohort, std::size_t row) { return isStale(cohort, row); }},
    {"quality-no-provider",
     {TWELVEFOLD_TEXT("Word", "Placed, but with no provider recorded")},
     {TWELVEFOLD_TEXT("Word", "Missing from Providers")},
     Gravity::mayMislead,
     [](const Cohort& cohort, std::size_t row) {
         return cohort.setting[row] && cohort.provider[row] < 0;
     }},
    {"quality-no-outcome",
     {TWELVEFOLD_TEXT("Word", "No outcome recorded")},
     {TWELVEFOLD_TEXT("Word", "Nothing can be said of what came of the care")},
     Gravity::worthCompleting,
     [](const Cohort& cohort, std::size_t row) { return !hasAnyOutcome(cohort, row); }},
    {"quality-no-distance",
     {TWELVEFOLD_TEXT("Word", "Placed, but with no distance recorded")},
     {TWELVEFOLD_TEXT("Word", "Whether cost goes with distance cannot be told")},
     Gravity::worthCompleting,
     [](const Cohort& cohort, std::size_t row) {
         return cohort.setting[row] && cohort.distanceMiles.valid[row] == 0;
     }},
    {"quality-no-age",
     {TWELVEFOLD_TEXT("Word", "Age not known")},
     {TWELVEFOLD_TEXT("Word", "Whether cost goes with age cannot be told")},
     Gravity::worthCompleting,
     [](const Cohort& cohort, std::size_t row) { return cohort.age.valid[row] == 0; }},
};

} // namespace

DataQuality dataQuality(const Cohort& everyone)
{
    DataQuality found;
    found.census = everyone.census;
    found.children = everyone.size();
    for (std::size_t row = 0; row < everyone.size(); ++row)
        found.complete += everyone.hasProfile(row) && hasCost(everyone, row) ? 1 : 0;
    for (const QualityRule& rule : kQualityRules) {
        QualityProblem problem{&rule, {}};
        if (rule.concerned != nullptr)
            problem.rows = rule.concerned(everyone);
        for (std::size_t row = 0; row < everyone.size() && rule.concerns != nullptr; ++row) {
            if (rule.concerns(everyone, row))
                problem.rows.push_back(row);
        }
        if (!problem.rows.empty())
            found.problems.push_back(std::move(problem));
    }
    std::ranges::stable_sort(found.problems, [](const QualityProblem& a, const QualityProblem& b) {
        return a.rule->gravity != b.rule->gravity ? a.rule->gravity < b.rule->gravity
                                                  : a.rows.size() > b.rows.size();
    });
    return found;
}

} // namespace twelvefold::analysis
