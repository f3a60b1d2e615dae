// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/import.h"

#include <algorithm>
#include <string_view>

namespace twelvefold::exchange {
namespace {

// In the order of FileKind.
constexpr Named<FileKind> kinds[] = {
    {FileKind::header, "ssda903_header", {TWELVEFOLD_TEXT("Word", "Statutory return: header")}},
    {FileKind::episodes,
     "ssda903_episodes",
     {TWELVEFOLD_TEXT("Word", "Statutory return: episodes")}},
    {FileKind::oc2, "ssda903_oc2", {TWELVEFOLD_TEXT("Word", "Statutory return: outcomes (OC2)")}},
    {FileKind::leavers,
     "ssda903_oc3",
     {TWELVEFOLD_TEXT("Word", "Statutory return: care leavers (OC3)")}},
    {FileKind::reviews, "ssda903_reviews", {TWELVEFOLD_TEXT("Word", "Statutory return: reviews")}},
    {FileKind::unaccompanied,
     "ssda903_uasc",
     {TWELVEFOLD_TEXT("Word", "Statutory return: unaccompanied asylum-seeking children")}},
    {FileKind::adoptions,
     "ssda903_ad1",
     {TWELVEFOLD_TEXT("Word", "Statutory return: adoptions (AD1)")}},
    {FileKind::placedForAdoption,
     "ssda903_placed_for_adoption",
     {TWELVEFOLD_TEXT("Word", "Statutory return: should be placed for adoption")}},
    {FileKind::previousPermanence,
     "ssda903_previous_permanence",
     {TWELVEFOLD_TEXT("Word", "Statutory return: previous permanence")}},
    {FileKind::missing,
     "ssda903_missing",
     {TWELVEFOLD_TEXT("Word", "Statutory return: missing episodes")}},
    {FileKind::socialWorkers,
     "ssda903_social_workers",
     {TWELVEFOLD_TEXT("Word", "Statutory return: social worker episodes")}},
    {FileKind::libertyOrders,
     "ssda903_liberty_orders",
     {TWELVEFOLD_TEXT("Word", "Statutory return: deprivation of liberty orders")}},
    {FileKind::childrenInNeed,
     "cin_children_in_need",
     {TWELVEFOLD_TEXT("Word", "Children in need census: children in need")}},
    {FileKind::protectionPlans,
     "cin_protection_plans",
     {TWELVEFOLD_TEXT("Word", "Children in need census: child protection plans")}},
    {FileKind::finance, "finance", {TWELVEFOLD_TEXT("Word", "Finance: cost lines")}},
    {FileKind::placementStandard,
     "placement_standard",
     {TWELVEFOLD_TEXT("Word", "National placements data standard")}},
    {FileKind::contactsList,
     "annex_a_contacts",
     {TWELVEFOLD_TEXT("Word", "Annex A, list 1: contacts")}},
    {FileKind::earlyHelpList,
     "annex_a_early_help",
     {TWELVEFOLD_TEXT("Word", "Annex A, list 2: early help")}},
    {FileKind::referralsList,
     "annex_a_referrals",
     {TWELVEFOLD_TEXT("Word", "Annex A, list 3: referrals")}},
    {FileKind::assessmentsList,
     "annex_a_assessments",
     {TWELVEFOLD_TEXT("Word", "Annex A, list 4: assessments")}},
    {FileKind::enquiriesList,
     "annex_a_enquiries",
     {TWELVEFOLD_TEXT("Word", "Annex A, list 5: section 47 enquiries and conferences")}},
    {FileKind::inNeedList,
     "annex_a_children_in_need",
     {TWELVEFOLD_TEXT("Word", "Annex A, list 6: children in need")}},
    {FileKind::plansList,
     "annex_a_protection_plans",
     {TWELVEFOLD_TEXT("Word", "Annex A, list 7: child protection plans")}},
    {FileKind::lookedAfterList,
     "annex_a_looked_after",
     {TWELVEFOLD_TEXT("Word", "Annex A, list 8: children looked after")}},
    {FileKind::leaversList,
     "annex_a_care_leavers",
     {TWELVEFOLD_TEXT("Word", "Annex A, list 9: care leavers")}},
    {FileKind::adoptionPlansList,
     "annex_a_adoption_plans",
     {TWELVEFOLD_TEXT("Word", "Annex A, list 10: children with an adoption plan")}},
    {FileKind::adoptersList,
     "annex_a_adopters",
     {TWELVEFOLD_TEXT("Word", "Annex A, list 11: adopters")}},
    {FileKind::measures, "measures", {TWELVEFOLD_TEXT("Word", "Values of outcome measures")}},
    {FileKind::assessments, "assessments", {TWELVEFOLD_TEXT("Word", "Assessments of need")}},
    {FileKind::unrecognised, "unrecognised", {TWELVEFOLD_TEXT("Word", "Not recognised")}},
};

} // namespace

const char* token(FileKind kind)
{
    return kinds[static_cast<std::size_t>(kind)].token;
}

Word word(FileKind kind)
{
    return kinds[static_cast<std::size_t>(kind)].word;
}

bool isSnapshot(FileKind kind)
{
    return FileKind::inNeedList <= kind && kind <= FileKind::adoptionPlansList;
}

std::optional<FileKind> fileKind(std::string_view token)
{
    const auto found = std::ranges::find(kinds, token, &Named<FileKind>::token);
    return found == std::end(kinds) ? std::nullopt : std::optional(found->value);
}

} // namespace twelvefold::exchange
