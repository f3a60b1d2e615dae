// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/told.h"
#include "wording/phrase.h"

#include <cmath>

namespace twelvefold::wording {
namespace {

using analysis::NeedChange;

bool isOfFew(const NeedChange& change)
{
    return change.n < analysis::kFewToTell;
}

QString meanChange(const NeedChange& change, Language language)
{
    const double mean = *change.mean;
    const QString by = number(std::fabs(mean), 1);
    const QString n = count(change.n);
    if (isOfFew(change))
        return counted(
            TWELVEFOLD_TEXT("Wording", "How total need changes cannot be told from %1 child "
                                       "assessed twice (by %2)."),
            TWELVEFOLD_TEXT("Wording", "How total need changes cannot be told from %1 children "
                                       "assessed twice (on average by %2)."),
            change.n, {number(mean, 1)}, language);
    if (change.lower && change.upper && *change.lower <= 0 && *change.upper >= 0)
        return said(TWELVEFOLD_TEXT("Wording",
                                    "Total need has not clearly changed, of %1 children assessed "
                                    "twice (on average by %2)."),
                    {n, number(mean, 1)}, language);
    if (std::fabs(mean) < 0.05)
        return said(TWELVEFOLD_TEXT("Wording", "Total need is on average as it was, of %1 children "
                                               "assessed twice."),
                    {n}, language);
    return mean < 0 ? said(TWELVEFOLD_TEXT("Wording", "Total need has fallen by %1 on average, of "
                                                      "%2 children assessed twice."),
                           {by, n}, language)
                    : said(TWELVEFOLD_TEXT("Wording", "Total need has risen by %1 on average, of "
                                                      "%2 children assessed twice."),
                           {by, n}, language);
}

QString ends(const NeedChange& change, Language language)
{
    if (!change.lower || !change.upper || isOfFew(change))
        return {};
    return said(TWELVEFOLD_TEXT("Wording", "95 % interval of the change: %1 to %2."),
                {number(*change.lower, 1), number(*change.upper, 1)}, language);
}

// "+0.4", "−0.2", "0.0"
QString moreOrLess(double by)
{
    const QString size = number(by, 1);
    return by >= 0.05 ? QLatin1Char('+') + size : size;
}

QString overYear(const analysis::MeanOverYear& over, Language language)
{
    return said(
        TWELVEFOLD_TEXT("Wording", "In a year the mean of all went from %1 to %2 (of %3 and "
                                   "%4 children): %5 because of those who stayed, %6 of "
                                   "those who came, %7 of those who left."),
        {number(over.then, 1), number(over.now, 1), count(over.nThen), count(over.nNow),
         moreOrLess(over.fromStayed), moreOrLess(over.fromJoined), moreOrLess(over.fromLeft)},
        language);
}

} // namespace

QStringList needChange(const NeedChange& change, Language language)
{
    const Speaking speaking(language);
    if (change.undefined)
        return {text(*change.undefined, language)};
    if (!change.mean)
        return {};
    QStringList sentences{meanChange(change, language)};
    if (const QString interval = ends(change, language); !interval.isEmpty())
        sentences << interval;
    // Nobody is counted where it is not known what noise alone would count.
    if (change.countsUndefined)
        sentences << text(*change.countsUndefined, language);
    if (change.counts)
        sentences << said(TWELVEFOLD_TEXT("Wording", "By more than %1 levels %2 needed less and %3 "
                                                     "more; of %4 it can't be told."),
                          {number(*change.reliableLevels, 2), count(change.counts->better),
                           count(change.counts->worse), count(change.counts->unclear)},
                          language)
                  << said(TWELVEFOLD_TEXT("Wording", "Noise alone would count about %1 each way "
                                                     "(95 % interval %2 to %3)."),
                          {number(change.counts->byNoise.expected, 0),
                           number(change.counts->byNoise.lower, 0),
                           number(change.counts->byNoise.upper, 0)},
                          language);
    // Of fewer one child's coming or going is most of it.
    constexpr std::size_t kFewestOverYear = 30;
    if (change.overYear && change.overYear->stayed >= kFewestOverYear)
        sentences << overYear(*change.overYear, language);
    return sentences;
}

} // namespace twelvefold::wording
