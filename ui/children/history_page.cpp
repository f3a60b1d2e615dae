// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/history_page.h"

#include "children/needs_form.h"
#include "children/record_table.h"
#include "common/controls.h"
#include "common/data_table.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace twelvefold::ui {
namespace {

QString inWords(const store::AuditEntry& entry)
{
    switch (entry.kind) {
    case store::AuditEntry::Kind::undo:
        return HistoryPage::tr("Undone: %1").arg(wording::text(entry.name));
    case store::AuditEntry::Kind::redo:
        return HistoryPage::tr("Done again: %1").arg(wording::text(entry.name));
    case store::AuditEntry::Kind::edit:
    case store::AuditEntry::Kind::bulk:
        break;
    }
    return wording::done(entry.name);
}

} // namespace

HistoryPage::HistoryPage(Session& session, QWidget* parent)
    : QStackedWidget(parent), m_session(session),
      m_assessmentTable(new RecordTable("assessments", tr("Assessments"),
                                        {tr("On"), tr("By"), tr("Need"), tr("State")})),
      m_eventTable(new RecordTable(
          "events", tr("What the return says"),
          {tr("What"), tr("From"), tr("To"), tr("As recorded"), tr("Further"), tr("Return")})),
      m_editTable(new RecordTable("audit", tr("What was done"),
                                  {tr("When"), tr("Who"), tr("What"), tr("Records")})),
      m_reading(sectionTitle({})), m_back(linkButton(tr("Back to the history  Esc"))),
      m_form(new NeedsForm)
{
    m_assessmentTable->setEditable(false);
    m_eventTable->setEditable(false);
    m_editTable->setEditable(false);
    addWidget(makeLists());
    addWidget(makeReader());
    for (RecordTable* table : {m_assessmentTable, m_eventTable, m_editTable})
        connect(table, &RecordTable::said, &m_session, &Session::say);
    connect(m_assessmentTable->table(), &DataTable::rowActivated, this,
            [this](const QModelIndex& index) { openAssessment(index.row()); });
    connect(m_back, &QPushButton::clicked, this, [this] {
        setCurrentIndex(0);
        m_assessmentTable->table()->setFocus();
    });
}

QWidget* HistoryPage::makeLists()
{
    auto* page = new QWidget;
    setRole(page, "clear");
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(15, 14, 15, 14);
    column->setSpacing(18);
    column->addWidget(m_assessmentTable);
    column->addWidget(quietLabel(tr("Press Enter on an assessment to read it.")));
    column->addWidget(m_eventTable);
    column->addWidget(m_editTable);
    column->addStretch();
    return scrolling(page);
}

QWidget* HistoryPage::makeReader()
{
    auto* reader = new QWidget;
    auto* head = new QHBoxLayout;
    head->setContentsMargins(15, 10, 15, 4);
    head->addWidget(m_reading, 1);
    head->addWidget(m_back);
    auto* column = new QVBoxLayout(reader);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_form, 1);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), reader);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, m_back, &QPushButton::click);
    return reader;
}

void HistoryPage::load(domain::ChildId child, const QString& childName)
{
    m_child = child;
    m_childName = childName;
    m_assessments = m_session.workbench().store().assessments(child);
    setCurrentIndex(0);
    showAssessments();
    showEvents();
    showEdits();
}

void HistoryPage::showAssessments()
{
    QList<QStringList> rows;
    std::optional<domain::Date> supersededOn;
    for (const domain::Assessment& assessment : m_assessments) {
        const auto stored = m_session.workbench().store().framework(assessment.framework);
        const auto total = stored->framework->total(assessment.levels());
        const auto band = total ? stored->framework->bandOf(*total) : std::nullopt;
        QString need = total ? wording::number(*total, *total == std::floor(*total) ? 0 : 1)
                             : tr("not complete");
        if (band)
            need +=
                QLatin1Char(' ') + QString::fromStdString(stored->framework->bands()[*band].title);
        QString state = tr("in force");
        if (assessment.secondRatingOf)
            state = tr("second rating");
        else if (supersededOn)
            state = tr("superseded on %1").arg(wording::date(*supersededOn));
        rows << QStringList{wording::date(assessment.date),
                            QString::fromStdString(assessment.author), need, state};
        if (!assessment.secondRatingOf)
            supersededOn = assessment.date;
    }
    m_assessmentTable->show(rows, tr("No assessment was signed off yet."));
}

void HistoryPage::showEvents()
{
    QList<QStringList> rows;
    const auto source = [](const domain::CareEvent& event) {
        if (event.snapshotOn)
            return tr("Annex A, %1").arg(wording::date(*event.snapshotOn));
        return event.returnYear == 0 ? QString() : QString::number(event.returnYear);
    };
    for (const domain::CareEvent& event : m_session.workbench().store().careEvents(m_child))
        rows << QStringList{wording::text(domain::word(event.kind)),
                            event.start ? wording::date(*event.start) : QString(),
                            event.end ? wording::date(*event.end) : QString(),
                            wording::meaningOf(event),
                            QString::fromStdString(event.detail.reveal()),
                            source(event)};
    m_eventTable->setVisible(!rows.isEmpty());
    m_eventTable->show(rows, {});
}

void HistoryPage::showEdits()
{
    QList<QStringList> rows;
    for (const store::AuditEntry& entry : m_session.workbench().store().auditOf(m_child))
        rows << QStringList{wording::moment(entry.at), QString::fromStdString(entry.author),
                            inWords(entry), wording::recordsTouched(entry.detail)};
    m_editTable->show(rows, tr("Nothing was changed by hand since this child was brought in."));
}

void HistoryPage::openAssessment(int row)
{
    const domain::Assessment& assessment = m_assessments[static_cast<std::size_t>(row)];
    const auto stored = m_session.workbench().store().framework(assessment.framework);
    // Compared with the one it followed.
    std::optional<domain::Assessment> earlier;
    for (auto i = static_cast<std::size_t>(row) + 1; i < m_assessments.size() && !earlier; ++i) {
        if (!m_assessments[i].secondRatingOf)
            earlier = m_assessments[i];
    }
    m_reading->setText(
        tr("Assessment of %1, by %2")
            .arg(wording::date(assessment.date), QString::fromStdString(assessment.author)));
    NeedsFormModel model(stored->framework, assessment, earlier);
    model.goToRow(0);
    m_form->show(std::move(model), m_childName, NeedsForm::Mode::reading);
    setCurrentIndex(1);
    m_form->focusRow();
}

} // namespace twelvefold::ui
