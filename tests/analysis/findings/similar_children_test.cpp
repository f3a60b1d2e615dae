// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/similar_children.h"

#include "analysis/findings/council.h"

#include "support/catch.h"
#include <cmath>

using namespace twelvefold::analysis;
using namespace twelvefold::tests;
using twelvefold::domain::ChildId;
using twelvefold::domain::Cohort;

namespace {

using Levels = std::vector<std::optional<int>>;
constexpr ChildId kNobody{};

// Six children of two domains, the first four of them within two levels of (2, 2).
Cohort six()
{
    return cohortOf(plainFramework(2), {{{2, 2}, 100},
                                        {{2, 3}, 200},
                                        {{1, 1}, 300},
                                        {{2, 4}, 400},
                                        {{2, 2}, 500},
                                        {{0, 0}, 9000}});
}

} // namespace

TEST_CASE("children of similar need are those within the tolerance, nearest first")
{
    const auto found = similarChildren(six(), Levels{2, 2}, {}, kNobody);
    CHECK(found.rows == std::vector<std::size_t>{0, 4, 1, 2, 3});
    CHECK_FALSE(found.nearestInstead);
    CHECK(found.farthest == 2);
    CHECK(found.domains == 2);
    CHECK(found.withCost == 5);
    CHECK(found.lowerQuartile == 200);
    CHECK(found.median == 300);
    CHECK(found.upperQuartile == 400);
}

TEST_CASE("the child who is being scored is not among them")
{
    Cohort cohort = six();
    cohort.child[4] = ChildId{77};
    const auto found = similarChildren(cohort, Levels{2, 2}, {}, ChildId{77});
    // Four are too few: then the nearest ten, here all others.
    CHECK(found.rows == std::vector<std::size_t>{0, 1, 2, 3, 5});
    CHECK(found.nearestInstead);
    CHECK(found.farthest == 4);
}

TEST_CASE("only the domains scored so far are compared")
{
    const auto found = similarChildren(six(), Levels{2, std::nullopt}, {}, kNobody);
    CHECK(found.domains == 1);
    CHECK(found.rows.size() == 6);
    CHECK(similarChildren(six(), Levels{std::nullopt, std::nullopt}, {}, kNobody).rows.empty());
}

TEST_CASE("a child without a level in a domain compared is left out, one without a cost is counted")
{
    const Cohort cohort =
        cohortOf(plainFramework(2),
                 {{{2, -1}, 100}, {{2, 2}, std::nullopt}, {{2, 2}, 0.0}, {{}, 100}, {{2, 3}, 250}});
    const auto found = similarChildren(cohort, Levels{2, 2}, {}, kNobody);
    CHECK(found.rows == std::vector<std::size_t>{1, 2, 4});
    CHECK(found.withCost == 1);
    CHECK(found.median == 250);
    CHECK_FALSE(found.nearestInstead); // there are no others
}

TEST_CASE("distance counts the weights and the metric")
{
    const auto heavy = plainFramework(2, {1, 3});
    const Cohort cohort = cohortOf(
        heavy, {{{2, 3}, 1}, {{4, 2}, 1}, {{2, 2}, 1}, {{3, 2}, 1}, {{2, 2}, 1}, {{1, 2}, 1}});
    CHECK(similarChildren(cohort, Levels{2, 2}, {}, kNobody).rows ==
          std::vector<std::size_t>{2, 4, 3, 5, 1});
    Options largest;
    largest.metric = Metric::max;
    largest.tolerance = 3;
    CHECK(similarChildren(cohort, Levels{2, 2}, largest, kNobody).rows.size() == 6);
    Options straight;
    straight.metric = Metric::euclidean;
    CHECK(similarChildren(cohort, Levels{3, 3}, straight, kNobody).farthest ==
          Approx(std::sqrt(13)));
}

TEST_CASE("an empty cohort, or options that cannot be used, have nobody of similar need")
{
    CHECK(similarChildren(cohortOf(plainFramework(2), {}), Levels{1, 1}, {}, kNobody).rows.empty());
    Options faulty;
    faulty.tolerance = -1;
    CHECK(similarChildren(six(), Levels{1, 1}, faulty, kNobody).rows.empty());
    CHECK(similarChildren(six(), Levels{1}, {}, kNobody).rows.empty()); // another framework
}
