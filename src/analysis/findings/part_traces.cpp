// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/compared.h"
#include "analysis/findings/figure_traces.h"

#include <cmath>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kProviderMethod{
    "trace-provider",
    TWELVEFOLD_TEXT("Message", "The weekly costs that count, of the children with this provider, "
                               "added in whole pence; the medians are of these children alone.")};
constexpr MessageKind kChildCosts{"trace-provider-child",
                                  TWELVEFOLD_TEXT("Message", "%1 costs %2 a week.")};
constexpr MessageKind kMoreChildren{
    "trace-provider-more", TWELVEFOLD_TEXT("Message", "and %1 more, who are added as well.")};
constexpr MessageKind kTogether{"trace-provider-together",
                                TWELVEFOLD_TEXT("Message", "Together: %1 a week.")};
constexpr MessageKind kShare{
    "trace-provider-share",
    TWELVEFOLD_TEXT("Message", "That is %1 % of the spend with a provider recorded.")};
constexpr MessageKind kMedians{
    "trace-provider-medians",
    TWELVEFOLD_TEXT("Message", "Median weekly cost %1, median total need %2.")};
constexpr MessageKind kPartTraceNoCost{
    "trace-provider-no-cost",
    TWELVEFOLD_TEXT("Message", "no weekly cost that counts here is recorded")};

constexpr MessageKind kAsFound{
    "trace-effect-found",
    TWELVEFOLD_TEXT("Message", "As found, its children cost %1 times what such needs come to with "
                               "the other providers of their settings.")};
constexpr MessageKind kAsFoundOutcome{
    "trace-effect-found-outcome",
    TWELVEFOLD_TEXT("Message", "As found, its children lie %1 from what such needs come to with "
                               "the other providers of their settings.")};
constexpr MessageKind kDrawnIn{
    "trace-effect-drawn-in",
    TWELVEFOLD_TEXT("Message", "Drawn in towards no difference, the more so the fewer its "
                               "children: %1 (95 % interval %2 to %3).")};
constexpr MessageKind kPlace{
    "trace-effect-place",
    TWELVEFOLD_TEXT("Message", "Its place among %1 providers: anywhere from %2 to %3.")};

constexpr MessageKind kPartMethod{
    "trace-gap-part",
    TWELVEFOLD_TEXT("Message", "What the drivers model expects of this difference between the two "
                               "children, all else alike.")};
constexpr MessageKind kPartLog{
    "trace-gap-log",
    TWELVEFOLD_TEXT("Message", "It expects %1 of the logarithm of the ratio, which is %2.")};
constexpr MessageKind kPartPounds{
    "trace-gap-pounds",
    TWELVEFOLD_TEXT("Message", "In pounds: %1 a week, 95 % interval %2 to %3.")};
constexpr MessageKind kRestMethod{
    "trace-gap-rest",
    TWELVEFOLD_TEXT("Message", "The gap less all that the drivers model expects of the differences "
                               "that are recorded.")};
constexpr MessageKind kRest{"trace-gap-rest-step",
                            TWELVEFOLD_TEXT("Message", "The gap is %1 a week, of which the model "
                                                       "expects %2.")};

constexpr std::size_t kChildrenNamed = 40;

Trace ofGap(const PairExplained& explained, const MessageKind& method)
{
    Trace trace = explained.trace;
    trace.method = {method, {}};
    return trace;
}

} // namespace

Trace traceOf(const domain::Cohort& cohort, const Findings& findings,
              const ProviderSummary& provider)
{
    Trace trace;
    trace.method = {kProviderMethod, {}};
    std::size_t without = 0;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (cohort.provider[row] != static_cast<std::int32_t>(provider.provider))
            continue;
        const auto cost = cohort.weeklyCost.at(row);
        if (!cost)
            ++without;
        else if (++trace.n <= kChildrenNamed)
            trace.steps.push_back({kChildCosts, {cohort.pseudonym[row], inPounds(*cost)}});
    }
    if (trace.n > kChildrenNamed)
        trace.steps.push_back({kMoreChildren, {whole(trace.n - kChildrenNamed)}});
    trace.leaveOut(kPartTraceNoCost, without);
    trace.steps.push_back({kTogether, {inPounds(provider.spendWeekly)}});
    if (provider.share)
        trace.steps.push_back({kShare, {rounded(100 * *provider.share, 1)}});
    if (provider.medianCost && provider.medianNeed)
        trace.steps.push_back(
            {kMedians, {inPounds(*provider.medianCost), rounded(*provider.medianNeed, 1)}});
    if (const ProviderEffect* effect = findings.providerCosts.of(provider.provider)) {
        const Trace own = traceOf(findings.providerCosts, *effect);
        trace.steps.insert(trace.steps.end(), own.steps.begin(), own.steps.end());
        trace.reference = own.reference;
    }
    trace.formula = "spend = Σ weekly cost; share = spend / Σ spend of all providers";
    return trace;
}

Trace traceOf(const ProviderEffects& effects, const ProviderEffect& provider)
{
    const bool ofCost = effects.measure == "log_weekly_cost";
    const auto told = [ofCost](double value) {
        return rounded(ofCost ? std::exp(value) : value, 2);
    };
    Trace trace = effects.trace;
    trace.n = provider.n;
    trace.leftOut.clear(); // of all providers, not of this one
    trace.steps = {{ofCost ? kAsFound : kAsFoundOutcome, {told(provider.meanResidual)}}};
    if (effects.differ)
        trace.steps.push_back(
            {kDrawnIn, {told(provider.effect), told(provider.lower), told(provider.upper)}});
    if (provider.rankLower && provider.rankUpper)
        trace.steps.push_back({kPlace,
                               {whole(effects.providers.size()), rounded(*provider.rankLower, 0),
                                rounded(*provider.rankUpper, 0)}});
    return trace;
}

Trace traceOf(const PairExplained& explained, const ExplainedPart& part)
{
    Trace trace = ofGap(explained, kPartMethod);
    const double all = std::log(explained.pair.costA / explained.pair.costB);
    trace.steps.insert(trace.steps.begin(), {kPartLog, {rounded(part.log, 3), rounded(all, 3)}});
    if (part.lower && part.upper)
        trace.steps.push_back(
            {kPartPounds, {inPounds(part.pounds), inPounds(*part.lower), inPounds(*part.upper)}});
    return trace;
}

Trace traceOfUnexplained(const PairExplained& explained)
{
    Trace trace = ofGap(explained, kRestMethod);
    if (!explained.unexplained || !explained.lower || !explained.upper)
        return trace;
    const double gap = explained.pair.costA - explained.pair.costB;
    trace.steps.push_back({kRest, {inPounds(gap), inPounds(gap - *explained.unexplained)}});
    trace.steps.push_back({kPartPounds,
                           {inPounds(*explained.unexplained), inPounds(*explained.lower),
                            inPounds(*explained.upper)}});
    return trace;
}

} // namespace twelvefold::analysis
