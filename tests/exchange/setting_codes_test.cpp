// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/import.h"

#include "support/catch.h"

using namespace twelvefold::exchange;

namespace {

Setting settingOf(const char* place, const char* provider, int year = 2024)
{
    const SettingRule* rule = settingTable().find(place, provider, year);
    REQUIRE(rule != nullptr);
    return rule->setting;
}

} // namespace

TEST_CASE("foster placements fall into kinship, in-house and agency by code and provider")
{
    for (const char* place : {"U1", "U2", "U3"})
        CHECK(settingOf(place, "PR1") == Setting::kinshipFoster);
    for (const char* place : {"U4", "U5", "U6"}) {
        CHECK(settingOf(place, "PR1") == Setting::inHouseFoster);
        for (const char* provider : {"PR2", "PR3", "PR4", "PR5"})
            CHECK(settingOf(place, provider) == Setting::agencyFoster);
        CHECK(settingOf(place, "") == Setting::other); // who provides is not known: no guess
    }
}

TEST_CASE("every other placement code has its setting whoever provides it")
{
    CHECK(settingOf("K1", "PR4") == Setting::secure);
    CHECK(settingOf("K2", "PR4") == Setting::childrensHome);
    CHECK(settingOf("K2", "") == Setting::childrensHome);
    CHECK(settingOf("H5", "PR4") == Setting::supportedAccommodation);
    CHECK(settingOf("K3", "PR4", 2025) == Setting::supportedAccommodation);
    CHECK(settingOf("P1", "PR0") == Setting::withParents);
    CHECK(settingOf("S1", "PR4") == Setting::school);
    CHECK(settingOf("A5", "PR1") == Setting::adoption);
    CHECK(settingOf("R2", "PR3") == Setting::other);
    CHECK(settingOf("Z1", "") == Setting::unregistered);
    CHECK(settingTable().find("X9", "PR1", 2024) == nullptr);
}

TEST_CASE("temporary spells are marked as such, and nothing else is")
{
    for (const SettingRule& rule : settingTable().rules()) {
        INFO(rule.placeCode);
        CHECK(rule.temporary == (rule.placeCode.front() == 'T'));
        CHECK_FALSE(rule.meaning.empty());
    }
}

TEST_CASE("codes come and go with the return years")
{
    const auto valid = [](const char* place, int year) {
        return SettingTable::validIn(*settingTable().find(place, "", year), year);
    };
    CHECK_FALSE(valid("K3", 2024));
    CHECK(valid("K3", 2025));
    CHECK(valid("H5", 2025));
    CHECK_FALSE(valid("H5", 2026));
    CHECK(valid("Z1", 2025));
    CHECK_FALSE(valid("Z1", 2026));
    CHECK(valid("Z12", 2026));
    CHECK_FALSE(valid("Z12", 2025));
    CHECK(valid("U4", 2010));
}

TEST_CASE("allowances to parents and adopters are not compared with prices of care")
{
    CHECK(placementKinds().notCompared() == std::set{Setting::withParents, Setting::adoption});
}
