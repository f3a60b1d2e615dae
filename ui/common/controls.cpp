// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/controls.h"

#include "common/accessible_roles.h"
#include "common/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QStyle>
#include <QVariant>
#include <algorithm>

namespace twelvefold::ui {
namespace {

QLabel* label(const QString& text, const QFont& font, const char* role, QWidget* parent)
{
    auto* made = new QLabel(text, parent);
    made->setFont(font);
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    if (role)
        setRole(made, role);
    return made;
}

// One choice: as wide as its words when it is chosen, and so bolder.
class Segment : public ElidedButton
{
public:
    Segment(const QString& text, QWidget* parent) : ElidedButton(text, parent)
    {
        setCheckable(true);
        setAutoExclusive(true); // a radio button to screen readers
        setAutoDefault(false);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setLongest(kShortest);
    }
    QSize sizeHint() const override
    {
        const QSize own = ElidedButton::sizeHint();
        const int bold = QFontMetrics(Appearance::strong()).horizontalAdvance(text()) + 20;
        return {std::max(own.width(), bold), own.height()};
    }

private:
    static constexpr int kShortest = 52;
};

// Takes the room that it is given, and asks for little.
class Scrolled : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;
    QSize sizeHint() const override { return {QScrollArea::sizeHint().width(), 120}; }
    QSize minimumSizeHint() const override { return {80, 80}; }
};

} // namespace

void setRole(QWidget* widget, const char* role)
{
    widget->setProperty("role", role);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

Panel::Panel(QWidget* parent) : QFrame(parent), m_column(new QVBoxLayout(this))
{
    setRole(this, "panel");
    m_column->setContentsMargins(14, 14, 14, 14);
    m_column->setSpacing(10);
}

QLabel* sectionTitle(const QString& text, QWidget* parent)
{
    return label(text, Appearance::strong(), nullptr, parent);
}

QLabel* quietLabel(const QString& text, QWidget* parent)
{
    return label(text, Appearance::body(), "quiet", parent);
}

QLabel* smallLabel(const QString& text, QWidget* parent)
{
    return label(text, Appearance::small(), "quiet", parent);
}

QLabel* sentenceLabel(const QString& text, QWidget* parent)
{
    auto* made = label(text, Appearance::sentence(), nullptr, parent);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

QLabel* figureLabel(const QString& text, QWidget* parent)
{
    auto* made = label(text, Appearance::figure(), nullptr, parent);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

QLabel* attentionLabel(const QString& text, QWidget* parent)
{
    return label(text, Appearance::body(), "attention", parent);
}

QLabel* badge(const QString& text, QWidget* parent)
{
    auto* made = label(text, Appearance::small(), "badge", parent);
    made->setWordWrap(false);
    made->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return made;
}

QLabel* plainBadge(const QString& text, QWidget* parent)
{
    auto* made = badge(text, parent);
    setRole(made, "plainBadge");
    return made;
}

QFrame* hairline(QWidget* parent)
{
    auto* line = new QFrame(parent);
    setRole(line, "hairline");
    line->setFixedHeight(1);
    return line;
}

QPushButton* primaryButton(const QString& text, QWidget* parent)
{
    auto* button = secondaryButton(text, parent);
    button->setFont(Appearance::strong());
    setRole(button, "primary");
    return button;
}

QPushButton* secondaryButton(const QString& text, QWidget* parent)
{
    auto* button = new ElidedButton(text, parent);
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return button;
}

QPushButton* linkButton(const QString& text, QWidget* parent)
{
    auto* button = secondaryButton(text, parent);
    setRole(button, "link");
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

FigureLink::FigureLink(const QString& text, const QString& what, const QFont& font, QWidget* parent)
    : ElidedButton(parent), m_what(what)
{
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setFont(font);
    setRole(this, "figure");
    setToolTip(tr("How was this worked out?"));
    setAccessibleDescription(tr("Opens how this was worked out"));
    say(text);
}

void FigureLink::say(const QString& text)
{
    setText(text);
    setAccessibleName(m_what.isEmpty() ? text : tr("%1: %2").arg(m_what, text));
}

void FigureLink::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    ElidedButton::keyPressEvent(event);
}

void FigureLink::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("How was this worked out?"), this, &QPushButton::click);
    menu.addAction(tr("Copy the figure"), this,
                   [this] { QGuiApplication::clipboard()->setText(text()); });
    menu.exec(event->globalPos());
}

void nameChoice(QComboBox* choice, const QString& name)
{
    choice->setAccessibleName(name);
    choice->setAccessibleDescription(name);
    auto* label = new QLabel(name, choice->parentWidget());
    label->setBuddy(choice);
    label->hide();
}

QScrollArea* scrolling(QWidget* content, QWidget* parent)
{
    auto* area = new Scrolled(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    content->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    return area;
}

SegmentedControl::SegmentedControl(const QStringList& choices, QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Grouping);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const QString& choice : choices) {
        auto* segment = new Segment(choice, this);
        const auto index = static_cast<int>(m_segments.size());
        setRole(segment, index == 0                                      ? "segmentFirst"
                         : index == static_cast<int>(choices.size()) - 1 ? "segmentLast"
                                                                         : "segment");
        segment->installEventFilter(this);
        connect(segment, &QPushButton::clicked, this, [this, index] { choose(index); });
        row->addWidget(segment);
        m_segments.push_back(segment);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCurrent(0);
}

void SegmentedControl::setCurrent(int index)
{
    m_current = index;
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        const bool on = static_cast<int>(i) == index;
        m_segments[i]->setChecked(on);
        m_segments[i]->setFocusPolicy(on ? Qt::StrongFocus : Qt::ClickFocus);
    }
    setFocusProxy(m_segments.empty() ? nullptr : m_segments[static_cast<std::size_t>(index)]);
}

void SegmentedControl::choose(int index)
{
    const bool moved = index != m_current;
    setCurrent(index);
    m_segments[static_cast<std::size_t>(index)]->setFocus();
    if (moved)
        emit chosen(index);
}

bool SegmentedControl::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto last = static_cast<int>(m_segments.size()) - 1;
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Left:
        case Qt::Key_Up:
            choose(m_current == 0 ? last : m_current - 1);
            return true;
        case Qt::Key_Right:
        case Qt::Key_Down:
            choose(m_current == last ? 0 : m_current + 1);
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace twelvefold::ui
