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

} // namespace twelvefold::wording
