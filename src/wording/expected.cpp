// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/told.h"
#include "wording/phrase.h"

#include <QStringList>

namespace twelvefold::wording {

using analysis::ComparatorsTold;
using analysis::ExpectedCost;

QString expectedTold(const ExpectedCost& expected, const ComparatorsTold& comparators,
                     double tolerance, Language language)
{
    if (!expected.ratio || comparators.n == 0)
        return {};
    const Speaking speaking(language);
    const QString times = number(*expected.ratio, *expected.ratio < 0.995 ? 2 : 1);
    if (expected.nearestInstead)
        return counted(
            TWELVEFOLD_TEXT("Wording", "%2 times what the one child costs whose needs are nearest, "
                                       "up to %3 apart: no other is within %4."),
            TWELVEFOLD_TEXT("Wording", "%2 times the median of the %1 children whose needs are "
                                       "nearest, up to %3 apart: fewer than five are within %4."),
            comparators.n, {times, levels(comparators.largestDistance), levels(tolerance)},
            language);
    return said(
        comparators.n < analysis::kFewToTell
            ? TWELVEFOLD_TEXT("Wording", "%1 times the median of %2 children with similar "
                                         "needs, which are few to go by.")
            : TWELVEFOLD_TEXT("Wording", "%1 times the median of %2 children with similar needs."),
        {times, count(comparators.n)}, language);
}

QString comparatorsAre(const ComparatorsTold& comparators, Language language)
{
    const Speaking speaking(language);
    if (comparators.n == 1)
        return said(
            TWELVEFOLD_TEXT("Wording", "Compared with 1 child whose cost is known, %1 away."),
            {levels(comparators.largestDistance)}, language);
    return said(TWELVEFOLD_TEXT("Wording", "Compared with %1 children whose cost is known, half "
                                           "of them within %2 and the farthest %3 away; %4 in the "
                                           "same setting."),
                {count(comparators.n), levels(comparators.medianDistance),
                 levels(comparators.largestDistance),
                 comparators.sameSetting == 0
                     ? said(TWELVEFOLD_TEXT("Wording", "none"), {}, language)
                     : count(comparators.sameSetting)},
                language);
}

QString asScored(const domain::Cohort& cohort, std::size_t row, Language language)
{
    const Speaking speaking(language);
    const auto& assessed = cohort.assessedOn[row];
    if (!assessed)
        return {};
    const bool twice = analysis::ratedTwice(cohort, row);
    const bool stale = analysis::isStale(cohort, row);
    const char* const words =
        twice
            ? (stale ? TWELVEFOLD_TEXT("Wording", "Needs as scored on %1, by a second person too: "
                                                  "over half a year old, so they may have "
                                                  "changed.")
                     : TWELVEFOLD_TEXT("Wording", "Needs as scored on %1; a second person scored "
                                                  "them too."))
            : (stale ? TWELVEFOLD_TEXT("Wording", "Needs as one person scored them on %1: over "
                                                  "half a year old, so they may have changed.")
                     : TWELVEFOLD_TEXT("Wording", "Needs as one person scored them on %1."));
    return said(words, {date(*assessed)}, language);
}

} // namespace twelvefold::wording
