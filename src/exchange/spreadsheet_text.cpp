// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/spreadsheet_text.h"

#include "domain/date.h"
#include "domain/trimmed.h"
#include "domain/utf8.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>

namespace twelvefold::exchange {
namespace {

using Kind = NumberFormat::Kind;

constexpr std::int64_t kSecondsOfADay = 86'400;

bool isFigure(char c)
{
    return c >= '0' && c <= '9';
}

char smallLetter(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

template<class Number, class... Base>
std::optional<Number> wholly(std::string_view text, Base... base)
{
    Number number{};
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), number, base...);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<double> finiteNumber(std::string_view text)
{
    const auto number = wholly<double>(domain::trimmed(text));
    return number && std::isfinite(*number) ? number : std::nullopt;
}

bool areFigures(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isFigure);
}

// As people write it already; a whole number perhaps with more figures than a double keeps.
bool isWrittenPlainly(std::string_view text)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    const auto point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    if (!areFigures(whole) || (whole[0] == '0' && (whole.size() > 1 || point == text.size())))
        return false;
    if (point == text.size())
        return whole.size() <= 18;
    return text.size() <= 16 && areFigures(text.substr(point + 1)) && text.back() != '0';
}

template<class... How>
std::string written(double value, How... how)
{
    char buffer[400]; // the longest without an exponent
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value, how...).ptr};
}

// To fifteen figures, where the shortest text that gives the same double has more: those behind are
// what binary arithmetic has left.
double asShown(double value)
{
    const std::string shortest = written(value, std::chars_format::scientific);
    const auto figures =
        std::ranges::count_if(std::string_view(shortest).substr(0, shortest.find('e')), isFigure);
    if (figures <= 15)
        return value;
    return *wholly<double>(written(value, std::chars_format::scientific, 14));
}

std::string decimalText(double value)
{
    constexpr double kLeastPlain = 1e-9, kMostPlain = 1e21;
    const double shown = asShown(value);
    if (shown == 0)
        return "0"; // not -0
    const double size = std::fabs(shown);
    return size >= kLeastPlain && size < kMostPlain ? written(shown, std::chars_format::fixed)
                                                    : written(shown);
}

std::string atLeastTwoFigures(std::int64_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string clockText(std::int64_t seconds)
{
    return atLeastTwoFigures(seconds / 3600) + ":" + atLeastTwoFigures(seconds / 60 % 60) + ":" +
           atLeastTwoFigures(seconds % 60);
}

std::string dayText(std::int64_t days, DayCount count)
{
    using namespace std::chrono;
    if (count == DayCount::from1900 && days == 60)
        return "1900-02-29";
    const sys_days first = count == DayCount::from1904 ? sys_days(year(1904) / 1 / 1)
                           : days < 60                 ? sys_days(year(1899) / 12 / 31)
                                                       : sys_days(year(1899) / 12 / 30);
    return domain::Date(first).plusDays(static_cast<int>(days)).iso();
}

// Nothing for a number that no spreadsheet shows as a date.
std::optional<std::string> momentText(double number, Kind kind, DayCount count)
{
    constexpr std::int64_t kDaysTo9999 = 2'958'465, kDaysOf1904 = 1'462;
    const std::int64_t last = kDaysTo9999 - (count == DayCount::from1904 ? kDaysOf1904 : 0);
    if (number < 0 || number >= static_cast<double>(last + 1))
        return std::nullopt;
    const std::int64_t seconds = std::llround(number * static_cast<double>(kSecondsOfADay));
    const std::int64_t days = seconds / kSecondsOfADay, rest = seconds % kSecondsOfADay;
    const bool nameless = days == 0 && count == DayCount::from1900; // "0 January 1900"
    if (kind == Kind::elapsed || (kind == Kind::time && days == 0) || (nameless && rest != 0))
        return clockText(seconds);
    if (nameless || days > last)
        return std::nullopt;
    return dayText(days, count) + (rest == 0 ? "" : " " + clockText(rest));
}

// Hours, minutes and seconds with their fractions; nothing where they are none.
std::optional<double> secondsOfClock(std::string_view text)
{
    const auto hours = wholly<unsigned>(text.substr(0, 2));
    if (!hours || *hours > 24 || text.size() < 5 || text[2] != ':')
        return std::nullopt;
    const auto minutes = wholly<unsigned>(text.substr(3, 2));
    if (!minutes || *minutes > 59)
        return std::nullopt;
    double seconds = 0;
    if (text.size() > 5) {
        const auto read = text[5] == ':' ? finiteNumber(text.substr(6)) : std::nullopt;
        if (!read || *read < 0 || *read > 60)
            return std::nullopt;
        seconds = *read;
    }
    return 3600.0 * *hours + 60.0 * *minutes + seconds;
}

std::optional<std::chrono::sys_days> isoDay(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = wholly<int>(text.substr(0, 4));
    const auto month = wholly<unsigned>(text.substr(5, 2));
    const auto day = wholly<unsigned>(text.substr(8, 2));
    if (!year || *year < 1000 || !month || !day)
        return std::nullopt;
    const auto date = std::chrono::year(*year) / static_cast<int>(*month) / static_cast<int>(*day);
    return date.ok() ? std::optional(std::chrono::sys_days(date)) : std::nullopt;
}

// Where the letters of a number format lead: behind those that stand for themselves.
std::size_t behindLiteral(std::string_view format, std::size_t at)
{
    switch (format[at]) {
    case '\\':
    case '_':
    case '*':
        return at + 2;
    case '"':
        return std::min(format.find('"', at + 1), format.size() - 1) + 1;
    default:
        return at;
    }
}

// "[h]", "[mm]": not "[Red]", "[$-809]" or "[>=1000]".
bool countsElapsed(std::string_view inBrackets)
{
    return !inBrackets.empty() &&
           std::string_view("hms").find(smallLetter(inBrackets[0])) != std::string_view::npos &&
           std::ranges::all_of(
               inBrackets, [&](char c) { return smallLetter(c) == smallLetter(inBrackets[0]); });
}

bool readsAt(std::string_view format, std::size_t at, std::string_view word)
{
    return std::ranges::equal(format.substr(at, word.size()), word, {}, smallLetter);
}

std::size_t behindWord(std::string_view format, std::size_t at)
{
    for (const std::string_view word : {"general", "am/pm", "a/p"}) {
        if (readsAt(format, at, word))
            return at + word.size();
    }
    return at;
}

// The letters of a format's first section that say what it shows, such as "dmy".
struct FormatLetters
{
    std::string letters;
    bool elapsed = false;
};
FormatLetters formatLetters(std::string_view format)
{
    FormatLetters found;
    for (std::size_t at = 0; at < format.size() && format[at] != ';';) {
        std::size_t behind = std::max(behindLiteral(format, at), behindWord(format, at));
        if (format[at] == '[') {
            behind = std::min(format.find(']', at), format.size() - 1) + 1;
            found.elapsed = found.elapsed || countsElapsed(format.substr(at + 1, behind - at - 2));
        } else if (behind == at) {
            found.letters += smallLetter(format[at]);
            ++behind;
        }
        at = behind;
    }
    return found;
}

// The currency that a format's first section names, of "[$€-2] #,##0", "#,##0 €" and "$#,##0"; none
// for pounds. What stands in brackets behind a dash alone is a country's.
std::string currencyOf(std::string_view section)
{
    std::string named;
    for (std::size_t at = 0; at < section.size(); ++at) {
        if (section[at] != '[') {
            named += section[at];
            continue;
        }
        const std::size_t end = std::min(section.find(']', at), section.size() - 1);
        if (section.substr(at).starts_with("[$"))
            named += section.substr(at + 2, std::min(section.find('-', at), end) - at - 2);
        at = end;
    }
    for (const std::string_view currency : {"€", "$", "¥", "EUR", "USD"}) {
        if (named.find(currency) != std::string::npos)
            return std::string(currency);
    }
    return {};
}

std::optional<std::uint32_t> escapedUnit(std::string_view text)
{
    if (text.size() < 7 || !text.starts_with("_x") || text[6] != '_')
        return std::nullopt;
    return wholly<std::uint32_t>(text.substr(2, 4), 16);
}

} // namespace

NumberFormat builtInNumberFormat(int id)
{
    const auto within = [id](int first, int last) { return id >= first && id <= last; };
    if (id == 46)
        return {Kind::elapsed};
    if (within(18, 21) || within(32, 35) || id == 45 || id == 47 || within(55, 56))
        return {Kind::time};
    if (within(14, 17) || id == 22 || within(27, 31) || id == 36 || within(50, 54) ||
        within(57, 58))
        return {Kind::date};
    return {};
}

NumberFormat numberFormat(std::string_view format)
{
    const std::string_view section = format.substr(0, format.find(';'));
    if (section.size() > 1 && section.find_first_not_of('0') == section.npos)
        return {Kind::number, std::min<std::size_t>(section.size(), 30)};
    const FormatLetters found = formatLetters(format);
    const auto has = [&](std::string_view any) {
        return found.letters.find_first_of(any) != std::string::npos;
    };
    const bool clock = has("hs");
    if (has("dy") || (has("m") && !clock && !found.elapsed)) // "m" beside hours is minutes
        return {Kind::date};
    if (found.elapsed)
        return {Kind::elapsed};
    if (clock)
        return {Kind::time};
    return {Kind::number, 0, currencyOf(section)};
}

std::string numberText(std::string_view stored)
{
    if (isWrittenPlainly(stored))
        return std::string(stored);
    const auto number = finiteNumber(stored);
    return number ? decimalText(*number) : std::string(stored);
}

std::string numberText(std::string_view stored, const NumberFormat& format, DayCount count)
{
    if (format.kind != Kind::number) {
        const auto number = finiteNumber(stored);
        const auto moment = number ? momentText(*number, format.kind, count) : std::nullopt;
        return moment ? *moment : numberText(stored);
    }
    std::string text = numberText(stored);
    if (text.size() < format.figures && areFigures(text))
        text.insert(0, format.figures - text.size(), '0');
    return format.currency + text;
}

std::string isoMomentText(std::string_view iso)
{
    std::string_view rest = domain::trimmed(iso);
    const auto day = isoDay(rest.substr(0, 10));
    if (day)
        rest.remove_prefix(rest.substr(10).starts_with('T') ? 11 : 10);
    if (rest.ends_with('Z'))
        rest.remove_suffix(1);
    const auto clock = day && rest.empty() ? std::optional(0.0) : secondsOfClock(rest);
    if (!clock)
        return std::string(iso);
    const std::int64_t seconds = std::llround(*clock);
    if (!day)
        return clockText(seconds);
    const std::int64_t ofDay = seconds % kSecondsOfADay;
    return domain::Date(*day).plusDays(static_cast<int>(seconds / kSecondsOfADay)).iso() +
           (ofDay == 0 ? "" : " " + clockText(ofDay));
}

std::string isoDurationText(std::string_view iso)
{
    constexpr double kLongest = 1e10;
    std::string_view rest = domain::trimmed(iso);
    if (!rest.starts_with('P'))
        return std::string(iso);
    rest.remove_prefix(1);
    double seconds = 0;
    while (!rest.empty()) {
        if (rest.starts_with('T'))
            rest.remove_prefix(1);
        const auto letter = std::min(rest.find_first_of("DHMS"), rest.size());
        const auto number = finiteNumber(rest.substr(0, letter));
        if (!number || *number < 0 || *number > kLongest || letter == rest.size())
            return std::string(iso);
        seconds += *number * (rest[letter] == 'D'   ? 86'400.0
                              : rest[letter] == 'H' ? 3'600.0
                              : rest[letter] == 'M' ? 60.0
                                                    : 1.0);
        rest.remove_prefix(letter + 1);
    }
    return clockText(std::llround(seconds));
}

void undoEscapes(std::string& text)
{
    if (text.find("_x") == std::string::npos)
        return;
    std::string plain;
    const std::string_view all = text;
    for (std::size_t at = 0; at < all.size();) {
        const auto unit = escapedUnit(all.substr(at));
        const auto low = unit && *unit >= 0xD800 && *unit < 0xDC00 ? escapedUnit(all.substr(at + 7))
                                                                   : std::nullopt;
        if (low && *low >= 0xDC00 && *low < 0xE000) {
            domain::appendUtf8(plain, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00));
            at += 14;
        } else if (unit && *unit != 0 && (*unit < 0xD800 || *unit >= 0xE000)) {
            domain::appendUtf8(plain, *unit);
            at += 7;
        } else {
            plain += all[at++];
        }
    }
    text = std::move(plain);
}

} // namespace twelvefold::exchange
