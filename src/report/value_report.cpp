// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/value_report.h"

#include "report/words.h"
#include "wording/wording.h"

#include <algorithm>

namespace twelvefold::report {
namespace {

using analysis::FlagKind;

constexpr double kWeeksInAYear = 365.0 / 7.0;

bool wants(const Source& source, Section section)
{
    return std::ranges::find(source.sections, section) != source.sections.end();
}

QString opening(const Source& source)
{
    const auto& found = *source.findings;
    QString sentence =
        Words::tr("The care of %n children costs %1 a year.", nullptr, int(found.cohort.n))
            .arg(wording::largeMoney(found.cohort.spendWeekly * kWeeksInAYear));
    if (found.needExplains.rSquared) {
        sentence += QLatin1Char(' ');
        sentence += *found.needExplains.rSquared < 0.5
                        ? Words::tr("How much is spent on a child is only partly decided by what "
                                    "the child needs.")
                        : Words::tr("How much is spent on a child is mostly decided by what the "
                                    "child needs.");
    }
    const auto& pairs = found.similarNeed.eachChildOnce;
    if (!pairs.empty() && pairs.front().ratio >= 2) {
        sentence += QLatin1Char(' ');
        sentence +=
            Words::tr("Children with similar needs can cost many times more than one another.");
    }
    return sentence;
}

KeyFigures keyFigures(const Source& source)
{
    const auto& found = *source.findings;
    KeyFigures figures;
    figures.figures.push_back(
        {wording::largeMoney(found.cohort.spendWeekly * kWeeksInAYear),
         Words::tr("a year on the care of %n children", nullptr, int(found.cohort.n))});

    const auto& explains = found.needExplains;
    if (explains.rSquared) {
        const QString interval =
            explains.lower && explains.upper
                ? QStringLiteral(" ") + Words::tr("(%1 to %2)")
                                            .arg(wording::number(*explains.lower * 100, 0),
                                                 wording::number(*explains.upper * 100, 0))
                : QString();
        figures.figures.push_back(
            {wording::percent(*explains.rSquared),
             Words::tr("of the variation in weekly cost explained by need") + interval});
    }
    if (!found.similarNeed.eachChildOnce.empty())
        figures.figures.push_back(
            {wording::ratio(found.similarNeed.eachChildOnce.front().ratio),
             Words::tr("the widest gap between two children of similar need")});
    const auto stepDown = countOfFlags(found, FlagKind::possibleStepDown);
    if (mayShowGroup(source, stepDown))
        figures.figures.push_back(
            {wording::count(published(source, stepDown)),
             Words::tr("children whose needs may allow a step down", nullptr, int(stepDown))});
    return figures;
}

Chart scatter(const Source& source)
{
    Chart chart;
    chart.title = Words::tr("Need against weekly cost");
    chart.caption = wording::caption(source.storeName, *source.findings, source.filter);
    chart.described = wording::headline(*source.findings) + QStringLiteral(". ") +
                      wording::underHeadline(*source.findings);
    chart.cohort = source.cohort;
    chart.findings = source.findings;
    return chart;
}

// Whether the wide gaps are more than ordinary spread would give, in words.
QString meaningOfGaps(const analysis::SimilarNeed& similar)
{
    constexpr int kThreefold = 3;
    const auto observed = similar.pairsAtLeast.find(kThreefold);
    const auto ordinary = similar.ordinarySpread.find(kThreefold);
    if (observed == similar.pairsAtLeast.end() || observed->second == 0 ||
        ordinary == similar.ordinarySpread.end())
        return {};
    return ordinary->second.p <= 0.05
               ? Words::tr("Wide gaps between children of similar need are more common than "
                           "ordinary spread would give: something besides need and chance decides "
                           "what is paid.")
               : Words::tr("Wide gaps between children of similar need are about as common as "
                           "ordinary spread would give: each is a reason to ask about two "
                           "children, not proof of anything about all of them.");
}

// Which setting takes the most money, what the gaps mean, and who might step down.
Paragraph meaning(const Source& source)
{
    const auto& cohort = source.findings->cohort;
    Paragraph paragraph;
    paragraph.lead = Words::tr("What this means.");
    QStringList sentences;
    const auto dearest = std::ranges::max_element(cohort.settings, {},
                                                  [](const auto& row) { return row.spendWeekly; });
    if (dearest != cohort.settings.end() && dearest->setting && cohort.spendWeekly > 0 &&
        mayShowGroup(source, dearest->n))
        sentences << Words::tr(
                         "The setting that costs most in all, “%1”, takes %2 of the spend for "
                         "%3 of the children.")
                         .arg(wording::text(domain::word(*dearest->setting)),
                              wording::percent(dearest->spendWeekly / cohort.spendWeekly),
                              wording::percent(double(dearest->n) / double(cohort.n)));
    if (const QString gaps = meaningOfGaps(source.findings->similarNeed); !gaps.isEmpty())
        sentences << gaps;
    const auto stepDown = countOfFlags(*source.findings, FlagKind::possibleStepDown);
    if (stepDown > 0 && mayShowGroup(source, stepDown))
        sentences << Words::tr("%n children in homes or other residential settings have needs that "
                               "fell and none left that calls for intensive support: could any of "
                               "them live in a family?",
                               nullptr, int(published(source, stepDown)));
    paragraph.text = sentences.join(QLatin1Char(' '));
    return paragraph;
}

void addSummary(const Source& source, Document& document)
{
    document.blocks.push_back(keyFigures(source));
    // Each mark in the picture is a child: it is not for publication.
    if (source.audience == Audience::internal)
        document.blocks.push_back(scatter(source));
    document.blocks.push_back(meaning(source));
    document.blocks.push_back(PageBreak{});
}

} // namespace

bool mayShowGroup(const Source& source, std::uint64_t n)
{
    return source.audience == Audience::internal || n >= kSmallNumber;
}

std::size_t countOfFlags(const analysis::Findings& findings, FlagKind kind)
{
    return static_cast<std::size_t>(std::ranges::count(
        findings.flags, kind, [](const analysis::Flag& flag) { return flag.kind; }));
}

std::uint64_t published(const Source& source, std::uint64_t count)
{
    return source.audience == Audience::internal ? count : (count + 2) / 5 * 5;
}

Document valueReport(const Source& source)
{
    Document document;
    document.title = Words::tr("Needs, cost and outcomes of children in care");
    document.standfirst = opening(source);
    document.headerLeft = Words::tr("%1 · Value report").arg(source.storeName);
    document.headerRight =
        (source.audience == Audience::internal ? Words::tr("Internal · %1")
                                               : Words::tr("For publication · %1"))
            .arg(wording::date(source.cohort->census));

    if (wants(source, Section::summary))
        addSummary(source, document);
    using AddSection = void (*)(const Source&, Document&);
    constexpr std::pair<Section, AddSection> evidence[] = {{Section::need, addNeed},
                                                           {Section::needAndCost, addNeedAndCost},
                                                           {Section::similarNeed, addSimilarNeed},
                                                           {Section::costDrivers, addCostDrivers},
                                                           {Section::outcomes, addOutcomes},
                                                           {Section::providers, addProviders},
                                                           {Section::stepDown, addStepDown},
                                                           {Section::dataQuality, addDataQuality},
                                                           {Section::method, addMethod}};
    for (const auto& [section, add] : evidence) {
        if (wants(source, section))
            add(source, document);
    }
    return document;
}

} // namespace twelvefold::report
