// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/code_book.h"

#include "exchange/csv_table.h"
#include "exchange/import.h"
#include "exchange/row_reader.h"

#include "embedded/setting_codes.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace twelvefold::exchange {
namespace {

bool isCodeLetter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool hasFigure(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Letters and figures in capitals, each run of anything else a single blank, so that "Own-provision
// (LA)" and "own provision LA" are the same.
std::string asMeaning(std::string_view text)
{
    std::string meaning;
    for (const char c : text) {
        if (isCodeLetter(c) || static_cast<unsigned char>(c) >= 0x80)
            meaning += c;
        else if (c == '\'')
            continue; // "children's" is also written without
        else if (!meaning.empty() && meaning.back() != ' ')
            meaning += ' ';
    }
    return upperCase(trimmed(meaning));
}

// "f) U6: …" without its letter, as a list in a form has.
std::string_view withoutListLetter(std::string_view text)
{
    const auto bracket = text.find(')');
    if (bracket == std::string_view::npos || bracket == 0 || bracket > 2 ||
        !std::ranges::all_of(text.substr(0, bracket), isCodeLetter))
        return text;
    return trimmed(text.substr(bracket + 1));
}

} // namespace

void CodeBook::add(std::string_view code, std::string_view meaning)
{
    m_codes.emplace(upperCase(code), code);
    if (meaning.empty())
        return;
    const auto [known, isNew] = m_byMeaning.emplace(asMeaning(meaning), std::string(code));
    if (!isNew && known->second != code)
        known->second.clear();
}

void CodeBook::setYears(std::string_view code, int first, int last)
{
    m_years.insert_or_assign(upperCase(code), std::pair(first, last));
}

bool CodeBook::isOfYear(std::string_view code, int returnYear) const
{
    const auto years = m_years.find(upperCase(code));
    return years == m_years.end() ||
           (years->second.first <= returnYear && returnYear <= years->second.second);
}

std::optional<std::string> CodeBook::known(std::string_view word) const
{
    const auto found = m_codes.find(upperCase(word));
    return found == m_codes.end() ? std::nullopt : std::optional(found->second);
}

// A code at the beginning and something else behind it. What has no figure in it is a word as well
// ("Child asks"), so it counts only in capitals or with a mark behind it.
std::optional<std::string> CodeBook::firstCode(std::string_view text) const
{
    const auto end =
        static_cast<std::size_t>(std::ranges::find_if_not(text, isCodeLetter) - text.begin());
    const std::string_view first = text.substr(0, end);
    const auto code = known(first);
    const std::string_view rest = trimmed(text.substr(end));
    if (rest.empty() || !code)
        return std::nullopt;
    const bool marked = std::string_view(":-=.,;(").find(rest.front()) != std::string_view::npos ||
                        rest.starts_with("–") || rest.starts_with("—");
    if (!marked && text[end] != ' ')
        return std::nullopt;
    return marked || hasFigure(*code) || first == *code ? code : std::nullopt;
}

// Each once. In capitals with a figure: nobody writes "U4" and means something else.
std::vector<std::string> CodeBook::codesWithin(std::string_view text) const
{
    std::vector<std::string> found;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isCodeLetter(text[end]))
            ++end;
        const std::string word(text.substr(at, end - at));
        if (hasFigure(word) && word.front() >= 'A' && m_codes.contains(word) &&
            std::ranges::find(found, word) == found.end())
            found.push_back(word);
        at = end + 1;
    }
    return found;
}

CodeBook::Read CodeBook::read(std::string_view cell) const
{
    if (auto code = known(cell))
        return {Says::code, *std::move(code)};
    const std::string_view text = withoutListLetter(cell);
    if (const auto meant = m_byMeaning.find(asMeaning(text));
        meant != m_byMeaning.end() && !meant->second.empty())
        return {Says::meaning, meant->second};
    if (auto code = text != cell ? known(text) : std::nullopt)
        return {Says::codeAndMeaning, *std::move(code)};
    const std::vector<std::string> within = codesWithin(text);
    if (within.size() > 1) // which of them is meant, nobody can tell
        return {};
    if (within.size() == 1)
        return {Says::codeAndMeaning, within.front()};
    if (auto code = firstCode(text))
        return {Says::codeAndMeaning, *std::move(code)};
    return {};
}

namespace {

// column, code, first_year, last_year, meaning: a line for each way of saying what a code means.
// The years of a kind of placement are settings.csv's to say.
std::map<std::string, CodeBook, std::less<>> loadBooks()
{
    std::map<std::string, CodeBook, std::less<>> all;
    const std::vector<CsvRow> rows = parseCsv(setting_codes()[2].text, ',');
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto& cells = rows[i].cells;
        if (cells.size() != 5)
            throw std::logic_error("codes.csv, line " + std::to_string(rows[i].line));
        all[cells[0]].add(cells[1], cells[4]);
        if (!cells[2].empty() || !cells[3].empty())
            all[cells[0]].setYears(cells[1], yearOr(0, cells[2]), yearOr(9999, cells[3]));
    }
    for (const SettingRule& rule : settingTable().rules()) {
        all["PLACE"].add(rule.placeCode, {});
        all["PLACE"].setYears(rule.placeCode, rule.firstYear, rule.lastYear);
    }
    return all;
}

} // namespace

const CodeBook& codeBook(std::string_view column)
{
    static const auto books = loadBooks();
    static const CodeBook none;
    const auto found = books.find(column);
    return found == books.end() ? none : found->second;
}

} // namespace twelvefold::exchange
