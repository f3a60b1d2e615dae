// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table.h"

#include "cli/output.h"
#include "exchange/csv_table.h"
#include "exchange/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>

namespace twelvefold::cli {

Table Table::parsed(std::string_view text)
{
    Table table;
    for (exchange::CsvRow& row : exchange::parseCsv(text, exchange::separatorOf(text))) {
        if (row.blank())
            continue;
        if (row.badQuotes)
            throw Failure("Line " + std::to_string(row.line) +
                          ": a quotation mark is out of place or never closed.");
        for (std::string& cell : row.cells)
            cell = std::string(exchange::trimmed(cell));
        if (table.headings.empty()) {
            table.headings = std::move(row.cells);
            continue;
        }
        if (row.cells.size() != table.headings.size())
            throw Failure("Line " + std::to_string(row.line) + " has " +
                          std::to_string(row.cells.size()) + " cells where the headings have " +
                          std::to_string(table.headings.size()) + ".");
        table.rows.push_back(std::move(row.cells));
    }
    return table;
}

Table Table::read(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream || std::filesystem::is_directory(path))
        throw Failure("There is no file \"" + path.string() + "\" that can be read.");
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    const auto text = exchange::decodeText(bytes);
    if (!text)
        throw Failure(text.failure());
    Table table = parsed(text->utf8);
    if (table.headings.empty())
        throw Failure("\"" + path.string() + "\" has no headings.");
    return table;
}

std::size_t Table::column(const std::string& name) const
{
    const auto found = std::ranges::find(headings, name);
    if (found == headings.end()) {
        std::string all;
        for (const std::string& heading : headings)
            all += (all.empty() ? "" : ", ") + heading;
        throw Failure("There is no column \"" + name + "\". The columns are: " + all + ".",
                      kWrongUse);
    }
    return static_cast<std::size_t>(found - headings.begin());
}

std::optional<double> numberIn(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || rest != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

} // namespace twelvefold::cli
