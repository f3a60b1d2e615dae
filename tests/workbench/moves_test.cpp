// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/a_home.h"

#include <array>
#include <random>

using namespace twelvefold;
using namespace twelvefold::tests;

namespace {

// Of how many children on the day of the move.
std::size_t asked(const Home& home, analysis::QuestionKind kind)
{
    const auto day =
        workbench::ofTheDay(home.bench->dayRecords(home.bench->cohort(kMoved)), CohortFilter(), {});
    return day.worklist->childrenAsked(kind);
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
    CHECK(home.bench->consequences(entry)->ends.front().id == home.placement);
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
    CHECK(home.troubles(kMoved) == domain::CostTroubles());
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

TEST_CASE("A child who leaves care leaves every placement that runs, and what is paid for each",
          "[moves]")
{
    Home home;
    // An import may bring placements that overlap.
    PlacementId second;
    {
        const auto path = home.bench->store().path();
        home.bench.reset();
        Placement also;
        also.child = home.child;
        also.setting = Setting::agencyFoster;
        also.period = {day(2025, 6, 1), std::nullopt};
        store::Store::open(path, store::Access::readWrite)
            .store->edit({{"test", "Test"}, {}}, "A. Tester",
                         [&](store::Writer& writer) { second = writer.addPlacement(also); });
        Workbench::open(path, home.bench, "A. Tester");
        REQUIRE(home.bench);
    }
    home.pay(900, CostComponent::core, second, day(2025, 6, 1));
    const auto before = home.records();

    SECTION("by a death or by going home")
    {
        Move leaving;
        leaving.child = home.child;
        leaving.on = kMoved;
        leaving.to = GENERATE(Move::To::outOfCare, Move::To::death);
        const auto shown = home.bench->consequences(leaving);
        REQUIRE(shown);
        CHECK(shown->ends.size() == 2);
        REQUIRE(home.bench->move(leaving));
        CHECK(home.weekly(kMoved).value_or(Money::pounds(210)) == Money::pounds(210));
    }
    SECTION("by a move")
    {
        REQUIRE(home.bench->move(toFostering(home)));
        CHECK(home.weekly(kMoved) == Money::pence(155959));
    }
    SECTION("by a placement that is entered to end what runs")
    {
        Placement next;
        next.child = home.child;
        next.period = {kMoved, std::nullopt};
        PlacementEntry entry(next);
        entry.endsTheOpenOne = true;
        REQUIRE(home.bench->savePlacement(entry));
        CHECK(home.weekly(kMoved) == Money::pounds(210));
    }
    CHECK(home.stored(home.placement).period.end == kMoved);
    CHECK(home.stored(second).period.end == kMoved);
    REQUIRE(home.bench->undo());
    CHECK(home.records() == before);
}

TEST_CASE("A placement that is removed takes what is paid for it along, and says so before",
          "[moves]")
{
    Home home;
    home.pay(800, CostComponent::core, std::nullopt, day(2025, 5, 1)); // of the one it starts in
    const auto before = home.records();
    const Placement placement = home.stored(home.placement);
    const workbench::CareChange shown = home.bench->consequencesOfRemoving(placement);
    CHECK(shown.lines.size() == 3);
    CHECK(weeklyCost(shown.before, kMoved).total == Money::pounds(27270));
    CHECK(weeklyCost(shown.after, kMoved).total == Money::pounds(210));
    const std::size_t steps = home.steps();
    home.bench->removePlacement(placement);
    CHECK(home.steps() == steps + 1);
    CHECK(home.weekly(kMoved) == Money::pounds(210)); // the child's own goes on
    CHECK(home.bench->store().placements(home.child).empty());
    REQUIRE(home.bench->undo());
    CHECK(home.records() == before);
}

TEST_CASE("After a death no period is open, not even one that began on that day or was to begin",
          "[moves]")
{
    TemporaryFolder folder;
    const auto bench =
        Workbench::create(folder.file("store.twelvefold"), "Testshire", "A. Tester").value();
    Move death;
    death.child = bench->addChild({}, {}, {kMoved, std::nullopt}).value();
    death.on = kMoved;
    SECTION("leaving on the day of coming is refused, in a sentence that is true")
    {
        death.to = Move::To::outOfCare;
        const auto refused = bench->consequences(death);
        REQUIRE_FALSE(refused);
        CHECK(refused.failure().kind.code == std::string_view("leaving-came-that-day"));
    }
    death.to = Move::To::death;
    SECTION("on the day of coming")
    {
        REQUIRE(bench->move(death));
    }
    SECTION("before a period that was to begin")
    {
        death.on = kMoved.plusDays(-3);
        REQUIRE(bench->move(death));
    }
    if (death.to == Move::To::death &&
        bench->nextUndo()->name.kind.code == std::string_view("child-died")) {
        CHECK(bench->store().kindPeriods(death.child).empty());
        CHECK(bench->cohort(kMoved.plusDays(30))->size() == 0);
        REQUIRE(bench->undo());
    }
    CHECK(bench->store().kindPeriods(death.child).size() == 1);
}

TEST_CASE(
    "A child who is not looked after moves nowhere, unless the child comes into care with the move",
    "[moves]")
{
    Home home;
    Move leaving;
    leaving.child = home.child;
    leaving.on = kMoved;
    leaving.to = Move::To::outOfCare;
    REQUIRE(home.bench->move(leaving));
    const auto before = home.records();
    Move back = toFostering(home);
    back.on = kMoved.plusDays(40);
    const auto refused = home.bench->move(back);
    REQUIRE_FALSE(refused);
    CHECK(refused.failure().kind.code == std::string_view("move-not-looked-after"));
    CHECK(home.records() == before);

    back.intoCare = true;
    const std::size_t steps = home.steps();
    REQUIRE(home.bench->move(back));
    CHECK(home.steps() == steps + 1);
    CHECK(home.bench->cohort(back.on.plusDays(-1))->size() == 0);
    CHECK(home.bench->cohort(back.on)->size() == 1);
    SECTION("until the next time that is known already")
    {
        REQUIRE(home.bench->undo());
        back.on = day(2025, 2, 1);
        REQUIRE_FALSE(home.bench->move(back)); // the placement of 4 March is still there
        home.bench->removePlacement(home.stored(home.placement));
        REQUIRE(home.bench->move(back));
        const auto kinds = home.bench->store().kindPeriods(home.child);
        REQUIRE(kinds.size() == 2);
        CHECK(kinds[0].period == Period{day(2025, 2, 1), day(2025, 3, 4)});
        return;
    }
    REQUIRE(home.bench->undo());
    CHECK(home.records() == before);
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

TEST_CASE("What is doubtful about costs reaches the questions", "[moves]")
{
    Home home;
    home.pay(900, CostComponent::core, std::nullopt, kMoved); // of the placement it starts in
    CHECK(home.troubles(kMoved).has(CostTrouble::samePartTwice));
    CHECK(asked(home, analysis::QuestionKind::costTwice) == 1);
    CHECK(home.troubles(kMoved.plusDays(-1)) == domain::CostTroubles());
}

TEST_CASE(
    "A core cost that names no placement and outlives the one it started in is asked about, and "
    "offered its end",
    "[moves]")
{
    Home home;
    REQUIRE(home.bench->move(toFostering(home)));
    home.pay(900, CostComponent::core, std::nullopt, day(2025, 6, 1)); // and goes on
    CHECK(home.troubles(kMoved).has(CostTrouble::outlivesPlacement));
    CHECK(home.troubles(kMoved).has(CostTrouble::coreOfTwoPlacements));
    CHECK_FALSE(home.troubles(kMoved.plusDays(-1)).has(CostTrouble::outlivesPlacement));
    CHECK(asked(home, analysis::QuestionKind::costOutlivesPlacement) == 1);
    const auto lines = home.bench->linesPastTheirEnd();
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().after->period.end == kMoved);
    home.bench->endLines(lines);
    CHECK_FALSE(home.troubles(kMoved).has(CostTrouble::outlivesPlacement));
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
                CHECK(cohort->costTroubles.front() != domain::CostTroubles());
        }
    }
    // Undo to where the person began gives back the same records.
    while (home.records() != start && home.bench->nextUndo())
        REQUIRE(home.bench->undo());
    CHECK(home.records() == start);
}
