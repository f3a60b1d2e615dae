// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cell_walk.h"

#include "domain/csv.h"
#include "domain/trimmed.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace twelvefold::exchange {
namespace {

constexpr std::array kPowersOfTen{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
// Below this every whole number is a double.
constexpr std::uint64_t kWhole = std::uint64_t{1} << 53U;

bool isFigure(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

bool isMissing(std::string_view cell)
{
    constexpr std::array<std::string_view, 12> words{"",     "NA",   "NaN",  "nan",  "N/A",  "n/a",
                                                     "#N/A", "NULL", "null", "None", "<NA>", "na"};
    return std::ranges::find(words, cell) != words.end();
}

std::optional<double> numberIn(std::string_view text)
{
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    double value = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (rest != text.data() + text.size() || text.empty())
        return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        // One too small for a double is zero, as everybody reads it.
        const auto power = text.find_first_of("eE");
        const bool small = power == std::string_view::npos
                               ? text.find_first_of("123456789") > text.find('.')
                               : text.substr(power + 1, 1) == "-";
        return small ? std::optional(0.0) : std::nullopt;
    }
    if (error != std::errc() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::int64_t lineEndsIn(std::string_view rows)
{
    std::int64_t lines = 0;
    for (std::size_t at = 0; at < rows.size(); ++at)
        lines += rows[at] == '\n' || (rows[at] == '\r' && !rows.substr(at + 1).starts_with('\n'));
    return lines;
}

CellWalk::CellWalk(std::string_view whole, std::string_view part, char separator)
    : m_begin(whole.data()), m_row(part.data()), m_at(part.data()),
      m_end(part.data() + part.size()), m_separator(separator)
{
}

bool CellWalk::nextRow()
{
    for (;;) {
        const char* at = behindBlanks(m_at);
        if (at == m_end)
            return false;
        if (*at != '\n' && *at != '\r')
            break;
        m_at = at + 1;
    }
    m_row = m_at;
    m_rowEnded = false;
    m_badQuotes = false;
    return true;
}

const char* CellWalk::behindBlanks(const char* at) const
{
    while (at != m_end && (*at == ' ' || *at == '\t') && *at != m_separator)
        ++at;
    return at;
}

void CellWalk::endCell(const char* at)
{
    m_rowEnded = at == m_end || *at != m_separator;
    if (at == m_end) {
        m_at = at;
        return;
    }
    const bool two = *at == '\r' && at + 1 != m_end && at[1] == '\n';
    m_at = at + (two ? 2 : 1);
}

std::string_view CellWalk::cellAsItStands()
{
    const char* from = behindBlanks(m_at);
    m_quoted = from != m_end && *from == '"';
    if (m_quoted)
        return quotedCell(from + 1);
    const char* to = from;
    while (!ends(to))
        ++to;
    endCell(to);
    while (to != from && (to[-1] == ' ' || to[-1] == '\t'))
        --to;
    return domain::asWritten({from, static_cast<std::size_t>(to - from)});
}

std::string_view CellWalk::quotedCell(const char* from)
{
    m_unquoted.clear();
    const char* at = from;
    for (;;) {
        const char* mark = std::find(at, m_end, '"');
        m_unquoted.append(at, mark);
        at = mark;
        if (at == m_end || at + 1 == m_end || at[1] != '"')
            break;
        m_unquoted += '"';
        at += 2;
    }
    m_badQuotes = at == m_end;
    if (!m_badQuotes) {
        at = behindBlanks(at + 1);
        m_badQuotes = !ends(at);
    }
    endCell(at);
    m_rowEnded = m_rowEnded || m_badQuotes;
    return domain::asWritten(m_unquoted);
}

std::string_view CellWalk::cell()
{
    return domain::trimmed(cellAsItStands());
}

void CellWalk::skip()
{
    const char* at = m_at;
    while (!ends(at) && *at != '"')
        ++at;
    if (at != m_end && *at == '"')
        cellAsItStands();
    else
        endCell(at);
}

std::string_view CellWalk::passLine()
{
    endCell(std::find_if(m_row, m_end, [](char c) { return c == '\n' || c == '\r'; }));
    return row();
}

CellKind CellWalk::number(double& value)
{
    // Nearly every cell is a few digits with a point among them: a whole number below 2⁵³ over a
    // power of ten that is a double, so that one division gives the nearest double (Clinger 1990).
    const char* at = m_at;
    const bool negative = *at == '-';
    at += negative ? 1 : 0;
    std::uint64_t digits = 0;
    const char* first = at;
    for (; isFigure(*at); ++at)
        digits = 10 * digits + static_cast<std::uint64_t>(*at - '0');
    auto count = at - first;
    std::ptrdiff_t behindPoint = 0;
    if (*at == '.') {
        first = ++at;
        for (; isFigure(*at); ++at)
            digits = 10 * digits + static_cast<std::uint64_t>(*at - '0');
        behindPoint = at - first;
        count += behindPoint;
    }
    if (count > 0 && count <= 18 && digits <= kWhole && ends(at)) {
        const double size =
            static_cast<double>(digits) / kPowersOfTen[static_cast<std::size_t>(behindPoint)];
        value = negative ? -size : size;
        endCell(at);
        return CellKind::number;
    }
    m_text = cell();
    if (isMissing(m_text))
        return CellKind::missing;
    const auto other = numberIn(m_text);
    value = other.value_or(0);
    return other ? CellKind::number : CellKind::text;
}

std::int64_t CellWalk::line() const
{
    return 1 + lineEndsIn({m_begin, static_cast<std::size_t>(m_row - m_begin)});
}

} // namespace twelvefold::exchange
