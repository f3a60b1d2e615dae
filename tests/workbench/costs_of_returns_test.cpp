// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/a_returned_store.h"

using namespace twelvefold;
using namespace twelvefold::tests;

namespace {

const std::string kOpenEpisode = kEpisodeHeadings + "101,10/05/2023,S,C2,N1,K2,PR4,,,,,,SC000001\n";
const std::string kMovedEpisode = kEpisodeHeadings +
                                  "101,10/05/2023,S,C2,N1,K2,PR4,06/11/2024,X1,CARPL,,,SC000001\n"
                                  "101,06/11/2024,P,C2,N1,U4,PR4,,,,,,SC000002\n";
const std::string kCosts = kFinanceHeadings +
                           "101,core,5200,week,2023-05-10,,,,,,\n"
                           "101,additional,300,week,2023-05-10,2024-06-01,,,,,\n";
const Date kBefore = day(2024, 11, 5), kAfter = day(2024, 11, 6);

} // namespace

TEST_CASE("A return that ends a placement ends its costs, says so and takes it back", "[moves]")
{
    Returned store;
    store.bringIn(kOpenEpisode, "episodes.csv");
    store.bringIn(kCosts, "costs.csv");
    const auto before = store.records("101");
    const auto plan = store.bringIn(kMovedEpisode, "episodes.csv");
    CHECK(says(plan, "cost-lines-ended", 1));
    CHECK(store.weekly("101", kBefore) == Money::pounds(5200));
    CHECK_FALSE(store.weekly("101", kAfter));
    const auto lines = store.bench->store().costLines(store.child("101"));
    CHECK(std::ranges::count(lines, day(2024, 6, 1), [](const CostLine& line) {
              return line.period.end.value_or(Date());
          }) == 1); // an end of its own is kept

    SECTION("the same costs again change nothing: no end is not an end to take back")
    {
        const auto again = store.bringIn(kCosts, "costs.csv");
        CHECK(again.nothingToDo());
        CHECK_FALSE(store.weekly("101", kAfter));
    }
    SECTION("the costs of the new placement do not double")
    {
        store.bringIn(kCosts + "101,core,950,week,2024-11-06,,,,,,\n", "costs.csv");
        CHECK(store.weekly("101", kAfter) == Money::pounds(950));
        CHECK(store.bench->cohort(kAfter)->costTroubles.front() == domain::CostTroubles());
    }
    SECTION("undo gives the costs back with the rest")
    {
        REQUIRE(store.bench->undo());
        CHECK(store.records("101") == before);
    }
}

TEST_CASE("A later word on the day on which a placement ended takes its costs along", "[moves]")
{
    Returned store;
    store.bringIn(kOpenEpisode, "episodes.csv");
    store.bringIn(kCosts, "costs.csv");
    const std::string ended = kEpisodeHeadings + "101,10/05/2023,S,C2,N1,K2,PR4,";
    store.bringIn(ended + "06/11/2024,E4A,,,,SC000001\n", "episodes.csv");
    CHECK_FALSE(store.weekly("101", kAfter));
    store.bringIn(ended + "20/11/2024,E4A,,,,SC000001\n", "episodes.csv");
    CHECK(store.weekly("101", day(2024, 11, 19)) == Money::pounds(5200));
    CHECK_FALSE(store.weekly("101", day(2024, 11, 20)));
}

TEST_CASE("Costs that come after the return, or with it, end like those that came before",
          "[moves]")
{
    Returned store;
    store.bringIn(kMovedEpisode, "episodes.csv");
    const auto plan = store.bringIn(kCosts, "costs.csv");
    CHECK(says(plan, "cost-rows-of-ended-care", 1));
    CHECK(store.weekly("101", kBefore) == Money::pounds(5200));
    CHECK_FALSE(store.weekly("101", kAfter));

    Returned together;
    const auto episodes = together.folder.write("episodes.csv", kMovedEpisode);
    const auto costs = together.folder.write("costs.csv", kCosts);
    REQUIRE(together.bench->applyImport(together.bench->planImport({costs, episodes}, {})));
    CHECK(together.weekly("101", kBefore) == Money::pounds(5200));
    CHECK_FALSE(together.weekly("101", kAfter));
}

TEST_CASE("An end that finance says is kept, even past the placement's, and is questioned",
          "[moves]")
{
    Returned store;
    store.bringIn(kMovedEpisode, "episodes.csv");
    store.bringIn(kFinanceHeadings + "101,core,5200,week,2023-05-10,2024-12-01,,,SC000001,,\n",
                  "costs.csv");
    CHECK(store.weekly("101", kAfter) == Money::pounds(5200));
    CHECK(store.bench->cohort(kAfter)->costTroubles.front().has(CostTrouble::outlivesPlacement));
}

TEST_CASE("A return that says that a child left care or died ends its costs", "[moves]")
{
    const bool died = GENERATE(false, true);
    Returned store;
    store.bringIn(kOpenEpisode, "episodes.csv");
    store.bringIn(kCosts, "costs.csv");
    CostLine taxi;
    taxi.child = store.child("101");
    taxi.component = CostComponent::other;
    taxi.amount = Money::pounds(210);
    taxi.period = {day(2024, 4, 1), std::nullopt};
    REQUIRE(store.bench->saveCostLine(taxi));
    const auto before = store.records("101");
    const auto plan = store.bringIn(kEpisodeHeadings + "101,10/05/2023,S,C2,N1,K2,PR4,06/11/2024," +
                                        (died ? "E2" : "E4A") + ",,,,SC000001\n",
                                    "episodes.csv");
    CHECK(says(plan, "cost-lines-ended", died ? 2 : 1));
    CHECK(store.weekly("101", kBefore) == Money::pounds(5410));
    CHECK(store.weekly("101", kAfter) == (died ? std::nullopt : std::optional(Money::pounds(210))));
    REQUIRE(store.bench->undo());
    CHECK(store.records("101") == before);
}

TEST_CASE("A move that a person entered and the return's word for it are one move", "[moves]")
{
    Returned store;
    store.bringIn(kOpenEpisode, "episodes.csv");
    store.bringIn(kCosts, "costs.csv");
    Move move;
    move.child = store.child("101");
    move.on = kAfter;
    move.placement.setting = Setting::agencyFoster;
    CostLine core;
    core.amount = Money::pounds(950);
    move.costs = {core};
    REQUIRE(store.bench->move(move));
    CHECK(store.weekly("101", kAfter) == Money::pounds(950));
    store.bringIn(kMovedEpisode, "episodes.csv");
    CHECK(store.weekly("101", kAfter) == Money::pounds(950));
    CHECK(store.bench->store().placements(move.child).size() == 2);
    CHECK(store.bench->cohort(kAfter)->costTroubles.front() == domain::CostTroubles());

    SECTION("the next year's return ends it, and what is paid for it")
    {
        store.bringIn(kEpisodeHeadings +
                          "101,06/11/2024,P,C2,N1,U4,PR4,07/07/2025,X1,CARPL,,,SC000002\n"
                          "101,07/07/2025,P,C2,N1,K2,PR4,,,,,,SC000003\n",
                      "episodes.csv");
        CHECK_FALSE(store.weekly("101", day(2025, 7, 7)));
        CHECK(store.bench->store().placements(move.child).size() == 3);
    }
}

// ---------------------------------------------------------------- finance first

namespace {

const std::string kTwoPlacements = kEpisodeHeadings +
                                   "9001,01/04/2024,S,C2,N1,U4,PR4,01/05/2025,X1,CARPL,,,SC000001\n"
                                   "9001,01/05/2025,P,C2,N1,K2,PR4,,,,,,SC000002\n";

// The costs without the numbers that records have in a store: of which placement, from when to
// when.
auto costsOf(const Returned& store, const std::string& localId)
{
    const ChildId child = store.child(localId);
    const auto placements = store.bench->store().placements(child);
    const auto said = [](std::optional<Date> date) { return date ? date->iso() : "open"; };
    std::vector<std::string> costs;
    for (const CostLine& line : store.bench->store().costLines(child)) {
        const auto placement = std::ranges::find_if(
            placements, [&](const Placement& p) { return line.placement == p.id; });
        costs.push_back(
            std::string(token(line.component)) + ' ' + std::to_string(line.amount.inPence()) + ' ' +
            said(line.period.start) + ".." + said(line.period.end) + " of " +
            (placement == placements.end() ? "the child" : said(placement->period.start)));
    }
    std::ranges::sort(costs);
    return costs;
}

} // namespace

TEST_CASE(
    "A cost that finance said before the return ends with the placement that the return brings "
    "already ended",
    "[moves]")
{
    Returned store;
    store.bringIn(kHeaderHeadings + "9001,M,05/06/2012,WBRI,,,\n", "header.csv");
    const std::string finance = kFinanceHeadings + "9001,core,1000,week,2024-04-01,,,,,,\n";
    store.bringIn(finance, "costs.csv");
    const auto before = store.records("9001");
    const auto plan = store.bringIn(kTwoPlacements, "episodes.csv");
    CHECK(says(plan, "cost-lines-ended", 1));
    CHECK(store.weekly("9001", day(2025, 4, 30)) == Money::pounds(1000));
    CHECK_FALSE(store.weekly("9001", day(2025, 5, 1)));
    CHECK(store.bench->linesPastTheirEnd().empty());
    REQUIRE(store.bench->undo());
    CHECK(store.records("9001") == before);
    REQUIRE(store.bench->redo());

    CHECK(store.bringIn(finance, "costs.csv").nothingToDo());
    store.bringIn(kFinanceHeadings + "9001,core,5000,week,2025-05-01,,,,,,\n", "costs.csv");
    CHECK(store.weekly("9001", day(2025, 6, 1)) == Money::pounds(5000));
    CHECK(store.bench->cohort(day(2025, 6, 1))->costTroubles.front() == CostTroubles());
}

TEST_CASE("A file of costs says how many of its rows may be counted twice", "[moves]")
{
    Returned store;
    store.bringIn(kHeaderHeadings + "9001,M,05/06/2012,WBRI,,,\n", "header.csv");
    store.bringIn(kTwoPlacements, "episodes.csv");
    const auto first =
        store.bringIn(kFinanceHeadings + "9001,core,1000,week,2025-08-01,,,,,,\n", "costs.csv");
    CHECK_FALSE(says(first, "cost-rows-counted-twice", 1));
    const auto raised =
        store.bringIn(kFinanceHeadings + "9001,core,1100,week,2025-10-01,,,,,,\n", "costs.csv");
    CHECK(says(raised, "cost-rows-counted-twice", 1));
    const auto other = store.bringIn(
        kFinanceHeadings + "9001,education,1100,week,2025-10-01,,,,,,\n", "costs.csv");
    CHECK_FALSE(says(other, "cost-rows-counted-twice", 1));
    // Two of one file as well.
    Returned another;
    another.bringIn(kHeaderHeadings + "9001,M,05/06/2012,WBRI,,,\n", "header.csv");
    another.bringIn(kTwoPlacements, "episodes.csv");
    const auto both = another.bringIn(kFinanceHeadings + "9001,core,1000,week,2025-08-01,,,,,,\n"
                                                         "9001,core,1100,week,2025-10-01,,,,,,\n",
                                      "costs.csv");
    CHECK(says(both, "cost-rows-counted-twice", 1));
}

TEST_CASE("Whichever comes first, the return or finance, the costs are the same", "[moves]")
{
    const std::string finance =
        kFinanceHeadings + GENERATE("9001,core,1000,week,2024-04-01,,,,,,\n"
                                    "9001,additional,300,week,2024-06-01,,,,,,\n",
                                    "9001,core,1000,week,2024-04-01,2025-07-15,,,,,\n"
                                    "9001,core,700,once,2024-04-01,,,,,,\n",
                                    "9001,core,1000,week,2024-01-01,,,,,,\n"
                                    "9001,education,200,month,2025-06-01,,,,,,\n",
                                    "9001,core,1000,week,2023-01-01,2023-02-01,,,,,\n",
                                    "9001,core,5000,week,2025-04-01,,,,,childrens_home,\n",
                                    "9001,core,400,week,2024-03-01,,,,,in_house_foster,\n");
    const std::string header = kHeaderHeadings + "9001,M,05/06/2012,WBRI,,,\n";
    const bool died = GENERATE(false, true);
    std::string episodes = kTwoPlacements;
    if (died)
        episodes.replace(episodes.find("PR4,,,"), 6, "PR4,01/08/2025,E2,");
    Returned first, second;
    first.bringIn(header, "header.csv");
    first.bringIn(finance, "costs.csv");
    first.bringIn(episodes, "episodes.csv");
    second.bringIn(header, "header.csv");
    second.bringIn(episodes, "episodes.csv");
    second.bringIn(finance, "costs.csv");
    CHECK(costsOf(first, "9001") == costsOf(second, "9001"));
}

TEST_CASE("A cost that waits for its placement finds it in the return that brings it", "[moves]")
{
    Returned store;
    const std::string first = kEpisodeHeadings + "101,10/05/2023,S,C2,N1,U4,PR1,"
                                                 "01/06/2023,E4A,,,,\n";
    store.bringIn(first, "episodes.csv");
    store.bringIn(kFinanceHeadings + "101,core,5200,week,2023-07-01,,,,,childrens_home,\n",
                  "costs.csv");
    store.bringIn(first + "101,20/07/2023,S,C2,N1,K2,PR4,01/09/2023,E4A,,,,SC000001\n",
                  "episodes.csv");
    CHECK(costsOf(store, "101") ==
          std::vector<std::string>{"core 520000 2023-07-01..2023-09-01 of 2023-07-20"});
    const auto lines = store.bench->store().costLines(store.child("101"));
    CHECK(lines.front().settingTold == Setting::childrensHome);
}

TEST_CASE("Whether the second return or finance comes last, the costs are the same", "[moves]")
{
    const std::string first = kEpisodeHeadings + "9001,30/03/2024,S,C2,N1,H5,PR4,,,,,,SC900301\n";
    const std::string second = kEpisodeHeadings +
                               "9001,30/03/2024,S,C2,N1,H5,PR4,29/04/2024,X1,CARPL,,,SC900301\n"
                               "9001,29/04/2024,P,C2,N1,K2,PR4,,,,,,SC900202\n";
    const std::string finance =
        kFinanceHeadings +
        GENERATE("9001,core,501,week,2024-04-10,,,,SC900202,,\n"
                 "9001,education,90,week,2024-04-10,,,,SC900202,,\n",
                 "9001,core,501,week,2024-04-10,,,,,childrens_home,\n",
                 "9001,core,501,week,2024-04-01,2024-06-30,,,SC900301,,\n", // an end of its own
                 "9001,core,501,week,2024-04-01,,,,SC900301,,\n");
    Returned early, late;
    early.bringIn(first, "episodes.csv");
    early.bringIn(finance, "costs.csv");
    const auto last = early.bringIn(second, "episodes.csv");
    const auto moved =
        finance.find("SC900301") == std::string::npos ? std::ranges::count(finance, '\n') - 1 : 0;
    CHECK(says(last, "cost-lines-to-placement-told", moved) == (moved > 0));
    late.bringIn(first, "episodes.csv");
    late.bringIn(second, "episodes.csv");
    late.bringIn(finance, "costs.csv");
    CHECK(costsOf(early, "9001") == costsOf(late, "9001"));
}

TEST_CASE("A provider that finance named first has the sector that the return tells", "[moves]")
{
    Returned store;
    store.bringIn(kHeaderHeadings + "9001,M,05/06/2012,WBRI,,,\n", "header.csv");
    store.bringIn(kFinanceHeadings + "9001,core,501,week,2024-04-10,,,,SC000001,,\n", "costs.csv");
    store.bringIn(kEpisodeHeadings + "9001,30/03/2024,S,C2,N1,K2,PR4,,,,,,SC000001\n",
                  "episodes.csv");
    const auto providers = store.bench->store().providersAsRecorded();
    REQUIRE(providers.size() == 1);
    CHECK(providers.front().sector == Sector::privateSector);
}

TEST_CASE("The child's own costs stay its own when a later return moves it", "[moves]")
{
    Returned store;
    store.bringIn(kOpenEpisode, "episodes.csv");
    CostLine taxi, core;
    taxi.child = core.child = store.child("101");
    taxi.component = CostComponent::other;
    taxi.amount = core.amount = Money::pounds(210);
    taxi.period = core.period = {day(2024, 4, 1), std::nullopt};
    REQUIRE(store.bench->saveCostLine(taxi));
    REQUIRE(store.bench->saveCostLine(core)); // names no placement: it pays for where it starts
    store.bringIn(kMovedEpisode, "episodes.csv");
    CHECK(store.weekly("101", kBefore) == Money::pounds(420));
    CHECK(store.weekly("101", kAfter) == Money::pounds(210));
    CHECK(store.bench->linesPastTheirEnd().empty());
}

TEST_CASE(
    "A placement entered by hand ends where the return begins another for good, whatever short "
    "stays lie between",
    "[moves]")
{
    Returned store;
    store.bringIn(kHeaderHeadings + "101,M,05/06/2012,WBRI,,,\n", "header.csv");
    Placement own;
    own.child = store.child("101");
    own.setting = Setting::kinshipFoster;
    own.period = {day(2023, 6, 1), std::nullopt};
    const PlacementId id = store.bench->savePlacement(own).value();
    store.bringIn(kEpisodeHeadings + "101,01/10/2023,S,C2,N1,K2,PR4,10/10/2023,E4A,,,,SC000001\n"
                                     "101,01/11/2023,S,C2,N1,K2,PR4,04/11/2023,E4A,,,,SC000001\n"
                                     "101,01/01/2024,S,C2,N1,U4,PR4,,,,,,SC000002\n",
                  "episodes.csv");
    const auto placements = store.bench->store().placements(own.child);
    REQUIRE(placements.size() == 4);
    const auto stored = std::ranges::find(placements, id, &Placement::id);
    CHECK(stored->period.end == day(2024, 1, 1));
}
