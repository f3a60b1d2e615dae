// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/furniture.h"
#include "exchange/row_checks.h"
#include "exchange/row_reader.h"
#include "exchange/row_source.h"
#include "exchange/table_reading.h"

#include <functional>
#include <span>

// How each table's rows are typed. Every function takes the rows below the headings, and puts each
// that is not blank among the file's typed rows or its rejects.
namespace twelvefold::exchange {

class ProfileTable;

struct Context
{
    const SettingTable& settings;
    std::optional<int> returnYear;
    bool yearIsSaid = false; // by a person, so that what a row says of its year does not count
    int yearShift = 0;       // 1 where the column YEAR means the year in which the return starts
    Date today;
    const ReadOptions& options;
    std::optional<Date> snapshotOn{};      // of a list: the day on which it was so
    const ProfileTable* profile = nullptr; // by which the table is read; null: it is one of ours
    std::optional<Date> upTo = {};         // which day amounts of the year to date reach
};

// The rows of a table, below its headings and without what is no row of it.
class Rows
{
public:
    Rows(const RowSource& source, std::int64_t headingRow, const Furniture& furniture,
         const TableReading& reading, const CouncilChoice& council)
        : m_source(source), m_headingRow(headingRow), m_furniture(furniture), m_reading(reading),
          m_council(council)
    {
    }

    void forEach(const std::function<void(const CsvRow&)>& look) const;
    const TableReading& reading() const { return m_reading; }
    const CouncilChoice& council() const { return m_council; }

private:
    const RowSource& m_source;
    std::int64_t m_headingRow;
    const Furniture& m_furniture;
    const TableReading& m_reading;
    const CouncilChoice& m_council;
};

// The child that a row is about, who may be known by another writing of the identifier. A row of a
// child that nobody has heard of is rejected; before anything of the row is kept. Where it is known
// what is paid for the child a week, that is summed too.
void findChild(RowReader& row, std::string_view column, std::string& localId,
               std::optional<Date> born, const Context& context, ReadFile& file,
               std::optional<Money> weekly = {});

// Says once a file what became of rows whose child was found otherwise or not.
void tellOfChildren(ReadFile& file);

void readHeaders(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file);
void readEpisodes(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file);
void readOc2(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file);
void readLeavers(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file);
void readEvents(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file);
// What of a header several tables have. A birth to come rejects the row.
Sex sexFrom(RowReader& row, const Columns& columns);
std::optional<Date> birthFrom(RowReader& row, const Context& context);

// Warns of an end before the start, and leaves it out.
void leaveOutEarlyEnd(RowReader& row, std::string_view column, CareEvent& event);

void readFinance(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file);

struct ColumnEntry
{
    std::string_view name;
    ColumnType type = ColumnType::text;
};

// A table that files are recognised by.
struct TableEntry
{
    FileKind kind;
    Word title;
    std::vector<ColumnEntry> essential; // without these columns it is not that table
    std::vector<ColumnEntry> further;
    std::vector<ColumnEntry> welcome = {}; // read where they are there, and never missed
    // Types its rows.
    void (*read)(const Rows& rows, const Columns& columns, const Context& context,
                 ReadFile& file) = nullptr;
    // What its own form puts among the rows; null: it is no form.
    Furniture::OwnRows (*ownRows)(const Columns& columns) = nullptr;
    // Columns of days that lie in the return's year.
    std::vector<std::string_view> daysOfYear = {};
    bool furtherExpected = true; // that one of the further columns is absent is worth a warning
    bool dayFirstByRule = true;  // the return's dates are, unless its cells say otherwise
};
// The fuller before the sparer.
const std::vector<TableEntry>& tableEntries();
// The table of the national data standard for placements, made from its fields.
TableEntry placementStandardTable();
// What is left of a header that somebody trimmed: looked for only where nothing fuller fits.
const TableEntry& trimmedHeader();

// What a table's own dates say of its year.
struct YearsFound
{
    // The latest return year that at least one in a hundred of the dates falls in, so that a slip
    // of the pen does not carry a whole file into another year. Dates to come do not count.
    std::optional<int> latest;
    // Of the dates in rows that say their year, how many there are, and how many lie after the 31
    // March of it and of the next.
    std::int64_t withYear = 0, afterIt = 0, afterTheNext = 0;
    int firstYear = 0;
    // In a return no date lies after its end: where many do, the year is that of its start.
    bool yearMeansStart() const { return afterIt * 5 >= withYear && afterIt > afterTheNext * 10; }
};
YearsFound yearsIn(const Rows& rows, const Columns& columns, std::span<const std::string_view> days,
                   Date today);

// What a child's episodes say of each other: overlaps, gaps, and reasons that do not fit.
void checkChains(const Columns& columns, ReadFile& file);

// Counts the rows that are not blank, rejects those that are not whole, gives the others to type(),
// and keeps the cells of those rejected.
void readRows(const Rows& rows, const Columns& columns, ReadFile& file,
              const std::function<void(RowReader&)>& type);

} // namespace twelvefold::exchange
