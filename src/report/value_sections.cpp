// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/methods/suppression.h"
#include "domain/records.h"
#include "report/value_report.h"
#include "report/words.h"
#include "wording/wording.h"

namespace twelvefold::report {
namespace {

using analysis::FlagKind;

bool isInternal(const Source& source)
{
    return source.audience == Audience::internal;
}

void heading(Document& document, const QString& text)
{
    document.blocks.push_back(Heading{text, 1});
}

void paragraph(Document& document, const QString& text)
{
    document.blocks.push_back(Paragraph{text, {}, false});
}

// Counts as the audience may see them: exact, or with small ones (and what would give them away)
// withheld and the rest rounded.
std::vector<Cell> countCells(const Source& source, const std::vector<std::uint64_t>& counts)
{
    std::vector<bool> withheld(counts.size(), false);
    if (!isInternal(source))
        withheld = analysis::withheldCounts(counts, kSmallNumber);
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < counts.size(); ++i)
        cells.push_back(withheld[i] ? withheldCell()
                                    : wholeCell(double(published(source, counts[i]))));
    return cells;
}

QString withheldNote(const Source& source)
{
    return isInternal(source) ? QString()
                              : Words::tr("Counts are rounded to 5; c stands for a figure withheld "
                                          "because few children are behind it.");
}

// With a capital, to stand alone in a table.
QString raised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString pseudonym(const Source& source, std::size_t row)
{
    return QString::fromStdString(source.cohort->pseudonym[row]);
}

QString settingName(const Source& source, std::size_t row)
{
    const auto& setting = source.cohort->setting[row];
    return setting ? wording::text(domain::word(*setting)) : Words::tr("No placement recorded");
}

// The children with one kind of flag and why, one row each.
Table flagTable(const Source& source, FlagKind kind, const QString& title, const QString& name)
{
    Table table;
    table.title = title;
    table.name = name;
    table.headings = {Words::tr("Child"), Words::tr("Setting"), Words::tr("A week"),
                      Words::tr("Why")};
    for (const analysis::Flag& flag : source.findings->flags) {
        if (flag.kind == kind)
            table.rows.push_back({textCell(pseudonym(source, flag.row)),
                                  textCell(settingName(source, flag.row)),
                                  moneyCell(source.cohort->weeklyCost.at(flag.row)),
                                  textCell(wording::text(flag.reason))});
    }
    return table;
}

// Every child analysed, for the workbook and the CSV: what the figures can be recomputed from.
Table childTable(const Source& source)
{
    const domain::Cohort& cohort = *source.cohort;
    Table table;
    table.title = Words::tr("Children");
    table.name = QStringLiteral("Children");
    table.dataOnly = true;
    table.headings = {Words::tr("Child"),      Words::tr("Age"),    Words::tr("Setting"),
                      Words::tr("Need total"), Words::tr("A week"), Words::tr("Expected"),
                      Words::tr("From"),       Words::tr("To"),     Words::tr("Ratio"),
                      Words::tr("Assessed")};
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        const analysis::ExpectedCost* expected = source.findings->expectedCostOf(row);
        const auto of = [&](auto member) {
            return expected != nullptr ? expected->*member : std::optional<double>();
        };
        table.rows.push_back(
            {textCell(pseudonym(source, row)), decimalCell(cohort.age.at(row), 0),
             textCell(settingName(source, row)), decimalCell(cohort.needTotal.at(row), 0),
             moneyCell(cohort.weeklyCost.at(row)), moneyCell(of(&analysis::ExpectedCost::expected)),
             moneyCell(of(&analysis::ExpectedCost::lower)),
             moneyCell(of(&analysis::ExpectedCost::upper)),
             ratioCell(of(&analysis::ExpectedCost::ratio)), dateCell(cohort.assessedOn[row])});
    }
    return table;
}

void addTrace(Document& document, const QString& title, const analysis::Trace& trace)
{
    const QStringList lines = wording::traceLines(trace);
    if (lines.isEmpty())
        return;
    document.blocks.push_back(Heading{title, 2});
    for (const QString& line : lines)
        document.blocks.push_back(Paragraph{line, {}, true});
}

} // namespace

void addNeed(const Source& source, Document& document)
{
    const auto& summary = source.findings->cohort;
    const auto& bands = source.cohort->framework->bands();
    heading(document, Words::tr("Need"));

    Table table;
    table.title = Words::tr("Children by band of need");
    table.name = QStringLiteral("Need");
    table.headings = {Words::tr("Band"), Words::tr("Total"), Words::tr("Children")};
    const std::vector<std::uint64_t> counts(summary.bandCounts.begin(), summary.bandCounts.end());
    const auto cells = countCells(source, counts);
    for (std::size_t i = 0; i < cells.size() && i < bands.size(); ++i)
        table.rows.push_back(
            {textCell(QString::fromStdString(bands[i].title)),
             textCell(Words::tr("%1 to %2")
                          .arg(wording::number(bands[i].from, 0), wording::number(bands[i].to, 0))),
             cells[i]});
    table.note = withheldNote(source);
    if (summary.medianNeed)
        paragraph(document, Words::tr("Half of the children assessed on every domain have a need "
                                      "total of %1 or more, out of %2.")
                                .arg(wording::number(*summary.medianNeed, 0),
                                     wording::number(source.cohort->framework->highestTotal(), 0)));
    document.blocks.push_back(std::move(table));
}

void addNeedAndCost(const Source& source, Document& document)
{
    const auto& summary = source.findings->cohort;
    heading(document, Words::tr("Need and cost by setting"));

    Table table;
    table.title = Words::tr("Weekly cost by setting");
    table.name = QStringLiteral("Settings");
    table.headings = {Words::tr("Setting"),       Words::tr("Children"),
                      Words::tr("A week in all"), Words::tr("Median"),
                      Words::tr("Lower quarter"), Words::tr("Upper quarter"),
                      Words::tr("Median need")};
    std::vector<std::uint64_t> counts;
    for (const auto& row : summary.settings)
        counts.push_back(row.n);
    const auto cells = countCells(source, counts);
    for (std::size_t i = 0; i < summary.settings.size(); ++i) {
        const auto& row = summary.settings[i];
        const bool shown =
            mayShowGroup(source, row.withCost) && !cells[i].shown.startsWith(QLatin1Char('c'));
        const auto money = [&](std::optional<double> value) {
            return shown ? moneyCell(value) : withheldCell();
        };
        table.rows.push_back({textCell(row.setting ? wording::text(domain::word(*row.setting))
                                                   : Words::tr("No placement recorded")),
                              cells[i], money(row.spendWeekly), money(row.median),
                              money(row.lowerQuartile), money(row.upperQuartile),
                              shown ? decimalCell(row.medianNeed, 0) : withheldCell()});
    }
    table.note =
        Words::tr("Costs are weekly, excluding VAT, of the components and funders counted. "
                  "A setting's price says nothing of its value until need is allowed for.");
    document.blocks.push_back(std::move(table));
    if (isInternal(source))
        document.blocks.push_back(childTable(source));
}

void addSimilarNeed(const Source& source, Document& document)
{
    const analysis::SimilarNeed& similar = source.findings->similarNeed;
    heading(document, Words::tr("Similar need, different cost"));
    paragraph(document, wording::underHeadline(*source.findings));
    if (!isInternal(source))
        return; // every row is two children

    Table table;
    table.title = Words::tr("The widest pairs, each child once");
    table.name = QStringLiteral("Similar pairs");
    table.headings = {Words::tr("Dearer"),       Words::tr("Setting"), Words::tr("A week"),
                      Words::tr("Cheaper"),      Words::tr("Setting"), Words::tr("A week"),
                      Words::tr("Levels apart"), Words::tr("Ratio")};
    for (const analysis::Pair& pair : similar.eachChildOnce)
        table.rows.push_back({textCell(pseudonym(source, pair.a)),
                              textCell(settingName(source, pair.a)), moneyCell(pair.costA),
                              textCell(pseudonym(source, pair.b)),
                              textCell(settingName(source, pair.b)), moneyCell(pair.costB),
                              decimalCell(pair.distance, 0), ratioCell(pair.ratio)});
    table.note =
        Words::tr("%1 pairs of %2 children lie within %3 of one another. The gap between two "
                  "children is a question to ask, not a saving.")
            .arg(wording::count(similar.pairsConsidered), wording::count(similar.children),
                 wording::levels(similar.tolerance));
    document.blocks.push_back(std::move(table));
}

void addOutcomes(const Source& source, Document& document)
{
    Table table;
    table.title = Words::tr("How outcomes go with need and cost");
    table.name = QStringLiteral("Outcomes");
    table.headings = {Words::tr("Outcome"), Words::tr("Against"), Words::tr("Correlation"),
                      Words::tr("From"),    Words::tr("To"),      Words::tr("Children")};
    constexpr std::string_view prefix = "outcome_";
    for (const analysis::Correlation& row : source.findings->correlations) {
        const bool outcomeFirst = row.x.starts_with(prefix);
        if ((!outcomeFirst && !row.y.starts_with(prefix)) || !mayShowGroup(source, row.n))
            continue;
        const std::string& outcome = outcomeFirst ? row.x : row.y;
        const auto* measure =
            domain::findOutcomeMeasure(std::string_view(outcome).substr(prefix.size()));
        const std::string& other = outcomeFirst ? row.y : row.x;
        table.rows.push_back(
            {textCell(measure != nullptr ? wording::text(measure->title)
                                         : QString::fromStdString(outcome)),
             textCell(other == "need_total" ? Words::tr("Need") : Words::tr("Weekly cost")),
             decimalCell(row.estimate, 2), decimalCell(row.lower, 2), decimalCell(row.upper, 2),
             wholeCell(double(published(source, row.n)))});
    }
    heading(document, Words::tr("Outcomes"));
    if (table.rows.empty()) {
        paragraph(document,
                  Words::tr("No outcomes are recorded for these children, so nothing can be "
                            "said of what the money achieved."));
        return;
    }
    table.note = Words::tr("Rank correlations with 95 % intervals. They show what goes together, "
                           "not what causes what.");
    document.blocks.push_back(std::move(table));
}

void addStepDown(const Source& source, Document& document)
{
    const auto n = countOfFlags(*source.findings, FlagKind::possibleStepDown);
    heading(document, Words::tr("Possible step-down"));
    if (n == 0) {
        paragraph(document, Words::tr("Nobody's recorded needs suggest it today."));
        return;
    }
    if (!isInternal(source)) {
        paragraph(document, n < kSmallNumber ? Words::tr("A few children's needs may allow it.")
                                             : Words::tr("About %1 children's needs may allow it.")
                                                   .arg(wording::count(published(source, n))));
        return;
    }
    paragraph(document,
              Words::tr("These children live in residential settings, their needs have fallen, and "
                        "no need is left that calls for intensive or constant support. Each is a "
                        "question for the people who know the child."));
    document.blocks.push_back(flagTable(source, FlagKind::possibleStepDown,
                                        Words::tr("Children to ask about"),
                                        QStringLiteral("Step-down")));
}

void addDataQuality(const Source& source, Document& document)
{
    const auto& summary = source.findings->cohort;
    heading(document, Words::tr("How complete the data are"));
    Table table;
    table.title = Words::tr("Left out of need against cost, and why");
    table.name = QStringLiteral("Data quality");
    table.headings = {Words::tr("Reason"), Words::tr("Children")};
    std::vector<std::uint64_t> counts;
    for (const auto& row : summary.excluded)
        counts.push_back(row.n);
    const auto stale = countOfFlags(*source.findings, FlagKind::assessmentStale);
    counts.push_back(stale);
    const auto cells = countCells(source, counts);
    for (std::size_t i = 0; i < summary.excluded.size(); ++i)
        table.rows.push_back(
            {textCell(raised(wording::text(summary.excluded[i].reason))), cells[i]});
    table.rows.push_back(
        {textCell(Words::tr("Counted, but assessed more than half a year ago")), cells.back()});
    table.note = withheldNote(source);
    document.blocks.push_back(std::move(table));
}

void addMethod(const Source& source, Document& document)
{
    heading(document, Words::tr("Method and words"));
    paragraph(
        document,
        Words::tr("Need is scored on the domains of “%1”, each from 0 to %2; the total is their "
                  "weighted sum. Similar need means that two children's levels differ by at most "
                  "%3 in all. Nothing here says why a cost is what it is.")
            .arg(QString::fromStdString(source.cohort->framework->title()))
            .arg(source.cohort->framework->highestLevel())
            .arg(wording::levels(source.findings->similarNeed.tolerance)));
    addTrace(document, Words::tr("What need explains"), source.findings->needExplains.trace);
    addTrace(document, Words::tr("The robust line"), source.findings->line.trace);
    addTrace(document, Words::tr("Pairs of similar need"), source.findings->similarNeed.trace);
    // It counts small groups: not for publication.
    if (isInternal(source))
        addTrace(document, Words::tr("What goes along with cost"), source.findings->drivers.trace);
    addTrace(document, Words::tr("Providers"), source.findings->providerCosts.trace);
    addTrace(document, Words::tr("In how few hands care lies"), source.findings->market.trace);
}

} // namespace twelvefold::report
