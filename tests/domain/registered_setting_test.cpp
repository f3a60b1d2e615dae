// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/registered_setting.h"

#include "support/catch.h"

#include <vector>

using namespace twelvefold::domain;

namespace {

RegisteredSetting saidOn(Date day, const std::string& name, const std::string& grade)
{
    RegisteredSetting setting;
    setting.urn = "SC000001";
    setting.listedOn = day;
    setting.name = name;
    setting.grade = grade;
    return setting;
}

const Date kSpring = *Date::from(2024, 3, 1), kSummer = *Date::from(2024, 6, 1);

} // namespace

TEST_CASE("of a home that is on no list nothing is said", "[providers]")
{
    CHECK_FALSE(latestOf({}));
}

TEST_CASE("of each thing the latest list that says anything of it is believed", "[providers]")
{
    RegisteredSetting spring = saidOn(kSpring, "Hill House", "Good");
    spring.places = 4;
    spring.sector = Sector::voluntary;
    spring.owner = "A Trust";
    RegisteredSetting summer = saidOn(kSummer, "Hill House Home", "");
    summer.region = "South East";
    const std::vector said{spring, summer};
    const auto latest = latestOf(said);
    REQUIRE(latest);
    CHECK(latest->name == "Hill House Home");
    CHECK(latest->grade == "Good"); // the later list has no grades
    CHECK(latest->places == 4);
    CHECK(latest->sector == Sector::voluntary);
    CHECK(latest->owner == "A Trust");
    CHECK(latest->region == "South East");
    CHECK(latest->listedOn == kSummer);
}

TEST_CASE("a home is closed where the latest list that has it says so", "[providers]")
{
    RegisteredSetting closed = saidOn(kSpring, "Hill House", "");
    closed.closedOn = *Date::from(2024, 2, 1);
    const std::vector alone{closed}, opened{closed, saidOn(kSummer, "Hill House", "")};
    CHECK(latestOf(alone)->closedOn == closed.closedOn);
    CHECK_FALSE(latestOf(opened)->closedOn);
}

TEST_CASE("two lists of one day say the same together, whichever came first", "[providers]")
{
    RegisteredSetting one = saidOn(kSpring, "Hill House", "");
    one.id.value = 7;
    one.places = 4;
    RegisteredSetting other = saidOn(kSpring, "Hill", "Good");
    other.id.value = 7;
    other.closedOn = *Date::from(2024, 2, 1);
    const RegisteredSetting both = together(one, other);
    CHECK(both == together(other, one));
    CHECK(both == together(both, other));
    CHECK(both.name == "Hill House");
    CHECK(both.grade == "Good");
    CHECK(both.places == 4);
    CHECK(both.closedOn == other.closedOn);
    CHECK_FALSE(saysTheSame(both, one));
    CHECK(saysTheSame(both, both));
}

TEST_CASE("a list says of a provider what nobody else does", "[providers]")
{
    RegisteredSetting listed = saidOn(kSpring, "Hill House", "");
    listed.owner = "A Trust";
    listed.region = "London";
    listed.sector = Sector::voluntary;
    const Provider known =
        completed({{}, "The Hill", Sector::privateSector, "", "SC000001", ""}, listed);
    CHECK(known.name == "The Hill"); // what the council calls it
    CHECK(known.sector == Sector::privateSector);
    CHECK(known.ownerGroup == "A Trust");
    CHECK(known.region == "London");
    CHECK(completed({{}, "SC000001", {}, "", "SC000001", ""}, listed).name == "Hill House");
    listed.name.clear();
    CHECK(completed({{}, "SC000001", {}, "", "SC000001", ""}, listed).name == "SC000001");
}
