// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/placement_request.h"

#include "support/catch.h"

#include <set>

using namespace twelvefold::domain;

namespace {

Date april(int day)
{
    return *Date::from(2026, 4, day);
}

PlacementRequest from(Date placedOn)
{
    PlacementRequest request;
    request.placedOn = placedOn;
    return request;
}

Placement since(Date start, std::int64_t id)
{
    Placement placement;
    placement.id = PlacementId{id};
    placement.period.start = start;
    return placement;
}

} // namespace

TEST_CASE("every field of the placement standard has a name of its own, words, and its choices")
{
    std::set<std::string> codes;
    for (const RequestField& field : requestFields()) {
        INFO(field.code);
        CHECK(codes.insert(field.code).second);
        CHECK(findRequestField(field.code) == &field);
        CHECK_FALSE(std::string(field.title.english).empty());
        const bool isChosen =
            field.kind == RequestFieldKind::choice || field.kind == RequestFieldKind::choices;
        CHECK(isChosen == !field.choices.empty());
    }
    CHECK(findRequestField("child_ID") == nullptr);
    for (const RequestCost& cost : requestCosts())
        CHECK(findRequestField(cost.field)->kind == RequestFieldKind::amount);
}

TEST_CASE("a request says its days like its answers, and forgets what is taken away")
{
    PlacementRequest request;
    request.say("Date_entry_referral", "2026-04-02");
    request.say("date_entry_placement", "2026-04-14");
    request.say("dol", "Yes");
    request.say("cost_core_weekly", "4000.50");
    CHECK(request.referredOn == april(2));
    CHECK(request.placedOn == april(14));
    CHECK(request.said("date_entry_placement") == "2026-04-14");
    CHECK(request.date("date_entry_placement") == april(14));
    CHECK(request.amount("cost_core_weekly") == Money::pence(400050));
    CHECK_FALSE(request.amount("dol"));
    request.say("dol", "");
    request.say("date_entry_placement", "");
    CHECK(request.said("dol").empty());
    CHECK_FALSE(request.placedOn);
    CHECK(request.answers.size() == 1);
}

TEST_CASE(
    "what was agreed is the parts, or what nobody split as core, and a nought is nothing paid")
{
    PlacementRequest request;
    CHECK(agreedCosts(request).empty());
    request.say("cost_total_weekly", "500");
    CHECK(isUnsplit(request));
    CHECK(agreedCosts(request) ==
          std::map<CostComponent, Money>{{CostComponent::core, Money::pounds(500)}});
    request.say("cost_education_weekly", "0");
    CHECK_FALSE(isUnsplit(request)); // somebody says that nothing of it is education
    CHECK(agreedCosts(request).empty());
    request.say("cost_other_weekly", "20");
    CHECK(sumOfParts(request) == Money::pounds(20));
}

TEST_CASE("a request led to the placement that began nearest to the agreed start, within a week")
{
    const std::vector<Placement> placements{since(april(1), 1), since(april(10), 2),
                                            since(april(20), 3)};
    const auto found = [&](int day) {
        const Placement* placement = placementFoundBy(from(april(day)), placements);
        return placement == nullptr ? 0 : placement->id.value;
    };
    CHECK(found(10) == 2);
    CHECK(found(12) == 2);
    CHECK(found(15) == 2); // as near to both: the earlier
    CHECK(found(16) == 3);
    CHECK(found(27) == 3);
    CHECK(found(28) == 0);
    CHECK(placementFoundBy(PlacementRequest(), placements) == nullptr);
}

TEST_CASE("requests of one child are the same by agreed start, else by the day they were asked for")
{
    PlacementRequest a = from(april(14)), b = from(april(15));
    a.referredOn = b.referredOn = april(2);
    CHECK(isSameRequest(a, a));
    CHECK_FALSE(isSameRequest(a, b));
    b.placedOn.reset();
    CHECK(isSameRequest(a, b));
    b.referredOn = april(3);
    CHECK_FALSE(isSameRequest(a, b));
    CHECK_FALSE(isSameRequest(PlacementRequest(), PlacementRequest()));
}

TEST_CASE("a setting is of the standard's type, of another, or it cannot be told")
{
    PlacementRequest request;
    request.say("placement_type", "Residential");
    CHECK(isOfType(Setting::childrensHome, request) == true);
    CHECK(isOfType(Setting::agencyFoster, request) == false);
    CHECK_FALSE(isOfType(Setting::other, request).has_value());
    request.say("provider_URN", "Unregistered");
    CHECK(isOfType(Setting::childrensHome, request) == false);
    CHECK_FALSE(isOfType(Setting::unregistered, request).has_value());
    request.say("provider_URN", "SC123456");
    CHECK(isOfType(Setting::unregistered, request) == false);
    request.say("placement_type", "Shared lives");
    CHECK_FALSE(isOfType(Setting::childrensHome, request).has_value());
    CHECK(placementType(Setting::kinshipFoster) == "Foster");
    CHECK(placementType(Setting::supportedAccommodation) == "Supported Accommodation");
    CHECK(placementType(Setting::adoption).empty());
}

TEST_CASE("the first part of a postcode is told from the rest of it and from names of places")
{
    for (const auto& [postcode, outcode] :
         {std::pair("BS10 7XX", "BS10"), std::pair("bs10", "BS10"), std::pair("TA3", "TA3"),
          std::pair("W1A 1AA", "W1A"), std::pair("SW1A1AA", "SW1A"), std::pair("M11AA", "M1"),
          std::pair(" N18 ", "N18"), std::pair("Taunton", ""), std::pair("", ""),
          std::pair("10", ""), std::pair("BS", ""), std::pair("BS100", "")}) {
        INFO(postcode);
        CHECK(outcodeOf(postcode) == outcode);
    }
}
