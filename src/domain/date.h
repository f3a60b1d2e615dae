// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace twelvefold::domain {

// A calendar day that exists. There is no empty Date: what may be absent is std::optional<Date>.
class Date
{
public:
    Date() = default; // 1 January 1970, so that a Date can live in a container
    constexpr explicit Date(std::chrono::sys_days day) : m_day(day) {}

    // Nothing when the day does not exist or lies outside the years 1900 to 2199.
    static std::optional<Date> from(int year, int month, int day);
    // "2026-03-31"
    static std::optional<Date> fromIso(std::string_view text);
    // "31/03/2026", and "1/3/2026"; the year always in four digits.
    static std::optional<Date> fromBritish(std::string_view text);

    // Days since 1 January 1970.
    static constexpr Date fromDayNumber(std::int32_t days)
    {
        return Date(std::chrono::sys_days(std::chrono::days(days)));
    }
    constexpr std::int32_t dayNumber() const
    {
        return static_cast<std::int32_t>(m_day.time_since_epoch().count());
    }

    int year() const;
    int month() const; // 1 to 12
    int day() const;   // 1 to 31
    std::string iso() const;

    constexpr Date plusDays(int days) const { return Date(m_day + std::chrono::days(days)); }
    // The same day of the month, or the month's last day where there is no such day.
    Date plusMonths(int months) const;

    constexpr auto operator<=>(const Date&) const = default;

private:
    std::chrono::sys_days m_day{};
};

// The day it is where the program runs: the one answer of the whole product.
Date today();

// Days from one date to the next: negative when later comes first.
constexpr int daysBetween(Date earlier, Date later)
{
    return later.dayNumber() - earlier.dayNumber();
}

// Whole years lived by someone born on one date, on another. Born on 29 February: a year older on
// 1 March of a common year. Negative before birth.
int ageInYears(Date born, Date on);

// The first day on which someone born on a date is that many years old, as ageInYears reckons.
Date birthday(Date born, int years);

// The last 31 March on or before a date: the day on which the statutory return counts children.
Date lastCensusDay(Date on);

// The year in which the statutory return of a date ends: 2026 for 1 April 2025 to 31 March 2026.
int returnYearEnding(Date on);

// From a day, inclusive, to a day, exclusive; without an end it is still running.
struct Period
{
    Date start;
    std::optional<Date> end;

    constexpr bool contains(Date on) const { return start <= on && (!end || on < *end); }
    constexpr bool overlaps(const Period& other) const
    {
        return (!end || other.start < *end) && (!other.end || start < *other.end);
    }
    bool operator==(const Period&) const = default;
};

} // namespace twelvefold::domain
