// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/setting.h"

#include "support/catch.h"

using namespace twelvefold::domain;

TEST_CASE("a placement code's setting depends on who provides it and on the year")
{
    const SettingTable table(
        {{"U4", {"PR1"}, Setting::inHouseFoster, 0, 9999, false, "foster"},
         {"U4", {}, Setting::agencyFoster, 0, 9999, false, "foster"},
         {"H5", {}, Setting::supportedAccommodation, 0, 2025, false, "semi-independent"}});
    CHECK(table.find("U4", "PR1", 2026)->setting == Setting::inHouseFoster);
    CHECK(table.find("U4", "PR4", 2026)->setting == Setting::agencyFoster);
    CHECK(table.find("X9", "PR4", 2026) == nullptr);

    // A code past its last year is still understood; it is for the reader to warn.
    const SettingRule* late = table.find("H5", "PR4", 2026);
    REQUIRE(late != nullptr);
    CHECK_FALSE(SettingTable::validIn(*late, 2026));
    CHECK(SettingTable::validIn(*late, 2025));
}

TEST_CASE("every enumerator has a word of its own that reads back")
{
    for (const auto& named : allOf<Setting>()) {
        CHECK(token(named.value) == named.token);
        CHECK(fromToken<Setting>(named.token) == named.value);
    }
    CHECK(allOf<Setting>().size() == countOf<Setting>);
    CHECK(allOf<CostComponent>().size() == countOf<CostComponent>);
    CHECK(allOf<Funder>().size() == countOf<Funder>);
    CHECK_FALSE(fromToken<Funder>("charity"));
    CHECK(sectorOfProviderCode("PR4") == Sector::privateSector);
    CHECK_FALSE(sectorOfProviderCode("PR9"));
}
