// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"

#include <QPalette>
#include <QString>

namespace twelvefold::ui {

// The application's style sheet and palette, made from the tokens. A widget chooses how it is drawn
// by its dynamic property "role": see roles.h.
QString styleSheetOf(const charts::Theme& theme);
QPalette paletteOf(const charts::Theme& theme);

} // namespace twelvefold::ui
