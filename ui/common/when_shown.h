// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace twelvefold::ui {

// What nobody sees is not worked out: run() does the work at once when the widget is on screen,
// else once, when it comes there.
class WhenShown : public QObject
{
    Q_OBJECT
public:
    WhenShown(QWidget* widget, std::function<void()> work); // belongs to the widget
    void run();
    void now(); // whatever is waiting, though nobody sees it

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_widget;
    std::function<void()> m_work;
    bool m_waiting = false;
};

} // namespace twelvefold::ui
