// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/flags.h"

#include <array>

// Costs that may be counted twice, or paid for where the child no longer lives.
namespace twelvefold::analysis {
namespace {

using domain::CostTrouble;
using domain::MessageKind;

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

} // namespace

void flagDoubtfulCosts(const domain::Cohort& cohort, std::vector<Flag>& flags)
{
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

} // namespace twelvefold::analysis
