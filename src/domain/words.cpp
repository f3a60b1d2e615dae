// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/words.h"

namespace twelvefold::domain {
namespace {

constexpr Named<Setting> settings[] = {
    {Setting::kinshipFoster, "kinship_foster", {TWELVEFOLD_TEXT("Word", "Kinship foster")}},
    {Setting::inHouseFoster, "in_house_foster", {TWELVEFOLD_TEXT("Word", "In-house foster")}},
    {Setting::agencyFoster, "agency_foster", {TWELVEFOLD_TEXT("Word", "Agency foster")}},
    {Setting::supportedAccommodation,
     "supported",
     {TWELVEFOLD_TEXT("Word", "Supported accommodation")}},
    {Setting::childrensHome, "childrens_home", {TWELVEFOLD_TEXT("Word", "Children's home")}},
    {Setting::unregistered, "unregistered", {TWELVEFOLD_TEXT("Word", "Unregistered")}},
    {Setting::secure, "secure", {TWELVEFOLD_TEXT("Word", "Secure")}},
    {Setting::school, "school", {TWELVEFOLD_TEXT("Word", "School")}},
    {Setting::withParents, "with_parents", {TWELVEFOLD_TEXT("Word", "With parents")}},
    {Setting::adoption, "adoption", {TWELVEFOLD_TEXT("Word", "Adoption")}},
    {Setting::other, "other", {TWELVEFOLD_TEXT("Word", "Other setting")}},
};

constexpr Named<Sector> sectors[] = {
    {Sector::ownCouncil, "own_council", {TWELVEFOLD_TEXT("Word", "Own council")}},
    {Sector::otherCouncil, "other_council", {TWELVEFOLD_TEXT("Word", "Other council")}},
    {Sector::otherPublic, "other_public", {TWELVEFOLD_TEXT("Word", "Other public")}},
    {Sector::privateSector, "private", {TWELVEFOLD_TEXT("Word", "Private")}},
    {Sector::voluntary, "voluntary", {TWELVEFOLD_TEXT("Word", "Voluntary")}},
    {Sector::parents, "parents", {TWELVEFOLD_TEXT("Word", "Parents")}},
};

constexpr Named<Sex> sexes[] = {
    {Sex::male, "male", {TWELVEFOLD_TEXT("Word", "Male")}},
    {Sex::female, "female", {TWELVEFOLD_TEXT("Word", "Female")}},
    {Sex::unspecified, "unspecified", {TWELVEFOLD_TEXT("Word", "Not specified")}},
};

constexpr Named<CohortKind> kinds[] = {
    {CohortKind::lookedAfter, "cla", {TWELVEFOLD_TEXT("Word", "Looked after")}},
    {CohortKind::protectionPlan, "cp", {TWELVEFOLD_TEXT("Word", "Child protection plan")}},
    {CohortKind::inNeed, "cin", {TWELVEFOLD_TEXT("Word", "Child in need")}},
};

constexpr Named<CostComponent> components[] = {
    {CostComponent::core, "core", {TWELVEFOLD_TEXT("Word", "Core")}},
    {CostComponent::additional, "additional", {TWELVEFOLD_TEXT("Word", "Additional support")}},
    {CostComponent::education, "education", {TWELVEFOLD_TEXT("Word", "Education")}},
    {CostComponent::health, "health", {TWELVEFOLD_TEXT("Word", "Health")}},
    {CostComponent::other, "other", {TWELVEFOLD_TEXT("Word", "Other cost")}},
};

constexpr Named<Funder> funders[] = {
    {Funder::socialCare, "social_care", {TWELVEFOLD_TEXT("Word", "Social care")}},
    {Funder::education, "education", {TWELVEFOLD_TEXT("Word", "Education")}},
    {Funder::health, "health", {TWELVEFOLD_TEXT("Word", "Health")}},
};

constexpr Named<CostPer> pers[] = {
    {CostPer::day, "day", {TWELVEFOLD_TEXT("Word", "per day")}},
    {CostPer::week, "week", {TWELVEFOLD_TEXT("Word", "per week")}},
    {CostPer::month, "month", {TWELVEFOLD_TEXT("Word", "per month")}},
    {CostPer::year, "year", {TWELVEFOLD_TEXT("Word", "per year")}},
    {CostPer::once, "once", {TWELVEFOLD_TEXT("Word", "once")}},
};

constexpr Named<PlacementKind> placementKinds[] = {
    {PlacementKind::kinship, "kinship", {TWELVEFOLD_TEXT("Word", "Kinship care")}},
    {PlacementKind::inHouseFoster, "in_house_foster", {TWELVEFOLD_TEXT("Word", "In-house foster")}},
    {PlacementKind::agencyFoster, "agency_foster", {TWELVEFOLD_TEXT("Word", "Agency foster")}},
    {PlacementKind::supported, "supported", {TWELVEFOLD_TEXT("Word", "Supported accommodation")}},
    {PlacementKind::residential, "residential", {TWELVEFOLD_TEXT("Word", "Residential care")}},
};

constexpr Named<EventKind> eventKinds[] = {
    {EventKind::missing, "missing", {TWELVEFOLD_TEXT("Word", "Missing or away")}},
    {EventKind::review, "review", {TWELVEFOLD_TEXT("Word", "Review")}},
    {EventKind::unaccompanied,
     "unaccompanied",
     {TWELVEFOLD_TEXT("Word", "Unaccompanied asylum-seeking child")}},
    {EventKind::previousPermanence,
     "previous_permanence",
     {TWELVEFOLD_TEXT("Word", "Previous permanence")}},
    {EventKind::adoption, "adoption", {TWELVEFOLD_TEXT("Word", "Adoption")}},
    {EventKind::placedForAdoption,
     "placed_for_adoption",
     {TWELVEFOLD_TEXT("Word", "Should be placed for adoption")}},
    {EventKind::socialWorker, "social_worker", {TWELVEFOLD_TEXT("Word", "Social worker")}},
    {EventKind::libertyOrder,
     "liberty_order",
     {TWELVEFOLD_TEXT("Word", "Deprivation of liberty order")}},
    {EventKind::childInNeed, "child_in_need", {TWELVEFOLD_TEXT("Word", "Child in need")}},
    {EventKind::protectionPlan,
     "protection_plan",
     {TWELVEFOLD_TEXT("Word", "Child protection plan")}},
    {EventKind::permanencePlan, "permanence_plan", {TWELVEFOLD_TEXT("Word", "Permanence plan")}},
};

constexpr Named<QuestionOutcome> questionOutcomes[] = {
    {QuestionOutcome::explained, "explained", {TWELVEFOLD_TEXT("Word", "Explained")}},
    {QuestionOutcome::toPanel, "to_panel", {TWELVEFOLD_TEXT("Word", "To a panel")}},
    {QuestionOutcome::agreed, "agreed", {TWELVEFOLD_TEXT("Word", "Agreed")}},
    {QuestionOutcome::notAgreed, "not_agreed", {TWELVEFOLD_TEXT("Word", "Not agreed")}},
    {QuestionOutcome::wait, "wait", {TWELVEFOLD_TEXT("Word", "Wait")}},
};

constexpr Named<DomainMark> marks[] = {
    {DomainMark::strain, "strain", {TWELVEFOLD_TEXT("Word", "Strain")}},
    {DomainMark::safety, "safety", {TWELVEFOLD_TEXT("Word", "Safety")}},
    {DomainMark::school, "school", {TWELVEFOLD_TEXT("Word", "School")}},
};

} // namespace

template<>
std::span<const Named<Setting>> allOf<Setting>()
{
    return settings;
}
template<>
std::span<const Named<PlacementKind>> allOf<PlacementKind>()
{
    return placementKinds;
}
template<>
std::span<const Named<Sector>> allOf<Sector>()
{
    return sectors;
}
template<>
std::span<const Named<Sex>> allOf<Sex>()
{
    return sexes;
}
template<>
std::span<const Named<CohortKind>> allOf<CohortKind>()
{
    return kinds;
}
template<>
std::span<const Named<CostComponent>> allOf<CostComponent>()
{
    return components;
}
template<>
std::span<const Named<Funder>> allOf<Funder>()
{
    return funders;
}
template<>
std::span<const Named<CostPer>> allOf<CostPer>()
{
    return pers;
}
template<>
std::span<const Named<EventKind>> allOf<EventKind>()
{
    return eventKinds;
}
template<>
std::span<const Named<QuestionOutcome>> allOf<QuestionOutcome>()
{
    return questionOutcomes;
}
template<>
std::span<const Named<DomainMark>> allOf<DomainMark>()
{
    return marks;
}

} // namespace twelvefold::domain
