// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stats/model.h"

#include "cli/options.h"
#include "cli/output.h"
#include "cli/stats/json.h"
#include "cli/stats/row_order.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::cli {

Columns yAndX(const StatsAsked& asked, const std::vector<std::string>& others)
{
    std::vector<std::string> names{nameNeeded(asked.y, "--y")};
    for (const std::string& name : listed(nameNeeded(asked.x, "--x")))
        names.push_back(name);
    if (names.size() == 1)
        throw Failure("--x is needed: a column of the table, or several between commas.",
                      kWrongUse);
    names.insert(names.end(), others.begin(), others.end());
    return columnsOf(asked.csv, names, asked.cluster);
}

statistics::Design designOf(const StatsAsked& asked, const Columns& columns, std::size_t others)
{
    const std::size_t end = columns.names.size() - others;
    statistics::Design design(columns.n());
    if (asked.intercept)
        design.intercept();
    if (asked.poly > 0) {
        if (end != 2)
            throw Failure("--poly is for one column of --x.", kWrongUse);
        design.powers(columns.names[1], columns.values[1], asked.poly);
    } else {
        for (std::size_t i = 1; i < end; ++i)
            design.column(columns.names[i], columns.values[i]);
    }
    checkRange(design);
    return design;
}

void checkRange(const statistics::Design& design)
{
    constexpr double kLargest = 1e152;
    for (std::size_t column = 0; column < design.columns(); ++column) {
        double largest = 0;
        for (const double value : design.column(column))
            largest = std::max(largest, std::fabs(value));
        if (largest != 0 && !(largest <= kLargest && largest >= 1 / kLargest))
            throw Failure("The numbers of " + design.name(column) +
                          " are too large or too small to be squared and added up: give them in "
                          "another unit.");
    }
}

std::span<const double> weightsIn(const StatsAsked& asked, const Columns& columns)
{
    if (asked.weightColumn.empty())
        return {};
    const std::vector<double> inOrder = inTableOrder(columns, columns.values.back());
    for (std::size_t i = 0; i < columns.n(); ++i)
        if (!(inOrder[i] > 0.0))
            throw Failure("Row " + std::to_string(columns.rows[i]) + ", " + asked.weightColumn +
                          ": a weight must be above zero.");
    return columns.values.back();
}

} // namespace twelvefold::cli
