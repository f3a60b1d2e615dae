// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace twelvefold::ui {

// Whether a window can be opened at all. The one place that asks what system this is.
bool hasDisplay();

} // namespace twelvefold::ui
