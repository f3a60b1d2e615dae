// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/row_source.h"

#include <utility>

namespace twelvefold::exchange {

TextRows::TextRows(std::shared_ptr<const std::string> text, char separator, std::size_t from,
                   std::int64_t firstLine)
    : m_text(std::move(text)), m_separator(separator), m_from(from), m_firstLine(firstLine)
{
}

void TextRows::forEach(const std::function<bool(const CsvRow&)>& look) const
{
    CsvCutter cutter(std::string_view(*m_text).substr(m_from), m_separator, m_firstLine);
    for (CsvRow row; cutter.next(row) && look(row);) {
    }
}

std::vector<std::string> TextRows::cellsOf(std::string_view raw) const
{
    CsvRow row;
    CsvCutter(raw, m_separator).next(row);
    return row.cells;
}

} // namespace twelvefold::exchange
