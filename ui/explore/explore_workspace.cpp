// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/explore_workspace.h"

#include "common/data_table.h"
#include "common/nobody_there.h"
#include "common/page_scroll.h"
#include "common/standing_line.h"
#include "common/states.h"
#include "common/trace_dialog.h"
#include "explore/chart_panel.h"
#include "explore/filter_panel.h"
#include "explore/inspector.h"
#include "explore/linked_tables.h"
#include "report/pairs_listed.h"

#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr int kFiltersWidth = 248, kFiltersLeast = 236; // their choices are said in full
constexpr int kInspectorWidth = 300;
constexpr int kTablesHeight = 164; // their tabs, a line of words, two rows

// The picture over the tables: takes the room that it is given.
class Middle : public QSplitter
{
public:
    using QSplitter::QSplitter;
    QSize sizeHint() const override { return minimumSizeHint(); }
};

} // namespace

ExploreWorkspace::ExploreWorkspace(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_stack(new QStackedWidget(this))
{
    m_nothing = new EmptyState(this);
    connect(m_nothing, &EmptyState::acted, this, [this] { m_session.goTo(Workspace::data); });
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(content());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(&m_session, &Session::opened, this, [this] {
        analysis::Options options = m_session.options();
        options.top = report::kPairsListed;
        m_session.setOptions(options);
    });
    connect(&m_session, &Session::findingsChanged, this, &ExploreWorkspace::chooseView);
    connect(&m_session, &Session::closed, this, &ExploreWorkspace::chooseView);
    chooseView();
    addCommands();
}

QWidget* ExploreWorkspace::content()
{
    auto* content = new QWidget(this);
    m_filters = new FilterPanel(m_session, content);
    m_picture = new ChartPanel(m_session, content);
    m_tables = new LinkedTables(m_session, content);
    m_inspector = new Inspector(m_session, content);

    auto* middle = new Middle(Qt::Vertical, content);
    m_middle = middle;
    middle->addWidget(m_picture);
    middle->addWidget(m_tables);
    middle->setStretchFactor(0, 3);
    middle->setStretchFactor(1, 1);
    middle->setSizes({540, 270});
    middle->setChildrenCollapsible(false);
    m_tables->setMinimumHeight(kTablesHeight);
    keepHeightOfWords(m_picture);

    auto* row = new PanelsRow(content);
    row->addWidget(m_filters);
    row->addWidget(middle, 1);
    row->addWidget(m_inspector);

    m_picture->setOverlays(m_filters->overlays());
    connect(m_filters, &FilterPanel::overlaysChanged, m_picture, &ChartPanel::setOverlays);
    const auto offerOverlays = [this] {
        m_filters->offerOverlays(m_picture->view() == ChartPanel::View::needAgainstCost);
    };
    offerOverlays();
    connect(m_picture, &ChartPanel::viewChanged, this, offerOverlays);
    connect(m_filters, &FilterPanel::leftOutWanted, this, [this] { m_tables->showLeftOut(true); });
    connect(m_picture, &ChartPanel::traceWanted, this, &ExploreWorkspace::showTrace);
    connect(m_inspector, &Inspector::traceWanted, this, &ExploreWorkspace::showTrace);
    connect(m_inspector, &Inspector::questionsWanted, this,
            [this] { showTable(LinkedTables::questions); });
    connect(m_inspector, &Inspector::putAsideWanted, this,
            [this] { showTable(LinkedTables::putAside); });
    connect(m_tables, &LinkedTables::traceWanted, this, &ExploreWorkspace::showTrace);
    // Only while there is something to stop: the picture has a use for the key too.
    auto* stop = new QShortcut(QKeySequence(Qt::Key_Escape), content, nullptr, nullptr,
                               Qt::WidgetWithChildrenShortcut);
    stop->setEnabled(false);
    StandingLine* standing = m_picture->standing();
    connect(standing, &StandingLine::changed, stop,
            [stop, standing] { stop->setEnabled(standing->stoppable()); });
    connect(stop, &QShortcut::activated, &m_session, &Session::stopRefining);
    return content;
}

void ExploreWorkspace::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_middle->setHandleWidth(PanelsRow::gap(width()));
    m_filters->setFixedWidth(std::max(kFiltersLeast, sideWidth(kFiltersWidth, width())));
    m_inspector->setFixedWidth(sideWidth(kInspectorWidth, width()));
}

// Filters that let nobody through are no reason to take the filters away.
void ExploreWorkspace::chooseView()
{
    const auto whole = m_session.wholeCohort();
    m_stack->setCurrentIndex(whole && whole->size() > 0 ? 1 : 0);
    if (!whole && m_session.isOpen()) // whether there is anything is not known before
        return m_nothing->say(tr("Reading the records"), {}, {});
    sayNobodyThere(*m_nothing, m_session, tr("There is nothing to compare yet"),
                   tr("Need against cost wants children who are looked after on the census date. "
                      "Bring in the statutory return and the costs, or choose another date."),
                   tr("Bring in files"));
}

void ExploreWorkspace::showTable(LinkedTables::Table table)
{
    m_tables->setCurrent(table);
    m_tables->table(table)->setFocus(Qt::ShortcutFocusReason);
}

void ExploreWorkspace::showTrace(const QString& title, const QStringList& lines)
{
    openTrace(this, title, lines);
}

} // namespace twelvefold::ui
