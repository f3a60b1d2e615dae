// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/utf8.h"
#include "exchange/workbook.h"

#include <algorithm>
#include <memory>
#include <string>

namespace workbooks {

using namespace twelvefold::exchange;

// Rows looked at, of each sheet: one that repeats a million times tells no more than its first.
inline constexpr int kRowsLookedAt = 50;

inline constexpr const char* kRefusal = "a refusal names what it speaks of";

// Whether all that a sentence leaves room for is there.
inline bool isWhole(const twelvefold::domain::Message& message)
{
    const std::string_view sentence = message.english();
    for (std::size_t at = 0; at + 1 < sentence.size(); ++at) {
        const char place = sentence[at + 1];
        if (sentence[at] == '%' && place >= '1' && place <= '9' &&
            static_cast<std::size_t>(place - '0') > message.arguments.size())
            return false;
    }
    return true;
}

inline std::string brokenPromise(const SheetRow& row, std::int64_t before)
{
    if (row.number <= before || row.number > kMostSheetRows)
        return "rows come in the order of their numbers";
    if (row.cells.empty() || row.cells.back().empty() || row.cells.size() > kMostSheetColumns)
        return "a row ends with a cell that says something";
    std::size_t length = 0;
    for (const std::string& cell : row.cells) {
        length += cell.size();
        if (cell.size() > kLongestSheetCell || !twelvefold::domain::isUtf8(cell) ||
            cell.find('\0') != std::string::npos)
            return "a cell is text of bounded length";
    }
    return length > kLongestRow ? "a row is of bounded length" : "";
}

inline std::string brokenPromise(const Workbook& workbook, std::size_t sheet)
{
    const auto merged = workbook.mergedRanges(sheet);
    if (!merged.ok() && !isWhole(merged.failure()))
        return kRefusal;
    auto rows = workbook.rows(sheet);
    auto again = workbook.rows(sheet);
    if (rows.ok() != again.ok())
        return "a sheet can be gone over again";
    if (!rows)
        return isWhole(rows.failure()) ? "" : kRefusal;
    SheetRow row, same;
    std::int64_t before = 0;
    for (int i = 0; i < kRowsLookedAt && rows->next(row); ++i) {
        if (std::string broken = brokenPromise(row, before); !broken.empty())
            return broken;
        if (!again->next(same) || same.number != row.number || same.cells != row.cells)
            return "a sheet says the same again";
        before = row.number;
    }
    return !rows->fault() || isWhole(*rows->fault()) ? "" : kRefusal;
}

// What reading promises of every file, however broken: the promise that this one breaks, or
// nothing.
inline std::string brokenPromise(std::string bytes)
{
    const auto workbook = Workbook::open(std::make_shared<const std::string>(std::move(bytes)));
    if (!workbook)
        return isWhole(workbook.failure()) ? "" : kRefusal;
    if (workbook->sheets().empty() || workbook->sheets().size() > kMostSheets)
        return "a workbook has sheets";
    for (std::size_t sheet = 0; sheet < workbook->sheets().size(); ++sheet) {
        if (std::string broken = brokenPromise(*workbook, sheet); !broken.empty())
            return broken;
    }
    return {};
}

} // namespace workbooks
