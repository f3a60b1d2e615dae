// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace twelvefold::geometry {

// What is wrong with how a window lies, a sentence each: what reaches out of its parent, what is
// cut off though its words do not give way, what lies over its neighbour, what is shortened and
// says nowhere what it was. What scrolls may be out of sight, not out of reach.
QStringList faultsOf(const QWidget& window);

} // namespace twelvefold::geometry
