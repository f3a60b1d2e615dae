// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/utf8.h"

namespace twelvefold::domain {
namespace {

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace

std::size_t utf8Length(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(text[at + i]))
            return 0;
    }
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const bool impossible = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                            (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return impossible ? 0 : length;
}

bool isUtf8(std::string_view text)
{
    // Most tables are plain ASCII, which is seen sooner without a question at each letter.
    unsigned char all = 0;
    for (const char c : text)
        all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
    if (all < 0x80)
        return true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8Length(text, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

void appendUtf8(std::string& text, std::uint32_t character)
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

} // namespace twelvefold::domain
