// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/cell_matching.h"
#include "statistics/similar/every_pair.h"
#include "statistics/similar/surroundings.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace twelvefold::statistics;
using twelvefold::tests::eachOnce;
using twelvefold::tests::everyPair;

namespace {

// What a random table looks like.
struct Kind
{
    const char* name;
    std::size_t n, domains;
    int levels; // 0: any number instead of levels
    int costs;  // how many different costs there are; 0: all different
    int groups; // 0: none
    bool weighted;
};

ProfileTable randomTable(const Kind& kind, unsigned seed)
{
    std::mt19937 random(seed);
    ProfileTable table;
    table.domains = kind.domains;
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (std::size_t row = 0; row < kind.n; ++row) {
        const int severity = pick(3); // so that domains go together and profiles repeat
        for (std::size_t d = 0; d < kind.domains; ++d)
            table.values.push_back(kind.levels == 0
                                       ? static_cast<double>(random()) / 4e9
                                       : std::min(kind.levels - 1, pick(2) + severity));
        const double dear = kind.costs == 0 ? std::exp(static_cast<double>(random()) / 1e9)
                                            : 100.0 * (1 + pick(kind.costs));
        table.costs.push_back(pick(25) == 0 ? -1.0 * pick(2) : dear);
        if (kind.groups > 0)
            table.groups.push_back(pick(kind.groups + 1) - 1);
    }
    for (std::size_t d = 0; kind.weighted && d < kind.domains; ++d)
        table.weights.push_back(0.1 * (1 + pick(3)));
    return table;
}

// Found: the first so many of those expected, in order, that are far enough apart.
bool same(const std::vector<Pair>& found, const std::vector<Pair>& expected, std::size_t top,
          double minRatio)
{
    const auto end = std::partition_point(expected.begin(), expected.end(),
                                          [&](const Pair& pair) { return pair.ratio >= minRatio; });
    const auto count = std::min(top, static_cast<std::size_t>(end - expected.begin()));
    return std::equal(found.begin(), found.end(), expected.begin(),
                      expected.begin() + static_cast<std::ptrdiff_t>(count),
                      [](const Pair& one, const Pair& two) {
                          return one.a == two.a && one.b == two.b && one.ratio == two.ratio &&
                                 one.distance == two.distance && one.costA == two.costA &&
                                 one.costB == two.costB;
                      });
}

void holdAgainstEveryPair(const ProfileTable& table, const Likeness& likeness)
{
    const std::vector<Pair> expected = everyPair(table, likeness);
    const std::vector<Pair> once = eachOnce(expected);
    for (const std::size_t top : {std::size_t{1}, std::size_t{20}, expected.size() + 5}) {
        for (const double minRatio : {1.0, 2.0}) {
            CAPTURE(top, minRatio);
            CHECK(same(widestPairs(table, likeness, top, minRatio), expected, top, minRatio));
            CHECK(same(widestPairsEachChildOnce(table, likeness, top, minRatio), once, top,
                       minRatio));
        }
    }
    const auto take = [](std::size_t, const Comparators&) {};
    const AllAround around =
        surround(table, likeness, {}, {.comparators = false, .wideFrom = 2}, take, {});
    REQUIRE(around.wide);
    for (const std::size_t top : {std::size_t{0}, std::size_t{20}, kAllPairs}) {
        CAPTURE(top);
        CHECK(same(around.wide->widest(table, likeness.metric, top), expected, top, 2));
    }
    CHECK(same(around.wide->eachChildOnce(table, likeness.metric), once, kAllPairs, 2));
    const auto matched = matchCells(table, likeness, 2, {});
    CHECK((!matched || same(*matched, once, kAllPairs, 2)));
    const bool levels =
        std::ranges::all_of(table.values, [](double value) { return value == std::floor(value); });
    CHECK((matched || !levels || !table.weights.empty() || table.domains > 16));
    const std::vector<double> ratios{1, 2, 3, 5, 10};
    const PairCounts counts = countPairs(table, likeness, ratios);
    CHECK(counts.pairs == expected.size());
    for (std::size_t i = 0; i < ratios.size(); ++i) {
        const auto atLeast = std::count_if(expected.begin(), expected.end(), [&](const Pair& pair) {
            return pair.ratio >= ratios[i];
        });
        CHECK(counts.atLeast[i] == static_cast<std::uint64_t>(atLeast));
    }
}

} // namespace

TEST_CASE("the widest similar-need pairs are those that looking at every pair finds")
{
    const std::vector<Kind> kinds{
        {"a small cohort of levels", 60, 4, 5, 0, 0, false},
        {"a handful of costs, so that most ratios tie", 150, 3, 4, 3, 0, false},
        {"within settings", 300, 5, 5, 0, 3, false},
        {"many to a profile", 250, 2, 3, 6, 2, false},
        {"many different profiles", 500, 8, 5, 0, 0, false},
        {"weighted domains", 250, 4, 5, 20, 2, true},
        {"measurements instead of levels", 200, 3, 0, 0, 0, false},
        {"weighted measurements within groups", 200, 2, 0, 5, 3, true},
        {"more domains than a number can hold", 500, 40, 2, 8, 0, false},
        {"a range of totals", 300, 1, 40, 30, 0, false},
    };
    // Every kind of table by every tolerance, each by one metric in turn: so every two choices
    // meet.
    const std::vector<Metric> metrics{Metric::l1, Metric::euclidean, Metric::max};
    unsigned seed = 1;
    for (const Kind& kind : kinds) {
        for (const double tolerance : {0.0, 0.3, 1.0, 1.5, 2.0, 3.0, 6.0}) {
            const Metric metric = metrics[seed % metrics.size()];
            CAPTURE(kind.name, metric, tolerance);
            holdAgainstEveryPair(randomTable(kind, ++seed), {metric, tolerance});
        }
    }
}

TEST_CASE("a cohort too large for one round gives the same pairs")
{
    for (const Kind& kind :
         {Kind{"levels", 8600, 10, 5, 0, 0, false}, Kind{"tied costs", 8600, 6, 5, 400, 2, false},
          Kind{"measurements", 8600, 4, 0, 0, 0, false}}) {
        CAPTURE(kind.name);
        const ProfileTable table = randomTable(kind, 7);
        const Likeness likeness{Metric::l1, kind.levels == 0 ? 0.02 : 1.0};
        const std::vector<Pair> expected = everyPair(table, likeness);
        CHECK(same(widestPairs(table, likeness, 20), expected, 20, 1));
        CHECK(same(widestPairsEachChildOnce(table, likeness, 20), eachOnce(expected), 20, 1));
        CHECK(countPairs(table, likeness, {}).pairs == expected.size());
    }
}

TEST_CASE("where few are dear, most of the cheap are passed over, and no pair is lost")
{
    ProfileTable levels = randomTable({"levels", 9000, 10, 5, 0, 0, false}, 11);
    std::mt19937 random(12);
    for (std::size_t i = 0; i < levels.values.size(); i += 2)
        levels.values[i] = static_cast<double>(random() % 5); // so that few profiles repeat
    for (std::size_t row = 0; row < levels.size(); row += 40)
        levels.costs[row] *= 30;
    for (std::size_t row = 0; row < levels.size(); row += 7)
        levels.values[row * 10 + row % 10] = std::numeric_limits<double>::quiet_NaN();
    // Half a level lies between neighbours, and is near both; a number too large for a level is
    // near itself.
    ProfileTable dearBetween = levels, cheapBetween = levels, huge = levels;
    dearBetween.values[40 * 10] += 0.5;
    cheapBetween.values[41 * 10] += 0.5;
    huge.values[40 * 10] = huge.values[41 * 10] = 1e300;
    const Likeness likeness{Metric::l1, 1};
    for (const ProfileTable* table : {&levels, &dearBetween, &cheapBetween, &huge}) {
        const std::vector<Pair> expected = everyPair(*table, likeness);
        const std::vector<Pair> once = eachOnce(expected);
        for (const std::size_t top : {std::size_t{1}, std::size_t{20}, std::size_t{200}}) {
            CAPTURE(top);
            CHECK(same(widestPairs(*table, likeness, top), expected, top, 1));
            CHECK(same(widestPairsEachChildOnce(*table, likeness, top), once, top, 1));
        }
    }
}

TEST_CASE("costs as far apart as numbers can be are compared like others")
{
    ProfileTable table = randomTable({"levels", 9000, 10, 5, 0, 0, false}, 3);
    for (std::size_t row = 0; row < 400; ++row)
        table.costs[row] = row % 2 == 0 ? 1e306 : 1e-306; // their ratio is no longer a number
    const std::vector<Pair> expected = everyPair(table, {Metric::l1, 1});
    REQUIRE(std::isinf(expected[0].ratio));
    CHECK(same(widestPairs(table, {Metric::l1, 1}, 20), expected, 20, 1));
}

TEST_CASE("one very cheap child fills the plain list but appears once in the other")
{
    ProfileTable table;
    table.domains = 1;
    for (int row = 0; row < 30; ++row) {
        table.values.push_back(2);
        table.costs.push_back(row == 13 ? 10.0 : 1000.0 + row);
    }
    const auto plain = widestPairs(table, {Metric::l1, 0}, 20);
    REQUIRE(plain.size() == 20);
    for (const Pair& pair : plain)
        CHECK(pair.b == 13);
    const auto once = widestPairsEachChildOnce(table, {Metric::l1, 0}, 20);
    REQUIRE(once.size() == 15); // thirty children make fifteen pairs
    CHECK(once[0].a == 29);
    CHECK(once[0].b == 13);
    CHECK(once[1].a == 28);
    CHECK(once[1].b == 0);
}

TEST_CASE("cohorts with hardly anybody in them have no pairs, or one")
{
    ProfileTable table;
    table.domains = 2;
    CHECK(widestPairs(table, {}, 20).empty());
    CHECK(widestPairsEachChildOnce(table, {}, 20).empty());
    CHECK(countPairs(table, {}, {}).pairs == 0);

    table.values = {1, 2};
    table.costs = {500};
    CHECK(widestPairs(table, {}, 20).empty());
    CHECK(countPairs(table, {}, {}).children == 1);

    table.values = {1, 2, 1, 3};
    table.costs = {500, 1500};
    const auto pairs = widestPairs(table, {}, 20);
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].a == 1);
    CHECK(pairs[0].b == 0);
    CHECK(pairs[0].distance == 1);
    CHECK(pairs[0].ratio == 3);
    CHECK(widestPairs(table, {}, 0).empty());
    CHECK(widestPairs(table, {Metric::l1, 0.5}, 20).empty());
}

TEST_CASE("children who cost the same are pairs with ratio one, the earlier first")
{
    ProfileTable table;
    table.domains = 1;
    table.values.assign(1000, 3);
    table.costs.assign(1000, 480);
    const auto pairs = widestPairs(table, {Metric::l1, 0}, 3);
    REQUIRE(pairs.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(pairs[i].a == 0);
        CHECK(pairs[i].b == i + 1);
        CHECK(pairs[i].ratio == 1);
    }
    CHECK(countPairs(table, {Metric::l1, 0}, {}).pairs == 1000 * 999 / 2);
    CHECK(widestPairsEachChildOnce(table, {Metric::l1, 0}, kAllPairs).size() == 500);
}

TEST_CASE("a child without a cost above zero, a complete profile or a group is not compared")
{
    ProfileTable table;
    table.domains = 1;
    const double missing = std::numeric_limits<double>::quiet_NaN();
    table.values = {1, 1, 1, missing, 1, 1};
    table.costs = {100, 0, -5, 700, missing, 900};
    table.groups = {0, 0, 0, 0, 0, -1};
    CHECK(widestPairs(table, {}, 20).empty());
    CHECK(countPairs(table, {}, {}).children == 1);
}

TEST_CASE(
    "differences that add up to the tolerance are within it, whatever their last binary digit")
{
    ProfileTable table;
    table.domains = 3;
    table.values = {0, 0, 0, 1, 1, 1};
    table.weights = {0.1, 0.1, 0.1}; // 0.1 + 0.1 + 0.1 is a little more than 0.3
    table.costs = {100, 200};
    CHECK(countPairs(table, {Metric::l1, 0.3}, {}).pairs == 1);
    CHECK(countPairs(table, {Metric::l1, 0.29}, {}).pairs == 0);
}
