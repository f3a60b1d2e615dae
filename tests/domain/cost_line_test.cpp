// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cost_line.h"

#include "support/catch.h"

using namespace twelvefold::domain;

namespace {

CostLine line(const char* amount, CostPer per,
              Period period = {*Date::from(2025, 4, 1), std::nullopt})
{
    CostLine result;
    result.amount = *parseMoney(amount);
    result.per = per;
    result.period = period;
    return result;
}

std::int64_t weeklyPence(const CostLine& cost)
{
    return inWeeklyTerms(cost)->inPence();
}

} // namespace

TEST_CASE("a cost is put in weekly terms by the days of a 365-day year")
{
    CHECK(weeklyPence(line("100", CostPer::day)) == 70000);
    CHECK(weeklyPence(line("4500.75", CostPer::week)) == 450075);
    CHECK(weeklyPence(line("1000", CostPer::month)) == 23014); // 1000 × 12 × 7 / 365 = 230.1369…
    CHECK(weeklyPence(line("318400", CostPer::year)) == 610630); // 318400 × 7 / 365 = 6106.3013…
}

TEST_CASE("a single payment counts only when it is spread over given dates")
{
    const Period year{*Date::from(2025, 4, 1), Date::from(2026, 4, 1)};
    CHECK(weeklyPence(line("3650", CostPer::once, year)) == 7000);
    CHECK_FALSE(inWeeklyTerms(line("3650", CostPer::once)));

    const CostLine lines[] = {line("3650", CostPer::once)};
    const WeeklyCost cost = weeklyCost(lines, *Date::from(2025, 5, 1));
    CHECK_FALSE(cost.total);
    CHECK(cost.notSpread.size() == 1);
}

TEST_CASE("each line is rounded to the penny and then summed")
{
    // Three thirds of a penny over: 230.1369 three times is 690.41 unrounded and 690.42 here.
    const std::vector<CostLine> lines(3, line("1000", CostPer::month));
    CHECK(weeklyCost(lines, *Date::from(2025, 5, 1)).total->inPence() == 69042);
}

TEST_CASE("the weekly figure holds the lines that run on the day, the end not included")
{
    const std::vector<CostLine> lines{
        line("100", CostPer::week, {*Date::from(2025, 4, 1), Date::from(2025, 5, 1)}),
        line("200", CostPer::week, {*Date::from(2025, 5, 1), std::nullopt})};
    CHECK(weeklyCost(lines, *Date::from(2025, 4, 30)).total->inPence() == 10000);
    CHECK(weeklyCost(lines, *Date::from(2025, 5, 1)).total->inPence() == 20000);
    CHECK_FALSE(weeklyCost(lines, *Date::from(2025, 3, 31)).total);
}

TEST_CASE("only the components and funders in scope count")
{
    CostLine core = line("100", CostPer::week);
    CostLine school = line("40", CostPer::week);
    school.component = CostComponent::education;
    school.funder = Funder::education;
    const CostLine lines[] = {school, core};
    CostScope socialCare;
    socialCare.funders = {true, false, false};

    const WeeklyCost all = weeklyCost(lines, *Date::from(2025, 5, 1));
    CHECK(all.total->inPence() == 14000);
    CHECK(all.parts.front().line.component == CostComponent::core);
    CHECK(weeklyCost(lines, *Date::from(2025, 5, 1), socialCare).total->inPence() == 10000);
}

TEST_CASE("a cost below nought or ending before it starts is refused")
{
    CHECK(faultIn(line("-1", CostPer::week))->kind.code == "cost-negative");
    const Period backwards{*Date::from(2025, 4, 1), Date::from(2025, 4, 1)};
    CHECK(faultIn(line("1", CostPer::week, backwards))->kind.code == "cost-ends-before-start");
    CHECK_FALSE(faultIn(line("0", CostPer::week)));
}
