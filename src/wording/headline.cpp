// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phrase.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::wording {
namespace {

using analysis::Findings;
using analysis::SimilarNeed;

// The ratio from which the headline counts pairs as far apart.
constexpr int kThreefold = 3;

QString interval(const analysis::NeedExplains& explains, Language language)
{
    if (!explains.lower || !explains.upper)
        return {};
    return said(TWELVEFOLD_TEXT("Wording", "95 % interval %1 to %2."),
                {number(*explains.lower * 100, 0), number(*explains.upper * 100, 0)}, language);
}

// What need would explain if it were scored without noise.
QString withoutNoise(const analysis::NeedExplains& explains, Language language)
{
    if (!explains.corrected)
        return {};
    if (*explains.corrected > 1)
        return said(TWELVEFOLD_TEXT("Wording", "Scoring noise could account for all that need "
                                               "does not explain."),
                    {}, language);
    if (!explains.correctedLower || !explains.correctedUpper)
        return said(TWELVEFOLD_TEXT("Wording", "Scored without noise, need would explain %1."),
                    {percent(*explains.corrected)}, language);
    return said(
        TWELVEFOLD_TEXT("Wording", "Scored without noise, need would explain %1 (%2 to %3)."),
        {percent(*explains.corrected), number(*explains.correctedLower * 100, 0),
         number(std::min(1.0, *explains.correctedUpper) * 100, 0)},
        language);
}

QString noneWithin(const SimilarNeed& similar, Language language)
{
    if (similar.tolerance == 0)
        return said(
            TWELVEFOLD_TEXT("Wording", "No two children have the same needs, level for level."), {},
            language);
    return said(TWELVEFOLD_TEXT("Wording", "No two children have needs within %1 of each other."),
                {levels(similar.tolerance)}, language);
}

QString howManyDiffer(const SimilarNeed& similar, Language language)
{
    const auto found = similar.pairsAtLeast.find(kThreefold);
    const std::uint64_t n = found == similar.pairsAtLeast.end() ? 0 : found->second;
    QString sentence;
    if (n == 0)
        sentence = said(
            TWELVEFOLD_TEXT("Wording", "Of children with similar needs, no pair differs threefold"),
            {}, language);
    else
        sentence = counted(
            TWELVEFOLD_TEXT("Wording",
                            "Of children with similar needs, %1 pair differs at least threefold"),
            TWELVEFOLD_TEXT("Wording",
                            "Of children with similar needs, %1 pairs differ at least threefold"),
            n, {}, language);

    const auto chance = similar.ordinarySpread.find(kThreefold);
    if (chance != similar.ordinarySpread.end()) {
        const double expected = std::round(chance->second.expected);
        sentence += said(TWELVEFOLD_TEXT("Wording", "; ordinary spread would give %1"),
                         {expected >= 1 ? number(expected, 0)
                                        : said(TWELVEFOLD_TEXT("Wording", "none"), {}, language)},
                         language);
    }
    return sentence + QLatin1Char('.');
}

QString widest(const SimilarNeed& similar, Language language)
{
    if (similar.pairs.empty())
        return {};
    const double ratio = similar.pairs.front().ratio;
    return said(TWELVEFOLD_TEXT("Wording", "The widest is %1 times."),
                {number(ratio, ratio < 99.95 ? 1 : 0)}, language);
}

void append(QString& sentences, const QString& sentence)
{
    if (sentence.isEmpty())
        return;
    if (!sentences.isEmpty())
        sentences += QLatin1Char(' ');
    sentences += sentence;
}

} // namespace

QString headline(const Findings& findings, Language language)
{
    const Speaking speaking(language);
    if (findings.cohort.n == 0)
        return said(TWELVEFOLD_TEXT("Wording", "No children to compare"), {}, language);
    if (!findings.needExplains.rSquared)
        return said(TWELVEFOLD_TEXT("Wording", "What need explains of cost cannot be said yet"), {},
                    language);
    const double share = *findings.needExplains.rSquared;
    if (share < 0.005)
        return said(TWELVEFOLD_TEXT("Wording",
                                    "Need explains less than 1 % of the variation in weekly cost"),
                    {}, language);
    return said(TWELVEFOLD_TEXT("Wording", "Need explains %1 of the variation in weekly cost"),
                {percent(share)}, language);
}

QString underHeadline(const Findings& findings, Language language)
{
    const Speaking speaking(language);
    if (findings.cohort.n == 0)
        return said(TWELVEFOLD_TEXT("Wording", "Nobody passes the filters on this census date."),
                    {}, language);
    QString sentences;
    if (findings.needExplains.rSquared) {
        append(sentences, interval(findings.needExplains, language));
        append(sentences, withoutNoise(findings.needExplains, language));
    } else if (findings.needExplains.undefined) {
        append(sentences, text(*findings.needExplains.undefined, language));
    }

    const SimilarNeed& similar = findings.similarNeed;
    if (similar.undefined) {
        const QString why = text(*similar.undefined, language);
        if (!sentences.contains(why))
            append(sentences, why);
    } else if (similar.pairsConsidered == 0) {
        append(sentences, noneWithin(similar, language));
    } else {
        append(sentences, howManyDiffer(similar, language));
        append(sentences, widest(similar, language));
    }
    return sentences;
}

} // namespace twelvefold::wording
