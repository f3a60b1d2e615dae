// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/trimmed.h"

#include <array>

namespace twelvefold::domain {

std::string_view trimmed(std::string_view text)
{
    // A no-break space, a byte order mark, and what nobody sees that comes along when text is
    // copied.
    constexpr std::array<std::string_view, 8> marks{"\u00A0", "\uFEFF", "\u200B", "\u200E",
                                                    "\u200F", "\u202A", "\u202C", "\u2060"};
    constexpr std::string_view plain = " \t\r\n\v\f";
    const auto isPlainLetter = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    for (bool more = true; more;) {
        const std::size_t before = text.size();
        while (!text.empty() && plain.find(text.front()) != std::string_view::npos)
            text.remove_prefix(1);
        while (!text.empty() && plain.find(text.back()) != std::string_view::npos)
            text.remove_suffix(1);
        if (text.empty() || (isPlainLetter(text.front()) && isPlainLetter(text.back())))
            break;
        for (const std::string_view mark : marks) {
            if (text.starts_with(mark))
                text.remove_prefix(mark.size());
            if (text.ends_with(mark))
                text.remove_suffix(mark.size());
        }
        more = text.size() != before;
    }
    return text;
}

} // namespace twelvefold::domain
