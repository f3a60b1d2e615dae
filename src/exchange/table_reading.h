// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/column_reading.h"
#include "exchange/import.h"
#include "exchange/recognise.h"

#include <map>

namespace twelvefold::exchange {

struct TableEntry;

// The readings of all columns of a table that somebody types. Pass one fills it, then it is
// decided, and pass two asks it.
class TableReading
{
public:
    TableReading() = default;
    TableReading(const TableEntry& table, const Columns& columns);

    void look(const CsvRow& row);
    std::int64_t rows() const { return m_rows; }

    // Decides how each column is read, by its own cells, then by the table's other columns, then by
    // rule, then by what a person said. Returns what nobody can decide but a person.
    std::vector<Question> decide(const Answers& answers, bool dayFirstByRule, int lastShortYear);
    // Whether a date is read month first, by its own table's evidence.
    bool isMonthFirst() const;
    // Whether dates that could be read in two ways were read day first by rule alone.
    bool isDayFirstByRuleAlone() const;

    const ColumnReading* of(std::size_t place) const;
    // A row's cells in plain text: its own where there is nothing to change, else in `room`.
    const std::vector<std::string>& plain(const CsvRow& row, std::vector<std::string>& room) const;

    void tell(ReadFile& file) const; // what is said of the columns, once each

    // The councils that a column for them names, with their rows; empty without such a column.
    const std::map<std::string, std::int64_t, SameInCapitals>& councils() const
    {
        return m_councils;
    }
    std::string councilOf(const CsvRow& row) const;
    const std::string& councilHeading() const { return m_councilHeading; }

private:
    struct Column
    {
        std::size_t place;
        std::string heading;
        ColumnReading reading;
    };
    std::optional<Question> decideTurned(const Answers& answers);
    std::optional<Question> decideDates(const Answers& answers, bool dayFirstByRule,
                                        int lastShortYear);
    std::optional<Question> decideAmounts(const Answers& answers, Column& column);
    std::int64_t inAll(Way way) const;

    std::vector<Column> m_columns;
    std::vector<std::size_t> m_byPlace; // 1 + the place among m_columns; 0: it is not read
    std::optional<std::size_t> m_council;
    std::string m_councilHeading;
    std::map<std::string, std::int64_t, SameInCapitals> m_councils;
    std::int64_t m_rows = 0;
    bool m_changesText = false;
    bool m_monthFirst = false;
    bool m_byRuleAlone = false;
};

// Whose rows of a file that holds several councils are taken.
struct CouncilChoice
{
    Councils councils;                 // of all files that come together
    std::optional<std::string> chosen; // as one of them writes it; nothing: nobody said
    bool isOthers = false;             // the only one is not the store's
    bool isAsked() const { return councils.size() > 1 || isOthers; }
};

} // namespace twelvefold::exchange
