// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stats/any_columns.h"

#include "cli/stats/input.h"
#include "exchange/cell_walk.h"

#include <algorithm>
#include <iterator>

namespace twelvefold::cli {
namespace {

void addCategories(const std::vector<std::string>& cells, AnyColumn& column)
{
    Coded categories = coded(cells);
    column.levels = std::move(categories.names);
    column.codes.assign(categories.codes.begin(), categories.codes.end());
}

} // namespace

AnyColumns anyColumnsOf(const std::string& csv, const std::vector<std::string>& names,
                        const std::vector<std::string>& categories)
{
    Texts texts = textsOf(csv, names);
    AnyColumns result;
    const auto incomplete = std::ranges::remove_if(texts.rows, [](const auto& row) {
        return std::ranges::any_of(row, [](const auto& cell) { return cell.empty(); });
    });
    result.excluded = incomplete.size();
    texts.rows.erase(incomplete.begin(), incomplete.end());
    result.n = texts.rows.size();
    std::ranges::sort(texts.rows); // no figure may depend on the order of the table
    for (std::size_t i = 0; i < texts.names.size(); ++i) {
        AnyColumn column;
        column.name = texts.names[i];
        std::vector<std::string> cells;
        for (const auto& row : texts.rows)
            cells.push_back(row[i]);
        const bool named = std::ranges::find(categories, column.name) != categories.end();
        if (!named && std::ranges::all_of(cells, [](const auto& cell) {
                return exchange::numberIn(cell).has_value();
            }))
            std::ranges::transform(cells, std::back_inserter(column.values),
                                   [](const auto& cell) { return *exchange::numberIn(cell); });
        else
            addCategories(cells, column);
        result.columns.push_back(std::move(column));
    }
    return result;
}

} // namespace twelvefold::cli
