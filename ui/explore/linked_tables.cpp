// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/linked_tables.h"

#include "analysis/findings/figure_traces.h"
#include "common/data_table.h"
#include "explore/children_of_cohort.h"
#include "wording/wording.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr int kRoomForAllColumns = 700;

// A button that says which of two is chosen, and opens both.
QPushButton* choiceOfTwo(const QString& first, const QString& second, QWidget* parent,
                         const std::function<void(bool first)>& choose)
{
    QPushButton* button = linkButton(QString(), parent);
    auto* menu = new QMenu(button);
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QString& text, bool isFirst) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(isFirst);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, button,
                         [choose, isFirst] { choose(isFirst); });
    };
    add(first, true);
    add(second, false);
    button->setMenu(menu);
    return button;
}

// As narrow as headings and cells allow: beside the picture there is little room.
void fitTightly(DataTable* table, int stretched)
{
    constexpr int kPadding = 20;
    constexpr int kSortMark = 12;
    const QFontMetrics metrics(table->horizontalHeader()->font());
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        const QString title =
            table->model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int cells = static_cast<QAbstractItemView*>(table)->sizeHintForColumn(column);
        const int heading = metrics.horizontalAdvance(title) + kPadding + kSortMark;
        table->setColumnWidth(column, std::max(heading, cells));
    }
    table->stretch(stretched);
}

void nameChoice(QPushButton* button, bool first)
{
    const auto actions = button->menu()->actions();
    QAction* chosen = actions[first ? 0 : 1];
    chosen->setChecked(true);
    button->setText(chosen->text() + QStringLiteral(" ▾"));
    button->setAccessibleName(chosen->text());
}

} // namespace

LinkedTables::LinkedTables(Session& session, QWidget* parent)
    : Panel(parent), m_session(session), m_tabs(new QTabBar(this)),
      m_stack(new QStackedWidget(this)), m_children(new ChildrenModel(this)),
      m_pairs(new PairsModel(this)), m_flags(new FlagsModel(this)),
      m_drivers(new CostDriversModel(this)), m_correlations(new CorrelationsModel(this)),
      m_said(smallLabel(QString(), this))
{
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Tables"));
    m_pairChoice = choiceOfTwo(tr("Each child once"), tr("All pairs"), this,
                               [this](bool once) { chooseEachChildOnce(once); });
    m_childChoice = choiceOfTwo(tr("In the picture"), tr("Not shown"), this,
                                [this](bool drawn) { showLeftOut(!drawn); });

    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideRight);
    m_how = linkButton(tr("How?"), this); // short: the tabs need the room
    m_how->setToolTip(tr("How was the row chosen worked out? (Alt+Enter)"));
    m_how->setAccessibleName(tr("How was the row chosen worked out?"));
    connect(m_how, &QPushButton::clicked, this, [this] {
        const auto which = static_cast<Table>(m_tabs->currentIndex());
        explain(which, table(which)->currentIndex());
    });
    m_controls = new QWidget(this);
    auto* controls = new QHBoxLayout(m_controls);
    controls->setContentsMargins(0, 0, 0, 0);
    controls->setSpacing(14);
    for (QPushButton* button : {m_how, m_pairChoice, m_childChoice})
        controls->addWidget(button);
    m_top = new QHBoxLayout;
    m_top->setContentsMargins(8, 0, 8, 0);
    m_top->addWidget(m_tabs);
    m_top->addStretch(1);
    m_top->addWidget(m_controls, 0, Qt::AlignVCenter);
    m_second = new QHBoxLayout;
    m_second->setContentsMargins(8, 0, 8, 2);
    m_second->addWidget(m_said, 1);
    column()->setContentsMargins(6, 6, 6, 6);
    column()->setSpacing(2);
    column()->addLayout(m_top);
    column()->addLayout(m_second);
    column()->addWidget(m_stack, 1);

    RowsModel* const models[] = {m_children, m_pairs, m_flags, m_drivers, m_correlations};
    const QString names[] = {tr("Children"), tr("Similar pairs"), tr("Flags"), tr("Cost drivers"),
                             tr("Correlations")};
    for (std::size_t i = 0; i < m_tables.size(); ++i) {
        const auto which = static_cast<Table>(i);
        auto* view = new DataTable(m_stack);
        view->setAccessibleName(names[i]);
        view->setModel(models[i]);
        view->setSortingEnabled(true);
        view->sortByColumn(-1, Qt::AscendingOrder);
        m_stack->addWidget(view);
        m_tabs->addTab(names[i]);
        m_tables[i] = view;
        connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                [this, which](const QModelIndex& index) {
                    chooseRow(which, index);
                    offerTrace();
                });
        connect(view, &DataTable::explanationWanted, this,
                [this, which](const QModelIndex& index) { explain(which, index); });
        connect(view, &DataTable::rowActivated, this,
                [this, which](const QModelIndex& index) { open(which, index); });
        connect(view, &QTableView::clicked, this,
                [this, which](const QModelIndex& index) { chooseRow(which, index); });
    }
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        m_pairChoice->setVisible(tab == pairs);
        m_childChoice->setVisible(tab == children);
        saySo();
        offerTrace();
    });
    m_tables[drivers]->setItemDelegateForColumn(CostDriversModel::bar,
                                                new ShareBars(*m_drivers, this));
    connect(&m_session, &Session::findingsChanged, this, &LinkedTables::renew);
    connect(&m_session, &Session::findingsRefined, this, [this] { // of the tables only the drivers
        m_drivers->show(found());
        saySo();
    });
    connect(&m_session, &Session::closed, this, &LinkedTables::renew);
    connect(&m_session, &Session::selectionChanged, this, &LinkedTables::followSelection);
    setCurrent(pairs);
    renew();
}

// No tab is hidden: where they need the whole row, what stands beside them goes below.
void LinkedTables::arrange()
{
    const QMargins around = column()->contentsMargins() + m_top->contentsMargins();
    const int room = width() - around.left() - around.right() - m_tabs->sizeHint().width();
    const bool cramped = room < m_controls->sizeHint().width();
    if (cramped != m_cramped) {
        m_cramped = cramped;
        (cramped ? m_top : m_second)->removeWidget(m_controls);
        (cramped ? m_second : m_top)
            ->addWidget(m_controls, 0, cramped ? Qt::AlignTop : Qt::AlignVCenter);
    }
    // The bars and the trace say these as well.
    for (const int column : {CostDriversModel::byChance, CostDriversModel::ofAllSpread})
        m_tables[drivers]->setColumnHidden(column, width() < kRoomForAllColumns);
    // Says nothing, but keeps what stands beside it on the right.
    m_said->setVisible(m_cramped || !m_said->text().isEmpty());
}

void LinkedTables::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    arrange();
}

Found LinkedTables::found() const
{
    return {m_session.cohort(), m_session.findings()};
}

void LinkedTables::setCurrent(Table table)
{
    m_tabs->setCurrentIndex(table);
    m_pairChoice->setVisible(table == pairs);
    m_childChoice->setVisible(table == children);
    offerTrace();
}

void LinkedTables::renew()
{
    const bool wereEmpty = m_children->rowCount() == 0;
    m_following = true;
    m_children->show(found(), m_leftOut);
    m_pairs->show(found(), m_eachChildOnce);
    m_flags->show(found());
    m_drivers->show(found());
    m_correlations->show(found());
    m_following = false;
    nameTabs();
    if (wereEmpty && m_children->rowCount() > 0) {
        fitTightly(m_tables[children], 2);
        fitTightly(m_tables[pairs], 6);
        fitTightly(m_tables[flags], 4);
        fitTightly(m_tables[drivers], CostDriversModel::bar);
        fitTightly(m_tables[correlations], 0);
    }
    followSelection();
}

void LinkedTables::nameTabs()
{
    const auto named = [](const QString& name, const RowsModel& model) {
        return tr("%1 %2").arg(name, wording::count(static_cast<std::uint64_t>(model.rowCount())));
    };
    m_tabs->setTabText(children, named(tr("Children"), *m_children));
    m_tabs->setTabText(pairs, named(tr("Similar pairs"), *m_pairs));
    m_tabs->setTabText(flags, named(tr("Flags"), *m_flags));
    nameChoice(m_pairChoice, m_eachChildOnce);
    nameChoice(m_childChoice, !m_leftOut);
    saySo();
}

void LinkedTables::saySo()
{
    const auto findings = m_session.findings();
    const int tab = m_tabs->currentIndex();
    QString said;
    if (findings && tab == drivers)
        said = wording::driversSummary(findings->drivers) + QLatin1Char(' ') +
               tr("The tick: what chance alone would give. Not causes.");
    else if (findings && tab == flags && findings->line.slope)
        said = tr("About %1 of children lie outside the expected range by construction. Of costs "
                  "above or below expected, q ranks which stand out most; it rests on a model of "
                  "ordinary spread, the flag does not.")
                   .arg(wording::percent(1 - findings->options.coverage));
    m_said->setText(said);
    arrange();
}

void LinkedTables::showLeftOut(bool leftOut)
{
    m_leftOut = leftOut;
    renew();
    setCurrent(children);
    m_tables[children]->setFocus();
}

void LinkedTables::chooseEachChildOnce(bool once)
{
    m_eachChildOnce = once;
    renew();
}

void LinkedTables::chooseRow(Table table, const QModelIndex& index)
{
    const auto cohort = m_session.cohort();
    if (m_following || !index.isValid() || !cohort)
        return;
    switch (table) {
    case children:
        m_session.selectChild(cohort->child[m_children->cohortRow(index)]);
        break;
    case pairs: {
        const analysis::Pair& pair = m_pairs->pair(index);
        m_session.selectPair(cohort->child[pair.a], cohort->child[pair.b]);
        break;
    }
    case flags:
        m_session.selectChild(cohort->child[m_flags->cohortRow(index)]);
        break;
    case drivers:
    case correlations:
        break;
    }
}

// Enter or a double click: the child's page.
void LinkedTables::open(Table table, const QModelIndex& index)
{
    const auto cohort = m_session.cohort();
    if (!cohort || !index.isValid())
        return;
    if (table == children)
        m_session.goToChild(cohort->child[m_children->cohortRow(index)]);
    else if (table == flags)
        m_session.goToChild(cohort->child[m_flags->cohortRow(index)]);
    else
        explain(table, index);
}

void LinkedTables::offerTrace()
{
    const auto shown = static_cast<Table>(m_tabs->currentIndex());
    // Cost drivers are one model: how it came about does not hang on a row.
    m_how->setVisible(shown == drivers || table(shown)->currentIndex().isValid());
    arrange();
}

void LinkedTables::explain(Table table, const QModelIndex& index)
{
    const Found found = this->found();
    if (!found || (table != drivers && !index.isValid()))
        return;
    const domain::Cohort& cohort = *found.cohort;
    const analysis::Findings& findings = *found.findings;
    const auto name = [&](std::size_t row) {
        return QString::fromStdString(cohort.pseudonym[row]);
    };
    switch (table) {
    case children: {
        const std::size_t row = m_children->cohortRow(index);
        if (const auto* expected = findings.expectedCostOf(row)) {
            emit traceWanted(tr("Expected cost of %1").arg(name(row)),
                             wording::traceLines(traceOf(cohort, findings, *expected)));
            return;
        }
        QStringList reasons; // why there is none
        for (const analysis::Flag& flag : findings.flags) {
            if (flag.row == row)
                reasons << wording::traceLines(traceOf(cohort, findings, flag));
        }
        emit traceWanted(tr("No expected cost of %1").arg(name(row)), reasons);
        break;
    }
    case pairs: {
        const analysis::Pair& pair = m_pairs->pair(index);
        emit traceWanted(tr("%1 and %2").arg(name(pair.a), name(pair.b)),
                         wording::traceLines(traceOf(cohort, findings, pair)));
        break;
    }
    case flags: {
        const analysis::Flag& flag = m_flags->flag(index);
        emit traceWanted(tr("%1: %2").arg(name(flag.row), wording::flagTitle(flag.kind)),
                         wording::traceLines(traceOf(cohort, findings, flag)));
        break;
    }
    case drivers:
        emit traceWanted(tr("Cost drivers"), wording::traceLines(findings.drivers.trace));
        break;
    case correlations: {
        const analysis::Correlation& correlation = m_correlations->correlation(index);
        emit traceWanted(
            tr("%1 with %2")
                .arg(columnInWords(correlation.x, cohort), columnInWords(correlation.y, cohort)),
            wording::traceLines(traceOf(cohort, findings, correlation)));
        break;
    }
    }
}

void LinkedTables::followSelection()
{
    const auto cohort = m_session.cohort();
    if (!cohort || !m_session.findings())
        return;
    const auto rows = rowsOf(m_session.selection(), *cohort);
    const bool child = rows.size() == 1;
    const bool pair = rows.size() == 2 && m_session.selection().kind == Selection::Kind::pair;
    m_following = true;
    mark(children, child ? m_children->indexOfChild(rows[0]) : QModelIndex());
    // Of several flags of one child the row that was chosen stays.
    const QModelIndex flag = m_tables[flags]->currentIndex();
    if (!child || !flag.isValid() || m_flags->cohortRow(flag) != rows[0])
        mark(flags, child ? m_flags->indexOfChild(rows[0]) : QModelIndex());
    mark(pairs, pair ? m_pairs->indexOfPair(rows[0], rows[1]) : QModelIndex());
    m_following = false;
}

void LinkedTables::mark(Table table, const QModelIndex& index)
{
    DataTable* view = this->table(table);
    if (!index.isValid()) {
        if (view->currentIndex().isValid() || view->selectionModel()->hasSelection())
            view->selectionModel()->clear();
        offerTrace();
        return;
    }
    if (view->currentIndex().row() == index.row() &&
        view->selectionModel()->isRowSelected(index.row()))
        return;
    view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                       QItemSelectionModel::Rows);
    view->scrollTo(index);
}

} // namespace twelvefold::ui
