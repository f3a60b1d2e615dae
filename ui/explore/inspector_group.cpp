// SPDX-License-Identifier: GPL-3.0-or-later
// Several children in the panel of what is selected.
#include "analysis/analyse.h"
#include "analysis/findings/figure_traces.h"
#include "analysis/findings/told.h"
#include "explore/inspector.h"
#include "explore/inspector_sheet.h"
#include "explore/inspector_words.h"
#include "wording/wording.h"

#include <algorithm>
#include <functional>

namespace twelvefold::ui {
namespace {

// Up to here a group is analysed while one looks on; beyond, the window would wait.
constexpr std::size_t kQuickGroup = 2000;

} // namespace

void Inspector::showGroup(InspectorSheet& sheet, const std::vector<std::size_t>& rows)
{
    addWayBack(sheet);
    sheet.quiet(tr("Group"));
    sheet.figure(howMany(rows.size()));
    addQuestionsOfGroup(sheet);
    const bool quick = rows.size() <= kQuickGroup;
    const QStringList trace = quick ? addGroupFigures(sheet, rows) : QStringList();
    if (!quick)
        sheet.note(
            tr("A group this large is worked out when it is all that is compared: narrow the "
               "settings or ages on the left."));

    const domain::Cohort& cohort = *m_session.cohort();
    std::vector<std::size_t> byCost = rows;
    std::ranges::stable_sort(byCost, std::greater<>(), [&](std::size_t row) {
        return cohort.weeklyCost.at(row).value_or(-1);
    });
    constexpr std::size_t kListed = 8;
    sheet.section(rows.size() > kListed ? tr("The dearest %1").arg(kListed) : tr("Children"));
    for (std::size_t i = 0; i < byCost.size() && i < kListed; ++i)
        sheet.marked(cohort.setting[byCost[i]], pseudonymAt(cohort, byCost[i]),
                     weekly(cohort, byCost[i]), false);
    addTraceLink(sheet, tr("What goes with need, in this group"), trace);
}

// The same analysis as of everybody, of these children alone; how it was worked out.
QStringList Inspector::addGroupFigures(InspectorSheet& sheet, const std::vector<std::size_t>& rows)
{
    analysis::Options options = m_session.options();
    options.bootstrapReplicates = 0;
    options.chanceDraws = 0;
    const auto group = std::make_shared<const domain::Cohort>(m_session.cohort()->rows(rows));
    const analysis::Findings found = analysis::analyse(*group, options);
    const analysis::RecordedSpend spend = analysis::recordedSpend(
        *group, m_session.findings()->paidCare.get(), m_session.options().seed);
    sheet.line(
        spend.isWhole() || !(spend.weekly > 0) ? tr("Spend a week") : tr("Spend a week at least"),
        wording::spend(spend.weekly, wording::pounds), false,
        explained(
            tr("Spend a week"),
            [](const domain::Cohort& cohort) { return analysis::traceOfSpend(cohort); }, group));
    if (!spend.isWhole() && spend.weekly > 0)
        sheet.note(wording::spendTold(spend, wording::Per::week));
    if (found.cohort.medianCost)
        sheet.line(
            tr("Median weekly cost"), wording::pounds(*found.cohort.medianCost), false,
            explained(
                tr("Median weekly cost"),
                [](const domain::Cohort& cohort) { return analysis::traceOfMedianCost(cohort); },
                group));
    if (found.cohort.medianNeed)
        sheet.line(
            tr("Median need"), wording::number(*found.cohort.medianNeed, 1), false,
            explained(
                tr("Median need"),
                [](const domain::Cohort& cohort) { return analysis::traceOfMedianNeed(cohort); },
                group));
    if (const auto share = analysis::told(found.needExplains))
        sheet.line(
            tr("Goes with need"), wording::percent(*share), false,
            explained(tr("What goes with need, in this group"),
                      [trace = found.needExplains.trace](const domain::Cohort&) { return trace; }));
    sheet.section(tr("Settings"));
    for (const analysis::SettingSummary& each : found.cohort.settings)
        sheet.marked(each.setting,
                     each.setting ? wording::text(domain::word(*each.setting)) : tr("No placement"),
                     wording::count(each.n), false);
    return wording::traceLines(found.needExplains.trace);
}

} // namespace twelvefold::ui
