// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/figure_traces.h"

#include "analysis/analyse.h"
#include "analysis/findings/compared.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kDomainApart{
    "trace-domain-apart",
    TWELVEFOLD_TEXT("Message", "%1: level %2 for %3, level %4 for %5: %6 apart.")};
constexpr MessageKind kDomainWeighted{
    "trace-domain-weighted",
    TWELVEFOLD_TEXT("Message", "%1: level %2 for %3, level %4 for %5: %6 apart, times the "
                               "framework's weight of %7.")};
constexpr MessageKind kDomainsAlike{
    "trace-domains-alike",
    TWELVEFOLD_TEXT("Message", "On %1 of %2 domains both have the same level.")};
constexpr MessageKind kDistance{
    "trace-distance", TWELVEFOLD_TEXT("Message", "Distance: %1, within the tolerance of %2.")};
constexpr MessageKind kRatio{"trace-ratio", TWELVEFOLD_TEXT("Message", "Ratio: %1 / %2 = %3.")};
constexpr MessageKind kCostOf{"trace-cost-of", TWELVEFOLD_TEXT("Message", "%1 costs %2 a week.")};
constexpr MessageKind kTwoCompared{
    "trace-two-compared",
    TWELVEFOLD_TEXT("Message", "The levels of %1 and %2 are held against each other domain by "
                               "domain, and their weekly costs divided.")};

constexpr MessageKind kWithin{
    "trace-comparators-within",
    TWELVEFOLD_TEXT("Message", "%1 children have needs within %2 of this child's, nearest first:"),
    TWELVEFOLD_TEXT("Message", "%1 child has needs within %2 of this child's:")};
constexpr MessageKind kFigureTraceNearest{
    "trace-comparators-nearest",
    TWELVEFOLD_TEXT("Message", "Fewer than five children have needs within %2 of this child's, so "
                               "the %1 nearest stand in, nearest first:"),
    TWELVEFOLD_TEXT("Message", "Fewer than five children have needs within %2 of this child's, so "
                               "the nearest, %1 child, stands in:")};
constexpr MessageKind kAndMore{"trace-comparators-more",
                               TWELVEFOLD_TEXT("Message", "and %1 more, who are listed nowhere "
                                                          "here but counted.")};
constexpr MessageKind kMedianStep{
    "trace-comparators-median",
    TWELVEFOLD_TEXT("Message", "The median of their weekly costs is %1; half of them lie between "
                               "%2 and %3.")};
constexpr MessageKind kOwnRatio{
    "trace-own-ratio", TWELVEFOLD_TEXT("Message", "This child costs %1 a week: %2 times that.")};
constexpr MessageKind kBand{
    "trace-band",
    TWELVEFOLD_TEXT("Message", "For a total need of %1 the band that is made to hold %2 % of "
                               "children runs from %3 to %4 a week.")};
constexpr MessageKind kExpectedMethod{
    "trace-expected-method",
    TWELVEFOLD_TEXT("Message", "The expected cost is the median weekly cost of the children whose "
                               "needs are most like this child's; the child itself is never among "
                               "them.")};

constexpr MessageKind kSimilarMethod{
    "trace-similar-method",
    TWELVEFOLD_TEXT("Message", "The children whose levels are most like these on the %1 domains "
                               "scored, across all settings; the child itself is never among "
                               "them.")};

constexpr MessageKind kPearsonMethod{
    "trace-pearson",
    TWELVEFOLD_TEXT("Message", "Pearson's correlation: how closely the points lie to a straight "
                               "line. The interval is Fisher's.")};
constexpr MessageKind kSpearmanMethod{
    "trace-spearman",
    TWELVEFOLD_TEXT("Message", "Spearman's rank correlation: how far the order by one goes with "
                               "the order by the other. The interval is Fisher's with the variance "
                               "for ranks.")};
constexpr MessageKind kAtSameNeedMethod{
    "trace-spearman-at-same-need",
    TWELVEFOLD_TEXT("Message", "Spearman's rank correlation at the same need: how far the order by "
                               "one goes with the order by the other among children of equal total "
                               "need. The interval is Fisher's with the variance for ranks.")};
constexpr MessageKind kMissingOne{"trace-missing-one",
                                  TWELVEFOLD_TEXT("Message", "one of the two is not recorded")};
constexpr MessageKind kMissingOneOrNeed{
    "trace-missing-one-or-need",
    TWELVEFOLD_TEXT("Message", "one of the two, or the total need, is not recorded")};
constexpr MessageKind kEstimateStep{"trace-correlation",
                                    TWELVEFOLD_TEXT("Message", "The correlation is %1.")};
constexpr MessageKind kCorrelationInterval{"trace-correlation-interval",
                                           TWELVEFOLD_TEXT("Message", "95 % interval: %1 to %2.")};
constexpr MessageKind kFigureTracePStep{
    "trace-correlation-p",
    TWELVEFOLD_TEXT("Message",
                    "p = %1: how often chance alone would give one at least as strong.")};
constexpr MessageKind kQStep{
    "trace-correlation-q",
    TWELVEFOLD_TEXT("Message", "q = %1: p allowing for the %2 correlations in this table "
                               "(Benjamini & Hochberg).")};

constexpr MessageKind kSpendMethod{
    "trace-spend",
    TWELVEFOLD_TEXT("Message", "The weekly costs that count, of every child with one, added in "
                               "whole pence.")};
constexpr MessageKind kMedianCostMethod{
    "trace-median-cost",
    TWELVEFOLD_TEXT("Message", "The median: half of the children with a weekly cost that counts "
                               "cost less, half more.")};
constexpr MessageKind kMedianNeedMethod{
    "trace-median-need",
    TWELVEFOLD_TEXT("Message", "The median: half of the children scored on every domain have a "
                               "lower total need, half a higher one.")};
constexpr MessageKind kLeastMost{"trace-least-most",
                                 TWELVEFOLD_TEXT("Message", "They run from %1 to %2.")};
constexpr MessageKind kNoCostHere{
    "trace-no-cost", TWELVEFOLD_TEXT("Message", "no weekly cost that counts here is recorded")};
constexpr MessageKind kNoTotalHere{"trace-no-total",
                                   TWELVEFOLD_TEXT("Message", "not scored on every domain")};

constexpr std::size_t kComparatorsNamed = 40;

constexpr const char* kMedianFormula =
    "median = the middle value in order of size, or the mean of the two middle ones";
constexpr const char* kMedianReference = "Hyndman & Fan 1996, Sample quantiles in statistical "
                                         "packages, Am. Stat. 50 (quartiles: type 7)";

bool asked(const domain::Cohort& cohort, std::size_t row, const SettingAsked& setting)
{
    return !setting || cohort.setting[row] == *setting;
}

// A column of the children asked for: how many have a value, who is left out, from where to where.
Trace traceOfColumn(const domain::Cohort& cohort, const domain::NumberColumn& column,
                    const SettingAsked& setting, const MessageKind& method,
                    const MessageKind& missing, bool money)
{
    Trace trace;
    trace.method = {method, {}};
    std::size_t without = 0;
    double least = 0, most = 0;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (!asked(cohort, row, setting))
            continue;
        const auto value = column.at(row);
        if (!value) {
            ++without;
            continue;
        }
        least = trace.n == 0 ? *value : std::min(least, *value);
        most = trace.n == 0 ? *value : std::max(most, *value);
        ++trace.n;
    }
    trace.leaveOut(missing, without);
    if (trace.n > 0)
        trace.steps.push_back({kLeastMost,
                               {money ? inPounds(least) : domain::Argument(rounded(least, 1)),
                                money ? inPounds(most) : domain::Argument(rounded(most, 1))}});
    return trace;
}

// The first of them by name, with their costs.
void addByName(Trace& trace, const domain::Cohort& cohort, const std::vector<std::size_t>& rows)
{
    for (std::size_t i = 0; i < rows.size() && i < kComparatorsNamed; ++i) {
        if (const auto cost = cohort.weeklyCost.at(rows[i]))
            trace.steps.push_back({kCostOf, {cohort.pseudonym[rows[i]], inPounds(*cost)}});
    }
    if (rows.size() > kComparatorsNamed)
        trace.steps.push_back({kAndMore, {whole(rows.size() - kComparatorsNamed)}});
}

} // namespace

Trace traceOf(const domain::Cohort& cohort, const Findings& findings,
              const Correlation& correlation)
{
    const bool pearson = correlation.method == CorrelationMethod::pearson;
    const bool atSameNeed = correlation.method == CorrelationMethod::spearmanAtSameNeed;
    Trace trace;
    trace.method = {pearson      ? kPearsonMethod
                    : atSameNeed ? kAtSameNeedMethod
                                 : kSpearmanMethod,
                    {}};
    trace.n = correlation.n;
    trace.leaveOut(atSameNeed ? kMissingOneOrNeed : kMissingOne, cohort.size() - correlation.n);
    if (correlation.undefined)
        trace.steps.push_back(*correlation.undefined);
    if (correlation.estimate)
        trace.steps.push_back({kEstimateStep, {rounded(*correlation.estimate, 3)}});
    if (correlation.lower && correlation.upper)
        trace.steps.push_back({kCorrelationInterval,
                               {rounded(*correlation.lower, 3), rounded(*correlation.upper, 3)}});
    if (correlation.p)
        trace.steps.push_back({kFigureTracePStep, {rounded(*correlation.p, 4)}});
    if (correlation.q)
        trace.steps.push_back(
            {kQStep, {rounded(*correlation.q, 4), whole(findings.correlations.size())}});
    trace.formula =
        atSameNeed ? "ρ = Pearson's r of what is left of the ranks of both after a "
                     "least-squares fit on the ranks of total need; interval: tanh(artanh ρ ± "
                     "1.96·√((1 + ρ²/2)/(n − 4)))"
        : pearson ? "r = Σ (x − mean x)(y − mean y) / √(Σ (x − mean x)² · Σ (y − mean y)²); "
                    "interval: tanh(artanh r ± 1.96/√(n − 3))"
                  : "ρ = Pearson's r of the ranks, ties sharing their mean rank; interval: "
                    "tanh(artanh ρ ± 1.96·√((1 + ρ²/2)/(n − 3)))";
    trace.reference =
        pearson ? "Fisher 1921, Metron 1; Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57"
                : "Spearman 1904, Am. J. Psychol. 15; Bonett & Wright 2000, Psychometrika 65; "
                  "Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57";
    return trace;
}

Trace traceOf(const domain::Cohort& cohort, const Findings& findings, const Pair& pair)
{
    const std::string& dearer = cohort.pseudonym[pair.a];
    const std::string& cheaper = cohort.pseudonym[pair.b];
    Trace trace;
    trace.method = {kTwoCompared, {dearer, cheaper}};
    trace.n = 2;
    const std::size_t domains = cohort.levels.byDomain.size();
    std::size_t alike = 0;
    for (std::size_t d = 0; d < domains; ++d) {
        const auto a = cohort.levelOf(pair.a, d), b = cohort.levelOf(pair.b, d);
        if (!a || !b)
            continue;
        if (*a == *b) {
            ++alike;
            continue;
        }
        const domain::NeedDomain& need = cohort.framework->domains()[d];
        Message step{need.weight == 1 ? kDomainApart : kDomainWeighted,
                     {need.title, static_cast<std::int64_t>(*a), dearer,
                      static_cast<std::int64_t>(*b), cheaper,
                      static_cast<std::int64_t>(std::abs(*a - *b))}};
        if (need.weight != 1)
            step.arguments.emplace_back(need.weight);
        trace.steps.push_back(std::move(step));
    }
    if (alike > 0)
        trace.steps.push_back({kDomainsAlike, {whole(alike), whole(domains)}});
    trace.steps.push_back({kDistance, {rounded(pair.distance, 3), findings.similarNeed.tolerance}});
    trace.steps.push_back({kCostOf, {dearer, inPounds(pair.costA)}});
    trace.steps.push_back({kCostOf, {cheaper, inPounds(pair.costB)}});
    trace.steps.push_back(
        {kRatio, {inPounds(pair.costA), inPounds(pair.costB), rounded(pair.ratio, 2)}});
    trace.formula =
        std::string(entryOf(findings.similarNeed.metric).formula) + "; ratio = cost a / cost b";
    trace.reference = findings.similarNeed.trace.reference;
    return trace;
}

Pair pairOf(const domain::Cohort& cohort, const Options& options, std::size_t dearer,
            std::size_t cheaper)
{
    const std::size_t domains = cohort.levels.byDomain.size();
    std::vector<double> a, b, weights;
    for (std::size_t d = 0; d < domains; ++d) {
        a.push_back(cohort.levelOf(dearer, d).value_or(0));
        b.push_back(cohort.levelOf(cheaper, d).value_or(0));
        weights.push_back(cohort.framework->domains()[d].weight);
    }
    Pair pair;
    pair.a = dearer;
    pair.b = cheaper;
    pair.distance = distanceBetween(a.data(), b.data(), domains, weights, options.metric);
    pair.costA = cohort.weeklyCost.at(dearer).value_or(0);
    pair.costB = cohort.weeklyCost.at(cheaper).value_or(0);
    pair.ratio = pair.costB > 0 ? pair.costA / pair.costB : 1;
    return pair;
}

Trace traceOf(const domain::Cohort& cohort, const Findings& findings, const ExpectedCost& expected)
{
    Trace trace;
    trace.method = {kExpectedMethod, {}};
    trace.n = expected.comparatorCount;
    const std::vector<std::size_t> comparators =
        expected.comparators.empty() && expected.comparatorCount > 0
            ? comparatorsOf(cohort, findings.options, expected.row)
            : expected.comparators;
    if (!comparators.empty())
        trace.steps.push_back({expected.nearestInstead ? kFigureTraceNearest : kWithin,
                               {whole(expected.comparatorCount), findings.options.tolerance}});
    addByName(trace, cohort, comparators);
    if (expected.expected && expected.lowerQuartile && expected.upperQuartile)
        trace.steps.push_back({kMedianStep,
                               {inPounds(*expected.expected), inPounds(*expected.lowerQuartile),
                                inPounds(*expected.upperQuartile)}});
    if (expected.ratio)
        trace.steps.push_back(
            {kOwnRatio, {inPounds(expected.weeklyCost), rounded(*expected.ratio, 2)}});
    const auto need = cohort.needTotal.at(expected.row);
    if (need && expected.lower && expected.upper)
        trace.steps.push_back({kBand,
                               {rounded(*need, 1), rounded(100 * findings.options.coverage, 1),
                                inPounds(*expected.lower), inPounds(*expected.upper)}});
    trace.formula =
        std::string(entryOf(findings.similarNeed.metric).formula) + "; " + kMedianFormula;
    trace.reference = std::string(kMedianReference) + "; band: " + findings.line.trace.reference;
    return trace;
}

Trace traceOfExpectedCost(const domain::Cohort& cohort, const Findings& findings, std::size_t row)
{
    const ExpectedCost* expected = findings.expectedCostOf(row);
    return expected != nullptr ? traceOf(cohort, findings, *expected) : Trace{};
}

Trace traceOf(const domain::Cohort& cohort, const Options& options, const SimilarChildren& similar)
{
    Trace trace;
    trace.method = {kSimilarMethod, {whole(similar.domains)}};
    trace.n = similar.withCost;
    trace.leaveOut(kNoCostHere, similar.rows.size() - similar.withCost);
    if (!similar.rows.empty())
        trace.steps.push_back({similar.nearestInstead ? kFigureTraceNearest : kWithin,
                               {whole(similar.rows.size()), options.tolerance}});
    addByName(trace, cohort, similar.rows);
    if (similar.median && similar.lowerQuartile && similar.upperQuartile)
        trace.steps.push_back({kMedianStep,
                               {inPounds(*similar.median), inPounds(*similar.lowerQuartile),
                                inPounds(*similar.upperQuartile)}});
    trace.formula = std::string(entryOf(options.metric).formula) + "; " + kMedianFormula;
    trace.reference = kMedianReference;
    return trace;
}

Trace traceOfSpend(const domain::Cohort& cohort, SettingAsked setting)
{
    Trace trace =
        traceOfColumn(cohort, cohort.weeklyCost, setting, kSpendMethod, kNoCostHere, true);
    trace.formula = "spend = Σ weekly cost";
    return trace;
}

Trace traceOfMedianCost(const domain::Cohort& cohort, SettingAsked setting)
{
    Trace trace =
        traceOfColumn(cohort, cohort.weeklyCost, setting, kMedianCostMethod, kNoCostHere, true);
    trace.formula = kMedianFormula;
    trace.reference = kMedianReference;
    return trace;
}

Trace traceOfMedianNeed(const domain::Cohort& cohort, SettingAsked setting)
{
    Trace trace =
        traceOfColumn(cohort, cohort.needTotal, setting, kMedianNeedMethod, kNoTotalHere, false);
    trace.formula = kMedianFormula;
    trace.reference = kMedianReference;
    return trace;
}

} // namespace twelvefold::analysis
