// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_table.h"

#include <algorithm>
#include <charconv>

namespace twelvefold::exchange {
namespace {

std::string_view firstLine(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        if (const auto line = text.substr(at, end - at); !trimmed(line).empty())
            return line;
        at = end + 1;
    }
    return {};
}

} // namespace

bool CsvRow::blank() const
{
    return std::ranges::all_of(cells,
                               [](const std::string& cell) { return trimmed(cell).empty(); });
}

char separatorOf(std::string_view text)
{
    std::ptrdiff_t counts[kSeparators.size()] = {};
    bool quoted = false;
    for (const char c : firstLine(text)) {
        if (c == '"')
            quoted = !quoted;
        const std::size_t which = kSeparators.find(c);
        if (!quoted && which != std::string_view::npos)
            ++counts[which];
    }
    return kSeparators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts)];
}

CsvCutter::CsvCutter(std::string_view text, char separator, std::int64_t firstLine)
    : m_text(text), m_walk(text, text, separator), m_line(firstLine)
{
}

bool CsvCutter::next(CsvRow& row)
{
    do {
        const std::size_t before = m_walk.position();
        if (!m_walk.nextRow())
            return false;
        const std::int64_t blank = lineEndsIn(m_text.substr(before, m_walk.position() - before));
        m_line += blank;
        m_row += blank + 1;
        cut(row);
        m_line += lineEndsIn(row.raw);
    } while (trimmed(row.raw).empty());
    return true;
}

void CsvCutter::cut(CsvRow& row)
{
    row = {m_row, m_line, {}, false, {}};
    while (!m_walk.rowEnded() && !row.badQuotes) {
        const std::string_view cell = m_walk.cellAsItStands();
        // Where a mark stands among letters, nobody knows what the cells were meant to be.
        row.badQuotes = m_walk.badQuotes() || (!m_walk.quoted() && textOfFormula(cell).find('"') !=
                                                                       std::string_view::npos);
        row.cells.emplace_back(cell);
    }
    row.raw = row.badQuotes ? m_walk.passLine() : m_walk.row();
    if (row.badQuotes)
        row.cells = {std::string(trimmed(row.raw))};
}

std::vector<CsvRow> parseCsv(std::string_view text, char separator)
{
    std::vector<CsvRow> rows;
    CsvCutter cutter(text, separator);
    for (CsvRow row; cutter.next(row);)
        rows.push_back(std::move(row));
    return rows;
}

std::string_view textOfFormula(std::string_view cell)
{
    return cell.size() >= 3 && cell.starts_with("=\"") && cell.ends_with('"')
               ? cell.substr(2, cell.size() - 3)
               : cell;
}

std::string shown(std::string_view cell)
{
    constexpr std::size_t longest = 60;
    if (cell.size() <= longest)
        return std::string(cell);
    std::size_t cut = longest; // never in the middle of a character
    while (cut > 0 && (static_cast<unsigned char>(cell[cut]) & 0xC0U) == 0x80U)
        --cut;
    return std::string(cell.substr(0, cut)) + "…";
}

int yearOr(int otherwise, std::string_view text)
{
    int year = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), year);
    return year;
}

} // namespace twelvefold::exchange
