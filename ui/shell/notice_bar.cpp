// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/notice_bar.h"

#include "common/controls.h"
#include "common/foot.h"
#include "common/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace twelvefold::ui {
namespace {

constexpr int kStayMilliseconds = 12'000;
constexpr int kWidestText = 560; // beyond this it goes on in another line
constexpr int kRoomAround = 40;
constexpr int kRoomBelow = 22;
constexpr int kRoomAboveFoot = 8;

} // namespace

NoticeBar::NoticeBar(QWidget* over)
    : QFrame(over), m_text(new QLabel(this)), m_undo(linkButton(tr("Undo"), this))
{
    setRole(this, "panel");
    setAccessibleName(tr("What was just done"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 7, 7, 7);
    row->setSpacing(12);
    row->addWidget(m_text, 1);
    row->addWidget(m_undo);
    auto* close = new QToolButton(this);
    close->setIcon(icon("close"));
    close->setIconSize({12, 12});
    close->setAccessibleName(tr("Dismiss"));
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, this, &NoticeBar::undoRequested);
    m_stay.setSingleShot(true);
    m_stay.setInterval(kStayMilliseconds);
    connect(&m_stay, &QTimer::timeout, this, [this] {
        if (underMouse() || m_undo->hasFocus())
            m_stay.start();
        else
            hide();
    });
    over->installEventFilter(this);
    hide();
}

QString NoticeBar::sentence() const
{
    return m_text->text();
}

void NoticeBar::say(const QString& sentence, bool canUndo)
{
    m_text->setText(sentence);
    m_undo->setVisible(canUndo);
    place();
    show();
    raise();
    m_stay.start();
    QAccessibleEvent spoken(m_text, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&spoken);
}

void NoticeBar::offerNoUndo()
{
    m_undo->hide();
    place();
}

void NoticeBar::place()
{
    const QSize room = parentWidget()->size();
    layout()->activate();
    const int text = m_text->fontMetrics().boundingRect(QRect(), 0, m_text->text()).width() + 4;
    const int beside = layout()->minimumSize().width() - m_text->minimumSizeHint().width();
    const int width = std::min(std::min(text, kWidestText) + beside, room.width() - kRoomAround);
    resize(width, layout()->totalHeightForWidth(width));
    int below = room.height() - kRoomBelow;
    for (QWidget* foot : parentWidget()->findChildren<QWidget*>(QLatin1String(kFoot))) {
        foot->installEventFilter(this); // however often, it filters once
        if (foot->isVisible())
            below = std::min(below, foot->mapTo(parentWidget(), QPoint()).y() - kRoomAboveFoot);
    }
    move((room.width() - width) / 2, below - height());
}

bool NoticeBar::eventFilter(QObject* watched, QEvent* event)
{
    // Of the window, or of what stands at the foot of a page.
    const auto type = event->type();
    if (isVisible() && (type == QEvent::Resize || type == QEvent::Show || type == QEvent::Hide))
        QTimer::singleShot(0, this, &NoticeBar::place); // when the layout has come to rest
    return QFrame::eventFilter(watched, event);
}

} // namespace twelvefold::ui
