// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/outcomes_page.h"

#include "children/outcome_editor.h"
#include "children/record_table.h"
#include "children/sparkline.h"
#include "common/attempt.h"
#include "common/controls.h"
#include "common/data_table.h"
#include "common/states.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace twelvefold::ui {

QString changeOf(const domain::OutcomeMeasure& measure, const domain::Outcome& now,
                 const domain::Outcome& before)
{
    const QString since = wording::date(before.date);
    const double by = now.value - before.value;
    if (by == 0)
        return OutcomesPage::tr("the same as on %1").arg(since);
    const bool better = (by > 0) == measure.higherIsBetter;
    if (isYesNo(measure))
        return (better ? OutcomesPage::tr("better than on %1")
                       : OutcomesPage::tr("worse than on %1"))
            .arg(since);
    return (better ? OutcomesPage::tr("better by %1 since %2")
                   : OutcomesPage::tr("worse by %1 since %2"))
        .arg(wording::outcomeChange(measure, by), since);
}

OutcomesPage::OutcomesPage(Session& session, QWidget* parent)
    : QScrollArea(parent), m_session(session), m_empty(new EmptyState), m_addLine(new QWidget),
      m_add(secondaryButton(tr("Enter an outcome…"), m_addLine))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    connect(m_add, &QPushButton::clicked, this, [this] { add({}); });
    connect(m_empty, &EmptyState::acted, this, [this] { add({}); });
    auto* line = new QHBoxLayout(m_addLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->addStretch();
    line->addWidget(m_add);

    auto* page = new QWidget;
    setRole(page, "clear");
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(15, 14, 15, 14);
    m_column->setSpacing(16);
    m_column->addWidget(m_addLine);
    m_column->addWidget(m_empty, 1);
    m_column->addStretch();
    setWidget(page);
}

void OutcomesPage::load(domain::ChildId child, const QString& childName)
{
    m_child = child;
    m_childName = childName;
    const Place place = placeOfFocus();
    showBlocks();
    goBackTo(place);
}

// Of the window, also while a dialog is in front of it.
OutcomesPage::Place OutcomesPage::placeOfFocus() const
{
    const QWidget* focus = window()->focusWidget();
    Place place;
    place.inside = focus != nullptr && isAncestorOf(focus);
    for (const RecordTable* table : m_tables) {
        if (place.inside && table->isAncestorOf(focus)) {
            place.measure = table->objectName();
            place.adding = focus == table->addButton();
        }
    }
    return place;
}

void OutcomesPage::goBackTo(const Place& place)
{
    if (!place.inside)
        return;
    QWidget* to = m_addLine->isHidden() ? m_empty->button() : m_add;
    for (RecordTable* table : m_tables) {
        if (table->objectName() == place.measure)
            to = place.adding ? static_cast<QWidget*>(table->addButton()) : table->table();
    }
    to->setFocus(Qt::OtherFocusReason);
}

void OutcomesPage::showBlocks()
{
    const store::Store& store = m_session.workbench().store();
    const std::vector<domain::Outcome> outcomes = store.outcomes(m_child);
    delete m_blocks;
    m_blocks = new QWidget;
    setRole(m_blocks, "clear");
    auto* blocks = new QVBoxLayout(m_blocks);
    blocks->setContentsMargins(0, 0, 0, 0);
    blocks->setSpacing(22);
    m_tables.clear();
    for (const domain::OutcomeMeasure& measure : domain::outcomeMeasures()) {
        std::vector<domain::Outcome> own;
        std::ranges::copy_if(
            outcomes, std::back_inserter(own),
            [&](const domain::Outcome& outcome) { return outcome.measure == measure.code; });
        if (!own.empty())
            blocks->addWidget(measureBlock(measure, own));
    }
    m_column->insertWidget(1, m_blocks);

    const bool none = m_tables.empty();
    m_blocks->setVisible(!none);
    m_empty->setVisible(none);
    m_empty->say(tr("No outcomes yet"),
                 tr("What comes of the care: SDQ, attendance, missing episodes, health."),
                 store.readOnly() ? QString() : tr("Enter an outcome"));
    m_addLine->setVisible(!none && !store.readOnly());
}

QWidget* OutcomesPage::measureBlock(const domain::OutcomeMeasure& measure,
                                    const std::vector<domain::Outcome>& latestFirst)
{
    const QString key = QStringLiteral("outcomes.") + QString::fromUtf8(measure.code);
    auto* table =
        new RecordTable(key, wording::text(measure.title), {tr("On"), tr("Value"), tr("Source")});
    table->setObjectName(QString::fromUtf8(measure.code));
    table->alignRight(1);
    table->setEditable(!m_session.workbench().store().readOnly());
    table->offerAdding(tr("Enter a value…"));
    connect(table, &RecordTable::said, &m_session, &Session::say);
    QList<QStringList> rows;
    for (const domain::Outcome& outcome : latestFirst)
        rows << QStringList{wording::date(outcome.date), valueOf(measure, outcome.value),
                            QString::fromStdString(outcome.source)};
    table->show(rows, {});
    const auto at = [latestFirst](int row) { return latestFirst[static_cast<std::size_t>(row)]; };
    connect(table, &RecordTable::addAsked, this, [this, code = measure.code] { add(code); });
    connect(table, &RecordTable::changeAsked, this, [this, at](int row) { change(at(row)); });
    connect(table, &RecordTable::removeAsked, this, [this, at](int row) { remove(at(row)); });
    m_tables.push_back(table);

    const domain::Outcome& now = latestFirst.front();
    QString words = tr("%1 on %2").arg(valueOf(measure, now.value), wording::date(now.date));
    if (latestFirst.size() > 1)
        words += QStringLiteral(" · ") + changeOf(measure, now, latestFirst[1]);
    auto* line = new Sparkline;
    line->show({latestFirst.rbegin(), latestFirst.rend()});
    line->setAccessibleName(tr("%1 over time").arg(wording::text(measure.title)));
    auto* summaryLine = new QWidget;
    auto* summary = new QHBoxLayout(summaryLine);
    summary->setContentsMargins(0, 0, 0, 0);
    summary->setSpacing(14);
    summary->addWidget(line);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto* latest = new QLabel(words);
    latest->setWordWrap(true);
    texts->addWidget(latest);
    texts->addWidget(smallLabel(rangeOf(measure)));
    summary->addLayout(texts, 1);
    table->addUnderTitle(summaryLine);
    return table;
}

OutcomeEditor* OutcomesPage::add(const std::string& measure)
{
    domain::Outcome outcome;
    outcome.child = m_child;
    outcome.measure = measure;
    return change(outcome);
}

OutcomeEditor* OutcomesPage::change(const domain::Outcome& outcome)
{
    auto* editor = new OutcomeEditor(m_session, outcome, this);
    connect(editor, &QDialog::accepted, this,
            [this] { m_session.say(tr("The outcome is saved.")); });
    editor->setWindowTitle(tr("%1 – %2", "a form, then the child whose record it is")
                               .arg(editor->windowTitle(), m_childName));
    editor->open();
    return editor;
}

void OutcomesPage::remove(const domain::Outcome& outcome)
{
    const domain::OutcomeMeasure* measure = domain::findOutcomeMeasure(outcome.measure);
    if (!dialogs().confirm(this, tr("Remove this value of %1?").arg(m_childName),
                           tr("%1, %2 on %3. This can be undone.")
                               .arg(wording::text(measure->title), valueOf(*measure, outcome.value),
                                    wording::date(outcome.date)),
                           tr("Remove")))
        return;
    if (attempt(this, [&] { m_session.workbench().removeOutcome(outcome); }))
        m_session.say(tr("The outcome is removed."));
}

} // namespace twelvefold::ui
