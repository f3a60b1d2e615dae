// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/date_cell.h"

#include "domain/trimmed.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace twelvefold::exchange {
namespace {

using domain::Date;
using domain::trimmed;
using Parts = std::array<std::string_view, 3>;

constexpr int kMonths = 12;
constexpr int kSpreadsheetEpoch = 25569; // 1 January 1970 in a spreadsheet's count

bool isDateFigure(char c)
{
    return c >= '0' && c <= '9';
}

bool allFigures(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isDateFigure);
}

int numberOf(std::string_view figures)
{
    int value = 0;
    std::from_chars(figures.data(), figures.data() + figures.size(), value);
    return value;
}

char lowerLetter(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowerLetters(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), lowerLetter);
    return lower;
}

// "00:00:00.000", "12:00 AM", "09:30+01:00", "00:00:00Z"; nothing where it is no time of day.
std::optional<DateCell::Clock> clockIn(std::string_view text)
{
    std::string time = lowerLetters(trimmed(text));
    if (time.ends_with('z'))
        time.pop_back();
    if (const auto zone = time.find_first_of("+-"); zone != std::string::npos)
        time.erase(zone);
    const bool morning = time.ends_with("am"), afternoon = time.ends_with("pm");
    if (morning || afternoon)
        time = std::string(trimmed(std::string_view(time).substr(0, time.size() - 2)));
    if (time.empty() || time.find_first_not_of("0123456789:.") != std::string::npos ||
        time.find(':') == 0 || time.find(':') > 2)
        return std::nullopt;
    const int hours = numberOf(time);
    const bool onTheHour = time.substr(time.find(':')).find_first_of("123456789") == time.npos;
    const bool midnight = onTheHour && (hours == 0 || (hours == 12 && morning)) && !afternoon;
    return midnight ? DateCell::Clock::midnight : DateCell::Clock::time;
}

// Takes the time of day off the end. False where what stands there is none.
bool takeClock(std::string_view& text, DateCell& cell)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos)
        return true;
    auto from = colon;
    while (from > 0 && isDateFigure(text[from - 1]))
        --from;
    if (from == 0 || colon - from > 2)
        return false;
    const char before = text[from - 1];
    const auto clock = before == ' ' || before == 'T' ? clockIn(text.substr(from)) : std::nullopt;
    if (!clock)
        return false;
    cell.clock = *clock;
    text = trimmed(text.substr(0, from - 1));
    return true;
}

// The three parts between two marks of a kind, which may have blanks beside them.
std::optional<Parts> partsBetween(std::string_view text, std::string_view marks)
{
    Parts parts;
    std::size_t n = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find_first_of(marks, at), text.size());
        if (const auto part = trimmed(text.substr(at, end - at)); !part.empty()) {
            if (n == parts.size())
                return std::nullopt;
            parts[n++] = part;
        }
        at = end + 1;
    }
    return n == parts.size() ? std::optional(parts) : std::nullopt;
}

// "17th" is 17.
std::string_view withoutOrdinal(std::string_view part)
{
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (part.ends_with(ending) && allFigures(part.substr(0, part.size() - 2)))
            return part.substr(0, part.size() - 2);
    }
    return part;
}

bool takeYear(std::string_view part, DateCell& cell)
{
    if (!allFigures(part) || (part.size() != 4 && part.size() != 2))
        return false;
    cell.year = numberOf(part);
    cell.shortYear = part.size() == 2;
    return true;
}

bool isDayOrMonth(std::string_view part)
{
    return allFigures(part) && part.size() <= 2;
}

// 20260331, and what a spreadsheet leaves of a date whose column is formatted as a number.
DateCell fromFigures(std::string_view text, DateCell cell)
{
    constexpr int leastDay = 7306, mostDay = 109574; // 1 January 1920 to 31 December 2199
    if (text.size() == 8) {
        cell.year = numberOf(text.substr(0, 4));
        cell.first = numberOf(text.substr(4, 2));
        cell.second = numberOf(text.substr(6));
        if (Date::from(cell.year, cell.first, cell.second))
            cell.way = DateCell::Way::iso;
        return cell;
    }
    const int number = text.size() >= 4 && text.size() <= 6 ? numberOf(text) : 0;
    if (number >= leastDay && number <= mostDay) {
        cell.way = DateCell::Way::dayNumber;
        cell.dayNumber = number;
    }
    return cell;
}

DateCell fromParts(const Parts& parts, DateCell cell)
{
    using enum DateCell::Way;
    if (parts[0].size() == 4 && allFigures(parts[0]) && isDayOrMonth(parts[1]) &&
        isDayOrMonth(parts[2])) {
        cell.year = numberOf(parts[0]);
        cell.first = numberOf(parts[1]);
        cell.second = numberOf(parts[2]);
        cell.way = iso;
        return cell;
    }
    const bool monthLeads = monthNamed(parts[0]) != 0;
    const int month = monthNamed(parts[monthLeads ? 0 : 1]);
    const std::string_view day = withoutOrdinal(parts[monthLeads ? 1 : 0]);
    if (!isDayOrMonth(day) || !takeYear(parts[2], cell))
        return cell;
    if (month != 0) {
        cell.first = month;
        cell.second = numberOf(day);
        cell.way = monthInWords;
    } else if (isDayOrMonth(parts[1])) {
        cell.first = numberOf(parts[0]);
        cell.second = numberOf(parts[1]);
        cell.way = figures;
    }
    return cell;
}

// "Tuesday, 17 September 2024"
std::string_view withoutWeekday(std::string_view text)
{
    constexpr std::array<std::string_view, 7> days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    const auto end = text.find_first_of(" ,");
    if (end == std::string_view::npos || end < 3 ||
        std::ranges::find(days, lowerLetters(text.substr(0, 3))) == days.end())
        return text;
    const auto rest = text.find_first_not_of(" ,", end);
    return rest == std::string_view::npos ? text : text.substr(rest);
}

} // namespace

int monthNamed(std::string_view text)
{
    constexpr std::array<std::string_view, kMonths> names{
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    const std::string name = lowerLetters(text);
    if (name.size() < 3)
        return 0;
    const auto found = std::ranges::find_if(
        names, [&](std::string_view whole) { return whole.starts_with(name); });
    return found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
}

std::optional<DateOrder> DateCell::order() const
{
    if (way != Way::figures || (first <= kMonths && second <= kMonths))
        return std::nullopt;
    return second <= kMonths ? DateOrder::dayFirst : DateOrder::monthFirst;
}

std::optional<Date> DateCell::day(DateOrder inOrder, int lastShortYear) const
{
    int whole = year;
    if (shortYear) {
        whole += lastShortYear / 100 * 100;
        whole -= whole > lastShortYear ? 100 : 0;
    }
    switch (way) {
    case Way::none:
        return std::nullopt;
    case Way::dayNumber:
        return Date::fromDayNumber(dayNumber - kSpreadsheetEpoch);
    case Way::iso:
    case Way::monthInWords:
        return Date::from(whole, first, second);
    case Way::figures:
        break;
    }
    return inOrder == DateOrder::dayFirst ? Date::from(whole, second, first)
                                          : Date::from(whole, first, second);
}

DateCell dateCell(std::string_view text)
{
    DateCell cell;
    if (!takeClock(text, cell))
        return {};
    // A spreadsheet's day with a share of a day behind it.
    if (const auto point = text.find('.'); allFigures(text.substr(0, point)) &&
                                           point != std::string_view::npos &&
                                           allFigures(text.substr(point + 1))) {
        if (text.find_first_not_of('0', point + 1) != std::string_view::npos)
            cell.clock = DateCell::Clock::time;
        return fromFigures(text.substr(0, point), cell);
    }
    if (allFigures(text))
        return fromFigures(text, cell);
    text = withoutWeekday(text);
    for (const std::string_view marks : {"/", "-", ".", " ,", " -", " /"}) {
        if (const auto parts = partsBetween(text, marks))
            return fromParts(*parts, cell);
    }
    return {};
}

} // namespace twelvefold::exchange
