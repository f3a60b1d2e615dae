// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "analysis/findings/council.h"
#include "analysis/findings/noise.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <memory>

using namespace twelvefold;
using namespace twelvefold::analysis;
using namespace twelvefold::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

struct LevelsTwice
{
    std::vector<int> first, second;
};

void rateAgain(domain::Cohort& cohort, const std::vector<LevelsTwice>& pairs)
{
    const auto ratings = std::make_shared<domain::SecondRatings>();
    const auto& domains = cohort.framework->domains();
    ratings->firstLevels.byDomain.resize(domains.size());
    ratings->secondLevels.byDomain.resize(domains.size());
    for (const LevelsTwice& pair : pairs) {
        double first = 0, second = 0;
        bool highest = false;
        for (std::size_t d = 0; d < domains.size(); ++d) {
            ratings->firstLevels.byDomain[d].push_back(static_cast<std::int8_t>(pair.first[d]));
            ratings->secondLevels.byDomain[d].push_back(static_cast<std::int8_t>(pair.second[d]));
            first += domains[d].weight * pair.first[d];
            second += domains[d].weight * pair.second[d];
            highest = highest || pair.first[d] == cohort.framework->highestLevel();
        }
        ratings->pseudonym.emplace_back("C000000");
        ratings->assessedOn.push_back(cohort.census);
        ratings->ratedAgainOn.push_back(cohort.census);
        ratings->first.push_back(first);
        ratings->second.push_back(second);
        ratings->withHighestAgain += highest ? 1 : 0;
    }
    ratings->withHighest = 10 * ratings->withHighestAgain; // a tenth, as drawn at random
    cohort.secondRatings = ratings;
}

// Of three domains: a third of the ratings again the same, a third two higher, a third two lower.
// The differences have a variance of 4·20/29 for 30 pairs.
std::vector<LevelsTwice> thirds(std::size_t n)
{
    std::vector<LevelsTwice> pairs;
    for (std::size_t i = 0; i < n; ++i)
        pairs.push_back({{2, 2, 2},
                         i % 3 == 0   ? std::vector{2, 2, 2}
                         : i % 3 == 1 ? std::vector{3, 2, 3}
                                      : std::vector{1, 1, 2}});
    return pairs;
}

domain::Cohort changing()
{
    // Total need then and now: 2 → 9, 6 → 3, 9 → 6, 3 → 3, 5 → 8, 12 → 12, and one who joined at 9.
    std::vector<ChildRow> children{{{3, 3, 3}, 900.0}, {{1, 1, 1}, 400.0}, {{2, 2, 2}, 500.0},
                                   {{1, 1, 1}, 450.0}, {{3, 3, 2}, 800.0}, {{4, 4, 4}, 990.0},
                                   {{3, 3, 3}, 850.0}};
    children[0].earlierLevels = {1, 1, 0};
    children[1].earlierLevels = {2, 2, 2};
    children[2].earlierLevels = {3, 3, 3};
    children[3].earlierLevels = {1, 1, 1};
    children[4].earlierLevels = {2, 2, 1};
    children[5].earlierLevels = {4, 4, 4};
    return cohortOf(plainFramework(3), children);
}

} // namespace

TEST_CASE("noise is measured from thirty second ratings on")
{
    domain::Cohort cohort = changing();
    const Noise none = analyse(cohort, quick()).noise;
    CHECK(domain::plainEnglish(*none.undefined) ==
          "Noise not measured: 0 second ratings of the 30 it takes.");
    rateAgain(cohort, thirds(29));
    const Findings few = analyse(cohort, quick());
    CHECK(domain::plainEnglish(*few.noise.undefined) ==
          "Noise not measured: 29 second ratings of the 30 it takes.");
    CHECK_FALSE(few.noise.sem);
    CHECK_FALSE(few.noise.toleranceMark);
    CHECK_FALSE(few.noise.reliability);
    CHECK_FALSE(few.change.counts);
    CHECK_FALSE(few.change.reliableLevels);
    CHECK(few.change.countsUndefined->kind.code == "noise-not-measured");
    CHECK_FALSE(few.needExplains.corrected);

    rateAgain(cohort, thirds(30));
    const Noise noise = analyse(cohort, quick()).noise;
    REQUIRE_FALSE(noise.undefined);
    CHECK(noise.pairs == 30);
    const double sem = std::sqrt(4.0 * 20 / 29 / 2);
    CHECK(*noise.sem == Approx(sem));
    // scipy 1.10: SEM times √(29 / chi2.ppf(.975, 29)) and √(29 / chi2.ppf(.025, 29)).
    CHECK(*noise.lower == Approx(sem * 0.796407).epsilon(1e-5));
    CHECK(*noise.upper == Approx(sem * 1.344315).epsilon(1e-5));
    CHECK(*noise.smallestReliableChange == Approx(1.959963985 * std::sqrt(2.0) * sem));
    // Totals now: 9, 3, 6, 3, 8, 12, 9, whose variance is (424 − 50²/7) / 6.
    CHECK(*noise.reliability == Approx(1 - sem * sem / ((424 - 2500.0 / 7) / 6)));
    CHECK(*noise.toleranceMark == 2);
    CHECK_FALSE(noise.trace.steps.empty());
}

TEST_CASE("a filter leaves the noise as it is and changes the reliability alone")
{
    domain::Cohort cohort = changing();
    rateAgain(cohort, thirds(30));
    const Noise all = analyse(cohort, quick()).noise;
    const std::vector<std::size_t> alike{0, 6}; // both of 9
    const Noise two = analyse(cohort.rows(alike), quick()).noise;
    CHECK(two.sem == all.sem);
    CHECK_FALSE(two.reliability);
    CHECK(two.reliabilityUndefined->kind.code == "noise-no-spread");
    const std::vector<std::size_t> close{0, 4}; // 9 and 8: less apart than two raters of one child
    CHECK(analyse(cohort.rows(close), quick()).noise.reliabilityUndefined->kind.code ==
          "noise-is-all");
    CHECK(analyse(cohort.rows({}), quick()).noise.sem == all.sem);
}

TEST_CASE("second ratings that a highest level asked for do not count, and the trace says so")
{
    domain::Cohort cohort = changing();
    std::vector<LevelsTwice> pairs = thirds(30);
    for (int i = 0; i < 6; ++i)
        pairs.push_back({{4, 4, 4}, {2, 2, 2}}); // high by chance, and lower the second time
    rateAgain(cohort, pairs);
    const Noise counted = analyse(cohort, quick()).noise;
    CHECK(counted.pairs == 36); // six of sixty are a tenth
    CHECK(counted.askedFor == 0);
    CHECK_THAT(domain::plainEnglish(counted.trace.steps.at(0)),
               ContainsSubstring("count like any other"));

    auto asked = std::make_shared<domain::SecondRatings>(*cohort.secondRatings);
    asked->withHighest = 8;
    cohort.secondRatings = asked;
    const Noise noise = analyse(cohort, quick()).noise;
    CHECK(noise.pairs == 30);
    CHECK(noise.askedFor == 6);
    CHECK(*noise.sem == Approx(std::sqrt(4.0 * 20 / 29 / 2)));
    CHECK(noise.trace.n == 30);
    REQUIRE(noise.trace.leftOut.size() == 1);
    CHECK(noise.trace.leftOut[0].n == 6);
    CHECK(domain::plainEnglish(noise.trace.steps.at(0)) ==
          "Of 8 assessments with a domain at the highest level 6 were rated again, over a fifth: "
          "these are taken to have been asked for, and noise is measured on the others alone.");
    // Without those thirty there would be too few.
    asked = std::make_shared<domain::SecondRatings>(*asked);
    for (auto& column : asked->firstLevels.byDomain)
        column.assign(36, 4);
    cohort.secondRatings = asked;
    CHECK(domain::plainEnglish(*analyse(cohort, quick()).noise.undefined) ==
          "Noise not measured: 0 second ratings of the 30 it takes.");
}

TEST_CASE("change is counted by the noise measured: three levels are not more than 3.26")
{
    domain::Cohort cohort = changing();
    rateAgain(cohort, thirds(30));
    const NeedChange change = analyse(cohort, quick()).change;
    CHECK(*change.reliableLevels == Approx(3.2553).epsilon(1e-4));
    REQUIRE(change.counts);
    CHECK(change.counts->better == 0); // 6 → 3 and 9 → 6 are three
    CHECK(change.counts->worse == 1);  // 2 → 9
    CHECK(change.counts->unclear == 5);
    // P(four levels or more one way) = 1 − Φ(3.5 / (√2 · SEM)), of six children.
    CHECK(
        change.counts->byNoise.expected ==
        Approx(6 * 0.5 * std::erfc(3.5 / std::sqrt(2.0) / std::sqrt(4.0 * 20 / 29))).epsilon(1e-9));
    CHECK(change.counts->byNoise.lower <= change.counts->byNoise.expected);
    CHECK(change.counts->byNoise.upper >= change.counts->byNoise.expected);
}

TEST_CASE("a reliability that is given goes before the noise measured")
{
    domain::Cohort cohort = changing();
    rateAgain(cohort, thirds(30));
    Options options = quick();
    const Findings measured = analyse(cohort, options);
    CHECK(measured.needExplains.reliabilityMeasured);
    CHECK(*measured.needExplains.reliability == *measured.noise.reliability);
    CHECK(*measured.needExplains.corrected ==
          Approx(*measured.needExplains.rSquared / *measured.noise.reliability));
    options.reliability = 0.5;
    const Findings given = analyse(cohort, options);
    CHECK_FALSE(given.needExplains.reliabilityMeasured);
    CHECK(*given.needExplains.corrected == Approx(*given.needExplains.rSquared / 0.5));
    CHECK(*given.change.reliability == 0.5);
    CHECK(*given.change.reliableLevels > *measured.change.reliableLevels);
    CHECK(given.noise.sem == measured.noise.sem); // what was measured is told all the same
    options.reliability = 1;                      // no instrument is that good: nobody is counted
    const NeedChange perfect = analyse(cohort, options).change;
    CHECK_FALSE(perfect.counts);
    CHECK(perfect.countsUndefined->kind.code == "reliable-change-perfect");
}

TEST_CASE("what regression to the mean alone would do is told for each child")
{
    domain::Cohort cohort = changing();
    rateAgain(cohort, thirds(30));
    const NeedChange change = analyse(cohort, quick()).change;
    REQUIRE(change.children.size() == 6);
    // Totals then: 2, 6, 9, 3, 5, 12, mean 37/6.
    const double mean = 37.0 / 6, variance = (299 - 37.0 * 37 / 6) / 5;
    const double reliability = 1 - 40.0 / 29 / variance;
    CHECK(*change.reliability == Approx(reliability));
    for (const ChildChange& child : change.children)
        CHECK(*child.byRegression == Approx((1 - reliability) * (mean - child.then)));
    CHECK(change.children[0].change == 7);
    CHECK(*change.children[0].lessRegression() == Approx(7 - (1 - reliability) * (mean - 2)));
    REQUIRE(change.slopeP);
    CHECK(*change.slopeP > 0);
    CHECK(*change.slopeP < 1);
    CHECK_FALSE(analyse(changing(), quick()).change.children[0].lessRegression());
}

TEST_CASE("the mean now is that of those assessed twice and what who joined has done to it")
{
    const NeedChange change = analyse(changing(), quick()).change;
    const MeanNow& now = change.meanNow;
    CHECK(now.n == 7);
    CHECK(*now.ofAll == Approx(50.0 / 7));
    CHECK(now.joined == 1);
    CHECK(*now.ofJoined == 9);
    CHECK(*now.fromJoined == Approx(50.0 / 7 - 41.0 / 6));
    // mean now of all = mean then + change of those assessed twice + what who joined did.
    CHECK(*now.ofAll == Approx(*change.then + *change.mean + *now.fromJoined));
}

TEST_CASE("the tolerance mark is by the metric in force and the framework's weights")
{
    domain::Cohort cohort = cohortOf(plainFramework(3, {2, 1, 1}), {{{1, 1, 1}, 500.0}});
    std::vector<LevelsTwice> pairs(30, LevelsTwice{{2, 2, 2}, {3, 3, 1}});
    for (int i = 0; i < 15; ++i) // half of them the same
        pairs[static_cast<std::size_t>(i)].second = {2, 2, 2};
    rateAgain(cohort, pairs);
    CHECK(*measuredNoise(cohort, Metric::l1).toleranceMark == 0);
    pairs[0].second = {2, 2, 3}; // one fewer: no longer half
    rateAgain(cohort, pairs);
    CHECK(*measuredNoise(cohort, Metric::l1).toleranceMark == 1);
    pairs.assign(30, LevelsTwice{{2, 2, 2}, {3, 3, 1}});
    rateAgain(cohort, pairs);
    CHECK(*measuredNoise(cohort, Metric::l1).toleranceMark == 4);
    CHECK(*measuredNoise(cohort, Metric::euclidean).toleranceMark == Approx(std::sqrt(6)));
    CHECK(*measuredNoise(cohort, Metric::max).toleranceMark == 2);
}

TEST_CASE("second ratings that are all off by the same have no noise, said so")
{
    domain::Cohort cohort = changing();
    rateAgain(cohort, std::vector<LevelsTwice>(30, LevelsTwice{{2, 2, 2}, {2, 2, 2}}));
    const Findings findings = analyse(cohort, quick());
    CHECK(*findings.noise.sem == 0);
    CHECK(*findings.noise.reliability == 1);
    CHECK(findings.change.counts->byNoise.upper == 0);
    CHECK(findings.change.counts->better + findings.change.counts->worse == 4);
    const auto& steps = findings.noise.trace.steps;
    CHECK(std::any_of(steps.begin(), steps.end(),
                      [](const Message& step) { return step.kind.code == "noise-none-step"; }));
}

TEST_CASE("totals change in steps of what the weights have in common")
{
    CHECK(stepOfTotals(*plainFramework(3)) == 1);
    CHECK(stepOfTotals(*plainFramework(3, {2, 4, 2})) == 2);
    CHECK(stepOfTotals(*plainFramework(3, {1, 1.5, 2})) == 0.5);
    CHECK(stepOfTotals(*plainFramework(3, {1, 1.0 / 3, 2})) == 0);
}

TEST_CASE("the mean of all over a year is what those who stayed, came and left did to it, exactly")
{
    const domain::Cohort all = changing();
    domain::Cohort then = all.rows(std::vector<std::size_t>{0, 1, 2, 3, 4});
    then.census = all.census.plusMonths(-12);
    for (std::size_t row = 0; row < then.size(); ++row)
        then.needTotal.set(row, 3.0 * static_cast<double>(row + 1));
    const domain::Cohort now = all.rows(std::vector<std::size_t>{2, 3, 4, 5, 6});
    OfTheDay day;
    day.yearEarlier = std::make_shared<const domain::Cohort>(then);
    const auto over = analyse(now, quick(), {}, day).change.overYear;
    REQUIRE(over);
    CHECK(over->stayed == 3);
    CHECK(over->joined == over->nNow - 3);
    CHECK(over->left == over->nThen - 3);
    CHECK(over->then == 9);
    CHECK(over->fromLeft == Approx(12 - 9)); // those who left needed less than those who stayed
    CHECK(over->then + over->fromStayed + over->fromJoined + over->fromLeft == Approx(over->now));
    // Of nobody who stayed nothing can be said.
    day.yearEarlier = std::make_shared<const domain::Cohort>(all.rows(std::vector<std::size_t>{0}));
    CHECK_FALSE(analyse(now, quick(), {}, day).change.overYear);
    CHECK_FALSE(analyse(now, quick()).change.overYear);
}
