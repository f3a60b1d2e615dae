// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/care_page.h"

#include "common/controls.h"
#include "common/data_table.h"
#include "common/dialogs.h"
#include "common/paths.h"
#include "common/states.h"
#include "common/trace_dialog.h"
#include "wording/wording.h"

#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr std::size_t kNewest = 2000;
// So many of what a check finds stand on the page, of faults and of notes.
constexpr qsizetype kShown = 6;

QString kindOf(store::AuditEntry::Kind kind)
{
    switch (kind) {
    case store::AuditEntry::Kind::edit:
        return CarePage::tr("Change");
    case store::AuditEntry::Kind::undo:
        return CarePage::tr("Undone");
    case store::AuditEntry::Kind::redo:
        return CarePage::tr("Redone");
    case store::AuditEntry::Kind::bulk:
        return CarePage::tr("Brought in");
    }
    return {};
}

// The first of them, and how many that leaves out.
QStringList cut(const QStringList& lines)
{
    if (lines.size() <= kShown)
        return lines;
    const auto left = static_cast<std::uint64_t>(lines.size() - kShown);
    return lines.first(kShown) << CarePage::tr("and %1 more.").arg(wording::count(left));
}

QStringList inFull(const QStringList& faults, const QStringList& notes)
{
    QStringList lines = faults;
    if (faults.isEmpty())
        lines << CarePage::tr("The store is sound: its records agree with its audit trail, and no "
                              "change was altered or dropped.");
    if (!notes.isEmpty())
        lines << CarePage::tr("To look at, though no fault of the store:");
    return lines << notes;
}

} // namespace

CarePage::CarePage(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_file(quietLabel(QString(), this)),
      m_backup(primaryButton(tr("Save a backup…"), this)),
      m_check(secondaryButton(tr("Check the store"), this)), m_result(quietLabel(QString(), this)),
      m_all(linkButton(QString(), this)),
      m_which(new SegmentedControl({tr("All changes"), tr("Brought in")}, this)),
      m_model(new RowsModel(this)), m_trail(new DataTable(this)), m_busy(new Busy(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(10);
    column->addWidget(sentenceLabel(tr("One file, every change kept"), this));
    column->addWidget(m_file);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_backup);
    buttons->addWidget(m_check);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addWidget(m_result);
    column->addWidget(m_all);
    m_result->hide();
    m_all->hide();
    connect(m_all, &QPushButton::clicked, this,
            [this] { openList(this, tr("What the check found"), m_found); });
    auto* heading = new QHBoxLayout;
    heading->addWidget(sectionTitle(tr("Who changed what, and when"), this), 1);
    heading->addWidget(m_which);
    column->addSpacing(6);
    column->addLayout(heading);
    column->addWidget(m_trail, 1);
    m_trail->setAccessibleName(tr("Changes, newest first"));
    m_which->setAccessibleName(tr("Which changes to show"));
    const auto entry = [this](std::size_t row) -> const store::AuditEntry& {
        return m_entries[row];
    };
    m_model->setColumns(
        {{tr("When"), [=](std::size_t row) { return wording::moment(entry(row).at); }},
         {tr("Who"), [=](std::size_t row) { return QString::fromStdString(entry(row).author); }},
         {tr("What"), [=](std::size_t row) { return wording::done(entry(row).name); }},
         {tr("Kind"), [=](std::size_t row) { return kindOf(entry(row).kind); }},
         {tr("Records"),
          [=](std::size_t row) { return wording::recordsTouched(entry(row).detail); }}});
    m_trail->setModel(m_model);
    m_trail->keepWidthsAs(QStringLiteral("care.changes"));
    m_trail->stretch(2);
    connect(m_trail, &DataTable::said, &m_session, &Session::say);
    connect(m_which, &SegmentedControl::chosen, this, [this](int which) {
        if (which == 0)
            m_model->setFilter({});
        else
            m_model->setFilter([this](std::size_t row) {
                return m_entries[row].kind == store::AuditEntry::Kind::bulk;
            });
    });
    connect(m_backup, &QPushButton::clicked, this, &CarePage::backUp);
    connect(m_check, &QPushButton::clicked, this, &CarePage::check);
    connect(&session, &Session::closing, m_busy, &Busy::stopAndWait);
    for (const auto signal : {&Session::opened, &Session::closed})
        connect(&session, signal, this, [this] {
            m_result->hide();
            m_all->hide();
            refresh();
        });
    connect(&session, &Session::recordsChanged, this, &CarePage::refresh);
}

QString CarePage::checkResult() const
{
    return m_result->text();
}

void CarePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void CarePage::refresh()
{
    m_model->setRows(0);
    m_entries.clear();
    if (!m_session.isOpen() || !isVisible())
        return;
    m_file->setText(fromPath(m_session.workbench().store().path()));
    m_entries = m_session.workbench().store().audit(kNewest);
    m_model->setRows(m_entries.size());
    m_trail->fitColumns();
}

void CarePage::backUp()
{
    const QString suggested =
        tr("%1 backup %2", "file name: council, date")
            .arg(m_session.storeName(), QString::fromStdString(m_session.today().iso())) +
        QLatin1String(store::Store::kExtension);
    const QString path = dialogs().saveFile(
        this, tr("Save a backup"), suggested,
        tr("Twelvefold stores (*%1)").arg(QLatin1String(store::Store::kExtension)));
    if (path.isEmpty())
        return;
    const auto refusal = std::make_shared<QString>();
    const auto faults = std::make_shared<std::vector<store::CheckFault>>();
    const auto& bench = m_session.workbench();
    m_session.setWorking(true);
    m_busy->run(
        tr("Saving a backup"),
        [refusal, faults, &bench, path](const Busy::Report&, std::stop_token stop) {
            const auto saved = bench.backup(toPath(path));
            if (!saved.ok())
                *refusal = wording::text(saved.failure());
            else
                *faults = bench.store().check(stop).faults;
        },
        [this, refusal, faults](bool, const std::optional<QString>& failure) {
            m_session.setWorking(false);
            if (failure || !refusal->isEmpty())
                dialogs().tell(this, tr("The backup was not saved"), failure.value_or(*refusal));
            else if (!faults->empty())
                dialogs().tell(this, tr("The backup is saved, with the faults that the store has"),
                               wording::text(faults->front().message) + QLatin1Char('\n') +
                                   tr("Keep the backups from before."));
            else
                m_session.say(tr("Backup saved"));
        });
}

void CarePage::savePlacements()
{
    if (!dialogs().confirm(
            this, tr("Save the placements for the national data standard?"),
            tr("The workbook tells of single children, with the needs and risks that were recorded "
               "when a placement was sought. It is for the council and for those who collect the "
               "standard, and not for publication."),
            tr("Save…")))
        return;
    const QString suggested =
        tr("%1 placements %2", "file name: council, date")
            .arg(m_session.storeName(), QString::fromStdString(m_session.today().iso()));
    const QString path =
        askForFile(this, tr("Save the placements"), suggested, QStringLiteral("xlsx"));
    if (path.isEmpty())
        return;
    const auto refusal = std::make_shared<QString>();
    const auto written = std::make_shared<workbench::PlacementsWritten>();
    const auto& bench = m_session.workbench();
    const domain::Date census = m_session.census();
    m_session.setWorking(true);
    m_busy->run(
        tr("Saving the placements"),
        [refusal, written, &bench, path, census](const Busy::Report&, std::stop_token) {
            const auto saved = bench.exportPlacements(toPath(path), {{}, {}, census});
            if (saved.ok())
                *written = *saved;
            else
                *refusal = wording::text(saved.failure());
        },
        [this, refusal, written](bool, const std::optional<QString>& failure) {
            m_session.setWorking(false);
            if (failure || !refusal->isEmpty())
                return dialogs().tell(this, tr("The placements were not saved"),
                                      failure.value_or(*refusal));
            const auto rows = static_cast<std::uint64_t>(written->requests + written->others);
            m_session.say(rows == 1 ? tr("1 placement is saved.")
                                    : tr("%1 placements are saved.").arg(wording::count(rows)));
        });
}

void CarePage::saveTables()
{
    if (!dialogs().confirm(
            this, tr("Save everything as tables?"),
            tr("It makes a folder with a table of each kind of record, which a spreadsheet opens "
               "and from which a store can be started again. It names children and says what was "
               "written about them, and nothing protects it."),
            tr("Save…")))
        return;
    const QString suggested =
        tr("%1 tables %2", "folder name: council, date")
            .arg(m_session.storeName(), QString::fromStdString(m_session.today().iso()));
    const QString path = dialogs().saveFile(this, tr("Save everything as tables: a new folder"),
                                            QDir::home().filePath(suggested), tr("Folders (*)"));
    if (path.isEmpty())
        return;
    const auto refusal = std::make_shared<QString>();
    const auto written = std::make_shared<workbench::TablesMoved>();
    const auto& bench = m_session.workbench();
    const std::string program = QApplication::applicationVersion().toStdString();
    m_session.setWorking(true);
    m_busy->run(
        tr("Saving everything as tables"),
        [refusal, written, &bench, path, program](const Busy::Report& report,
                                                  std::stop_token stop) {
            auto saved = bench.exportTables(toPath(path), program, report, stop);
            if (saved.ok())
                *written = std::move(*saved);
            else
                *refusal = wording::text(saved.failure());
        },
        [this, refusal, written](bool stopped, const std::optional<QString>& failure) {
            m_session.setWorking(false);
            if (failure || (!refusal->isEmpty() && !stopped))
                return dialogs().tell(this, tr("The tables were not saved"),
                                      failure.value_or(*refusal));
            m_session.say(
                stopped && !refusal->isEmpty()
                    ? *refusal
                    : tr("%1 rows in %2 tables are saved.")
                          .arg(wording::count(static_cast<std::uint64_t>(written->rows())),
                               wording::count(written->tables.size())));
        });
}

void CarePage::check()
{
    const auto report = std::make_shared<store::CheckReport>();
    const auto& bench = m_session.workbench();
    m_session.setWorking(true);
    m_busy->run(
        tr("Checking the store"),
        [report, &bench](const Busy::Report&, std::stop_token stop) {
            *report = bench.store().check(stop);
        },
        [this, report](bool stopped, const std::optional<QString>& failure) {
            m_session.setWorking(false);
            if (stopped)
                return;
            sayFound(*report, failure);
        });
}

// The first of what was found; all of it is a press away.
void CarePage::sayFound(const store::CheckReport& report, const std::optional<QString>& failure)
{
    QStringList faults, notes;
    if (failure)
        faults << *failure;
    for (const auto& fault : report.faults)
        faults << wording::text(fault.message);
    if (!report.faults.empty())
        m_session.setFaulty();
    if (report.notExamined)
        faults << wording::text(*report.notExamined);
    for (const auto& note : report.notes)
        notes << wording::text(note.message);
    setRole(m_result, faults.isEmpty() ? "quiet" : "attention");
    const qsizetype found = faults.size() + notes.size();
    const qsizetype left = std::max<qsizetype>(0, faults.size() - kShown) +
                           std::max<qsizetype>(0, notes.size() - kShown);
    m_found = inFull(faults, notes);
    m_result->setText(inFull(cut(faults), cut(notes)).join(QLatin1Char('\n')));
    m_result->show();
    m_all->setText(tr("Show all %1…").arg(wording::count(static_cast<std::uint64_t>(found))));
    m_all->setVisible(left > 0);
}

} // namespace twelvefold::ui
