// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stats_model.h"

#include "cli/options.h"
#include "cli/output.h"
#include "cli/stats_json.h"
#include "cli/table.h"

#include <map>

namespace twelvefold::cli {

Columns yAndX(const StatsAsked& asked, const std::vector<std::string>& others)
{
    std::vector<std::string> names{wanted(asked.y, "--y")};
    for (const std::string& name : listed(wanted(asked.x, "--x")))
        names.push_back(name);
    names.insert(names.end(), others.begin(), others.end());
    return columnsOf(asked.csv, names);
}

analysis::Design designOf(const StatsAsked& asked, const Columns& columns, std::size_t others)
{
    const std::size_t end = columns.names.size() - others;
    analysis::Design design(columns.n());
    if (asked.intercept)
        design.intercept();
    if (asked.poly > 0) {
        if (end != 2)
            throw Failure("--poly is for one column of --x.", kWrongUse);
        return design.powers(columns.names[1], columns.values[1], asked.poly);
    }
    for (std::size_t i = 1; i < end; ++i)
        design.column(columns.names[i], columns.values[i]);
    return design;
}

std::span<const double> weightsIn(const StatsAsked& asked, const Columns& columns)
{
    if (asked.weightColumn.empty())
        return {};
    for (std::size_t i = 0; i < columns.n(); ++i)
        if (!(columns.values.back()[i] > 0.0))
            throw Failure("Row " + std::to_string(columns.rows[i]) + ", " + asked.weightColumn +
                          ": a weight must be above zero.");
    return columns.values.back();
}

std::vector<std::size_t> clustersIn(const StatsAsked& asked, Columns& columns)
{
    const Table table = Table::read(asked.csv);
    const std::size_t place = table.column(asked.cluster);
    std::map<std::string, std::size_t> codes;
    std::vector<std::size_t> clusters;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < columns.n(); ++i) {
        const std::string& text = table.rows[columns.rows[i] - 1][place];
        if (text.empty() || text == "NA")
            continue;
        clusters.push_back(codes.emplace(text, codes.size()).first->second);
        columns.rows[kept] = columns.rows[i];
        for (auto& values : columns.values)
            values[kept] = values[i];
        ++kept;
    }
    columns.excluded += columns.n() - kept;
    columns.rows.resize(kept);
    for (auto& values : columns.values)
        values.resize(kept);
    return clusters;
}

} // namespace twelvefold::cli
