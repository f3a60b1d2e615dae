// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/findings_json.h"

#include "cli/output.h"

#include <nlohmann/json.hpp>

namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;
using namespace twelvefold::analysis;

ordered_json number(const std::optional<double>& value)
{
    return value ? ordered_json(*value) : ordered_json(nullptr);
}

const char* token(CorrelationMethod method)
{
    return method == CorrelationMethod::pearson ? "pearson" : "spearman";
}

const char* token(Metric metric)
{
    switch (metric) {
    case Metric::l1:
        return "l1";
    case Metric::euclidean:
        return "euclidean";
    case Metric::max:
        break;
    }
    return "max";
}

ordered_json excludedJson(const std::vector<Trace::LeftOut>& leftOut)
{
    ordered_json list = ordered_json::array();
    for (const Trace::LeftOut& entry : leftOut)
        list.push_back({{"reason", english(entry.reason)}, {"n", entry.n}});
    return list;
}

ordered_json correlationJson(const Correlation& c)
{
    ordered_json object{{"x", c.x},
                        {"y", c.y},
                        {"method", token(c.method)},
                        {"estimate", number(c.estimate)},
                        {"lower", number(c.lower)},
                        {"upper", number(c.upper)},
                        {"p", number(c.p)},
                        {"q", number(c.q)},
                        {"n", c.n}};
    if (c.undefined)
        object["undefined"] = english(*c.undefined);
    return object;
}

ordered_json expectedCostJson(const domain::Cohort& cohort, const Findings& findings)
{
    ordered_json children = ordered_json::array();
    for (const ExpectedCost& cost : findings.expectedCosts) {
        ordered_json comparators = ordered_json::array();
        for (const std::size_t row : cost.comparators)
            comparators.push_back(cohort.pseudonym[row]);
        children.push_back({{"pseudonym", cohort.pseudonym[cost.row]},
                            {"weekly_cost", cost.weeklyCost},
                            {"expected", number(cost.expected)},
                            {"lower", number(cost.lower)},
                            {"upper", number(cost.upper)},
                            {"ratio", number(cost.ratio)},
                            {"comparator_count", cost.comparatorCount},
                            {"comparators", std::move(comparators)}});
    }
    return {{"method", "the median weekly cost of the children with similar needs, or of the ten "
                       "nearest where fewer than five are similar"},
            {"coverage", findings.options.coverage},
            {"children", std::move(children)}};
}

ordered_json pairsJson(const domain::Cohort& cohort, const std::vector<Pair>& pairs)
{
    ordered_json list = ordered_json::array();
    for (const Pair& pair : pairs)
        list.push_back({{"a", cohort.pseudonym[pair.a]},
                        {"b", cohort.pseudonym[pair.b]},
                        {"distance", pair.distance},
                        {"cost_a", pair.costA},
                        {"cost_b", pair.costB},
                        {"ratio", pair.ratio}});
    return list;
}

ordered_json referencesJson(const std::map<int, Reference>& references)
{
    ordered_json object = ordered_json::object();
    for (const auto& [ratio, reference] : references)
        object[std::to_string(ratio)] = {{"expected", reference.expected}, {"p", reference.p}};
    return object;
}

ordered_json similarNeedJson(const domain::Cohort& cohort, const SimilarNeed& similar)
{
    ordered_json atLeast = ordered_json::object();
    for (const auto& [ratio, count] : similar.pairsAtLeast)
        atLeast[std::to_string(ratio)] = count;
    ordered_json object{{"metric", token(similar.metric)},
                        {"tolerance", similar.tolerance},
                        {"within_setting", similar.withinSetting},
                        {"children", similar.children},
                        {"pairs_considered", similar.pairsConsidered},
                        {"pairs_at_least", std::move(atLeast)},
                        {"dealt_at_random", referencesJson(similar.dealtAtRandom)},
                        {"ordinary_spread", referencesJson(similar.ordinarySpread)},
                        {"pairs", pairsJson(cohort, similar.pairs)},
                        {"each_child_once", pairsJson(cohort, similar.eachChildOnce)}};
    if (similar.undefined)
        object["undefined"] = english(*similar.undefined);
    return object;
}

ordered_json shiftsJson(const domain::Cohort& cohort, const NeedChange& change)
{
    ordered_json list = ordered_json::array();
    for (const DomainShift& shift : change.shifts)
        list.push_back({{"domain", cohort.framework->domains()[shift.domain].code},
                        {"n", shift.n},
                        {"up", shift.up},
                        {"down", shift.down},
                        {"p", number(shift.p)},
                        {"q", number(shift.q)}});
    return list;
}

ordered_json changeJson(const domain::Cohort& cohort, const NeedChange& change)
{
    ordered_json object{{"n", change.n},
                        {"excluded", excludedJson(change.trace.leftOut)},
                        {"mean_then", number(change.then)},
                        {"mean_now", number(change.now)},
                        {"mean_change", number(change.mean)},
                        {"lower", number(change.lower)},
                        {"upper", number(change.upper)},
                        {"p", number(change.p)},
                        {"wilcoxon_p", number(change.wilcoxonP)},
                        {"srm", number(change.responseMean)},
                        {"median_days", number(change.medianDays)},
                        {"reliable_levels", change.reliableLevels},
                        {"reliability_known", change.reliabilityKnown},
                        {"better", change.better},
                        {"worse", change.worse},
                        {"unclear", change.unclear},
                        {"now_on_then",
                         {{"intercept", number(change.intercept)},
                          {"slope", number(change.slope)},
                          {"lower", number(change.slopeLower)},
                          {"upper", number(change.slopeUpper)}}},
                        {"intensive", shiftsJson(cohort, change)}};
    if (change.undefined)
        object["undefined"] = english(*change.undefined);
    else
        object["method"] = english(change.trace.method);
    return object;
}

} // namespace

ordered_json findingsJson(const domain::Cohort& cohort, const Findings& findings)
{
    ordered_json correlations = ordered_json::array();
    for (const Correlation& correlation : findings.correlations)
        correlations.push_back(correlationJson(correlation));
    ordered_json flags = ordered_json::array();
    for (const Flag& flag : findings.flags)
        flags.push_back({{"pseudonym", cohort.pseudonym[flag.row]},
                         {"flag", analysis::token(flag.kind)},
                         {"reason", english(flag.reason)}});
    ordered_json explains{{"r_squared", number(findings.needExplains.rSquared)},
                          {"lower", number(findings.needExplains.lower)},
                          {"upper", number(findings.needExplains.upper)},
                          {"method", english(findings.needExplains.trace.method)}};
    if (findings.options.reliability) {
        const NeedExplains& need = findings.needExplains;
        explains["reliability"] = *findings.options.reliability;
        explains["corrected"] = number(need.corrected);
        explains["corrected_lower"] = number(need.correctedLower);
        explains["corrected_upper"] = number(need.correctedUpper);
        for (const domain::Message& note : need.correctedNotes)
            explains["corrected_notes"].push_back(english(note));
    }
    if (findings.needExplains.undefined)
        explains["undefined"] = english(*findings.needExplains.undefined);
    return {{"cohort",
             {{"census", findings.cohort.census.iso()},
              {"n", findings.cohort.n},
              {"excluded", excludedJson(findings.cohort.excluded)},
              {"spend_weekly", findings.cohort.spendWeekly}}},
            {"correlations", std::move(correlations)},
            {"need_explains", std::move(explains)},
            {"expected_cost", expectedCostJson(cohort, findings)},
            {"similar_need", similarNeedJson(cohort, findings.similarNeed)},
            {"change", changeJson(cohort, findings.change)},
            {"flags", std::move(flags)}};
}

} // namespace twelvefold::cli
