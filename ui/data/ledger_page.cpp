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

#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <functional>
#include <memory>

namespace twelvefold::ui {
namespace {

using analysis::ChildMonth;
using analysis::LedgerCell;
using analysis::LedgerComparison;
using domain::Money;

// A column of months, by their order in time and not in the alphabet.
RowsModel::Column monthColumn(const std::function<std::optional<domain::Date>(std::size_t)>& of)
{
    return {LedgerPage::tr("Month"),
            [of](std::size_t i) {
                const auto month = of(i);
                return month ? wording::monthAndYear(*month) : QString();
            },
            false,
            [of](std::size_t i) {
                const auto month = of(i);
                return month ? std::optional(month->year() * 12.0 + month->month()) : std::nullopt;
            }};
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
      m_choose(secondaryButton(tr("Choose the ledger…"), this)),
      m_again(secondaryButton(tr("Compare again"), this)), m_dates(new QComboBox(this)),
      m_pence(new QComboBox(this)),
      m_component(new ChoiceBox<domain::CostComponent>(tr("All costs"), this)),
      m_funder(new ChoiceBox<domain::Funder>(tr("Whoever pays"), this)),
      m_which(new ElidedComboBox(this)), m_cellModel(new RowsModel(this)),
      m_lineModel(new RowsModel(this)), m_cellTable(new DataTable(this)),
      m_lineTable(new DataTable(this)), m_nothing(new QWidget(this)), m_busy(new Busy(this))
{
    addTables();
    m_dates->addItems({tr("Dates as they look"), tr("Day first"), tr("Month first")});
    m_pence->addItems(
        {tr("Amounts as they look"), tr("Point before pence"), tr("Comma before pence")});
    nameChoice(m_dates, tr("How the ledger writes dates"));
    nameChoice(m_pence, tr("How the ledger writes amounts"));
    nameChoice(m_component, tr("Which costs the ledger holds"));
    nameChoice(m_funder, tr("Who pays what the ledger holds"));
    nameChoice(m_which, tr("Which lines are listed"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_sentence);
    column->addWidget(m_words);
    auto* asking = new FlowLayout;
    for (QWidget* each : std::initializer_list<QWidget*>{m_choose, m_again, m_component, m_funder,
                                                         m_dates, m_pence})
        asking->addWidget(each);
    for (QComboBox* each :
         std::initializer_list<QComboBox*>{m_component, m_funder, m_dates, m_pence}) {
        each->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(each, &QComboBox::currentIndexChanged, this, &LedgerPage::compare);
    }
    column->addLayout(asking);
    column->addWidget(m_cellTable, 1);
    column->addWidget(m_which);
    column->addWidget(m_lineTable, 1);
    column->addWidget(m_nothing, 1); // keeps what is above at the top
    setTabOrder(m_cellTable, m_which);
    setTabOrder(m_which, m_lineTable);
    connect(m_choose, &QPushButton::clicked, this, &LedgerPage::choose);
    connect(m_again, &QPushButton::clicked, this, &LedgerPage::compare);
    connect(m_which, &QComboBox::currentIndexChanged, this, &LedgerPage::showLines);
    connect(&session, &Session::closing, m_busy, &Busy::stopAndWait);
    connect(&session, &Session::closed, this, [this] {
        m_path.clear();
        forget();
    });
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
    const auto whereCompared = [cell](auto of) {
        return [cell, of](std::size_t i) {
            return cell(i).isCompared ? std::optional<Money>(std::invoke(of, cell(i)))
                                      : std::nullopt;
        };
    };
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
        moneyColumn(tr("Compared"), whereCompared(&LedgerCell::compared)),
        moneyColumn(tr("Store"), whereCompared(&LedgerCell::store)),
        moneyColumn(tr("Difference"), whereCompared(&LedgerCell::difference)),
    };
}

std::vector<RowsModel::Column> LedgerPage::lineColumns() const
{
    const auto line = [this](std::size_t i) -> const Line& { return m_lines[i]; };
    using Amount = std::optional<Money>;
    return {
        {tr("Child"), [this, line](std::size_t i) { return childOf(line(i)); }},
        monthColumn([line](std::size_t i) { return line(i).ofMonth(); }),
        moneyColumn(tr("Ledger"), [line](std::size_t i) { return line(i).ledger(); }),
        moneyColumn(tr("Store"),
                    [line](std::size_t i) -> Amount {
                        return line(i).month ? Amount(line(i).month->store) : std::nullopt;
                    }),
        moneyColumn(tr("Difference"),
                    [line](std::size_t i) -> Amount {
                        return line(i).month ? Amount(line(i).month->ledger - line(i).month->store)
                                             : std::nullopt;
                    }),
        {tr("Rows of the ledger"), [line](std::size_t i) { return rowsOf(line(i)); }},
    };
}

std::optional<domain::Date> LedgerPage::Line::ofMonth() const
{
    return month ? std::optional(month->month) : row ? std::optional(row->month) : std::nullopt;
}

std::optional<Money> LedgerPage::Line::ledger() const
{
    return month ? std::optional(month->ledger) : row ? std::optional(row->amount) : std::nullopt;
}

// By their numbers; of one that could not be read why, too.
QString LedgerPage::rowsOf(const Line& line)
{
    if (line.problem)
        return tr("%1: %2").arg(QString::number(line.problem->row),
                                wording::text(line.problem->message));
    if (line.row)
        return QString::number(line.row->row);
    QStringList rows;
    for (const std::int64_t row : line.month->rows)
        rows << QString::number(row);
    return rows.join(QStringLiteral(", "));
}

QString LedgerPage::childOf(const Line& line) const
{
    if (line.problem)
        return {};
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
    if (path.isEmpty())
        return;
    m_path = path;
    m_sheet.clear();
    compare();
}

workbench::LedgerAsked LedgerPage::asked() const
{
    workbench::LedgerAsked asked;
    asked.file.sheet = m_sheet;
    using exchange::QuestionKind;
    constexpr const char* dates[] = {"", "dmy", "mdy"};
    constexpr const char* pence[] = {"", "point", "comma"};
    asked.file.answers.give(QuestionKind::dateOrder, dates[m_dates->currentIndex()]);
    asked.file.answers.give(QuestionKind::decimalMark, pence[m_pence->currentIndex()]);
    if (const auto component = m_component->choice()) {
        asked.counted.components.fill(false);
        asked.counted.components[static_cast<std::size_t>(*component)] = true;
    }
    if (const auto funder = m_funder->choice()) {
        asked.counted.funders.fill(false);
        asked.counted.funders[static_cast<std::size_t>(*funder)] = true;
    }
    return asked;
}

void LedgerPage::compare()
{
    forget();
    if (m_path.isEmpty())
        return;
    if (!m_session.isOpen() || m_session.working() || m_busy->running())
        return m_session.say(tr("A ledger can be compared when the job under way has ended."));
    using Held = domain::Result<workbench::LedgerHeld>;
    const auto held = std::make_shared<std::optional<Held>>();
    const workbench::Workbench& bench = m_session.workbench();
    m_session.setWorking(true);
    m_busy->run(
        tr("Comparing the ledger"),
        [held, &bench, file = toPath(m_path), what = asked()](const Busy::Report&,
                                                              std::stop_token) {
            *held = workbench::compareLedger(bench, file, what);
        },
        [this, held](bool, const std::optional<QString>& failure) {
            m_session.setWorking(false);
            if (failure)
                return dialogs().tell(this, tr("The ledger was not compared"), *failure);
            take(**held);
        });
}

void LedgerPage::take(const domain::Result<workbench::LedgerHeld>& held)
{
    if (held) {
        m_held = *held;
        return showComparison();
    }
    const QString why = wording::text(held.failure());
    if (held.failure().kind.code != "ledger-several-sheets")
        return dialogs().tell(this, tr("The ledger was not compared"), why);
    QStringList sheets;
    for (const std::string& sheet : exchange::ledgerSheets(toPath(m_path)))
        sheets << QString::fromStdString(sheet);
    if (const auto sheet = dialogs().choose(this, tr("Which sheet"), why, sheets)) {
        m_sheet = sheet->toStdString();
        compare();
    }
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
    for (QWidget* each : std::initializer_list<QWidget*>{m_cellTable, m_which, m_lineTable})
        each->setVisible(m_held.has_value());
    m_nothing->setVisible(!m_held);
    m_again->setVisible(!m_path.isEmpty());
    if (!m_held) {
        m_sentence->setText(tr("Hold the finance ledger against the store"));
        m_words->setText(
            m_path.isEmpty()
                ? tr("Choose a file with months, amounts and, where they are, cost centres and "
                     "identifiers of children. It is compared, and not brought in.")
                : tr("What was found of the ledger that was chosen is no longer so, since the "
                     "records or the choices below have changed. Compare it again."));
        return;
    }
    const LedgerComparison& found = m_held->found;
    m_sentence->setText(wording::ledgerAgainstStore(found));
    m_words->setText(wording::ledgerParts(found));
    m_cellModel->setRows(found.cells.size());
    m_cellTable->fitColumns();
    const QSignalBlocker quiet(m_which);
    const int chosen = std::max(0, m_which->currentIndex());
    m_which->clear();
    for (const auto& [words, n] : std::initializer_list<std::pair<QString, std::size_t>>{
             {tr("Months of children that differ"), found.differing.size()},
             {tr("Rows of children whom the store does not know"), found.unknown.size()},
             {tr("Rows that name no child"), found.childless.size()},
             {tr("Paid by the store, and in no row"), found.unspoken.size()},
             {tr("Rows that could not be read"), m_held->file.problems.size()}})
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
            m_lines.push_back({&month, nullptr, nullptr});
    } else if (which == 4) {
        for (const domain::Problem& problem : m_held->file.problems)
            m_lines.push_back({nullptr, nullptr, &problem});
    } else {
        for (const std::size_t place : which == 1 ? found.unknown : found.childless)
            m_lines.push_back({nullptr, &m_held->file.typed[place], nullptr});
    }
    m_lineModel->setRows(m_lines.size());
    m_lineTable->fitColumns();
}

} // namespace twelvefold::ui
