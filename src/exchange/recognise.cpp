// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recognise.h"

#include "exchange/csv_table.h"
#include "exchange/tables.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kUnknownHeadings{
    "file-not-recognised",
    TWELVEFOLD_TEXT(
        "Message", "The headings are not those of a table that can be brought in. They begin: %1")};
constexpr MessageKind kLacksColumn{
    "file-lacks-column",
    TWELVEFOLD_TEXT("Message", "This looks like “%1”, but it has no column %2.")};
constexpr MessageKind kRepeatedColumn{
    "file-repeats-column",
    TWELVEFOLD_TEXT("Message", "The heading %1 stands twice: which column is meant is not clear.")};

std::string tidied(std::string_view heading)
{
    std::string name;
    for (const char c : trimmed(heading)) {
        if (c >= 'a' && c <= 'z')
            name += static_cast<char>(c - 'a' + 'A');
        else
            name += c == ' ' || c == '-' ? '_' : c;
    }
    return name;
}

std::vector<std::string_view> absentOf(const std::vector<std::string_view>& wanted,
                                       const Columns& columns)
{
    std::vector<std::string_view> absent;
    std::ranges::copy_if(wanted, std::back_inserter(absent),
                         [&](std::string_view name) { return !columns.has(name); });
    return absent;
}

// How a file was probably meant: more than half of the columns of a table that is read are there.
std::optional<Message> nearMiss(const Columns& columns)
{
    for (const TableEntry& table : tableEntries()) {
        const std::size_t all = table.essential.size() + table.further.size();
        const auto essential = absentOf(table.essential, columns);
        const auto further = absentOf(table.further, columns);
        if (table.read != nullptr && (essential.size() + further.size()) * 2 < all)
            return Message{kLacksColumn, {table.title, std::string(essential.front())}};
    }
    return std::nullopt;
}

Message unknownHeadings(const std::vector<std::string>& headings)
{
    constexpr std::size_t most = 5;
    std::string beginning;
    for (std::size_t i = 0; i < std::min(most, headings.size()); ++i)
        beginning += (i > 0 ? ", " : "") + shown(trimmed(headings[i]));
    return {kUnknownHeadings, {beginning + (headings.size() > most ? ", …" : "")}};
}

} // namespace

Columns::Columns(const std::vector<std::string>& headings)
{
    for (const std::string& heading : headings) {
        m_names.push_back(tidied(heading));
        m_headings.emplace_back(trimmed(heading));
    }
    while (!m_names.empty() && m_names.back().empty())
        m_names.pop_back();
}

std::optional<std::size_t> Columns::find(std::string_view name) const
{
    const auto found = std::ranges::find(m_names, name);
    if (found == m_names.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_names.begin());
}

std::string Columns::heading(std::string_view name) const
{
    const auto at = find(name);
    return at ? m_headings[*at] : std::string(name);
}

bool Columns::repeats(std::string_view name) const
{
    return std::ranges::count(m_names, name) > 1;
}

Recognition recognise(const Columns& columns, const std::vector<std::string>& headings)
{
    Recognition result;
    for (const TableEntry& table : tableEntries()) {
        if (!absentOf(table.essential, columns).empty())
            continue;
        for (const auto* names : {&table.essential, &table.further}) {
            for (const std::string_view name : *names) {
                if (columns.repeats(name)) {
                    result.refusal = Message{kRepeatedColumn, {columns.heading(name)}};
                    return result;
                }
            }
        }
        result.kind = table.kind;
        result.absent = absentOf(table.further, columns);
        result.table = &table;
        return result;
    }
    const auto miss = nearMiss(columns);
    result.refusal = miss ? *miss : unknownHeadings(headings);
    return result;
}

} // namespace twelvefold::exchange
