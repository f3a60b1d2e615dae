// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/provider_effects.h"

#include "analysis/findings/compared.h"
#include "analysis/options.h"
#include "domain/records.h"
#include "statistics/groups/random_intercept.h"
#include "statistics/numbers/distributions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kProviderEffectsNoProvider{
    "left-out-no-provider", TWELVEFOLD_TEXT("Message", "no provider recorded")};
constexpr MessageKind kOnlyProvider{
    "left-out-only-provider",
    TWELVEFOLD_TEXT("Message", "in a setting that one provider alone offers, so there is nobody to "
                               "hold it against")};
constexpr MessageKind kNoOutcome{"left-out-no-outcome",
                                 TWELVEFOLD_TEXT("Message", "no such outcome recorded")};
constexpr MessageKind kNoNeed{"left-out-no-need",
                              TWELVEFOLD_TEXT("Message", "not scored on every domain")};
constexpr MessageKind kProviderEffectsMethod{
    "provider-effects-method",
    TWELVEFOLD_TEXT("Message",
                    "Each provider's children beside what such needs come to with the other "
                    "providers of their settings: a mixed model of total need and setting, with "
                    "an effect of the provider that is drawn toward none the more, the fewer "
                    "children speak for it.")};
constexpr MessageKind kNeedStep{
    "provider-effects-need",
    TWELVEFOLD_TEXT("Message", "One level more of total need goes with %1 % more cost, within a "
                               "setting and provider.")};
constexpr MessageKind kNeedOutcomeStep{
    "provider-effects-need-outcome",
    TWELVEFOLD_TEXT("Message", "One level more of total need goes with a change of %1 in the "
                               "outcome, within a setting and provider.")};
constexpr MessageKind kProviderEffectsSpreadStep{
    "provider-effects-spread",
    TWELVEFOLD_TEXT("Message", "Standard deviation between providers %1, between children of one "
                               "provider %2: providers account for %3 % of the variation that need "
                               "and setting leave.")};
constexpr MessageKind kNoDifferenceStep{
    "provider-effects-no-difference",
    TWELVEFOLD_TEXT("Message", "There is no detectable difference between providers: what varies "
                               "between them is no more than chance would give.")};
constexpr MessageKind kSettingsStep{
    "provider-effects-settings",
    TWELVEFOLD_TEXT("Message", "%1 providers in %2 settings, each offered by at least two.")};
constexpr MessageKind kRankStep{
    "provider-effects-ranks",
    TWELVEFOLD_TEXT("Message", "Where a provider stands among the others is the middle 95 % of its "
                               "places when all effects are drawn %1 times again (seed %2).")};

// The children a model is made of, as columns.
struct ProviderRows
{
    std::vector<double> need, response;
    std::vector<int> setting; // of Setting; one beyond the last: none recorded
    std::vector<std::size_t> provider;

    void add(const domain::Cohort& cohort, std::size_t row, double value)
    {
        need.push_back(cohort.needTotal.values[row]);
        response.push_back(value);
        setting.push_back(cohort.setting[row] ? static_cast<int>(*cohort.setting[row])
                                              : static_cast<int>(domain::countOf<domain::Setting>));
        provider.push_back(static_cast<std::size_t>(cohort.provider[row]));
    }
    void keep(const std::vector<bool>& kept)
    {
        ProviderRows some;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (!kept[i])
                continue;
            some.need.push_back(need[i]);
            some.response.push_back(response[i]);
            some.setting.push_back(setting[i]);
            some.provider.push_back(provider[i]);
        }
        *this = std::move(some);
    }
};

// Only where a setting has two providers can they be held against each other.
std::size_t leaveOutLoneSettings(ProviderRows& rows)
{
    std::map<int, std::set<std::size_t>> providers;
    for (std::size_t i = 0; i < rows.need.size(); ++i)
        providers[rows.setting[i]].insert(rows.provider[i]);
    std::vector<bool> kept;
    for (const int setting : rows.setting)
        kept.push_back(providers[setting].size() > 1);
    const auto left = static_cast<std::size_t>(std::count(kept.begin(), kept.end(), false));
    rows.keep(kept);
    return left;
}

Design designOf(const ProviderRows& rows, std::size_t& settings)
{
    std::map<int, int> code;
    for (const int setting : rows.setting)
        code.emplace(setting, 0);
    std::vector<std::string> names;
    for (auto& [setting, at] : code) {
        at = static_cast<int>(names.size());
        names.push_back(std::to_string(setting));
    }
    std::vector<int> codes;
    for (const int setting : rows.setting)
        codes.push_back(code.at(setting));
    settings = names.size();
    Design design(rows.need.size());
    design.intercept().column("need_total", rows.need);
    if (names.size() > 1)
        design.levels("setting", codes, names);
    return design;
}

void addTrace(ProviderEffects& effects, const RandomIntercept& fit, std::size_t settings)
{
    const bool ofCost = effects.measure == "log_weekly_cost";
    Trace& trace = effects.trace;
    trace.steps.push_back({kSettingsStep, {whole(effects.providers.size()), whole(settings)}});
    if (const Coefficient& need = fit.fixed[1]; !need.aliased)
        trace.steps.push_back(
            ofCost ? Message{kNeedStep, {rounded(100 * std::expm1(need.estimate), 1)}}
                   : Message{kNeedOutcomeStep, {rounded(need.estimate, 2)}});
    if (effects.differ)
        trace.steps.push_back({kProviderEffectsSpreadStep,
                               {rounded(effects.betweenSd, 3), rounded(effects.withinSd, 3),
                                rounded(100 * fit.intraclassCorrelation(), 0)}});
    else
        trace.steps.push_back({kNoDifferenceStep, {}});
}

// By name, so that the order says nothing of the effects.
std::vector<std::size_t> byName(const domain::Cohort& cohort, const ProviderRows& rows)
{
    const std::set<std::size_t> found(rows.provider.begin(), rows.provider.end());
    std::vector<std::size_t> providers(found.begin(), found.end());
    std::sort(providers.begin(), providers.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(cohort.providerNames[a], a) < std::pair(cohort.providerNames[b], b);
    });
    return providers;
}

void fitEffects(const domain::Cohort& cohort, ProviderRows rows, ProviderEffects& effects)
{
    effects.trace.leaveOut(kOnlyProvider, leaveOutLoneSettings(rows));
    effects.n = effects.trace.n = rows.need.size();
    effects.trace.method = {kProviderEffectsMethod, {}};
    effects.trace.formula =
        "y = Xb + u(provider) + e; u = residual mean x kn/(1+kn), k = var(u)/var(e) by REML";
    effects.trace.reference =
        "Laird & Ware 1982, Biometrics 38:963; Goldstein & Spiegelhalter 1996, JRSS A 159:385; "
        "Spiegelhalter 2005, Statistics in Medicine 24:1185";
    const std::vector<std::size_t> providers = byName(cohort, rows);
    std::map<std::size_t, std::uint32_t> code;
    for (const std::size_t provider : providers)
        code.emplace(provider, static_cast<std::uint32_t>(code.size()));
    std::vector<std::uint32_t> group;
    for (const std::size_t provider : rows.provider)
        group.push_back(code.at(provider));
    std::size_t settings = 0;
    const Design design = designOf(rows, settings);
    const RandomIntercept fit = randomIntercept(design, rows.response, group);
    if ((effects.undefined = fit.undefined))
        return;
    effects.betweenSd = std::sqrt(fit.groupVariance);
    effects.withinSd = std::sqrt(fit.residualVariance);
    effects.differ = fit.groupVariance > 0;
    const double point = normalQuantile(0.975);
    std::vector<double> means, sizes;
    for (std::size_t g = 0; g < providers.size(); ++g) {
        const GroupEffect& found = fit.groups[g];
        ProviderEffect& effect = effects.providers.emplace_back();
        effect.provider = providers[g];
        effect.n = found.n;
        effect.effect = found.effect;
        effect.standardError = found.standardError;
        effect.lower = found.effect - point * found.standardError;
        effect.upper = found.effect + point * found.standardError;
        effect.meanResidual = found.meanResidual;
        means.push_back(found.meanResidual);
        sizes.push_back(static_cast<double>(found.n));
    }
    effects.funnel = funnelOfMeans(means, sizes, effects.withinSd, 0.0);
    addTrace(effects, fit, settings);
}

} // namespace

const ProviderEffect* ProviderEffects::of(std::size_t provider) const
{
    const auto found = std::find_if(providers.begin(), providers.end(),
                                    [=](const auto& one) { return one.provider == provider; });
    return found == providers.end() ? nullptr : &*found;
}

ProviderEffects providerCosts(const domain::Cohort& cohort, const Compared& children)
{
    ProviderEffects effects;
    effects.measure = "log_weekly_cost";
    effects.trace.leftOut = children.leftOut;
    ProviderRows rows;
    std::size_t nobody = 0;
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (cohort.provider[children.rows[i]] < 0)
            ++nobody;
        else
            rows.add(cohort, children.rows[i], children.logCost[i]);
    }
    effects.trace.leaveOut(kProviderEffectsNoProvider, nobody);
    fitEffects(cohort, std::move(rows), effects);
    return effects;
}

std::vector<ProviderEffects> providerOutcomes(const domain::Cohort& cohort)
{
    constexpr std::size_t kLeastChildren = 30;
    constexpr std::array<std::string_view, 4> kScales{"sdq_total", "attendance", "attainment",
                                                      "goal_attainment"};
    std::vector<ProviderEffects> found;
    for (const domain::OutcomeColumn& outcome : cohort.outcomes) {
        if (std::find(kScales.begin(), kScales.end(), outcome.measure) == kScales.end())
            continue;
        ProviderEffects effects;
        effects.measure = "outcome_" + outcome.measure;
        ProviderRows rows;
        std::size_t without = 0, unscored = 0, nobody = 0;
        for (std::size_t row = 0; row < cohort.size(); ++row) {
            if (!outcome.values.at(row))
                ++without;
            else if (!cohort.hasProfile(row))
                ++unscored;
            else if (cohort.provider[row] < 0)
                ++nobody;
            else
                rows.add(cohort, row, *outcome.values.at(row));
        }
        effects.trace.leaveOut(kNoOutcome, without);
        effects.trace.leaveOut(kNoNeed, unscored);
        effects.trace.leaveOut(kProviderEffectsNoProvider, nobody);
        fitEffects(cohort, std::move(rows), effects);
        if (!effects.undefined && effects.n >= kLeastChildren)
            found.push_back(std::move(effects));
    }
    return found;
}

bool rankProviders(const Options& options, ProviderEffects& effects, std::uint64_t firstStream,
                   std::stop_token stop)
{
    constexpr int kDraws = 1000;
    constexpr std::size_t kMostRanked = 5000; // beyond, a place among so many says nothing
    if (!effects.differ || effects.providers.size() > kMostRanked)
        return !stop.stop_requested();
    std::vector<double> centre, spread;
    for (const ProviderEffect& effect : effects.providers) {
        centre.push_back(effect.effect);
        spread.push_back(effect.standardError);
    }
    const auto ranks = rankIntervals(centre, spread, kDraws, options.seed, firstStream);
    if (stop.stop_requested())
        return false;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        effects.providers[i].rankLower = ranks[i].lower;
        effects.providers[i].rankUpper = ranks[i].upper;
    }
    effects.trace.steps.push_back(
        {kRankStep, {std::int64_t{kDraws}, std::to_string(options.seed)}});
    return true;
}

} // namespace twelvefold::analysis
