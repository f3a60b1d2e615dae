// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "analysis/findings/council.h"
#include "statistics/numbers/parallel.h"
#include "statistics/numbers/random.h"
#include "statistics/regression/huber.h"
#include "statistics/regression/mm.h"

#include "support/catch.h"

#include <bit>

using namespace twelvefold;
using namespace twelvefold::analysis;
using namespace twelvefold::statistics;

namespace {

// Puts the number of threads back, however a test ends.
struct Threads
{
    explicit Threads(std::size_t count) { useThreads(count); }
    ~Threads() { useThreads(0); }
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;
};

void add(std::vector<std::uint64_t>& bits, const std::optional<double>& value)
{
    bits.push_back(value ? std::bit_cast<std::uint64_t>(*value) : ~std::uint64_t{0});
}

// Every number of the findings, bit for bit.
std::vector<std::uint64_t> bitsOf(const Findings& findings)
{
    std::vector<std::uint64_t> bits;
    for (const Correlation& c : findings.correlations)
        for (const auto& value : {c.estimate, c.lower, c.upper, c.p, c.q})
            add(bits, value);
    for (const auto& value :
         {findings.needExplains.rSquared, findings.needExplains.lower, findings.needExplains.upper,
          findings.line.intercept, findings.line.slope, findings.line.scale})
        add(bits, value);
    for (const ExpectedCost& cost : findings.expectedCosts) {
        for (const auto& value : {cost.expected, cost.lowerQuartile, cost.upperQuartile, cost.lower,
                                  cost.upper, cost.ratio})
            add(bits, value);
        bits.push_back(cost.comparatorCount);
        bits.insert(bits.end(), cost.comparators.begin(), cost.comparators.end());
    }
    bits.push_back(findings.similarNeed.pairsConsidered);
    for (const auto& [ratio, count] : findings.similarNeed.pairsAtLeast)
        bits.push_back(count);
    for (const auto* references :
         {&findings.similarNeed.dealtAtRandom, &findings.similarNeed.ordinarySpread})
        for (const auto& [ratio, reference] : *references) {
            add(bits, reference.expected);
            add(bits, reference.p);
        }
    return bits;
}

} // namespace

TEST_CASE("findings do not depend on the number of threads")
{
    // Enough profiles that the work is shared out.
    const domain::Cohort council = tests::inventedCouncil(6000, 12);
    Options options;
    options.bootstrapReplicates = 99;
    options.chanceDraws = 9;
    const auto found = [&](std::size_t threads) {
        const Threads use(threads);
        Findings findings = analyse(council, options);
        resample(council, findings);
        return bitsOf(findings);
    };
    const auto one = found(1);
    CHECK(one.size() > 10000);
    CHECK(found(2) == one);
    CHECK(found(5) == one);
}

TEST_CASE("regressions of many rows do not depend on the number of threads")
{
    constexpr std::size_t kRows = 70000; // more than two chunks
    Random random(4, 0);
    std::vector<double> level(kRows), any(kRows), y(kRows);
    for (std::size_t i = 0; i < kRows; ++i) {
        level[i] = random.below(5);
        any[i] = random.normal();
        y[i] = 6 + 0.1 * level[i] + 0.2 * any[i] + random.normal();
    }
    for (const bool coded : {true, false}) {
        Design design(kRows);
        design.intercept().column("level", level);
        if (!coded)
            design.column("any", any);
        const auto found = [&](std::size_t threads) {
            const Threads use(threads);
            std::vector<std::uint64_t> bits;
            for (const Coefficient& c : leastSquares(design, y).coefficients) {
                add(bits, c.estimate);
                add(bits, c.hc3->standardError);
            }
            for (const Coefficient& c : huber(design, y).coefficients)
                add(bits, c.estimate);
            for (const Coefficient& c : mmRegression(design, y, 1).coefficients)
                add(bits, c.classical->standardError);
            return bits;
        };
        const auto one = found(1);
        CHECK(found(2) == one);
        CHECK(found(5) == one);
    }
}
