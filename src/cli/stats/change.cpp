// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/change/change.h"
#include "cli/output.h"
#include "cli/stats/json.h"
#include "cli/stats/methods.h"

#include <nlohmann/json.hpp>

// The same rows at two times, and goals attained.
namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;
using namespace twelvefold::statistics;

ordered_json changeJson(const PairedChange& change)
{
    ordered_json object;
    object["estimate"] = number(change.mean);
    object["lower"] = number(change.lower);
    object["upper"] = number(change.upper);
    object["t"] = number(change.t);
    object["df"] = change.df;
    object["p"] = number(change.p);
    object["mean_before"] = number(change.meanBefore);
    object["mean_after"] = number(change.meanAfter);
    object["sd_before"] = number(change.sdBefore);
    object["sd_after"] = number(change.sdAfter);
    object["mean_change"] = number(change.mean);
    object["sd_change"] = number(change.sd);
    object["se"] = number(change.standardError);
    object["srm"] = number(change.responseMean);
    object["hedges_j"] = number(change.hedgesJ);
    object["srm_hedges"] = number(change.responseMeanHedges);
    object["glass_delta"] = number(change.inSpreadBefore);
    object["cohen_d_av"] = number(change.inSpreadAverage);
    object["r"] = number(change.correlation);
    object["up"] = change.up;
    object["down"] = change.down;
    object["same"] = change.same;
    object["sign_p"] = number(change.signP);
    object["wilcoxon"] = {{"v", change.signedRank.v},
                          {"n", change.signedRank.n},
                          {"p", number(change.signedRank.p)},
                          {"exact", change.signedRank.exact},
                          {"p_normal", number(change.signedRank.pNormal)}};
    object["post_on_pre"] = nullptr;
    if (const auto& line = change.afterOnBefore)
        object["post_on_pre"] = {{"intercept", line->intercept},
                                 {"slope", line->slope},
                                 {"se", number(line->standardError)},
                                 {"lower", number(line->lower)},
                                 {"upper", number(line->upper)}};
    return object;
}

ordered_json reliableJson(const PairedChange& change, double reliability, const Columns& columns)
{
    const auto& after = columns.values[0];
    const auto& before = columns.values[1];
    const ReliableChange rule = reliableChange(change.sdBefore.value_or(0), reliability);
    refuseUndefined(rule.undefined);
    const ReliableShares shares = reliableShares(rule, before, after);
    const auto n = static_cast<double>(change.n);
    ordered_json indices = ordered_json::array();
    for (const std::size_t at : columns.places)
        indices.push_back(rule.index(after[at] - before[at]));
    return {{"reliability", reliability},
            {"sem", rule.standardErrorOfMeasurement},
            {"s_diff", rule.ofDifference},
            {"smallest_reliable_change", rule.smallest},
            {"reliably_up", shares.up},
            {"reliably_down", shares.down},
            {"neither", shares.neither},
            {"share_up", static_cast<double>(shares.up) / n},
            {"share_down", static_cast<double>(shares.down) / n},
            {"rci", std::move(indices)}};
}

} // namespace

ordered_json changeStats(const StatsAsked& asked)
{
    const Columns columns =
        columnsOf(asked.csv, {nameNeeded(asked.y, "--y"), nameNeeded(asked.x, "--x")});
    const auto& after = columns.values[0];
    const auto& before = columns.values[1];
    const PairedChange change = pairedChange(before, after);
    refuseUndefined(change.undefined);
    ordered_json object = beginAnswer("change", columns);
    object.update(changeJson(change));
    if (asked.reliability)
        object["rci"] = reliableJson(change, *asked.reliability, columns);
    object["summary"] = "From " + columns.names[1] + " to " + columns.names[0] + ": a change of " +
                        shortest(*change.mean) + " on average";
    addNotes(object, change.notes);
    return object;
}

ordered_json goalStats(const StatsAsked& asked)
{
    std::vector<std::string> names{nameNeeded(asked.x, "--x")};
    if (!asked.weightColumn.empty())
        names.push_back(asked.weightColumn);
    const Columns columns = columnsOf(asked.csv, names);
    const std::vector<double> alike(columns.n(), 1.0);
    const GoalAttainment result = goalAttainment(
        columns.values[0], asked.weightColumn.empty() ? alike : columns.values[1], asked.rho);
    refuseUndefined(result.undefined);
    ordered_json object = beginAnswer("gas", columns);
    object["estimate"] = number(result.t);
    object["t"] = number(result.t);
    object["rho"] = asked.rho;
    object["summary"] = "Goal attainment T-score " + shortest(*result.t) + " (50: as expected)";
    addNotes(object, result.notes);
    return object;
}

ordered_json mcNemarStats(const StatsAsked& asked)
{
    const Columns columns =
        columnsOf(asked.csv, {nameNeeded(asked.y, "--y"), nameNeeded(asked.x, "--x")});
    std::uint64_t up = 0, down = 0;
    for (std::size_t row = 0; row < columns.n(); ++row) {
        const std::size_t at = columns.places[row];
        const double after = columns.values[0][at], before = columns.values[1][at];
        if ((after != 0 && after != 1) || (before != 0 && before != 1))
            throw Failure("Row " + std::to_string(columns.rows[row]) +
                          ": McNemar's test is of columns of 0 and 1.");
        up += after > before ? 1 : 0;
        down += after < before ? 1 : 0;
    }
    const LevelShift shift = mcNemar(up, down);
    refuseUndefined(shift.undefined);
    ordered_json object = beginAnswer("mcnemar", columns);
    object["up"] = up;
    object["down"] = down;
    object["chi_squared"] = number(shift.chiSquared);
    object["p"] = number(shift.p);
    object["chi_squared_corrected"] = number(shift.chiSquaredCorrected);
    object["p_corrected"] = number(shift.pCorrected);
    object["p_exact"] = number(shift.pExact);
    object["summary"] =
        std::to_string(up) + " moved from 0 to 1 and " + std::to_string(down) + " from 1 to 0";
    return object;
}

} // namespace twelvefold::cli
