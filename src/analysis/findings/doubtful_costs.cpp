// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/flags.h"

#include <array>

// Costs that may be counted twice, or paid for where the child no longer lives.
namespace twelvefold::analysis {
namespace {

using domain::CostTrouble;

constexpr MessageKind kDoubtTwoPlacements{
    "flag-cost-of-two-placements",
    TWELVEFOLD_TEXT("Message", "Core costs of two placements run on %1. Did one of them end?")};
constexpr MessageKind kDoubtTwice{
    "flag-cost-twice",
    TWELVEFOLD_TEXT("Message", "Two costs of the same kind and payer run in one placement on %1. "
                               "Is one of them counted twice?")};
constexpr MessageKind kDoubtOutside{
    "flag-cost-outside-placement",
    TWELVEFOLD_TEXT("Message", "A cost runs on %1, and no placement is recorded that day. What is "
                               "it paid for?")};
constexpr MessageKind kDoubtOutlives{
    "flag-cost-outlives-placement",
    TWELVEFOLD_TEXT("Message", "A cost still runs on %1, after its placement has ended. Is it "
                               "still paid?")};
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

struct Doubt
{
    CostTrouble trouble;
    FlagKind kind;
    const MessageKind& reason;
};
constexpr std::array<Doubt, domain::kCostTroubles> kDoubts{{
    {CostTrouble::coreOfTwoPlacements, FlagKind::costOfTwoPlacements, kDoubtTwoPlacements},
    {CostTrouble::samePartTwice, FlagKind::costTwice, kDoubtTwice},
    {CostTrouble::outsideAnyPlacement, FlagKind::costOutsidePlacement, kDoubtOutside},
    {CostTrouble::outlivesPlacement, FlagKind::costOutlivesPlacement, kDoubtOutlives},
}};

void raiseDoubtfulCosts(const FlagInputs& inputs, std::vector<Flag>& flags)
{
    const domain::Cohort& cohort = inputs.cohort;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        for (const Doubt& doubt : kDoubts) {
            if (cohort.costTroubles[row].has(doubt.trouble))
                flags.push_back({row,
                                 doubt.kind,
                                 {doubt.reason, {cohort.census}},
                                 cohort.weeklyCost.at(row).value_or(0)});
        }
    }
}

} // namespace

const FlagEntry kCostOfTwoPlacements{FlagKind::costOfTwoPlacements,
                                     "cost_of_two_placements",
                                     {TWELVEFOLD_TEXT("Word", "Costs of two placements")},
                                     [](const Options&) {
                                         return Message{kRuleTwoPlacements, {}};
                                     },
                                     raiseDoubtfulCosts};
const FlagEntry kCostTwice{FlagKind::costTwice,
                           "cost_twice",
                           {TWELVEFOLD_TEXT("Word", "The same cost twice")},
                           [](const Options&) {
                               return Message{kRuleTwice, {}};
                           },
                           raiseDoubtfulCosts};
const FlagEntry kCostOutsidePlacement{FlagKind::costOutsidePlacement,
                                      "cost_outside_placement",
                                      {TWELVEFOLD_TEXT("Word", "Cost outside a placement")},
                                      [](const Options&) {
                                          return Message{kRuleOutside, {}};
                                      },
                                      raiseDoubtfulCosts};
const FlagEntry kCostOutlivesPlacement{FlagKind::costOutlivesPlacement,
                                       "cost_outlives_placement",
                                       {TWELVEFOLD_TEXT("Word", "Cost after its placement")},
                                       [](const Options&) {
                                           return Message{kRuleOutlives, {}};
                                       },
                                       raiseDoubtfulCosts};

} // namespace twelvefold::analysis
