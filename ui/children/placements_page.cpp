// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/placements_page.h"

#include "children/cost_line_editor.h"
#include "children/placement_editor.h"
#include "children/placement_timeline.h"
#include "children/present_day.h"
#include "children/record_table.h"
#include "children/requests_table.h"
#include "children/weekly_figure.h"
#include "common/attempt.h"
#include "common/care_words.h"
#include "common/controls.h"
#include "workbench/care_history.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace twelvefold::ui {
namespace {

QString dateOr(const std::optional<domain::Date>& date, const QString& otherwise)
{
    return date ? wording::date(*date) : otherwise;
}

// What is out of the ordinary about a placement, in words.
QString particulars(const domain::Placement& placement)
{
    QStringList words;
    if (placement.emergency == true)
        words << PlacementsPage::tr("emergency");
    if (placement.solo == true)
        words << PlacementsPage::tr("solo");
    if (placement.deprivationOfLiberty == true)
        words << PlacementsPage::tr("deprivation of liberty");
    if (placement.distanceMiles)
        words << PlacementsPage::tr("%1 miles").arg(wording::number(*placement.distanceMiles, 1));
    if (placement.referredOn && *placement.referredOn <= placement.period.start) {
        const int days = domain::daysBetween(*placement.referredOn, placement.period.start);
        words << (days == 1 ? PlacementsPage::tr("search 1 day")
                            : PlacementsPage::tr("search %1 days").arg(days));
    }
    if (!placement.note.empty())
        words << QString::fromStdString(placement.note);
    return words.join(QStringLiteral(" · "));
}

} // namespace

PlacementsPage::PlacementsPage(Session& session, QWidget* parent)
    : QScrollArea(parent), m_session(session), m_figure(new WeeklyFigure),
      m_timeline(new PlacementTimeline),
      m_placementTable(new RecordTable(
          "placements", tr("Placements"),
          {tr("From"), tr("Left"), tr("Setting"), tr("Provider"), tr("Particulars")})),
      m_noNights(smallLabel({}, this)),
      m_costTable(new RecordTable("costs", tr("Costs"),
                                  {tr("From"), tr("Until"), tr("For"), tr("Amount"), tr("A week"),
                                   tr("Paid by"), tr("Placement"), tr("Note")})),
      m_requests(new RequestsTable)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    m_placementTable->offerAdding(tr("Enter a placement…"));
    m_placementTable->offerEnding(tr("End…"));
    m_costTable->offerAdding(tr("Enter a cost…"));
    m_costTable->offerEnding(tr("End…"));
    m_costTable->alignRight(3);
    m_costTable->alignRight(4);

    auto* page = new QWidget;
    setRole(page, "clear");
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(15, 14, 15, 14);
    column->setSpacing(18);
    column->addWidget(m_figure);
    column->addWidget(m_timeline);
    m_placementTable->layout()->addWidget(m_noNights);
    column->addWidget(m_placementTable);
    column->addWidget(m_costTable);
    column->addWidget(m_requests);
    column->addStretch();
    setWidget(page);
    for (RecordTable* table : {m_placementTable, m_costTable})
        connect(table, &RecordTable::said, &m_session, &Session::say);
    connect(m_requests, &RequestsTable::said, &m_session, &Session::say);
    connectPlacements();
    connectCosts();
}

void PlacementsPage::connectPlacements()
{
    const auto at = [this](int row) -> const domain::Placement& {
        return m_placements[static_cast<std::size_t>(row)];
    };
    connect(m_placementTable, &RecordTable::addAsked, this, &PlacementsPage::addPlacement);
    connect(m_placementTable, &RecordTable::changeAsked, this,
            [this, at](int row) { editPlacement(at(row)); });
    connect(m_placementTable, &RecordTable::endAsked, this,
            [this, at](int row) { editPlacement(at(row))->focusEnd(); });
    connect(m_placementTable, &RecordTable::removeAsked, this, [this, at](int row) {
        const domain::Placement placement = at(row);
        if (!dialogs().confirm(this, tr("Remove this placement of %1?").arg(m_childName),
                               removalInWords(placement), tr("Remove")))
            return;
        if (attempt(this, [&] { m_session.workbench().removePlacement(placement); }))
            m_session.say(tr("The placement is removed."));
    });
    connect(m_timeline, &PlacementTimeline::placementPressed, this, [this](domain::PlacementId id) {
        for (std::size_t i = 0; i < m_placements.size(); ++i) {
            if (m_placements[i].id == id)
                m_placementTable->choose(static_cast<int>(i));
        }
    });
}

// What goes with a placement is said before it goes.
QString PlacementsPage::removalInWords(const domain::Placement& placement) const
{
    std::vector<domain::CostLine> paid;
    for (const auto& line : m_session.workbench().consequencesOfRemoving(placement).lines)
        paid.push_back(line.before);
    const QString which = placementInWords(placement);
    return paid.empty() ? tr("%1. This can be undone.").arg(which)
                        : tr("%1. What is paid for it goes with it: %2. This can be undone.")
                              .arg(which, costsInWords(paid));
}

void PlacementsPage::connectCosts()
{
    const auto at = [this](int row) -> const domain::CostLine& {
        return m_lines[static_cast<std::size_t>(row)];
    };
    connect(m_costTable, &RecordTable::addAsked, this, &PlacementsPage::addCost);
    connect(m_costTable, &RecordTable::changeAsked, this,
            [this, at](int row) { editCost(at(row)); });
    connect(m_costTable, &RecordTable::endAsked, this,
            [this, at](int row) { editCost(at(row))->focusEnd(); });
    connect(m_costTable, &RecordTable::removeAsked, this, [this, at](int row) {
        const domain::CostLine line = at(row);
        if (!dialogs().confirm(this, tr("Remove this cost of %1?").arg(m_childName),
                               tr("%1, %2 %3 from %4. This can be undone.")
                                   .arg(wording::text(domain::word(line.component)),
                                        wording::money(line.signedAmount()),
                                        wording::text(domain::word(line.per)),
                                        wording::date(line.period.start)),
                               tr("Remove")))
            return;
        if (attempt(this, [&] { m_session.workbench().removeCostLine(line); }))
            m_session.say(tr("The cost is removed."));
    });
    connect(m_timeline, &PlacementTimeline::costLinePressed, this, [this](domain::CostLineId id) {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            if (m_lines[i].id == id)
                m_costTable->choose(static_cast<int>(i));
        }
    });
}

void PlacementsPage::load(domain::ChildId child, const QString& childName)
{
    m_child = child;
    m_childName = childName;
    const store::Store& store = m_session.workbench().store();
    m_placements = store.placements(child);
    m_lines = store.costLines(child);
    m_providers.clear();
    for (const domain::Provider& provider : store.providers())
        m_providers.emplace(provider.id, QString::fromStdString(provider.name));
    // The day of the heading and of the list: a page speaks of one.
    const domain::Date day = presentDay(m_session);
    const domain::WeeklyCost cost = domain::weeklyCost(m_lines, day);
    const bool doubtful = std::ranges::any_of(cost.parts, [&](const domain::WeeklyPart& part) {
        return std::ranges::any_of(
            domain::countedTwiceWith(part.line, m_placements, m_lines),
            [&](const domain::CostLine& other) { return other.period.contains(day); });
    });
    m_figure->show(cost, presentDayInWords(m_session), doubtful);
    m_timeline->show(m_placements, m_lines, day);
    m_placementTable->setEditable(!store.readOnly());
    m_costTable->setEditable(!store.readOnly());
    showPlacements();
    showCosts();
    m_requests->show(store.placementRequests(child));
}

QString PlacementsPage::providerOf(std::optional<domain::ProviderId> id) const
{
    const auto found = id ? m_providers.find(*id) : m_providers.end();
    return found == m_providers.end() ? QString() : found->second;
}

void PlacementsPage::showPlacements()
{
    QList<QStringList> rows;
    QList<std::int64_t> ids;
    for (const domain::Placement& placement : m_placements) {
        rows << QStringList{wording::date(placement.period.start),
                            dateOr(placement.period.end, tr("still there")),
                            wording::text(domain::word(placement.setting)),
                            providerOf(placement.provider), particulars(placement)};
        ids << placement.id.value;
    }
    m_placementTable->show(rows, tr("No placement is recorded."), ids);
    showStaysOfNoNights();
}

void PlacementsPage::showStaysOfNoNights()
{
    QStringList words;
    for (const workbench::StayOfNoNights& stay : workbench::staysOfNoNights(
             m_session.workbench().store().episodes(m_child), exchange::settingTable()))
        words << tr("%1 on %2")
                     .arg(wording::text(domain::word(stay.setting)), wording::date(stay.on));
    m_noNights->setText(
        tr("Came and left on the same day: %1.").arg(words.join(QStringLiteral(", "))));
    m_noNights->setVisible(!words.isEmpty());
}

// Which placement a cost is for: "Children's home from 4 Mar 2025".
QString PlacementsPage::placementOf(const domain::CostLine& line) const
{
    const auto paidFor = domain::placementPaidFor(line, m_placements);
    for (const domain::Placement& placement : m_placements) {
        if (paidFor == placement.id)
            return placementInWords(placement);
    }
    return noPlacementInWords();
}

void PlacementsPage::showCosts()
{
    QList<QStringList> rows;
    QList<std::int64_t> ids;
    for (const domain::CostLine& line : m_lines) {
        const auto weekly = domain::inWeeklyTerms(line);
        rows << QStringList{wording::date(line.period.start),
                            dateOr(line.period.end, tr("still running")),
                            wording::text(domain::word(line.component)),
                            QStringLiteral("%1 %2").arg(wording::money(line.signedAmount()),
                                                        wording::text(domain::word(line.per))),
                            weekly ? wording::money(*weekly) : tr("not spread"),
                            wording::text(domain::word(line.funder)),
                            placementOf(line),
                            QString::fromStdString(line.note)};
        ids << line.id.value;
    }
    m_costTable->show(rows, tr("No cost is recorded."), ids);
}

// "Change a cost – K7F-204": whose record it is.
QString PlacementsPage::ofChild(const QString& title) const
{
    return tr("%1 – %2", "a form, then the child whose record it is").arg(title, m_childName);
}

PlacementEditor* PlacementsPage::editPlacement(const domain::Placement& placement)
{
    auto* editor = new PlacementEditor(m_session, placement, this);
    connect(editor, &QDialog::accepted, this,
            [this, editor] { m_session.say(editor->whatWasDone()); });
    editor->setWindowTitle(ofChild(editor->windowTitle()));
    editor->open();
    return editor;
}

CostLineEditor* PlacementsPage::editCost(const domain::CostLine& line)
{
    auto* editor = new CostLineEditor(m_session, line, this);
    connect(editor, &QDialog::accepted, this,
            [this, editor] { m_session.say(editor->whatWasDone()); });
    editor->setWindowTitle(ofChild(editor->windowTitle()));
    editor->open();
    return editor;
}

PlacementEditor* PlacementsPage::addPlacement()
{
    domain::Placement placement;
    placement.child = m_child;
    return editPlacement(placement);
}

CostLineEditor* PlacementsPage::addCost()
{
    domain::CostLine line;
    line.child = m_child;
    return editCost(line);
}

} // namespace twelvefold::ui
