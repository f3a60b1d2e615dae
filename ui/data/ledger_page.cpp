// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ledger_page.h"

#include "common/controls.h"
#include "common/data_table.h"
#include "common/dialogs.h"
#include "common/elided_combo_box.h"
#include "common/flow_layout.h"
#include "common/paths.h"
#include "common/states.h"
#include "wording/days.h"
#include "wording/wording.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

namespace twelvefold::ui {
namespace {

using analysis::ChildMonth;
using analysis::LedgerCell;
using analysis::LedgerComparison;
using domain::Money;

// A column of months, by their order in time and not in the alphabet.
RowsModel::Column monthColumn(const std::function<domain::Date(std::size_t)>& of)
{
    return {LedgerPage::tr("Month"), [of](std::size_t i) { return wording::monthAndYear(of(i)); },
            false, [of](std::size_t i) { return of(i).year() * 12.0 + of(i).month(); }};
}

// A column of pounds, of what a row of the table has.
RowsModel::Column moneyColumn(const QString& title,
                              const std::function<std::optional<Money>(std::size_t)>& of)
{
    return {title,
            [of](std::size_t i) {
                const auto amount = of(i);
                return amount ? wording::money(*amount) : QString();
            },
            true,
            [of](std::size_t i) -> std::optional<double> {
                const auto amount = of(i);
                return amount ? std::optional(amount->inPounds()) : std::nullopt;
            }};
}

} // namespace

LedgerPage::LedgerPage(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_sentence(sentenceLabel(QString(), this)),
      m_words(quietLabel(QString(), this)),
      m_choose(secondaryButton(tr("Choose the ledger…"), this)), m_dates(new ElidedComboBox(this)),
      m_pence(new ElidedComboBox(this)), m_which(new ElidedComboBox(this)),
      m_cellModel(new RowsModel(this)), m_lineModel(new RowsModel(this)),
      m_cellTable(new DataTable(this)), m_lineTable(new DataTable(this)), m_busy(new Busy(this))
{
    addTables();
    m_dates->addItems({tr("Dates as they look"), tr("Day first"), tr("Month first")});
    m_pence->addItems(
        {tr("Amounts as they look"), tr("Point before pence"), tr("Comma before pence")});
    nameChoice(m_dates, tr("How the ledger writes dates"));
    nameChoice(m_pence, tr("How the ledger writes amounts"));
    nameChoice(m_which, tr("Which lines are listed"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_sentence);
    column->addWidget(m_words);
    auto* asking = new FlowLayout;
    for (QWidget* each : std::initializer_list<QWidget*>{m_choose, m_dates, m_pence})
        asking->addWidget(each);
    column->addLayout(asking);
    column->addWidget(m_cellTable, 1);
    column->addWidget(m_which);
    column->addWidget(m_lineTable, 1);
    connect(m_choose, &QPushButton::clicked, this, &LedgerPage::choose);
    connect(m_which, &QComboBox::currentIndexChanged, this, &LedgerPage::showLines);
    connect(&session, &Session::closing, m_busy, &Busy::stopAndWait);
    connect(&session, &Session::closed, this, &LedgerPage::forget);
    connect(&session, &Session::recordsChanged, this, [this](const store::ChangeNotice& notice) {
        if (!onlyDrafts(notice))
            forget(); // what it was held against is no longer so
    });
    showComparison();
}

void LedgerPage::addTables()
{
    m_cellTable->setAccessibleName(tr("By month and cost centre"));
    m_lineTable->setAccessibleName(tr("What does not agree"));
    m_cellModel->setColumns(cellColumns());
    m_lineModel->setColumns(lineColumns());
    m_cellTable->setModel(m_cellModel);
    m_lineTable->setModel(m_lineModel);
    m_cellTable->stretch(1);
    m_lineTable->stretch(5);
    m_cellTable->keepWidthsAs(QStringLiteral("ledger.cells"));
    m_lineTable->keepWidthsAs(QStringLiteral("ledger.lines"));
    for (DataTable* table : {m_cellTable, m_lineTable})
        connect(table, &DataTable::said, &m_session, &Session::say);
    connect(m_lineTable, &DataTable::rowActivated, this, [this](const QModelIndex& index) {
        const Line& line = m_lines[m_lineModel->sourceRow(index)];
        if (line.month)
            m_session.goToChild(line.month->child);
    });
}

std::vector<RowsModel::Column> LedgerPage::cellColumns() const
{
    const auto cell = [this](std::size_t i) -> const LedgerCell& { return m_held->found.cells[i]; };
    return {
        monthColumn([cell](std::size_t i) { return cell(i).month; }),
        {tr("Cost centre"),
         [cell](std::size_t i) {
             const std::string& centre = cell(i).costCentre;
             return centre.empty() ? tr("not said") : QString::fromStdString(centre);
         }},
        moneyColumn(tr("Ledger"), [cell](std::size_t i) { return cell(i).ledger; }),
        moneyColumn(tr("Not compared"),
                    [cell](std::size_t i) { return cell(i).unknown + cell(i).childless; }),
        moneyColumn(tr("Compared"), [cell](std::size_t i) { return cell(i).compared; }),
        moneyColumn(tr("Store"), [cell](std::size_t i) { return cell(i).store; }),
        moneyColumn(tr("Difference"), [cell](std::size_t i) { return cell(i).difference(); }),
    };
}

std::vector<RowsModel::Column> LedgerPage::lineColumns() const
{
    const auto line = [this](std::size_t i) -> const Line& { return m_lines[i]; };
    using Amount = std::optional<Money>;
    return {
        {tr("Child"), [this, line](std::size_t i) { return childOf(line(i)); }},
        monthColumn([line](std::size_t i) {
            return line(i).month ? line(i).month->month : line(i).row->month;
        }),
        moneyColumn(tr("Ledger"),
                    [line](std::size_t i) -> Amount {
                        return line(i).month ? line(i).month->ledger : line(i).row->amount;
                    }),
        moneyColumn(tr("Store"),
                    [line](std::size_t i) -> Amount {
                        return line(i).month ? Amount(line(i).month->store) : std::nullopt;
                    }),
        moneyColumn(tr("Difference"),
                    [line](std::size_t i) -> Amount {
                        return line(i).month ? Amount(line(i).month->ledger - line(i).month->store)
                                             : std::nullopt;
                    }),
        {tr("Rows of the ledger"),
         [line](std::size_t i) {
             if (line(i).row)
                 return QString::number(line(i).row->row);
             QStringList rows;
             for (const std::int64_t row : line(i).month->rows)
                 rows << QString::number(row);
             return rows.join(QStringLiteral(", "));
         }},
    };
}

QString LedgerPage::childOf(const Line& line) const
{
    if (line.row)
        return line.row->localId.empty() ? tr("none named")
                                         : QString::fromStdString(line.row->localId);
    const auto child = m_session.workbench().store().child(line.month->child);
    return child ? QString::fromStdString(child->pseudonym) : QString();
}

void LedgerPage::choose()
{
    if (!m_session.isOpen() || m_session.working() || m_busy->running())
        return m_session.say(tr("A ledger can be compared when the job under way has ended."));
    const QString path = dialogs().openFile(
        this, tr("Choose the ledger"), tr("Tables and workbooks (*.csv *.txt *.tsv *.xlsx *.ods)"));
    if (!path.isEmpty())
        read(path, {});
}

void LedgerPage::read(const QString& path, const std::string& sheet)
{
    workbench::LedgerAsked asked;
    asked.file.sheet = sheet;
    using exchange::QuestionKind;
    constexpr const char* dates[] = {"", "dmy", "mdy"};
    constexpr const char* pence[] = {"", "point", "comma"};
    asked.file.answers.give(QuestionKind::dateOrder, dates[m_dates->currentIndex()]);
    asked.file.answers.give(QuestionKind::decimalMark, pence[m_pence->currentIndex()]);
    using Held = domain::Result<workbench::LedgerHeld>;
    const auto held = std::make_shared<std::optional<Held>>();
    const workbench::Workbench& bench = m_session.workbench();
    m_session.setWorking(true);
    m_busy->run(
        tr("Comparing the ledger"),
        [held, &bench, file = toPath(path), asked](const Busy::Report&, std::stop_token) {
            *held = workbench::compareLedger(bench, file, asked);
        },
        [this, held, path](bool, const std::optional<QString>& failure) {
            m_session.setWorking(false);
            if (failure)
                return dialogs().tell(this, tr("The ledger was not compared"), *failure);
            take(path, **held);
        });
}

void LedgerPage::take(const QString& path, const domain::Result<workbench::LedgerHeld>& held)
{
    if (held) {
        forget();
        m_held = *held;
        return showComparison();
    }
    const QString why = wording::text(held.failure());
    if (held.failure().kind.code != "ledger-several-sheets")
        return dialogs().tell(this, tr("The ledger was not compared"), why);
    QStringList sheets;
    for (const std::string& sheet : exchange::ledgerSheets(toPath(path)))
        sheets << QString::fromStdString(sheet);
    if (const auto sheet = dialogs().choose(this, tr("Which sheet"), why, sheets))
        read(path, sheet->toStdString());
}

void LedgerPage::forget()
{
    m_lineModel->setRows(0);
    m_cellModel->setRows(0);
    m_lines.clear();
    m_held.reset();
    showComparison();
}

void LedgerPage::showComparison()
{
    m_which->setVisible(m_held.has_value());
    if (!m_held) {
        m_sentence->setText(tr("Hold the finance ledger against the store"));
        m_words->setText(tr("Choose a file with months, amounts and, where they are, cost centres "
                            "and identifiers of children. It is compared, and not brought in."));
        return;
    }
    const LedgerComparison& found = m_held->found;
    m_sentence->setText(tr("The ledger has %1, the store %2: %3 apart")
                            .arg(wording::money(found.ledger), wording::money(found.store),
                                 wording::money(found.ledger - found.store)));
    m_words->setText(
        tr("%1 of the ledger is compared, %2 is of children whom the store does not know, %3 names "
           "no child; of %4 in the store the ledger does not speak. %5 rows could not be read.")
            .arg(wording::money(found.compared), wording::money(found.unknownSum),
                 wording::money(found.childlessSum), wording::money(found.storeUnspoken),
                 wording::count(static_cast<std::uint64_t>(m_held->file.rejected))));
    m_cellModel->setRows(found.cells.size());
    m_cellTable->fitColumns();
    const QSignalBlocker quiet(m_which);
    const int chosen = std::max(0, m_which->currentIndex());
    m_which->clear();
    for (const auto& [words, n] : std::initializer_list<std::pair<QString, std::size_t>>{
             {tr("Months of children that differ"), found.differing.size()},
             {tr("Rows of children whom the store does not know"), found.unknown.size()},
             {tr("Rows that name no child"), found.childless.size()},
             {tr("Paid by the store, and in no row"), found.unspoken.size()}})
        m_which->addItem(tr("%1: %2").arg(words, wording::count(n)));
    m_which->setCurrentIndex(chosen);
    showLines();
}

void LedgerPage::showLines()
{
    m_lineModel->setRows(0);
    m_lines.clear();
    if (!m_held)
        return;
    const LedgerComparison& found = m_held->found;
    const int which = m_which->currentIndex();
    if (which == 0 || which == 3) {
        for (const ChildMonth& month : which == 0 ? found.differing : found.unspoken)
            m_lines.push_back({&month, nullptr});
    } else {
        for (const std::size_t place : which == 1 ? found.unknown : found.childless)
            m_lines.push_back({nullptr, &m_held->file.typed[place]});
    }
    m_lineModel->setRows(m_lines.size());
    m_lineTable->fitColumns();
}

} // namespace twelvefold::ui
