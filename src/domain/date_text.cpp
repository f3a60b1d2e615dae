// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/date_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace twelvefold::domain {
namespace {

struct Part
{
    int value = 0;
    std::size_t digits = 0;
};

// Three numbers of at most four digits with the same separator between them.
std::optional<std::array<Part, 3>> threeNumbers(std::string_view text)
{
    const auto separator = text.find_first_of("/.-");
    if (separator == std::string_view::npos)
        return std::nullopt;
    const char between = text[separator];
    std::array<Part, 3> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto end = i + 1 < parts.size() ? text.find(between) : text.size();
        if (end == std::string_view::npos || end == 0 || end > 4 ||
            !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end),
                         [](char c) { return c >= '0' && c <= '9'; }))
            return std::nullopt;
        std::from_chars(text.data(), text.data() + end, parts[i].value);
        parts[i].digits = end;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

} // namespace

DateReading readDate(int day, int month, int year)
{
    DateReading reading{std::nullopt, DateReading::Fault::none, day, month, year, 0};
    if (month < 1 || month > 12) {
        reading.fault = DateReading::Fault::noSuchMonth;
        return reading;
    }
    const auto last = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                      std::chrono::last;
    reading.daysInMonth = static_cast<int>(static_cast<unsigned>(last.day()));
    reading.date = Date::from(year, month, day);
    if (day < 1 || day > reading.daysInMonth)
        reading.fault = DateReading::Fault::noSuchDay;
    else if (!reading.date)
        reading.fault = DateReading::Fault::yearOutOfRange;
    return reading;
}

DateReading readDate(std::string_view text)
{
    const auto parts = threeNumbers(text);
    DateReading reading;
    reading.fault = DateReading::Fault::notADate;
    if (!parts)
        return reading;
    const auto& [first, second, third] = *parts;
    if (second.digits > 2)
        return reading;
    if (first.digits == 4 && third.digits <= 2 && text.find('-') != std::string_view::npos)
        return readDate(third.value, second.value, first.value);
    if (first.digits > 2)
        return reading;
    if (third.digits != 4) {
        reading = readDate(first.value, second.value, third.value);
        reading.date.reset();
        reading.fault = DateReading::Fault::shortYear;
        return reading;
    }
    return readDate(first.value, second.value, third.value);
}

} // namespace twelvefold::domain
