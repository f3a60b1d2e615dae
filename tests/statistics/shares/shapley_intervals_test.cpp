// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/numbers/random.h"
#include "statistics/shares/shapley.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>

using namespace twelvefold::statistics;

namespace {

// Need, a setting in some of four levels, and a cost that follows both.
struct Children
{
    std::vector<double> need, distance, cost;
    std::vector<int> setting;

    std::vector<ModelGroup> groups() const
    {
        return {
            {"need", {need}, {}}, {"setting", {}, {{setting, 4}}}, {"distance", {distance}, {}}};
    }
};

Children childrenOf(std::size_t n, std::uint64_t seed)
{
    Random random(seed);
    Children children;
    for (std::size_t i = 0; i < n; ++i) {
        children.need.push_back(20 + 8 * random.normal());
        children.setting.push_back(static_cast<int>(random.below(4)));
        children.distance.push_back(random.uniform() * 60);
        children.cost.push_back(6 + 0.03 * children.need.back() + 0.4 * children.setting.back() +
                                0.6 * random.normal());
    }
    return children;
}

Children pick(const Children& from, const std::vector<std::size_t>& rows)
{
    Children children;
    for (const std::size_t row : rows) {
        children.need.push_back(from.need[row]);
        children.setting.push_back(from.setting[row]);
        children.distance.push_back(from.distance[row]);
        children.cost.push_back(from.cost[row]);
    }
    return children;
}

double needShare(const Children& children)
{
    const auto groups = children.groups();
    const SubModels models(children.cost, groups);
    return shapley(models, eachAlone(models), 1).groups[0].share.value();
}

} // namespace

TEST_CASE("Intervals of shares are those of refits of the very cases drawn")
{
    const Children children = childrenOf(70, 1);
    const auto groups = children.groups();
    const SubModels models(children.cost, groups);
    Shapley shares = shapley(models, eachAlone(models), 1);
    REQUIRE(addIntervals(models, eachAlone(models), shares, {.replicates = 400, .seed = 21}));

    std::vector<double> replicates, without;
    for (std::uint64_t k = 0; k < 400; ++k) {
        Random random(21, k);
        std::vector<std::size_t> rows;
        for (std::size_t i = 0; i < 70; ++i)
            rows.push_back(random.below(70));
        replicates.push_back(needShare(pick(children, rows)));
    }
    for (std::size_t left = 0; left < 70; ++left) {
        std::vector<std::size_t> rows;
        for (std::size_t i = 0; i < 70; ++i)
            if (i != left)
                rows.push_back(i);
        without.push_back(needShare(pick(children, rows)));
    }
    const BcaInterval expected = bcaInterval(replicates, needShare(children), without);
    CHECK(*shares.groups[0].lower == Approx(*expected.lower).epsilon(1e-9));
    CHECK(*shares.groups[0].upper == Approx(*expected.upper).epsilon(1e-9));
    CHECK(*shares.lower < shares.rSquared);
    CHECK(*shares.upper > shares.rSquared);
}

TEST_CASE("Clusters are drawn whole: the same child twice is worth no more than once")
{
    const Children once = childrenOf(60, 2);
    std::vector<std::size_t> rows;
    std::vector<std::uint32_t> clusters;
    for (std::size_t i = 0; i < 120; ++i) {
        rows.push_back(i / 2);
        clusters.push_back(static_cast<std::uint32_t>(i / 2));
    }
    const Children twice = pick(once, rows);
    const auto groups = once.groups(), doubled = twice.groups();
    const SubModels models(once.cost, groups), twiceModels(twice.cost, doubled);
    Shapley single = shapley(models, eachAlone(models), 1),
            clustered = shapley(twiceModels, eachAlone(twiceModels), 1);
    REQUIRE(addIntervals(models, eachAlone(models), single, {.replicates = 200, .seed = 3}));
    REQUIRE(addIntervals(twiceModels, eachAlone(twiceModels), clustered,
                         {.replicates = 200, .seed = 3, .clusters = clusters}));
    for (std::size_t g = 0; g < 3; ++g) {
        CHECK(*clustered.groups[g].lower == Approx(*single.groups[g].lower).epsilon(1e-9));
        CHECK(*clustered.groups[g].upper == Approx(*single.groups[g].upper).epsilon(1e-9));
    }
}

TEST_CASE("Batches of a large cohort give the interval that single cases give")
{
    // Just beyond the size at which batches are drawn, against clusters of one case each.
    const Children children = childrenOf(5200, 4);
    const auto groups = children.groups();
    const SubModels models(children.cost, groups);
    std::vector<std::uint32_t> singly(5200);
    for (std::size_t i = 0; i < singly.size(); ++i)
        singly[i] = static_cast<std::uint32_t>(i);
    Shapley batches = shapley(models, eachAlone(models), 1), cases = batches;
    REQUIRE(addIntervals(models, eachAlone(models), batches, {.replicates = 600, .seed = 5}));
    REQUIRE(addIntervals(models, eachAlone(models), cases,
                         {.replicates = 600, .seed = 5, .clusters = singly}));
    for (std::size_t g = 0; g < 3; ++g) {
        const double wide = *cases.groups[g].upper - *cases.groups[g].lower;
        CHECK(*batches.groups[g].lower == Approx(*cases.groups[g].lower).margin(0.15 * wide));
        CHECK(*batches.groups[g].upper == Approx(*cases.groups[g].upper).margin(0.15 * wide));
    }
}

TEST_CASE("Intervals can be stopped, and then nothing has changed")
{
    const Children children = childrenOf(50, 6);
    const auto groups = children.groups();
    const SubModels models(children.cost, groups);
    Shapley shares = shapley(models, eachAlone(models), 1);
    std::stop_source stop;
    stop.request_stop();
    CHECK_FALSE(addIntervals(models, eachAlone(models), shares, {.replicates = 100, .seed = 5},
                             stop.get_token()));
    CHECK_FALSE(shares.lower);
    CHECK(addIntervals(models, eachAlone(models), shares, {.replicates = 0, .seed = 5}));
    CHECK_FALSE(shares.lower);
}
