// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace twelvefold::ui {

// What can have the focus within a widget, in the order in which layouts put it before the eye.
std::vector<QWidget*> inReadingOrder(QWidget* root);

// Lets Tab go through a widget in that order.
void tabAsRead(QWidget* root);

} // namespace twelvefold::ui
