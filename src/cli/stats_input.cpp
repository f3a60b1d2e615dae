// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stats_input.h"

#include "cli/output.h"
#include "cli/table.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

namespace twelvefold::cli {
namespace {

bool isMissing(const std::string& cell)
{
    return cell.empty() || cell == "NA" || cell == "NaN" || cell == "nan";
}

double numberAt(const Table& table, std::size_t row, std::size_t column)
{
    const std::string& cell = table.rows[row][column];
    const auto number = numberIn(cell);
    if (!number)
        throw Failure("Row " + std::to_string(row + 1) + ", " + table.headings[column] + ": \"" +
                      cell + "\" is not a number.");
    return *number;
}

} // namespace

Columns columnsOf(const std::string& csv, std::vector<std::string> names, const std::string& labels)
{
    const Table table = Table::read(csv);
    if (names.empty())
        names = table.headings;
    const auto labelPlace = labels.empty() ? std::optional<std::size_t>() : table.column(labels);
    std::vector<std::size_t> places;
    for (const std::string& name : names)
        places.push_back(table.column(name));

    Columns columns;
    columns.names = std::move(names);
    columns.values.resize(places.size());
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        bool complete = true;
        for (const std::size_t place : places)
            complete = complete && !isMissing(table.rows[row][place]);
        if (labelPlace)
            complete = complete && !isMissing(table.rows[row][*labelPlace]);
        if (!complete) {
            ++columns.excluded;
            continue;
        }
        for (std::size_t i = 0; i < places.size(); ++i)
            columns.values[i].push_back(numberAt(table, row, places[i]));
        if (labelPlace)
            columns.labels.push_back(table.rows[row][*labelPlace]);
        columns.rows.push_back(row + 1);
    }
    return columns;
}

Columns Ratings::complete() const
{
    Columns columns;
    columns.names = names;
    columns.values.resize(names.size());
    for (std::size_t row = 0; row < cells.size(); ++row) {
        if (!std::all_of(cells[row].begin(), cells[row].end(),
                         [](const auto& rating) { return rating.has_value(); })) {
            ++columns.excluded;
            continue;
        }
        for (std::size_t i = 0; i < names.size(); ++i)
            columns.values[i].push_back(*cells[row][i]);
        columns.rows.push_back(row + 1);
    }
    return columns;
}

Ratings ratingsOf(const std::string& csv, std::vector<std::string> names, bool mustBeNumbers)
{
    const Table table = Table::read(csv);
    std::vector<std::size_t> places;
    for (const std::string& name : names)
        places.push_back(table.column(name));
    std::set<std::string> texts; // the categories, when they are not all numbers
    bool allNumbers = true;
    for (const auto& row : table.rows) {
        for (const std::size_t place : places) {
            if (isMissing(row[place]))
                continue;
            texts.insert(row[place]);
            allNumbers = allNumbers && numberIn(row[place]).has_value();
        }
    }
    Ratings ratings{std::move(names), {}};
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        auto& cells = ratings.cells.emplace_back();
        for (const std::size_t place : places) {
            const std::string& cell = table.rows[row][place];
            if (isMissing(cell))
                cells.emplace_back(std::nullopt);
            else if (allNumbers || mustBeNumbers)
                cells.emplace_back(numberAt(table, row, place));
            else
                cells.emplace_back(
                    static_cast<double>(std::distance(texts.begin(), texts.find(cell))));
        }
    }
    return ratings;
}

Coded coded(const std::vector<std::string>& labels)
{
    Coded result;
    result.names = labels;
    const bool numbers = std::ranges::all_of(
        labels, [](const std::string& label) { return numberIn(label).has_value(); });
    const auto before = [numbers](const std::string& a, const std::string& b) {
        const double x = numbers ? *numberIn(a) : 0, y = numbers ? *numberIn(b) : 0;
        return x != y ? x < y : a < b;
    };
    std::ranges::sort(result.names, before);
    const auto repeated = std::ranges::unique(result.names);
    result.names.erase(repeated.begin(), repeated.end());
    for (const std::string& label : labels) {
        const auto at = std::ranges::lower_bound(result.names, label, before);
        result.codes.push_back(static_cast<std::uint32_t>(at - result.names.begin()));
    }
    return result;
}

} // namespace twelvefold::cli
