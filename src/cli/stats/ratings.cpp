// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"
#include "cli/output.h"
#include "cli/stats/json.h"
#include "cli/stats/methods.h"
#include "cli/stats/ratings_input.h"
#include "cli/stats/row_order.h"
#include "exchange/cell_walk.h"
#include "statistics/agreement/krippendorff.h"
#include "statistics/agreement/reliability.h"

#include <nlohmann/json.hpp>

#include <algorithm>

// How alike raters score: one column a rater, one row a child.
namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;
using namespace twelvefold::statistics;

std::vector<std::string> raterNames(const StatsAsked& asked)
{
    std::vector<std::string> names = listed(nameNeeded(asked.x, "--x"));
    if (!asked.y.empty())
        names.insert(names.begin(), asked.y);
    return names;
}

void addAgreement(ordered_json& object, const Agreement& agreement)
{
    object["estimate"] = number(agreement.estimate);
    object["se"] = number(agreement.standardError);
    object["lower"] = number(agreement.lower);
    object["upper"] = number(agreement.upper);
    addNotes(object, agreement.notes);
}

std::string summaryOf(const std::string& what, const Agreement& agreement, std::size_t raters)
{
    return what + " of " + std::to_string(raters) + " raters on " + std::to_string(agreement.n) +
           (agreement.n == 1 ? " child: " : " children: ") + shortest(*agreement.estimate);
}

std::vector<double> scaleOf(const std::string& text)
{
    std::vector<double> scale;
    for (const std::string& name : listed(text)) {
        const auto value = exchange::numberIn(name);
        if (!value)
            throw Failure("--scale: \"" + name + "\" is not a number.", kWrongUse);
        scale.push_back(*value);
    }
    return scale;
}

ordered_json kappaOfMany(const Ratings& ratings, const Columns& columns)
{
    // One column of counts a category.
    std::vector<double> categories;
    for (const auto& column : columns.values)
        categories.insert(categories.end(), column.begin(), column.end());
    std::sort(categories.begin(), categories.end());
    categories.erase(std::unique(categories.begin(), categories.end()), categories.end());
    std::vector<std::uint32_t> counts(columns.n() * categories.size());
    for (const auto& column : columns.values) {
        for (std::size_t row = 0; row < column.size(); ++row) {
            const auto at = std::lower_bound(categories.begin(), categories.end(), column[row]);
            ++counts[row * categories.size() + static_cast<std::size_t>(at - categories.begin())];
        }
    }
    const FleissKappa result = fleissKappa(counts, categories.size());
    refuseUndefined(result.undefined);
    ordered_json object = beginAnswer("kappa", columns);
    object["weights"] = "none";
    object["kind"] = "fleiss";
    addAgreement(object, result);
    object["se_null"] = number(result.nullStandardError);
    object["z"] = number(result.z);
    object["p"] = number(result.p);
    object["summary"] = summaryOf("Fleiss' kappa", result, ratings.names.size());
    return object;
}

} // namespace

ordered_json iccStats(const StatsAsked& asked)
{
    const Columns columns = columnsOf(asked.csv, raterNames(asked));
    const std::vector<std::span<const double>> raters(columns.values.begin(), columns.values.end());
    const Reliability result = intraclassCorrelations(raters);
    refuseUndefined(result.undefined);
    ordered_json object = beginAnswer("icc", columns);
    ordered_json cases = ordered_json::array();
    for (const IntraclassCorrelation& one : result.cases)
        cases.push_back({{"type", one.type},
                         {"estimate", number(one.estimate)},
                         {"lower", number(one.lower)},
                         {"upper", number(one.upper)},
                         {"f", number(one.f)},
                         {"df1", one.df1},
                         {"df2", one.df2},
                         {"p", number(one.p)}});
    object["cases"] = std::move(cases);
    object["raters"] = result.raters;
    object["ms_children"] = result.betweenChildren;
    object["ms_raters"] = result.betweenRaters;
    object["ms_residual"] = result.left;
    const auto& agreement = result.cases[1];
    object["summary"] =
        agreement.estimate
            ? "Of one rating's spread, the share that is between children (ICC2): " +
                  shortest(*agreement.estimate)
            : "The share of a rating's spread that is between children cannot be told.";
    addNotes(object, result.notes);
    return object;
}

ordered_json kappaStats(const StatsAsked& asked)
{
    const bool weighted = asked.weights != "none";
    const Ratings ratings =
        ratingsOf(asked.csv, raterNames(asked), weighted || !asked.scale.empty());
    Columns columns = ratings.complete();
    putInOwnOrder(columns);
    if (columns.values.size() < 2)
        throw Failure("--x: kappa compares two raters or more, one column each.", kWrongUse);
    if (columns.values.size() > 2) {
        if (weighted || !asked.scale.empty())
            throw Failure("Weighted kappa compares two raters. For more, use icc, alpha, or "
                          "--weights none for Fleiss' kappa.",
                          kWrongUse);
        return kappaOfMany(ratings, columns);
    }
    const KappaWeights weights = asked.weights == "linear"      ? KappaWeights::linear
                                 : asked.weights == "quadratic" ? KappaWeights::quadratic
                                                                : KappaWeights::none;
    const Agreement result =
        kappa(columns.values[0], columns.values[1], weights, scaleOf(asked.scale));
    refuseUndefined(result.undefined);
    ordered_json object = beginAnswer("kappa", columns);
    object["n"] = result.n;
    object["excluded"] = columns.excluded + result.dropped;
    object["weights"] = asked.weights;
    addAgreement(object, result);
    object["summary"] = summaryOf(weighted ? "Weighted kappa" : "Kappa", result, 2);
    return object;
}

ordered_json alphaStats(const StatsAsked& asked)
{
    const Ratings ratings = ratingsOf(asked.csv, raterNames(asked), asked.level != "nominal");
    AlphaOptions options;
    options.level = asked.level == "nominal"    ? RatingLevel::nominal
                    : asked.level == "interval" ? RatingLevel::interval
                    : asked.level == "ratio"    ? RatingLevel::ratio
                                                : RatingLevel::ordinal;
    std::vector<std::vector<double>> children(ratings.cells.size());
    for (std::size_t row = 0; row < children.size(); ++row)
        for (const auto& rating : ratings.cells[row])
            if (rating)
                children[row].push_back(*rating);
    std::ranges::sort(children); // no figure may depend on the order of the table
    const KrippendorffAlpha result = krippendorffAlpha(children, options);
    refuseUndefined(result.undefined);
    ordered_json object{
        {"method", "alpha"},
        {"n", result.n},
        {"excluded", result.dropped},
        {"summary", summaryOf("Krippendorff's alpha", result, ratings.names.size())}};
    object["level"] = asked.level;
    addAgreement(object, result);
    object["observed_disagreement"] = number(result.observed);
    object["expected_disagreement"] = number(result.expected);
    object["pairable"] = result.pairable;
    object["replicates"] = options.replicates;
    object["seed"] = options.seed;
    return object;
}

} // namespace twelvefold::cli
