// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>
#include <string_view>

namespace twelvefold::cli {

using nlohmann::ordered_json;

namespace {

// The library's own writer is fast but now and then a digit too long (Grisu2).
void appendNumber(std::string& text, double value)
{
    char buffer[64];
    const double size = std::fabs(value);
    const bool plain = value == 0 || (size >= 1e-4 && size < 1e16);
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value,
                                   plain ? std::chars_format::fixed : std::chars_format::scientific)
                         .ptr;
    const std::string_view written(buffer, static_cast<std::size_t>(end - buffer));
    text += written;
    if (plain && written.find('.') == std::string_view::npos)
        text += ".0";
}

// What is not UTF-8 is marked as such: it must not cost anybody the answer.
std::string dumped(const ordered_json& value)
{
    return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

void appendJson(std::string& text, const ordered_json& value, std::size_t depth)
{
    if (value.is_number_float()) {
        appendNumber(text, value.get<double>());
    } else if (!value.is_structured()) {
        text += dumped(value);
    } else if (value.empty()) {
        text += value.is_array() ? "[]" : "{}";
    } else {
        text += value.is_array() ? '[' : '{';
        const char* between = "\n";
        for (const auto& [key, inner] : value.items()) {
            text += between;
            text.append(2 * (depth + 1), ' ');
            if (value.is_object())
                text += dumped(key) + ": ";
            appendJson(text, inner, depth + 1);
            between = ",\n";
        }
        text += '\n';
        text.append(2 * depth, ' ');
        text += value.is_array() ? ']' : '}';
    }
}

} // namespace

std::string jsonText(const ordered_json& value)
{
    std::string text;
    appendJson(text, value, 0);
    return text;
}

} // namespace twelvefold::cli
