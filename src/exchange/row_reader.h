// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/csv_table.h"
#include "exchange/recognise.h"
#include "exchange/table_reading.h"

#include <span>
#include <string>
#include <string_view>

namespace twelvefold::exchange {

// One row of a recognised table while it is being typed: hands out cells by column name and notes
// what is wrong with them.
class RowReader
{
public:
    // The cells are the row's in plain text, as the reading of their columns gives them.
    RowReader(const CsvRow& row, const std::vector<std::string>& cells, const Columns& columns,
              const TableReading& reading, ReadFile& file)
        : m_row(row), m_cells(cells), m_columns(columns), m_reading(reading), m_file(file)
    {
    }

    std::int64_t row() const { return m_row.row; }
    const CsvRow& asItStands() const { return m_row; }
    bool rejected() const { return m_rejected; }
    // Where the row was rejected by a rule that has been listed often enough: see ReadFile::Reject.
    std::uint32_t unlistedReason() const { return m_unlistedReason; }

    // Trimmed; empty where there is no such column.
    std::string_view text(std::string_view column) const;
    // The same in upper case, as the return's codes are written.
    std::string code(std::string_view column) const;

    void inform(std::string_view column, const MessageKind& kind,
                std::vector<Argument> arguments = {});
    void warn(std::string_view column, const MessageKind& kind,
              std::vector<Argument> arguments = {});
    // Warns of a value that is left out.
    void leaveOut(std::string_view column, const MessageKind& kind,
                  std::vector<Argument> arguments = {});
    void reject(std::string_view column, const MessageKind& kind,
                std::vector<Argument> arguments = {});
    void reject(std::string_view column, Message message);

    // The child's identifier; a row without one is rejected.
    std::string childId(std::string_view column);

    // A date as its column is written; nothing for a blank. A date that cannot be read costs the
    // row, since what it would leave behind says something else.
    std::optional<Date> date(std::string_view column);

    // An amount as its column is written, below zero for a credit; one that cannot be read costs
    // the row.
    std::optional<Money> amount(std::string_view column);

    // A whole number, which may be written "12.0"; nothing for a blank, or with a warning for what
    // is no number or outside the range.
    std::optional<int> wholeNumber(std::string_view column, int lowest, int highest);

    // A code that should be one of those of its column (exchange/code_book.h); kept as it is with a
    // warning when it is not, or not in the return's year where that is known, or when it is blank
    // and should not be.
    enum class Blank
    {
        fine,
        doubtful
    };
    std::string knownCode(std::string_view column, Blank blank = Blank::fine, int returnYear = 0);

private:
    void note(Problem::Severity severity, Problem::Action action, std::string_view column,
              Message message);

    const ColumnReading* reading(std::string_view column) const;

    const CsvRow& m_row;
    const std::vector<std::string>& m_cells;
    const Columns& m_columns;
    const TableReading& m_reading;
    ReadFile& m_file;
    bool m_rejected = false;
    bool m_listed = false; // a reason of its rejection is among the problems
    std::uint32_t m_unlistedReason = 0;
};

// A number with a point, whatever the locale: the whole of the text.
std::optional<double> decimalFrom(std::string_view text);

std::string upperCase(std::string_view text);

// Whether a URN is shaped like one: SC and six figures, seven figures, or XXXXXXX for a home that
// somebody else than Ofsted inspects.
bool isUrn(std::string_view text);

} // namespace twelvefold::exchange
