// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/csv_table.h"
#include "exchange/recognise.h"

#include <functional>
#include <string>
#include <vector>

namespace twelvefold::exchange {

// What a report writer puts around and between the rows of a table: titles, a run date, page
// numbers, the headings again on each page, totals and a count of rows at the end.
class Furniture
{
public:
    enum class What
    {
        nothing, // a row of the table
        line,
        headingsAgain,
        ofTheForm,    // its questions, its example
        choices,      // which its fields have: not the form, but the help beside it
        otherHeadings // of another table, or in another order: the file is two in one
    };

    // What a table's own form puts among its rows.
    using OwnRows = std::function<What(const CsvRow&)>;

    Furniture() = default;
    // The lines are those above the headings.
    Furniture(const Columns& columns, const std::vector<std::string>& headings,
              std::vector<std::string> linesAbove, OwnRows ownRows);
    What what(const CsvRow& row) const;

private:
    bool isHeadings(const CsvRow& row) const;
    bool mayBeHeading(std::string_view cell, std::size_t place) const;

    std::size_t m_columns = 0;
    std::vector<std::string> m_names; // tidied headings
    std::vector<std::string> m_linesAbove;
    OwnRows m_ownRows; // nothing: it has none
};

} // namespace twelvefold::exchange
