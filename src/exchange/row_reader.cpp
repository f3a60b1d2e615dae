// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/row_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kNoChild{
    "child-missing", TWELVEFOLD_TEXT("Message", "The row does not say which child it is about.")};
constexpr MessageKind kLongChild{
    "child-long",
    TWELVEFOLD_TEXT("Message", "“%1” is longer than the ten characters of a child's identifier.")};
constexpr MessageKind kNotAChild{
    "child-not-an-identifier",
    TWELVEFOLD_TEXT("Message", "“%1” is too long to be a child's identifier.")};
constexpr MessageKind kShortenedChild{
    "child-shortened",
    TWELVEFOLD_TEXT("Message",
                    "“%1” is a number that a spreadsheet has shortened, so the child cannot "
                    "be told. Format the column as text and export it again.")};
constexpr MessageKind kNotADate{
    "not-a-date",
    TWELVEFOLD_TEXT("Message",
                    "“%1” is not a date: it must be a day that exists, written like 31/03/2026.")};
constexpr MessageKind kNotANumber{
    "not-a-whole-number",
    TWELVEFOLD_TEXT("Message", "“%1” is not a whole number from %2 to %3: it was left out.")};
constexpr MessageKind kNotInYear{
    "code-not-in-year",
    TWELVEFOLD_TEXT("Message", "“%1” is not among the codes of the return that ends in %2.")};
constexpr MessageKind kUnknownCode{
    "code-unknown",
    TWELVEFOLD_TEXT("Message", "“%1” is not a code known for %2: it was kept as it is.")};
constexpr MessageKind kNoCode{"code-missing", TWELVEFOLD_TEXT("Message", "%1 is blank.")};

constexpr std::size_t kUsualIdLength = 10, kLongestId = 50;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// "1.23457E+11"
bool isShortenedNumber(std::string_view text)
{
    const auto exponent = text.find_first_of("Ee");
    if (exponent == 0 || exponent == std::string_view::npos || exponent + 2 >= text.size())
        return false;
    const std::string_view mantissa = text.substr(0, exponent), power = text.substr(exponent + 2);
    return text[exponent + 1] == '+' && std::ranges::all_of(power, isDigit) &&
           mantissa.find_first_not_of("0123456789.") == std::string_view::npos;
}

} // namespace

std::string_view RowReader::text(std::string_view column) const
{
    const auto at = m_columns.find(column);
    return at && *at < m_cells.size() ? trimmed(m_cells[*at]) : std::string_view();
}

const ColumnReading* RowReader::reading(std::string_view column) const
{
    const auto at = m_columns.find(column);
    return at ? m_reading.of(*at) : nullptr;
}

std::string RowReader::code(std::string_view column) const
{
    return upperCase(text(column));
}

void RowReader::note(Problem::Severity severity, Problem::Action action, std::string_view column,
                     Message message)
{
    const bool rejection = severity == Problem::Severity::rejection;
    if (!m_file.listing.lists(severity, message.kind)) {
        if (rejection && !m_listed && m_unlistedReason == 0)
            m_unlistedReason = m_file.listing.reason(
                column.empty() ? std::string() : m_columns.heading(column), message);
        return;
    }
    m_listed = m_listed || rejection;
    Problem problem;
    problem.severity = severity;
    problem.action = action;
    problem.message = std::move(message);
    problem.file = m_file.name;
    problem.row = m_row.row;
    if (!column.empty()) {
        problem.column = m_columns.heading(column);
        const auto at = m_columns.find(column);
        if (at && *at < m_row.cells.size() && !isPrivateColumn(column))
            problem.value = shown(trimmed(m_row.cells[*at]));
    }
    m_file.problems.push_back(std::move(problem));
}

void RowReader::inform(std::string_view column, const MessageKind& kind,
                       std::vector<Argument> arguments)
{
    note(Problem::Severity::information, Problem::Action::keptAsItIs, column,
         {kind, std::move(arguments)});
}

void RowReader::warn(std::string_view column, const MessageKind& kind,
                     std::vector<Argument> arguments)
{
    note(Problem::Severity::warning, Problem::Action::keptAsItIs, column,
         {kind, std::move(arguments)});
}

void RowReader::leaveOut(std::string_view column, const MessageKind& kind,
                         std::vector<Argument> arguments)
{
    note(Problem::Severity::warning, Problem::Action::valueLeftOut, column,
         {kind, std::move(arguments)});
}

void RowReader::reject(std::string_view column, const MessageKind& kind,
                       std::vector<Argument> arguments)
{
    reject(column, Message{kind, std::move(arguments)});
}

void RowReader::reject(std::string_view column, Message message)
{
    m_rejected = true;
    note(Problem::Severity::rejection, Problem::Action::rowRejected, column, std::move(message));
}

std::string RowReader::childId(std::string_view column)
{
    std::string id(text(column));
    if (id.empty())
        reject(column, kNoChild);
    else if (isShortenedNumber(id))
        reject(column, kShortenedChild, {shown(id)});
    else if (id.size() > kLongestId)
        reject(column, kNotAChild, {shown(id)});
    else if (id.size() > kUsualIdLength)
        warn(column, kLongChild, {shown(id)});
    return id;
}

std::optional<Date> RowReader::date(std::string_view column)
{
    const std::string_view written = text(column);
    if (written.empty())
        return std::nullopt;
    const ColumnReading* how = reading(column);
    const auto date = how != nullptr ? how->date(written) : std::nullopt;
    if (!date)
        reject(column, kNotADate, {shown(written)});
    return date;
}

std::optional<Money> RowReader::amount(std::string_view column)
{
    const ColumnReading* how = reading(column);
    const auto amount = how != nullptr ? how->amount(text(column)) : parseMoney(text(column));
    if (amount)
        return *amount;
    reject(column, amount.failure());
    return std::nullopt;
}

std::optional<int> RowReader::wholeNumber(std::string_view column, int lowest, int highest)
{
    const std::string_view written = text(column);
    if (written.empty())
        return std::nullopt;
    const auto number = decimalFrom(written);
    if (number && lowest <= *number && *number <= highest && *number == std::floor(*number))
        return static_cast<int>(*number);
    leaveOut(column, kNotANumber, {shown(written), std::int64_t{lowest}, std::int64_t{highest}});
    return std::nullopt;
}

std::string RowReader::knownCode(std::string_view column, Blank blank, int returnYear)
{
    const CodeBook& book = codeBook(column);
    std::string code = this->code(column);
    if (!m_columns.has(column))
        return code;
    if (code.empty() && blank == Blank::doubtful)
        warn(column, kNoCode, {m_columns.heading(column)});
    else if (!code.empty() && !book.knows(code))
        warn(column, kUnknownCode, {shown(text(column)), m_columns.heading(column)});
    else if (!code.empty() && returnYear != 0 && !book.isOfYear(code, returnYear))
        warn(column, kNotInYear, {code, std::to_string(returnYear)});
    return code;
}

std::optional<double> decimalFrom(std::string_view text)
{
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && rest == end && std::isfinite(value) ? std::optional(value)
                                                                       : std::nullopt;
}

std::string upperCase(std::string_view text)
{
    std::string upper(text);
    for (char& c : upper) {
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    }
    return upper;
}

bool isUrn(std::string_view text)
{
    const bool withLetters = text.starts_with("SC");
    const std::string_view figures = withLetters ? text.substr(2) : text;
    return text == "XXXXXXX" ||
           (figures.size() == (withLetters ? 6U : 7U) && std::ranges::all_of(figures, isDigit));
}

} // namespace twelvefold::exchange
