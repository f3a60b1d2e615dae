// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/csv_cell.h"

#include <algorithm>

namespace twelvefold::domain {
namespace {

constexpr std::string_view kWhite[] = {" ", "\t", "\r", "\n", "\v", "\f", "\u00A0", "\uFEFF"};

// Readers take white space off the ends, of whatever kind, unless it is quoted.
bool whiteAtAnEnd(std::string_view text)
{
    return std::ranges::any_of(kWhite, [text](std::string_view white) {
        return text.starts_with(white) || text.ends_with(white);
    });
}

std::string_view withoutWhiteBefore(std::string_view text)
{
    for (;;) {
        const auto* white = std::ranges::find_if(
            kWhite, [text](std::string_view one) { return text.starts_with(one); });
        if (white == std::end(kWhite))
            return text;
        text.remove_prefix(white->size());
    }
}

} // namespace

std::string withoutFormula(std::string_view text)
{
    // The full-width signs are taken for the others where East Asian input is set up.
    constexpr std::string_view signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    const std::string_view begun = withoutWhiteBefore(text);
    const bool formula = std::ranges::any_of(
        signs, [begun](std::string_view sign) { return begun.starts_with(sign); });
    const bool number = formula && begun.size() == text.size() && text.size() > 1 &&
                        text.find_first_not_of("0123456789.", 1) == std::string_view::npos;
    return formula && !number ? "'" + std::string(text) : std::string(text);
}

std::string csvCell(std::string_view text)
{
    if (text.find_first_of(",;\t\"\r\n") == std::string_view::npos && !whiteAtAnEnd(text))
        return std::string(text);
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"')
            cell += '"';
        cell += c;
    }
    return cell + '"';
}

std::string safeCsvCell(std::string_view text)
{
    return csvCell(withoutFormula(text));
}

} // namespace twelvefold::domain
