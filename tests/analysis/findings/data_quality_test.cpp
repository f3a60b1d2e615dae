// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/costs_known.h"
#include "analysis/findings/data_quality.h"
#include "analysis/findings/unit_slips.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>

using namespace twelvefold;
using analysis::dataQuality;
using Titles = std::vector<std::string>;

namespace {

// Three children placed, assessed in full, with a cost, a provider and everything else.
domain::Cohort completeCohort()
{
    domain::Cohort cohort;
    cohort.resize(3, 2);
    cohort.census = *domain::Date::from(2026, 3, 31);
    cohort.outcomes.push_back({"sdq_total", domain::NumberColumn(3)});
    for (std::size_t row = 0; row < 3; ++row) {
        cohort.assessedOn[row] = domain::Date::from(2026, 1, 5);
        cohort.needTotal.set(row, 4);
        cohort.weeklyCost.set(row, 800);
        cohort.setting[row] = domain::Setting::agencyFoster;
        cohort.provider[row] = 0;
        cohort.distanceMiles.set(row, 3);
        cohort.age.set(row, 12);
        cohort.outcomes.front().values.set(row, 14);
    }
    cohort.providerNames = {"A provider"};
    return cohort;
}

std::vector<analysis::QualityProblem> problemsOf(const domain::Cohort& cohort)
{
    return dataQuality(cohort).problems;
}

Titles titles(const std::vector<analysis::QualityProblem>& problems)
{
    Titles found;
    for (const auto& problem : problems)
        found.emplace_back(problem.rule->title.english);
    return found;
}

} // namespace

TEST_CASE("complete records have no problems, and neither has a council without children")
{
    CHECK(problemsOf(completeCohort()).empty());
    CHECK(problemsOf(domain::Cohort()).empty());
}

TEST_CASE("what leaves a child out of need against cost comes first, then what most children lack")
{
    domain::Cohort cohort = completeCohort();
    cohort.weeklyCost.clear(1);
    for (std::size_t row = 0; row < 3; ++row)
        cohort.distanceMiles.clear(row);
    cohort.age.clear(2);
    const auto problems = problemsOf(cohort);
    CHECK(titles(problems) == Titles{"No cost on the census date",
                                     "Placed, but with no distance recorded", "Age not known"});
    CHECK(problems.front().rows == std::vector<std::size_t>{1});
    CHECK(problems[1].rows.size() == 3);
}

TEST_CASE("never assessed and not fully assessed are different problems")
{
    domain::Cohort cohort = completeCohort();
    cohort.assessedOn[0] = std::nullopt;
    cohort.needTotal.clear(0);
    cohort.needTotal.clear(1); // assessed, but a domain is missing
    const auto problems = problemsOf(cohort);
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].rule->title.english == std::string("Never assessed"));
    CHECK(problems[0].rows == std::vector<std::size_t>{0});
    CHECK(problems[1].rows == std::vector<std::size_t>{1});
}

TEST_CASE("an assessment of more than half a year ago is out of date")
{
    domain::Cohort cohort = completeCohort();
    CHECK(problemsOf(cohort).empty());
    cohort.assessedOn[2] = domain::Date::from(2025, 1, 5);
    const auto problems = problemsOf(cohort);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().rule->code == "quality-assessment-stale");
    CHECK(problems.front().rows == std::vector<std::size_t>{2});
}

TEST_CASE("only children looked after are to have a placement and a cost")
{
    domain::Cohort cohort = completeCohort();
    cohort.kind[0] = domain::CohortKind::inNeed;
    cohort.setting[0] = std::nullopt;
    cohort.provider[0] = -1;
    cohort.weeklyCost.clear(0);
    CHECK(problemsOf(cohort).empty());
    cohort.needTotal.clear(0);
    CHECK(titles(problemsOf(cohort)) == Titles{"Assessed, but not in every domain"});
}

TEST_CASE("a child without a placement is not also said to lack a provider and a distance")
{
    domain::Cohort cohort = completeCohort();
    cohort.setting[0] = std::nullopt;
    cohort.provider[0] = -1;
    cohort.distanceMiles.clear(0);
    const auto problems = problemsOf(cohort);
    CHECK(titles(problems) == Titles{"No placement on the census date"});
}

TEST_CASE("what is doubtful about costs is named, with the children concerned")
{
    domain::Cohort cohort = completeCohort();
    cohort.costTroubles[0].add(domain::CostTrouble::coreOfTwoPlacements);
    cohort.costTroubles[1].add(domain::CostTrouble::samePartTwice);
    cohort.costTroubles[2].add(domain::CostTrouble::outlivesPlacement);
    cohort.costTroubles[2].add(domain::CostTrouble::outsideAnyPlacement);
    const auto problems = problemsOf(cohort);
    CHECK(titles(problems) ==
          Titles{"Core costs of two placements at once", "The same cost twice in one placement",
                 "A cost goes on after its placement has ended", "A cost outside any placement"});
    CHECK(problems[1].rows == std::vector<std::size_t>{1});
}

TEST_CASE("complete is who has a level in every domain and a cost")
{
    domain::Cohort cohort = completeCohort();
    CHECK(dataQuality(cohort).complete == 3);
    cohort.needTotal.clear(0);
    cohort.weeklyCost.clear(0);
    cohort.weeklyCost.clear(1);
    const auto quality = dataQuality(cohort);
    CHECK(quality.complete == 1);
    CHECK(quality.children == 3);
    CHECK(quality.census == cohort.census);
}

TEST_CASE("what a child's component costs is what counts of it, whoever pays")
{
    domain::Cohort cohort = completeCohort();
    auto& core = cohort.costs[0];
    core[0] = core[1] = domain::NumberColumn(3);
    core[0].set(0, 700);
    core[1].set(0, 80);
    domain::CostScope counted;
    const auto cost = [&](std::size_t row) {
        return analysis::countedCost(cohort, row, domain::CostComponent::core, counted);
    };
    CHECK(cost(0) == 780.0);
    CHECK_FALSE(cost(1));
    counted.funders[1] = false;
    CHECK(cost(0) == 700.0);
    counted.components[0] = false;
    CHECK_FALSE(cost(0));
}

namespace {

// Forty children in agency fostering at about £900 a week, spread as prices are.
domain::Cohort agencyPrices()
{
    domain::Cohort cohort;
    cohort.resize(40, 1);
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        cohort.setting[row] = domain::Setting::agencyFoster;
        const double fromMiddle = (static_cast<double>(row) - 19.5) / 19.5;
        cohort.weeklyCost.set(row, 900 * std::exp(0.35 * fromMiddle));
    }
    return cohort;
}

} // namespace

TEST_CASE("ordinary prices are of no other unit, and neither is a dear one")
{
    domain::Cohort cohort = agencyPrices();
    CHECK(analysis::unitSlips(cohort).empty());
    cohort.weeklyCost.set(7, 2700); // three times as much is a price to ask about
    CHECK(analysis::unitSlips(cohort).empty());
    CHECK(analysis::unitSlips(domain::Cohort()).empty());
}

TEST_CASE("a cost written by the day, month or year, or in pence, is suspected")
{
    const auto paid = GENERATE(900.0 / 7,        // a day's, as a week's
                               900 * 365 / 84.0, // a month's
                               900 * 365 / 7.0,  // a year's
                               900 * 100.0,      // in pence
                               9.0);             // in pounds, where pence were meant
    CAPTURE(paid);
    domain::Cohort cohort = agencyPrices();
    cohort.weeklyCost.set(7, paid);
    CHECK(analysis::unitSlips(cohort) == std::vector<std::size_t>{7});
    const auto found = titles(problemsOf(cohort));
    CHECK(std::ranges::count(found,
                             "A cost as if of another unit: of a day or month, or in pence") == 1);
}

TEST_CASE("what is usual is not known of a few children, nor of those without a cost")
{
    domain::Cohort cohort = agencyPrices();
    cohort.weeklyCost.set(7, 90000);
    for (std::size_t row = 19; row < cohort.size(); ++row)
        cohort.setting[row] = domain::Setting::childrensHome;
    CHECK(analysis::unitSlips(cohort).empty());
    cohort = agencyPrices();
    cohort.weeklyCost.set(7, 0);
    cohort.weeklyCost.clear(8);
    CHECK(analysis::unitSlips(cohort).empty());
}
