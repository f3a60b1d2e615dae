// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"
#include "cli/output.h"
#include "cli/stats/json.h"
#include "cli/stats/methods.h"
#include "cli/stats/model.h"
#include "cli/stats/row_order.h"
#include "statistics/description/concentration.h"
#include "statistics/groups/funnel.h"
#include "statistics/groups/meta.h"
#include "statistics/groups/random_intercept.h"
#include "statistics/regression/response_unit.h"

#include <nlohmann/json.hpp>

#include <algorithm>

// The methods of stats that hold groups against one another.
namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;
using namespace twelvefold::statistics;

ordered_json limitsJson(const FunnelLimits& limits)
{
    return {{"lower_99_8", limits.lower998},
            {"lower_95", limits.lower95},
            {"upper_95", limits.upper95},
            {"upper_99_8", limits.upper998}};
}

ordered_json unitJson(const FunnelUnit& unit, std::size_t row)
{
    ordered_json object{{"row", row}, {"size", unit.size}};
    object["shown"] = unit.drawn;
    if (!unit.drawn)
        return object;
    object["value"] = unit.value;
    object["p"] = unit.p;
    object["limits"] = limitsJson(unit.limits);
    object["widened"] = unit.widened ? limitsJson(*unit.widened) : ordered_json(nullptr);
    return object;
}

Funnel funnelAsked(const StatsAsked& asked, const Columns& columns)
{
    const auto& values = columns.values[0];
    const auto& sizes = columns.values[1];
    if (asked.kind == "ratio" && asked.target)
        throw Failure("--target is for means and proportions: events are held against as many as "
                      "are expected.",
                      kWrongUse);
    if (asked.kind == "proportion" && asked.target && !(*asked.target > 0 && *asked.target < 1))
        throw Failure("--target: a proportion lies between 0 and 1.", kWrongUse);
    if (asked.kind == "proportion")
        return funnelOfProportions(values, sizes, asked.target, asked.least);
    if (asked.kind == "ratio")
        return funnelOfRatios(values, sizes, asked.least);
    if (!asked.sd)
        throw Failure("--sd is needed for means: the standard deviation of one case.", kWrongUse);
    return funnelOfMeans(values, sizes, *asked.sd, asked.target, asked.least);
}

// How many dimensions the likelihood is a density in, each of which the response's unit divides.
double densities(const RandomIntercept& fit, std::size_t n, const StatsAsked& asked)
{
    const auto taken = std::ranges::count(fit.fixed, false, &Coefficient::aliased);
    return static_cast<double>(n) - (asked.fullLikelihood ? 0.0 : static_cast<double>(taken));
}

} // namespace

ordered_json randomInterceptStats(const StatsAsked& asked)
{
    std::vector<std::string> names{nameNeeded(asked.y, "--y")};
    for (const std::string& name : listed(asked.x))
        names.push_back(name);
    if (names.size() == 1 && !asked.intercept)
        throw Failure("--x is needed with --no-intercept.", kWrongUse);
    const Columns columns = columnsOf(asked.csv, names, nameNeeded(asked.group, "--group"));
    const Coded groups = coded(columns.labels);
    Design design(columns.n());
    if (asked.intercept)
        design.intercept();
    for (std::size_t i = 1; i < columns.names.size(); ++i)
        design.column(columns.names[i], columns.values[i]);
    checkRange(design);
    const ResponseUnit y(columns.values[0]);
    const RandomIntercept fit =
        randomIntercept(design, y.values(), groups.codes,
                        asked.fullLikelihood ? Likelihood::full : Likelihood::restricted);
    refuseUndefined(fit.undefined);
    ordered_json object = beginAnswer("random-intercept", columns);
    object["likelihood"] = asked.fullLikelihood ? "ml" : "reml";
    object["groups"] = groups.names.size();
    object["fixed"] = coefficientsJson(y.back(fit.fixed));
    object["variances"] = {{"group", number(y.backSquare(fit.groupVariance))},
                           {"residual", number(y.backSquare(fit.residualVariance))}};
    object["icc"] = fit.intraclassCorrelation();
    object["criterion"] = fit.criterion + 2 * densities(fit, columns.n(), asked) * y.logOfUnit();
    ordered_json effects = ordered_json::array();
    for (std::size_t g = 0; g < fit.groups.size(); ++g) {
        const GroupEffect& group = fit.groups[g];
        effects.push_back({{"group", groups.names[g]},
                           {"n", group.n},
                           {"effect", y.back(group.effect)},
                           {"conditional_sd", y.back(group.conditionalSd)},
                           {"lower", y.back(group.lower)},
                           {"upper", y.back(group.upper)},
                           {"se", y.back(group.standardError)},
                           {"mean_residual", y.back(group.meanResidual)}});
    }
    object["group_effects"] = std::move(effects);
    object["summary"] = fit.groupVariance > 0
                            ? shortest(fit.intraclassCorrelation()) +
                                  " of the variation that the columns leave lies between the " +
                                  std::to_string(groups.names.size()) + " groups of " + asked.group
                            : "No detectable difference between the " +
                                  std::to_string(groups.names.size()) + " groups of " + asked.group;
    addNotes(object, fit.notes);
    return object;
}

ordered_json metaStats(const StatsAsked& asked)
{
    const Columns columns =
        columnsOf(asked.csv, {nameNeeded(asked.y, "--y"), nameNeeded(asked.se, "--se")});
    const auto method = asked.kind == "dl"   ? Heterogeneity::derSimonianLaird
                        : asked.kind == "pm" ? Heterogeneity::pauleMandel
                                             : Heterogeneity::restricted;
    const MetaAnalysis result = metaAnalysis(columns.values[0], columns.values[1], method);
    refuseUndefined(result.undefined);
    ordered_json object = beginAnswer("meta", columns);
    object["estimate"] = result.mean;
    object["se"] = result.meanStandardError;
    object["tau2"] = result.tauSquared;
    object["q"] = result.q;
    object["p"] = result.qP;
    object["i2"] = result.iSquared;
    ordered_json shrunk = ordered_json::array();
    const auto groups = inTableOrder(columns, result.groups);
    for (std::size_t i = 0; i < groups.size(); ++i)
        shrunk.push_back({{"row", columns.rows[i]},
                          {"estimate", groups[i].estimate},
                          {"se", groups[i].standardError},
                          {"shrinkage", groups[i].shrinkage}});
    object["shrunk"] = std::move(shrunk);
    object["summary"] = "Around " + shortest(result.mean) + ", " + shortest(result.iSquared) +
                        " % of the spread between estimates beyond chance";
    addNotes(object, result.notes);
    return object;
}

ordered_json funnelStats(const StatsAsked& asked)
{
    const Columns columns =
        columnsOf(asked.csv, {nameNeeded(asked.y, "--y"), nameNeeded(asked.size, "--size")});
    const Funnel funnel = funnelAsked(asked, columns);
    refuseUndefined(funnel.undefined);
    ordered_json object = beginAnswer("funnel", columns);
    object["kind"] = asked.kind;
    object["target"] = funnel.target;
    object["phi"] = funnel.spread.phi;
    object["tau2"] = number(funnel.spread.tauSquared);
    ordered_json units = ordered_json::array();
    std::size_t outside = 0;
    const auto inOrder = inTableOrder(columns, funnel.units);
    for (std::size_t i = 0; i < inOrder.size(); ++i) {
        const FunnelUnit& unit = inOrder[i];
        units.push_back(unitJson(unit, columns.rows[i]));
        outside += unit.value < unit.limits.lower998 || unit.value > unit.limits.upper998 ? 1 : 0;
    }
    object["units"] = std::move(units);
    object["summary"] = std::to_string(outside) + " of " + std::to_string(funnel.units.size()) +
                        " units outside the 99.8 % limits around " + shortest(funnel.target);
    return object;
}

ordered_json concentrationStats(const StatsAsked& asked)
{
    const Columns columns = columnsOf(asked.csv, {nameNeeded(asked.y, "--y")}, asked.group);
    std::vector<double> amounts = columns.values[0];
    if (!asked.group.empty()) {
        const Coded groups = coded(columns.labels);
        amounts.assign(groups.names.size(), 0);
        for (std::size_t row = 0; row < columns.n(); ++row)
            amounts[groups.codes[row]] += columns.values[0][row];
    }
    const Concentration result = concentration(amounts);
    refuseUndefined(result.undefined);
    ordered_json object = beginAnswer("concentration", columns);
    object["hhi"] = result.hhi;
    object["effective_number"] = result.effectiveNumber;
    object["normalised"] = number(result.normalised);
    object["cr1"] = result.largest;
    object["cr4"] = result.largestFour;
    object["gini"] = result.gini;
    object["summary"] = "As concentrated as " + shortest(result.effectiveNumber) + " equal shares";
    return object;
}

} // namespace twelvefold::cli
