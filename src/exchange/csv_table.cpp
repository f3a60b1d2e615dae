// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_table.h"

#include <algorithm>
#include <csv.h>

namespace twelvefold::exchange {

// One row being put together by libcsv.
struct RowInMaking
{
    std::vector<std::string> cells;
    bool finished = false;
};

namespace {

extern "C" {
void takeCell(void* text, std::size_t length, void* row)
{
    static_cast<RowInMaking*>(row)->cells.emplace_back(static_cast<const char*>(text), length);
}
void takeRowEnd(int, void* row)
{
    static_cast<RowInMaking*>(row)->finished = true;
}
}

} // namespace

class Parser
{
public:
    explicit Parser(char separator) : m_separator(separator) { begin(); }
    ~Parser() { csv_free(&m_parser); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    // False: the quotation marks do not fit together.
    bool feed(std::string_view line, RowInMaking& row)
    {
        return csv_parse(&m_parser, line.data(), line.size(), takeCell, takeRowEnd, &row) ==
               line.size();
    }
    bool finish(RowInMaking& row) { return csv_fini(&m_parser, takeCell, takeRowEnd, &row) == 0; }
    void restart()
    {
        csv_free(&m_parser);
        begin();
    }

private:
    void begin()
    {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_delim(&m_parser, static_cast<unsigned char>(m_separator));
    }

    csv_parser m_parser{};
    char m_separator;
};

namespace {

// The line at a position with its end, whichever kind that is.
std::string_view lineAt(std::string_view text, std::size_t at)
{
    const std::size_t end = text.find_first_of("\r\n", at);
    if (end == std::string_view::npos)
        return text.substr(at);
    const bool two = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    return text.substr(at, end + (two ? 2 : 1) - at);
}

std::string_view firstLine(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view line = lineAt(text, at);
        if (!trimmed(line).empty())
            return line;
        at += line.size();
    }
    return {};
}

} // namespace

bool CsvRow::blank() const
{
    return std::ranges::all_of(cells,
                               [](const std::string& cell) { return trimmed(cell).empty(); });
}

char separatorOf(std::string_view text)
{
    constexpr std::string_view separators = ",;\t";
    std::ptrdiff_t counts[separators.size()] = {};
    bool quoted = false;
    for (const char c : firstLine(text)) {
        if (c == '"')
            quoted = !quoted;
        const std::size_t which = separators.find(c);
        if (!quoted && which != std::string_view::npos)
            ++counts[which];
    }
    return separators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts)];
}

class CsvCutter::Private
{
public:
    Private(std::string_view all, char separator, std::int64_t firstLine)
        : text(all), parser(separator), line(firstLine)
    {
    }

    bool next(CsvRow& row)
    {
        while (at < text.size()) {
            const std::string_view first = lineAt(text, at);
            if (!trimmed(first).empty()) {
                cut(first, row);
                return true;
            }
            at += first.size();
            ++line;
        }
        return false;
    }

    std::string_view text;
    Parser parser;
    std::size_t at = 0;
    std::int64_t line;

private:
    void cut(std::string_view first, CsvRow& row)
    {
        RowInMaking making;
        bool sound = parser.feed(first, making);
        std::size_t end = at + first.size();
        std::int64_t lines = 1;
        while (sound && !making.finished && end < text.size()) {
            const std::string_view next = lineAt(text, end);
            sound = parser.feed(next, making);
            end += next.size();
            ++lines;
        }
        if (sound && !making.finished)
            sound = parser.finish(making);
        if (sound) {
            row = {line, std::move(making.cells), false, text.substr(at, end - at)};
            at = end;
            line += lines;
        } else {
            row = {line, {std::string(trimmed(first))}, true, first};
            at += first.size();
            ++line;
            parser.restart();
        }
    }
};

CsvCutter::CsvCutter(std::string_view text, char separator, std::int64_t firstLine)
    : d(std::make_unique<Private>(text, separator, firstLine))
{
}
CsvCutter::~CsvCutter() = default;

bool CsvCutter::next(CsvRow& row)
{
    return d->next(row);
}

std::string_view CsvCutter::rest() const
{
    return d->text.substr(d->at);
}

std::int64_t CsvCutter::line() const
{
    return d->line;
}

std::vector<CsvRow> parseCsv(std::string_view text, char separator)
{
    std::vector<CsvRow> rows;
    CsvCutter cutter(text, separator);
    for (CsvRow row; cutter.next(row);)
        rows.push_back(std::move(row));
    return rows;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view noBreakSpace = "\u00A0";
    constexpr std::string_view byteOrderMark = "\uFEFF";
    constexpr std::string_view plain = " \t\r\n\v\f";
    for (bool more = true; more;) {
        const std::size_t before = text.size();
        while (!text.empty() && plain.find(text.front()) != std::string_view::npos)
            text.remove_prefix(1);
        while (!text.empty() && plain.find(text.back()) != std::string_view::npos)
            text.remove_suffix(1);
        for (const std::string_view mark : {noBreakSpace, byteOrderMark}) {
            if (text.starts_with(mark))
                text.remove_prefix(mark.size());
            if (text.ends_with(mark))
                text.remove_suffix(mark.size());
        }
        more = text.size() != before;
    }
    return text;
}

std::string shown(std::string_view cell)
{
    constexpr std::size_t longest = 60;
    if (cell.size() <= longest)
        return std::string(cell);
    std::size_t cut = longest; // never in the middle of a character
    while (cut > 0 && (static_cast<unsigned char>(cell[cut]) & 0xC0U) == 0x80U)
        --cut;
    return std::string(cell.substr(0, cut)) + "…";
}

} // namespace twelvefold::exchange
