// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"
#include "cli/output.h"
#include "cli/stats/json.h"
#include "cli/stats/methods.h"
#include "cli/stats/model.h"
#include "cli/stats/ratings_input.h"
#include "cli/stats/row_order.h"
#include "exchange/cell_walk.h"
#include "statistics/groups/multiplicity.h"
#include "statistics/regression/cluster_robust.h"
#include "statistics/regression/huber.h"
#include "statistics/regression/isotonic.h"
#include "statistics/regression/least_squares.h"
#include "statistics/regression/mm.h"
#include "statistics/regression/quantile_regression.h"
#include "statistics/regression/response_unit.h"

#include <nlohmann/json.hpp>

namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;
using namespace twelvefold::statistics;

std::vector<double> tausOf(const std::string& text)
{
    std::vector<double> taus;
    for (const std::string& part : listed(text)) {
        const auto tau = exchange::numberIn(part);
        if (!tau || !(*tau > 0.0) || !(*tau < 1.0))
            throw Failure("--tau: " + part + " is not a share above 0 and below 1.", kWrongUse);
        taus.push_back(*tau);
    }
    if (taus.empty())
        throw Failure("--tau is needed: one share or several between commas.", kWrongUse);
    return taus;
}

void addQuantile(ordered_json& object, const QuantileFit& fit, const ResponseUnit& y)
{
    object["tau"] = fit.tau;
    object["coefficients"] = coefficientsJson(y.back(fit.coefficients));
    object["check_loss"] = y.back(fit.checkLoss);
    object["r1"] = number(fit.goodness);
    object["unique"] = fit.unique;
    addNotes(object, fit.notes);
}

void addClusters(ordered_json& object, const ClusterRobust& robust, const ResponseUnit& y,
                 std::vector<domain::Message>& notes)
{
    object["clusters"] = robust.clusters;
    if (robust.undefined)
        notes.push_back(*robust.undefined);
    notes.insert(notes.end(), robust.notes.begin(), robust.notes.end());
    const auto add = [&y](ordered_json& to, const std::string& name,
                          const std::vector<std::optional<Inference>>& inferences, std::size_t i) {
        const bool there = i < inferences.size() && inferences[i];
        to["se_" + name] = there ? ordered_json(y.back(inferences[i]->standardError)) : nullptr;
        to["p_" + name] = there ? number(inferences[i]->p) : nullptr;
        to["lower_" + name] = there ? ordered_json(y.back(inferences[i]->lower)) : nullptr;
        to["upper_" + name] = there ? ordered_json(y.back(inferences[i]->upper)) : nullptr;
    };
    for (std::size_t i = 0; i < object["coefficients"].size(); ++i) {
        add(object["coefficients"][i], "cr1", robust.cr1, i);
        add(object["coefficients"][i], "cr2", robust.cr2, i);
    }
}

// The rows at these places, counted from 1 among those used, in the table's order.
ordered_json flagged(const Columns& columns, const std::vector<std::size_t>& places)
{
    std::vector<char> flags(columns.n());
    for (const std::size_t place : places)
        flags[place] = 1;
    flags = inTableOrder(columns, flags);
    ordered_json list = ordered_json::array();
    for (std::size_t row = 0; row < flags.size(); ++row)
        if (flags[row] != 0)
            list.push_back(row + 1);
    return list;
}

void addDiagnostics(ordered_json& object, const Columns& columns, const Design& design,
                    const LeastSquares& fit, const ResponseUnit& y, std::span<const double> weights)
{
    const CaseDiagnostics cases = diagnose(fit, weights);
    object["hat"] = inTableOrder(columns, fit.hat);
    object["rstandard"] = numbers(inTableOrder(columns, cases.standardised));
    object["rstudent"] = numbers(inTableOrder(columns, cases.studentised));
    object["cooks"] = numbers(inTableOrder(columns, cases.cook));
    object["dffits"] = numbers(inTableOrder(columns, cases.dffits));
    object["covratio"] = numbers(inTableOrder(columns, cases.covarianceRatio));
    object["press"] = cases.press ? number(y.backSquare(*cases.press)) : ordered_json(nullptr);
    object["outlier_p"] = number(cases.outlierP);
    const StandOut out = standOut(fit, cases);
    object["outliers"] = flagged(columns, out.outliers);
    object["high_leverage"] = flagged(columns, out.farOut);
    object["influential"] = flagged(columns, out.influential);
    const Collinearity overlap = collinearity(design, fit, weights);
    ordered_json vif = ordered_json::object();
    for (std::size_t i = 0; i < overlap.vif.size(); ++i)
        if (overlap.vif[i])
            vif[fit.coefficients[i].name] = *overlap.vif[i];
    object["vif"] = std::move(vif);
    object["condition"] = overlap.conditionIndices.empty()
                              ? ordered_json(nullptr)
                              : ordered_json(overlap.conditionIndices.back());
    object["condition_indices"] = overlap.conditionIndices;
}

} // namespace

ordered_json olsStats(const StatsAsked& asked)
{
    const bool weighted = !asked.weightColumn.empty();
    const Columns columns =
        yAndX(asked, weighted ? std::vector{asked.weightColumn} : std::vector<std::string>{});
    LeastSquaresOptions options;
    options.weights = weightsIn(asked, columns);
    const Design design = designOf(asked, columns, weighted ? 1 : 0);
    const ResponseUnit y(columns.values[0]);
    const LeastSquares fit = leastSquares(design, y.values(), options);
    refuseUndefined(fit.undefined);
    ordered_json object = beginAnswer("ols", columns);
    object["coefficients"] = coefficientsJson(y.back(fit.coefficients));
    object["sigma"] = number(y.back(fit.sigma));
    object["r_squared"] = number(fit.rSquared);
    object["adj_r_squared"] = number(fit.adjustedRSquared);
    object["df"] = fit.df;
    object["f"] = number(fit.f);
    object["f_p"] = number(fit.fP);
    object["aic"] = fit.aic && !y.own()
                        ? ordered_json(*fit.aic + 2 * static_cast<double>(fit.n) * y.logOfUnit())
                        : number(fit.aic);
    std::vector<domain::Message> notes = fit.notes;
    if (!asked.cluster.empty()) {
        const std::vector<std::uint32_t> codes = coded(columns.labels).codes;
        const std::vector<std::size_t> clusters(codes.begin(), codes.end());
        addClusters(object, clusterRobust(design, fit, clusters, options.weights), y, notes);
    }
    if (asked.diagnostics)
        addDiagnostics(object, columns, design, fit, y, options.weights);
    object["summary"] = columns.names[0] + " by least squares on " + std::to_string(columns.n()) +
                        " rows" + (fit.rSquared ? ", R² " + shortest(*fit.rSquared) : "");
    addNotes(object, notes);
    return object;
}

ordered_json huberStats(const StatsAsked& asked)
{
    const Columns columns = yAndX(asked);
    const ResponseUnit y(columns.values[0]);
    const HuberFit fit = huber(designOf(asked, columns), y.values());
    refuseUndefined(fit.undefined);
    ordered_json object = beginAnswer("huber", columns);
    object["coefficients"] = coefficientsJson(y.back(fit.coefficients));
    object["scale"] = y.back(fit.scale);
    object["weights"] = inTableOrder(columns, fit.weights);
    object["summary"] = columns.names[0] + " by Huber's regression on " +
                        std::to_string(columns.n()) + " rows, scale " + shortest(y.back(fit.scale));
    addNotes(object, fit.notes);
    return object;
}

ordered_json mmStats(const StatsAsked& asked)
{
    const Columns columns = yAndX(asked);
    const ResponseUnit y(columns.values[0]);
    const MmFit fit = mmRegression(designOf(asked, columns), y.values(), asked.seed);
    refuseUndefined(fit.undefined);
    ordered_json object = beginAnswer("mm", columns);
    object["coefficients"] = coefficientsJson(y.back(fit.coefficients));
    object["scale"] = y.back(fit.scale);
    object["weights"] = inTableOrder(columns, fit.weights);
    object["converged"] = fit.converged;
    object["seed"] = asked.seed;
    object["summary"] = columns.names[0] + " by MM regression on " + std::to_string(columns.n()) +
                        " rows, scale " + shortest(y.back(fit.scale));
    addNotes(object, fit.notes);
    return object;
}

ordered_json quantileStats(const StatsAsked& asked)
{
    const std::vector<double> taus = tausOf(asked.tau);
    const Columns columns = yAndX(asked);
    const ResponseUnit y(columns.values[0]);
    const auto fits = quantileRegression(designOf(asked, columns), y.values(), taus);
    refuseUndefined(fits.front().undefined);
    ordered_json object = beginAnswer("quantile", columns);
    addQuantile(object, fits.front(), y);
    if (fits.size() > 1) {
        ordered_json list = ordered_json::array();
        for (const QuantileFit& fit : fits) {
            list.push_back(ordered_json::object());
            addQuantile(list.back(), fit, y);
        }
        object["fits"] = std::move(list);
    }
    object["summary"] = columns.names[0] + " by quantile regression at " +
                        shortest(fits.front().tau) + " on " + std::to_string(columns.n()) +
                        " rows, check loss " + shortest(y.back(fits.front().checkLoss));
    return object;
}

ordered_json isotonicStats(const StatsAsked& asked)
{
    const bool weighted = !asked.weightColumn.empty();
    const Columns columns =
        yAndX(asked, weighted ? std::vector{asked.weightColumn} : std::vector<std::string>{});
    if (columns.names.size() != (weighted ? 3U : 2U))
        throw Failure("--x: steps go along one column.", kWrongUse);
    const ResponseUnit y(columns.values[0]);
    const IsotonicFit fit =
        isotonic(columns.values[1], y.values(), {weightsIn(asked, columns), !asked.decreasing});
    refuseUndefined(fit.undefined);
    ordered_json object = beginAnswer("isotonic", columns);
    std::vector<double> fitted = inTableOrder(columns, fit.fitted);
    for (double& value : fitted)
        value = y.back(value);
    object["fitted"] = std::move(fitted);
    ordered_json steps = ordered_json::array();
    for (const IsotonicStep& step : fit.steps)
        steps.push_back({{"from", step.from},
                         {"to", step.to},
                         {"value", y.back(step.value)},
                         {"n", step.n},
                         {"weight", step.weight}});
    object["steps"] = std::move(steps);
    object["rss"] = number(y.backSquare(fit.rss));
    object["r_squared"] = number(fit.rSquared);
    object["line_r_squared"] = number(fit.lineRSquared);
    object["gap"] = number(fit.gap);
    object["summary"] = columns.names[0] + " in " + std::to_string(fit.steps.size()) +
                        (fit.steps.size() == 1 ? " step along " : " steps along ") +
                        columns.names[1];
    addNotes(object, fit.notes);
    return object;
}

ordered_json adjustStats(const StatsAsked& asked)
{
    const Ratings table = ratingsOf(asked.csv, {nameNeeded(asked.p, "--p")}, true);
    std::vector<std::optional<double>> p;
    std::size_t tests = 0;
    for (std::size_t row = 0; row < table.cells.size(); ++row) {
        p.push_back(table.cells[row].front());
        if (!p.back())
            continue;
        ++tests;
        if (!(*p.back() >= 0.0 && *p.back() <= 1.0))
            throw Failure("Row " + std::to_string(row + 1) + ", " + asked.p +
                          ": a p-value lies from 0 to 1.");
    }
    const auto adjusted = asked.adjustment == "holm" ? holm(p)
                          : asked.adjustment == "by" ? benjaminiYekutieli(p)
                                                     : benjaminiHochberg(p);
    ordered_json object{
        {"method", "adjust"},
        {"n", tests},
        {"excluded", p.size() - tests},
        {"summary", std::to_string(tests) + " p-values adjusted by " + asked.adjustment}};
    object["kind"] = asked.adjustment;
    object["adjusted"] = numbers(adjusted);
    return object;
}

} // namespace twelvefold::cli
