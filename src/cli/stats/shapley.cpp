// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/shares/shapley.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/stats/any_columns.h"
#include "cli/stats/json.h"
#include "cli/stats/methods.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;
using namespace twelvefold::statistics;

constexpr std::size_t kMostColumns = 1000;

struct NamedGroup
{
    std::string name;
    std::vector<std::string> columns;
};

std::vector<std::string> partsBetween(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find(separator, from), text.size());
        if (to > from)
            parts.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

// "need:total;place:setting,sector". A part without a colon is a column under its own name.
std::vector<NamedGroup> groupsAsked(const StatsAsked& asked)
{
    std::vector<NamedGroup> groups;
    for (const std::string& part : partsBetween(asked.groups, ';')) {
        const std::size_t colon = part.find(':');
        const std::string columns = colon == std::string::npos ? part : part.substr(colon + 1);
        groups.push_back({part.substr(0, colon), listed(columns)});
        if (groups.back().name.empty() || groups.back().columns.empty())
            throw Failure("--groups: \"" + part + "\" must be a name, a colon and columns.",
                          kWrongUse);
    }
    for (const std::string& column : listed(asked.x))
        groups.push_back({column, {column}});
    if (groups.empty())
        throw Failure("--groups is needed: NAME:COL,COL;NAME:COL.", kWrongUse);
    std::set<std::string> names, columns{asked.y};
    for (const NamedGroup& group : groups) {
        if (!names.insert(group.name).second)
            throw Failure("--groups: two groups are named \"" + group.name + "\".", kWrongUse);
        for (const std::string& column : group.columns)
            if (!columns.insert(column).second)
                throw Failure("--groups: the column \"" + column + "\" is named twice.", kWrongUse);
    }
    return groups;
}

std::vector<std::string> columnsOf(const std::string& y, const std::vector<NamedGroup>& groups)
{
    std::vector<std::string> names{nameNeeded(y, "--y")};
    for (const NamedGroup& group : groups)
        names.insert(names.end(), group.columns.begin(), group.columns.end());
    return names;
}

std::vector<std::string> categoriesAsked(const StatsAsked& asked,
                                         const std::vector<std::string>& names)
{
    std::vector<std::string> categories = listed(asked.categories);
    for (const std::string& name : categories)
        if (std::find(names.begin() + 1, names.end(), name) == names.end())
            throw Failure("--categories: \"" + name + "\" is in no group.", kWrongUse);
    return categories;
}

std::vector<ModelGroup> modelGroups(const std::vector<NamedGroup>& asked, const AnyColumns& read)
{
    std::vector<ModelGroup> groups;
    std::size_t at = 1;
    for (const NamedGroup& named : asked) {
        ModelGroup group;
        group.name = named.name;
        for (std::size_t i = 0; i < named.columns.size(); ++i, ++at) {
            const AnyColumn& column = read.columns[at];
            if (column.categories())
                group.factors.push_back({column.codes, column.levels.size()});
            else
                group.columns.emplace_back(column.values);
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

ordered_json shareJson(const ShapleyShare& share)
{
    return {{"group", share.name},
            {"columns", share.columns},
            {"share", number(share.share)},
            {"lower", number(share.lower)},
            {"upper", number(share.upper)},
            {"null_share", number(share.chanceShare)},
            {"lmg", share.contribution},
            {"null_lmg", share.byChance},
            {"first", share.alone},
            {"last", share.last},
            {"inflation", number(share.inflation)},
            {"se", number(share.standardError)}};
}

std::string sharesSummary(const Shapley& shares)
{
    std::string summary = "R² " + shortest(shares.rSquared) + " of " + std::to_string(shares.n) +
                          " rows, shared among " + std::to_string(shares.groups.size()) +
                          (shares.groups.size() == 1 ? " group" : " groups");
    return summary + (shares.orders > 0 ? " by orders drawn at random" : "");
}

} // namespace

ordered_json shapleyStats(const StatsAsked& asked)
{
    const std::vector<NamedGroup> named = groupsAsked(asked);
    const std::vector<std::string> names = columnsOf(asked.y, named);
    const AnyColumns read = anyColumnsOf(asked.csv, names, categoriesAsked(asked, names));
    if (read.columns.size() != names.size())
        throw Failure("--groups: a heading with a comma in it cannot be named here.", kWrongUse);
    if (read.columns.front().categories())
        throw Failure("\"" + asked.y + "\" must be a column of numbers.");
    const std::vector<ModelGroup> groups = modelGroups(named, read);
    std::size_t width = 0;
    for (const AnyColumn& column : read.columns)
        width += std::max<std::size_t>(column.levels.size(), 1);
    if (width > kMostColumns)
        throw Failure("The groups make " + std::to_string(width) + " columns of numbers and " +
                      "categories; at most " + std::to_string(kMostColumns) + " can be shared.");
    const SubModels models(read.columns.front().values, groups);
    const Players players = eachAlone(models);
    Shapley shares = shapley(models, players, asked.seed);
    refuseUndefined(shares.undefined);
    addIntervals(models, players, shares, {.replicates = asked.resamples, .seed = asked.seed});

    ordered_json object{{"method", "shapley"},          {"n", read.n},
                        {"excluded", read.excluded},    {"summary", sharesSummary(shares)},
                        {"r_squared", shares.rSquared}, {"lower", number(shares.lower)},
                        {"upper", number(shares.upper)}};
    ordered_json list = ordered_json::array();
    for (const ShapleyShare& share : shares.groups)
        list.push_back(shareJson(share));
    object["groups"] = std::move(list);
    object["orders"] = shares.orders == 0 ? ordered_json("all") : ordered_json(shares.orders);
    addNotes(object, shares.notes);
    return object;
}

} // namespace twelvefold::cli
