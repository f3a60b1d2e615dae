// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/date_cell.h"
#include "exchange/ledger_file.h"
#include "exchange/row_reader.h"

#include <algorithm>
#include <charconv>

// How ledgers write months.
namespace twelvefold::exchange {
namespace {

bool isAllFigures(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int numberInFigures(std::string_view figures)
{
    int number = -1;
    if (figures.size() <= 6)
        std::from_chars(figures.data(), figures.data() + figures.size(), number);
    return number;
}

// "2025" or "25"; 0: no year.
int yearWritten(std::string_view word)
{
    if (!isAllFigures(word) || (word.size() != 4 && word.size() != 2))
        return 0;
    const int year = numberInFigures(word);
    return word.size() == 2 ? 2000 + year : year;
}

std::optional<Date> firstOf(int year, int month)
{
    return year > 0 && month >= 1 && month <= 12 ? Date::from(year, month, 1) : std::nullopt;
}

// The words between blanks, dashes, points and strokes.
std::vector<std::string> wordsOfCell(std::string_view text)
{
    std::vector<std::string> words{""};
    for (const char letter : upperCase(text)) {
        if (std::string_view(" -/._,'").find(letter) == std::string_view::npos)
            words.back() += letter;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

// In which a financial year begins: "2025/26", "2025-2026", "FY 25/26"; 0: it cannot be told.
int startOfYear(std::vector<std::string> words)
{
    if (!words.empty() && words.front() == "FY")
        words.erase(words.begin());
    else if (!words.empty() && words.front().starts_with("FY"))
        words.front().erase(0, 2);
    if (words.size() != 2)
        return 0;
    const int start = yearWritten(words[0]), end = yearWritten(words[1]);
    return start > 0 && end > 0 && (start + 1) % 100 == end % 100 ? start : 0;
}

// "P01", "PERIOD 1", "1": 1 to 13; 0: no period. The thirteenth closes the year in March.
int periodNamed(std::string_view word)
{
    for (const std::string_view before : {"PERIOD", "PD", "P"}) {
        if (word.starts_with(before)) {
            word.remove_prefix(before.size());
            break;
        }
    }
    const int period = isAllFigures(word) && word.size() <= 2 ? numberInFigures(word) : 0;
    return period <= 13 ? period : 0;
}

std::optional<Date> monthOfPeriod(int period, int startsIn)
{
    if (period == 0 || startsIn == 0)
        return std::nullopt;
    const int fromApril = std::min(period, 12) - 1; // 0: April
    return fromApril < 9 ? firstOf(startsIn, fromApril + 4) : firstOf(startsIn + 1, fromApril - 8);
}

// "P01 2025/26", "2025/26 Period 1". Figures alone would be a day: 01/24/25.
std::optional<Date> periodInYear(std::vector<std::string> words, int besideIt)
{
    const auto word = std::ranges::find(words, "PERIOD");
    if (word != words.end() && word + 1 != words.end()) {
        *word += *(word + 1);
        words.erase(word + 1);
    }
    const auto period =
        std::ranges::find_if(words, [](const std::string& each) { return each.starts_with('P'); });
    if (period == words.end())
        return std::nullopt;
    const int number = periodNamed(*period);
    words.erase(period);
    const int startsIn = startOfYear(words);
    if (besideIt != 0 && besideIt != startsIn)
        return std::nullopt; // the row says two years
    return monthOfPeriod(number, startsIn);
}

// Of a month that is named and a financial year: "April" beside "2025/26".
std::optional<Date> namedInYear(int month, int startsIn)
{
    return startsIn == 0 ? std::nullopt : firstOf(month >= 4 ? startsIn : startsIn + 1, month);
}

} // namespace

std::optional<Date> ledgerMonth(std::string_view cell, std::string_view year)
{
    std::vector<std::string> words = wordsOfCell(cell);
    if (words.size() == 1 && isAllFigures(words[0]) && words[0].size() == 6)
        return firstOf(numberInFigures(std::string_view(words[0]).substr(0, 4)),
                       numberInFigures(std::string_view(words[0]).substr(4)));
    if (words.size() == 2) {
        const int first = monthNamed(words[0]), second = monthNamed(words[1]);
        if (first != 0 || second != 0)
            return firstOf(yearWritten(words[first != 0 ? 1 : 0]), first != 0 ? first : second);
        if (isAllFigures(words[0]) && isAllFigures(words[1])) { // 04/2025, 2025-04
            const bool yearFirst = words[0].size() == 4;
            const std::string& figures = words[yearFirst ? 1 : 0];
            return words[yearFirst ? 0 : 1].size() == 4 && figures.size() <= 2
                       ? firstOf(yearWritten(words[yearFirst ? 0 : 1]), numberInFigures(figures))
                       : std::nullopt;
        }
        if (words[0] == "PERIOD")
            words.erase(words.begin());
    }
    const int startsIn = startOfYear(wordsOfCell(year));
    if (words.size() == 1) {
        if (const int month = monthNamed(words[0]))
            return namedInYear(month, startsIn);
        return monthOfPeriod(periodNamed(words[0]), startsIn);
    }
    return words.empty() ? std::nullopt : periodInYear(std::move(words), startsIn);
}

} // namespace twelvefold::exchange
