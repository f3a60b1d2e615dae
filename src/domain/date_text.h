// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"

namespace twelvefold::domain {

// A day as somebody wrote it: the date, or what is wrong with it in terms that can be said back.
struct DateReading
{
    enum class Fault
    {
        none,
        notADate,
        shortYear, // two digits, which could be either century
        noSuchMonth,
        noSuchDay,     // the month has fewer: daysInMonth
        yearOutOfRange // before 1900 or after 2199
    };
    std::optional<Date> date;
    Fault fault = Fault::none;
    int day = 0, month = 0, year = 0; // as written, unless it is not a date at all
    int daysInMonth = 0;              // where the month exists
};

// "31/03/2026", with "/", "." or "-" between, and "2026-03-31".
DateReading readDate(std::string_view text);
DateReading readDate(int day, int month, int year);

} // namespace twelvefold::domain
