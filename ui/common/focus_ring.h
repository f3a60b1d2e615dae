// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace twelvefold::ui {

// Says that a table, a list or a text has the focus: a ring just within its edge, over its rows, so
// that nothing moves when it comes and goes.
class FocusRing : public QWidget
{
public:
    explicit FocusRing(QWidget* around);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
};

} // namespace twelvefold::ui
