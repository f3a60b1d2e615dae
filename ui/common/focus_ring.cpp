// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/focus_ring.h"

#include "common/theme.h"

#include <QEvent>
#include <QPainter>

namespace twelvefold::ui {

FocusRing::FocusRing(QWidget* around) : QWidget(around)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    around->installEventFilter(this);
    follow();
}

void FocusRing::follow()
{
    setGeometry(parentWidget()->rect());
    setVisible(parentWidget()->hasFocus());
    raise(); // over a viewport or a heading that was made later
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
    case QEvent::FocusOut:
    case QEvent::Resize:
    case QEvent::Show:
        follow();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent*)
{
    constexpr int thick = 2, corner = 4;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Appearance::instance().tokens().accent, thick));
    constexpr double half = thick / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), corner, corner);
}

} // namespace twelvefold::ui
