// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phrase.h"
#include "wording/wording.h"

#include <cmath>

namespace twelvefold::wording {

QString amountsInWords(const QString& of, const analysis::Amounts& amounts, Language language)
{
    const Speaking speaking(language);
    // In whole pounds too the parts are the whole: what rounding leaves is the last one's.
    const auto rounded = [](domain::Money money) { return std::round(money.inPounds()); };
    const double spend = rounded(amounts.spend), need = rounded(amounts.need),
                 placement = rounded(amounts.placement);
    return said(TWELVEFOLD_TEXT("Wording", "%1: %2 a week; need %3, placement %4, price %5"),
                {of, roundPounds(spend), roundPounds(need), roundPounds(placement),
                 roundPounds(spend - need - placement)},
                language);
}

QString inPaidCare(const analysis::AmountsFound& found, Language language)
{
    const Speaking speaking(language);
    const std::size_t n = found.whole.children;
    const std::size_t all = n + found.leftOut;
    if (found.leftOut == 0)
        return counted(TWELVEFOLD_TEXT("Wording", "The %1 child compared is in paid care with a "
                                                  "known need and cost."),
                       TWELVEFOLD_TEXT("Wording", "All %1 children compared are in paid care with "
                                                  "a known need and cost."),
                       n, {}, language);
    return counted(
        TWELVEFOLD_TEXT("Wording", "%1 of the %2 children compared is in paid care with a known "
                                   "need and cost; the others, %3, are left out."),
        TWELVEFOLD_TEXT("Wording", "%1 of the %2 children compared are in paid care with a known "
                                   "need and cost; the others, %3, are left out."),
        n, {count(all), count(found.leftOut)}, language);
}

QString amountsNotTold(const analysis::Findings& findings, Language language)
{
    const auto why = findings.whyNotSplit();
    return why ? said(TWELVEFOLD_TEXT("Wording", "%1 So what is paid is not drawn as need, "
                                                 "placement and price."),
                      {text(*why, language)}, language)
               : QString();
}

QString whatBarsAre(Language language)
{
    return said(
        TWELVEFOLD_TEXT(
            "Wording",
            "Each bar is a setting, in pounds a week. Need: what children of such needs and ages "
            "cost on average, wherever they live. Placement: what this kind of placement costs "
            "more at the same need. Price: what is paid more than is usual within the kind. Where "
            "one of them is less, it is dashed and leads back. The stroke is what is paid."),
        {}, language);
}

QString whatStepsAre(Language language)
{
    return said(
        TWELVEFOLD_TEXT(
            "Wording",
            "In pounds a week. Need: what children of such needs and ages cost on average, "
            "wherever they live. Placement: what the kind of placement costs more or less at the "
            "same need. Price: what is paid more or less than is usual within the kind. What is "
            "less is dashed."),
        {}, language);
}

} // namespace twelvefold::wording
