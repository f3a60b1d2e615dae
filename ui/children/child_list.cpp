// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/child_list.h"

#include "common/controls.h"
#include "common/flow_layout.h"
#include "common/icons.h"
#include "common/states.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace twelvefold::ui {
namespace {

constexpr int kMargin = 12;

} // namespace

ChildList::ChildList(QWidget* parent)
    : QFrame(parent), m_model(new ChildListModel(this)), m_search(new QLineEdit(this)),
      m_count(quietLabel({}, this)), m_due(linkButton({}, this)), m_day(smallLabel({}, this)),
      m_view(new QListView(this)), m_empty(new EmptyState(this)), m_stack(new QStackedWidget(this)),
      m_add(linkButton(tr("Add a child…"), this)), m_names(linkButton(tr("Show names"), this))
{
    setRole(this, "panel");
    m_search->setPlaceholderText(tr("Find a child"));
    m_search->setAccessibleName(tr("Find a child by pseudonym or local identifier"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_count->setWordWrap(false);
    m_due->setCheckable(true);
    m_due->setToolTip(tr("Show only the children whose assessment is due"));
    m_names->setCheckable(true);
    m_names->setToolTip(
        tr("Names are kept apart from everything else, and hidden until asked for"));

    m_view->setModel(m_model);
    m_view->setItemDelegate(new ChildDelegate(*m_model, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAccessibleName(tr("Children"));
    m_view->installEventFilter(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);

    auto* head = new QVBoxLayout;
    head->setContentsMargins(kMargin, kMargin, kMargin, 8);
    head->setSpacing(8);
    head->addWidget(m_search);
    auto* counts = new FlowLayout(nullptr, Qt::AlignLeft, 0);
    counts->addWidget(m_count);
    counts->addWidget(m_due);
    head->addLayout(counts);
    head->addWidget(m_day);
    auto* foot = new FlowLayout(nullptr, Qt::AlignLeft, 16);
    foot->setContentsMargins(10, 6, 10, 8);
    foot->addWidget(m_add);
    foot->addWidget(m_names);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(hairline(this));
    column->addWidget(m_stack, 1);
    column->addWidget(hairline(this));
    column->addLayout(foot);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_model->search(words);
        restoreCurrent();
        showCounts();
    });
    connect(m_due, &QPushButton::toggled, this, [this](bool only) {
        m_model->showOnlyDue(only);
        restoreCurrent();
        showCounts();
    });
    connect(m_add, &QPushButton::clicked, this, &ChildList::addAsked);
    connect(m_names, &QPushButton::toggled, this, &ChildList::namesAsked);
    connect(m_view, &QListView::activated, this, &ChildList::opened);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (m_restoring || !now.isValid())
                    return;
                m_current = m_model->child(now.row()).child.id;
                setFocusProxy(m_view); // whoever comes back here comes to the child, not the search
                emit chosen(*m_current);
            });
}

void ChildList::setChildren(std::vector<store::ChildRow> rows, domain::Date on,
                            std::shared_ptr<const domain::NeedsFramework> framework)
{
    {
        const QScopedValueRollback restoring(m_restoring, true);
        m_model->setChildren(std::move(rows), on, std::move(framework));
    }
    restoreCurrent();
    showCounts();
}

void ChildList::setNames(ChildListModel::Names names)
{
    const QSignalBlocker quiet(m_names);
    m_names->setChecked(!names.empty());
    m_names->setText(names.empty() ? tr("Show names") : tr("Hide names"));
    m_model->setNames(std::move(names));
    restoreCurrent();
}

void ChildList::setDay(const QString& words)
{
    m_day->setText(words);
    m_day->setVisible(!words.isEmpty());
    m_view->setAccessibleDescription(words);
}

void ChildList::setEditable(bool editable)
{
    m_add->setVisible(editable);
}

QString ChildList::countInWords() const
{
    if (m_model->searches())
        return tr("%1 found").arg(wording::count(std::uint64_t(m_model->rowCount())));
    if (m_model->count() == 0)
        return tr("Nobody on this day");
    return m_model->count() == 1 ? tr("1 child")
                                 : tr("%1 children").arg(wording::count(m_model->count()));
}

void ChildList::showCounts()
{
    const std::size_t due = m_model->dueCount();
    QString count = countInWords();
    if (due > 0 || m_model->showsOnlyDue())
        count += QStringLiteral(" · ");
    m_count->setText(count);
    m_count->setVisible(m_model->inAll() > 0);
    if (m_model->showsOnlyDue())
        m_due->setText(tr("show all"));
    else
        m_due->setText(due == 1 ? tr("1 assessment due")
                                : tr("%1 assessments due").arg(wording::count(due)));
    // At most what fits beside the count.
    const int room = width() - 2 * kMargin - m_count->sizeHint().width();
    if (m_due->sizeHint().width() > room)
        m_due->setText(tr("%1 due").arg(wording::count(due)));
    m_due->setVisible(due > 0 || m_model->showsOnlyDue());
}

void ChildList::restoreCurrent()
{
    const QScopedValueRollback restoring(m_restoring, true);
    const int row = m_current ? m_model->rowOf(*m_current) : -1;
    if (row >= 0) {
        m_view->setCurrentIndex(m_model->index(row));
        m_view->scrollTo(m_model->index(row));
    } else {
        m_view->clearSelection();
        m_view->selectionModel()->clearCurrentIndex();
    }
    const bool none = m_model->rowCount() == 0;
    if (none) {
        const QString words = m_search->text().trimmed();
        if (!words.isEmpty())
            m_empty->say(tr("Nobody found"),
                         tr("No pseudonym or local identifier contains “%1”.").arg(words));
        else if (m_model->showsOnlyDue())
            m_empty->say(tr("Nothing due"), tr("Every child's assessment is up to date."));
        else if (m_model->inAll() > 0)
            m_empty->say(tr("Nobody is in care on this day"),
                         tr("Children who have left are found by their pseudonym."));
        else
            m_empty->say(tr("No children yet"),
                         tr("Bring in the statutory return in Data, or add a child here."));
    }
    const bool onList = m_view->hasFocus();
    m_stack->setCurrentIndex(none ? 1 : 0);
    setFocusProxy(row >= 0 ? static_cast<QWidget*>(m_view) : m_search);
    if (none && onList)
        m_search->setFocus(Qt::OtherFocusReason);
}

void ChildList::setCurrent(domain::ChildId child)
{
    m_current = child;
    if (m_model->rowOf(child) < 0 && m_model->find(child) != nullptr) {
        m_due->setChecked(false);
        m_search->clear();
        // One of former years is shown only by a search for it.
        if (m_model->rowOf(child) < 0)
            m_search->setText(QString::fromStdString(m_model->find(child)->child.pseudonym));
    }
    restoreCurrent();
}

void ChildList::clearCurrent()
{
    m_current.reset();
    restoreCurrent();
}

void ChildList::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

// What the search found first becomes current, if what was is not among it.
void ChildList::showFound()
{
    m_view->setFocus(Qt::OtherFocusReason);
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0));
}

bool ChildList::searchKey(const QKeyEvent& event)
{
    if (event.key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (!enter && event.key() != Qt::Key_Down)
        return false;
    if (m_model->rowCount() == 0)
        return true;
    // Enter shows who was found. Scoring them is another act: the next Enter, or this with Ctrl.
    showFound();
    if (enter && event.modifiers().testFlag(Qt::ControlModifier))
        emit scoreAsked();
    return true;
}

bool ChildList::viewKey(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_view->currentIndex().isValid())
            emit scoreAsked();
        return true;
    case Qt::Key_Right:
        emit opened();
        return true;
    default:
        break;
    }
    const auto modifiers = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (modifiers != Qt::NoModifier || event.text().isEmpty() || !event.text()[0].isPrint() ||
        event.text()[0].isSpace())
        return false;
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->setText(event.text());
    return true;
}

bool ChildList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    return (watched == m_search && searchKey(key)) || (watched == m_view && viewKey(key)) ||
           QFrame::eventFilter(watched, event);
}

} // namespace twelvefold::ui
