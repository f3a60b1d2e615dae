// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "analysis/findings/council.h"
#include "statistics/description/descriptive.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>

using namespace twelvefold;
using namespace twelvefold::analysis;
using namespace twelvefold::statistics;
using tests::comparable;
using tests::inventedCouncil;
using tests::quick;

namespace {

double apart(const domain::Cohort& cohort, std::size_t a, std::size_t b, Metric metric)
{
    double sum = 0;
    for (const auto& level : cohort.levels.byDomain) {
        const double difference = std::abs(level[a] - level[b]);
        sum = metric == Metric::l1          ? sum + difference
              : metric == Metric::euclidean ? sum + difference * difference
                                            : std::max(sum, difference);
    }
    return metric == Metric::euclidean ? std::sqrt(sum) : sum;
}

// Who a child should be compared with, by looking at everybody.
std::vector<std::size_t> comparatorsByHand(const domain::Cohort& cohort, const Options& options,
                                           std::size_t row, bool& nearest)
{
    std::vector<std::pair<double, std::size_t>> others;
    for (const std::size_t other : comparable(cohort)) {
        const bool together = !options.withinSetting ||
                              (cohort.setting[row] && cohort.setting[row] == cohort.setting[other]);
        if (other != row && together)
            others.emplace_back(apart(cohort, row, other, options.metric), other);
    }
    std::sort(others.begin(), others.end());
    const auto within = static_cast<std::size_t>(
        std::count_if(others.begin(), others.end(),
                      [&](const auto& other) { return other.first <= options.tolerance; }));
    nearest = within < 5 && !others.empty();
    others.resize(std::min<std::size_t>(others.size(), within < 5 ? 10 : within));
    std::vector<std::size_t> rows;
    for (const auto& [distance, other] : others)
        rows.push_back(other);
    return rows;
}

void holdExpectedCostsAgainstEverybody(const domain::Cohort& cohort, const Options& options)
{
    const Findings findings = analyse(cohort, options);
    REQUIRE(findings.expectedCosts.size() == comparable(cohort).size());
    for (const ExpectedCost& cost : findings.expectedCosts) {
        bool nearest = false;
        const auto comparators = comparatorsByHand(cohort, options, cost.row, nearest);
        CAPTURE(cost.row);
        REQUIRE(cost.comparatorCount == comparators.size());
        REQUIRE(cost.comparators == comparators);
        REQUIRE(cost.nearestInstead == nearest);
        REQUIRE(findings.expectedCostOf(cost.row) == &cost);
        std::vector<double> costs;
        for (const std::size_t other : comparators)
            costs.push_back(*cohort.weeklyCost.at(other));
        REQUIRE(cost.expected == quantile(costs, 0.5));
        REQUIRE(cost.lowerQuartile == quantile(costs, 0.25));
        REQUIRE(cost.upperQuartile == quantile(costs, 0.75));
        if (cost.expected)
            REQUIRE(cost.ratio == cost.weeklyCost / *cost.expected);
    }
}

} // namespace

TEST_CASE(
    "a child's expected cost is the median of those with similar needs, or of the ten nearest")
{
    const domain::Cohort council = inventedCouncil(300, 11);
    for (const Metric metric : {Metric::l1, Metric::euclidean, Metric::max}) {
        for (const double tolerance : {0.0, 2.0, 5.0}) {
            for (const bool within : {false, true}) {
                Options options = quick();
                options.metric = metric;
                options.tolerance = tolerance;
                options.withinSetting = within;
                CAPTURE(metric, tolerance, within);
                holdExpectedCostsAgainstEverybody(council, options);
            }
        }
    }
}

TEST_CASE("in a large cohort the ten nearest are found without looking at everybody")
{
    const domain::Cohort council = inventedCouncil(4000, 12);
    for (const Metric metric : {Metric::l1, Metric::euclidean, Metric::max}) {
        Options options = quick();
        options.metric = metric;
        options.tolerance = metric == Metric::max ? 0 : 1;
        CAPTURE(metric);
        holdExpectedCostsAgainstEverybody(council, options);
    }
}

TEST_CASE("comparators can be asked for one child at a time")
{
    const domain::Cohort council = inventedCouncil(200, 13);
    const Options options = quick();
    for (const ExpectedCost& cost : analyse(council, options).expectedCosts)
        CHECK(comparatorsOf(council, options, cost.row) == cost.comparators);
    CHECK(comparatorsOf(council, options, council.size()).empty());
}
