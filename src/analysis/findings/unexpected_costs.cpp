// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/figure_traces.h"
#include "analysis/findings/flags.h"
#include "analysis/findings/ordinary_spread.h"
#include "analysis/statistics.h"
#include "statistics/groups/multiplicity.h"
#include "statistics/numbers/distributions.h"

#include <cmath>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kAbove{
    "flag-cost-above-expected",
    TWELVEFOLD_TEXT("Message", "Costs %1 a week, above the %2 to %3 expected for this need. The %4 "
                               "children with the most similar needs typically cost %5. What does "
                               "this child's care bring that others' does not?")};
constexpr MessageKind kAboveAlone{
    "flag-cost-above-expected-alone",
    TWELVEFOLD_TEXT("Message", "Costs %1 a week, above the %2 to %3 expected for this need. What "
                               "does this child's care bring that others' does not?")};
constexpr MessageKind kBelow{
    "flag-cost-below-expected",
    TWELVEFOLD_TEXT("Message", "Costs %1 a week, below the %2 to %3 expected for this need. The %4 "
                               "children with the most similar needs typically cost %5. Is every "
                               "need being met, and is every cost recorded?")};
constexpr MessageKind kBelowAlone{
    "flag-cost-below-expected-alone",
    TWELVEFOLD_TEXT("Message",
                    "Costs %1 a week, below the %2 to %3 expected for this need. Is every "
                    "need being met, and is every cost recorded?")};
constexpr MessageKind kUnexpectedRule{
    "flag-rule-unexpected",
    TWELVEFOLD_TEXT("Message", "Raised where the weekly cost lies outside the band that is made to "
                               "hold %1 % of children: about %2 in 100 would by construction.")};

// How far a child's log cost is from the robust line, in its robust scale.
struct Deviation
{
    double deviate = 0; // its size
    std::optional<double> p, q;
};

// One a child compared. Within settings, from the line of their own setting.
std::vector<Deviation> deviations(const domain::Cohort& cohort, const Compared& children,
                                  const Findings& findings)
{
    std::vector<Deviation> away(children.size());
    const RobustLine& line = findings.line;
    std::vector<double> deviates;
    if (findings.options.withinSetting)
        deviates = OrdinarySpread(cohort, children).deviates(children.logCost);
    else if (line.slope && line.intercept && line.scale && *line.scale > 0) {
        for (std::size_t i = 0; i < children.size(); ++i)
            deviates.push_back(
                (children.logCost[i] - *line.intercept - *line.slope * children.total[i]) /
                *line.scale);
    }
    if (deviates.empty())
        return away;
    std::vector<std::optional<double>> p(children.size());
    for (std::size_t i = 0; i < children.size(); ++i) {
        away[i].deviate = std::fabs(deviates[i]);
        away[i].p = p[i] = 2 * normalSf(away[i].deviate);
    }
    const std::vector<std::optional<double>> q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < children.size(); ++i)
        away[i].q = q[i];
    return away;
}

Flag unexpected(const ExpectedCost& cost, const Deviation& away, FlagKind kind,
                const MessageKind& beside, const MessageKind& alone)
{
    Message reason{cost.expected ? beside : alone,
                   {inPounds(cost.weeklyCost), inPounds(*cost.lower), inPounds(*cost.upper)}};
    if (cost.expected) {
        reason.arguments.push_back(whole(cost.comparatorCount));
        reason.arguments.push_back(inPounds(*cost.expected));
    }
    return {cost.row, kind, std::move(reason), away.deviate, away.p, away.q};
}

void raiseUnexpectedCosts(const FlagInputs& inputs, std::vector<Flag>& flags)
{
    const Findings& findings = inputs.findings;
    const std::vector<Deviation> away = deviations(inputs.cohort, inputs.children, findings);
    for (std::size_t i = 0; i < findings.expectedCosts.size(); ++i) {
        const ExpectedCost& cost = findings.expectedCosts[i];
        if (!cost.lower || !cost.upper)
            continue;
        if (cost.weeklyCost > *cost.upper)
            flags.push_back(
                unexpected(cost, away[i], FlagKind::costAboveExpected, kAbove, kAboveAlone));
        else if (cost.weeklyCost < *cost.lower)
            flags.push_back(
                unexpected(cost, away[i], FlagKind::costBelowExpected, kBelow, kBelowAlone));
    }
}

Message unexpectedRule(const Options& options)
{
    return {kUnexpectedRule,
            {rounded(100 * options.coverage, 1), rounded(100 * (1 - options.coverage), 1)}};
}

} // namespace

const FlagEntry kCostAboveExpected{FlagKind::costAboveExpected,
                                   "cost_above_expected",
                                   {TWELVEFOLD_TEXT("Word", "Cost above expected")},
                                   unexpectedRule,
                                   raiseUnexpectedCosts,
                                   traceOfExpectedCost};
const FlagEntry kCostBelowExpected{FlagKind::costBelowExpected,
                                   "cost_below_expected",
                                   {TWELVEFOLD_TEXT("Word", "Cost below expected")},
                                   unexpectedRule,
                                   raiseUnexpectedCosts,
                                   traceOfExpectedCost};

} // namespace twelvefold::analysis
