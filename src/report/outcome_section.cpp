// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/told.h"
#include "domain/records.h"
#include "report/value_report.h"
#include "report/words.h"
#include "wording/wording.h"

#include <algorithm>
#include <tuple>

namespace twelvefold::report {
namespace {

constexpr std::string_view kPrefix = "outcome_";

// An outcome measure beside need or cost.
struct Beside
{
    const domain::OutcomeMeasure* measure;
    bool need; // else cost
    const analysis::Correlation* found;
};

std::vector<Beside> outcomesBeside(const analysis::Findings& findings, const Figures& figures)
{
    std::vector<Beside> rows;
    for (const analysis::Correlation& row : findings.correlations) {
        const bool first = row.x.starts_with(kPrefix);
        const std::string& outcome = first ? row.x : row.y;
        const std::string& other = first ? row.y : row.x;
        if (!outcome.starts_with(kPrefix))
            continue;
        // Which lines there are would tell of whom anything is recorded.
        if (row.n == 0 && !figures.areForPublication())
            continue;
        if (const auto* measure =
                domain::findOutcomeMeasure(std::string_view(outcome).substr(kPrefix.size())))
            rows.push_back({measure, other == "need_total", &row});
    }
    std::ranges::stable_sort(rows, {}, &Beside::measure);
    return rows;
}

struct Estimate
{
    Cell value, lower, upper;
};

Estimate estimateOf(const Beside& row, Figures& figures)
{
    const analysis::Correlation& found = *row.found;
    return {figures.correlation(found.estimate, found), figures.correlation(found.lower, found),
            figures.correlation(found.upper, found)};
}

// Whether the interval is on one side of nought, also when it is allowed for how many are looked at
// (q): as it was worked out, so that every audience is told the same.
std::optional<bool> clearlyAbove(const analysis::Correlation& found)
{
    constexpr double kClear = 0.05;
    if (found.q.value_or(0) > kClear)
        return std::nullopt;
    const auto& [lower, upper] = std::tie(found.lower, found.upper);
    if (lower && *lower > 0)
        return true;
    if (upper && *upper < 0)
        return false;
    return std::nullopt;
}

// "rank correlation −0.31, 95 % interval −0.39 to −0.22; q 0.004; 412 children"
QString figureOf(const Beside& row, const Estimate& estimate, Figures& figures)
{
    QString figure = (row.need ? Words::tr("rank correlation %1")
                               : Words::tr("rank correlation at the same need %1"))
                         .arg(estimate.value.shown);
    if (amountOf(estimate.lower) && amountOf(estimate.upper))
        figure += Words::tr(", %1 interval %2 to %3")
                      .arg(figures.constant(wording::percent(0.95)), estimate.lower.shown,
                           estimate.upper.shown);
    // How many children two measures share would tell how many have one and not the other.
    if (!figures.areForPublication() && row.found->q)
        figure += *row.found->q < 0.001
                      ? Words::tr("; q under 0.001")
                      : Words::tr("; q %1").arg(wording::number(*row.found->q, 3));
    if (!figures.areForPublication())
        figure += Words::tr("; %1 children", nullptr, int(row.found->n))
                      .arg(wording::count(row.found->n));
    return figure;
}

QString clearLink(bool need, bool above)
{
    if (need)
        return above ? Words::tr("%1 tends to be higher where need is higher (%2).")
                     : Words::tr("%1 tends to be lower where need is higher (%2).");
    return above ? Words::tr("%1 tends to be higher where weekly cost is higher at the same need "
                             "(%2).")
                 : Words::tr("%1 tends to be lower where weekly cost is higher at the same need "
                             "(%2).");
}

// What goes clearly with need, or with cost, and then what does not, in one paragraph.
Paragraph told(const std::vector<Beside>& rows, bool need, Figures& figures)
{
    QStringList sentences, unclear, few, withheld;
    for (const Beside& row : rows) {
        if (row.need != need)
            continue;
        const QString title = wording::text(row.measure->title);
        const Estimate estimate = estimateOf(row, figures);
        const auto above = clearlyAbove(*row.found);
        if (isWithheld(estimate.value))
            withheld << title;
        else if (!amountOf(estimate.value) || row.found->n < analysis::kFewToTell)
            few << title;
        else if (!above)
            unclear << title;
        else
            sentences << clearLink(need, *above).arg(title, figureOf(row, estimate, figures));
    }
    const auto add = [&](const QString& sentence, const QStringList& titles) {
        if (!titles.isEmpty())
            sentences << sentence.arg(titles.join(QStringLiteral(", ")));
    };
    add(Words::tr("No clear link shows for: %1."), unclear);
    add(Words::tr("Too few children, or all alike, to say for: %1."), few);
    add(Words::tr("Withheld, because few children are behind them, or differ in them: %1."),
        withheld);
    return {sentences.join(QLatin1Char(' ')),
            need ? Words::tr("Beside need.") : Words::tr("Beside weekly cost, at the same need."),
            false};
}

// The same for a workbook.
Table outcomeTable(const std::vector<Beside>& rows, Figures& figures)
{
    Table table{.title = Words::tr("How outcomes go with need and cost"),
                .headings = {Words::tr("Outcome"), Words::tr("Against"), Words::tr("Correlation"),
                             Words::tr("From"), Words::tr("To")},
                .name = QStringLiteral("Outcomes"),
                .dataOnly = true};
    if (!figures.areForPublication())
        table.headings << Words::tr("Children");
    for (const Beside& row : rows) {
        const Estimate estimate = estimateOf(row, figures);
        Row cells{
            textCell(wording::text(row.measure->title)),
            textCell(row.need ? Words::tr("Need") : Words::tr("Weekly cost at the same need")),
            estimate.value, estimate.lower, estimate.upper};
        if (!figures.areForPublication())
            cells.push_back(wholeCell(double(row.found->n)));
        table.rows.push_back(std::move(cells));
    }
    table.note = figures.constant(Words::tr("Rank correlations with 95 % intervals."));
    return table;
}

bool anyRecorded(const domain::Cohort& cohort)
{
    return std::ranges::any_of(cohort.outcomes, [](const domain::OutcomeColumn& outcome) {
        return std::ranges::count(outcome.values.valid, 1) > 0;
    });
}

QString whyNone(const domain::Cohort& cohort)
{
    return anyRecorded(cohort)
               ? Words::tr("Outcomes are recorded for too few of these children to be set beside "
                           "need and cost.")
               : Words::tr("No outcomes are recorded for these children, so nothing can be said of "
                           "what the money achieved.");
}

// That none are recorded is said for publication where it is so of everybody: of some it would tell
// of the rest.
bool areThere(const Source& source, const std::vector<Beside>& rows, const Figures& figures)
{
    return !rows.empty() && (!figures.areForPublication() || anyRecorded(*source.everyone));
}

} // namespace

void addOutcomes(const Source& source, Figures& figures, Document& document)
{
    document.blocks.push_back(Heading{Words::tr("Outcomes"), 1});
    const std::vector<Beside> rows = outcomesBeside(*source.findings, figures);
    if (!areThere(source, rows, figures)) {
        document.blocks.push_back(Paragraph{whyNone(*source.cohort), {}, false});
        return;
    }
    document.blocks.push_back(
        Paragraph{Words::tr("What goes together is not what causes what: children with greater "
                            "needs cost more and have further to go."),
                  {},
                  false});
    for (const bool need : {true, false}) {
        if (Paragraph paragraph = told(rows, need, figures); !paragraph.text.isEmpty())
            document.blocks.push_back(std::move(paragraph));
    }
    document.blocks.push_back(outcomeTable(rows, figures));
    figures.constant(wording::count(rows.size())); // of lines, which paper says it leaves out
}

} // namespace twelvefold::report
