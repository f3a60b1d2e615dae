// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile_row.h"

#include "exchange/profile_words.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

// Identifiers of several children in one cell: "101; 102", "101 and 102".
std::vector<std::string> apart(std::string_view cell)
{
    std::string text(cell);
    for (const std::string_view between : {" and ", " AND ", "&", "/", ",", "\n", "\r", "+"}) {
        for (auto at = text.find(between); at != std::string::npos; at = text.find(between, at))
            text.replace(at, between.size(), ";");
    }
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find(';', from), text.size());
        const std::string_view part = trimmed(std::string_view(text).substr(from, to - from));
        if (!part.empty() && std::ranges::find(parts, part) == parts.end())
            parts.emplace_back(part);
        from = to + 1;
    }
    return parts;
}

} // namespace

std::string ProfileRow::said(std::string_view token) const
{
    const ProfileField* field = m_profile.field(token);
    if (field == nullptr)
        return {};
    const std::string_view cell = m_row.text(findProfileField(token)->column);
    if (cell.empty())
        return field->value;
    const auto known = std::ranges::find_if(field->words, [cell](const auto& word) {
        return tidiedHeading(word.first) == tidiedHeading(cell);
    });
    if (known != field->words.end())
        return known->second;
    const std::string usual = usualMeaning(token, cell);
    return usual.empty() ? std::string(cell) : usual;
}

std::optional<Date> ProfileRow::day(std::string_view token) const
{
    const ProfileField* field = m_profile.field(token);
    if (field == nullptr)
        return std::nullopt;
    const std::string_view column = findProfileField(token)->column;
    return m_row.text(column).empty() ? Date::fromIso(field->value) : m_row.date(column);
}

std::vector<std::string> ProfileRow::children() const
{
    constexpr std::string_view column = "CHILD_ID";
    if (m_profile.severalChildren) {
        std::vector<std::string> several = apart(m_row.text(column));
        if (several.size() > 1)
            return several;
    }
    std::string id = m_row.childId(column);
    return m_row.rejected() ? std::vector<std::string>() : std::vector{std::move(id)};
}

} // namespace twelvefold::exchange
