// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/look_through.h"

#include "exchange/profile_table.h"
#include "exchange/tables.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kHeadingsBelow{
    "file-headings-below",
    TWELVEFOLD_TEXT("Message", "The headings stand on line %1: what is above them was passed over, "
                               "such as “%2”.")};
constexpr MessageKind kHeadingsAgain{
    "file-headings-again",
    TWELVEFOLD_TEXT("Message", "The headings stand again among the rows, the first time in row %2, "
                               "%1 times: those rows were passed over."),
    TWELVEFOLD_TEXT(
        "Message",
        "The headings stand again among the rows, in row %2: that row was passed over.")};
constexpr MessageKind kLinesPassedOver{
    "file-lines-passed-over",
    TWELVEFOLD_TEXT("Message",
                    "%1 lines among and below the rows are no rows of the table, such as "
                    "“%2” in row %3: they were passed over."),
    TWELVEFOLD_TEXT("Message",
                    "A line is no row of the table, “%2” in row %3: it was passed over.")};
constexpr MessageKind kFormRows{
    "file-form-rows",
    TWELVEFOLD_TEXT("Message", "%1 rows are the form's own, its questions and its example, the "
                               "first of them row %2: they were passed over."),
    TWELVEFOLD_TEXT("Message", "Row %2 is the form's own, its questions or its example: it was "
                               "passed over.")};
constexpr MessageKind kChoicesOnly{
    "file-form-choices",
    TWELVEFOLD_TEXT("Message", "This lists which answers a form has, and holds no rows: bring in "
                               "the sheet that was filled in.")};
constexpr MessageKind kTwoTables{
    "file-two-tables",
    TWELVEFOLD_TEXT("Message",
                    "Headings stand on line %1 and others, or the same in another order, "
                    "on line %2: divide the file there and bring in both parts.")};
constexpr MessageKind kOddHeadings{
    "file-headings-odd",
    TWELVEFOLD_TEXT("Message",
                    "Some headings have line breaks or no-break spaces in them, and were "
                    "read as if they had plain ones.")};
constexpr MessageKind kMissBelow{
    "file-lacks-column-below",
    TWELVEFOLD_TEXT("Message", "The headings seem to stand on line %1. %2")};
constexpr MessageKind kHiddenRows{
    "file-hidden-rows",
    TWELVEFOLD_TEXT("Message", "%1 rows are hidden in the sheet. They were read like the others."),
    TWELVEFOLD_TEXT("Message", "A row is hidden in the sheet. It was read like the others.")};

constexpr int kHighestPile = 60; // rows above the headings

// A row as a line of text.
std::string asOneLine(const CsvRow& row)
{
    if (!row.raw.empty())
        return std::string(trimmed(row.raw));
    std::string line;
    for (const std::string& cell : row.cells) {
        if (!trimmed(cell).empty())
            line.append(line.empty() ? "" : " ").append(trimmed(cell));
    }
    return line;
}

// Goes over the rows below the headings, and says once what is no row of the table.
void lookBelow(OpenFile& file, std::int64_t headingLine)
{
    std::int64_t again = 0, firstAgain = 0, lines = 0, firstLine = 0;
    std::string firstWords;
    std::int64_t hidden = 0, formRows = 0, firstFormRow = 0;
    const RowSource::Gone gone = file.source->forEach([&](const CsvRow& row) {
        if (row.row <= file.headingRow || row.blank())
            return true;
        hidden += row.hidden ? 1 : 0;
        switch (file.furniture.what(row)) {
        case Furniture::What::nothing:
            file.reading.look(row);
            return true;
        case Furniture::What::headingsAgain:
            firstAgain = again++ == 0 ? row.row : firstAgain;
            return true;
        case Furniture::What::ofTheForm:
            firstFormRow = formRows++ == 0 ? row.row : firstFormRow;
            return true;
        case Furniture::What::choices:
            file.refusal = Message{kChoicesOnly, {}};
            return false;
        case Furniture::What::line:
            if (lines++ == 0) {
                firstLine = row.row;
                firstWords = shown(trimmed(*std::ranges::find_if(
                    row.cells, [](const std::string& cell) { return !trimmed(cell).empty(); })));
            }
            return true;
        case Furniture::What::otherHeadings:
            file.refusal = Message{kTwoTables, {headingLine, row.line}};
            return false;
        }
        return true;
    });
    using enum Problem::Severity;
    if (gone.fault)
        file.refusal = gone.fault;
    for (const Message& warning : gone.warnings)
        file.note(Problem::Severity::warning, warning);
    if (hidden > 0)
        file.note(information, {kHiddenRows, {hidden}});
    if (formRows > 0)
        file.note(information, {kFormRows, {formRows, firstFormRow}});
    if (again > 0)
        file.note(information, {kHeadingsAgain, {again, firstAgain}});
    if (lines > 0)
        file.note(information, {kLinesPassedOver, {lines, firstWords, firstLine}});
}

} // namespace

Headings headingsIn(const RowSource& source, const ProfileShelf& profiles)
{
    std::optional<Headings> found, near, first;
    std::vector<std::string> above;
    int looked = 0;
    source.forEach([&](const CsvRow& row) {
        if (row.blank())
            return true;
        Headings here{row, recognise(Columns(row.cells), row.cells, profiles), above};
        if (row.badQuotes) // what stands in which cell, nobody knows from here on
            here.recognition.refusal =
                recognise(Columns(), {std::string(row.raw.substr(0, 200))}, ProfileShelf::none())
                    .refusal;
        if (!first)
            first = here;
        if (row.badQuotes)
            return false;
        if (here.recognition.table != nullptr ||
            (here.recognition.refusal &&
             here.recognition.refusal->kind.code == "file-repeats-column"))
            found = std::move(here);
        else if (here.recognition.nearly != nullptr && !near)
            near = std::move(here);
        above.push_back(asOneLine(row));
        return !found && ++looked < kHighestPile;
    });
    if (found)
        return *std::move(found);
    if (near)
        return *std::move(near);
    return first ? *std::move(first) : Headings();
}

void lookThrough(std::shared_ptr<const RowSource> source, OpenFile& file)
{
    Headings found = headingsIn(*source, file.profiles);
    file.source = std::move(source);
    file.headings = std::move(found.row.cells);
    file.headingRow = found.row.row;
    file.columns =
        found.recognition.columns ? *std::move(found.recognition.columns) : Columns(file.headings);
    file.refusal = std::move(found.recognition.refusal);
    file.isMeant = found.recognition.table != nullptr;
    file.nearly = found.recognition.nearly;
    file.profile = std::move(found.recognition.profile);
    if (file.refusal && !found.above.empty())
        file.refusal = Message{kMissBelow, {found.row.line, plainEnglish(*file.refusal)}};
    if (found.recognition.table == nullptr) {
        if (!file.refusal) // nothing but blanks
            file.refusal = recognise(Columns(), {}, ProfileShelf::none()).refusal;
        return;
    }
    file.absent = std::move(found.recognition.absent);
    if (file.profile)
        file.columns = file.profile->columnsOf(file.headings);
    file.table = found.recognition.table;
    file.kind = file.table->kind;
    if (!found.above.empty())
        file.note(Problem::Severity::information,
                  {kHeadingsBelow, {found.row.line, shown(found.above.front())}});
    if (file.columns.hasOddBlanks())
        file.note(Problem::Severity::information, {kOddHeadings, {}});
    file.furniture = Furniture(file.columns, file.headings, std::move(found.above),
                               file.table->ownRows != nullptr ? file.table->ownRows(file.columns)
                                                              : Furniture::OwnRows());
    file.reading = TableReading(*file.table, file.columns);
    lookBelow(file, found.row.line);
    if (file.refusal) {
        if (file.refusal->kind.code == kChoicesOnly.code) { // no table, but what one may say
            file.isMeant = false;
            file.nearly = file.table;
        }
        file.kind = FileKind::unrecognised;
        file.table = nullptr;
    }
}

} // namespace twelvefold::exchange
