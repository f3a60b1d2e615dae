// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"

#include <optional>
#include <string_view>

namespace twelvefold::exchange {

// 1 to 12 for "Sep", "Sept" or "SEPTEMBER"; 0 for what is no month's name.
int monthNamed(std::string_view text);

enum class DateOrder
{
    dayFirst,
    monthFirst
};

// How one cell writes a day. What it means may hang on the order that its column is written in.
struct DateCell
{
    enum class Way
    {
        none,         // no day at all
        iso,          // 2026-03-31, 2026/03/31 or 20260331
        figures,      // 31/03/2026, with points or dashes too: see order()
        monthInWords, // 31 March 2026, March 31, 2026
        dayNumber     // 46112: days as a spreadsheet counts them, from 30 December 1899
    };
    enum class Clock
    {
        none,
        midnight,
        time
    };
    Way way = Way::none;
    Clock clock = Clock::none;
    int first = 0, second = 0; // of figures, as they stand; else month and day
    int year = 0;
    bool shortYear = false; // of two figures
    int dayNumber = 0;

    // The only order in which figures can be a day; nothing where both can be.
    std::optional<DateOrder> order() const;
    // The day that it is. A year of two figures is the latest that is not after `lastShortYear`.
    std::optional<domain::Date> day(DateOrder inOrder, int lastShortYear) const;
};

DateCell dateCell(std::string_view trimmedCell);

} // namespace twelvefold::exchange
