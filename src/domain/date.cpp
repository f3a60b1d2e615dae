// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/date.h"

#include <array>
#include <charconv>
#include <ctime>

namespace twelvefold::domain {
namespace {

using std::chrono::year_month_day;

year_month_day calendar(Date date)
{
    return year_month_day(std::chrono::sys_days(std::chrono::days(date.dayNumber())));
}

// The whole of text as a number of min to max digits.
std::optional<int> number(std::string_view text, std::size_t min, std::size_t max)
{
    if (text.size() < min || text.size() > max)
        return std::nullopt;
    int value = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || rest != text.data() + text.size() || text.front() == '-')
        return std::nullopt;
    return value;
}

std::optional<std::array<std::string_view, 3>> threeParts(std::string_view text, char separator)
{
    const auto first = text.find(separator);
    if (first == std::string_view::npos)
        return std::nullopt;
    const auto second = text.find(separator, first + 1);
    if (second == std::string_view::npos)
        return std::nullopt;
    return std::array{text.substr(0, first), text.substr(first + 1, second - first - 1),
                      text.substr(second + 1)};
}

std::string twoDigits(int value)
{
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

} // namespace

std::optional<Date> Date::from(int year, int month, int day)
{
    if (year < 1900 || year > 2199 || month < 1 || day < 1)
        return std::nullopt;
    const year_month_day date{std::chrono::year(year),
                              std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return std::nullopt;
    return Date(std::chrono::sys_days(date));
}

std::optional<Date> Date::fromIso(std::string_view text)
{
    const auto parts = threeParts(text, '-');
    if (!parts)
        return std::nullopt;
    const auto year = number((*parts)[0], 4, 4);
    const auto month = number((*parts)[1], 2, 2);
    const auto day = number((*parts)[2], 2, 2);
    return year && month && day ? from(*year, *month, *day) : std::nullopt;
}

std::optional<Date> Date::fromBritish(std::string_view text)
{
    const auto parts = threeParts(text, '/');
    if (!parts)
        return std::nullopt;
    const auto day = number((*parts)[0], 1, 2);
    const auto month = number((*parts)[1], 1, 2);
    const auto year = number((*parts)[2], 4, 4);
    return year && month && day ? from(*year, *month, *day) : std::nullopt;
}

int Date::year() const
{
    return static_cast<int>(calendar(*this).year());
}

int Date::month() const
{
    return static_cast<int>(static_cast<unsigned>(calendar(*this).month()));
}

int Date::day() const
{
    return static_cast<int>(static_cast<unsigned>(calendar(*this).day()));
}

std::string Date::iso() const
{
    return std::to_string(year()) + "-" + twoDigits(month()) + "-" + twoDigits(day());
}

Date Date::plusMonths(int months) const
{
    auto moved = calendar(*this) + std::chrono::months(months);
    if (!moved.ok())
        moved = moved.year() / moved.month() / std::chrono::last;
    return Date(std::chrono::sys_days(moved));
}

Date today()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    return *Date::from(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

int ageInYears(Date born, Date on)
{
    const bool hadBirthday =
        on.month() > born.month() || (on.month() == born.month() && on.day() >= born.day());
    return on.year() - born.year() - (hadBirthday ? 0 : 1);
}

Date birthday(Date born, int years)
{
    // 29 February of a common year is its 1 March here.
    return Date(std::chrono::sys_days(calendar(born) + std::chrono::years(years)));
}

Date lastCensusDay(Date on)
{
    const Date thisYears = *Date::from(on.year(), 3, 31);
    return on >= thisYears ? thisYears : *Date::from(on.year() - 1, 3, 31);
}

int returnYearEnding(Date on)
{
    return on.month() <= 3 ? on.year() : on.year() + 1;
}

} // namespace twelvefold::domain
