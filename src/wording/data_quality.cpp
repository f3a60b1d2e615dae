// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phrase.h"

namespace twelvefold::wording {

QString completeness(const analysis::DataQuality& quality, Language language)
{
    const Speaking speaking(language);
    if (quality.children == 0)
        return said(TWELVEFOLD_TEXT("Wording", "No children on the census date"), {}, language);
    if (quality.problems.empty())
        return said(TWELVEFOLD_TEXT("Wording", "Nothing is missing"), {}, language);
    return counted(
        TWELVEFOLD_TEXT("Wording", "%1 of %2 children has both a complete need and a cost"),
        TWELVEFOLD_TEXT("Wording", "%1 of %2 children have both a complete need and a cost"),
        quality.complete, {count(quality.children)}, language);
}

QString countedAmong(const analysis::DataQuality& quality, Language language)
{
    const Speaking speaking(language);
    return said(TWELVEFOLD_TEXT("Wording", "Counted among all children looked after on %1, whoever "
                                           "is compared; gravest first."),
                {date(quality.census)}, language);
}

QString qualityNote(const analysis::DataQuality& quality, const analysis::QualityProblem& problem,
                    Language language)
{
    const Speaking speaking(language);
    return counted(TWELVEFOLD_TEXT("Wording", "%2: the only child. %4."),
                   TWELVEFOLD_TEXT("Wording", "%2: %3 of %1 children. %4."), quality.children,
                   {text(problem.rule->title, language), count(problem.rows.size()),
                    text(problem.rule->effect, language)},
                   language);
}

QString matchedCosts(const analysis::CostMatching& matching, Language language)
{
    const Speaking speaking(language);
    const auto weekly = [&](analysis::MatchGroup group) {
        return largeMoney(matching.of(group).weekly.inPounds());
    };
    return said(TWELVEFOLD_TEXT("Wording",
                                "%1 a week is matched to placements, %2 is doubtful, %3 is in no "
                                "placement; placements without a core cost on that day: %4"),
                {weekly(analysis::MatchGroup::matched), weekly(analysis::MatchGroup::doubtful),
                 weekly(analysis::MatchGroup::unmatched),
                 count(static_cast<std::uint64_t>(matching.unpaidOnTheDay()))},
                language);
}

} // namespace twelvefold::wording
