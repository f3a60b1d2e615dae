// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/returns.h"
#include "workbench/temporary_folder.h"
#include "workbench/workbench.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <random>

using namespace twelvefold;
using namespace twelvefold::domain;
using namespace twelvefold::tests;
using workbench::Move;
using workbench::PlacementEntry;
using workbench::Workbench;

namespace {

Date day(int year, int month, int dayOfMonth)
{
    return Date::from(year, month, dayOfMonth).value();
}

const Date kMoved = day(2026, 1, 30);

// A child in a children's home since 4 March 2025, with what is paid for it.
struct Home
{
    TemporaryFolder folder;
    std::unique_ptr<Workbench> bench =
        Workbench::create(folder.file("store.twelvefold"), "Testshire", "A. Tester").value();
    ChildId child;
    PlacementId placement;

    Home()
    {
        Child one;
        one.localId = "101";
        child = bench->addChild(one, {}, {day(2025, 3, 4), std::nullopt}).value();
        Placement home;
        home.child = child;
        home.setting = Setting::childrensHome;
        home.period = {day(2025, 3, 4), std::nullopt};
        PlacementEntry entry(home);
        entry.provider = "Hollin Bank Homes";
        placement = bench->savePlacement(entry).value();
        pay(22925, CostComponent::core, placement);
        pay(3335, CostComponent::additional, placement);
        pay(210, CostComponent::other, std::nullopt); // the school taxi
    }

    void pay(std::int64_t pounds, CostComponent component, std::optional<PlacementId> placedIn,
             Date start = day(2025, 3, 4))
    {
        CostLine line;
        line.child = child;
        line.component = component;
        line.amount = Money::pounds(pounds);
        line.placement = placedIn;
        line.period = {start, std::nullopt};
        REQUIRE(bench->saveCostLine(line));
    }
    std::optional<Money> weekly(Date on) const
    {
        return weeklyCost(bench->store().costLines(child), on).total;
    }
    Placement stored(PlacementId id) const
    {
        const auto all = bench->store().placements(child);
        return *std::ranges::find(all, id, &Placement::id);
    }
    CostTroubles troubles(Date on) const
    {
        const auto cohort = bench->cohort(on);
        return cohort->size() == 0 ? CostTroubles() : cohort->costTroubles.front();
    }
    std::size_t steps() const { return bench->store().audit(1000).size(); }
    // Everything that is kept of the child, record for record.
    auto records() const
    {
        const store::Store& store = bench->store();
        return std::tuple(store.placements(child), store.costLines(child), store.kindPeriods(child),
                          store.providers());
    }
};

Move toFostering(const Home& home)
{
    Move move;
    move.child = home.child;
    move.on = kMoved;
    move.why = "Planned: step down";
    move.placement.setting = Setting::agencyFoster;
    move.provider = "Greenacre Lane Fostering";
    CostLine core, additional;
    core.amount = Money::pounds(1200);
    additional.component = CostComponent::additional;
    additional.amount = Money::pounds(650);
    additional.per = CostPer::month;
    move.costs = {core, additional};
    return move;
}

} // namespace

TEST_CASE("Ending a placement ends what is paid for it, in one step, and leaves the child's own",
          "[moves]")
{
    Home home;
    const auto before = home.records();
    const std::size_t steps = home.steps();
    Placement ended = home.stored(home.placement);
    ended.period.end = kMoved;
    const auto shown = home.bench->consequences(PlacementEntry(ended));
    REQUIRE(shown);
    CHECK(shown->lines.size() == 2);
    REQUIRE(home.bench->savePlacement(ended));
    CHECK(home.weekly(kMoved.plusDays(-1)) == Money::pounds(26470));
    CHECK(home.weekly(kMoved) == Money::pounds(210));
    CHECK(home.steps() == steps + 1);
    REQUIRE(home.bench->undo());
    CHECK(home.records() == before);

    SECTION("a correction of the day takes the lines along, and so does taking it back")
    {
        REQUIRE(home.bench->redo());
        ended.period.end = kMoved.plusDays(3);
        REQUIRE(home.bench->savePlacement(ended));
        CHECK(home.weekly(kMoved.plusDays(2)) == Money::pounds(26470));
        ended.period.end.reset();
        REQUIRE(home.bench->savePlacement(ended));
        CHECK(home.weekly(kMoved.plusDays(300)) == Money::pounds(26470));
    }
}

TEST_CASE("A cost that was to begin after the placement's end goes with it", "[moves]")
{
    Home home;
    home.pay(24000, CostComponent::core, home.placement, day(2026, 4, 1));
    Placement ended = home.stored(home.placement);
    ended.period.end = kMoved;
    REQUIRE(home.bench->savePlacement(ended));
    CHECK(home.weekly(day(2026, 5, 1)) == Money::pounds(210));
    REQUIRE(home.bench->undo());
    CHECK(home.weekly(day(2026, 5, 1)) == Money::pounds(22925 + 24000 + 3335 + 210));
}

TEST_CASE("Entering a placement can end the open one on that day, with its provider new", "[moves]")
{
    Home home;
    const auto before = home.records();
    Placement next;
    next.child = home.child;
    next.setting = Setting::agencyFoster;
    next.period = {kMoved, std::nullopt};
    PlacementEntry entry(next);
    entry.provider = "Greenacre Lane Fostering";
    CHECK_FALSE(home.bench->savePlacement(entry)); // overlaps
    entry.endsTheOpenOne = true;
    REQUIRE(home.bench->consequences(entry));
    CHECK(home.bench->consequences(entry)->ends->id == home.placement);
    const std::size_t steps = home.steps();
    const auto id = home.bench->savePlacement(entry);
    REQUIRE(id);
    CHECK(home.steps() == steps + 1); // the new provider as well
    CHECK(home.bench->store().providers().size() == 2);
    CHECK(home.stored(home.placement).period.end == kMoved);
    CHECK(home.weekly(kMoved) == Money::pounds(210));
    REQUIRE(home.bench->undo());
    CHECK(home.records() == before);

    SECTION("a provider is found by its name, however it is written")
    {
        entry.provider = "hollin bank HOMES";
        const auto again = home.bench->savePlacement(entry);
        REQUIRE(again);
        CHECK(home.bench->store().providers().size() == 1);
        CHECK(home.stored(*again).provider == home.stored(home.placement).provider);
    }
    SECTION("not on the day on which the open one began: it would have had no day")
    {
        entry.placement.period.start = day(2025, 3, 4);
        CHECK_FALSE(home.bench->savePlacement(entry));
    }
}

TEST_CASE("A move is one step: the old ended, the new begun, and the costs of both", "[moves]")
{
    Home home;
    const auto before = home.records();
    const std::size_t steps = home.steps();
    const Move move = toFostering(home);
    const auto shown = home.bench->consequences(move);
    REQUIRE(shown);
    CHECK(weeklyCost(shown->before, kMoved).total == Money::pounds(26470));
    CHECK(weeklyCost(shown->after, kMoved).total == Money::pence(155959));
    REQUIRE(home.bench->move(move));
    CHECK(home.steps() == steps + 1);
    CHECK(home.weekly(kMoved.plusDays(-1)) == Money::pounds(26470));
    // 1,200.00 + 650 × 12 × 7/365 = 149.59 + the taxi's 210.00
    CHECK(home.weekly(kMoved) == Money::pence(155959));
    CHECK_FALSE(home.troubles(kMoved).any());
    CHECK(home.stored(home.placement).note == "Planned: step down");
    const auto now = home.bench->store().placements(home.child).front();
    CHECK(now.period == Period{kMoved, std::nullopt});
    for (const CostLine& line : home.bench->store().costLines(home.child))
        CHECK(line.placement.has_value() == (line.component != CostComponent::other));
    REQUIRE(home.bench->undo());
    CHECK(home.records() == before);
}

TEST_CASE("A move that cannot be is refused, and nothing is changed", "[moves]")
{
    Home home;
    const auto before = home.records();
    Move move = toFostering(home);
    move.on = day(2025, 3, 4); // the day on which the placement began
    CHECK_FALSE(home.bench->move(move));
    move = toFostering(home);
    move.costs.front().amount = Money::pounds(-1);
    CHECK_FALSE(home.bench->move(move));
    move = toFostering(home);
    move.to = Move::To::outOfCare;
    move.on = day(2024, 1, 1); // before the child came
    CHECK_FALSE(home.bench->move(move));
    CHECK(home.records() == before);
}

TEST_CASE("Leaving care ends the placement, its costs and the time looked after", "[moves]")
{
    Home home;
    const auto before = home.records();
    Move leaving;
    leaving.child = home.child;
    leaving.on = kMoved;
    leaving.to = Move::To::outOfCare;
    REQUIRE(home.bench->move(leaving));
    CHECK(home.weekly(kMoved) == Money::pounds(210)); // the child's own goes on
    CHECK(home.bench->store().kindPeriods(home.child).front().period.end == kMoved);
    CHECK(home.bench->cohort(kMoved)->size() == 0);
    CHECK(home.bench->cohort(kMoved.plusDays(-1))->size() == 1);
    REQUIRE(home.bench->undo());
    CHECK(home.records() == before);

    SECTION("a death ends everything that is paid")
    {
        leaving.to = Move::To::death;
        REQUIRE(home.bench->move(leaving));
        CHECK_FALSE(home.weekly(kMoved));
        CHECK(home.weekly(kMoved.plusDays(-1)) == Money::pounds(26470));
        REQUIRE(home.bench->undo());
        CHECK(home.records() == before);
    }
}

TEST_CASE("A store that already holds lines past their end is offered their end", "[moves]")
{
    Home home;
    // As older versions left it: the placement ended, and what was paid for it went on.
    Placement ended = home.stored(home.placement);
    ended.period.end = kMoved;
    REQUIRE(home.bench->savePlacement(ended));
    for (CostLine line : home.bench->store().costLines(home.child)) {
        line.period.end.reset();
        REQUIRE(home.bench->saveCostLine(line));
    }
    CHECK(home.troubles(kMoved).has(CostTrouble::outlivesPlacement));
    const auto before = home.records();
    const std::size_t steps = home.steps();
    const auto lines = home.bench->linesPastTheirEnd();
    REQUIRE(lines.size() == 2);
    home.bench->endLines(lines);
    CHECK(home.weekly(kMoved) == Money::pounds(210));
    CHECK(home.bench->linesPastTheirEnd().empty());
    CHECK(home.steps() == steps + 1);
    REQUIRE(home.bench->undo());
    CHECK(home.records() == before);
}

TEST_CASE("What is doubtful about costs reaches the flags", "[moves]")
{
    Home home;
    home.pay(900, CostComponent::core, std::nullopt, kMoved); // of the placement it starts in
    CHECK(home.troubles(kMoved).has(CostTrouble::samePartTwice));
    const auto findings = analysis::analyse(*home.bench->cohort(kMoved), {});
    CHECK(std::ranges::count(findings.flags, analysis::FlagKind::costTwice,
                             &analysis::Flag::kind) == 1);
    CHECK_FALSE(home.troubles(kMoved.plusDays(-1)).any());
}

TEST_CASE("The demonstration council holds no doubtful costs", "[moves]")
{
    const TemporaryFolder folder;
    workbench::DemonstrationOptions options;
    options.children = 400;
    REQUIRE(workbench::makeDemonstration(folder.file("demo.twelvefold"), options));
    std::unique_ptr<Workbench> bench;
    Workbench::open(folder.file("demo.twelvefold"), bench, "A. Tester");
    CHECK(bench->linesPastTheirEnd().empty());
    for (const int months : {0, -6, -12, -24}) {
        const auto cohort = bench->cohort(options.census.plusMonths(months));
        std::array<int, kCostTroubles> found{};
        for (const CostTroubles& troubles : cohort->costTroubles) {
            for (std::size_t i = 0; i < kCostTroubles; ++i)
                found[i] += troubles.has(static_cast<CostTrouble>(i)) ? 1 : 0;
        }
        CHECK(found == std::array<int, kCostTroubles>{});
    }
}

// ---------------------------------------------------------------- by a return

namespace {

struct Returned
{
    TemporaryFolder folder;
    std::unique_ptr<Workbench> bench =
        Workbench::create(folder.file("store.twelvefold"), "Testshire", "A. Tester").value();
    int files = 0;

    workbench::ImportPlan bringIn(const std::string& text, const std::string& name)
    {
        const auto path = folder.write(std::to_string(++files) + "/" + name, text);
        const workbench::ImportPlan plan = bench->planImport({path}, {});
        REQUIRE(bench->applyImport(plan));
        for (const auto& file : plan.files)
            CHECK(file.accepted + file.changed + file.unchanged + file.rejected == file.rows);
        return plan;
    }
    ChildId child(const std::string& localId) const
    {
        return bench->store().childrenByLocalId().at(localId);
    }
    std::optional<Money> weekly(const std::string& localId, Date on) const
    {
        return weeklyCost(bench->store().costLines(child(localId)), on).total;
    }
    auto records(const std::string& localId) const
    {
        const ChildId id = child(localId);
        return std::tuple(bench->store().placements(id), bench->store().costLines(id),
                          bench->store().kindPeriods(id), bench->store().episodes(id));
    }
};

bool says(const workbench::ImportPlan& plan, std::string_view code, std::int64_t n)
{
    return std::ranges::any_of(plan.problems, [&](const Problem& problem) {
        return problem.message.kind.code == code &&
               std::get<std::int64_t>(problem.message.arguments.front()) == n;
    });
}

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
        CHECK_FALSE(store.bench->cohort(kAfter)->costTroubles.front().any());
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
    CHECK_FALSE(store.bench->cohort(kAfter)->costTroubles.front().any());

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

// ---------------------------------------------------------------- whatever a person does

TEST_CASE("Whatever is entered, ended, moved and taken back, the weekly cost is the rule's sum and "
          "two core costs are never silent",
          "[moves]")
{
    const auto seed = GENERATE(range(1U, 9U));
    std::mt19937 random(seed);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    Home home;
    const auto start = home.records();
    int done = 0;
    for (int act = 0; act < 40; ++act) {
        const Date on = day(2025, 3, 5).plusDays(below(500));
        const auto placements = home.bench->store().placements(home.child);
        const auto lines = home.bench->store().costLines(home.child);
        const std::size_t steps = home.steps();
        switch (below(8)) {
        case 0: {
            Placement ended = placements.front();
            ended.period.end = on;
            static_cast<void>(home.bench->savePlacement(ended));
            break;
        }
        case 1: {
            Placement next;
            next.child = home.child;
            next.setting = Setting::kinshipFoster;
            next.period = {on, std::nullopt};
            PlacementEntry entry(next);
            entry.endsTheOpenOne = below(2) == 0;
            static_cast<void>(home.bench->savePlacement(entry));
            break;
        }
        case 2:
        case 3: {
            Move move = toFostering(home);
            move.on = on;
            move.to = static_cast<Move::To>(std::max(0, below(6) - 3));
            static_cast<void>(home.bench->move(move));
            break;
        }
        case 4:
            if (!placements.empty())
                home.pay(100, CostComponent::core, placements[0].id, on);
            break;
        case 5:
            if (!lines.empty())
                home.bench->removeCostLine(lines.front());
            break;
        case 6:
            if (home.bench->nextUndo() && done > 0 && home.bench->undo())
                done -= 2;
            break;
        default:
            if (home.bench->nextRedo())
                static_cast<void>(home.bench->redo());
            break;
        }
        done += home.steps() > steps ? 1 : 0;

        for (int i = 0; i < 12; ++i) {
            const Date asked = day(2025, 3, 4).plusDays(below(600));
            std::int64_t pence = 0;
            std::vector<std::optional<PlacementId>> cores;
            const auto now = home.bench->store().costLines(home.child);
            for (const CostLine& line : now) {
                if (line.period.start > asked || (line.period.end && *line.period.end <= asked))
                    continue;
                const auto sum = line.amount.inPence();
                pence += line.per == CostPer::month ? (sum * 84 + 182) / 365 : sum;
                if (line.component == CostComponent::core)
                    cores.push_back(line.placement);
            }
            CHECK(home.weekly(asked).value_or(Money()).inPence() == pence);
            const auto cohort = home.bench->cohort(asked);
            if (cohort->size() == 0)
                continue;
            CHECK(cohort->weeklyCost.at(0).value_or(0) * 100 == Approx(static_cast<double>(pence)));
            if (cores.size() > 1)
                CHECK(cohort->costTroubles.front().any());
        }
    }
    // Undo to where the person began gives back the same records.
    while (home.records() != start && home.bench->nextUndo())
        REQUIRE(home.bench->undo());
    CHECK(home.records() == start);
}
