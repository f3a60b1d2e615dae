// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cost_placement.h"

#include "support/catch.h"

#include <algorithm>

using namespace twelvefold::domain;

namespace {

const Date kMoved = *Date::from(2026, 1, 30);

Placement placement(std::int64_t id, Date start, std::optional<Date> end = {})
{
    Placement result;
    result.id.value = id;
    result.period = {start, end};
    return result;
}

CostLine line(std::int64_t id, std::int64_t placement, Date start, std::optional<Date> end = {},
              CostComponent component = CostComponent::additional)
{
    CostLine result;
    result.id.value = id;
    if (placement != 0)
        result.placement = PlacementId{placement};
    result.component = component;
    result.amount = Money::pounds(100 * id);
    result.period = {start, end};
    return result;
}

// The lines after the placement's end has become another.
std::vector<CostLine> after(const std::vector<CostLine>& lines, std::optional<Date> end,
                            std::optional<Date> before = {})
{
    const Placement was = placement(1, *Date::from(2025, 3, 4), before);
    Placement now = was;
    now.period.end = end;
    return changed(lines, linesFollowing(was, now, std::vector{was}, lines));
}

RunningLine running(std::int64_t placement, CostComponent component = CostComponent::core,
                    bool over = false)
{
    return {PlacementId{placement}, over, component, Funder::socialCare};
}

bool troubled(std::initializer_list<RunningLine> lines, CostTrouble trouble, bool placed = true)
{
    return troublesOf(std::vector(lines), placed).has(trouble);
}

} // namespace

TEST_CASE("a placement that ends takes the lines that run with it, and leaves the child's own")
{
    const Date start = *Date::from(2025, 4, 1);
    const auto left =
        after({line(1, 1, start), line(2, 0, start), line(3, 7, start),
               line(4, 1, start, kMoved.plusDays(60)), line(5, 1, start, kMoved.plusDays(-60))},
              kMoved);
    REQUIRE(left.size() == 5);
    CHECK(left[0].period.end == kMoved);
    CHECK_FALSE(left[1].period.end); // of the child
    CHECK_FALSE(left[2].period.end); // of another placement
    CHECK(left[3].period.end == kMoved);
    CHECK(left[4].period.end == kMoved.plusDays(-60)); // had ended before
}

TEST_CASE("a core line that names no placement is of the one in which it starts")
{
    const Date start = *Date::from(2025, 4, 1);
    const auto left = after({line(1, 0, start, {}, CostComponent::core),
                             line(2, 0, *Date::from(2024, 1, 1), {}, CostComponent::core)},
                            kMoved);
    CHECK(left[0].period.end == kMoved);
    CHECK_FALSE(left[1].period.end);
}

TEST_CASE("of placements at once a core line pays for the one that began last, in whatever order "
          "they are given")
{
    const Placement early = placement(1, *Date::from(2025, 3, 4)),
                    late = placement(2, *Date::from(2025, 6, 1), kMoved),
                    sameDay = placement(3, *Date::from(2025, 6, 1));
    const CostLine core = line(1, 0, *Date::from(2025, 7, 1), {}, CostComponent::core);
    CHECK(placementPaidFor(core, std::vector{early, late}) == late.id);
    CHECK(placementPaidFor(core, std::vector{late, early}) == late.id);
    CHECK(placementPaidFor(core, std::vector{late, sameDay, early}) == sameDay.id);
    CHECK(placementPaidFor(core, std::vector{sameDay, late, early}) == sameDay.id);
    CHECK_FALSE(placementPaidFor(core, std::vector{placement(4, kMoved)}));
    CHECK_FALSE(placementPaidFor(line(1, 0, kMoved), std::vector{early}));
}

TEST_CASE("what is paid for a placement goes with it when it is removed")
{
    const Placement gone = placement(1, *Date::from(2025, 3, 4)),
                    other = placement(2, *Date::from(2025, 2, 1), kMoved);
    const Date start = *Date::from(2025, 4, 1), before = *Date::from(2025, 1, 1);
    CostLine once = line(5, 1, start, kMoved);
    once.per = CostPer::once;
    const std::vector lines{line(1, 1, start),
                            line(2, 1, before),
                            line(3, 0, start),
                            line(4, 0, start, {}, CostComponent::core),
                            once,
                            line(6, 2, start)};
    const auto alone = changed(lines, linesWithout(gone, std::vector{gone}, lines));
    REQUIRE(alone.size() == 4); // its own lines and the core line that starts in it are gone
    CHECK(alone[0].period == Period{before, gone.period.start});
    CHECK(alone[1] == lines[2]); // of the child
    CHECK(alone[2] == once);
    CHECK(alone[3] == lines[5]);
    // Where the child then lived elsewhere on the day, the core line pays for that.
    const auto beside = changed(lines, linesWithout(gone, std::vector{gone, other}, lines));
    CHECK(std::ranges::count(beside, lines[3]) == 1);
}

TEST_CASE("a line that was to begin when the placement has ended goes: no day would be left of it")
{
    CHECK(after({line(1, 1, kMoved)}, kMoved).empty());
    CHECK(after({line(1, 1, kMoved.plusDays(60))}, kMoved).empty());
    CHECK(after({line(1, 1, kMoved.plusDays(-1))}, kMoved).front().period.end == kMoved);
}

TEST_CASE("a single payment stays as it was paid")
{
    CostLine once = line(1, 1, *Date::from(2025, 4, 1), kMoved.plusDays(50));
    once.per = CostPer::once;
    CHECK(after({once}, kMoved) == std::vector{once});
    CHECK(linesEndingOn(kMoved, std::vector{once}).empty());
}

TEST_CASE("lines that ended with a placement follow when its end is corrected or taken back")
{
    const Date start = *Date::from(2025, 4, 1);
    const std::vector lines{line(1, 1, start, kMoved), line(2, 1, start, kMoved.plusDays(-9))};
    const auto later = after(lines, kMoved.plusDays(5), kMoved);
    CHECK(later[0].period.end == kMoved.plusDays(5));
    CHECK(later[1].period.end == kMoved.plusDays(-9));
    CHECK(after(lines, kMoved.plusDays(-3), kMoved)[0].period.end == kMoved.plusDays(-3));
    CHECK_FALSE(after(lines, std::nullopt, kMoved)[0].period.end);
    CHECK(after(lines, kMoved, kMoved) == lines);
}

TEST_CASE("a death ends the child's own lines as well")
{
    const Date start = *Date::from(2025, 4, 1);
    const std::vector lines{line(1, 1, start), line(2, 0, start), line(3, 0, kMoved)};
    const auto left = changed(lines, linesEndingOn(kMoved, lines));
    REQUIRE(left.size() == 2);
    CHECK(left[0].period.end == kMoved);
    CHECK(left[1].period.end == kMoved);
}

TEST_CASE("what is doubtful about running lines is named")
{
    using enum CostTrouble;
    constexpr auto extra = CostComponent::additional;
    CHECK(troublesOf(std::vector{running(1), running(1, extra), running(0, extra)}, true) ==
          CostTroubles());
    CHECK(troubled({running(1), running(2)}, coreOfTwoPlacements));
    CHECK(troubled({running(1), running(0)}, coreOfTwoPlacements));
    CHECK(troubled({running(1), running(1)}, samePartTwice));
    CHECK(troubled({running(1, extra), running(1, extra)}, samePartTwice));
    CHECK_FALSE(troubled({running(0, extra), running(0, extra)}, samePartTwice));
    CHECK(troubled({running(0, extra)}, outsideAnyPlacement, false));
    CHECK_FALSE(troubled({running(0, extra)}, outsideAnyPlacement));
    CHECK(troubled({running(1, extra, true)}, outlivesPlacement));
    CHECK_FALSE(troubled({running(1, extra, true)}, outsideAnyPlacement, false));
}

TEST_CASE("the lines that one line may be counted twice with are those of the same days")
{
    constexpr auto core = CostComponent::core;
    const Date start = *Date::from(2025, 1, 1);
    const std::vector placements{placement(1, start), placement(2, kMoved)};
    const auto with = [&](const CostLine& one, const std::vector<CostLine>& lines) {
        std::vector<std::int64_t> ids;
        for (const CostLine& other : countedTwiceWith(one, placements, lines))
            ids.push_back(other.id.value);
        return ids;
    };
    using Ids = std::vector<std::int64_t>;
    const CostLine first = line(1, 1, start, {}, core);
    CHECK(with(first, {first}) == Ids{});
    CHECK(with(line(9, 1, kMoved, {}, core), {first}) == Ids{1});
    CHECK(with(line(9, 2, kMoved, {}, core), {first}) == Ids{1}); // the core of two placements
    CHECK(with(line(9, 0, kMoved, {}, core), {first}) == Ids{1}); // for where the child lives
    CHECK(with(line(9, 2, kMoved, {}, core), {line(1, 1, start, kMoved, core)}) == Ids{});
    const CostLine extra = line(3, 1, kMoved);
    CHECK(with(extra, {first}) == Ids{});
    CHECK(with(extra, {first, line(4, 1, kMoved), line(5, 0, kMoved)}) == Ids{4});
    CostLine once = line(6, 1, kMoved, kMoved.plusDays(7), core);
    once.per = CostPer::once;
    CHECK(with(once, {first}) == Ids{});
    CHECK(with(first, {once}) == Ids{});
}
