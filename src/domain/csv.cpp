// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/csv.h"

#include "domain/trimmed.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace twelvefold::domain {
namespace {

bool isSignedNumber(std::string_view text)
{
    if (!text.starts_with('+') && !text.starts_with('-'))
        return false;
    const std::string_view size = text.substr(1);
    double value = 0;
    const auto [rest, error] = std::from_chars(size.data(), size.data() + size.size(), value);
    const bool digits = size.find_first_of(".0123456789") == 0; // neither "--1" nor "-inf"
    return digits && error != std::errc::invalid_argument && rest == size.data() + size.size();
}

bool isFormula(std::string_view text)
{
    // The full-width signs are taken for the others where East Asian input is set up.
    constexpr std::string_view signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    const std::string_view begun = trimmed(text);
    return std::ranges::any_of(
               signs, [begun](std::string_view sign) { return begun.starts_with(sign); }) &&
           !isSignedNumber(text);
}

bool isFormulaBehindApostrophes(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    return isFormula(text);
}

// Readers take white space off the ends, of whatever kind, unless it is quoted.
bool needsQuotes(std::string_view text)
{
    return text.find_first_of(",;\t\"\r\n") != std::string_view::npos ||
           trimmed(text).size() != text.size();
}

} // namespace

std::string withoutFormula(std::string_view text)
{
    return isFormulaBehindApostrophes(text) ? "'" + std::string(text) : std::string(text);
}

std::string_view asWritten(std::string_view cell)
{
    return cell.starts_with('\'') && isFormulaBehindApostrophes(cell) ? cell.substr(1) : cell;
}

void CsvWriter::text(std::string_view words)
{
    beginCell();
    const std::string cell = withoutFormula(words);
    if (!needsQuotes(cell)) {
        m_csv += cell;
        return;
    }
    m_csv += '"';
    for (const char c : cell) {
        if (c == '"')
            m_csv += '"';
        m_csv += c;
    }
    m_csv += '"';
}

void CsvWriter::figure(std::string_view plain)
{
    beginCell();
    m_csv += plain;
}

void CsvWriter::endRow()
{
    m_csv += m_flavour.lineEnd;
    m_rowBegun = false;
}

std::string CsvWriter::take()
{
    return std::exchange(m_csv, {});
}

void CsvWriter::beginCell()
{
    if (m_rowBegun)
        m_csv += ',';
    m_rowBegun = true;
}

} // namespace twelvefold::domain
