// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cell_walk.h"

#include "cli/output.h"
#include "exchange/csv_table.h"
#include "exchange/text.h"
#include "files/input_file.h"
#include "files/names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace twelvefold::cli {
namespace {

constexpr std::array kPowersOfTen{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
// Below this every whole number is a double.
constexpr std::uint64_t kWhole = std::uint64_t{1} << 53U;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

struct Bytes
{
    std::unique_ptr<char[]> data;
    std::size_t size = 0;
};

// Grown as needed, for what has no size of its own, such as a pipe.
Bytes bytesOf(const files::Descriptor& file, std::size_t expected, std::error_code& error)
{
    Bytes bytes{std::make_unique_for_overwrite<char[]>(expected + 2), 0};
    std::size_t room = expected + 1;
    for (;;) {
        const std::size_t length =
            files::readSome(file, bytes.data.get() + bytes.size, room - bytes.size, error);
        if (length == 0)
            break;
        bytes.size += length;
        if (bytes.size < room)
            continue;
        auto more = std::make_unique_for_overwrite<char[]>(2 * room + 1);
        std::copy_n(bytes.data.get(), bytes.size, more.get());
        bytes.data = std::move(more);
        room *= 2;
    }
    bytes.data[bytes.size] = '\0';
    return bytes;
}

bool isPlainAscii(std::string_view bytes)
{
    unsigned char high = 0;
    bool zero = false;
    for (const char c : bytes) {
        high = static_cast<unsigned char>(high | static_cast<unsigned char>(c));
        zero = zero || c == '\0';
    }
    return high < 0x80 && !zero;
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

TableText TableText::read(const std::filesystem::path& path)
{
    const auto file = files::openToRead(path);
    if (!file)
        throw Failure(file.failure());
    std::error_code noSize, notRead;
    const auto size = std::filesystem::file_size(path, noSize);
    Bytes bytes = bytesOf(*file, noSize ? 4096 : static_cast<std::size_t>(size), notRead);
    if (notRead)
        throw Failure(files::whyNotRead(notRead, path));
    TableText text;
    text.m_bytes = std::move(bytes.data);
    text.m_view = {text.m_bytes.get(), bytes.size};
    // Of plain ASCII only the beginning can say that it is no table.
    const bool plain = isPlainAscii(text.m_view);
    auto decoded = exchange::decodeText(plain ? text.m_view.substr(0, 4096) : text.m_view);
    if (!decoded)
        throw Failure(decoded.failure());
    if (!plain) {
        text.m_decoded = std::move(decoded->utf8);
        text.m_view = text.m_decoded;
        text.m_bytes.reset();
    }
    return text;
}

CellWalk::CellWalk(std::string_view whole, std::string_view part, char separator)
    : m_begin(whole.data()), m_row(part.data()), m_at(part.data()),
      m_end(part.data() + part.size()), m_separator(separator)
{
}

bool CellWalk::nextRow()
{
    for (;;) {
        const char* at = m_at;
        while (at != m_end && isSpace(*at) && *at != m_separator)
            ++at;
        if (at == m_end)
            return false;
        if (*at != '\n' && *at != '\r')
            break;
        m_at = at + 1;
    }
    m_row = m_at;
    m_rowEnded = false;
    return true;
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

std::string_view CellWalk::cell()
{
    const char* from = m_at;
    while (isSpace(*from) && *from != m_separator)
        ++from;
    if (*from == '"' && from != m_end)
        return quotedCell(from + 1);
    const char* to = from;
    while (!ends(to))
        ++to;
    endCell(to);
    return exchange::trimmed({from, static_cast<std::size_t>(to - from)});
}

std::string_view CellWalk::quotedCell(const char* from)
{
    m_unquoted.clear();
    const char* at = from;
    for (;;) {
        while (at != m_end && *at != '"')
            m_unquoted += *at++;
        if (at == m_end || at + 1 == m_end || at[1] != '"')
            break;
        m_unquoted += '"';
        at += 2;
    }
    if (at != m_end)
        ++at;
    const bool closed = at != from && at[-1] == '"';
    while (isSpace(*at) && *at != m_separator)
        ++at;
    if (!closed || !ends(at))
        throw Failure("Line " + std::to_string(line()) +
                      ": a quotation mark is out of place or never closed.");
    endCell(at);
    return exchange::trimmed(m_unquoted);
}

void CellWalk::skip()
{
    const char* at = m_at;
    while (!ends(at) && *at != '"')
        ++at;
    if (*at == '"' && at != m_end)
        cell();
    else
        endCell(at);
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
    for (; isDigit(*at); ++at)
        digits = 10 * digits + static_cast<std::uint64_t>(*at - '0');
    auto count = at - first;
    std::ptrdiff_t behindPoint = 0;
    if (*at == '.') {
        first = ++at;
        for (; isDigit(*at); ++at)
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

std::size_t CellWalk::line() const
{
    std::size_t lines = 1;
    for (const char* at = m_begin; at != m_row; ++at)
        lines += *at == '\n' || (*at == '\r' && at[1] != '\n') ? 1 : 0;
    return lines;
}

} // namespace twelvefold::cli
