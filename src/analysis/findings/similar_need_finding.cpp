// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/similar_need_finding.h"

#include "analysis/findings/expected_cost.h"

#include <algorithm>
#include <iterator>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kNoSettingRecorded{
    "left-out-no-setting", TWELVEFOLD_TEXT("Message", "no placement on the census date, so no "
                                                      "setting to compare within")};
constexpr MessageKind kSimilarNeedTooFew{
    "similar-need-too-few",
    TWELVEFOLD_TEXT("Message", "Pairs need at least two children with every domain scored and a "
                               "cost above zero; here there are %1."),
    TWELVEFOLD_TEXT("Message", "Pairs need at least two children with every domain scored and a "
                               "cost above zero; here there is %1.")};
constexpr MessageKind kNoPairs{
    "similar-need-no-pairs",
    TWELVEFOLD_TEXT(
        "Message",
        "No two of the %2 children with every domain scored and a cost above "
        "zero have needs within %1 of each other, in levels. A greater tolerance would find "
        "pairs.")};
constexpr MessageKind kCountStep{
    "similar-need-step-count",
    TWELVEFOLD_TEXT("Message", "Children compared: %1. Pairs of them within the tolerance: %2. Of "
                               "these at least threefold apart in cost: %3.")};
constexpr MessageKind kWithinStep{
    "similar-need-step-within",
    TWELVEFOLD_TEXT("Message", "Only children in the same setting are compared.")};
constexpr MessageKind kAcrossStep{
    "similar-need-step-across",
    TWELVEFOLD_TEXT("Message", "Children are compared across settings, so a pair may differ in "
                               "setting as well as in cost. Those with parents or placed for "
                               "adoption are compared with nobody.")};
constexpr MessageKind kOnceStep{
    "similar-need-step-once",
    TWELVEFOLD_TEXT("Message",
                    "The list with each child once takes the widest pair first, then the "
                    "widest among the children left, and so on: one very cheap child "
                    "would otherwise fill the list.")};

// Most often there are enough among the pairs that are known already; only if not, those less far
// apart are looked for too.
void listPairs(const Compared& children, const ProfileTable& table, const Options& options,
               const Comparisons& comparisons, SimilarNeed& similar)
{
    const Likeness likeness{options.metric, options.tolerance};
    const bool noneBelow = options.minRatio >= comparisons.listedFrom;
    const auto list = [&](const std::vector<Pair>& known, const auto& search) {
        if (noneBelow || known.size() >= options.top) {
            const auto count = static_cast<std::ptrdiff_t>(std::min(known.size(), options.top));
            return std::vector<Pair>(known.begin(), known.begin() + count);
        }
        std::vector<Pair> pairs = search(table, likeness, options.top, options.minRatio);
        inCohortRows(pairs, children);
        return pairs;
    };
    similar.pairs = list(comparisons.widest, widestPairs);
    similar.eachChildOnce = list(comparisons.eachChildOnce, widestPairsEachChildOnce);
}

} // namespace

void inCohortRows(std::vector<Pair>& pairs, const Compared& children)
{
    for (Pair& pair : pairs) {
        pair.a = children.rows[pair.a];
        pair.b = children.rows[pair.b];
    }
}

SimilarNeed similarNeed(const Compared& children, const ProfileTable& table, const Options& options,
                        const Comparisons& comparisons, std::stop_token stop)
{
    const PairCounts& counts = comparisons.pairs;
    SimilarNeed similar;
    similar.metric = options.metric;
    similar.tolerance = options.tolerance;
    similar.withinSetting = options.withinSetting;
    Trace& trace = similar.trace;
    trace.leftOut = children.leftOut;
    const MetricEntry& metric = entryOf(options.metric);
    trace.method = {metric.method, {options.tolerance}};
    trace.formula = std::string(metric.formula) + "; ratio = higher weekly cost / lower";
    trace.reference =
        "Exact search by neighbouring profiles and cost tails, after Fagin, Lotem & "
        "Naor 2003, J. Comput. Syst. Sci. 66; trees: Friedman, Bentley & Finkel 1977, "
        "ACM TOMS 3";

    similar.children = counts.children;
    similar.pairsConsidered = counts.pairs;
    for (std::size_t i = 0; i < std::size(kRatiosCounted); ++i)
        similar.pairsAtLeast[kRatiosCounted[i]] = counts.atLeast[i];
    trace.n = counts.children;
    trace.leaveOut(kNoSettingRecorded, children.size() - counts.children);
    if (counts.children < 2)
        return undefinedBy(similar, {kSimilarNeedTooFew, {whole(counts.children)}});
    if (counts.pairs == 0)
        similar.undefined = Message{kNoPairs, {options.tolerance, whole(counts.children)}};
    if (stop.stop_requested() || counts.pairs == 0)
        return similar;

    listPairs(children, table, options, comparisons, similar);
    trace.steps.push_back({options.withinSetting ? kWithinStep : kAcrossStep, {}});
    trace.steps.push_back(
        {kCountStep,
         {whole(counts.children), whole(counts.pairs), whole(similar.pairsAtLeast[3])}});
    trace.steps.push_back({kOnceStep, {}});
    return similar;
}

std::vector<std::int32_t> kindsOf(const domain::Cohort& cohort, const Compared& children,
                                  const PaidCare& care)
{
    std::vector<std::int32_t> kinds;
    for (const std::size_t row : children.rows) {
        const PaidChild* child = care.of(cohort.child[row]);
        kinds.push_back(child != nullptr ? static_cast<std::int32_t>(child->kind) : -1);
    }
    return kinds;
}

void countPairsByKind(const domain::Cohort& cohort, const Compared& children,
                      const ProfileTable& table, const Options& options, const PaidCare& care,
                      SimilarNeed& similar, std::stop_token stop)
{
    const std::vector<double> ratios(std::begin(kRatiosCounted), std::end(kRatiosCounted));
    const Likeness likeness{options.metric, options.tolerance};
    // Within settings all pairs are within kinds: the table's own groups stay.
    ProfileTable grouped = table;
    const std::vector<std::int32_t> kinds = kindsOf(cohort, children, care);
    const auto inGroups = [&](const auto& groupOf) {
        grouped.groups.resize(kinds.size());
        for (std::size_t i = 0; i < kinds.size(); ++i)
            grouped.groups[i] = kinds[i] < 0 || table.group(i) < 0 ? -1 : groupOf(i);
        return countPairs(grouped, likeness, ratios, stop);
    };
    const PairCounts same =
        inGroups([&](std::size_t i) { return options.withinSetting ? table.group(i) : kinds[i]; });
    const PairCounts all =
        options.withinSetting ? same : inGroups([](std::size_t) { return std::int32_t{0}; });
    similar.sameKind.considered = same.pairs;
    similar.differentKinds.considered = all.pairs - same.pairs;
    for (std::size_t i = 0; i < ratios.size(); ++i) {
        similar.sameKind.atLeast[kRatiosCounted[i]] = same.atLeast[i];
        similar.differentKinds.atLeast[kRatiosCounted[i]] = all.atLeast[i] - same.atLeast[i];
    }
}

} // namespace twelvefold::analysis
