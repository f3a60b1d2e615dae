// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace twelvefold::ui {

// What stands at the foot of a page, with buttons that no notice may cover, has this object name.
inline constexpr const char* kFoot = "foot";

} // namespace twelvefold::ui
