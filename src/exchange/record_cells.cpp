// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/record_cells.h"

#include "domain/date.h"
#include "domain/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace twelvefold::exchange {
namespace {

using namespace domain;
using Kind = RecordColumn::Kind;

constexpr MessageKind kBlankCell{"record-cell-blank",
                                 TWELVEFOLD_TEXT("Message", "it is blank, and must not be")};
constexpr MessageKind kNoInteger{"record-no-integer",
                                 TWELVEFOLD_TEXT("Message", "a whole number is wanted")};
constexpr MessageKind kNoNumber{"record-no-number",
                                TWELVEFOLD_TEXT("Message", "a number is wanted")};
constexpr MessageKind kNoDay{"record-no-day",
                             TWELVEFOLD_TEXT("Message", "a date such as 2026-03-31 is wanted")};
constexpr MessageKind kNoFlag{"record-no-flag",
                              TWELVEFOLD_TEXT("Message", "1 (yes) or 0 (no) is wanted")};
constexpr MessageKind kNoWord{"record-no-word", TWELVEFOLD_TEXT("Message", "one of %1 is wanted")};
constexpr MessageKind kNoText{
    "record-no-text", TWELVEFOLD_TEXT("Message", "it is no text in UTF-8, or has a zero byte")};

bool isOfApostrophes(std::string_view text)
{
    return text.find_first_not_of('\'') == text.npos;
}

// A text of apostrophes is no formula, so only one of the two rules ever adds one; that of formulas
// is undone by whoever cuts the row.
std::string_view textOfRecordCell(const RecordColumn& column, std::string_view cell)
{
    if (column.mayBeAbsent && isOfApostrophes(cell))
        return cell.substr(1);
    return cell;
}

template<class Number>
std::optional<Number> numberOfRecordCell(std::string_view cell)
{
    Number number{};
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    return error == std::errc() && end == cell.data() + cell.size() ? std::optional(number)
                                                                    : std::nullopt;
}

std::string figureOf(Kind kind, std::int64_t value)
{
    return kind == Kind::day ? Date::fromDayNumber(static_cast<std::int32_t>(value)).iso()
                             : std::to_string(value);
}

std::string figureOf(double value)
{
    char buffer[400];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

Result<RecordCell> readRecordText(const RecordColumn& column, std::string_view cell)
{
    const std::string_view text = textOfRecordCell(column, cell);
    if (!isUtf8(text) || text.find('\0') != text.npos)
        return Message{kNoText, {}};
    if (column.words.empty() || std::ranges::find(column.words, text) != column.words.end())
        return RecordCell(text);
    std::string words;
    for (const std::string& word : column.words)
        words += (words.empty() ? "" : ", ") + word;
    return Message{kNoWord, {words}};
}

} // namespace

void writeRecordCell(const RecordColumn& column, const RecordCell& value, CsvWriter& csv)
{
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        csv.figure(figureOf(column.kind, *integer));
    else if (const auto* number = std::get_if<double>(&value))
        csv.figure(figureOf(*number));
    else if (const auto* text = std::get_if<std::string_view>(&value))
        csv.text(column.mayBeAbsent && isOfApostrophes(*text) ? "'" + std::string(*text)
                                                              : std::string(*text));
    else
        csv.figure({});
}

Result<RecordCell> readRecordCell(const RecordColumn& column, std::string_view cell)
{
    if (cell.empty() && column.mayBeAbsent)
        return RecordCell{};
    if (column.kind == Kind::text)
        return readRecordText(column, cell);
    if (cell.empty())
        return Message{kBlankCell, {}};
    if (column.kind == Kind::number) {
        const auto number = numberOfRecordCell<double>(cell);
        return number && std::isfinite(*number) ? Result<RecordCell>(*number)
                                                : Message{kNoNumber, {}};
    }
    if (column.kind == Kind::day) {
        const auto day = Date::fromIso(cell);
        return day ? Result<RecordCell>(std::int64_t{day->dayNumber()}) : Message{kNoDay, {}};
    }
    const auto integer = numberOfRecordCell<std::int64_t>(cell);
    if (column.kind == Kind::flag && integer != 0 && integer != 1)
        return Message{kNoFlag, {}};
    return integer ? Result<RecordCell>(*integer) : Message{kNoInteger, {}};
}

} // namespace twelvefold::exchange
