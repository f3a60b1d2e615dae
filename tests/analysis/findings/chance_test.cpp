// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "analysis/findings/compared.h"
#include "analysis/findings/council.h"
#include "analysis/findings/ordinary_spread.h"
#include "statistics/numbers/random.h"
#include "statistics/similar/every_pair.h"
#include "statistics/similar/near_pairs.h"

#include "support/catch.h"

#include <cmath>
#include <set>

using namespace twelvefold;
using namespace twelvefold::analysis;
using namespace twelvefold::statistics;
using domain::Setting;
using tests::ChildRow;
using tests::cohortOf;
using tests::inventedCouncil;
using tests::plainFramework;

namespace {

SimilarNeed withChance(const domain::Cohort& cohort, Options options, int draws)
{
    options.bootstrapReplicates = 0;
    options.chanceDraws = draws;
    Findings findings = analyse(cohort, options);
    resample(cohort, findings);
    return findings.similarNeed;
}

} // namespace

TEST_CASE("the list of pairs within the tolerance is complete and names each pair once")
{
    const domain::Cohort council = inventedCouncil(300, 41);
    const Compared children = compared(council);
    for (const bool within : {false, true}) {
        const ProfileTable table = profileTable(council, children, within);
        const NearPairs pairs(table, {Metric::l1, 3}, {});
        std::set<std::pair<std::size_t, std::size_t>> listed;
        for (std::size_t row = 0; row < pairs.rows(); ++row) {
            for (const std::uint32_t later : pairs.after(row)) {
                CHECK(later > row);
                CHECK(listed.insert({row, later}).second);
            }
        }
        const auto every = tests::everyPair(table, {Metric::l1, 3});
        CHECK(listed.size() == every.size());
        for (const Pair& pair : every)
            CHECK(listed.contains(std::minmax(pair.a, pair.b)));
    }
}

TEST_CASE("where all needs are the same, dealing costs again changes nothing")
{
    std::vector<ChildRow> children;
    for (int i = 0; i < 40; ++i)
        children.push_back({{2, 2}, std::round(100 * std::exp(6 + 0.07 * i)) / 100});
    const SimilarNeed similar = withChance(cohortOf(plainFramework(2), children), {}, 25);
    for (const auto& [ratio, reference] : similar.dealtAtRandom) {
        CHECK(reference.expected == static_cast<double>(similar.pairsAtLeast.at(ratio)));
        CHECK(reference.p == 1);
    }
}

TEST_CASE("within settings, costs are dealt within settings")
{
    // Each setting has one cost: dealt within, no pair ever differs; dealt across, many would.
    std::vector<ChildRow> children;
    for (int i = 0; i < 30; ++i)
        children.push_back({{i % 3, 2},
                            i % 2 == 0 ? 480.0 : 5400.0,
                            i % 2 == 0 ? Setting::inHouseFoster : Setting::childrensHome});
    Options options;
    options.withinSetting = true;
    const SimilarNeed similar = withChance(cohortOf(plainFramework(2), children), options, 25);
    CHECK(similar.pairsAtLeast.at(2) == 0);
    CHECK(similar.dealtAtRandom.at(2).expected == 0);
    CHECK(similar.dealtAtRandom.at(2).p == 1);
}

TEST_CASE("cost that follows need is told from cost that does not")
{
    Random random(5);
    std::vector<ChildRow> follows, unrelated;
    for (int i = 0; i < 200; ++i) {
        const int need = i % 5;
        const double cost = 300 * std::exp(0.6 * need + 0.05 * random.normal());
        follows.push_back({{need, need, need}, cost});
        const int other = static_cast<int>(random.below(5));
        unrelated.push_back({{other, other, other}, cost});
    }
    // Fewer wide pairs than dealing gives: as many or more in every draw.
    const SimilarNeed one = withChance(cohortOf(plainFramework(3), follows), {}, 99);
    CHECK(one.pairsAtLeast.at(2) == 0);
    CHECK(one.dealtAtRandom.at(2).expected > 1000);
    CHECK(one.dealtAtRandom.at(2).p == 1);
    const SimilarNeed other = withChance(cohortOf(plainFramework(3), unrelated), {}, 99);
    CHECK(other.dealtAtRandom.at(2).p > 0.02);
    CHECK(other.dealtAtRandom.at(2).expected ==
          Approx(static_cast<double>(other.pairsAtLeast.at(2))).epsilon(0.05));
}

TEST_CASE("extreme children stand out against ordinary spread and do not widen it")
{
    Random random(6);
    std::vector<ChildRow> children;
    for (int i = 0; i < 300; ++i) {
        const int need = i % 5;
        children.push_back({{need, need}, 400 * std::exp(0.3 * need + 0.15 * random.normal())});
    }
    const SimilarNeed before = withChance(cohortOf(plainFramework(2), children), {}, 99);
    CHECK(before.pairsAtLeast.at(5) == 0);
    CHECK(before.ordinarySpread.at(2).p > 0.02);
    for (std::size_t i = 0; i < 300; i += 30)
        *children[i].cost *= 8;
    const SimilarNeed after = withChance(cohortOf(plainFramework(2), children), {}, 99);
    CHECK(after.pairsAtLeast.at(5) > 300);
    CHECK(after.ordinarySpread.at(5).expected < 1);
    CHECK(after.ordinarySpread.at(5).p == Approx(1.0 / 100));
}

TEST_CASE("ordinary spread is that of each setting, its robust line for ten children or more")
{
    std::vector<ChildRow> children;
    for (int i = 0; i < 12; ++i) // exactly on a line
        children.push_back({{i % 5, 0}, std::exp(6 + 0.2 * (i % 5))});
    children.push_back({{4, 4}, 5000.0, Setting::secure});
    children.push_back({{4, 4}, 6000.0, Setting::secure});
    children.push_back({{4, 4}, 7000.0, Setting::secure});
    const domain::Cohort cohort = cohortOf(plainFramework(2), children);
    const Compared compared = analysis::compared(cohort);
    const OrdinarySpread spread(cohort, compared);
    const std::vector<double> draw = spread.draw(Random(1));
    for (std::size_t i = 0; i < 12; ++i)
        CHECK(draw[i] == Approx(compared.logCost[i]).epsilon(1e-9));
    // The median size of all residuals is nought, so the small setting has no spread either.
    for (std::size_t i = 12; i < 15; ++i)
        CHECK(draw[i] == Approx(std::log(6000.0)).epsilon(1e-9));
}

TEST_CASE("without pairs, or with no draws asked for, nothing is said of chance")
{
    const SimilarNeed alone =
        withChance(cohortOf(plainFramework(1), {{{0}, 100}, {{4}, 500}}), {}, 20);
    CHECK(alone.dealtAtRandom.empty());
    CHECK(alone.ordinarySpread.empty());
    CHECK(withChance(inventedCouncil(100, 3), {}, 0).dealtAtRandom.empty());
}
