// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/told.h"
#include "wording/phrase.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::wording {
namespace {

using analysis::Findings;
using analysis::SimilarNeed;

// The ratio from which the headline counts pairs as far apart.
constexpr int kThreefold = 3;

// Around a figure within a sentence; no text has these characters of its own.
constexpr char16_t kBegin = 0xE000; // plus which figure
constexpr char16_t kMissing = 0xE040;
constexpr char16_t kEnd = 0xE080;

QString marked(Figure figure, const QString& text, bool missing = false)
{
    return QChar(static_cast<char16_t>((missing ? kMissing : kBegin) + static_cast<int>(figure))) +
           text + QChar(kEnd);
}

std::vector<SentencePart> parts(const QString& sentence)
{
    std::vector<SentencePart> found(1);
    for (const QChar each : sentence) {
        const char16_t code = each.unicode();
        if (code < kBegin || code > kEnd)
            found.back().text += each;
        else if (code == kEnd)
            found.emplace_back();
        else
            found.push_back({{},
                             static_cast<Figure>(code - (code < kMissing ? kBegin : kMissing)),
                             code >= kMissing});
    }
    std::erase_if(found, [](const SentencePart& part) { return part.text.isEmpty(); });
    return found;
}

QString joined(const std::vector<SentencePart>& parts)
{
    QString sentence;
    for (const SentencePart& part : parts)
        sentence += part.text;
    return sentence;
}

QString missing(Figure figure, InPlace inPlace, Language language)
{
    return marked(figure,
                  said(inPlace == InPlace::refining ? TWELVEFOLD_TEXT("Wording", "refining…")
                                                    : TWELVEFOLD_TEXT("Wording", "not worked out."),
                       {}, language),
                  true);
}

QString interval(const Findings& findings, InPlace inPlace, Language language)
{
    constexpr Figure kFigure = Figure::needExplainsInterval;
    const analysis::NeedExplains& explains = findings.needExplains;
    if (explains.lower && explains.upper)
        return said(TWELVEFOLD_TEXT("Wording", "95 % interval %1."),
                    {marked(kFigure, said(TWELVEFOLD_TEXT("Wording", "%1 to %2"),
                                          {number(*explains.lower * 100, 0),
                                           number(*explains.upper * 100, 0)},
                                          language))},
                    language);
    if (inPlace == InPlace::nothing ||
        findings.refined.contains(analysis::Refinement::needExplainsInterval))
        return {};
    return said(TWELVEFOLD_TEXT("Wording", "95 % interval: %1"),
                {missing(kFigure, inPlace, language)}, language);
}

// What would go with need if it were scored without noise.
QString withoutNoise(const analysis::NeedExplains& explains, Language language)
{
    if (!explains.corrected)
        return {};
    if (*explains.corrected > 1)
        return said(TWELVEFOLD_TEXT("Wording", "Scoring noise could account for all that does not "
                                               "go with need."),
                    {}, language);
    if (!explains.correctedLower || !explains.correctedUpper)
        return said(TWELVEFOLD_TEXT("Wording", "Scored without noise, %1 would go with need."),
                    {percent(*explains.corrected)}, language);
    return said(
        TWELVEFOLD_TEXT("Wording", "Scored without noise, %1 would go with need (%2 to %3)."),
        {percent(*explains.corrected), number(*explains.correctedLower * 100, 0),
         number(std::min(1.0, *explains.correctedUpper) * 100, 0)},
        language);
}

QString noneWithin(const SimilarNeed& similar, Language language)
{
    if (similar.tolerance == 0)
        return said(TWELVEFOLD_TEXT("Wording", "No two of the %1 children whose needs and cost are "
                                               "recorded have the same needs, level for level."),
                    {count(similar.children)}, language);
    return said(TWELVEFOLD_TEXT("Wording", "No two of the %1 children whose needs and cost are "
                                           "recorded have needs within %2 of each other."),
                {count(similar.children), levels(similar.tolerance)}, language);
}

// What ordinary spread would give, after how many pairs there are.
QString chance(const Findings& findings, const std::map<int, analysis::Reference>& spread,
               Figure which, InPlace inPlace, Language language)
{
    if (const auto found = spread.find(kThreefold); found != spread.end()) {
        const double expected = std::round(found->second.expected);
        const QString figure = expected >= 1
                                   ? number(expected, 0)
                                   : said(TWELVEFOLD_TEXT("Wording", "none"), {}, language);
        return said(TWELVEFOLD_TEXT("Wording", "; ordinary spread would give %1"),
                    {marked(which, figure)}, language) +
               QLatin1Char('.');
    }
    if (inPlace == InPlace::nothing ||
        findings.refined.contains(analysis::Refinement::chanceCounts))
        return QStringLiteral(".");
    return said(TWELVEFOLD_TEXT("Wording", "; what ordinary spread would give: %1"),
                {missing(which, inPlace, language)}, language);
}

QString howManyDiffer(const SimilarNeed& similar, Language language)
{
    const auto found = similar.pairsAtLeast.find(kThreefold);
    const std::uint64_t n = found == similar.pairsAtLeast.end() ? 0 : found->second;
    if (n == 0)
        return said(
            TWELVEFOLD_TEXT("Wording", "Of children with similar needs, no pair differs threefold"),
            {}, language);
    return counted(
        TWELVEFOLD_TEXT("Wording",
                        "Of children with similar needs, %2 pair differs at least threefold"),
        TWELVEFOLD_TEXT("Wording",
                        "Of children with similar needs, %2 pairs differ at least threefold"),
        n, {marked(Figure::pairsApart, count(n))}, language);
}

QString fewPairs(const SimilarNeed& similar, Language language)
{
    return counted(TWELVEFOLD_TEXT("Wording", "Only %1 pair of children has similar needs: too few "
                                              "to hold against what chance would give."),
                   TWELVEFOLD_TEXT("Wording", "Only %1 pairs of children have similar needs: too "
                                              "few to hold against what chance would give."),
                   similar.pairsConsidered, {}, language);
}

QString widest(const SimilarNeed& similar, Language language)
{
    if (similar.pairs.empty())
        return {};
    const double ratio = similar.pairs.front().ratio;
    return said(TWELVEFOLD_TEXT("Wording", "The widest is %1 times."),
                {marked(Figure::widestPair, number(ratio, ratio < 99.95 ? 1 : 0))}, language);
}

void append(QString& sentences, const QString& sentence)
{
    if (sentence.isEmpty())
        return;
    if (!sentences.isEmpty())
        sentences += QLatin1Char(' ');
    sentences += sentence;
}

// A share that chance made a little less than nothing is none.
QString shareOf(const std::optional<analysis::CostShare>& share)
{
    return percent(std::max(0.0, share->share));
}

QString sharesMarked(const analysis::CostShares& shares, Language language)
{
    const QString need = marked(Figure::costShares, shareOf(shares.need));
    if (!shares.placement || !shares.price)
        return said(TWELVEFOLD_TEXT("Wording", "%1 of the difference in cost goes with need"),
                    {need}, language);
    return said(TWELVEFOLD_TEXT("Wording",
                                "%1 of the difference in cost goes with need, %2 with the "
                                "kind of placement at the same need, %3 with its price"),
                {need, marked(Figure::costShares, shareOf(shares.placement)),
                 marked(Figure::costShares, shareOf(shares.price))},
                language);
}

QString sharesInterval(const Findings& findings, InPlace inPlace, Language language)
{
    const analysis::CostShares& shares = findings.costShares;
    const auto written = [&](const std::optional<analysis::CostShare>& share) {
        return marked(
            Figure::costSharesInterval,
            said(TWELVEFOLD_TEXT("Wording", "%1 to %2"),
                 {number(std::max(0.0, *share->lower) * 100, 0), number(*share->upper * 100, 0)},
                 language));
    };
    const auto known = [](const std::optional<analysis::CostShare>& share) {
        return share && share->lower && share->upper;
    };
    const QString children = counted(TWELVEFOLD_TEXT("Wording", "%2 child in paid care."),
                                     TWELVEFOLD_TEXT("Wording", "%2 children in paid care."),
                                     shares.n, {count(shares.n)}, language);
    if (known(shares.need) && known(shares.placement) && known(shares.price))
        return said(
            TWELVEFOLD_TEXT("Wording", "95 % intervals %1, %2 and %3. %4"),
            {written(shares.need), written(shares.placement), written(shares.price), children},
            language);
    if (known(shares.need))
        return said(TWELVEFOLD_TEXT("Wording", "95 % interval %1. %2"),
                    {written(shares.need), children}, language);
    if (inPlace == InPlace::nothing ||
        findings.refined.contains(analysis::Refinement::costShareIntervals))
        return children;
    return said(shares.placement ? TWELVEFOLD_TEXT("Wording", "95 % intervals: %1 %2")
                                 : TWELVEFOLD_TEXT("Wording", "95 % interval: %1 %2"),
                {missing(Figure::costSharesInterval, inPlace, language), children}, language);
}

QString sameNeedMarked(const analysis::SameNeed& same, Language language)
{
    if (!same.ratio || !same.lower || !same.upper)
        return {};
    return said(
        same.n < analysis::kFewToTell
            ? TWELVEFOLD_TEXT("Wording",
                              "Of only %1 children whose need and age leave open where they live "
                              "(mostly a total of %2 to %3), %4 live in residential care, at %5 "
                              "times the cost (%6 to %7): few to go by, and it is not shown that "
                              "they could live elsewhere.")
            : TWELVEFOLD_TEXT(
                  "Wording",
                  "Of %1 children whose need and age leave open where they live (mostly a "
                  "total of %2 to %3), %4 live in residential care, at %5 times the cost (%6 "
                  "to %7): it is not shown that they could live elsewhere."),
        {count(same.n), number(*same.leastNeed, 0), number(*same.mostNeed, 0),
         marked(Figure::sameNeed, count(same.residential)),
         marked(Figure::sameNeed, number(*same.ratio, 1)), number(*same.lower, 1),
         number(*same.upper, 1)},
        language);
}

std::uint64_t threefold(const analysis::KindPairs& pairs)
{
    const auto found = pairs.atLeast.find(kThreefold);
    return found == pairs.atLeast.end() ? 0 : found->second;
}

// How many pairs there are, how many of them differ so far, in one of four sentences.
struct ApartWords
{
    const char* onlyDiffers; // the only pair does
    const char* onlyDoesNot;
    const char* none; // %1 pairs, %2 in place of "none"
    const char* one;  // %2 pairs, %3 in place of how many
    const char* many;
};

QString apartOf(const ApartWords& words, const analysis::KindPairs& pairs, Language language)
{
    const std::uint64_t apart = threefold(pairs);
    if (pairs.considered == 1)
        return said(apart == 1 ? words.onlyDiffers : words.onlyDoesNot, {}, language);
    if (apart == 0)
        return said(
            words.none,
            {count(pairs.considered),
             marked(Figure::pairsOfKinds, said(TWELVEFOLD_TEXT("Wording", "none"), {}, language))},
            language);
    return counted(words.one, words.many, apart,
                   {count(pairs.considered), marked(Figure::pairsOfKinds, count(apart))}, language);
}

constexpr ApartWords kOneKind{
    TWELVEFOLD_TEXT("Wording", "The only pair of similar need in one kind of placement differs at "
                               "least threefold"),
    TWELVEFOLD_TEXT("Wording", "The only pair of similar need in one kind of placement does not "
                               "differ threefold"),
    TWELVEFOLD_TEXT("Wording", "Of %1 pairs of similar need in one kind of placement %2 differs "
                               "threefold"),
    TWELVEFOLD_TEXT("Wording", "Of %2 pairs of similar need in one kind of placement %3 differs at "
                               "least threefold"),
    TWELVEFOLD_TEXT("Wording", "Of %2 pairs of similar need in one kind of placement %3 differ at "
                               "least threefold")};
// After those of one kind.
constexpr ApartWords kOtherKinds{
    TWELVEFOLD_TEXT("Wording", "The only one in different kinds does"),
    TWELVEFOLD_TEXT("Wording", "The only one in different kinds does not"),
    TWELVEFOLD_TEXT("Wording", "Of %1 in different kinds %2 does"),
    TWELVEFOLD_TEXT("Wording", "Of %2 in different kinds %3 does"),
    TWELVEFOLD_TEXT("Wording", "Of %2 in different kinds %3 do")};
constexpr ApartWords kDifferentKinds{
    TWELVEFOLD_TEXT("Wording", "The only pair of similar need, in different kinds of placement, "
                               "differs at least threefold"),
    TWELVEFOLD_TEXT("Wording", "The only pair of similar need, in different kinds of placement, "
                               "does not differ threefold"),
    TWELVEFOLD_TEXT("Wording", "Of %1 pairs of similar need, all in different kinds of placement, "
                               "%2 differs threefold"),
    TWELVEFOLD_TEXT("Wording", "Of %2 pairs of similar need, all in different kinds of placement, "
                               "%3 differs at least threefold"),
    TWELVEFOLD_TEXT("Wording", "Of %2 pairs of similar need, all in different kinds of placement, "
                               "%3 differ at least threefold")};

QString kindPairsMarked(const Findings& findings, InPlace inPlace, Language language)
{
    const SimilarNeed& similar = findings.similarNeed;
    const analysis::KindPairs &same = similar.sameKind, &different = similar.differentKinds;
    if (similar.undefined || same.considered + different.considered == 0)
        return similar.undefined ? text(*similar.undefined, language)
                                 : noneWithin(similar, language);
    QString sentences;
    const auto add = [&](const ApartWords& words, const analysis::KindPairs& pairs) {
        append(sentences,
               apartOf(words, pairs, language) + chance(findings, pairs.ordinarySpread,
                                                        Figure::spreadOfKinds, inPlace, language));
    };
    if (same.considered > 0)
        add(kOneKind, same);
    if (different.considered > 0)
        add(same.considered > 0 ? kOtherKinds : kDifferentKinds, different);
    return sentences;
}

QString headlineMarked(const Findings& findings, Language language)
{
    if (findings.cohort.n == 0)
        return said(TWELVEFOLD_TEXT("Wording", "No children to compare"), {}, language);
    if (findings.costShares.need)
        return sharesMarked(findings.costShares, language);
    const auto told = analysis::told(findings.needExplains);
    if (!told)
        return said(
            TWELVEFOLD_TEXT("Wording",
                            "How much of the difference in cost goes with need cannot be told"),
            {}, language);
    const bool hardlyAny = *told < 0.005;
    const QString share = marked(Figure::needExplains, percent(hardlyAny ? 0.01 : *told));
    const std::size_t n = findings.needExplains.trace.n;
    if (n < analysis::kFewToTell)
        return said(hardlyAny
                        ? TWELVEFOLD_TEXT("Wording", "Going by %2 children only, less than %1 of "
                                                     "the difference in cost goes with need")
                        : TWELVEFOLD_TEXT("Wording", "Going by %2 children only, %1 of the "
                                                     "difference in cost goes with need"),
                    {share, count(n)}, language);
    return said(
        hardlyAny
            ? TWELVEFOLD_TEXT("Wording", "Less than %1 of the difference in cost goes with need")
            : TWELVEFOLD_TEXT("Wording", "%1 of the difference in cost goes with need"),
        {share}, language);
}

QString similarNeedMarked(const Findings& findings, InPlace inPlace, Language language)
{
    const SimilarNeed& similar = findings.similarNeed;
    if (similar.undefined)
        return text(*similar.undefined, language);
    if (similar.pairsConsidered == 0)
        return noneWithin(similar, language);
    QString sentences =
        similar.pairsConsidered < analysis::kFewToTell
            ? fewPairs(similar, language)
            : howManyDiffer(similar, language) + chance(findings, similar.ordinarySpread,
                                                        Figure::ordinarySpread, inPlace, language);
    append(sentences, widest(similar, language));
    return sentences;
}

// At the same need, and without noise: as far as they are told.
QString sameNeedAndNoiseMarked(const Findings& findings, Language language)
{
    QString sentences = sameNeedMarked(findings.sameNeed, language);
    if (const auto share = findings.costShares.needWithoutNoise)
        append(sentences,
               said(TWELVEFOLD_TEXT("Wording", "Scored without noise, %1 would go with need."),
                    {percent(*share)}, language));
    return sentences;
}

enum class Told
{
    whole,
    inBrief
};

QString underHeadlineMarked(const Findings& findings, InPlace inPlace, Told told, Language language)
{
    if (findings.cohort.n == 0)
        return said(TWELVEFOLD_TEXT("Wording", "Nobody passes the filters on this census date."),
                    {}, language);
    QString sentences;
    if (findings.costShares.need) {
        append(sentences, sharesInterval(findings, inPlace, language));
        if (findings.costShares.undefined)
            append(sentences, text(*findings.costShares.undefined, language));
        if (told == Told::whole)
            append(sentences, sameNeedAndNoiseMarked(findings, language));
        append(sentences, kindPairsMarked(findings, inPlace, language));
        return sentences;
    }
    if (analysis::told(findings.needExplains)) {
        append(sentences, interval(findings, inPlace, language));
        append(sentences, withoutNoise(findings.needExplains, language));
    } else if (const auto why = analysis::whyNotTold(findings.needExplains)) {
        append(sentences, text(*why, language));
    }

    if (const QString similar = similarNeedMarked(findings, inPlace, language);
        !sentences.contains(similar)) // that nothing can be told may have one reason
        append(sentences, similar);
    return sentences;
}

} // namespace

QString similarNeedFound(const Findings& findings)
{
    const Speaking speaking(Language::persons);
    return joined(parts(similarNeedMarked(findings, InPlace::nothing, Language::persons)));
}

QString headline(const Findings& findings, Language language)
{
    const Speaking speaking(language);
    return joined(parts(headlineMarked(findings, language)));
}

QString underHeadline(const Findings& findings, Language language)
{
    const Speaking speaking(language);
    return joined(parts(underHeadlineMarked(findings, InPlace::nothing, Told::whole, language)));
}

std::vector<SentencePart> headlineParts(const Findings& findings)
{
    return parts(headlineMarked(findings, Language::persons));
}

std::vector<SentencePart> underHeadlineParts(const Findings& findings, InPlace inPlace)
{
    return parts(underHeadlineMarked(findings, inPlace, Told::inBrief, Language::persons));
}

std::vector<SentencePart> sameNeedParts(const Findings& findings)
{
    return parts(sameNeedAndNoiseMarked(findings, Language::persons));
}

} // namespace twelvefold::wording
