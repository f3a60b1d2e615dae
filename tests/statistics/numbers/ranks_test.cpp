// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/numbers/random.h"
#include "statistics/numbers/ranks.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

namespace {

using namespace twelvefold::statistics;

// By definition: how many are below, less how many are above.
std::vector<std::int32_t> ranksByDefinition(const std::vector<double>& values)
{
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::int32_t> ranks;
    for (const double value : values) {
        const auto [low, high] = std::equal_range(sorted.begin(), sorted.end(), value);
        ranks.push_back(static_cast<std::int32_t>((low - sorted.begin()) - (sorted.end() - high)));
    }
    return ranks;
}

double sumOfProducts(const std::vector<std::int32_t>& a, const std::vector<std::int32_t>& b)
{
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::int64_t{a[i]} * b[i];
    return static_cast<double>(sum);
}

struct Kind
{
    std::string name;
    std::function<double(Random&)> value;
};

// Each goes a way of its own: counted, as whole pence, by leading digits, with a look at the rest.
const std::vector<Kind>& kinds()
{
    static const std::vector<Kind> list{
        {"scores", [](Random& random) { return std::floor(41 * random.uniform()); }},
        {"scores below zero", [](Random& random) { return std::floor(9 * random.uniform()) - 4; }},
        {"whole numbers far apart",
         [](Random& random) { return std::floor(1e9 * (random.uniform() - 0.5)); }},
        {"costs in pence", [](Random& random) { return std::floor(1e6 * random.uniform()) / 100; }},
        {"any numbers", [](Random& random) { return random.normal(); }},
        {"many magnitudes", [](Random& random) { return std::exp(200 * random.normal()); }},
        {"near-equal numbers and one far off",
         [](Random& random) {
             const double u = random.uniform();
             return u < 0.001 ? -1e300 : 1 + 1e-13 * std::floor(1000 * u);
         }},
        {"zeros of both signs",
         [](Random& random) { return random.uniform() < 0.5 ? -0.0 : 0.0; }}};
    return list;
}

std::vector<double> drawn(const Kind& kind, std::size_t n, std::uint64_t stream)
{
    Random random(1904, stream);
    std::vector<double> values(n);
    for (double& value : values)
        value = kind.value(random);
    return values;
}

} // namespace

TEST_CASE("Ranks of columns of every kind are those by definition")
{
    for (const Kind& kind : kinds()) {
        for (const std::size_t n : {1U, 2U, 9U, 300U, 5000U}) {
            INFO(kind.name << ", " << n);
            const std::vector<double> values = drawn(kind, n, n);
            const std::vector<std::int32_t> ranks = ranksByDefinition(values);
            CHECK(centredRanks(values) == ranks);
            const Levels levels = levelsOf(values);
            std::vector<double> distinct = values;
            std::sort(distinct.begin(), distinct.end());
            distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
            REQUIRE(levels.counts.size() == distinct.size());
            for (std::size_t row = 0; row < n; ++row)
                REQUIRE(distinct[levels.level[row]] == values[row]);
        }
    }
}

TEST_CASE("Sums of products of ranks are exact whichever kinds of column meet")
{
    constexpr std::size_t kRows = 3000;
    for (const Kind& one : kinds()) {
        for (const Kind& other : kinds()) {
            INFO(one.name << " and " << other.name);
            const std::vector<double> x = drawn(one, kRows, 1), y = drawn(other, kRows, 2);
            const auto ranksX = ranksByDefinition(x), ranksY = ranksByDefinition(y);
            const RankSums sums = rankSums(x, y);
            CHECK(sums.xx == sumOfProducts(ranksX, ranksX));
            CHECK(sums.yy == sumOfProducts(ranksY, ranksY));
            CHECK(sums.xy == sumOfProducts(ranksX, ranksY));
        }
    }
}

TEST_CASE("Sums of products of ranks stay exact beyond what whole numbers hold")
{
    // Of n distinct values the squares add up to (n³ - n)/3.
    constexpr std::size_t kRows = 2500000;
    std::vector<double> rising(kRows), falling(kRows);
    for (std::size_t row = 0; row < kRows; ++row) {
        rising[row] = static_cast<double>(row);
        falling[row] = -std::sqrt(rising[row]);
    }
    const RankSums sums = rankSums(rising, falling);
    constexpr std::uint64_t kSize = kRows;
    const auto expected = static_cast<double>(kSize * (kSize * kSize - 1) / 3);
    CHECK(sums.xx == expected);
    CHECK(sums.yy == expected);
    CHECK(sums.xy == -expected);
    CHECK_FALSE(sums.anyTies);
}
