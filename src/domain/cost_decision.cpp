// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cost_decision.h"

namespace twelvefold::domain {
namespace {

constexpr Named<CostDoubt> costDoubts[] = {
    {CostDoubt::otherProvider,
     "other_provider",
     {TWELVEFOLD_TEXT("Word", "Paid to another provider")}},
    {CostDoubt::otherSetting, "other_setting", {TWELVEFOLD_TEXT("Word", "For another setting")}},
    {CostDoubt::runsOn, "runs_on", {TWELVEFOLD_TEXT("Word", "Goes on after its placement")}},
    {CostDoubt::beganBefore,
     "began_before",
     {TWELVEFOLD_TEXT("Word", "Began before its placement")}},
    {CostDoubt::spansPlacements,
     "spans_placements",
     {TWELVEFOLD_TEXT("Word", "Runs into a placement with another provider")}},
    {CostDoubt::twoPlacements,
     "two_placements",
     {TWELVEFOLD_TEXT("Word", "Core costs of two placements at once")}},
    {CostDoubt::paidTwice, "paid_twice", {TWELVEFOLD_TEXT("Word", "May be paid twice")}},
    {CostDoubt::outsidePlacement,
     "outside_placement",
     {TWELVEFOLD_TEXT("Word", "On no day of the placement that it names")}},
    {CostDoubt::noPlacement, "no_placement", {TWELVEFOLD_TEXT("Word", "In no placement")}},
    {CostDoubt::noCost, "no_cost", {TWELVEFOLD_TEXT("Word", "Days without a core cost")}},
};

} // namespace

template<>
std::span<const Named<CostDoubt>> allOf<CostDoubt>()
{
    return costDoubts;
}

} // namespace twelvefold::domain
