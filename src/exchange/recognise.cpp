// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recognise.h"

#include "exchange/annex_a.h"
#include "exchange/csv_table.h"
#include "exchange/profile_table.h"
#include "exchange/row_reader.h"
#include "exchange/tables.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kUnknownHeadings{
    "file-not-recognised",
    TWELVEFOLD_TEXT(
        "Message",
        "The headings are not those of a table that can be brought in. They begin: %1. If its rows "
        "say what is paid for children, or how they do, a profile can say which column is what.")};
constexpr MessageKind kNotOfProfile{
    "file-not-of-profile",
    TWELVEFOLD_TEXT("Message", "The profile “%1” wants a column “%2”, and there is none. The "
                               "headings are: %3.")};
constexpr MessageKind kLacksColumn{
    "file-lacks-column",
    TWELVEFOLD_TEXT("Message", "This looks like “%1”, but it has no column %2.")};
constexpr MessageKind kRepeatedColumn{
    "file-repeats-column",
    TWELVEFOLD_TEXT("Message", "The heading %1 stands twice: which column is meant is not clear.")};

// The blanks that stand at the beginning of a text, be they of one byte or three; 0: none do.
std::size_t blankAt(std::string_view text)
{
    if (std::string_view(" \t\r\n\v\f").find(text.front()) != std::string_view::npos)
        return 1;
    for (const std::string_view wide :
         {"\u00A0", "\u2007", "\u2009", "\u202F", "\u200B", "\uFEFF"}) {
        if (text.starts_with(wide))
            return wide.size();
    }
    return 0;
}

// A heading for people: on one line.
std::string shownHeading(std::string_view heading)
{
    std::string text;
    for (heading = trimmed(heading); !heading.empty();) {
        const std::size_t blank = blankAt(heading);
        if (blank == 0)
            text += heading.front();
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
        heading.remove_prefix(std::max<std::size_t>(blank, 1));
    }
    return text;
}

std::vector<std::string_view> absentOf(const std::vector<ColumnEntry>& wanted,
                                       const Columns& columns)
{
    std::vector<std::string_view> absent;
    for (const ColumnEntry& entry : wanted) {
        if (!columns.has(entry.name))
            absent.push_back(entry.name);
    }
    return absent;
}

// How a file was probably meant: more than half of the columns of a table are there.
const TableEntry* nearly(const Columns& columns)
{
    const auto found = std::ranges::find_if(tableEntries(), [&](const TableEntry& table) {
        const std::size_t all = table.essential.size() + table.further.size();
        const auto absent =
            absentOf(table.essential, columns).size() + absentOf(table.further, columns).size();
        return absent * 2 < all;
    });
    return found == tableEntries().end() ? nullptr : &*found;
}

// What may be somebody's data instead of a heading is not repeated.
std::string asHeading(std::string_view cell)
{
    constexpr std::size_t longest = 40;
    const bool figures = std::ranges::any_of(cell, [](char c) { return c >= '0' && c <= '9'; });
    return figures || cell.size() > longest ? "…" : shown(cell);
}

std::string listedHeadings(const std::vector<std::string>& headings)
{
    constexpr std::size_t most = 12;
    std::string list;
    std::size_t listed = 0;
    for (const std::string& heading : headings) {
        if (trimmed(heading).empty())
            continue;
        if (listed++ == most)
            return list + ", …";
        list += (list.empty() ? "" : ", ") + asHeading(trimmed(heading));
    }
    return list;
}

Message unknownHeadings(const std::vector<std::string>& headings)
{
    return {kUnknownHeadings, {listedHeadings(headings)}};
}

// Most of its columns are a header's: a list of something else that names children and their birth
// is not taken for one.
bool isTrimmedHeader(const Columns& columns)
{
    const TableEntry& header = trimmedHeader();
    if (!absentOf(header.essential, columns).empty())
        return false;
    const std::size_t all = header.essential.size() + header.further.size();
    const std::size_t own = all - absentOf(header.further, columns).size();
    return own * 2 >= columns.named();
}

std::optional<Message> repeatedColumn(const TableEntry& table, const Columns& columns)
{
    for (const auto* entries : {&table.essential, &table.further}) {
        for (const ColumnEntry& entry : *entries) {
            if (columns.repeats(entry.name))
                return Message{kRepeatedColumn, {columns.heading(entry.name)}};
        }
    }
    return std::nullopt;
}

Recognition as(const TableEntry& table, const Columns& columns)
{
    Recognition result;
    result.refusal = repeatedColumn(table, columns);
    if (result.refusal) {
        result.nearly = &table;
        return result;
    }
    result.kind = table.kind;
    result.absent = absentOf(table.further, columns);
    result.table = &table;
    return result;
}

Recognition as(std::shared_ptr<const ProfileTable> profile, const Columns& columns)
{
    Recognition result;
    result.table = &profile->entry();
    if (const std::string twice = profile->repeated(columns); !twice.empty()) {
        result.refusal = Message{kRepeatedColumn, {twice}};
        result.nearly = std::exchange(result.table, nullptr);
    } else {
        result.kind = result.table->kind;
        result.absent = profile->absent(columns);
    }
    result.profile = std::move(profile);
    return result;
}

std::shared_ptr<const ProfileTable> fittingProfile(const ProfileShelf& profiles,
                                                   const Columns& columns, const TableEntry* known)
{
    if (const ProfileTable* asked = profiles.asked())
        return asked->lacks(columns).empty() &&
                       (known == nullptr || asked->fits(columns) > known->essential.size())
                   ? profiles.askedTable()
                   : nullptr;
    std::size_t most = known == nullptr ? 0 : known->essential.size();
    std::shared_ptr<const ProfileTable> found;
    for (const auto& table : profiles.tables()) {
        if (const std::size_t speaking = table->fits(columns); speaking > most) {
            found = table;
            most = speaking;
        }
    }
    return found;
}

} // namespace

std::string tidiedHeading(std::string_view heading)
{
    std::string name;
    for (const char c : shownHeading(heading)) {
        const bool between = c == ' ' || c == '-' || c == '_';
        if (!between)
            name += c;
        else if (!name.ends_with('_'))
            name += '_';
    }
    return upperCase(name);
}

Columns::Columns(const std::vector<std::string>& headings)
{
    for (const std::string& heading : headings) {
        m_names.push_back(tidiedHeading(heading));
        m_headings.push_back(shownHeading(heading));
        const std::string_view plain = trimmed(heading);
        m_hasOddBlanks = m_hasOddBlanks || plain.find_first_of("\r\n") != std::string_view::npos ||
                         plain.find("\u00A0") != std::string_view::npos;
    }
    while (!m_names.empty() && m_names.back().empty())
        m_names.pop_back();
}

Columns::Columns(const std::vector<std::string>& headings,
                 const std::vector<std::string_view>& names)
    : Columns(headings)
{
    for (std::size_t i = 0; i < std::min(names.size(), m_names.size()); ++i) {
        if (!names[i].empty())
            m_names[i] = names[i];
    }
}

std::optional<std::size_t> Columns::find(std::string_view name) const
{
    for (const auto& [called, place] : m_called) {
        if (called == name)
            return place;
    }
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

void Columns::call(std::string_view name, std::optional<std::size_t> place)
{
    const auto known = std::ranges::find(
        m_called, name, [](const auto& one) { return std::string_view(one.first); });
    if (known != m_called.end())
        known->second = place;
    else
        m_called.emplace_back(name, place);
}

std::size_t Columns::named() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_names, [](const std::string& name) { return !name.empty(); }));
}

Recognition recognise(const Columns& columns, const std::vector<std::string>& headings,
                      const ProfileShelf& profiles)
{
    const auto table = std::ranges::find_if(tableEntries(), [&](const TableEntry& entry) {
        return absentOf(entry.essential, columns).empty();
    });
    const TableEntry* known = table == tableEntries().end() ? nullptr : &*table;
    auto list =
        known == nullptr && profiles.asked() == nullptr ? annexList(headings) : std::nullopt;
    if (list) {
        Recognition result = as(*list->table, list->columns);
        result.columns = std::move(list->columns);
        return result;
    }
    // A profile that more headings speak for is nearer to what the file is.
    if (auto fitting = fittingProfile(profiles, columns, known))
        return as(std::move(fitting), columns);
    if (known != nullptr)
        return as(*known, columns);
    if (const ProfileTable* asked = profiles.asked())
        return {FileKind::unrecognised,
                Message{kNotOfProfile,
                        {asked->profile().name, asked->lacks(columns), listedHeadings(headings)}},
                {},
                nullptr,
                nullptr,
                nullptr};
    if (const TableEntry* near = nearly(columns)) {
        const std::string absent(absentOf(near->essential, columns).front());
        return {FileKind::unrecognised,
                Message{kLacksColumn, {near->title, absent}},
                {},
                nullptr,
                near,
                nullptr};
    }
    if (isTrimmedHeader(columns))
        return as(trimmedHeader(), columns);
    return {FileKind::unrecognised, unknownHeadings(headings), {}, nullptr, nullptr, nullptr};
}

} // namespace twelvefold::exchange
