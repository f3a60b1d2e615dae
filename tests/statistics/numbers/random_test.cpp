// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/numbers/random.h"

#include "statistics/description/descriptive.h"
#include "statistics/numbers/distributions.h"

#include "support/catch.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <vector>

using namespace twelvefold::statistics;

TEST_CASE("The generator gives the known answers that its authors publish")
{
    // Random123, kat_vectors: philox4x32 with 10 rounds.
    using Block = std::array<std::uint32_t, 4>;
    CHECK(philox({0, 0, 0, 0}, {0, 0}) ==
          Block{0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U});
    constexpr std::uint32_t kOnes = 0xffffffffU;
    CHECK(philox({kOnes, kOnes, kOnes, kOnes}, {kOnes, kOnes}) ==
          Block{0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU});
    CHECK(
        philox({0x243f6a88U, 0x85a308d3U, 0x13198a2eU, 0x03707344U}, {0xa4093822U, 0x299f31d0U}) ==
        Block{0xd16cfe09U, 0x94fdcceb, 0x5001e420U, 0x24126ea1U});
}

TEST_CASE("A stream depends on its seed and number alone")
{
    Random first(5, 1), again(5, 1), otherStream(5, 2), otherSeed(6, 1);
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::uint64_t value = first.bits64();
        CHECK(value == again.bits64());
        seen.insert(value);
        seen.insert(otherStream.bits64());
        seen.insert(otherSeed.bits64());
    }
    CHECK(seen.size() == 3000);
}

TEST_CASE("Whole numbers below n are all there and equally likely")
{
    for (const std::uint32_t n : {1U, 2U, 3U, 7U, 534U}) {
        Random random(42, n);
        std::vector<double> counts(n, 0.0);
        const double draws = 200.0 * n;
        for (double i = 0; i < draws; ++i)
            counts[random.below(n)] += 1.0;
        double chiSquared = 0.0;
        for (double count : counts)
            chiSquared += (count - 200.0) * (count - 200.0) / 200.0;
        if (n > 1)
            CHECK(chiSquaredSf(chiSquared, n - 1.0) > 0.001);
        else
            CHECK(counts[0] == 200.0);
    }
    // Three quarters of the range: taking a remainder would favour the lower numbers plainly.
    Random random(1);
    constexpr std::uint32_t kLarge = 0xC0000000U;
    int lower = 0;
    for (int i = 0; i < 3000; ++i)
        lower += random.below(kLarge) < kLarge / 3 ? 1 : 0;
    CHECK(lower > 900);
    CHECK(lower < 1100);
}

TEST_CASE("Uniform numbers stay inside their interval, and normal ones have their moments")
{
    Random random(20260331);
    std::vector<double> uniforms, normals;
    for (int i = 0; i < 20000; ++i) {
        uniforms.push_back(random.uniform());
        normals.push_back(random.normal());
    }
    CHECK(range(uniforms)->min > 0.0);
    CHECK(range(uniforms)->max < 1.0);
    CHECK(*mean(uniforms) == Approx(0.5).margin(0.01));
    CHECK(*mean(normals) == Approx(0.0).margin(0.03));
    CHECK(*standardDeviation(normals) == Approx(1.0).margin(0.03));
    const auto beyond = std::count_if(normals.begin(), normals.end(),
                                      [](double z) { return z > 1.6448536269514722; });
    CHECK(static_cast<double>(beyond) == Approx(1000.0).margin(120.0));
}

TEST_CASE("Shuffling keeps every value and reaches every order")
{
    std::vector<int> values(100);
    std::iota(values.begin(), values.end(), 0);
    Random(3).shuffle(std::span(values));
    CHECK_FALSE(std::is_sorted(values.begin(), values.end()));
    std::sort(values.begin(), values.end());
    for (int i = 0; i < 100; ++i)
        CHECK(values[static_cast<std::size_t>(i)] == i);
    std::set<std::vector<int>> orders;
    for (std::uint64_t stream = 0; stream < 200; ++stream) {
        std::vector<int> three{1, 2, 3};
        Random(9, stream).shuffle(std::span(three));
        orders.insert(three);
    }
    CHECK(orders.size() == 6);
    std::vector<int> none;
    Random(3).shuffle(std::span(none));
    CHECK(none.empty());
}
