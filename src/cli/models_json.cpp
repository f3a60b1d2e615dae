// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/models_json.h"

#include "cli/output.h"
#include "cli/stats/json.h"
#include "domain/criteria.h"

#include <nlohmann/json.hpp>

#include "domain/criteria.h"
#include <algorithm>
#include <cmath>

#include <cstdint>

namespace twelvefold::cli {

using nlohmann::ordered_json;
using namespace twelvefold::analysis;

ordered_json excludedJson(const std::vector<Trace::LeftOut>& leftOut)
{
    ordered_json list = ordered_json::array();
    for (const Trace::LeftOut& entry : leftOut)
        list.push_back({{"reason", english(entry.reason)}, {"n", entry.n}});
    return list;
}

ordered_json notComparedJson(const domain::NotCompared& children)
{
    ordered_json list = ordered_json::array();
    for (const auto& [setting, n] : children)
        list.push_back({{"setting", std::string(domain::token(setting))}, {"n", n}});
    return list;
}

namespace {

// "legal_status", as the other keys are written.
std::string jsonKey(const domain::Criterion& criterion)
{
    std::string key(criterion.token);
    std::ranges::replace(key, '-', '_');
    return key;
}

} // namespace

ordered_json notRecordedJson(const domain::NotRecorded& children)
{
    ordered_json list = ordered_json::array();
    for (const auto& [criterion, n] : children)
        list.push_back({{"criterion", jsonKey(*criterion)}, {"n", n}});
    return list;
}

ordered_json filterJson(const domain::CohortFilter& filter)
{
    ordered_json all = ordered_json::object();
    for (const auto& [criterion, wanted] : filter.asked) {
        ordered_json& asked = all[jsonKey(*criterion)];
        if (!criterion->isRange())
            asked = wanted.choices;
        const auto end = [&](const char* name, const std::optional<double>& value) {
            if (value && criterion->kind == domain::Criterion::Kind::days)
                asked[name] = domain::Date::fromDayNumber(static_cast<int>(*value)).iso();
            else if (value)
                asked[name] = *value;
        };
        end("least", wanted.least);
        end("most", wanted.most);
    }
    return all;
}

namespace {

ordered_json rank(const std::optional<double>& place)
{
    return place ? ordered_json(static_cast<std::int64_t>(*place)) : ordered_json(nullptr);
}

// Effects by provider: of log cost also as times what such needs cost elsewhere.
ordered_json effectsJson(const domain::Cohort& cohort, const ProviderEffects& effects)
{
    const bool ofCost = effects.measure == "log_weekly_cost";
    ordered_json list = ordered_json::array();
    for (const ProviderEffect& effect : effects.providers) {
        ordered_json object{{"provider", cohort.providerNames[effect.provider]},
                            {"n", effect.n},
                            {"effect", effect.effect},
                            {"lower", effect.lower},
                            {"upper", effect.upper},
                            {"se", effect.standardError},
                            {"mean_residual", effect.meanResidual},
                            {"claimed", effects.claimed(effect)},
                            {"rank_lower", rank(effect.rankLower)},
                            {"rank_upper", rank(effect.rankUpper)}};
        if (ofCost) {
            object["ratio"] = std::exp(effect.effect);
            object["ratio_lower"] = std::exp(effect.lower);
            object["ratio_upper"] = std::exp(effect.upper);
        }
        list.push_back(std::move(object));
    }
    return list;
}

// How widely children of one provider spread, by setting, and how many it takes to see 20 %.
ordered_json spreadsJson(const ProviderEffects& effects)
{
    const auto children = [](const std::optional<std::size_t>& n) {
        return n ? ordered_json(*n) : ordered_json(nullptr);
    };
    ordered_json list = ordered_json::array();
    for (const SettingSpread& spread : effects.settings) {
        ordered_json object{
            {"setting", spread.setting ? ordered_json(std::string(domain::token(*spread.setting)))
                                       : ordered_json(nullptr)},
            {"n", spread.n},
            {"sd_within", spread.sd},
            {"sd_shared", !spread.own}};
        if (effects.measure == "log_weekly_cost") {
            object["children_to_see_20_percent"] = children(spread.toSee);
            object["children_to_see_20_percent_beside_many"] = children(spread.toSeeBesideMany);
        }
        list.push_back(std::move(object));
    }
    return list;
}

ordered_json modelJson(const ProviderEffects& effects)
{
    ordered_json object{{"y", effects.measure},
                        {"n", effects.n},
                        {"excluded", excludedJson(effects.trace.leftOut)},
                        {"sd_between", effects.betweenSd},
                        {"sd_within", effects.withinSd},
                        {"differ", effects.differ},
                        {"p", effects.undefined ? ordered_json(nullptr) : ordered_json(effects.p)},
                        {"q", effects.undefined ? ordered_json(nullptr) : ordered_json(effects.q)},
                        {"sigma", effects.betweenSd},
                        {"sigma_lower", effects.betweenLower},
                        {"sigma_upper", effects.betweenUpper},
                        {"claimed", effects.differ},
                        {"settings", spreadsJson(effects)},
                        {"tau2", number(effects.funnel.spread.tauSquared)},
                        {"method", english(effects.trace.method)}};
    if (effects.notTold)
        object["not_told"] = english(*effects.notTold);
    if (effects.undefined)
        object["undefined"] = english(*effects.undefined);
    return object;
}

ordered_json concentrationJson(const Concentration& found)
{
    return {{"n", found.n},
            {"hhi", found.hhi},
            {"effective_number", found.effectiveNumber},
            {"cr1", found.largest},
            {"cr4", found.largestFour},
            {"gini", found.gini}};
}

ordered_json marketJson(const Market& market)
{
    ordered_json object{{"n", market.n},
                        {"excluded", excludedJson(market.trace.leftOut)},
                        {"spend_weekly", market.spendWeekly}};
    if (market.undefined) {
        object["undefined"] = english(*market.undefined);
        return object;
    }
    object["providers"] = concentrationJson(market.providers);
    object["owner_groups"] = concentrationJson(market.owners);
    object["largest_owner"] = market.largestOwner;
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

} // namespace

ordered_json driversJson(const CostDrivers& drivers)
{
    ordered_json list = ordered_json::array();
    for (const CostDriver& driver : drivers.groups)
        list.push_back({{"group", token(driver)},
                        {"share", driver.share},
                        {"lower", number(driver.lower)},
                        {"upper", number(driver.upper)},
                        {"null_share", driver.byChance},
                        {"lmg", driver.contribution},
                        {"columns", driver.columns}});
    return list;
}

ordered_json driversModelJson(const CostDrivers& drivers)
{
    ordered_json object{{"n", drivers.n},
                        {"excluded", excludedJson(drivers.trace.leftOut)},
                        {"r_squared", number(drivers.rSquared)},
                        {"lower", number(drivers.lower)},
                        {"upper", number(drivers.upper)},
                        {"adj_r_squared", number(drivers.adjusted(drivers.rSquared))},
                        {"adj_lower", number(drivers.adjusted(drivers.lower))},
                        {"adj_upper", number(drivers.adjusted(drivers.upper))},
                        {"unexplained", drivers.rSquared ? ordered_json(1 - *drivers.rSquared)
                                                         : ordered_json(nullptr)},
                        {"method", english(drivers.trace.method)}};
    ordered_json notes = ordered_json::array();
    for (const Message& step : drivers.trace.steps)
        notes.push_back(english(step));
    object["notes"] = std::move(notes);
    if (drivers.undefined)
        object["undefined"] = english(*drivers.undefined);
    return object;
}

ordered_json beyondSettingJson(const NeedBeyondSetting& beyond)
{
    ordered_json object{{"partial_r_squared", number(beyond.partialRSquared)},
                        {"lower", number(beyond.lower)},
                        {"upper", number(beyond.upper)},
                        {"null_partial_r_squared", beyond.byChance},
                        {"n", beyond.n},
                        {"method", english(beyond.trace.method)}};
    if (beyond.undefined)
        object["undefined"] = english(*beyond.undefined);
    return object;
}

ordered_json noiseJson(const Noise& noise)
{
    ordered_json object{{"pairs", noise.pairs},
                        {"asked_for", noise.askedFor},
                        {"sem", number(noise.sem)},
                        {"sem_lower", number(noise.lower)},
                        {"sem_upper", number(noise.upper)},
                        {"reliability", number(noise.reliability)},
                        {"smallest_reliable_change", number(noise.smallestReliableChange)},
                        {"tolerance_mark", number(noise.toleranceMark)},
                        {"method", english(noise.trace.method)}};
    if (noise.reliabilityUndefined)
        object["reliability_undefined"] = english(*noise.reliabilityUndefined);
    if (noise.undefined)
        object["undefined"] = english(*noise.undefined);
    return object;
}

ordered_json countsJson(const NeedChange& change)
{
    ordered_json object{{"reliable_levels", number(change.reliableLevels)},
                        {"reliability_known", change.reliableLevels.has_value()},
                        {"better", nullptr},
                        {"worse", nullptr},
                        {"unclear", nullptr},
                        {"by_noise", nullptr}};
    if (change.counts) {
        object["better"] = change.counts->better;
        object["worse"] = change.counts->worse;
        object["unclear"] = change.counts->unclear;
        const ByNoise& byNoise = change.counts->byNoise;
        object["by_noise"] = {
            {"each_way", byNoise.expected}, {"lower", byNoise.lower}, {"upper", byNoise.upper}};
    }
    if (change.countsUndefined)
        object["counts_undefined"] = english(*change.countsUndefined);
    return object;
}

ordered_json meanNowJson(const MeanNow& now)
{
    return {{"n", now.n},
            {"mean", number(now.ofAll)},
            {"joined", now.joined},
            {"mean_joined", number(now.ofJoined)},
            {"from_joined", number(now.fromJoined)}};
}

ordered_json overYearJson(const MeanOverYear& over)
{
    return {{"since", over.since.iso()},
            {"n_then", over.nThen},
            {"n_now", over.nNow},
            {"stayed", over.stayed},
            {"joined", over.joined},
            {"left", over.left},
            {"mean_then", over.then},
            {"mean_now", over.now},
            {"from_stayed", over.fromStayed},
            {"from_joined", over.fromJoined},
            {"from_left", over.fromLeft}};
}

ordered_json childrenJson(const domain::Cohort& cohort, const NeedChange& change)
{
    ordered_json children = ordered_json::array();
    for (const ChildChange& child : change.children)
        children.push_back({{"pseudonym", cohort.pseudonym[child.row]},
                            {"then", child.then},
                            {"change", child.change},
                            {"less_regression", number(child.lessRegression())}});
    return children;
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
                        {"median_days", number(change.medianDays)}};
    object.update(countsJson(change));
    object["now_on_then"] = {
        {"intercept", number(change.intercept)},     {"slope", number(change.slope)},
        {"lower", number(change.slopeLower)},        {"upper", number(change.slopeUpper)},
        {"reliability", number(change.reliability)}, {"p", number(change.slopeP)}};
    object["intensive"] = shiftsJson(cohort, change);
    object["everyone_now"] = meanNowJson(change.meanNow);
    object["over_year"] = change.overYear ? overYearJson(*change.overYear) : ordered_json(nullptr);
    object["children"] = childrenJson(cohort, change);
    if (change.undefined)
        object["undefined"] = english(*change.undefined);
    else
        object["method"] = english(change.trace.method);
    return object;
}

void addProviders(ordered_json& object, const domain::Cohort& cohort, const Findings& findings)
{
    object["providers"] = effectsJson(cohort, findings.providerCosts);
    object["provider_model"] = modelJson(findings.providerCosts);
    ordered_json outcomes = ordered_json::array();
    for (const ProviderEffects& effects : findings.providerOutcomes) {
        ordered_json one = modelJson(effects);
        one["providers"] = effectsJson(cohort, effects);
        outcomes.push_back(std::move(one));
    }
    object["provider_outcomes"] = std::move(outcomes);
    object["concentration"] = marketJson(findings.market);
}

namespace {

void addSplit(ordered_json& object, const Amounts& amounts)
{
    object["need"] = amounts.need.inPounds();
    object["placement"] = amounts.placement.inPounds();
    object["price"] = amounts.price.inPounds();
}

ordered_json kindJson(const WithinKind& kind)
{
    ordered_json settings = ordered_json::object();
    for (const auto& [setting, effect] : kind.settings)
        settings[std::string(domain::token(setting))] = effect;
    ordered_json object{{"placement_kind", domain::token(kind.kind)},
                        {"n", kind.n},
                        {"log_cost_at_15", kind.atFifteen},
                        {"per_level", kind.perLevel},
                        {"emergency", kind.emergency},
                        {"settings", std::move(settings)},
                        {"scale", number(kind.scale)},
                        {"smear", kind.smear},
                        {"coverage", number(kind.coverage)},
                        {"coverage_lower", number(kind.coverageLower)},
                        {"coverage_upper", number(kind.coverageUpper)}};
    if (kind.doubt)
        object["note"] = english(*kind.doubt);
    return object;
}

} // namespace

ordered_json amountsJson(const domain::Cohort& cohort, const analysis::Findings& findings)
{
    ordered_json object;
    const auto whyNot = findings.whyNotSplit();
    if (whyNot)
        object["undefined"] = english(*whyNot);
    if (findings.paidCare->undefined)
        return object;
    // What is spent is known of however few.
    const auto addAmounts = [&](ordered_json& one, const Amounts& amounts, bool isSplit) {
        one["spend"] = amounts.spend.inPounds();
        if (isSplit)
            addSplit(one, amounts);
    };
    const AmountsFound& found = findings.amounts;
    addAmounts(object["whole"], found.whole, !whyNot);
    object["whole"]["children"] = found.whole.children;
    if (!whyNot) {
        object["whole"]["placement_more"] = found.placementMore.inPounds();
        object["whole"]["placement_less"] = found.placementLess.inPounds();
        object["whole"]["price_more"] = found.priceMore.inPounds();
        object["whole"]["price_less"] = found.priceLess.inPounds();
    }
    object["settings"] = ordered_json::array();
    for (const auto& [setting, amounts] : found.settings) {
        ordered_json one{{"setting", domain::token(setting)}, {"children", amounts.children}};
        addAmounts(one, amounts, !whyNot);
        object["settings"].push_back(std::move(one));
    }
    object["providers"] = ordered_json::array();
    for (const auto& [provider, amounts] : found.providers) {
        ordered_json one{{"provider", cohort.providerNames[provider]},
                         {"children", amounts.children}};
        addAmounts(one, amounts, !whyNot);
        object["providers"].push_back(std::move(one));
    }
    const bool childrenSplit = !analysis::whyNotSplit(*findings.paidCare);
    object["children"] = ordered_json::array();
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        const PaidChild* child = findings.paidCare->of(cohort.child[row]);
        if (child == nullptr)
            continue;
        ordered_json one{{"pseudonym", cohort.pseudonym[row]},
                         {"placement_kind", domain::token(child->kind)}};
        addAmounts(one, child->amounts, childrenSplit);
        one["lower"] = number(child->lower);
        one["upper"] = number(child->upper);
        one["standard_price"] = number(child->standardPrice);
        one["residential_chance"] = child->residentialChance;
        object["children"].push_back(std::move(one));
    }
    object["kinds"] = ordered_json::array();
    for (const WithinKind& kind : findings.paidCare->kinds)
        object["kinds"].push_back(kindJson(kind));
    return object;
}

namespace {

ordered_json shareJson(const std::optional<CostShare>& share)
{
    if (!share)
        return nullptr;
    return {
        {"share", share->share}, {"lower", number(share->lower)}, {"upper", number(share->upper)}};
}

} // namespace

ordered_json headlineJson(const CostShares& shares)
{
    ordered_json object{{"n", shares.n},
                        {"need", shareJson(shares.need)},
                        {"placement", shareJson(shares.placement)},
                        {"price", shareJson(shares.price)},
                        {"need_without_noise", number(shares.needWithoutNoise)}};
    if (shares.undefined)
        object["undefined"] = english(*shares.undefined);
    return object;
}

ordered_json sameNeedJson(const SameNeed& same)
{
    ordered_json object{{"n", same.n},
                        {"residential", same.residential},
                        {"least_need", number(same.leastNeed)},
                        {"most_need", number(same.mostNeed)},
                        {"times", number(same.ratio)},
                        {"lower", number(same.lower)},
                        {"upper", number(same.upper)}};
    if (same.undefined)
        object["undefined"] = english(*same.undefined);
    return object;
}

} // namespace twelvefold::cli
