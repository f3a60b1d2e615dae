// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/imports_page.h"

#include "common/controls.h"
#include "common/data_table.h"
#include "common/dialogs.h"
#include "common/states.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace twelvefold::ui {
namespace {

using File = store::ImportBatch::File;

QString inFigures(std::int64_t n)
{
    return wording::count(static_cast<std::uint64_t>(n));
}

std::int64_t total(const store::BroughtIn& import, std::int64_t File::*count)
{
    std::int64_t sum = 0;
    for (const File& file : import.files)
        sum += file.*count;
    return sum;
}

QString filesOf(const store::BroughtIn& import)
{
    const std::vector<std::string> names = store::namesOfFiles(import.files);
    if (names.size() == 1)
        return QString::fromStdString(names.front());
    return ImportsPage::tr("%1 files").arg(wording::count(names.size()));
}

QString stateOfImport(const store::BroughtIn& import)
{
    if (!import.gone)
        return ImportsPage::tr("Stands");
    return (import.gone->inPart ? ImportsPage::tr("Taken back in part on %1 by %2")
                                : ImportsPage::tr("Taken back on %1 by %2"))
        .arg(wording::moment(import.gone->at), QString::fromStdString(import.gone->author));
}

// By which later changes, the latest of them.
QStringList linesOf(const std::vector<store::Step>& later)
{
    constexpr std::size_t most = 5;
    QStringList lines;
    for (std::size_t i = 0; i < std::min(most, later.size()); ++i)
        lines << ImportsPage::tr("“%1”, by %2 on %3")
                     .arg(wording::text(later[i].name), QString::fromStdString(later[i].author),
                          wording::date(later[i].day));
    if (later.size() > most)
        lines << ImportsPage::tr("and %1 changes before these")
                     .arg(wording::count(later.size() - most));
    return lines;
}

// Whose records stay, the first of them.
QString childrenKept(const store::TakeBackPlan& plan, const store::Store& store)
{
    constexpr std::size_t most = 8;
    QStringList pseudonyms;
    for (const domain::ChildId id : plan.childrenKept) {
        if (const auto child = store.child(id))
            pseudonyms << QString::fromStdString(child->pseudonym);
        if (pseudonyms.size() == most)
            break;
    }
    const QString shown = pseudonyms.join(QStringLiteral(", "));
    return plan.childrenKept.size() <= most
               ? shown
               : ImportsPage::tr("%1 and %2 more")
                     .arg(shown, wording::count(plan.childrenKept.size() - most));
}

// What stands in the way, by whom, what that keeps and what goes.
QStringList reviewOf(const store::TakeBackPlan& plan, const store::Store& store)
{
    QStringList lines;
    if (plan.inTheWay != 0)
        lines << wording::doneSince(plan.since) << linesOf(plan.later);
    if (plan.inTheWay != 0 && plan.work != nullptr)
        lines << wording::keptOf(plan.keeps, plan.childrenKept.size());
    if (!plan.childrenKept.empty() && plan.work != nullptr)
        lines << childrenKept(plan, store);
    if (plan.work != nullptr)
        lines << (plan.takes.empty()
                      ? ImportsPage::tr("None of their records are in the store any more.")
                      : ImportsPage::tr("This goes: %1.").arg(wording::recordsTouched(plan.takes)))
              << ImportsPage::tr("This is one step and can be undone.");
    return lines;
}

} // namespace

ImportsPage::ImportsPage(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_words(quietLabel(QString(), this)),
      m_state(quietLabel(QString(), this)), m_takeBack(secondaryButton(tr("Take back…"), this)),
      m_importModel(new RowsModel(this)), m_fileModel(new RowsModel(this)),
      m_importTable(new DataTable(this)), m_fileTable(new DataTable(this)), m_busy(new Busy(this))
{
    addTables();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(10);
    column->addWidget(sentenceLabel(tr("What was brought in, and when"), this));
    column->addWidget(m_words);
    column->addWidget(m_importTable, 3);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(14);
    foot->addWidget(m_state, 1);
    foot->addWidget(m_takeBack);
    column->addLayout(foot);
    column->addWidget(sectionTitle(tr("Its files"), this));
    column->addWidget(m_fileTable, 2);
    connect(m_takeBack, &QPushButton::clicked, this, &ImportsPage::review);
    connect(&session, &Session::closing, m_busy, &Busy::stopAndWait);
    for (const auto signal : {&Session::opened, &Session::closed})
        connect(&session, signal, this, &ImportsPage::refresh);
    connect(&session, &Session::workingChanged, this, &ImportsPage::refresh);
    connect(&session, &Session::recordsChanged, this, [this](const store::ChangeNotice& notice) {
        if (!onlyDrafts(notice))
            refresh();
    });
}

void ImportsPage::addTables()
{
    m_importTable->setAccessibleName(tr("Brought in, newest first"));
    m_fileTable->setAccessibleName(tr("Files of the one chosen"));
    m_importModel->setColumns(importColumns());
    m_fileModel->setColumns(fileColumns());
    m_importTable->setModel(m_importModel);
    m_fileTable->setModel(m_fileModel);
    m_importTable->stretch(6);
    m_fileTable->stretch(0);
    m_importTable->keepWidthsAs(QStringLiteral("history.imports"));
    m_fileTable->keepWidthsAs(QStringLiteral("history.files"));
    for (DataTable* table : {m_importTable, m_fileTable})
        connect(table, &DataTable::said, &m_session, &Session::say);
    connect(m_importTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportsPage::showChosen);
    connect(m_importTable, &DataTable::rowActivated, this, [this] {
        if (m_takeBack->isEnabled())
            review();
    });
}

std::vector<RowsModel::Column> ImportsPage::importColumns() const
{
    const auto import = [this](std::size_t row) -> const store::BroughtIn& {
        return m_imports[row];
    };
    const auto number = [import](std::int64_t File::*count) {
        return [import, count](std::size_t row) { return inFigures(total(import(row), count)); };
    };
    return {
        {tr("When"), [=](std::size_t row) { return wording::moment(import(row).at); }},
        {tr("Who"), [=](std::size_t row) { return QString::fromStdString(import(row).author); }},
        {tr("What"), [=](std::size_t row) { return filesOf(import(row)); }},
        {tr("Rows"), number(&File::rows), true},
        {tr("New"), number(&File::accepted), true},
        {tr("Changed"), number(&File::changed), true},
        {tr("State"), [=](std::size_t row) { return stateOfImport(import(row)); }},
        // Of which table: what a row of a file comes to is often several records.
        {tr("Records"),
         [=](std::size_t row) { return wording::recordsTouched(import(row).detail); }},
    };
}

std::vector<RowsModel::Column> ImportsPage::fileColumns() const
{
    const auto file = [this](std::size_t row) -> const File& { return m_files[row]; };
    const auto number = [file](std::int64_t File::*count) {
        return [file, count](std::size_t row) { return inFigures(file(row).*count); };
    };
    return {
        {tr("File"), [=](std::size_t row) { return QString::fromStdString(file(row).name); }},
        {tr("Recognised as"),
         [=](std::size_t row) {
             const auto kind = exchange::fileKind(file(row).recognisedAs);
             const QString recognised = kind ? wording::text(exchange::word(*kind))
                                             : QString::fromStdString(file(row).recognisedAs);
             const QString profile = QString::fromStdString(file(row).profile);
             return profile.isEmpty() ? recognised : tr("%1, by “%2”").arg(recognised, profile);
         }},
        {tr("Rows"), number(&File::rows), true},
        {tr("New"), number(&File::accepted), true},
        {tr("Changed"), number(&File::changed), true},
        {tr("Same"), number(&File::unchanged), true},
        {tr("Not taken"), number(&File::rejected), true},
        // Too long for any column: the tooltip and a copy have the whole of it.
        {tr("SHA-256"), [=](std::size_t row) { return QString::fromStdString(file(row).sha256); }},
    };
}

const store::BroughtIn* ImportsPage::chosen() const
{
    const QModelIndex index = m_importTable->currentIndex();
    return index.isValid() ? &m_imports[m_importModel->sourceRow(index)] : nullptr;
}

void ImportsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

// The same one stays chosen. While a long job has the store, what is shown stays.
void ImportsPage::refresh()
{
    if (m_session.working())
        return showChosen();
    const store::BroughtIn* before = chosen();
    const std::int64_t id = before != nullptr ? before->id : 0;
    m_importModel->setRows(0);
    m_imports.clear();
    if (m_session.isOpen() && isVisible())
        m_imports = m_session.workbench().store().imports();
    m_words->setText(
        m_imports.empty()
            ? tr("Nothing has been brought in yet.")
            : tr("Each is one step. Taking one back leaves what was done since as it is."));
    m_importModel->setRows(m_imports.size());
    m_importTable->fitColumns();
    const auto same = std::ranges::find(m_imports, id, &store::BroughtIn::id);
    if (!m_imports.empty())
        m_importTable->selectRow(
            same == m_imports.end() ? 0 : static_cast<int>(same - m_imports.begin()));
    showChosen();
}

void ImportsPage::showChosen()
{
    const store::BroughtIn* import = chosen();
    m_fileModel->setRows(0);
    m_files = import != nullptr ? import->files : std::vector<File>();
    m_fileModel->setRows(m_files.size());
    m_fileTable->fitColumns();
    const bool readOnly = m_session.isOpen() && m_session.workbench().store().readOnly();
    m_takeBack->setEnabled(import != nullptr && !import->gone && !import->stays && !readOnly &&
                           !m_session.working());
    m_state->setText(import == nullptr ? QString()
                     : import->gone    ? stateOfImport(*import)
                     : import->stays   ? wording::text(*import->stays)
                     : readOnly        ? tr("The store is open for reading only.")
                                       : QString());
}

void ImportsPage::review()
{
    const store::BroughtIn* import = chosen();
    if (import == nullptr || m_busy->running())
        return;
    using Plan = domain::Result<store::TakeBackPlan>;
    const auto plan = std::make_shared<std::optional<Plan>>();
    const auto& bench = m_session.workbench();
    m_session.setWorking(true);
    m_busy->run(
        tr("Looking at what was done since"),
        [plan, &bench, id = import->id](const Busy::Report&, std::stop_token) {
            *plan = bench.store().planTakeBack(id);
        },
        [this, plan](bool, const std::optional<QString>& failure) {
            m_session.setWorking(false);
            if (failure)
                return dialogs().tell(this, tr("Nothing was taken back"), *failure);
            decide(**plan);
        });
}

void ImportsPage::decide(const domain::Result<store::TakeBackPlan>& plan)
{
    if (!plan.ok())
        return dialogs().tell(this, tr("Nothing was taken back"), wording::text(plan.failure()));
    const QString detail = reviewOf(*plan, m_session.workbench().store()).join(QLatin1Char('\n'));
    if (plan->work == nullptr)
        return dialogs().tell(this,
                              tr("All that these files brought was changed since, or is needed"),
                              detail + QLatin1Char('\n') + tr("Undo those changes first."));
    const bool inPart = plan->inTheWay != 0;
    if (dialogs().confirm(this,
                          inPart ? tr("Take back what nobody has worked on since, and keep the "
                                      "rest?")
                                 : tr("Take back what these files brought?"),
                          detail, inPart ? tr("Take back the rest") : tr("Take back")))
        takeBack(*plan);
}

void ImportsPage::takeBack(const store::TakeBackPlan& plan)
{
    const auto refusal = std::make_shared<QString>();
    auto& bench = m_session.workbench();
    m_session.setWorking(true);
    m_busy->run(
        tr("Taking back"),
        [refusal, &bench, plan](const Busy::Report&, std::stop_token) {
            const auto done = bench.takeBack(plan, store::Store::Keep::whatChangedSince);
            if (!done.ok())
                *refusal = wording::text(done.failure());
        },
        [this, refusal](bool, const std::optional<QString>& failure) {
            m_session.setWorking(false);
            if (failure || !refusal->isEmpty())
                dialogs().tell(this, tr("Nothing was taken back"), failure.value_or(*refusal));
            else
                m_session.say(tr("Taken back"));
        });
}

} // namespace twelvefold::ui
