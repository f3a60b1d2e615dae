// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/figure_traces.h"
#include "analysis/findings/flags.h"

#include <cmath>

// The dearer of two children of similar needs.
namespace twelvefold::analysis {
namespace {

constexpr MessageKind kSameNeed{
    "flag-same-need",
    TWELVEFOLD_TEXT("Message", "Costs %1 a week, %2 times the %3 of %4, whose needs are scored the "
                               "same. What explains the difference?")};
constexpr MessageKind kSimilarNeed{
    "flag-similar-need",
    TWELVEFOLD_TEXT("Message", "Costs %1 a week, %2 times the %3 of %4, whose needs are similar "
                               "(distance %5). What explains the difference?")};
constexpr MessageKind kDifferentRule{
    "flag-rule-different",
    TWELVEFOLD_TEXT("Message", "Raised for the dearer of two children of similar needs whose costs "
                               "differ at least %1 times, each child in one pair at most, the "
                               "widest first.")};

void raiseDifferentCosts(const FlagInputs& inputs, std::vector<Flag>& flags)
{
    for (const Pair& pair : inputs.farApart) {
        Message reason{pair.distance > 0 ? kSimilarNeed : kSameNeed,
                       {inPounds(pair.costA), rounded(pair.ratio, 1), inPounds(pair.costB),
                        inputs.cohort.pseudonym[pair.b]}};
        if (pair.distance > 0)
            reason.arguments.push_back(rounded(pair.distance, 2));
        flags.push_back(
            {pair.a, FlagKind::similarNeedDifferentCost, std::move(reason), std::log(pair.ratio)});
    }
}

Trace traceOfPairOf(const domain::Cohort& cohort, const Findings& findings, std::size_t row)
{
    for (const Pair& pair : findings.similarNeed.eachChildOnce) {
        if (pair.a == row)
            return traceOf(cohort, findings, pair);
    }
    return {};
}

} // namespace

const FlagEntry kSimilarNeedDifferentCost{FlagKind::similarNeedDifferentCost,
                                          "similar_need_different_cost",
                                          {TWELVEFOLD_TEXT("Word", "Similar need, different cost")},
                                          [](const Options&) {
                                              return Message{kDifferentRule, {kFlaggedRatio}};
                                          },
                                          raiseDifferentCosts,
                                          traceOfPairOf};

} // namespace twelvefold::analysis
