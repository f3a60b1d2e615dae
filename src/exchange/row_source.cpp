// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/row_source.h"

#include <algorithm>
#include <utility>

namespace twelvefold::exchange {

TextRows::TextRows(std::shared_ptr<const std::string> text, char separator, std::size_t from,
                   std::int64_t firstLine)
    : m_text(std::move(text)), m_separator(separator), m_from(from), m_firstLine(firstLine)
{
}

RowSource::Gone TextRows::forEach(const std::function<bool(const CsvRow&)>& look) const
{
    CsvCutter cutter(std::string_view(*m_text).substr(m_from), m_separator, m_firstLine);
    for (CsvRow row; cutter.next(row) && look(row);) {
    }
    return {};
}

std::vector<std::string> TextRows::cellsOf(std::string_view raw) const
{
    CsvRow row;
    CsvCutter(raw, m_separator).next(row);
    return row.cells;
}

RowSource::Gone SheetSource::forEach(const std::function<bool(const CsvRow&)>& look) const
{
    auto rows = m_book.rows(m_sheet);
    if (!rows)
        return {rows.failure()};
    CsvRow row;
    std::size_t width = 0; // a sheet ends its rows behind the last cell with something in it
    for (SheetRow own; rows->next(own);) {
        row.row = row.line = own.number;
        row.hidden = own.hidden;
        row.cells = own.cells;
        width = std::max(width, row.cells.size());
        row.cells.resize(width);
        if (!look(row))
            return {};
    }
    return {rows->fault(), rows->warnings()};
}

} // namespace twelvefold::exchange
