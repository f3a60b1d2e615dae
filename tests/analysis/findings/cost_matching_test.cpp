// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/cost_matching.h"

#include "domain/cost_ends.h"

#include "support/catch.h"

#include <algorithm>
#include <random>

using namespace twelvefold;
using namespace twelvefold::domain;
using analysis::CostMatching;
using analysis::CostRecords;
using analysis::LineMatch;
using analysis::MatchGroup;
using Doubts = std::vector<CostDoubt>;

namespace {

const Date kOn = *Date::from(2026, 3, 31);

Date on(int year, int month, int day)
{
    return *Date::from(year, month, day);
}

PlacementKinds kindsPaid()
{
    std::array<std::optional<PlacementKind>, countOf<Setting>> kinds;
    kinds[static_cast<std::size_t>(Setting::inHouseFoster)] = PlacementKind::inHouseFoster;
    kinds[static_cast<std::size_t>(Setting::agencyFoster)] = PlacementKind::agencyFoster;
    kinds[static_cast<std::size_t>(Setting::childrensHome)] = PlacementKind::residential;
    return PlacementKinds(kinds);
}

// The records of one child, or of more.
struct Records
{
    CostRecords records;
    ChildId child{1};
    std::int64_t next = 100;

    Records() { records.providers = {provider(1, "Acorn"), provider(2, "Beech")}; }
    static Provider provider(std::int64_t id, const std::string& name)
    {
        return {ProviderId{id}, name, {}, "", "", ""};
    }
    PlacementId lives(const Period& period, std::optional<std::int64_t> provider = 1,
                      Setting setting = Setting::childrensHome)
    {
        Placement placement;
        placement.id.value = ++next;
        placement.child = child;
        placement.period = period;
        placement.setting = setting;
        if (provider)
            placement.provider = ProviderId{*provider};
        records.placements[child].push_back(placement);
        return placement.id;
    }
    CostLine& pays(std::int64_t pounds, const Period& period,
                   std::optional<PlacementId> placement = {},
                   std::optional<std::int64_t> provider = 1)
    {
        CostLine line;
        line.id.value = ++next;
        line.child = child;
        line.amount = Money::pounds(pounds);
        line.period = period;
        line.placement = placement;
        if (provider)
            line.provider = ProviderId{*provider};
        records.lines[child].push_back(line);
        return records.lines[child].back();
    }
    void decide(const CostMatter& matter)
    {
        records.decisions.push_back({CostDecisionId{++next}, child, matter, {}});
    }
    CostMatching matching(Date day = kOn) const
    {
        return analysis::costMatching(records, kindsPaid(), day);
    }
};

Doubts doubtsOf(const LineMatch& match)
{
    Doubts doubts;
    for (const analysis::DoubtFound& found : match.doubts)
        doubts.push_back(*found.matter.doubt);
    return doubts;
}

// What is doubtful of the only line that is listed.
Doubts onlyDoubts(const CostMatching& matching, MatchGroup group = MatchGroup::doubtful)
{
    REQUIRE(matching.lines.size() == 1);
    CHECK(matching.lines.front().group == group);
    return doubtsOf(matching.lines.front());
}

std::string onlyReason(const CostMatching& matching)
{
    REQUIRE(matching.lines.size() == 1);
    REQUIRE(matching.lines.front().doubts.size() == 1);
    return plainEnglish(matching.lines.front().doubts.front().reason);
}

std::int64_t linesIn(const CostMatching& matching)
{
    std::int64_t lines = 0;
    for (const analysis::MatchTally& tally : matching.tallies)
        lines += tally.lines;
    return lines;
}

} // namespace

TEST_CASE("of no costs nothing is matched, and nothing is called without a cost")
{
    Records nobody;
    CHECK(linesIn(nobody.matching()) == 0);
    CHECK(nobody.matching().unpaid.empty());
    Records placed;
    placed.lives({on(2025, 4, 1), {}});
    const CostMatching matching = placed.matching();
    CHECK_FALSE(matching.costsSince);
    CHECK(matching.unpaid.empty()); // of no day anything is known
}

TEST_CASE("a cost for where the child lives is matched, whether or not it names the placement")
{
    Records records;
    const PlacementId home = records.lives({on(2025, 4, 1), {}});
    records.pays(4000, {on(2025, 4, 1), {}}, home);
    records.pays(300, {on(2025, 4, 1), {}}, home, 2).component = CostComponent::additional;
    records.pays(55, {on(2025, 4, 1), {}}, {}, {}).component = CostComponent::other; // a taxi
    const CostMatching matching = records.matching();
    CHECK(matching.lines.empty());
    CHECK(matching.unpaid.empty());
    CHECK(matching.of(MatchGroup::matched).lines == 2);
    CHECK(matching.of(MatchGroup::matched).weekly == Money::pounds(4300));
    CHECK(matching.of(MatchGroup::ownCost).weekly == Money::pounds(55));
    records.records.lines[records.child][0].placement.reset();
    CHECK(records.matching().of(MatchGroup::matched).lines == 2);
}

TEST_CASE("a core cost paid to another provider than the placement's is doubtful")
{
    Records records;
    const PlacementId home = records.lives({on(2025, 4, 1), {}}, 2);
    records.pays(4000, {on(2025, 4, 1), {}}, home, 1);
    CHECK(onlyDoubts(records.matching()) == Doubts{CostDoubt::otherProvider});
    CHECK(onlyReason(records.matching()) == "It is paid to Acorn, and the placement is with "
                                            "Beech.");
    records.records.lines[records.child][0].provider.reset(); // nobody wrote it down
    CHECK(records.matching().lines.empty());
}

TEST_CASE("a cost that its file says is for another setting is doubtful")
{
    Records records;
    const PlacementId home = records.lives({on(2025, 4, 1), {}}, 1, Setting::inHouseFoster);
    CostLine& line = records.pays(4000, {on(2025, 4, 1), {}}, home, 1);
    line.settingTold = Setting::childrensHome;
    CHECK(onlyDoubts(records.matching()) == Doubts{CostDoubt::otherSetting});
    CHECK(onlyReason(records.matching()) == "By its file it pays for: Children's home. The "
                                            "placement is: In-house foster.");
    line.settingTold = Setting::kinshipFoster; // which finance seldom tells from the council's own
    CHECK(records.matching().lines.empty());
}

TEST_CASE("a cost that goes on after its placement is doubtful, with how many days")
{
    Records records;
    const PlacementId home = records.lives({on(2025, 4, 1), on(2026, 3, 1)});
    CostLine& line = records.pays(4000, {on(2025, 4, 1), {}}, home);
    CHECK(onlyDoubts(records.matching()) == Doubts{CostDoubt::runsOn});
    CHECK(onlyReason(records.matching()) ==
          "It goes on for 31 days after the placement ended on 2026-03-01.");
    line.period.end = on(2026, 3, 2);
    CHECK(onlyReason(records.matching()) ==
          "It goes on for 1 day after the placement ended on 2026-03-01.");
    line.period.end = on(2026, 3, 1); // not paid on that day
    CHECK(records.matching().lines.empty());
    line.period.end.reset();
    CHECK(onlyReason(records.matching(on(2026, 2, 1))) ==
          "It has no end of its own, and the placement ends on 2026-03-01.");
}

TEST_CASE("a cost that began before its placement is doubtful, named or found by its days")
{
    Records records;
    const PlacementId home = records.lives({on(2025, 4, 15), {}});
    CostLine& line = records.pays(4000, {on(2025, 4, 1), {}}, home);
    CHECK(onlyDoubts(records.matching()) == Doubts{CostDoubt::beganBefore});
    CHECK(onlyReason(records.matching()) ==
          "It began 14 days before the placement, on 2025-04-01.");
    line.placement.reset(); // it starts where the child lives nowhere: the nearest
    CHECK(onlyDoubts(records.matching()) == Doubts{CostDoubt::beganBefore});
    REQUIRE(records.matching().lines.front().placement);
    CHECK(records.matching().lines.front().placement->id == home);
}

TEST_CASE("a cost that runs into a placement with another provider is doubtful for that alone")
{
    Records records;
    const PlacementId first = records.lives({on(2025, 4, 1), on(2025, 10, 1)}, 1);
    const PlacementId second = records.lives({on(2025, 10, 1), {}}, 2);
    records.pays(4000, {on(2025, 4, 1), {}}, first);
    const CostMatching matching = records.matching();
    CHECK(onlyDoubts(matching) == Doubts{CostDoubt::spansPlacements});
    CHECK(matching.lines.front().doubts.front().matter.placement == second);
    CHECK(matching.lines.front().doubts.front().days == 182);
    CHECK(onlyReason(matching) ==
          "It runs into the placement with Beech that began on 2025-10-01.");
    CHECK(matching.unpaid.empty()); // something is paid on those days
    records.records.placements[records.child][1].provider = ProviderId{1};
    CHECK(onlyDoubts(records.matching()) == Doubts{CostDoubt::runsOn}); // with the same one
    // Where nobody wrote down who provides them, another kind of placement is another's.
    records.records.placements[records.child][1].provider.reset();
    CHECK(onlyDoubts(records.matching()) == Doubts{CostDoubt::runsOn});
    records.records.placements[records.child][1].setting = Setting::agencyFoster;
    CHECK(onlyDoubts(records.matching()) == Doubts{CostDoubt::spansPlacements});
}

TEST_CASE("of core costs of two placements at once, that of the earlier is doubtful")
{
    Records records;
    const PlacementId home = records.lives({on(2025, 4, 1), {}}, 1);
    const PlacementId respite = records.lives({on(2026, 3, 1), {}}, 2, Setting::agencyFoster);
    const CostLineId first = records.pays(4000, {on(2025, 4, 1), {}}, home).id;
    const CostLineId second = records.pays(900, {on(2026, 3, 1), {}}, respite, 2).id;
    const CostMatching matching = records.matching();
    CHECK(onlyDoubts(matching) == Doubts{CostDoubt::twoPlacements});
    CHECK(matching.lines.front().line.id == first);
    CHECK(matching.lines.front().doubts.front().matter.otherLine == second);
    CHECK(matching.of(MatchGroup::matched).weekly == Money::pounds(900));
}

TEST_CASE("of the same cost twice in one placement, the later line is doubtful; ties by number")
{
    Records records;
    const PlacementId home = records.lives({on(2025, 4, 1), {}});
    records.pays(4000, {on(2025, 4, 1), {}}, home);
    const CostLineId uplift = records.pays(4200, {on(2026, 1, 1), {}}, home).id;
    const CostMatching matching = records.matching();
    CHECK(onlyDoubts(matching) == Doubts{CostDoubt::paidTwice});
    CHECK(matching.lines.front().line.id == uplift);
    auto& lines = records.records.lines[records.child];
    lines[1].period.start = lines[0].period.start;
    CHECK(records.matching().lines.front().line.id == uplift);
    std::swap(lines[0], lines[1]); // in whatever order they come
    CHECK(records.matching().lines.front().line.id == uplift);
    lines[0].funder = Funder::health; // shared by two payers
    CHECK(records.matching().lines.empty());
}

TEST_CASE("neither a credit nor a single payment is paid twice, nor does the latter run on")
{
    Records records;
    const PlacementId home = records.lives({on(2025, 4, 1), on(2026, 1, 1)});
    records.pays(4000, {on(2025, 4, 1), on(2026, 1, 1)}, home);
    records.pays(100, {on(2025, 5, 1), on(2025, 6, 1)}, home).credit = true;
    records.pays(2500, {on(2025, 4, 1), on(2026, 6, 1)}, home).per = CostPer::once;
    records.pays(2500, {on(2025, 4, 1), {}}, home).per = CostPer::once;
    CHECK(records.matching().lines.empty());
    CHECK(records.matching().of(MatchGroup::matched).lines == 4);
    // Of the one without dates to spread over nothing runs a week.
    CHECK(records.matching(on(2025, 5, 2)).of(MatchGroup::matched).running == 4);
}

TEST_CASE("a cost that names a placement on no day of which it runs is doubtful")
{
    Records records;
    const PlacementId before = records.lives({on(2024, 1, 1), on(2024, 6, 1)});
    records.lives({on(2025, 4, 1), {}});
    CostLine& line = records.pays(4000, {on(2025, 4, 1), {}}, before);
    const CostMatching matching = records.matching();
    CHECK(onlyDoubts(matching) == Doubts{CostDoubt::outsidePlacement});
    const CostMatter& matter = matching.lines.front().doubts.front().matter;
    CHECK(matter.from == on(2024, 6, 1));
    CHECK(matter.until == on(2025, 4, 1));
    line.per = CostPer::once; // paid on one day: on none of it
    CHECK(onlyDoubts(records.matching()) == Doubts{CostDoubt::outsidePlacement});
}

TEST_CASE("a core cost on days on which the child lives nowhere is in no placement")
{
    Records records;
    records.pays(4000, {on(2025, 4, 1), {}});
    const CostMatching matching = records.matching();
    CHECK(onlyDoubts(matching, MatchGroup::unmatched) == Doubts{CostDoubt::noPlacement});
    CHECK(matching.of(MatchGroup::unmatched).weekly == Money::pounds(4000));
    CHECK_FALSE(matching.lines.front().placement);
}

TEST_CASE("several reasons are told in one order")
{
    Records records;
    const PlacementId home = records.lives({on(2025, 4, 1), on(2026, 1, 1)}, 2);
    records.pays(4000, {on(2025, 3, 1), {}}, home, 1);
    CHECK(onlyDoubts(records.matching()) ==
          Doubts{CostDoubt::otherProvider, CostDoubt::runsOn, CostDoubt::beganBefore});
}

TEST_CASE("days without a core cost are counted from the first cost in the store to the day")
{
    Records records;
    const PlacementId home = records.lives({on(2024, 4, 1), {}});
    records.pays(4000, {on(2025, 4, 1), on(2025, 5, 1)}, home);
    records.pays(4000, {on(2025, 5, 11), on(2026, 3, 1)}, home);
    records.pays(90, {on(2020, 1, 1), {}}).per = CostPer::once; // says nothing of a week
    const CostMatching matching = records.matching();
    CHECK(matching.costsSince == on(2025, 4, 1));
    REQUIRE(matching.unpaid.size() == 1);
    const analysis::UnpaidPlacement& unpaid = matching.unpaid.front();
    REQUIRE(unpaid.gaps.size() == 2); // what lies before the first cost is none
    CHECK(plainEnglish(unpaid.gaps[0].reason) ==
          "No core cost on 10 days, 2025-05-01 to 2025-05-10.");
    CHECK(plainEnglish(unpaid.gaps[1].reason) ==
          "No core cost on 31 days so far, from 2026-03-01 on.");
    CHECK(unpaid.days == 41);
    CHECK(unpaid.runs);
    CHECK_FALSE(unpaid.usual); // too few to tell by
}

TEST_CASE("one cost of long ago does not make all days since then without a cost")
{
    Records records;
    records.pays(900, {on(2012, 4, 1), on(2012, 9, 1)}, records.lives({on(2012, 4, 1), {}}));
    for (int i = 0; i < 20; ++i) {
        records.child = ChildId{i + 2};
        records.pays(4000, {on(2025, 4, 1 + i), {}}, records.lives({on(2023, 4, 1), {}}));
    }
    CHECK(records.matching().costsSince == on(2025, 4, 2)); // two of twenty run
}

TEST_CASE("costs that begin after the day are not known yet")
{
    Records records;
    records.pays(4000, {on(2030, 1, 1), {}}, records.lives({on(2024, 4, 1), {}}));
    CHECK_FALSE(records.matching().costsSince);
    CHECK(records.matching().unpaid.empty());
}

TEST_CASE("nobody pays for a child at home, and a child that lives elsewhere is paid for there")
{
    Records records;
    records.lives({on(2025, 4, 1), on(2025, 6, 1)}, {}, Setting::withParents);
    const PlacementId home = records.lives({on(2025, 6, 1), {}});
    records.pays(4000, {on(2025, 6, 1), on(2025, 9, 1)}, home);
    const PlacementId stay = records.lives({on(2025, 9, 1), on(2025, 9, 8)}, 2);
    records.pays(900, {on(2025, 9, 1), on(2025, 9, 8)}, stay, 2);
    records.pays(4000, {on(2025, 9, 8), {}}, home);
    CHECK(records.matching().unpaid.empty());
    records.records.lines[records.child].erase(records.records.lines[records.child].begin() + 1);
    REQUIRE(records.matching().unpaid.size() == 1);
    CHECK(records.matching().unpaid.front().placement.id == stay);
    CHECK(records.matching().unpaid.front().days == 7);
    // A credit pays for nothing.
    CostLine& credit = records.pays(900, {on(2025, 9, 1), on(2025, 9, 8)}, stay, 2);
    credit.credit = true;
    CHECK(records.matching().unpaid.size() == 1);
}

TEST_CASE("what is usual in a setting is told of placements without a cost, the dearest first")
{
    Records records;
    for (std::int64_t i = 0; i < 5; ++i) {
        records.child = ChildId{10 + i};
        records.pays(1000 + i * 100, {on(2025, 4, 1), {}}, records.lives({on(2025, 4, 1), {}}));
    }
    records.child = ChildId{20};
    const PlacementId fostered =
        records.lives({on(2025, 4, 1), {}}, 1, Setting::agencyFoster); // of which nothing is known
    records.child = ChildId{21};
    const PlacementId home = records.lives({on(2025, 4, 1), {}});
    const CostMatching matching = records.matching();
    REQUIRE(matching.unpaid.size() == 2);
    CHECK(matching.unpaid[0].placement.id == home);
    CHECK(matching.unpaid[0].usual == Money::pounds(1200));
    CHECK(matching.unpaid[1].placement.id == fostered);
    CHECK_FALSE(matching.unpaid[1].usual);
}

TEST_CASE("the dearest that runs on the day comes first, and what does not run last")
{
    Records records;
    const auto doubtful = [&](std::int64_t child, std::int64_t pounds, const Period& paid) {
        records.child = ChildId{child};
        return records.pays(pounds, paid, records.lives({on(2025, 5, 1), {}})).id;
    };
    const CostLineId over = doubtful(1, 9000, {on(2025, 4, 1), on(2025, 6, 1)});
    const CostLineId cheap = doubtful(2, 700, {on(2025, 4, 1), {}});
    const CostLineId dear = doubtful(3, 5000, {on(2025, 4, 1), {}});
    std::vector<CostLineId> order;
    for (const LineMatch& match : records.matching().lines)
        order.push_back(match.line.id);
    CHECK(order == std::vector{dear, cheap, over});
    CHECK(records.matching().of(MatchGroup::doubtful).running == 2);
    CHECK(records.matching().of(MatchGroup::doubtful).weekly == Money::pounds(5700));
}

TEST_CASE("what was decided is no longer doubtful, as long as the doubt is about the same")
{
    Records records;
    const PlacementId home = records.lives({on(2025, 4, 1), on(2026, 1, 1)}, 2);
    records.pays(4000, {on(2025, 4, 1), {}}, home, 1);
    const auto doubts = records.matching().lines.front().doubts;
    for (const analysis::DoubtFound& found : doubts)
        records.decide(found.matter);
    CHECK(onlyDoubts(records.matching(), MatchGroup::decided).size() == 2);
    CHECK(records.matching().of(MatchGroup::decided).weekly == Money::pounds(4000));

    const auto line = [&]() -> CostLine& { return records.records.lines[records.child].front(); };
    const auto placement = [&]() -> Placement& {
        return records.records.placements[records.child].front();
    };
    line().amount = Money::pounds(4500); // another amount is no other doubt, nor another end
    line().period.end = on(2026, 2, 1);
    CHECK(records.matching().lines.front().group == MatchGroup::decided);

    placement().period.end = on(2025, 12, 1); // of the two doubts one is about another day
    CHECK(records.matching().lines.front().group == MatchGroup::doubtful);
    CHECK(records.matching().lines.front().doubts[0].decided);
    CHECK_FALSE(records.matching().lines.front().doubts[1].decided);
    placement().period.end = on(2026, 1, 1);
    CHECK(records.matching().lines.front().group == MatchGroup::decided);
    placement().provider = ProviderId{3};
    CHECK(records.matching().lines.front().group == MatchGroup::doubtful);

    // A person who chose the placement decided as well, of a line without any doubt.
    Records chosen;
    const PlacementId where = chosen.lives({on(2025, 4, 1), {}});
    const CostLineId paid = chosen.pays(4000, {on(2025, 4, 1), {}}, where).id;
    chosen.decide({std::nullopt, paid, where});
    CHECK(onlyDoubts(chosen.matching(), MatchGroup::decided).empty());
}

TEST_CASE("days without a cost that are right as they are stay so when they end, or go on")
{
    Records records;
    const PlacementId home = records.lives({on(2025, 4, 1), {}});
    records.pays(4000, {on(2025, 4, 1), on(2025, 6, 1)}, home);
    records.decide({CostDoubt::noCost, {}, home, {}, {}, {}, on(2025, 6, 1)});
    REQUIRE(records.matching().unpaid.size() == 1);
    CHECK(records.matching().unpaid.front().decided);
    CHECK(records.matching().unpaid.front().days == 0);
    records.records.placements[records.child].front().period.end = on(2026, 1, 1);
    CHECK(records.matching().unpaid.front().decided);
    records.pays(4000, {on(2025, 7, 1), on(2025, 8, 1)}, home); // and then again without
    CHECK_FALSE(records.matching().unpaid.front().decided);
    CHECK(records.matching().unpaid.front().days == 153);
}

// Of random councils: whatever they hold, every line is in one group, the groups add up to what
// runs on the day, and what is doubtful by the records of a day is doubtful here, or unmatched.
TEST_CASE("in random councils every cost is in one group, and the groups add up to what runs")
{
    std::mt19937 random(20260331);
    const auto upTo = [&](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most + 1));
    };
    const auto somewhere = [&] {
        const Date start = on(2024, 1, 1).plusDays(upTo(900));
        return Period{start,
                      upTo(2) == 0 ? std::nullopt : std::optional(start.plusDays(1 + upTo(300)))};
    };
    for (int round = 0; round < 300; ++round) {
        Records records;
        for (std::int64_t child = 1; child <= 1 + upTo(4); ++child) {
            records.child = ChildId{child};
            std::vector<PlacementId> homes;
            for (int i = upTo(4); i > 0; --i)
                homes.push_back(
                    records.lives(somewhere(), 1 + upTo(2), static_cast<Setting>(upTo(4))));
            for (int i = upTo(6); i > 0; --i) {
                std::optional<PlacementId> named;
                if (!homes.empty() && upTo(1) == 0)
                    named =
                        homes[static_cast<std::size_t>(upTo(static_cast<int>(homes.size()) - 1))];
                CostLine& line = records.pays(upTo(5000), somewhere(), named, 1 + upTo(2));
                line.component = static_cast<CostComponent>(upTo(2));
                line.per = static_cast<CostPer>(upTo(4));
                line.credit = upTo(9) == 0;
            }
        }
        const CostMatching matching = records.matching();
        INFO("round " << round);
        std::int64_t lines = 0;
        Money runs, grouped;
        for (const auto& [child, own] : records.records.lines) {
            lines += std::ssize(own);
            runs += weeklyCost(own, kOn).total.value_or(Money());
        }
        for (const analysis::MatchTally& tally : matching.tallies)
            grouped += tally.weekly;
        CHECK(linesIn(matching) == lines);
        CHECK(grouped == runs);
        const auto listed =
            matching.of(MatchGroup::doubtful).lines + matching.of(MatchGroup::unmatched).lines;
        CHECK(std::ssize(matching.lines) == listed);

        for (const auto& [child, own] : records.records.lines) {
            const auto& placements = records.records.placements[child];
            std::vector<RunningLine> running;
            for (const CostLine& line : own) {
                const auto paidFor = placementPaidFor(line, placements);
                if (line.per == CostPer::once || line.credit || !line.period.contains(kOn) ||
                    !paidFor)
                    continue;
                const auto home = std::ranges::find(placements, *paidFor, &Placement::id);
                running.push_back({*paidFor, home->period.end && *home->period.end <= kOn,
                                   line.component, line.funder});
            }
            const bool isDoubtfulOnTheDay = troublesOf(running, true) != CostTroubles();
            const bool isListed = std::ranges::any_of(
                matching.lines, [&](const LineMatch& match) { return match.line.child == child; });
            CHECK((!isDoubtfulOnTheDay || isListed));
        }
        // Deciding all of it leaves nothing to look at, and moves the pounds along.
        for (const LineMatch& match : matching.lines) {
            records.child = match.line.child;
            for (const analysis::DoubtFound& found : match.doubts)
                records.decide(found.matter);
        }
        const CostMatching after = records.matching();
        CHECK(after.of(MatchGroup::doubtful).lines == 0);
        CHECK(after.of(MatchGroup::unmatched).lines == 0);
        CHECK(after.of(MatchGroup::decided).lines == listed);
    }
}

TEST_CASE("a child with thousands of lines at once is matched, and told of the first pairs")
{
    Records records;
    const PlacementId home = records.lives({on(2025, 4, 1), {}});
    for (int i = 0; i < 3000; ++i)
        records.pays(10, {on(2025, 4, 1), {}}, home);
    const CostMatching matching = records.matching();
    CHECK(matching.of(MatchGroup::matched).lines == 1);
    CHECK(matching.of(MatchGroup::doubtful).lines == 2999);
    CHECK(std::ranges::all_of(matching.lines,
                              [](const LineMatch& match) { return match.doubts.size() <= 20; }));
}
