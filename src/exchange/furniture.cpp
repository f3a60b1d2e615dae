// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/furniture.h"

#include "exchange/profile.h"
#include "exchange/row_reader.h"
#include "exchange/tables.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

bool isOnlyOf(std::string_view text, std::string_view letters)
{
    return text.find_first_not_of(letters) == std::string_view::npos;
}

bool isTotal(std::string_view cell)
{
    std::string word = upperCase(cell);
    while (!word.empty() && (word.back() == ':' || word.back() == ' '))
        word.pop_back();
    for (const std::string_view total : {"TOTAL", "TOTALS", "GRAND TOTAL", "SUBTOTAL", "SUB TOTAL",
                                         "SUB-TOTAL", "OVERALL TOTAL"}) {
        if (word == total)
            return true;
    }
    return false;
}

// "Page 2 of 2", "(15 rows affected)", "15 rows", "Total rows: 15"
bool isCountOrPage(std::string_view cell)
{
    std::string words = upperCase(cell);
    std::erase_if(words, [](char c) { return c >= '0' && c <= '9'; });
    std::erase_if(words, [](char c) {
        return std::string_view(" ().:=,").find(c) != std::string_view::npos;
    });
    for (const std::string_view known :
         {"PAGE", "PAGEOF", "ROWS", "ROW", "ROWSAFFECTED", "ROWAFFECTED", "ROWSRETURNED",
          "ROWSSELECTED", "ROWCOUNT", "TOTALROWS", "RECORDS", "RECORDCOUNT", "TOTALRECORDS",
          "NUMBEROFROWS", "NUMBEROFRECORDS", "ENDOFREPORT", "ENDOFFILE"}) {
        if (words == known)
            return cell.size() > known.size() || words.starts_with("END");
    }
    return false;
}

// More than one word: no identifier, code or date, but something for a reader.
bool isSentence(std::string_view cell)
{
    const auto blank = cell.find(' ');
    const auto letters = std::ranges::count_if(
        cell, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
    return blank != std::string_view::npos && letters >= 4;
}

// Most rows begin with figures, and none of what is looked for does.
bool beginsWithOneOf(std::string_view text, std::string_view letters)
{
    return letters.find(text.front()) != std::string_view::npos;
}

} // namespace

Furniture::Furniture(const Columns& columns, const std::vector<std::string>& headings,
                     std::vector<std::string> linesAbove, OwnRows ownRows)
    : m_columns(columns.count()), m_linesAbove(std::move(linesAbove)), m_ownRows(std::move(ownRows))
{
    for (const std::string& heading : headings)
        m_names.push_back(tidiedHeading(heading));
    while (!m_names.empty() && m_names.back().empty())
        m_names.pop_back();
}

// Every cell says what stands above it.
bool Furniture::isHeadings(const CsvRow& row) const
{
    for (std::size_t i = 0; i < std::max(row.cells.size(), m_names.size()); ++i) {
        const std::string cell = i < row.cells.size() ? tidiedHeading(row.cells[i]) : std::string();
        if (cell != (i < m_names.size() ? m_names[i] : std::string()))
            return false;
    }
    return true;
}

// Whether the first filled cell of a row says what stands above it, or what a table begins with.
bool Furniture::mayBeHeading(std::string_view cell, std::size_t place) const
{
    const std::string_view above = place < m_names.size() ? m_names[place] : std::string_view();
    const auto capital = [](char c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : +c; };
    const int first = capital(cell.front());
    if (first != 'C' && (above.empty() || first != above.front()))
        return false;
    const std::string name = tidiedHeading(cell);
    return name == "CHILD" || name == "CHILD_ID" || name == above;
}

Furniture::What Furniture::what(const CsvRow& row) const
{
    if (row.badQuotes)
        return What::nothing;
    if (m_ownRows) {
        if (const What own = m_ownRows(row); own != What::nothing)
            return own;
    }
    std::size_t filled = 0, firstPlace = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!trimmed(row.cells[i]).empty() && filled++ == 0)
            firstPlace = i;
    }
    if (filled == 0)
        return What::nothing;
    const std::string_view first = trimmed(row.cells[firstPlace]);
    if (filled == 1 && m_columns > 2) {
        if (isCountOrPage(first) || (firstPlace == 0 && isSentence(first)) ||
            (first.size() > 2 && isOnlyOf(first, "-=_*")))
            return What::line;
    }
    if (beginsWithOneOf(first, "TtGgSsOo") && isTotal(first) && filled * 2 <= m_columns + 1)
        return What::line;
    // The line that some programs draw below headings.
    if (first.size() > 1 && isOnlyOf(first, "-=_") &&
        std::ranges::all_of(row.cells,
                            [](const std::string& cell) { return isOnlyOf(trimmed(cell), "-=_"); }))
        return What::line;
    if (mayBeHeading(first, firstPlace)) {
        if (isHeadings(row))
            return What::headingsAgain;
        if (recognise(Columns(row.cells), row.cells, ProfileShelf::none()).table != nullptr)
            return What::otherHeadings;
    }
    if (!m_linesAbove.empty() && !row.raw.empty() &&
        std::ranges::find(m_linesAbove, trimmed(row.raw)) != m_linesAbove.end())
        return What::line;
    return What::nothing;
}

} // namespace twelvefold::exchange
