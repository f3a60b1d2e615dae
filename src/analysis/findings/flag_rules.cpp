// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/flags.h"

namespace twelvefold::analysis {
namespace {

using domain::MessageKind;

constexpr MessageKind kUnexpected{
    "flag-rule-unexpected",
    TWELVEFOLD_TEXT("Message", "Raised where the weekly cost lies outside the band that is made to "
                               "hold %1 % of children: about %2 in 100 would by construction.")};
constexpr MessageKind kDifferent{
    "flag-rule-different",
    TWELVEFOLD_TEXT("Message", "Raised for the dearer of two children of similar needs whose costs "
                               "differ at least %1 times, each child in one pair at most, the "
                               "widest first.")};
constexpr MessageKind kRuleStepDown{
    "flag-rule-step-down",
    TWELVEFOLD_TEXT("Message", "Raised in residential care where total need has fallen by %1 or "
                               "more, or into a lower band, and no domain calls for intensive "
                               "support any more.")};
constexpr MessageKind kRuleNoProgress{
    "flag-rule-no-progress",
    TWELVEFOLD_TEXT("Message", "Raised where the cost is above the comparators' median and total "
                               "need has not fallen by %1, which is as much as may be scoring "
                               "noise.")};
constexpr MessageKind kBreakdown{
    "flag-rule-breakdown",
    TWELVEFOLD_TEXT("Message", "Raised where at least one of these is recorded: %1 moves or more "
                               "in a year, a move nobody planned, %2 times missing or more, "
                               "behaviour or safety up by %3 levels or more since the earlier "
                               "assessment. More than %4 miles from home is listed beside them. "
                               "Each present is listed; none is weighed.")};
constexpr MessageKind kRuleStale{
    "flag-rule-stale",
    TWELVEFOLD_TEXT("Message", "Raised where the last assessment is more than %1 days older than "
                               "the census date.")};
constexpr MessageKind kNeed{
    "flag-rule-need-missing",
    TWELVEFOLD_TEXT("Message", "Raised where a domain has no level on the census date: without a "
                               "complete profile nobody can be compared.")};
constexpr MessageKind kCost{
    "flag-rule-cost-missing",
    TWELVEFOLD_TEXT("Message", "Raised where no weekly cost above zero that counts is recorded on "
                               "the census date.")};
constexpr MessageKind kRuleTwoPlacements{
    "flag-rule-cost-of-two-placements",
    TWELVEFOLD_TEXT("Message", "Raised where core costs of two placements run on the census date, "
                               "or one of a placement and one of none. Single payments do not "
                               "count.")};
constexpr MessageKind kRuleTwice{
    "flag-rule-cost-twice",
    TWELVEFOLD_TEXT("Message", "Raised where two costs of one placement that run on the census "
                               "date are of the same kind and paid by the same payer. Single "
                               "payments do not count.")};
constexpr MessageKind kRuleOutside{
    "flag-rule-cost-outside-placement",
    TWELVEFOLD_TEXT("Message", "Raised where a cost of a child looked after runs on the census "
                               "date and no placement does. Single payments do not count.")};
constexpr MessageKind kRuleOutlives{
    "flag-rule-cost-outlives-placement",
    TWELVEFOLD_TEXT("Message", "Raised where a cost runs on the census date and the placement that "
                               "it is for has ended. Single payments do not count.")};

} // namespace

Message ruleOf(FlagKind kind, const Options& options)
{
    switch (kind) {
    case FlagKind::costAboveExpected:
    case FlagKind::costBelowExpected:
        return {kUnexpected,
                {rounded(100 * options.coverage, 1), rounded(100 * (1 - options.coverage), 1)}};
    case FlagKind::similarNeedDifferentCost:
        return {kDifferent, {kFlaggedRatio}};
    case FlagKind::possibleStepDown:
        return {kRuleStepDown, {kClearFall}};
    case FlagKind::noProgressForTheSpend:
        return {kRuleNoProgress, {kReliableFall}};
    case FlagKind::breakdownSigns:
        return {kBreakdown, {kMovesOfStrain, kMissingOfStrain, kRiseOfStrain, kFarMiles}};
    case FlagKind::assessmentStale:
        return {kRuleStale, {static_cast<std::int64_t>(kStaleAfterDays)}};
    case FlagKind::needMissing:
        return {kNeed, {}};
    case FlagKind::costOfTwoPlacements:
        return {kRuleTwoPlacements, {}};
    case FlagKind::costTwice:
        return {kRuleTwice, {}};
    case FlagKind::costOutsidePlacement:
        return {kRuleOutside, {}};
    case FlagKind::costOutlivesPlacement:
        return {kRuleOutlives, {}};
    case FlagKind::costMissing:
        break;
    }
    return {kCost, {}};
}

} // namespace twelvefold::analysis
