// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "analysis/findings/council.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

using namespace twelvefold;
using namespace twelvefold::analysis;
using Catch::Matchers::ContainsSubstring;
using domain::Setting;
using tests::ChildRow;
using tests::cohortOf;
using tests::plainFramework;

namespace {

std::vector<Flag> flagsOf(const domain::Cohort& cohort, FlagKind kind)
{
    Options options;
    options.bootstrapReplicates = 0;
    options.chanceDraws = 0;
    std::vector<Flag> flags = analyse(cohort, options).flags;
    std::erase_if(flags, [&](const Flag& flag) { return flag.kind != kind; });
    return flags;
}

std::string said(const Flag& flag)
{
    return domain::plainEnglish(flag.reason);
}

// Thirty foster children whose cost follows need closely.
std::vector<ChildRow> steady()
{
    std::vector<ChildRow> children;
    for (int i = 0; i < 30; ++i)
        children.push_back({{i % 5, i % 4, i % 3}, 480.0 + 10 * (i % 7)});
    return children;
}

} // namespace

TEST_CASE("a cost outside the expected range is a question, above and below alike")
{
    std::vector<ChildRow> children = steady();
    children[4].cost = 9600;
    children[7].cost = 60;
    const domain::Cohort cohort = cohortOf(plainFramework(3), children);
    const auto above = flagsOf(cohort, FlagKind::costAboveExpected);
    REQUIRE(!above.empty());
    CHECK(above[0].row == 4);
    CHECK_THAT(said(above[0]), ContainsSubstring("£9600.00 a week, above the £"));
    CHECK_THAT(said(above[0]), ContainsSubstring("?"));
    const auto below = flagsOf(cohort, FlagKind::costBelowExpected);
    REQUIRE(!below.empty());
    CHECK(below[0].row == 7);
    CHECK_THAT(said(below[0]), ContainsSubstring("Is every need being met"));
    // The strongest first.
    for (std::size_t i = 1; i < above.size(); ++i)
        CHECK(above[i - 1].strength >= above[i].strength);
}

TEST_CASE("similar needs at three times the cost are flagged once a pair, on the dearer child")
{
    const domain::Cohort cohort =
        cohortOf(plainFramework(2),
                 {{{2, 2}, 1500}, {{2, 2}, 500}, {{2, 2}, 400}, {{4, 0}, 100}, {{4, 1}, 299}});
    const auto flags = flagsOf(cohort, FlagKind::similarNeedDifferentCost);
    REQUIRE(flags.size() == 1); // 1500 : 400; then 500 is left alone; 299 : 100 is below three
    CHECK(flags[0].row == 0);
    CHECK(flags[0].strength == Approx(std::log(3.75)));
    CHECK(said(flags[0]) == "Costs £1500.00 a week, 3.8 times the £400.00 of C000002, whose needs "
                            "are scored the same. What explains the difference?");
}

TEST_CASE("a child in a home whose needs have fallen, none of them intensive, may be ready to move")
{
    std::vector<ChildRow> children;
    for (int i = 0; i < 8; ++i)
        children.push_back({{1, 2, 1}, 400.0 + 100 * i});
    ChildRow child{{1, 2, 1}, 5400.0, Setting::childrensHome};
    child.earlierLevels = {2, 4, 2};
    children.push_back(child); // row 8: 8 to 4
    child.levels = {3, 0, 0};
    children.push_back(child); // row 9: as low, but one need is still intensive
    child.levels = {2, 2, 1};
    children.push_back(child); // row 10: 8 to 5, three levels, high to moderate band
    child.earlierLevels = {2, 2, 2};
    children.push_back(child); // row 11: 6 to 5, one level, and a lower band
    child.setting = Setting::agencyFoster;
    children.push_back(child); // row 12: in a family already
    child.setting = Setting::childrensHome;
    child.earlierLevels.clear();
    children.push_back(child); // row 13: nothing to compare with
    const auto flags = flagsOf(cohortOf(plainFramework(3), children), FlagKind::possibleStepDown);
    std::vector<std::size_t> rows;
    for (const Flag& flag : flags)
        rows.push_back(flag.row);
    CHECK(rows == std::vector<std::size_t>{8, 10, 11});
    CHECK_THAT(said(flags[0]), ContainsSubstring("Total need was 8 on 2025-03-31 and is 4 now"));
    CHECK_THAT(said(flags[0]), ContainsSubstring("Domain 2 4 → 2, Domain 1 2 → 1, Domain 3 2 → 1"));
    // Nine foster children within two levels, the one of row 12 at £5,400 among them.
    CHECK_THAT(said(flags[0]), ContainsSubstring("9 children with similar needs"));
    CHECK_THAT(said(flags[0]),
               ContainsSubstring("cost £600.00 to £1000.00 a week; this child costs £5400.00"));
}

TEST_CASE("spend above what is typical without reliable progress is a question")
{
    std::vector<ChildRow> children = steady();
    children[0] = {{4, 3, 3}, 900, Setting::inHouseFoster, 10, {4, 4, 4}}; // two levels lower
    children[1] = {{4, 3, 2}, 900, Setting::inHouseFoster, 10, {4, 4, 4}}; // three: progress
    children[2] = {{4, 3, 3}, 1, Setting::inHouseFoster, 10, {4, 4, 4}};   // not dear
    children[3] = {{1, 1, 0}, 900, Setting::inHouseFoster, 10, {1, 1, 0}}; // cannot fall by three
    const auto flags =
        flagsOf(cohortOf(plainFramework(3), children), FlagKind::noProgressForTheSpend);
    REQUIRE(flags.size() == 1);
    CHECK(flags[0].row == 0);
    CHECK_THAT(said(flags[0]),
               ContainsSubstring("total need was 12 on 2025-03-31 and 10 on 2026-03-21"));
}

TEST_CASE("an assessment is stale after 183 days")
{
    std::vector<ChildRow> children{{{1, 1}, 500}, {{1, 1}, 500}};
    children[0].assessedDaysAgo = 183;
    children[1].assessedDaysAgo = 184;
    const auto flags = flagsOf(cohortOf(plainFramework(2), children), FlagKind::assessmentStale);
    REQUIRE(flags.size() == 1);
    CHECK(flags[0].row == 1);
    CHECK(said(flags[0]) == "Last assessed on 2025-09-28, 184 days before the census date. Are "
                            "these still the needs?");
}

TEST_CASE("missing need and missing cost are said, with what is missing")
{
    const domain::Cohort cohort =
        cohortOf(plainFramework(3),
                 {{{}, 500}, {{1, -1, -1}, 500}, {{1, 1, 1}, std::nullopt}, {{1, 1, 1}, 0}});
    const auto need = flagsOf(cohort, FlagKind::needMissing);
    REQUIRE(need.size() == 2);
    CHECK(need[0].row == 0); // most is missing
    CHECK_THAT(said(need[0]), ContainsSubstring("No assessment by 2026-03-31."));
    CHECK(said(need[1]) == "Not scored on 2 of 3 domains: Domain 2, Domain 3. Who could say?");
    const auto cost = flagsOf(cohort, FlagKind::costMissing);
    REQUIRE(cost.size() == 2);
    CHECK(cost[0].row == 2);
    CHECK_THAT(said(cost[1]), ContainsSubstring("is £0.00. Is that right?"));
}

TEST_CASE("flags come most serious kind first, then the strongest, then by row")
{
    const std::vector<Flag> flags = analyse(tests::inventedCouncil(400, 51), {}).flags;
    REQUIRE(flags.size() > 20);
    for (std::size_t i = 1; i < flags.size(); ++i) {
        const Flag& before = flags[i - 1];
        CHECK(std::tuple(before.kind, -before.strength, before.row) <
              std::tuple(flags[i].kind, -flags[i].strength, flags[i].row));
    }
}

TEST_CASE("each kind of flag has a word for scripts")
{
    CHECK(std::string(token(FlagKind::costAboveExpected)) == "cost_above_expected");
    CHECK(std::string(token(FlagKind::costBelowExpected)) == "cost_below_expected");
    CHECK(std::string(token(FlagKind::similarNeedDifferentCost)) == "similar_need_different_cost");
    CHECK(std::string(token(FlagKind::possibleStepDown)) == "possible_step_down");
    CHECK(std::string(token(FlagKind::noProgressForTheSpend)) == "no_progress_for_the_spend");
    CHECK(std::string(token(FlagKind::assessmentStale)) == "assessment_stale");
    CHECK(std::string(token(FlagKind::needMissing)) == "need_missing");
    CHECK(std::string(token(FlagKind::costMissing)) == "cost_missing");
}

TEST_CASE("every kind of flag is listed in its place, with a token of its own, a title and a rule")
{
    std::set<std::string> tokens;
    for (std::size_t i = 0; i < flagEntries().size(); ++i) {
        const FlagEntry& entry = *flagEntries()[i];
        INFO(entry.token);
        CHECK(entry.kind == static_cast<FlagKind>(i));
        CHECK(&entryOf(entry.kind) == &entry);
        CHECK(tokens.insert(entry.token).second);
        CHECK(std::string(entry.title.english) != "");
        CHECK(std::string(entry.rule(Options()).kind.english) != "");
    }
}
