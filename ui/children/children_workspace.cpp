// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/children_workspace.h"

#include "analysis/findings/figure_traces.h"
#include "children/child_editor.h"
#include "children/child_list.h"
#include "children/child_page.h"
#include "children/move_form.h"
#include "children/need_panel.h"
#include "children/needs_page.h"
#include "children/present_day.h"
#include "common/controls.h"
#include "common/page_scroll.h"
#include "common/states.h"
#include "common/trace_dialog.h"
#include "wording/wording.h"

#include <QApplication>
#include <QListView>
#include <QStackedWidget>
#include <QtConcurrentRun>
#include <algorithm>
#include <utility>

namespace twelvefold::ui {
namespace {

// Above this many, the list is read off the UI thread.
constexpr std::size_t kReadAtOnce = 3000;
constexpr int kListWidth = 250;
constexpr int kPanelWidth = 276;

} // namespace

ChildrenWorkspace::ChildrenWorkspace(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_list(new ChildList(this)),
      m_stack(new QStackedWidget(this)), m_empty(new EmptyState), m_page(new ChildPage(session)),
      m_panel(new NeedPanel(this))
{
    auto* nobody = new Panel;
    nobody->column()->addWidget(m_empty);
    m_stack->addWidget(nobody);
    m_stack->addWidget(m_page);
    auto* line = new PanelsRow(this);
    line->addWidget(m_list);
    line->addWidget(m_stack, 1);
    line->addWidget(m_panel);

    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] {
        if (!m_session.isOpen())
            return;
        if (m_readAgain)
            reload();
        else
            take(m_reading.result());
    });
    connect(m_list, &ChildList::chosen, this, &ChildrenWorkspace::showChild);
    // Whoever comes here comes to the list: where a key scores, one goes by an act of its own.
    setFocusProxy(m_list);
    connect(m_list, &ChildList::opened, m_page, &ChildPage::focusContent);
    connect(m_list, &ChildList::scoreAsked, m_page, &ChildPage::score);
    connect(m_page->needsPage(), &NeedsPage::left, this,
            [this] { m_list->setFocus(Qt::OtherFocusReason); });
    connect(m_list, &ChildList::addAsked, this, &ChildrenWorkspace::addChild);
    connect(m_list, &ChildList::namesAsked, this, &ChildrenWorkspace::showNames);
    connect(m_page, &ChildPage::tabChanged, this, &ChildrenWorkspace::showPanel);
    connect(m_page, &ChildPage::moveAsked, this, &ChildrenWorkspace::moveChild);
    connect(m_page->needsPage(), &NeedsPage::changed, this, &ChildrenWorkspace::showPanel);
    connect(
        m_page->needsPage(), &NeedsPage::draftChanged, this,
        [this](domain::ChildId child, bool exists) { m_list->model().setDraft(child, exists); });
    connect(m_panel, &NeedPanel::similarAsked, this, &ChildrenWorkspace::seeSimilar);
    connect(m_panel, &NeedPanel::similarTraceAsked, this, &ChildrenWorkspace::explainSimilar);

    connect(&session, &Session::opened, this, [this] {
        m_child.reset();
        reload();
    });
    connect(&session, &Session::closing, this, [this] { m_reading.waitForFinished(); });
    connect(&session, &Session::closed, this, [this] {
        m_child.reset();
        m_followed.reset();
        m_list->setNames({});
        m_list->setChildren({}, m_session.today(), nullptr);
        showNobody();
    });
    connect(&session, &Session::recordsChanged, this, [this](const store::ChangeNotice& notice) {
        if (onlyDrafts(notice)) {
            m_page->needsPage()->draftsChanged();
            return markDrafts(notice.children);
        }
        m_page->needsPage()->leave();
        reload();
        if (m_child &&
            (notice.many || std::ranges::find(notice.children, *m_child) != notice.children.end()))
            m_page->recordsChanged(notice);
    });
    connect(&session, &Session::authorChanged, this, [this] {
        if (m_child)
            showChild(*m_child); // with the draft of who is working now
    });
    connect(&session, &Session::cohortChanged, this, &ChildrenWorkspace::cohortChanged);
    connect(&session, &Session::childRequested, this, &ChildrenWorkspace::openChild);
    connect(&session, &Session::selectionChanged, this, &ChildrenWorkspace::followSelection);
    addCommands();
    if (session.isOpen())
        reload();
    else
        showNobody();
}

ChildrenWorkspace::~ChildrenWorkspace()
{
    m_page->needsPage()->disconnect(this); // it leaves what is being written as it goes
    m_reading.waitForFinished();
}

ChildrenWorkspace::Rows ChildrenWorkspace::read(const store::Store& store, domain::Date on)
{
    try {
        return {store.childRows(on), std::nullopt};
    } catch (const store::WorldError& error) {
        return {{}, error.message()};
    }
}

void ChildrenWorkspace::reload()
{
    const store::Store& store = m_session.workbench().store();
    m_day = presentDay(m_session);
    m_list->setEditable(!store.readOnly());
    if (store.childCount() <= kReadAtOnce) {
        take(read(store, m_day));
    } else if (m_reading.isRunning()) {
        m_readAgain = true;
    } else {
        m_readAgain = false;
        m_reading.setFuture(QtConcurrent::run([&store, on = m_day] { return read(store, on); }));
    }
}

bool ChildrenWorkspace::sayDay()
{
    const QString day = presentDayInWords(m_session);
    QString note = tr("%1. Explore and Reports show the census date.").arg(day);
    // An old return knows of nobody who left since: the list would call adults children in care.
    constexpr int aYear = 366;
    const auto span = m_session.workbench().recordedSpan();
    if (span && domain::daysBetween(span->second, m_day) > aYear)
        note += QLatin1Char(' ') + tr("The records end on %1: who has left since is not known.")
                                       .arg(wording::date(span->second));
    m_list->setDay(note);
    emit listed(day, m_list->model().count());
    const store::ChildRow* open = m_child ? m_list->model().find(*m_child) : nullptr;
    if (open != nullptr)
        m_page->showHeading(*open);
    return open != nullptr;
}

void ChildrenWorkspace::take(const Rows& rows)
{
    if (rows.failure)
        m_session.say(wording::text(*rows.failure));
    m_list->setChildren(rows.children, m_day, m_session.workbench().currentFramework().framework);
    if (!sayDay()) {
        if (m_child)
            m_list->clearCurrent(); // else who comes back by redo would stand chosen, never shown
        showNobody();
    }
    if (m_followed && (isVisible() || m_opening))
        follow();
}

void ChildrenWorkspace::cohortChanged()
{
    if (m_session.isOpen() && presentDay(m_session) != m_day) {
        reload();
        if (m_child)
            showChild(*m_child);
    } else if (m_session.isOpen()) {
        sayDay(); // which may have been the census date, and is not now
    }
    showPanel();
}

void ChildrenWorkspace::showNobody()
{
    m_child.reset();
    m_page->clear();
    m_panel->clear();
    if (!m_session.isOpen())
        m_empty->say(tr("No store is open"),
                     tr("Open one, or begin with the demonstration council."));
    else if (m_session.workbench().store().childCount() == 0)
        m_empty->say(tr("No children yet"),
                     tr("Bring in the statutory return in Data, or add a child in the list."));
    else
        m_empty->say(tr("Choose a child"),
                     tr("Search the list for a pseudonym or a local identifier."));
    // Whoever was on the page that goes is given the list.
    const bool onPage = m_page->isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentIndex(0);
    if (onPage)
        m_list->setFocus(Qt::OtherFocusReason);
}

void ChildrenWorkspace::showChild(domain::ChildId child)
{
    const store::ChildRow* row = m_list->model().find(child);
    if (row == nullptr) {
        m_followed = child; // as soon as the list has it
        return;
    }
    m_child = child;
    m_page->load(*row, m_list->model().title(*row));
    m_stack->setCurrentIndex(1);
    showPanel();
    m_session.selectChild(child);
}

void ChildrenWorkspace::openChild(domain::ChildId child)
{
    m_list->setCurrent(child);
    showChild(child);
    m_opening = m_followed.has_value();
    m_list->setFocus(Qt::OtherFocusReason);
}

void ChildrenWorkspace::markDrafts(const std::vector<domain::ChildId>& children)
{
    const auto drafts = m_session.workbench().store().drafts();
    for (const domain::ChildId child : children)
        m_list->model().setDraft(child,
                                 std::ranges::find(drafts, child, &store::Store::DraftRow::child) !=
                                     drafts.end());
}

ChildEditor* ChildrenWorkspace::addChild()
{
    auto* editor = new ChildEditor(m_session, this);
    connect(editor, &ChildEditor::added, this, [this](domain::ChildId child) {
        reload(); // the notice of the change comes later
        openChild(child);
        m_session.say(tr("The child is added."));
    });
    editor->open();
    return editor;
}

MoveForm* ChildrenWorkspace::moveChild()
{
    const store::ChildRow* row = m_child ? m_list->model().find(*m_child) : nullptr;
    if (row == nullptr || m_session.workbench().store().readOnly()) {
        m_session.say(row == nullptr ? tr("Choose the child who moves first.")
                                     : tr("This store can only be read."));
        return nullptr;
    }
    const QString name = m_list->model().title(*row);
    auto* form = new MoveForm(m_session, *m_child, name, this);
    connect(form, &QDialog::accepted, this, [this, form] { m_session.say(form->whatWasDone()); });
    form->open();
    return form;
}

void ChildrenWorkspace::followSelection()
{
    const Selection& selection = m_session.selection();
    if (selection.kind != Selection::Kind::child || selection.children.front() == m_child)
        return;
    // What is being looked at elsewhere is opened when the person comes here.
    m_followed = selection.children.front();
    if (isVisible())
        follow();
}

void ChildrenWorkspace::follow()
{
    m_opening = false;
    if (const auto child = std::exchange(m_followed, std::nullopt)) {
        m_list->setCurrent(*child);
        showChild(*child);
    }
}

void ChildrenWorkspace::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_list->setFixedWidth(kListWidth); // a child in two lines wants that much
    m_panel->setFixedWidth(sideWidth(kPanelWidth, width()));
}

void ChildrenWorkspace::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    follow();
}

void ChildrenWorkspace::showPanel()
{
    const NeedsFormModel* model = m_page->needsPage()->form()->model();
    const bool shown = m_child && model != nullptr && m_page->tab() == ChildPage::needs;
    m_panel->setVisible(shown);
    if (!shown)
        return;
    m_panel->show(*model, m_page->needsPage()->form()->mode() == NeedsForm::Mode::writing);

    const auto similar = similarNow();
    m_similar.clear();
    if (similar) {
        for (const std::size_t row : similar->rows)
            m_similar.push_back(m_session.cohort()->child[row]);
    }
    m_panel->showSimilar(similar, m_session.options().tolerance, m_session.census());
}

std::optional<analysis::SimilarChildren> ChildrenWorkspace::similarNow() const
{
    const auto cohort = m_session.cohort();
    const NeedsFormModel* model = m_page->needsPage()->form()->model();
    if (!cohort || model == nullptr || !m_child)
        return std::nullopt;
    std::vector<std::optional<int>> levels;
    for (std::size_t i = 0; i < model->rows(); ++i)
        levels.push_back(model->level(i));
    return analysis::similarChildren(*cohort, levels, m_session.options(), *m_child);
}

void ChildrenWorkspace::explainSimilar()
{
    if (const auto similar = similarNow())
        openTrace(this, tr("Children of similar need"),
                  wording::traceLines(
                      analysis::traceOf(*m_session.cohort(), m_session.options(), *similar)));
}

void ChildrenWorkspace::seeSimilar()
{
    std::vector<domain::ChildId> group{*m_child};
    group.insert(group.end(), m_similar.begin(), m_similar.end());
    m_session.select({Selection::Kind::group, group});
    m_session.goTo(Workspace::explore);
}

void ChildrenWorkspace::showNames(bool shown)
{
    ChildListModel::Names names;
    if (shown && m_session.isOpen()) {
        for (const auto& [child, identity] : m_session.workbench().store().allIdentities()) {
            const QString name = QString::fromStdString(identity.givenName.reveal() + ' ' +
                                                        identity.familyName.reveal())
                                     .simplified();
            if (!name.isEmpty())
                names.emplace(child, name);
        }
        if (names.empty())
            m_session.say(tr("This store holds no names."));
    }
    m_list->setNames(std::move(names));
    if (m_child)
        showChild(*m_child);
}

} // namespace twelvefold::ui
