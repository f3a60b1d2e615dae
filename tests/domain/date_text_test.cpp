// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/date_text.h"

#include "support/catch.h"

using namespace twelvefold::domain;
using Fault = DateReading::Fault;

TEST_CASE("A day is read as people write it, and every existing day is")
{
    for (const char* text : {"31/03/2026", "31.3.2026", "31-03-2026", "2026-03-31"}) {
        CAPTURE(text);
        CHECK(readDate(text).date == Date::from(2026, 3, 31));
        CHECK(readDate(text).fault == Fault::none);
    }
    for (Date day = *Date::from(1900, 1, 1); day <= *Date::from(2199, 12, 31);
         day = day.plusDays(97)) {
        CHECK(readDate(day.iso()).date == day);
        CHECK(readDate(day.day(), day.month(), day.year()).date == day);
    }
}

TEST_CASE("What is wrong with a day is told apart")
{
    const auto february = readDate("31/02/2026");
    CHECK_FALSE(february.date);
    CHECK(february.fault == Fault::noSuchDay);
    CHECK(february.daysInMonth == 28);
    CHECK(readDate("30/02/2024").daysInMonth == 29);
    CHECK(readDate("2026-06-31").daysInMonth == 30);
    CHECK(readDate("00/06/2026").fault == Fault::noSuchDay);
    CHECK(readDate("01/13/2026").fault == Fault::noSuchMonth);
    CHECK(readDate("31/03/26").fault == Fault::shortYear);
    CHECK_FALSE(readDate("31/03/26").date);
    CHECK(readDate("31/03/1826").fault == Fault::yearOutOfRange);
    for (const char* text : {"", "tomorrow", "2026", "31/03", "31/03/2026/1", "31/03-2026",
                             "-1/2/2026", "31/03/20266", "+1/2/2026", "1/2/ 2026", "2026/123/1"}) {
        CAPTURE(text);
        CHECK(readDate(text).fault == Fault::notADate);
    }
}
