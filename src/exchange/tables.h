// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/row_reader.h"

#include <functional>
#include <map>

// How each table's rows are typed. Every function takes the rows below the headings, and puts each
// that is not blank among the file's typed rows or its rejects.
namespace twelvefold::exchange {

struct Context
{
    const SettingTable& settings;
    std::optional<int> returnYear;
    Date today;
    const std::function<bool(const std::string&)>& isKnown;
};

// Rejects a row of a child that nobody has heard of; before anything of the row is kept.
void rejectUnknown(RowReader& row, std::string_view column, const std::string& localId,
                   const Context& context, ReadFile& file);

// Rows of a text, cut anew each time that somebody goes over them: a file of millions is never held
// as cells.
struct Rows
{
    std::string_view text;
    char separator = ',';
    std::int64_t firstLine = 1;

    void forEach(const std::function<void(const CsvRow&)>& look) const
    {
        CsvCutter cutter(text, separator, firstLine);
        for (CsvRow row; cutter.next(row);)
            look(row);
    }
};

void readHeaders(Rows rows, const Columns& columns, const Context& context, ReadFile& file);
void readEpisodes(Rows rows, const Columns& columns, const Context& context, ReadFile& file);
void readOc2(Rows rows, const Columns& columns, const Context& context, ReadFile& file);
void readFinance(Rows rows, const Columns& columns, const Context& context, ReadFile& file);

// A table that files are recognised by.
struct TableEntry
{
    FileKind kind;
    Word title;
    std::vector<std::string_view> essential; // without these columns it is not that table
    std::vector<std::string_view> further;
    // Types its rows; null for a table that is known and left aside.
    void (*read)(Rows rows, const Columns& columns, const Context& context,
                 ReadFile& file) = nullptr;
    bool furtherExpected = true;  // that one of the further columns is absent is worth a warning
    bool givesReturnYear = false; // its own dates do, where nobody said it
};
// Those that are read come before those that are not, and the fuller before the sparer.
const std::vector<TableEntry>& tableEntries();

// The return year that a table's own dates speak of: the latest that at least one in a hundred of
// them falls in, so that a slip of the pen does not carry a whole file into another year. Dates to
// come do not count.
std::optional<int> returnYearOf(Rows rows, const Columns& columns, Date today);

// What a child's episodes say of each other: overlaps, gaps, and reasons that do not fit.
void checkChains(const Columns& columns, ReadFile& file);

// Counts the rows that are not blank, rejects those that are not whole, gives the others to type(),
// and keeps the cells of those rejected.
void readRows(Rows rows, const Columns& columns, ReadFile& file,
              const std::function<void(RowReader&)>& type);

// On which line something was first seen.
class FirstSeen
{
public:
    // The line it was seen on before, or nothing the first time.
    std::optional<std::int64_t> before(const std::string& key, std::int64_t line)
    {
        const auto [entry, isNew] = m_lines.emplace(key, line);
        return isNew ? std::nullopt : std::optional(entry->second);
    }

private:
    std::map<std::string, std::int64_t> m_lines;
};

} // namespace twelvefold::exchange
