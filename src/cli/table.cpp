// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table.h"

#include "cli/output.h"
#include "exchange/csv_table.h"

namespace twelvefold::cli {

Table Table::parsed(std::string_view text)
{
    Table table;
    for (exchange::CsvRow& row : exchange::parseCsv(text, exchange::separatorOf(text))) {
        if (row.blank())
            continue;
        if (row.badQuotes)
            throw Failure("Line " + std::to_string(row.line) +
                          ": a quotation mark is out of place or never closed.");
        for (std::string& cell : row.cells)
            cell = std::string(exchange::trimmed(cell));
        if (table.headings.empty()) {
            table.headings = std::move(row.cells);
            continue;
        }
        if (row.cells.size() != table.headings.size())
            throw Failure("Line " + std::to_string(row.line) + " has " +
                          std::to_string(row.cells.size()) + " cells where the headings have " +
                          std::to_string(table.headings.size()) + ".");
        table.rows.push_back(std::move(row.cells));
    }
    return table;
}

} // namespace twelvefold::cli
