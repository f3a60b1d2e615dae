// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/provider_effects.h"

#include "analysis/findings/compared.h"
#include "analysis/options.h"
#include "domain/records.h"
#include "statistics/groups/multiplicity.h"
#include "statistics/groups/random_intercept.h"
#include "statistics/groups/stratified_intercept.h"
#include "statistics/numbers/distributions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kProviderEffectsNoProvider{
    "left-out-no-provider", TWELVEFOLD_TEXT("Message", "no provider recorded")};
constexpr MessageKind kProvidersTooFew{
    "provider-effects-too-few",
    TWELVEFOLD_TEXT("Message", "Whether providers differ cannot be told from %1 children in "
                               "settings that more than one provider offers; it takes %2."),
    TWELVEFOLD_TEXT("Message", "Whether providers differ cannot be told from %1 child in settings "
                               "that more than one provider offers; it takes %2.")};
constexpr MessageKind kFewProviders{
    "provider-effects-few-providers",
    TWELVEFOLD_TEXT("Message", "Whether providers differ cannot be told from %1 providers that can "
                               "be held against one another; it takes %2.")};
constexpr MessageKind kNoOtherProvider{
    "provider-effects-no-other-provider",
    TWELVEFOLD_TEXT("Message", "Among these children no setting is offered by more than one "
                               "provider with need and cost known, so no provider can be held "
                               "against another. Where a filter leaves out the other providers' "
                               "children, ask for these too.")};
constexpr MessageKind kOneChildEach{
    "provider-effects-one-child-each",
    TWELVEFOLD_TEXT("Message", "Each provider has one child only, so what is the provider's cannot "
                               "be told from what is the child's.")};
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
                    "providers of their settings: a mixed model of total need and setting, in "
                    "which children spread more in some settings than in others, with "
                    "an effect of the provider that is drawn toward none the more, the less "
                    "its children tell.")};
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
                               "provider %2: %3 % of the variation that need and setting leave "
                               "lies between providers.")};
constexpr MessageKind kNoDifferenceStep{
    "provider-effects-no-difference",
    TWELVEFOLD_TEXT("Message", "There is no detectable difference between providers: what varies "
                               "between them is no more than chance would give.")};
constexpr MessageKind kDifferenceTestStep{
    "provider-effects-test",
    TWELVEFOLD_TEXT("Message", "Test of no difference between providers: p = %1. The standard "
                               "deviation between them has the 95 % interval %2 to %3.")};
constexpr MessageKind kTestedAloneStep{
    "provider-effects-tested-alone",
    TWELVEFOLD_TEXT("Message", "A difference is said from a p of 0.05 down.")};
constexpr MessageKind kTestedTogetherStep{
    "provider-effects-tested-together",
    TWELVEFOLD_TEXT("Message", "%1 outcomes are tested, and one of them would soon show a "
                               "difference by chance: allowing for that, q = %2 (Benjamini and "
                               "Hochberg). A difference is said from a q of 0.05 down.")};
constexpr MessageKind kSettingSpreadStep{
    "provider-effects-setting-spread",
    TWELVEFOLD_TEXT("Message", "Children of one provider spread by a standard deviation of %1 to "
                               "%2, by setting.")};
constexpr MessageKind kSharedSpreadStep{
    "provider-effects-shared-spread",
    TWELVEFOLD_TEXT("Message", "Settings of fewer than %1 children share one standard deviation "
                               "with each other or with the smallest of the rest.")};
constexpr MessageKind kAveragedStep{
    "provider-effects-averaged",
    TWELVEFOLD_TEXT("Message", "Effects are averaged over what is not known of the standard "
                               "deviation between providers, before the figures taken to be "
                               "half-normal with scale %1.")};
constexpr MessageKind kSettingsStep{
    "provider-effects-settings",
    TWELVEFOLD_TEXT("Message", "%1 providers in %2 settings, each offered by at least two.")};
constexpr MessageKind kRankStep{
    "provider-effects-ranks",
    TWELVEFOLD_TEXT("Message", "Where a provider stands among the others is the middle 95 % of its "
                               "places when all effects are drawn %1 times again (seed %2).")};

constexpr std::string_view kLogCost = "log_weekly_cost";
// Providers' prices for like needs lie within a third of each other as a rule: of log cost, half of
// what children of one provider spread by. Outcomes have the same in their own unit: half the
// residual sd.
constexpr double kCostPriorScale = 0.15;
constexpr double kClaimedFrom = 0.05;      // a q-value, downwards
constexpr std::size_t kLeastChildren = 30; // of fewer the test is not to be trusted
constexpr std::size_t kLeastProviders = 5; // likewise

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

// The settings there are, in order, and which of them each row has.
struct SettingCodes
{
    std::vector<int> settings;
    std::vector<std::uint32_t> codes;

    explicit SettingCodes(const ProviderRows& rows)
    {
        const std::set<int> found(rows.setting.begin(), rows.setting.end());
        settings.assign(found.begin(), found.end());
        for (const int setting : rows.setting)
            codes.push_back(static_cast<std::uint32_t>(std::ranges::lower_bound(settings, setting) -
                                                       settings.begin()));
    }
};

Design designOf(const ProviderRows& rows, const SettingCodes& coded)
{
    Design design(rows.need.size());
    design.intercept().column("need_total", rows.need);
    if (coded.settings.size() < 2)
        return design;
    std::vector<std::string> names;
    for (const int setting : coded.settings)
        names.push_back(std::to_string(setting));
    const std::vector<int> codes(coded.codes.begin(), coded.codes.end());
    design.levels("setting", codes, names);
    return design;
}

// How many children of one provider show a difference of log cost between it and the others of a
// setting: n with 1/n + 1/(others) = (difference / (z sd))², z for 5 % two-sided and power 80 %.
void addChildrenToSee(SettingSpread& spread)
{
    constexpr double kSeen = 0.18232155679395459; // log 1.2
    constexpr double kPower = 0.8416212335729143; // the 80 % point of the normal distribution
    const double atLeast = std::pow((kNormal975 + kPower) * spread.sd / kSeen, 2);
    const auto all = static_cast<double>(spread.n);
    const auto whole = [](double n) {
        return static_cast<std::size_t>(std::ceil(std::max(1.0, n - 1e-9)));
    };
    spread.toSeeBesideMany = whole(atLeast);
    if (all >= 4 * atLeast) // 1 - √(1 - x), without its cancellation
        spread.toSee = whole(2 * atLeast / (1 + std::sqrt(1 - 4 * atLeast / all)));
}

void addSettings(ProviderEffects& effects, const StratifiedIntercept& fit,
                 const SettingCodes& coded)
{
    for (std::size_t code = 0; code < coded.settings.size(); ++code) {
        SettingSpread spread;
        if (coded.settings[code] < static_cast<int>(domain::countOf<domain::Setting>))
            spread.setting = static_cast<domain::Setting>(coded.settings[code]);
        spread.n = static_cast<std::size_t>(
            std::ranges::count(coded.codes, static_cast<std::uint32_t>(code)));
        const ResidualStratum& residual = fit.residual[fit.residualOf[code]];
        spread.sd = std::sqrt(residual.variance);
        spread.own = std::ranges::count(fit.residualOf, fit.residualOf[code]) == 1;
        if (effects.measure == kLogCost)
            addChildrenToSee(spread);
        effects.settings.push_back(spread);
    }
}

void addTrace(ProviderEffects& effects, const StratifiedIntercept& fit,
              const StratifiedInterceptOptions& options)
{
    const bool ofCost = effects.measure == kLogCost;
    Trace& trace = effects.trace;
    trace.steps.push_back(
        {kSettingsStep, {whole(effects.providers.size()), whole(effects.settings.size())}});
    if (const Coefficient& need = fit.fixed[1]; !need.aliased)
        trace.steps.push_back(
            ofCost ? Message{kNeedStep, {rounded(100 * std::expm1(need.estimate), 1)}}
                   : Message{kNeedOutcomeStep, {rounded(need.estimate, 2)}});
    const auto [least, most] = std::ranges::minmax(effects.settings, {}, &SettingSpread::sd);
    if (least.sd < most.sd)
        trace.steps.push_back({kSettingSpreadStep, {rounded(least.sd, 3), rounded(most.sd, 3)}});
    if (!std::ranges::all_of(effects.settings, &SettingSpread::own))
        trace.steps.push_back({kSharedSpreadStep, {whole(options.leastInStratum)}});
    trace.steps.push_back({kAveragedStep, {rounded(fit.priorScale, 3)}});
}

// Whether a difference is said, of measures that are tested together.
void tellDifferences(std::vector<ProviderEffects>& together)
{
    std::vector<std::optional<double>> p;
    for (const ProviderEffects& effects : together)
        p.emplace_back(effects.p);
    const auto q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < together.size(); ++i) {
        ProviderEffects& effects = together[i];
        effects.q = *q[i];
        effects.testedTogether = together.size();
        effects.differ = effects.q <= kClaimedFrom && !effects.notTold;
        const double between = effects.betweenSd * effects.betweenSd;
        const double within = effects.withinSd * effects.withinSd;
        auto& steps = effects.trace.steps;
        steps.push_back({kDifferenceTestStep,
                         {rounded(effects.p, 4), rounded(effects.betweenLower, 3),
                          rounded(effects.betweenUpper, 3)}});
        steps.push_back(
            together.size() > 1
                ? Message{kTestedTogetherStep, {whole(together.size()), rounded(effects.q, 4)}}
                : Message{kTestedAloneStep, {}});
        if (effects.differ)
            steps.push_back({kProviderEffectsSpreadStep,
                             {rounded(effects.betweenSd, 3), rounded(effects.withinSd, 3),
                              rounded(100 * between / (between + within), 0)}});
        else
            steps.push_back(effects.notTold.value_or(Message{kNoDifferenceStep, {}}));
    }
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
        "y = Xb + u(provider) + e, var(e) by setting, by REML; p = P(chi2(1) > LR) / 2; u averaged "
        "over the posterior of sd(u)";
    effects.trace.reference =
        "Laird & Ware 1982, Biometrics 38:963; Self & Liang 1987, JASA 82:605; Gelman 2006, "
        "Bayesian Analysis 1:515; Goldstein & Spiegelhalter 1996, JRSS A 159:385; "
        "Spiegelhalter 2005, Statistics in Medicine 24:1185";
    const std::vector<std::size_t> providers = byName(cohort, rows);
    if (providers.empty()) {
        effects.undefined = Message{kNoOtherProvider, {}};
        return;
    }
    if (providers.size() < kLeastProviders) {
        effects.undefined =
            Message{kFewProviders, {whole(providers.size()), whole(kLeastProviders)}};
        return;
    }
    if (providers.size() == effects.n) {
        effects.undefined = Message{kOneChildEach, {}};
        return;
    }
    std::map<std::size_t, std::uint32_t> code;
    for (const std::size_t provider : providers)
        code.emplace(provider, static_cast<std::uint32_t>(code.size()));
    std::vector<std::uint32_t> group;
    for (const std::size_t provider : rows.provider)
        group.push_back(code.at(provider));
    const SettingCodes coded(rows);
    const Design design = designOf(rows, coded);
    StratifiedInterceptOptions options;
    if (effects.measure == kLogCost)
        options.priorScale = kCostPriorScale;
    const StratifiedIntercept fit =
        stratifiedIntercept(design, rows.response, group, coded.codes, options);
    if ((effects.undefined = fit.undefined))
        return;
    effects.betweenSd = std::sqrt(fit.groupVariance);
    effects.betweenLower = fit.sigmaLower;
    effects.betweenUpper = fit.sigmaUpper;
    effects.withinSd = std::sqrt(fit.residualVariance);
    effects.p = fit.p;
    if (effects.n < kLeastChildren)
        effects.notTold = Message{kProvidersTooFew, {whole(effects.n), whole(kLeastChildren)}};
    addSettings(effects, fit, coded);
    std::vector<double> means, sizes;
    for (std::size_t g = 0; g < providers.size(); ++g) {
        const AveragedEffect& found = fit.groups[g];
        ProviderEffect& effect = effects.providers.emplace_back();
        effect.provider = providers[g];
        effect.n = found.n;
        effect.effect = found.effect;
        effect.standardError = found.sd;
        effect.lower = found.lower;
        effect.upper = found.upper;
        effect.meanResidual = found.meanResidual;
        means.push_back(found.meanResidual);
        sizes.push_back(fit.residualVariance * found.precision);
    }
    effects.funnel = funnelOfMeans(means, sizes, effects.withinSd, 0.0);
    addTrace(effects, fit, options);
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
    effects.measure = kLogCost;
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
    if (effects.undefined)
        return effects;
    std::vector<ProviderEffects> alone{std::move(effects)};
    tellDifferences(alone);
    return std::move(alone.front());
}

std::vector<ProviderEffects> providerOutcomes(const domain::Cohort& cohort)
{
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
        if (!effects.undefined && !effects.notTold)
            found.push_back(std::move(effects));
    }
    tellDifferences(found);
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
