// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/tick_group.h"

#include "common/controls.h"
#include "common/theme.h"
#include "wording/wording.h"

#include <QCheckBox>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace twelvefold::ui {
namespace {

// Words beside a check box that are too long for its own label: a click on them ticks it.
class Words : public QLabel
{
public:
    Words(const QString& text, QCheckBox* box, QWidget* parent) : QLabel(text, parent), m_box(box)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setFont(Appearance::body());
    }

protected:
    void mousePressEvent(QMouseEvent* event) override { event->accept(); }
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
            m_box->click();
    }

private:
    QCheckBox* m_box;
};

} // namespace

TickRow::TickRow(const QString& words, const QString& accessibleName, QWidget* mark,
                 QWidget* parent)
    : QWidget(parent), m_box(new QCheckBox(this)), m_end(new QStackedLayout),
      m_count(new QLabel(this)), m_only(linkButton(tr("Only"), this))
{
    m_box->setFixedWidth(22); // no text of its own
    m_box->setAccessibleName(accessibleName);
    m_box->installEventFilter(this);
    m_count->setFont(Appearance::body());
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setRole(m_count, "quiet");
    // The keyboard asks from the box itself: a stop of its own would double the way through a list.
    m_only->setFocusPolicy(Qt::NoFocus);
    m_only->setAccessibleName(tr("Only this: %1").arg(accessibleName));
    connect(m_only, &QPushButton::clicked, this, &TickRow::ask);
    m_end->setStackingMode(QStackedLayout::StackOne);
    m_end->addWidget(m_count);
    m_end->addWidget(m_only);
    setAlone(false);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(m_box);
    if (mark)
        line->addWidget(mark);
    line->addWidget(new Words(words, m_box, this), 1);
    line->addLayout(m_end);
}

void TickRow::setCount(std::size_t count, const QString& description)
{
    m_count->setText(wording::count(count));
    m_box->setAccessibleDescription(tr("%1. O: only this one, or all again").arg(description));
    setToolTip(description);
}

void TickRow::setAlone(bool alone)
{
    m_alone = alone;
    m_only->setText(alone ? tr("All") : tr("Only"));
    m_only->setToolTip(alone ? tr("All of them again (O)") : tr("Only this one (O)"));
}

void TickRow::ask()
{
    if (m_alone)
        emit allWanted();
    else
        emit onlyWanted();
}

void TickRow::offer()
{
    m_end->setCurrentIndex(underMouse() || m_box->hasFocus() ? 1 : 0);
}

bool TickRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &TickRow::offer, Qt::QueuedConnection); // when it has come
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_O && key->modifiers() == Qt::NoModifier) {
            ask();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TickRow::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    m_end->setCurrentIndex(1);
}

void TickRow::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_end->setCurrentIndex(m_box->hasFocus() ? 1 : 0);
}

void TickRow::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("Only this one"), this, &TickRow::onlyWanted)->setEnabled(!m_alone);
    menu.addAction(tr("All of them"), this, &TickRow::allWanted);
    menu.exec(event->globalPos());
}

TickGroup::TickGroup(const QString& title, QWidget* parent)
    : QWidget(parent), m_title(title), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(1);
    m_column->addWidget(sectionTitle(title, this));
    m_column->addSpacing(5);
}

// The boxes stay while they are about the same things, so that the keyboard keeps its place.
void TickGroup::setRows(const std::vector<Row>& rows, const QString& whatIsCounted)
{
    const auto same = [](const Row& a, const Row& b) {
        return a.key == b.key && a.words == b.words;
    };
    if (!std::ranges::equal(rows, m_rows, same))
        makeBoxes(rows);
    m_rows = rows;
    const bool one = std::ranges::count(rows, true, &Row::ticked) == 1;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        m_boxes[at]->box()->setChecked(rows[at].ticked);
        m_boxes[at]->setAlone(one && rows[at].ticked);
        m_boxes[at]->setCount(rows[at].count, whatIsCounted.arg(wording::count(rows[at].count)));
    }
    setVisible(!rows.empty());
}

QWidget* TickGroup::tabAfter(QWidget* before)
{
    for (TickRow* row : m_boxes) {
        setTabOrder(before, row->box());
        before = row->box();
    }
    return before;
}

void TickGroup::makeBoxes(const std::vector<Row>& rows)
{
    for (TickRow* box : m_boxes) {
        m_column->removeWidget(box);
        box->hide();
        box->deleteLater(); // it may be what the person has just clicked
    }
    m_boxes.clear();
    for (const Row& row : rows) {
        const std::size_t at = m_boxes.size();
        auto* box = new TickRow(row.words, tr("%1: %2").arg(m_title, row.words), nullptr, this);
        m_column->addWidget(box);
        connect(box->box(), &QCheckBox::clicked, this, [this, at](bool on) { tick(at, on); });
        connect(box, &TickRow::onlyWanted, this,
                [this, key = row.key] { emit chosen({key}, m_rows.size() == 1); });
        connect(box, &TickRow::allWanted, this, &TickGroup::askForAll);
        m_boxes.push_back(box);
    }
}

void TickGroup::askForAll()
{
    std::set<std::string, std::less<>> keys;
    for (const Row& row : m_rows)
        keys.insert(row.key);
    emit chosen(keys, true);
}

void TickGroup::tick(std::size_t at, bool on)
{
    std::set<std::string, std::less<>> keys;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_boxes[row]->box()->isChecked())
            keys.insert(m_rows[row].key);
    }
    if (keys.empty() && !on) {
        m_boxes[at]->box()->setChecked(true);
        emit lastRefused();
        return;
    }
    emit chosen(keys, keys.size() == m_rows.size());
}

} // namespace twelvefold::ui
