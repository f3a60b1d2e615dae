// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/methods/suppression.h"

#include <catch2/catch.hpp>
#include <numeric>

using twelvefold::analysis::withheldCounts;

namespace {

constexpr std::uint64_t kThreshold = 6;

std::vector<bool> withheld(std::vector<std::uint64_t> counts)
{
    return withheldCounts(counts, kThreshold);
}

} // namespace

TEST_CASE("counts of six and more, and noughts, are published")
{
    CHECK(withheld({6, 100, 0}) == std::vector<bool>{false, false, false});
    CHECK(withheld({}).empty());
}

TEST_CASE("one small count takes the next smallest with it, or the total would give it away")
{
    CHECK(withheld({3, 40, 12, 0}) == std::vector<bool>{true, false, true, false});
}

TEST_CASE("two small counts that together are still small take a third with them")
{
    CHECK(withheld({1, 2, 50, 9}) == std::vector<bool>{true, true, false, true});
    CHECK(withheld({3, 3, 50}) == std::vector<bool>{true, true, false});
}

TEST_CASE("a nought is withheld only when nothing else is left")
{
    CHECK(withheld({4, 0}) == std::vector<bool>{true, true});
    CHECK(withheld({4}) == std::vector<bool>{true});
}

TEST_CASE("from a published row and its total nobody can tell a withheld count to within six")
{
    // Every row of three counts from 0 to 12: what is withheld could be anything from 0 to the sum
    // of all that is withheld, so that sum must be at least the threshold wherever it can be.
    for (std::uint64_t a = 0; a <= 12; ++a) {
        for (std::uint64_t b = 0; b <= 12; ++b) {
            for (std::uint64_t c = 0; c <= 12; ++c) {
                const std::vector<std::uint64_t> counts{a, b, c};
                const auto hidden = withheld(counts);
                std::uint64_t sum = 0;
                bool any = false;
                for (std::size_t i = 0; i < 3; ++i) {
                    if (counts[i] > 0 && counts[i] < kThreshold)
                        CHECK(hidden[i]);
                    any = any || hidden[i];
                    sum += hidden[i] ? counts[i] : 0;
                }
                if (any && a + b + c >= kThreshold)
                    CHECK(sum >= kThreshold);
            }
        }
    }
}
