// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/inspector.h"

#include "analysis/findings/figure_traces.h"
#include "common/children_of_cohort.h"
#include "explore/inspector_sheet.h"
#include "wording/wording.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace twelvefold::ui {

Inspector::Inspector(Session& session, QWidget* parent)
    : Panel(parent), m_session(session), m_holder(new QWidget(this))
{
    setAccessibleName(tr("What is selected"));
    column()->setContentsMargins(16, 14, 8, 14);
    auto* holding = new QVBoxLayout(m_holder);
    holding->setContentsMargins(0, 0, 0, 0);
    QScrollArea* area = scrolling(m_holder, this);
    column()->addWidget(area, 1);
    connect(&m_session, &Session::selectionChanged, this, [this, area] {
        renew();
        area->verticalScrollBar()->setValue(0); // of whoever is chosen next, from the beginning
    });
    connect(&m_session, &Session::findingsChanged, this, &Inspector::renew);
    connect(&m_session, &Session::findingsRefined, this, &Inspector::sayBandHeld);
    connect(&m_session, &Session::standingChanged, this, &Inspector::sayBandHeld);
    connect(&m_session, &Session::closed, this, &Inspector::renew);
    renew();
}

void Inspector::renew()
{
    const auto cohort = m_session.cohort();
    const auto findings = m_session.findings();
    const auto rows = cohort ? rowsOf(m_session.selection(), *cohort) : std::vector<std::size_t>();
    const bool nobody = rows.empty() && findings && askedOfSelection().empty();
    // Need over time hangs on the reliability, and so does the worklist.
    const auto ofAll = nobody ? cohort : nullptr;
    const auto worklist = nobody ? findings->worklist : nullptr;
    if (ofAll && ofAll == m_ofAll && worklist == m_worklistOfAll)
        return;
    m_ofAll = ofAll;
    m_worklistOfAll = worklist;
    // Made where it stays: every change of place would style each of its labels once more.
    auto* sheet = new InspectorSheet(m_holder);
    if (cohort && findings)
        write(*sheet, rows);
    const bool hadFocus = m_sheet != nullptr && m_sheet->isAncestorOf(QApplication::focusWidget());
    m_holder->layout()->addWidget(sheet);
    sheet->show();
    if (hadFocus)
        keepFocus(*sheet);
    // The one before may be the sender of the signal that brought us here.
    if (m_sheet != nullptr) {
        m_sheet->hide();
        m_sheet->deleteLater();
    }
    m_sheet = sheet;
}

void Inspector::write(InspectorSheet& sheet, const std::vector<std::size_t>& rows)
{
    if (rows.empty() && !askedOfSelection().empty())
        showNotCompared(sheet);
    else if (rows.empty())
        showNothing(sheet);
    else if (rows.size() == 1)
        showChild(sheet, rows.front());
    else if (m_session.selection().kind == Selection::Kind::pair)
        showPair(sheet, rows[0], rows[1]);
    else
        showGroup(sheet, rows);
}

void Inspector::showNothing(InspectorSheet& sheet)
{
    const analysis::CohortSummary& summary = m_session.findings()->cohort;
    const analysis::RecordedSpend& spend = m_session.findings()->spend;
    addWorklist(sheet);
    sheet.quiet(tr("All children in force"));
    sheet.figure(wording::spend(spend.weekly, wording::largeMoney),
                 !(spend.weekly > 0) ? tr("spend a week")
                 : spend.isWhole()   ? tr("a week")
                                     : tr("a week at least"),
                 explained(tr("Spend a week"), [](const domain::Cohort& cohort) {
                     return analysis::traceOfSpend(cohort);
                 }));
    if (!spend.isWhole() && spend.weekly > 0)
        sheet.note(wording::spendTold(spend, wording::Per::week));
    sheet.line(tr("Children"), wording::count(summary.n));
    if (summary.medianCost)
        sheet.line(tr("Median weekly cost"), wording::pounds(*summary.medianCost), false,
                   explained(tr("Median weekly cost"), [](const domain::Cohort& cohort) {
                       return analysis::traceOfMedianCost(cohort);
                   }));
    if (summary.medianNeed)
        sheet.line(tr("Median need"), wording::number(*summary.medianNeed, 0), false,
                   explained(tr("Median need"), [](const domain::Cohort& cohort) {
                       return analysis::traceOfMedianNeed(cohort);
                   }));
    addNeedChange(sheet);
    sheet.section(tr("Median weekly cost by setting"));
    for (const analysis::SettingSummary& each : summary.settings) {
        const QString name =
            each.setting ? wording::text(domain::word(*each.setting)) : tr("No placement");
        sheet.marked(each.setting, name,
                     each.median ? wording::roundPounds(*each.median) : QString(), false,
                     explained(tr("Median weekly cost: %1").arg(name),
                               [setting = each.setting](const domain::Cohort& cohort) {
                                   return analysis::traceOfMedianCost(cohort, setting);
                               }));
    }
    sheet.space(8);
    sheet.note(
        tr("Choose a mark, a connector or a row to see why a child's care costs what it does. "
           "Drag a rectangle to choose several."));
}

void Inspector::addNeedChange(InspectorSheet& sheet)
{
    const analysis::NeedChange& change = m_session.findings()->change;
    sheet.section(tr("Need over time"));
    if (change.then && change.now)
        sheet.line(
            tr("Mean total need, then and now"),
            tr("%1 → %2").arg(wording::number(*change.then, 1), wording::number(*change.now, 1)),
            false, explained(tr("Need over time"), [this](const domain::Cohort&) {
                return m_session.findings()->change.trace;
            }));
    for (const QString& sentence : wording::needChange(change))
        sheet.note(sentence);
    addTraceLink(sheet, tr("Need over time"), wording::traceLines(change.trace));
}

std::function<void()> Inspector::explained(const QString& title, const MakeTrace& make,
                                           std::shared_ptr<const domain::Cohort> cohort)
{
    return [this, title, make, cohort] {
        const auto of = cohort ? cohort : m_session.cohort();
        if (of && m_session.findings())
            emit traceWanted(title, wording::traceLines(make(*of)));
    };
}

void Inspector::addTraceLink(InspectorSheet& sheet, const QString& title, const QStringList& lines)
{
    if (!lines.isEmpty())
        sheet.link(
            tr("How was this worked out?"),
            [this, title, lines] { emit traceWanted(title, lines); },
            tr("%1: how was this worked out?").arg(title));
}

} // namespace twelvefold::ui
