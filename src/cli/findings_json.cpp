// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/findings_json.h"

#include "analysis/findings/costs_known.h"
#include "analysis/findings/figure_traces.h"
#include "analysis/findings/pair_explained.h"
#include "analysis/findings/quantile_lines.h"
#include "cli/models_json.h"
#include "cli/output.h"
#include "cli/stats/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;
using namespace twelvefold::analysis;

const char* token(CorrelationMethod method)
{
    constexpr const char* kTokens[] = {"pearson", "spearman", "spearman_at_same_need"};
    return kTokens[static_cast<std::size_t>(method)];
}

ordered_json traceJson(const Trace& trace)
{
    ordered_json steps = ordered_json::array();
    for (const Message& step : trace.steps)
        steps.push_back(english(step));
    return {{"n", trace.n},
            {"excluded", excludedJson(trace.leftOut)},
            {"method", english(trace.method)},
            {"steps", std::move(steps)},
            {"formula", trace.formula},
            {"reference", trace.reference}};
}

// To each of a list, how it was worked out.
template<class Items>
void addTraces(ordered_json& list, const domain::Cohort& cohort, const Findings& findings,
               const Items& items)
{
    std::size_t i = 0;
    for (const auto& item : items)
        list[i++]["trace"] = traceJson(traceOf(cohort, findings, item));
}

// To each provider, how its effect was worked out.
void addTraces(ordered_json& list, const ProviderEffects& effects)
{
    for (std::size_t i = 0; i < effects.providers.size(); ++i)
        list[i]["trace"] = traceJson(traceOf(effects, effects.providers[i]));
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

ordered_json notRecordedSpendJson(const RecordedSpend& spend)
{
    return {{"children", spend.notRecorded},    {"other_costs_only", spend.otherCosts},
            {"estimated", spend.estimated},     {"weekly", number(spend.more)},
            {"lower", number(spend.moreLower)}, {"upper", number(spend.moreUpper)}};
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

ordered_json explainedJson(const PairExplained& explained, bool traces)
{
    ordered_json list = ordered_json::array();
    for (const ExplainedPart& part : explained.parts) {
        list.push_back({{"group", token(part)},
                        {"log", part.log},
                        {"pounds", part.pounds},
                        {"lower", number(part.lower)},
                        {"upper", number(part.upper)}});
        if (traces)
            list.back()["trace"] = traceJson(traceOf(explained, part));
    }
    if (explained.unexplained) {
        list.push_back({{"group", "unexplained"},
                        {"log", std::log(explained.pair.ratio) - explained.log()},
                        {"pounds", *explained.unexplained},
                        {"lower", number(explained.lower)},
                        {"upper", number(explained.upper)}});
        if (traces)
            list.back()["trace"] = traceJson(traceOfUnexplained(explained));
    }
    return list;
}

ordered_json onceJson(const domain::Cohort& cohort, const std::vector<Pair>& pairs, bool traces)
{
    ordered_json list = pairsJson(cohort, pairs);
    if (pairs.empty())
        return list;
    const PairExplainer explainer(cohort);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const PairExplained explained = explainer.explain(pairs[i]);
        list[i]["explained"] = explainedJson(explained, traces);
        if (explained.undefined)
            list[i]["explained_undefined"] = english(*explained.undefined);
    }
    return list;
}

ordered_json referencesJson(const std::map<int, Reference>& references)
{
    ordered_json object = ordered_json::object();
    for (const auto& [ratio, reference] : references)
        object[std::to_string(ratio)] = {
            {"expected", reference.expected}, {"p", reference.p}, {"p_fewer", reference.pFewer}};
    return object;
}

ordered_json kindPairsJson(const KindPairs& pairs)
{
    ordered_json atLeast = ordered_json::object();
    for (const auto& [ratio, count] : pairs.atLeast)
        atLeast[std::to_string(ratio)] = count;
    return {{"considered", pairs.considered},
            {"pairs_at_least", std::move(atLeast)},
            {"dealt_at_random", referencesJson(pairs.dealtAtRandom)},
            {"ordinary_spread", referencesJson(pairs.ordinarySpread)}};
}

ordered_json similarNeedJson(const domain::Cohort& cohort, const SimilarNeed& similar, bool traces)
{
    ordered_json atLeast = ordered_json::object();
    for (const auto& [ratio, count] : similar.pairsAtLeast)
        atLeast[std::to_string(ratio)] = count;
    ordered_json object{{"metric", statistics::entryOf(similar.metric).token},
                        {"tolerance", similar.tolerance},
                        {"within_setting", similar.withinSetting},
                        {"children", similar.children},
                        {"pairs_considered", similar.pairsConsidered},
                        {"pairs_at_least", std::move(atLeast)},
                        {"dealt_at_random", referencesJson(similar.dealtAtRandom)},
                        {"ordinary_spread", referencesJson(similar.ordinarySpread)},
                        {"pairs", pairsJson(cohort, similar.pairs)},
                        {"each_child_once", onceJson(cohort, similar.eachChildOnce, traces)}};
    if (similar.undefined)
        object["undefined"] = english(*similar.undefined);
    return object;
}

// Each question by child, those of many children too.
ordered_json flagsJson(const Worklist& worklist, const Findings& findings, bool traces)
{
    ordered_json flags = ordered_json::array();
    for (const Question& question : worklist.questions) {
        for (const AskedOf& asked : question.children) {
            flags.push_back({{"pseudonym", asked.pseudonym},
                             {"flag", analysis::token(question.kind)},
                             {"reason", english(asked.reason)},
                             {"new", asked.isNew},
                             {"changed", asked.hasChanged},
                             {"overdue", asked.isOverdue}});
            if (traces)
                flags.back()["trace"] = traceJson(traceOf(worklist, question, findings.options));
        }
    }
    return flags;
}

ordered_json questionJson(const Question& question, std::size_t rank)
{
    const QuestionEntry& entry = analysis::entryOf(question.kind);
    ordered_json children = ordered_json::array(), aside = ordered_json::object();
    for (const auto& outcome : domain::allOf<domain::QuestionOutcome>()) {
        if (const auto n = std::ranges::count(question.putAside, outcome.value); n > 0)
            aside[std::string(domain::token(outcome.value))] = n;
    }
    for (const AskedOf& asked : question.children)
        children.push_back(asked.pseudonym);
    const auto worth = [&](double YearlyWorth::*figure) {
        return question.worth ? ordered_json(*question.worth.*figure) : ordered_json(nullptr);
    };
    return {{"rank", rank},
            {"pseudonym", question.isOfMany() ? ordered_json(nullptr) : children.front()},
            {"children", std::move(children)},
            {"n", question.children.size()},
            {"question", entry.group},
            {"rule", entry.token},
            {"reason", english(question.says)},
            {"value", worth(&YearlyWorth::expected)},
            {"lower", worth(&YearlyWorth::lower)},
            {"upper", worth(&YearlyWorth::upper)},
            {"false_alarms", number(question.falseAlarms)},
            {"new", question.newChildren() > 0},
            {"new_children", question.newChildren()},
            {"overdue_children", question.childrenWho(AskedStanding::overdue)},
            {"changed_children", question.childrenWho(AskedStanding::changed)},
            {"put_aside", std::move(aside)}};
}

ordered_json worklistJson(const Worklist& worklist, const Findings& findings, bool traces)
{
    ordered_json lines = ordered_json::array();
    for (const Question& question : worklist.questions) {
        lines.push_back(questionJson(question, lines.size() + 1));
        if (traces)
            lines.back()["trace"] = traceJson(traceOf(worklist, question, findings.options));
    }
    return lines;
}

// How each rule does on the day, of all children of the council.
ordered_json rulesJson(const Worklist& worklist)
{
    ordered_json rules = ordered_json::array();
    for (const RuleTold& rule : worklist.rules) {
        ordered_json object{{"rule", analysis::token(rule.kind)},
                            {"children", worklist.whyNotAsked(rule.kind)
                                             ? ordered_json(nullptr)
                                             : ordered_json(rule.asked)},
                            {"on_nothing", number(rule.onNothing)}};
        if (rule.idle)
            object["undefined"] = english(*rule.idle);
        rules.push_back(std::move(object));
    }
    return rules;
}

void addQuestions(ordered_json& all, const Findings& findings, bool traces)
{
    const Worklist& worklist = *findings.worklist;
    all["flags"] = flagsJson(worklist, findings, traces);
    all["worklist"] = worklistJson(worklist, findings, traces);
    ordered_json about{{"before", worklist.before.iso()},
                       {"rules", rulesJson(worklist)},
                       {"put_aside", worklist.aside.size()}};
    if (worklist.worth) {
        about["value"] = worklist.worth->expected;
        about["lower"] = worklist.worth->lower;
        about["upper"] = worklist.worth->upper;
    }
    ordered_json rests = ordered_json::array();
    for (const Message& message : worklist.rests)
        rests.push_back(english(message));
    about["rests_on"] = std::move(rests);
    if (worklist.smallestSeen)
        about["smallest_seen"] = english(*worklist.smallestSeen);
    all["worklist_rules"] = std::move(about);
}

void addNeedShape(ordered_json& object, const domain::Cohort& cohort, bool traces)
{
    const QuantileLines quantiles = quantileLines(cohort);
    ordered_json lines = ordered_json::array();
    for (const QuantileLine& line : quantiles.lines)
        lines.push_back({{"tau", line.tau}, {"intercept", line.intercept}, {"slope", line.slope}});
    object["quantile_lines"] = std::move(lines);
    if (quantiles.undefined)
        object["quantile_lines_undefined"] = english(*quantiles.undefined);
    const CostSteps steps = costSteps(cohort);
    ordered_json isotonic{{"r_squared", number(steps.rSquared)},
                          {"line_r_squared", number(steps.lineRSquared)},
                          {"gap", number(steps.gap)},
                          {"blocks", steps.steps}};
    if (steps.summary)
        isotonic["summary"] = english(*steps.summary);
    if (steps.undefined)
        isotonic["undefined"] = english(*steps.undefined);
    if (traces) {
        object["quantile_lines_trace"] = traceJson(quantiles.trace);
        isotonic["trace"] = traceJson(steps.trace);
    }
    object["isotonic"] = std::move(isotonic);
}

// To every figure, how it was worked out.
void addTraces(ordered_json& all, const domain::Cohort& cohort, const Findings& findings)
{
    all["cohort"]["trace"] = traceJson(traceOfSpend(cohort));
    addTraces(all["correlations"], cohort, findings, findings.correlations);
    all["need_explains"]["trace"] = traceJson(findings.needExplains.trace);
    all["expected_cost"]["trace"] = traceJson(findings.line.trace);
    addTraces(all["expected_cost"]["children"], cohort, findings, findings.expectedCosts);
    all["similar_need"]["trace"] = traceJson(findings.similarNeed.trace);
    addTraces(all["similar_need"]["pairs"], cohort, findings, findings.similarNeed.pairs);
    addTraces(all["similar_need"]["each_child_once"], cohort, findings,
              findings.similarNeed.eachChildOnce);
    all["need_explains"]["beyond_setting"]["trace"] = traceJson(findings.needBeyondSetting.trace);
    for (ordered_json& driver : all["drivers"])
        driver["trace"] = traceJson(findings.drivers.trace);
    addTraces(all["providers"], findings.providerCosts);
    for (std::size_t i = 0; i < findings.providerOutcomes.size(); ++i) {
        ordered_json& outcome = all["provider_outcomes"][i];
        outcome["trace"] = traceJson(findings.providerOutcomes[i].trace);
        addTraces(outcome["providers"], findings.providerOutcomes[i]);
    }
    if (findings.paidCare) {
        all["amounts"]["trace"] = traceJson(findings.paidCare->trace);
        all["headline"]["trace"] = traceJson(findings.costShares.trace);
        all["same_need_contrast"]["trace"] = traceJson(findings.sameNeed.trace);
    }
    all["drivers_model"]["trace"] = traceJson(findings.drivers.trace);
    all["provider_model"]["trace"] = traceJson(findings.providerCosts.trace);
    all["noise"]["trace"] = traceJson(findings.noise.trace);
    all["change"]["trace"] = traceJson(findings.change.trace);
    all["concentration"]["trace"] = traceJson(findings.market.trace);
}

} // namespace

ordered_json findingsJson(const domain::Cohort& cohort, const Findings& findings, bool traces)
{
    ordered_json correlations = ordered_json::array();
    for (const Correlation& correlation : findings.correlations)
        correlations.push_back(correlationJson(correlation));
    ordered_json explains{{"r_squared", number(findings.needExplains.rSquared)},
                          {"lower", number(findings.needExplains.lower)},
                          {"upper", number(findings.needExplains.upper)},
                          {"method", english(findings.needExplains.trace.method)}};
    if (const NeedExplains& need = findings.needExplains; need.reliability) {
        explains["reliability"] = *need.reliability;
        explains["reliability_measured"] = need.reliabilityMeasured;
        explains["corrected"] = number(need.corrected);
        explains["corrected_lower"] = number(need.correctedLower);
        explains["corrected_upper"] = number(need.correctedUpper);
        for (const domain::Message& note : need.correctedNotes)
            explains["corrected_notes"].push_back(english(note));
    }
    if (findings.needExplains.undefined)
        explains["undefined"] = english(*findings.needExplains.undefined);
    explains["beyond_setting"] = beyondSettingJson(findings.needBeyondSetting);
    ordered_json all{{"cohort",
                      {{"census", findings.cohort.census.iso()},
                       {"n", findings.cohort.n},
                       {"excluded", excludedJson(findings.cohort.excluded)},
                       {"not_compared", notComparedJson(findings.cohort.notCompared)},
                       {"not_recorded", notRecordedJson(findings.cohort.notRecorded)},
                       {"spend_weekly", findings.cohort.spendWeekly},
                       {"without_cost", withoutCost(cohort)},
                       {"spend_not_recorded", notRecordedSpendJson(findings.spend)}}},
                     {"correlations", std::move(correlations)},
                     {"need_explains", std::move(explains)},
                     {"expected_cost", expectedCostJson(cohort, findings)},
                     {"similar_need", similarNeedJson(cohort, findings.similarNeed, traces)},
                     {"drivers", driversJson(findings.drivers)},
                     {"drivers_model", driversModelJson(findings.drivers)},
                     {"noise", noiseJson(findings.noise)},
                     {"change", changeJson(cohort, findings.change)}};
    addNeedShape(all, cohort, traces);
    addProviders(all, cohort, findings);
    if (findings.worklist)
        addQuestions(all, findings, traces);
    if (findings.paidCare) {
        all["amounts"] = amountsJson(cohort, findings);
        all["headline"] = headlineJson(findings.costShares);
        all["same_need_contrast"] = sameNeedJson(findings.sameNeed);
        all["pairs_by_kind"] = {{"same", kindPairsJson(findings.similarNeed.sameKind)},
                                {"different", kindPairsJson(findings.similarNeed.differentKinds)}};
    }
    if (traces)
        addTraces(all, cohort, findings);
    return all;
}

} // namespace twelvefold::cli
