// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

class QWidget;

namespace twelvefold::ui {

// What a widget that only holds others, or that only paints, is to a screen reader. Its name and
// description are the widget's own.
void setAccessibleRole(QWidget* widget, QAccessible::Role role);

// From here on, a screen reader presses any button as a hand does. The toolkit's own switches those
// that can be on and off without telling anybody that they were pressed.
void letScreenReadersPress();

} // namespace twelvefold::ui
