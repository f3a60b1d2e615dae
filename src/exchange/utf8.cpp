// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/utf8.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

constexpr bool isAscii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

// The bytes of the character that a text begins with, which is none of ASCII; 0: it is no UTF-8.
std::size_t wellFormedLength(std::string_view text)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char lead = byte(0);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U)
            return 0;
    }
    const bool impossible = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F) ||
                            (lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F);
    return impossible ? 0 : length;
}

} // namespace

bool isWellFormedUtf8(std::string_view text)
{
    for (;;) {
        const auto other = std::ranges::find_if_not(text, isAscii);
        text.remove_prefix(static_cast<std::size_t>(other - text.begin()));
        if (text.empty())
            return true;
        const std::size_t length = wellFormedLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
}

void appendCharacter(std::string& text, std::uint32_t character)
{
    const auto byte = [&text](std::uint32_t value) { text += static_cast<char>(value); };
    const auto further = [&](unsigned shift) { byte(0x80 | ((character >> shift) & 0x3F)); };
    if (character < 0x80) {
        byte(character);
    } else if (character < 0x800) {
        byte(0xC0 | (character >> 6));
        further(0);
    } else if (character < 0x10000) {
        byte(0xE0 | (character >> 12));
        further(6);
        further(0);
    } else {
        byte(0xF0 | (character >> 18));
        further(12);
        further(6);
        further(0);
    }
}

} // namespace twelvefold::exchange
