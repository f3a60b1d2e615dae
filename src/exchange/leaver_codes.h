// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

// What the codes of care leavers say, yes or no; nothing where they say neither.
namespace twelvefold::exchange {

std::optional<bool> isInTouch(std::string_view code);           // IN_TOUCH
std::optional<bool> isInWorkOrEducation(std::string_view code); // ACTIV

} // namespace twelvefold::exchange
