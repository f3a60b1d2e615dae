// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace twelvefold::exchange {

// As RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
bool isWellFormedUtf8(std::string_view text);

// A character that is none of the surrogates.
void appendCharacter(std::string& text, std::uint32_t character);

} // namespace twelvefold::exchange
