// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/councils.h"
#include "exchange/tables.h"

#include <algorithm>

// The rows of a table one by one, and those that are no whole rows.
namespace twelvefold::exchange {
namespace {

constexpr MessageKind kBadQuotes{
    "row-quotation-marks",
    TWELVEFOLD_TEXT("Message",
                    "A quotation mark on this line is out of place or never closed, so its "
                    "cells cannot be told apart.")};
constexpr MessageKind kTooFewCells{
    "row-too-short",
    TWELVEFOLD_TEXT("Message",
                    "The row has %1 cells where the headings have %2: it may have been cut off.")};
constexpr MessageKind kTooManyCells{
    "row-too-long",
    TWELVEFOLD_TEXT("Message",
                    "The row has %1 cells where the headings have %2: a comma inside a cell "
                    "needs quotation marks around the cell.")};

constexpr MessageKind kOfSeveralCouncils{
    "row-of-several-councils",
    TWELVEFOLD_TEXT("Message", "There are rows of more than one council, and nobody said whose to "
                               "take.")};

// A row as it stood, kept for the list of rejects.
void keepReject(ReadFile& file, const CsvRow& row, std::uint32_t reason)
{
    ++file.rejected;
    file.rejects.push_back(
        {row.row, row.raw, row.raw.empty() ? row.cells : std::vector<std::string>(), reason});
}

// Whether a row is of another council than the one that is wanted; where nobody said which is, it
// is rejected.
bool isSetAside(const Rows& rows, const CsvRow& row, ReadFile& file)
{
    const CouncilChoice& choice = rows.council();
    if (!choice.isAsked())
        return false;
    if (choice.chosen)
        return !sameCouncil(rows.reading().councilOf(row), *choice.chosen);
    ++file.rows;
    file.noteLine(row.row, row.line);
    keepReject(file, row,
               file.listing.reason(rows.reading().councilHeading(), {kOfSeveralCouncils, {}}));
    return true;
}

} // namespace

std::int64_t ReadFile::lineOf(std::int64_t row) const
{
    const auto behind = std::ranges::upper_bound(lineShifts, row, {},
                                                 &std::pair<std::int64_t, std::int64_t>::first);
    return behind == lineShifts.begin() ? row : row + std::prev(behind)->second;
}

void ReadFile::noteLine(std::int64_t row, std::int64_t line)
{
    const std::int64_t before = lineShifts.empty() ? 0 : lineShifts.back().second;
    if (line != 0 && line - row != before)
        lineShifts.emplace_back(row, line - row);
}

void Rows::forEach(const std::function<void(const CsvRow&)>& look) const
{
    m_source.forEach([&](const CsvRow& row) {
        if (row.row > m_headingRow && !row.blank() &&
            m_furniture.what(row) == Furniture::What::nothing)
            look(row);
        return true;
    });
}

void readRows(const Rows& rows, const Columns& columns, ReadFile& file,
              const std::function<void(RowReader&)>& type)
{
    const auto wanted = static_cast<std::int64_t>(columns.count());
    std::vector<std::string> room;
    rows.forEach([&](const CsvRow& row) {
        if (isSetAside(rows, row, file))
            return;
        ++file.rows;
        file.noteLine(row.row, row.line);
        RowReader reader(row, rows.reading().plain(row, room), columns, rows.reading(), file);
        const auto cells = static_cast<std::int64_t>(row.cells.size());
        const bool tooMany =
            cells > wanted && std::any_of(row.cells.begin() + wanted, row.cells.end(),
                                          [](const auto& cell) { return !trimmed(cell).empty(); });
        if (row.badQuotes)
            reader.reject({}, kBadQuotes);
        else if (cells < wanted)
            reader.reject({}, kTooFewCells, {cells, wanted});
        else if (tooMany)
            reader.reject({}, kTooManyCells, {cells, wanted});
        else
            type(reader);
        if (reader.rejected())
            keepReject(file, row, reader.unlistedReason());
    });
}

std::vector<std::string> cellsOf(const ReadFile& file, const ReadFile::Reject& reject)
{
    return reject.raw.empty() || !file.source ? reject.cells : file.source->cellsOf(reject.raw);
}

} // namespace twelvefold::exchange
