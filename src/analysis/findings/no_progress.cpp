// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/figure_traces.h"
#include "analysis/findings/flags.h"

// Children whose care costs more than is typical for their needs, which have not fallen.
namespace twelvefold::analysis {
namespace {

constexpr MessageKind kFlagNoProgress{
    "flag-no-progress",
    TWELVEFOLD_TEXT("Message",
                    "Costs %1 a week, more than the %2 that is typical for similar needs, "
                    "and total need was %3 on %4 and %5 on %6: it has not fallen by the "
                    "%7 levels that would be more than scoring noise. What would help, "
                    "and what stands in the way?")};
constexpr MessageKind kRuleNoProgress{
    "flag-rule-no-progress",
    TWELVEFOLD_TEXT("Message", "Raised where the cost is above the comparators' median and total "
                               "need has not fallen by %1, which is as much as may be scoring "
                               "noise.")};

void raiseNoProgress(const FlagInputs& inputs, std::vector<Flag>& flags)
{
    const domain::Cohort& cohort = inputs.cohort;
    const Findings& findings = inputs.findings;
    const ReliableFall rule = reliableFall(cohort, findings.options, findings.noise, kReliableFall);
    for (const ExpectedCost& cost : findings.expectedCosts) {
        const std::size_t row = cost.row;
        const auto earlier = cohort.earlierTotal.at(row);
        if (!cost.expected || cost.weeklyCost <= *cost.expected || !earlier ||
            !cohort.earlierAssessedOn[row] || !cohort.assessedOn[row])
            continue;
        const double now = cohort.needTotal.values[row];
        // Who had less need than would have to fall cannot be asked for it.
        if (*earlier < rule.levels || rule.fell(*earlier - now))
            continue;
        flags.push_back({row,
                         FlagKind::noProgressForTheSpend,
                         {kFlagNoProgress,
                          {inPounds(cost.weeklyCost), inPounds(*cost.expected),
                           rounded(*earlier, 1), *cohort.earlierAssessedOn[row], rounded(now, 1),
                           *cohort.assessedOn[row], rounded(rule.levels, 1)}},
                         cost.weeklyCost - *cost.expected});
    }
}

} // namespace

const FlagEntry kNoProgressForTheSpend{FlagKind::noProgressForTheSpend,
                                       "no_progress_for_the_spend",
                                       {TWELVEFOLD_TEXT("Word", "No progress for the spend")},
                                       [](const Options&) {
                                           return Message{kRuleNoProgress, {kReliableFall}};
                                       },
                                       raiseNoProgress,
                                       traceOfExpectedCost};

} // namespace twelvefold::analysis
