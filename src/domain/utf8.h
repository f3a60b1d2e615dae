// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
namespace twelvefold::domain {

// The length of the character that stands at a place, 0 when it is not UTF-8.
std::size_t utf8Length(std::string_view text, std::size_t at);
bool isUtf8(std::string_view text);

// A character that is none of the surrogates.
void appendUtf8(std::string& text, std::uint32_t character);

} // namespace twelvefold::domain
