// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "analysis/findings/costs_known.h"

#include "analysis/findings/compared.h"
#include "analysis/findings/correlation_table.h"
#include "analysis/findings/council.h"
#include "statistics/association/correlation.h"
#include "statistics/groups/multiplicity.h"
#include "statistics/similar/every_pair.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>

using namespace twelvefold;
using namespace twelvefold::analysis;
using namespace twelvefold::statistics;
using domain::Setting;
using tests::ChildRow;
using tests::cohortOf;
using tests::comparable;
using tests::inventedCouncil;
using tests::plainFramework;
using tests::quick;

TEST_CASE("the pairs of a cohort are those that looking at every pair finds, by cohort row")
{
    const domain::Cohort council = inventedCouncil(400, 14);
    for (const bool within : {false, true}) {
        Options options = quick();
        options.withinSetting = within;
        options.tolerance = 3;
        options.top = 15;
        const SimilarNeed similar = analyse(council, options).similarNeed;
        const Compared children = compared(council);
        const ProfileTable table = profileTable(council, children, within);
        const auto every = tests::everyPair(table, {Metric::l1, 3});
        REQUIRE(every.size() > 15);
        CHECK(similar.pairsConsidered == every.size());
        for (const auto& [ratio, count] : similar.pairsAtLeast)
            CHECK(count == static_cast<std::uint64_t>(
                               std::count_if(every.begin(), every.end(), [&](const Pair& pair) {
                                   return pair.ratio >= ratio;
                               })));
        REQUIRE(similar.pairs.size() == 15);
        for (std::size_t i = 0; i < 15; ++i) {
            CHECK(similar.pairs[i].a == children.rows[every[i].a]);
            CHECK(similar.pairs[i].b == children.rows[every[i].b]);
            CHECK(similar.pairs[i].ratio == every[i].ratio);
            CHECK(similar.pairs[i].costA == *council.weeklyCost.at(similar.pairs[i].a));
            if (within)
                CHECK(council.setting[similar.pairs[i].a] == council.setting[similar.pairs[i].b]);
        }
        const auto once = tests::eachOnce(every);
        REQUIRE(similar.eachChildOnce.size() == std::min<std::size_t>(15, once.size()));
        for (std::size_t i = 0; i < similar.eachChildOnce.size(); ++i)
            CHECK(similar.eachChildOnce[i].a == children.rows[once[i].a]);
    }
}

TEST_CASE("pairs below the least ratio asked for are not listed, and still counted")
{
    const domain::Cohort council = inventedCouncil(300, 15);
    Options options = quick();
    const Findings all = analyse(council, options);
    options.minRatio = 2;
    const Findings wide = analyse(council, options);
    CHECK(wide.similarNeed.pairsConsidered == all.similarNeed.pairsConsidered);
    REQUIRE(!wide.similarNeed.pairs.empty());
    for (const Pair& pair : wide.similarNeed.pairs)
        CHECK(pair.ratio >= 2);
}

TEST_CASE("need totals and weighted domains count as the framework says")
{
    // One domain counts double, so a level there is a distance of two.
    const domain::Cohort council =
        cohortOf(plainFramework(2, {2, 1}), {{{0, 0}, 100}, {{1, 0}, 200}, {{0, 1}, 400}});
    Options options = quick();
    options.tolerance = 1;
    const SimilarNeed similar = analyse(council, options).similarNeed;
    REQUIRE(similar.pairs.size() == 1);
    CHECK(similar.pairs[0].a == 2);
    CHECK(similar.pairs[0].b == 0);
    CHECK(similar.pairs[0].distance == 1);
}

TEST_CASE("every child left out is counted once, under the first reason that holds")
{
    const domain::Cohort council = cohortOf(plainFramework(2), {{{1, 1}, 500},
                                                                {{}, std::nullopt},
                                                                {{}, 500},
                                                                {{1, -1}, 0},
                                                                {{1, 2}, std::nullopt},
                                                                {{1, 2}, 0},
                                                                {{1, 2}, -3}});
    const Findings findings = analyse(council, quick());
    REQUIRE(findings.cohort.excluded.size() == 3);
    CHECK(domain::plainEnglish(findings.cohort.excluded[0].reason) == "no cost recorded");
    CHECK(findings.cohort.excluded[0].n == 2);
    // Whoever counts children without a cost comes to the same number.
    CHECK(withoutCost(council) == 2);
    CHECK(findings.cohort.excluded[1].n == 3); // a cost that is not above zero
    CHECK(findings.cohort.excluded[2].n == 1);
    CHECK(domain::plainEnglish(findings.cohort.excluded[2].reason) ==
          "a cost, but never assessed by the census date");
    CHECK(findings.similarNeed.children == 1);
    CHECK(findings.needExplains.trace.n == 1);
    REQUIRE(findings.needExplains.undefined);
    REQUIRE(findings.line.undefined);
    REQUIRE(findings.similarNeed.undefined);
}

TEST_CASE("without a setting nobody is in the same setting")
{
    std::vector<ChildRow> children(3, {{1, 1}, 500});
    children[1].setting.reset();
    children[2].setting.reset();
    Options options = quick();
    options.withinSetting = true;
    const Findings findings = analyse(cohortOf(plainFramework(2), children), options);
    CHECK(findings.similarNeed.children == 1);
    CHECK(findings.similarNeed.pairsConsidered == 0);
    CHECK(findings.similarNeed.trace.leftOut.back().n == 2);
    REQUIRE(findings.expectedCosts.size() == 3);
    CHECK(!findings.expectedCosts[1].expected);
    CHECK(findings.expectedCosts[1].comparators.empty());
}

TEST_CASE("correlations are those of the cohort's columns, by the cohort's names")
{
    const domain::Cohort council = inventedCouncil(500, 16);
    const Findings findings = analyse(council, quick());
    REQUIRE(findings.correlations.size() == 3 + 12 + 2);
    std::vector<double> needs, costs, logs;
    for (const std::size_t row : comparable(council)) {
        needs.push_back(*council.needTotal.at(row));
        costs.push_back(*council.weeklyCost.at(row));
        logs.push_back(std::log(costs.back()));
    }
    const auto& first = findings.correlations[0];
    CHECK(first.x == "need_total");
    CHECK(first.y == "weekly_cost");
    CHECK(first.n == needs.size());
    CHECK(first.estimate == pearson(needs, costs).estimate);
    CHECK(findings.correlations[1].estimate == spearman(needs, costs).estimate);
    CHECK(findings.correlations[2].estimate == pearson(needs, logs).estimate);
    CHECK(findings.correlations[3].x == "need_domain_a");
    CHECK(findings.correlations[3].y == "log_weekly_cost");
    CHECK(findings.correlations[15].x == "outcome_sdq_total");
    CHECK(findings.correlations[15].y == "need_total");
    CHECK(findings.correlations[16].y == "log_weekly_cost");
    CHECK(findings.correlations[16].method == CorrelationMethod::spearmanAtSameNeed);

    const double r = *findings.correlations[2].estimate;
    CHECK(*findings.needExplains.rSquared == Approx(r * r).epsilon(1e-12));
    std::vector<std::optional<double>> p;
    for (const Correlation& correlation : findings.correlations)
        p.push_back(correlation.p);
    const auto q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < q.size(); ++i)
        CHECK(findings.correlations[i].q == q[i]);
}

TEST_CASE("an outcome that goes with need alone does not go with cost at the same need")
{
    domain::Cohort council = inventedCouncil(500, 16);
    domain::OutcomeColumn& outcome = council.outcomes.front();
    outcome.values = domain::NumberColumn(council.size());
    const auto withCost = [&] { return correlationTable(council, {}).back(); };
    std::vector<double> need, cost, result;
    for (std::size_t row = 0; row < council.size(); ++row) {
        if (!council.needTotal.valid[row])
            continue;
        outcome.values.set(row, council.needTotal.values[row] + static_cast<double>(row * 7 % 13));
        if (council.weeklyCost.at(row).value_or(0) > 0) {
            need.push_back(council.needTotal.values[row]);
            cost.push_back(std::log(council.weeklyCost.values[row]));
            result.push_back(outcome.values.values[row]);
        }
    }
    CHECK(*spearman(result, cost).estimate > 0.2);
    CHECK(*withCost().lower < 0);
    CHECK(*withCost().upper > 0);
    CHECK(withCost().n == need.size());
    CHECK(withCost().q);

    // The formula of partial correlation, of the three of ranks.
    const double xy = *spearman(result, cost).estimate, xz = *spearman(result, need).estimate,
                 yz = *spearman(cost, need).estimate;
    CHECK(*withCost().estimate ==
          Approx((xy - xz * yz) / std::sqrt((1 - xz * xz) * (1 - yz * yz))));
}

TEST_CASE("the summary adds up the cohort, its settings, bands and providers")
{
    std::vector<ChildRow> children{{{1, 1}, 100.10, Setting::agencyFoster},
                                   {{4, 4}, 300.20, Setting::childrensHome},
                                   {{2, 2}, std::nullopt, Setting::agencyFoster},
                                   {{}, 50, std::nullopt},
                                   {{0, 3}, 200, Setting::agencyFoster}};
    children[0].provider = 1;
    children[1].provider = 0;
    children[4].provider = 1;
    const Findings findings = analyse(cohortOf(plainFramework(2), children), quick());
    CHECK(findings.cohort.n == 5);
    CHECK(findings.cohort.spendWeekly == 650.30);
    CHECK(*findings.cohort.medianCost == Approx(150.05));
    CHECK(*findings.cohort.medianNeed == 3.5);
    CHECK(findings.cohort.bandCounts == std::vector<std::size_t>{0, 2, 1, 1}); // 2 and 3; 4; 8
    REQUIRE(findings.cohort.settings.size() == 3);
    CHECK(findings.cohort.settings[0].setting == Setting::agencyFoster);
    CHECK(findings.cohort.settings[0].n == 3);
    CHECK(findings.cohort.settings[0].withCost == 2);
    CHECK(*findings.cohort.settings[0].median == Approx(150.05));
    CHECK(!findings.cohort.settings[2].setting);
    REQUIRE(findings.providers.size() == 2);
    CHECK(findings.providers[0].provider == 0); // 300.20 against 300.10
    CHECK(*findings.providers[0].share == Approx(300.20 / 600.30));
    CHECK(findings.providers[1].n == 2);
    CHECK(*findings.providers[1].medianNeed == 2.5);
}

TEST_CASE("an empty cohort, and one child, are answered in words")
{
    for (const domain::Cohort& cohort : {domain::Cohort{}, cohortOf(plainFramework(2), {}),
                                         cohortOf(plainFramework(2), {{{1, 2}, 5}})}) {
        Options options;
        options.bootstrapReplicates = 20;
        options.chanceDraws = 20;
        Findings findings = analyse(cohort, options);
        resample(cohort, findings);
        CHECK(findings.needExplains.undefined);
        CHECK(findings.line.undefined);
        CHECK(findings.similarNeed.undefined);
        CHECK(findings.similarNeed.pairs.empty());
        CHECK(findings.resampled);
        for (const Correlation& correlation : findings.correlations)
            CHECK(correlation.undefined);
    }
}

TEST_CASE("children with equal needs or equal costs leave nothing to explain, and that is said")
{
    std::vector<ChildRow> sameNeed, sameCost;
    for (int i = 0; i < 12; ++i) {
        sameNeed.push_back({{2, 2}, 100.0 + i});
        sameCost.push_back({{i % 5, 2}, 480});
    }
    const Findings one = analyse(cohortOf(plainFramework(2), sameNeed), quick());
    CHECK(one.needExplains.undefined);
    CHECK(one.line.undefined);
    CHECK(one.line.points.empty());
    CHECK(one.expectedCosts[0].lower); // a band needs no slope
    const Findings other = analyse(cohortOf(plainFramework(2), sameCost), quick());
    CHECK(other.needExplains.undefined);
    REQUIRE(other.line.slope);
    CHECK(*other.line.slope == Approx(0).margin(1e-12));
}

TEST_CASE("options that cannot be are refused with the reason")
{
    Options options = quick();
    options.tolerance = -1;
    Findings findings = analyse(inventedCouncil(50, 1), options);
    REQUIRE(findings.similarNeed.undefined);
    CHECK(findings.similarNeed.undefined->kind.code == "options-tolerance");
    CHECK(findings.expectedCosts.empty());
    resample(inventedCouncil(50, 1), findings);
    CHECK(!findings.resampled);
}

TEST_CASE("the same cohort gives the same findings, to the bit")
{
    const domain::Cohort council = inventedCouncil(600, 17);
    Options options;
    options.bootstrapReplicates = 99;
    options.chanceDraws = 30;
    Findings one = analyse(council, options);
    Findings two = analyse(council, options);
    resample(council, one);
    resample(council, two);
    CHECK(one.needExplains.lower == two.needExplains.lower);
    CHECK(one.needExplains.upper == two.needExplains.upper);
    CHECK(one.line.slope == two.line.slope);
    for (const int ratio : {2, 3, 5, 10}) {
        CHECK(one.similarNeed.dealtAtRandom.at(ratio).expected ==
              two.similarNeed.dealtAtRandom.at(ratio).expected);
        CHECK(one.similarNeed.ordinarySpread.at(ratio).p ==
              two.similarNeed.ordinarySpread.at(ratio).p);
    }
    REQUIRE(one.expectedCosts.size() == two.expectedCosts.size());
    for (std::size_t i = 0; i < one.expectedCosts.size(); ++i) {
        CHECK(one.expectedCosts[i].lower == two.expectedCosts[i].lower);
        CHECK(one.expectedCosts[i].upper == two.expectedCosts[i].upper);
    }
}

TEST_CASE("a stop leaves findings whole and unresampled")
{
    const domain::Cohort council = inventedCouncil(200, 18);
    std::stop_source source;
    source.request_stop();
    const Findings early = analyse(council, {}, source.get_token());
    CHECK(!early.resampled);
    CHECK(early.cohort.n == 200);
    Findings findings = analyse(council, {});
    resample(council, findings, source.get_token());
    CHECK(!findings.resampled);
    CHECK(!findings.needExplains.lower);
    CHECK(findings.similarNeed.dealtAtRandom.empty());
}

TEST_CASE("resampling says how far it is, forwards only, and ends at the whole")
{
    const domain::Cohort council = inventedCouncil(300, 19);
    Options options;
    options.bootstrapReplicates = 50;
    options.chanceDraws = 10;
    Findings findings = analyse(council, options);
    std::vector<double> told;
    resample(council, findings, {}, [&](double fraction) { told.push_back(fraction); });
    REQUIRE(!told.empty());
    CHECK(std::is_sorted(told.begin(), told.end()));
    CHECK(told.back() == 1);
    CHECK(findings.resampled);
    REQUIRE(findings.needExplains.lower);
    CHECK(*findings.needExplains.lower < *findings.needExplains.rSquared);
    CHECK(*findings.needExplains.rSquared < *findings.needExplains.upper);
}

TEST_CASE("resampled figures come part by part, and stopped between parts they go on to the same")
{
    const domain::Cohort council = inventedCouncil(300, 20);
    Options options;
    options.bootstrapReplicates = 99;
    options.chanceDraws = 10;
    Findings whole = analyse(council, options);
    resample(council, whole);

    Findings findings = analyse(council, options);
    std::stop_source first;
    std::vector<std::set<Refinement>> seen;
    resample(council, findings, first.get_token(), {}, [&](const Findings& ready) {
        seen.push_back(ready.refined);
        CHECK(ready.needExplains.lower.has_value() ==
              ready.refined.contains(Refinement::needExplainsInterval));
        CHECK(ready.similarNeed.ordinarySpread.empty() !=
              ready.refined.contains(Refinement::chanceCounts));
        first.request_stop();
    });
    REQUIRE(seen.size() == 1);
    CHECK(seen.front().size() == 1);
    CHECK(findings.refined == seen.front());
    CHECK_FALSE(findings.resampled);

    resample(council, findings);
    CHECK(findings.resampled);
    CHECK(findings.needExplains.lower == whole.needExplains.lower);
    CHECK(findings.similarNeed.ordinarySpread.at(3).expected ==
          whole.similarNeed.ordinarySpread.at(3).expected);
    CHECK(findings.similarNeed.dealtAtRandom.at(2).p == whole.similarNeed.dealtAtRandom.at(2).p);
    CHECK(findings.needExplains.trace.steps.size() == whole.needExplains.trace.steps.size());
    CHECK(findings.similarNeed.trace.steps.size() == whole.similarNeed.trace.steps.size());
    CHECK(findings.line.trace.steps.size() == whole.line.trace.steps.size());
}

TEST_CASE("no number is ever infinite or undefined")
{
    for (const std::size_t n : {2U, 5U, 11U, 40U, 300U}) {
        Options options;
        options.bootstrapReplicates = 50;
        options.chanceDraws = 5;
        options.withinSetting = n % 2 == 1;
        const domain::Cohort council = inventedCouncil(n, static_cast<unsigned>(n));
        Findings findings = analyse(council, options);
        resample(council, findings);
        const auto good = [](const std::optional<double>& value) {
            return !value || std::isfinite(*value);
        };
        for (const Correlation& c : findings.correlations)
            CHECK((good(c.estimate) && good(c.lower) && good(c.upper) && good(c.p) && good(c.q)));
        for (const ExpectedCost& c : findings.expectedCosts)
            CHECK((good(c.expected) && good(c.lower) && good(c.upper) && good(c.ratio)));
        for (const RobustLine::Point& point : findings.line.points) {
            CHECK((good(point.fit) && good(point.lower) && good(point.upper)));
            CHECK(point.lower <= point.upper);
        }
        CHECK((good(findings.needExplains.rSquared) && good(findings.needExplains.lower) &&
               good(findings.needExplains.upper)));
    }
}
