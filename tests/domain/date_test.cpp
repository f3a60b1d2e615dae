// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/date.h"

#include "support/catch.h"

#include <cstdlib>
#include <ctime>

using namespace twelvefold::domain;

TEST_CASE("a day that does not exist is no date")
{
    CHECK_FALSE(Date::from(2020, 2, 31));
    CHECK_FALSE(Date::fromBritish("31/02/2020"));
    CHECK_FALSE(Date::fromIso("2023-02-29"));
    CHECK(Date::fromBritish("29/02/2024"));
}

TEST_CASE("a two-figure year is refused rather than read as the last century")
{
    CHECK_FALSE(Date::fromBritish("31/03/25"));
    CHECK_FALSE(Date::fromBritish("31/03/-025"));
    CHECK_FALSE(Date::fromIso("25-03-31"));
}

TEST_CASE("a British date is day, month, year, with or without leading noughts")
{
    CHECK(Date::fromBritish("1/4/2025") == Date::from(2025, 4, 1));
    CHECK(Date::fromBritish("01/04/2025") == Date::from(2025, 4, 1));
    CHECK(Date::from(2025, 4, 1)->iso() == "2025-04-01");
}

TEST_CASE("age changes on the birthday, and on 1 March for those born on 29 February")
{
    const Date born = *Date::from(2012, 3, 31);
    CHECK(ageInYears(born, *Date::from(2026, 3, 30)) == 13);
    CHECK(ageInYears(born, *Date::from(2026, 3, 31)) == 14);
    const Date leapling = *Date::from(2012, 2, 29);
    CHECK(ageInYears(leapling, *Date::from(2025, 2, 28)) == 12);
    CHECK(ageInYears(leapling, *Date::from(2025, 3, 1)) == 13);
}

TEST_CASE("a birthday is the first day of an age")
{
    for (const char* born : {"2008-02-28", "2008-02-29", "2008-03-01", "2007-12-31"}) {
        const Date birth = *Date::fromIso(born);
        for (const int years : {0, 1, 4, 18}) {
            INFO(born << " " << years);
            const Date day = birthday(birth, years);
            CHECK(ageInYears(birth, day) == years);
            CHECK(ageInYears(birth, day.plusDays(-1)) == years - 1);
        }
    }
    CHECK(birthday(*Date::from(2008, 2, 29), 18) == *Date::from(2026, 3, 1));
}

TEST_CASE("the census day is the last 31 March, that day included")
{
    CHECK(lastCensusDay(*Date::from(2026, 3, 31)) == *Date::from(2026, 3, 31));
    CHECK(lastCensusDay(*Date::from(2026, 3, 30)) == *Date::from(2025, 3, 31));
    CHECK(returnYearEnding(*Date::from(2025, 4, 1)) == 2026);
    CHECK(returnYearEnding(*Date::from(2026, 3, 31)) == 2026);
}

TEST_CASE("a month after 31 January is the last day of February")
{
    CHECK(Date::from(2025, 1, 31)->plusMonths(1) == *Date::from(2025, 2, 28));
    CHECK(Date::from(2025, 3, 31)->plusMonths(-12) == *Date::from(2024, 3, 31));
}

TEST_CASE("a period holds its first day and not its end")
{
    const Period period{*Date::from(2025, 1, 1), Date::from(2025, 2, 1)};
    CHECK(period.contains(*Date::from(2025, 1, 1)));
    CHECK_FALSE(period.contains(*Date::from(2025, 2, 1)));
    CHECK_FALSE(period.overlaps({*Date::from(2025, 2, 1), std::nullopt}));
    CHECK(period.overlaps({*Date::from(2025, 1, 31), std::nullopt}));
}

TEST_CASE("today is the day it is here, not in Greenwich")
{
    const char* before = std::getenv("TZ");
    const std::string kept = before == nullptr ? "" : before;
    const auto todayIn = [](const char* zone) {
        ::setenv("TZ", zone, 1);
        ::tzset();
        return today();
    };
    // Twenty-six hours apart: two days at any moment.
    CHECK(daysBetween(todayIn("<-12>12"), todayIn("<+14>-14")) >= 1);
    if (before == nullptr)
        ::unsetenv("TZ");
    else
        ::setenv("TZ", kept.c_str(), 1);
    ::tzset();
}
