// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phrase.h"

#include <QStringList>

namespace twelvefold::wording {

using analysis::RecordedSpend;

namespace {

// What is not recorded, of how many: a piece of the sentence.
QString more(const RecordedSpend& spend, double times, Language language)
{
    const auto pounds = [&](double weekly) { return largeMoney(weekly * times); };
    return counted(TWELVEFOLD_TEXT("Wording", "about %2 more (95 % interval %3 to %4) is not "
                                              "recorded for %1 child"),
                   TWELVEFOLD_TEXT("Wording", "about %2 more (95 % interval %3 to %4) is not "
                                              "recorded for %1 children"),
                   spend.estimated,
                   {pounds(*spend.more), pounds(*spend.moreLower), pounds(*spend.moreUpper)},
                   language);
}

QString withoutCost(const RecordedSpend& spend, const QString& atLeast, double times,
                    Language language)
{
    const std::size_t others = spend.notRecorded - spend.estimated;
    if (spend.notRecorded == 0)
        return atLeast + QLatin1Char('.');
    if (spend.estimated == 0)
        return counted(TWELVEFOLD_TEXT("Wording", "%2; of %1 child no cost is recorded."),
                       TWELVEFOLD_TEXT("Wording", "%2; of %1 children no cost is recorded."),
                       others, {atLeast}, language);
    if (others == 0)
        return said(TWELVEFOLD_TEXT("Wording", "%1; %2."), {atLeast, more(spend, times, language)},
                    language);
    return counted(TWELVEFOLD_TEXT("Wording", "%2; %3; of %1 more, what is not recorded cannot be "
                                              "told."),
                   TWELVEFOLD_TEXT("Wording", "%2; %3; of %1 more, what is not recorded cannot be "
                                              "told."),
                   others, {atLeast, more(spend, times, language)}, language);
}

} // namespace

QString spendTold(const RecordedSpend& spend, Per per, Language language)
{
    const Speaking speaking(language);
    if (!(spend.weekly > 0))
        return said(TWELVEFOLD_TEXT("Wording", "What their care costs is not recorded."), {},
                    language);
    const double times = per == Per::year ? 365.0 / 7 : 1;
    const QString pounds = largeMoney(spend.weekly * times);
    if (spend.isWhole())
        return said(per == Per::year ? TWELVEFOLD_TEXT("Wording", "%1 a year.")
                                     : TWELVEFOLD_TEXT("Wording", "%1 a week."),
                    {pounds}, language);
    const QString atLeast =
        said(per == Per::year ? TWELVEFOLD_TEXT("Wording", "At least %1 a year")
                              : TWELVEFOLD_TEXT("Wording", "At least %1 a week"),
             {pounds}, language);
    QStringList sentences{withoutCost(spend, atLeast, times, language)};
    if (spend.otherCosts > 0)
        sentences << counted(TWELVEFOLD_TEXT("Wording", "For %1 child none of the costs counted is "
                                                        "recorded, but others are."),
                             TWELVEFOLD_TEXT("Wording", "For %1 children none of the costs counted "
                                                        "is recorded, but others are."),
                             spend.otherCosts, {}, language);
    return sentences.join(QLatin1Char(' '));
}

} // namespace twelvefold::wording
