// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/when_shown.h"

#include <QEvent>
#include <QWidget>

namespace twelvefold::ui {

WhenShown::WhenShown(QWidget* widget, std::function<void()> work)
    : QObject(widget), m_widget(widget), m_work(std::move(work))
{
    widget->installEventFilter(this);
}

void WhenShown::run()
{
    m_waiting = !m_widget->isVisible();
    if (!m_waiting)
        m_work();
}

void WhenShown::now()
{
    if (m_waiting) {
        m_waiting = false;
        m_work();
    }
}

bool WhenShown::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show)
        now();
    return QObject::eventFilter(watched, event);
}

} // namespace twelvefold::ui
