// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/import.h"
#include "workbench/care_history.h"

#include "support/catch.h"

using namespace twelvefold::domain;
using namespace twelvefold::workbench;

namespace {

Date day(const char* british)
{
    return Date::fromBritish(british).value();
}

Episode episode(const char* start, const char* rne, const char* place, const char* provider,
                const char* end = nullptr, const char* rec = "X1")
{
    Episode e;
    e.start = day(start);
    e.reasonNew = rne;
    e.placeCode = place;
    e.providerCode = provider;
    if (end != nullptr) {
        e.end = day(end);
        e.endReason = rec;
    }
    e.returnYear = 2024;
    return e;
}

std::vector<DerivedPlacement> placements(const std::vector<Episode>& episodes)
{
    return derivedPlacements(episodes, twelvefold::exchange::settingTable());
}

} // namespace

TEST_CASE("No episodes, no care", "[care]")
{
    CHECK(lookedAfterPeriods({}).empty());
    CHECK(placements({}).empty());
}

TEST_CASE("A chain of episodes is one period of care", "[care]")
{
    const auto periods =
        lookedAfterPeriods({episode("01/05/2023", "S", "U6", "PR1", "01/08/2023"),
                            episode("01/08/2023", "P", "U6", "PR4", "01/02/2024", "E4A")});
    REQUIRE(periods.size() == 1);
    CHECK(periods[0] == Period{day("01/05/2023"), day("01/02/2024")});
}

TEST_CASE("A return to care is a period of its own", "[care]")
{
    SECTION("after a gap")
    {
        const auto periods =
            lookedAfterPeriods({episode("01/05/2023", "S", "U6", "PR1", "01/08/2023", "E4A"),
                                episode("01/09/2023", "S", "U6", "PR1")});
        REQUIRE(periods.size() == 2);
        CHECK(periods[1] == Period{day("01/09/2023"), std::nullopt});
    }
    SECTION("or on the same day, when the episode says that care starts")
    {
        CHECK(lookedAfterPeriods({episode("01/05/2023", "S", "U6", "PR1", "01/08/2023", "E4A"),
                                  episode("01/08/2023", "S", "U6", "PR1")})
                  .size() == 2);
    }
}

TEST_CASE("An episode left open ends when the next one starts", "[care]")
{
    const std::vector<Episode> episodes{
        episode("01/05/2023", "S", "U6", "PR1"),
        episode("01/08/2023", "P", "K2", "PR4", "01/02/2024", "E4A")};
    CHECK(lookedAfterPeriods(episodes) ==
          std::vector{Period{day("01/05/2023"), day("01/02/2024")}});
    const auto lived = placements(episodes);
    REQUIRE(lived.size() == 2);
    CHECK(lived[0].placement.period == Period{day("01/05/2023"), day("01/08/2023")});
}

TEST_CASE("Overlapping episodes put a child in one place at a time", "[care]")
{
    const auto lived = placements({episode("01/05/2023", "S", "U6", "PR1", "01/10/2023"),
                                   episode("01/08/2023", "P", "K2", "PR4", "01/02/2024", "E4A")});
    REQUIRE(lived.size() == 2);
    CHECK(lived[0].placement.period.end == day("01/08/2023"));
}

TEST_CASE("A temporary stay does not end a placement", "[care]")
{
    const auto lived = placements({episode("01/05/2023", "S", "U6", "PR1", "01/08/2023"),
                                   episode("01/08/2023", "T", "T3", "", "08/08/2023"),
                                   episode("08/08/2023", "P", "U6", "PR1")});
    REQUIRE(lived.size() == 1);
    CHECK(lived[0].placement.period == Period{day("01/05/2023"), std::nullopt});
}

TEST_CASE("A move between carers of the same agency is a new placement", "[care]")
{
    CHECK(placements({episode("01/05/2023", "S", "U6", "PR4", "01/08/2023"),
                      episode("01/08/2023", "P", "U6", "PR4")})
              .size() == 2);
}

TEST_CASE("A change of legal status alone is no move", "[care]")
{
    const auto lived = placements({episode("01/05/2023", "S", "U6", "PR4", "01/08/2023"),
                                   episode("01/08/2023", "L", "U6", "PR4")});
    REQUIRE(lived.size() == 1);
    CHECK(lived[0].placement.period == Period{day("01/05/2023"), std::nullopt});
}

TEST_CASE("A spell that ended on the day it began took no day", "[care]")
{
    CHECK(
        lookedAfterPeriods({episode("01/05/2023", "S", "U6", "PR4", "01/05/2023", "E4A")}).empty());
    CHECK(placements({episode("01/05/2023", "S", "U6", "PR4", "01/05/2023", "E4A")}).empty());
}

TEST_CASE("A stay of no nights is history, and the next stay is where the child lives", "[care]")
{
    const std::vector<Episode> episodes{episode("01/05/2023", "P", "U6", "PR4"),
                                        episode("01/05/2023", "S", "K2", "PR4", "01/05/2023")};
    const auto lived = placements(episodes);
    REQUIRE(lived.size() == 1);
    CHECK(lived[0].placement.setting == Setting::agencyFoster);
    CHECK(lived[0].placement.period == Period{day("01/05/2023"), std::nullopt});
    const auto stays = staysOfNoNights(episodes, twelvefold::exchange::settingTable());
    REQUIRE(stays.size() == 1);
    CHECK(stays[0].on == day("01/05/2023"));
    CHECK(stays[0].setting == Setting::childrensHome);
}

TEST_CASE("A code that is not in the table is kept as another setting", "[care]")
{
    const auto lived = placements({episode("01/05/2023", "S", "Q9", "PR4")});
    REQUIRE(lived.size() == 1);
    CHECK(lived[0].placement.setting == Setting::other);
    CHECK(lived[0].placement.placeCode == "Q9");
}
