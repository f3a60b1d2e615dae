// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cohort.h"

#include "support/catch.h"

using namespace twelvefold::domain;

namespace {

// Three children: two looked after, one in need; the first pays core and education, the second core
// alone, the third nothing.
Cohort threeChildren()
{
    Cohort cohort;
    cohort.census = *Date::from(2026, 3, 31);
    cohort.resize(3, 2);
    cohort.child = {ChildId{1}, ChildId{2}, ChildId{3}};
    cohort.pseudonym = {"A1A-001", "B1B-002", "C1C-003"};
    cohort.kind = {CohortKind::lookedAfter, CohortKind::lookedAfter, CohortKind::inNeed};
    cohort.setting = {Setting::childrensHome, Setting::inHouseFoster, std::nullopt};
    cohort.age.set(0, 15);
    cohort.age.set(1, 4);
    auto& core = cohort.costs[0][0] = NumberColumn(3);
    core.set(0, 4000.10);
    core.set(1, 480.20);
    auto& school = cohort.costs[2][1] = NumberColumn(3);
    school.set(0, 300.05);
    cohort.countCosts({});
    return cohort;
}

} // namespace

TEST_CASE("the weekly cost is the sum of the parts that count, and missing where there is none")
{
    Cohort cohort = threeChildren();
    CHECK(cohort.weeklyCost.at(0) == 4300.15);
    CHECK(cohort.weeklyCost.at(1) == 480.20);
    CHECK_FALSE(cohort.weeklyCost.at(2));

    CostScope schoolOnly;
    schoolOnly.components = {false, false, true, false, false};
    cohort.countCosts(schoolOnly);
    CHECK(cohort.weeklyCost.at(0) == 300.05);
    CHECK_FALSE(cohort.weeklyCost.at(1));
    CHECK(cohort.costOf(0, CostComponent::core) == 4000.10);
}

TEST_CASE("a filter keeps the children it speaks of, and nobody who lacks what it asks for")
{
    const Cohort cohort = threeChildren();
    CHECK(cohort.filtered({}).size() == 2);

    CohortFilter everyone;
    everyone.ask("kind", {});
    CHECK(cohort.filtered(everyone).size() == 3);

    CohortFilter homes;
    homes.ask("setting", anyOf({Setting::childrensHome}));
    CHECK(cohort.filtered(homes).pseudonym == std::vector<std::string>{"A1A-001"});

    CohortFilter teenagers = everyone;
    teenagers.ask("age", between(13, {}));
    CHECK(cohort.filtered(teenagers).pseudonym == std::vector<std::string>{"A1A-001"});

    CohortFilter nobody;
    nobody.ask("provider", anyOf({"No such provider"}));
    CHECK(cohort.filtered(nobody).size() == 0);
}

TEST_CASE("a setting that is not compared is left out, and its children are counted")
{
    CohortFilter comparable;
    comparable.ask("kind", {});
    comparable.notCompared = {Setting::inHouseFoster, Setting::adoption};
    const Cohort cohort = threeChildren().filtered(comparable);
    CHECK(cohort.pseudonym == std::vector<std::string>{"A1A-001", "C1C-003"});
    CHECK(cohort.notCompared == NotCompared{{Setting::inHouseFoster, 1}});

    comparable.ask("age", between(10, {})); // whom another filter leaves out is not counted again
    CHECK(threeChildren().filtered(comparable).notCompared.empty());
}

TEST_CASE("chosen rows keep every column in step")
{
    const std::size_t last[] = {2, 0};
    Cohort all = threeChildren();
    all.weeksTo18.set(0, 130);
    all.solo[0] = true;
    all.deprivationOfLiberty[0] = false;
    all.movesInQuarter.set(0, 1);
    OutcomeColumn sdq("sdq_total", NumberColumn(3));
    sdq.values.set(0, 17);
    sdq.recordedOn[0] = all.census;
    sdq.earlier.set(0, 20);
    all.outcomes.push_back(sdq);
    const Cohort cohort = all.rows(last);
    CHECK(cohort.pseudonym == std::vector<std::string>{"C1C-003", "A1A-001"});
    CHECK(cohort.age.at(1) == 15.0);
    CHECK(cohort.levels.byDomain.size() == 2);
    CHECK(cohort.levels.byDomain[1].size() == 2);
    CHECK(cohort.weeksTo18.at(1) == 130.0);
    CHECK(cohort.solo == std::vector<std::optional<bool>>{std::nullopt, true});
    CHECK(cohort.deprivationOfLiberty == std::vector<std::optional<bool>>{std::nullopt, false});
    CHECK(cohort.movesInQuarter.at(1) == 1.0);
    CHECK_FALSE(cohort.unplannedMovesInQuarter.at(1));
    REQUIRE(cohort.outcomes.size() == 1);
    CHECK(cohort.outcomes[0].measure == "sdq_total");
    CHECK(cohort.outcomes[0].recordedOn ==
          std::vector<std::optional<Date>>{std::nullopt, cohort.census});
    CHECK(cohort.outcomes[0].earlier.at(1) == 20.0);
    CHECK_FALSE(cohort.levelOf(0, 1));
}
