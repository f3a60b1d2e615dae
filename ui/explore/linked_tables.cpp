// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/linked_tables.h"

#include "common/children_of_cohort.h"
#include "common/data_table.h"
#include "common/theme.h"
#include "wording/wording.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>
#include <utility>

namespace twelvefold::ui {
namespace {

constexpr int kRoomForAllColumns = 700;
constexpr int kRoomForAllOfQuestions = 1000; // what to ask is said whole before how sure it is
constexpr int kFewRows = 96;                 // the heading and two rows

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
      m_pairs(new PairsModel(this)), m_questions(new QuestionsModel(this)),
      m_drivers(new CostDriversModel(this)), m_correlations(new CorrelationsModel(this)),
      m_putAside(new PutAsideModel(this)), m_said(new ElidedLabel(QString(), this))
{
    m_said->setFont(Appearance::small());
    setRole(m_said, "quiet");
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
    connect(m_how, &QPushButton::clicked, this,
            [this] { explain(shown(), table(shown())->currentIndex()); });
    m_only = linkButton(QString(), this);
    m_only->setCheckable(true);
    m_only->hide();
    connect(m_only, &QPushButton::toggled, this, &LinkedTables::listOnlyGroup);
    m_export = linkButton(tr("Export ▾"), this);
    m_export->setAccessibleName(tr("Copy or save the table shown"));
    auto* menu = new QMenu(m_export);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        table(shown())->offerCopying(*menu);
    });
    m_export->setMenu(menu);
    buildQuestions();
    m_controls = new QWidget(this);
    auto* controls = new QHBoxLayout(m_controls);
    controls->setContentsMargins(0, 0, 0, 0);
    controls->setSpacing(14);
    for (QPushButton* button : {m_how, m_answer, m_askAgain, m_putAsideChoice, m_only, m_pairChoice,
                                m_childChoice, m_export})
        controls->addWidget(button);
    m_top = new QHBoxLayout;
    m_top->setContentsMargins(8, 0, 8, 0);
    m_top->addWidget(m_tabs);
    m_top->addStretch(1);
    m_top->addWidget(m_controls, 0, Qt::AlignVCenter);
    m_second = new QHBoxLayout;
    m_second->setContentsMargins(8, 0, 8, 2);
    m_second->addWidget(m_said, 1, Qt::AlignTop);
    column()->setContentsMargins(6, 6, 6, 6);
    column()->setSpacing(2);
    column()->addLayout(m_top);
    column()->addLayout(m_second);
    column()->addWidget(m_stack, 1);

    RowsModel* const models[] = {m_children, m_pairs,        m_questions,
                                 m_drivers,  m_correlations, m_putAside};
    const QString names[] = {tr("Children"),     tr("Similar pairs"), tr("Questions"),
                             tr("Cost drivers"), tr("Correlations"),  tr("Questions put aside")};
    const char* const keys[] = {"explore.children", "explore.pairs",        "explore.questions",
                                "explore.drivers",  "explore.correlations", "explore.putAside"};
    for (std::size_t i = 0; i < m_tables.size(); ++i) {
        const auto which = static_cast<Table>(i);
        auto* view = new DataTable(m_stack);
        view->setAccessibleName(names[i]);
        view->setModel(models[i]);
        view->setSortingEnabled(true);
        view->sortByColumn(-1, Qt::AscendingOrder);
        view->keepWidthsAs(QLatin1String(keys[i]));
        view->setCaption([this] { return caption(); });
        m_stack->addWidget(view);
        if (which != putAside)
            m_tabs->addTab(names[i]);
        m_tables[i] = view;
        connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                [this, which] { choose(which); });
        connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                &LinkedTables::offerTrace);
        connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                [this] { offerPutAside(); });
        connect(view, &DataTable::said, &m_session, &Session::say);
        connect(view, &DataTable::explanationWanted, this,
                [this, which](const QModelIndex& index) { explain(which, index); });
        connect(view, &DataTable::rowActivated, this,
                [this, which](const QModelIndex& index) { open(which, index); });
        connect(view, &QTableView::clicked, this, [this, which] { choose(which); });
    }
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_tabs->updateGeometry(); // the one shown is bolder, and so wider
        m_stack->setCurrentIndex(shown());
        m_pairChoice->setVisible(tab == pairs);
        m_childChoice->setVisible(tab == children);
        saySo();
        offerTrace();
        offerPutAside();
        offerGroup();
    });
    for (const Table each : {questions, putAside})
        m_tables[each]->offerFirst([this](QMenu& rows) { offerPutAside(rows); });
    m_tables[questions]->wrap(QuestionsModel::whatToAsk, {QuestionsModel::title});
    m_tables[putAside]->wrap(PutAsideModel::why);
    m_tables[putAside]->setSelectionMode(QAbstractItemView::SingleSelection); // each its own step
    m_tables[drivers]->setItemDelegateForColumn(CostDriversModel::bar,
                                                new ShareBars(*m_drivers, this));
    connect(&m_session, &Session::findingsChanged, this, &LinkedTables::renew);
    connect(&m_session, &Session::findingsRefined, this, [this] { // of the tables only the drivers
        m_drivers->show(found());
        saySo();
    });
    connect(&m_session, &Session::closed, this, &LinkedTables::forget);
    connect(&m_session, &Session::selectionChanged, this, &LinkedTables::followSelection);
    setCurrent(pairs);
    renew();
}

// No tab is hidden: where they need the whole row, what stands beside them goes below, and where
// even that is not enough, their counts do.
void LinkedTables::arrange()
{
    const QMargins around = column()->contentsMargins() + m_top->contentsMargins();
    const int room = width() - around.left() - around.right();
    int counts = 0;
    for (const QString& count : m_counts)
        counts += QFontMetrics(Appearance::strong()).horizontalAdvance(count); // of the one shown
    const int names = m_tabs->sizeHint().width() - (m_counted ? counts : 0);
    constexpr int between = 24;
    const bool cramped = room < names + counts + between + m_controls->sizeHint().width();
    if (cramped != m_cramped) {
        m_cramped = cramped;
        (cramped ? m_top : m_second)->removeWidget(m_controls);
        (cramped ? m_second : m_top)
            ->addWidget(m_controls, 0, cramped ? Qt::AlignTop : Qt::AlignVCenter);
    }
    if (const bool counted = names + counts <= room; counted != m_counted) {
        m_counted = counted;
        nameTabs();
    }
    // The bars and the trace say these as well.
    for (const int column : {CostDriversModel::byChance, CostDriversModel::ofAllSpread})
        m_tables[drivers]->setColumnHidden(column, width() < kRoomForAllColumns);
    m_tables[drivers]->stretch(CostDriversModel::bar);
    for (const int column : {QuestionsModel::range, QuestionsModel::falseAlarms})
        m_tables[questions]->setColumnHidden(column, width() < kRoomForAllOfQuestions);
    m_tables[questions]->stretch(QuestionsModel::whatToAsk);
    // Says nothing, but keeps what stands beside it on the right.
    m_said->setVisible(m_cramped || !m_said->text().isEmpty());
    // As much as leaves the table a few rows; the whole stands in its tooltip and under "How?".
    const int left = height() - around.top() - around.bottom() - m_tabs->sizeHint().height() -
                     2 * column()->spacing() - kFewRows;
    m_said->setMostLines(std::max(1, left / m_said->fontMetrics().lineSpacing()));
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
    if (table == questions || table == putAside)
        showPutAside(table == putAside);
    m_tabs->setCurrentIndex(table == putAside ? questions : table);
    m_pairChoice->setVisible(table == pairs);
    m_childChoice->setVisible(table == children);
    offerTrace();
    offerPutAside();
}

void LinkedTables::renew()
{
    std::array<bool, 6> wasEmpty{};
    for (std::size_t i = 0; i < m_tables.size(); ++i)
        wasEmpty[i] = m_tables[i]->model()->rowCount() == 0;
    m_following = true;
    m_children->show(found(), m_leftOut);
    m_pairs->show(found(), m_eachChildOnce);
    m_questions->show(found());
    m_putAside->show(found());
    m_drivers->show(found());
    m_correlations->show(found());
    m_following = false;
    nameTabs();
    constexpr std::array<int, 6> taking{
        2, 6, QuestionsModel::whatToAsk, CostDriversModel::bar, 0, PutAsideModel::why};
    for (std::size_t i = 0; i < m_tables.size(); ++i) {
        if (!wasEmpty[i] || m_tables[i]->model()->rowCount() == 0)
            continue;
        m_tables[i]->stretch(taking[i]);
        m_tables[i]->fitColumns();
    }
    followSelection();
}

// The children of another store bear the same numbers: a group of these is none of those.
void LinkedTables::forget()
{
    followGroup({});
    listOnlyGroup(false);
    renew();
    showPutAside(false);
}

void LinkedTables::nameTabs()
{
    const std::pair<Table, const RowsModel*> counted[] = {
        {children, m_children}, {pairs, m_pairs}, {questions, m_questions}, {putAside, m_putAside}};
    for (const auto& [tab, model] : counted)
        m_counts[tab] =
            QLatin1Char(' ') + wording::count(static_cast<std::uint64_t>(model->rowCount()));
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        const QString name = table(static_cast<Table>(tab))->accessibleName();
        m_tabs->setTabText(tab, m_counted ? name + m_counts[static_cast<std::size_t>(tab)] : name);
        m_tabs->setTabToolTip(tab, name + m_counts[static_cast<std::size_t>(tab)]);
    }
    m_tabs->updateGeometry();
    nameChoice(m_pairChoice, m_eachChildOnce);
    nameChoice(m_childChoice, !m_leftOut);
    offerPutAside();
    saySo();
}

// What is to be said of the table shown, above it.
QString LinkedTables::whatIsSaid() const
{
    const auto findings = m_session.findings();
    const int tab = m_tabs->currentIndex();
    if (findings && tab == drivers)
        return findings->drivers.groups.empty()
                   ? wording::driversSummary(findings->drivers)
                   : wording::driversSummary(findings->drivers) + QLatin1Char(' ') +
                         tr("The tick: what chance alone would give. Not causes.");
    if (findings && tab == questions)
        return saidOfQuestions();
    return {};
}

void LinkedTables::saySo()
{
    const QString said = whatIsSaid();
    const bool counts = !m_counted && said.isEmpty();
    m_said->setText(counts ? m_tabs->tabToolTip(m_tabs->currentIndex()) : said);
    arrange();
}

void LinkedTables::showLeftOut(bool leftOut)
{
    m_leftOut = leftOut;
    renew();
    setCurrent(children);
    m_tables[children]->setFocus();
}

void LinkedTables::toggleEachChildOnce()
{
    setCurrent(pairs);
    chooseEachChildOnce(!m_eachChildOnce);
}

void LinkedTables::chooseEachChildOnce(bool once)
{
    m_eachChildOnce = once;
    renew();
}

std::vector<domain::ChildId> LinkedTables::childrenOf(Table table, const QModelIndex& index) const
{
    const auto child = [cohort = m_session.cohort()](std::size_t row) {
        return cohort->child[row];
    };
    switch (table) {
    case children:
        return {child(m_children->cohortRow(index))};
    case pairs:
        return {child(m_pairs->pair(index).a), child(m_pairs->pair(index).b)};
    case questions:
        return m_questions->childrenOf(index);
    case putAside:
        return {m_putAside->aside(index).aside.child};
    case drivers:
    case correlations:
        break;
    }
    return {};
}

// A row is a child, a pair or all who are asked about; several are the group of all their children.
void LinkedTables::choose(Table table)
{
    const QModelIndexList chosen = this->table(table)->selectionModel()->selectedRows();
    if (m_following || chosen.isEmpty() || !found())
        return;
    std::vector<domain::ChildId> together;
    Children known;
    for (const QModelIndex& index : chosen) {
        for (const domain::ChildId child : childrenOf(table, index)) {
            if (known.insert(child).second)
                together.push_back(child);
        }
    }
    const QScopedValueRollback choosing(m_choosing, std::optional(table));
    if (table == pairs && chosen.size() == 1)
        m_session.selectPair(together[0], together[1]);
    else if (!together.empty())
        m_session.select(selectionOf(std::move(together)));
}

// Enter or a double click: the child's page; of a line of many, its children.
void LinkedTables::open(Table table, const QModelIndex& index)
{
    const auto cohort = m_session.cohort();
    if (!cohort || !index.isValid())
        return;
    if (table == children)
        m_session.goToChild(cohort->child[m_children->cohortRow(index)]);
    else if (table == questions && m_questions->childrenOf(index).size() > 1)
        listChildrenOf(index);
    else if (table == questions || table == putAside)
        m_session.goToChild(childrenOf(table, index).front());
    else
        explain(table, index);
}

void LinkedTables::offerTrace()
{
    // Cost drivers are one model: how it came about does not hang on a row.
    m_how->setVisible(shown() == drivers || table(shown())->currentIndex().isValid());
    arrange();
}

void LinkedTables::followSelection()
{
    const auto cohort = m_session.cohort();
    if (!cohort || !m_session.findings())
        return;
    const Selection& selection = m_session.selection();
    const auto rows = rowsOf(selection, *cohort);
    const bool child = rows.size() == 1;
    const bool pair = rows.size() == 2 && selection.kind == Selection::Kind::pair;
    const bool isNewGroup = rows.size() > 1 && !pair;
    m_following = true;
    followGroup(isNewGroup ? selection : Selection());
    // A table whose rows were chosen keeps them.
    const auto follow = [this](Table table, const QModelIndex& index) {
        if (m_choosing != table)
            mark(table, index);
    };
    follow(children, child ? m_children->indexOfChild(rows[0]) : QModelIndex());
    follow(pairs, pair ? m_pairs->indexOfPair(rows[0], rows[1]) : QModelIndex());
    followQuestions(Children(selection.children.begin(), selection.children.end()));
    m_following = false;
}

QString LinkedTables::caption() const
{
    const auto findings = m_session.findings();
    if (!findings)
        return {};
    QString said = table(shown())->accessibleName() + m_counts[shown()] + QStringLiteral(". ") +
                   wording::caption(m_session.storeName(), *findings, m_session.filter());
    if (m_listed && listsChildren(shown()))
        said += QLatin1Char(' ') +
                tr("Only of %1 children who were chosen.").arg(wording::count(m_listed->size()));
    return said;
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
