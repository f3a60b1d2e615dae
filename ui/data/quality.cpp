// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quality.h"

#include "analysis/findings/costs_known.h"
#include "analysis/flags.h"

#include <QCoreApplication>
#include <algorithm>
#include <functional>

namespace twelvefold::ui {
namespace {

class DataQuality
{
    Q_DECLARE_TR_FUNCTIONS(DataQuality)
};

bool hasAnyOutcome(const domain::Cohort& cohort, std::size_t row)
{
    return std::ranges::any_of(cohort.outcomes, [row](const domain::OutcomeColumn& outcome) {
        return outcome.values.valid[row] != 0;
    });
}

} // namespace

std::vector<QualityProblem> qualityProblems(const domain::Cohort& cohort)
{
    std::vector<QualityProblem> found;
    const auto look = [&](int gravity, const char* title, const char* effect,
                          const std::function<bool(std::size_t)>& concerns) {
        QualityProblem problem{DataQuality::tr(title), DataQuality::tr(effect), gravity, {}};
        for (std::size_t row = 0; row < cohort.size(); ++row) {
            if (concerns(row))
                problem.rows.push_back(row);
        }
        if (!problem.rows.empty())
            found.push_back(std::move(problem));
    };
    // Only those live where the council places them, and pays for it.
    const auto isLookedAfter = [&](std::size_t row) {
        return cohort.kind[row] == domain::CohortKind::lookedAfter;
    };
    look(2, QT_TRANSLATE_NOOP("DataQuality", "Never assessed"),
         QT_TRANSLATE_NOOP("DataQuality", "Left out of need against cost"),
         [&](std::size_t row) { return !cohort.assessedOn[row]; });
    look(2, QT_TRANSLATE_NOOP("DataQuality", "Assessed, but not in every domain"),
         QT_TRANSLATE_NOOP("DataQuality", "Left out of need against cost"),
         [&](std::size_t row) { return cohort.assessedOn[row] && !cohort.hasProfile(row); });
    look(2, QT_TRANSLATE_NOOP("DataQuality", "No cost on the census date"),
         QT_TRANSLATE_NOOP("DataQuality", "Left out of need against cost"),
         [&](std::size_t row) { return isLookedAfter(row) && !analysis::hasCost(cohort, row); });
    const auto lookAtCosts = [&](domain::CostTrouble trouble, const char* title,
                                 const char* effect) {
        look(2, title, effect,
             [&, trouble](std::size_t row) { return cohort.costTroubles[row].has(trouble); });
    };
    lookAtCosts(domain::CostTrouble::coreOfTwoPlacements,
                QT_TRANSLATE_NOOP("DataQuality", "Core costs of two placements at once"),
                QT_TRANSLATE_NOOP("DataQuality", "The weekly cost may be counted twice"));
    lookAtCosts(domain::CostTrouble::samePartTwice,
                QT_TRANSLATE_NOOP("DataQuality", "The same cost twice in one placement"),
                QT_TRANSLATE_NOOP("DataQuality", "The weekly cost may be counted twice"));
    lookAtCosts(domain::CostTrouble::outlivesPlacement,
                QT_TRANSLATE_NOOP("DataQuality", "A cost goes on after its placement has ended"),
                QT_TRANSLATE_NOOP("DataQuality", "The weekly cost may be too high"));
    lookAtCosts(domain::CostTrouble::outsideAnyPlacement,
                QT_TRANSLATE_NOOP("DataQuality", "A cost outside any placement"),
                QT_TRANSLATE_NOOP("DataQuality", "The cost cannot be compared by setting"));
    look(1, QT_TRANSLATE_NOOP("DataQuality", "No placement on the census date"),
         QT_TRANSLATE_NOOP("DataQuality", "Cannot be compared within a setting"),
         [&](std::size_t row) { return isLookedAfter(row) && !cohort.setting[row]; });
    look(1, QT_TRANSLATE_NOOP("DataQuality", "Assessment out of date"),
         QT_TRANSLATE_NOOP("DataQuality", "Compared by needs that may have changed"),
         [&](std::size_t row) { return analysis::isStale(cohort, row); });
    look(1, QT_TRANSLATE_NOOP("DataQuality", "Placed, but with no provider recorded"),
         QT_TRANSLATE_NOOP("DataQuality", "Missing from Providers"),
         [&](std::size_t row) { return cohort.setting[row] && cohort.provider[row] < 0; });
    look(0, QT_TRANSLATE_NOOP("DataQuality", "No outcome recorded"),
         QT_TRANSLATE_NOOP("DataQuality", "Nothing can be said of what came of the care"),
         [&](std::size_t row) { return !hasAnyOutcome(cohort, row); });
    look(0, QT_TRANSLATE_NOOP("DataQuality", "Placed, but with no distance recorded"),
         QT_TRANSLATE_NOOP("DataQuality", "Distance cannot explain a difference in cost"),
         [&](std::size_t row) {
             return cohort.setting[row] && cohort.distanceMiles.valid[row] == 0;
         });
    look(0, QT_TRANSLATE_NOOP("DataQuality", "Age not known"),
         QT_TRANSLATE_NOOP("DataQuality", "Age cannot explain a difference in cost"),
         [&](std::size_t row) { return cohort.age.valid[row] == 0; });
    std::ranges::stable_sort(found, [](const QualityProblem& a, const QualityProblem& b) {
        return a.gravity != b.gravity ? a.gravity > b.gravity : a.rows.size() > b.rows.size();
    });
    return found;
}

} // namespace twelvefold::ui
