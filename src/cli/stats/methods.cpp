// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stats/methods.h"

#include "cli/options.h"
#include "cli/output.h"
#include "cli/stats/input.h"
#include "cli/stats/json.h"
#include "cli/stats/model.h"
#include "cli/stats/row_order.h"
#include "statistics/association/correlation.h"
#include "statistics/description/descriptive.h"
#include "statistics/description/robust_univariate.h"
#include "statistics/similar/similar_need.h"

#include <nlohmann/json.hpp>

#include <chrono>

namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;
using namespace twelvefold::statistics;

ordered_json statsPairsJson(const std::vector<Pair>& pairs, const Columns& columns)
{
    ordered_json list = ordered_json::array();
    for (const Pair& pair : pairs)
        list.push_back({{"a", columns.rows[pair.a]},
                        {"b", columns.rows[pair.b]},
                        {"distance", pair.distance},
                        {"ratio", pair.ratio}});
    return list;
}

// The first column is the cost: rows whose cost is not above zero are in no pair.
Columns withACost(Columns columns)
{
    std::size_t kept = 0;
    for (std::size_t row = 0; row < columns.n(); ++row) {
        if (!(columns.values.front()[row] > 0))
            continue;
        for (auto& values : columns.values)
            values[kept] = values[row];
        columns.rows[kept++] = columns.rows[row];
    }
    columns.excluded += columns.n() - kept;
    columns.rows.resize(kept);
    for (auto& values : columns.values)
        values.resize(kept);
    return columns;
}

} // namespace

ordered_json correlationStats(const StatsAsked& asked)
{
    const Columns columns = yAndX(asked);
    if (columns.names.size() != 2)
        throw Failure("--x: a correlation is of one column with another.", kWrongUse);
    const auto& y = columns.values[0];
    const auto& x = columns.values[1];
    const CorrelationEstimate result = asked.kind == "kendall"    ? kendall(x, y)
                                       : asked.kind == "spearman" ? spearman(x, y)
                                                                  : pearson(x, y);
    ordered_json object = beginAnswer("correlation", columns);
    object["kind"] = asked.kind;
    object["estimate"] = number(result.estimate);
    object["lower"] = number(result.lower);
    object["upper"] = number(result.upper);
    object["p"] = number(result.p);
    object["summary"] = result.estimate ? columns.names[1] + " and " + columns.names[0] + ": " +
                                              shortest(*result.estimate) + " of " +
                                              std::to_string(columns.n()) + " pairs"
                                        : english(result.undefined.value());
    addNotes(object, result.notes);
    return object;
}

// What no few values can carry away, beside the mean and the standard deviation.
void addRobust(ordered_json& object, std::span<const double> values)
{
    const RobustColumn robust = robustColumn(values);
    object["mad"] = number(robust.mad);
    object["qn"] = number(robust.qn);
    object["sn"] = number(robust.sn);
    object["huber"] = number(robust.huber);
    object["huber_scale"] =
        robust.spread ? ordered_json(robust.spread->value) : ordered_json(nullptr);
    object["trimmed10"] = number(robust.trimmed);
    object["medcouple"] = number(robust.medcouple);
    object["whisker_low"] =
        robust.box ? ordered_json(robust.box->whiskerLow) : ordered_json(nullptr);
    object["whisker_high"] =
        robust.box ? ordered_json(robust.box->whiskerHigh) : ordered_json(nullptr);
    addNotes(object, robust.notes);
}

ordered_json describeStats(const StatsAsked& asked)
{
    const std::string name = asked.y.empty() ? asked.x : asked.y;
    Columns columns =
        columnsOf(asked.csv, name.empty() ? std::vector<std::string>{} : std::vector{name}, {},
                  RowOrder::table);
    if (columns.names.size() != 1)
        throw Failure("--y is needed: which column to describe.", kWrongUse);
    const auto& values = columns.values.front();
    const auto lag1 = lag1Autocorrelation(values); // the one figure that is of the order
    putInOwnOrder(columns);
    const auto quarters = quartiles(values);
    const auto ends = range(values);
    ordered_json object = beginAnswer("describe", columns);
    object["mean"] = number(mean(values));
    object["sd"] = number(standardDeviation(values));
    object["lag1"] = number(lag1);
    object["min"] = ends ? ordered_json(ends->min) : ordered_json(nullptr);
    object["q1"] = quarters ? ordered_json(quarters->lower) : ordered_json(nullptr);
    object["median"] = quarters ? ordered_json(quarters->median) : ordered_json(nullptr);
    object["q3"] = quarters ? ordered_json(quarters->upper) : ordered_json(nullptr);
    object["max"] = ends ? ordered_json(ends->max) : ordered_json(nullptr);
    addRobust(object, values);
    object["summary"] = columns.names.front() + ": " + std::to_string(columns.n()) + " values" +
                        (quarters ? ", median " + shortest(quarters->median) : "");
    return object;
}

ordered_json pairsStats(const StatsAsked& asked)
{
    std::vector<std::string> names{nameNeeded(asked.cost, "--cost")};
    for (const std::string& name : listed(nameNeeded(asked.x, "--x")))
        names.push_back(name);
    const Columns columns = withACost(columnsOf(asked.csv, names, {}, RowOrder::table));
    ProfileTable table;
    table.domains = columns.names.size() - 1;
    table.costs = columns.values.front();
    table.values.reserve(columns.n() * table.domains);
    for (std::size_t row = 0; row < columns.n(); ++row) {
        for (std::size_t i = 1; i < columns.names.size(); ++i)
            table.values.push_back(columns.values[i][row]);
    }
    const Likeness likeness{asked.metric, asked.tolerance};
    const auto start = std::chrono::steady_clock::now();
    const auto pairs = widestPairs(table, likeness, asked.top);
    const auto once = widestPairsEachChildOnce(table, likeness, asked.top);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;

    ordered_json object = beginAnswer("pairs", columns);
    object["pairs"] = statsPairsJson(pairs, columns);
    object["each_child_once"] = statsPairsJson(once, columns);
    object["seconds"] = seconds.count();
    object["summary"] = pairs.empty()
                            ? "No two rows are within " + shortest(asked.tolerance) + "."
                            : "The widest of the pairs within " + shortest(asked.tolerance) +
                                  " is " + shortest(pairs.front().ratio) + " times.";
    return object;
}

} // namespace twelvefold::cli
