// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stats/ratings_input.h"

#include "cli/output.h"
#include "exchange/cell_walk.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace twelvefold::cli {

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

Ratings ratingsOf(const std::string& csv, const std::vector<std::string>& names, bool mustBeNumbers)
{
    const Texts texts = textsOf(csv, names);
    std::set<std::string> categories; // when they are not all numbers
    bool allNumbers = true;
    for (const auto& row : texts.rows) {
        for (const std::string& cell : row) {
            if (cell.empty())
                continue;
            categories.insert(cell);
            allNumbers = allNumbers && exchange::numberIn(cell).has_value();
        }
    }
    Ratings ratings{texts.names, {}};
    for (std::size_t row = 0; row < texts.rows.size(); ++row) {
        auto& cells = ratings.cells.emplace_back();
        for (std::size_t i = 0; i < texts.names.size(); ++i) {
            const std::string& cell = texts.rows[row][i];
            const auto number = exchange::numberIn(cell);
            if (cell.empty())
                cells.emplace_back(std::nullopt);
            else if (allNumbers)
                cells.emplace_back(number);
            else if (!mustBeNumbers)
                cells.emplace_back(
                    static_cast<double>(std::distance(categories.begin(), categories.find(cell))));
            else if (number)
                cells.emplace_back(number);
            else
                throw notANumber(row + 1, texts.names[i], cell);
        }
    }
    return ratings;
}

} // namespace twelvefold::cli
