// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QApplication;

namespace twelvefold::ui {

// What holds for every window of the program and is no single widget's business: Enter presses the
// button or link that has the focus, and what gets the focus is brought into view.
class Manners : public QObject
{
    Q_OBJECT
public:
    static void teach(QApplication& application);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit Manners(QApplication& application);
};

// Scrolls whatever holds the widget until it is seen, once the layout has come to rest.
void bringIntoView(QWidget* widget);

} // namespace twelvefold::ui
