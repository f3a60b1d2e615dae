// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/trimmed.h"

namespace twelvefold::domain {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view noBreakSpace = "\u00A0";
    constexpr std::string_view byteOrderMark = "\uFEFF";
    constexpr std::string_view plain = " \t\r\n\v\f";
    for (bool more = true; more;) {
        const std::size_t before = text.size();
        while (!text.empty() && plain.find(text.front()) != std::string_view::npos)
            text.remove_prefix(1);
        while (!text.empty() && plain.find(text.back()) != std::string_view::npos)
            text.remove_suffix(1);
        for (const std::string_view mark : {noBreakSpace, byteOrderMark}) {
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
