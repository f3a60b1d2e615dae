// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/paid_care.h"

#include "analysis/findings/cost_shares.h"
#include "analysis/findings/council.h"
#include "analysis/findings/paid_council.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace {

using namespace twelvefold;
using analysis::PaidCare;
using analysis::PaidChild;
using domain::Money;
using domain::PlacementKind;
using domain::Setting;
using tests::careOf;
using tests::councilOf;
using tests::Paying;

void holdSum(const analysis::Amounts& amounts)
{
    CHECK(amounts.need + amounts.placement + amounts.price == amounts.spend);
}

} // namespace

TEST_CASE("need, placement and price are what is paid, to the penny, for every child and sum")
{
    for (const std::size_t n : {30U, 60U, 200U, 500U}) {
        const auto cohort = councilOf(n);
        const PaidCare care = careOf(cohort);
        REQUIRE_FALSE(care.undefined);
        Money spend;
        for (const PaidChild& child : care.children) {
            holdSum(child.amounts);
            CHECK(child.amounts.spend == Money::fromPounds(child.cost));
            spend += child.amounts.spend;
        }
        const auto found = analysis::amounts(cohort, care);
        holdSum(found.whole);
        CHECK(found.whole.spend == spend);
        analysis::Amounts settings, providers;
        for (const auto& [setting, amounts] : found.settings) {
            holdSum(amounts);
            settings += amounts;
        }
        for (const auto& [provider, amounts] : found.providers) {
            holdSum(amounts);
            providers += amounts;
        }
        CHECK(settings == found.whole);
        CHECK(providers == found.whole);
        CHECK(found.placementMore + found.placementLess == found.whole.placement);
        CHECK(found.priceMore + found.priceLess == found.whole.price);
    }
}

TEST_CASE("over all paid care placement and price each come to nothing but for rounding")
{
    const auto cohort = councilOf(400);
    const auto found = analysis::amounts(cohort, careOf(cohort));
    CHECK(std::llabs(found.whole.placement.inPence()) <= 400);
    CHECK(std::llabs(found.whole.price.inPence()) <= 400);
    CHECK(found.placementMore > Money::pounds(10'000));
}

TEST_CASE("what need leads to is the same wherever a child of that need and age lives")
{
    auto cohort = councilOf(300);
    // The same need and age in a home and with a foster carer.
    for (const std::size_t row : {0U, 1U}) {
        for (auto& domain : cohort.levels.byDomain)
            domain[row] = 2;
        cohort.needTotal.set(row, 24);
        cohort.age.set(row, 12);
    }
    cohort.setting[0] = Setting::childrensHome;
    cohort.setting[1] = Setting::inHouseFoster;
    const PaidCare care = careOf(cohort);
    const auto &home = *care.of(cohort.child[0]), &foster = *care.of(cohort.child[1]);
    CHECK(home.amounts.need == foster.amounts.need);
    CHECK(home.amounts.placement > Money());
    CHECK(foster.amounts.placement < Money());
    CHECK(home.residentialChance == foster.residentialChance);
}

TEST_CASE("a level more of need never leads to less")
{
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
        auto cohort = councilOf(120, {.noise = 0.6}, seed);
        for (std::size_t row = 0; row < cohort.size(); ++row)
            cohort.age.set(row, 10);
        const PaidCare care = careOf(cohort);
        std::vector<const PaidChild*> byNeed;
        for (const PaidChild& child : care.children)
            byNeed.push_back(&child);
        std::ranges::sort(byNeed, {}, &PaidChild::total);
        for (std::size_t i = 1; i < byNeed.size(); ++i)
            CHECK(byNeed[i]->amounts.need >= byNeed[i - 1]->amounts.need);
    }
}

TEST_CASE("where cost goes with need alone, the kind of placement takes little")
{
    const auto cohort = councilOf(
        400, {.kinship = 6.5, .inHouse = 6.5, .agency = 6.5, .home = 6.5, .perLevel = 0.06});
    const auto found = analysis::amounts(cohort, careOf(cohort));
    CHECK(found.placementMore.inPounds() < 0.05 * found.whole.spend.inPounds());
}

TEST_CASE("where need chooses nothing, it leads to the same for all and the kind takes the rest")
{
    const auto cohort = councilOf(400, {.perLevel = 0, .noise = 0.05, .needChooses = false});
    const PaidCare care = careOf(cohort);
    const double mean = analysis::amounts(cohort, care).whole.spend.inPounds() / 400;
    for (const PaidChild& child : care.children)
        CHECK(child.amounts.need.inPounds() == Approx(mean).epsilon(0.6));
    const auto found = analysis::amounts(cohort, care);
    CHECK(found.placementMore.inPounds() > 0.3 * found.whole.spend.inPounds());
    CHECK(found.priceMore.inPounds() < 0.05 * found.whole.spend.inPounds());
}

TEST_CASE("a price at three times what is usual stands out as price, and moves nobody else's much")
{
    auto cohort = councilOf(300);
    const PaidCare before = careOf(cohort);
    const std::size_t row = 17;
    cohort.weeklyCost.set(row, 3 * cohort.weeklyCost.values[row]);
    const PaidCare after = careOf(cohort);
    const PaidChild& dear = *after.of(cohort.child[row]);
    CHECK(dear.amounts.price.inPounds() > 0.5 * dear.cost);
    REQUIRE(dear.standardPrice);
    CHECK(*dear.standardPrice > 6);
    for (std::size_t i = 0; i < after.children.size(); ++i) {
        if (i != row)
            CHECK(after.children[i].expectedWithinKind ==
                  Approx(before.children[i].expectedWithinKind).epsilon(0.06));
    }
}

TEST_CASE("nine tenths of children lie in the band of their kind")
{
    const auto cohort = councilOf(600, {.noise = 0.3});
    for (const auto& kind : careOf(cohort).kinds) {
        REQUIRE(kind.coverage);
        CHECK(*kind.coverage > 0.85);
        CHECK(*kind.coverage < 0.97);
        CHECK(*kind.coverageLower < *kind.coverage);
        CHECK(*kind.coverageUpper > *kind.coverage);
        CHECK(kind.perLevel ==
              Approx(0.02).margin(0.016)); // three standard errors of the smallest kind
    }
}

// Of 60 children 92 in 100 lie in a band of nine tenths that they made, by the rounding of ranks.
TEST_CASE("what a kind's band keeps is told of children who had no part in making it")
{
    double inside = 0, inOwn = 0, of = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const PaidCare care = careOf(councilOf(200, {.noise = 0.3}, seed));
        for (const auto& kind : care.kinds)
            inside += static_cast<double>(kind.inside.value_or(0));
        for (const PaidChild& child : care.children)
            inOwn += *child.lower <= child.cost && child.cost <= *child.upper ? 1 : 0;
        of += static_cast<double>(care.children.size());
    }
    CHECK(inside / of == Approx(0.9).margin(0.015));
    CHECK(inOwn / of > inside / of + 0.01);
}

TEST_CASE("a child whose cost makes an end of the band is inside it, whatever rounding says")
{
    std::size_t atAnEnd = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        for (const PaidChild& child : careOf(councilOf(200, {.noise = 0.3}, seed)).children) {
            REQUIRE(child.lower);
            for (const double end : {*child.lower, *child.upper}) {
                if (std::fabs(child.cost / end - 1) > 1e-9)
                    continue;
                ++atAnEnd;
                CHECK(*child.lower <= child.cost);
                CHECK(child.cost <= *child.upper);
            }
        }
    }
    CHECK(atAnEnd > 5);
}

TEST_CASE(
    "parents, adopters, those without cost or need, and those not looked after are left out by "
    "name")
{
    auto cohort = councilOf(100);
    cohort.setting[0] = Setting::withParents;
    cohort.setting[1] = Setting::adoption;
    cohort.setting[2].reset();
    cohort.weeklyCost.clear(3);
    cohort.needTotal.clear(4);
    cohort.kind[5] = domain::CohortKind::inNeed;
    const PaidCare care = careOf(cohort);
    CHECK(care.children.size() == 94);
    for (std::size_t row = 0; row < 6; ++row)
        CHECK(care.of(cohort.child[row]) == nullptr);
    std::size_t told = 0;
    for (const auto& reason : care.trace.leftOut)
        told += reason.n;
    CHECK(told == 6);
    CHECK(analysis::amounts(cohort, care).leftOut == 6);
}

TEST_CASE("whoever is looked at, a child's amounts are the same")
{
    const auto cohort = councilOf(250);
    const PaidCare care = careOf(cohort);
    std::vector<std::size_t> some;
    analysis::Amounts wanted;
    for (std::size_t row = 0; row < cohort.size(); row += 7) {
        some.push_back(row);
        wanted += care.of(cohort.child[row])->amounts;
    }
    CHECK(analysis::amounts(cohort.rows(some), care).whole == wanted);
}

TEST_CASE("fewer than thirty children in paid care are too few, and it says so")
{
    for (const std::size_t n : {0U, 1U, 29U}) {
        const auto cohort = councilOf(n);
        const PaidCare care = careOf(cohort);
        CHECK(care.undefined);
        CHECK(care.children.empty());
        CHECK(analysis::amounts(cohort, care).whole == analysis::Amounts());
    }
}

TEST_CASE("one kind of placement takes nothing, a kind of one child is told with what it rests on")
{
    auto cohort = councilOf(60);
    for (auto& setting : cohort.setting)
        setting = Setting::agencyFoster;
    CHECK(std::llabs(analysis::amounts(cohort, careOf(cohort)).placementMore.inPence()) <
          analysis::amounts(cohort, careOf(cohort)).whole.spend.inPence() / 20);
    cohort.setting[0] = Setting::childrensHome;
    const PaidCare care = careOf(cohort);
    REQUIRE_FALSE(care.undefined);
    const auto& home = care.kinds.back();
    CHECK(home.kind == PlacementKind::residential);
    CHECK(home.n == 1);
    CHECK(home.doubt);
    CHECK_FALSE(care.of(cohort.child[0])->lower);
}

TEST_CASE("nobody under sixteen is expected in supported accommodation")
{
    auto cohort = councilOf(300);
    for (std::size_t row = 0; row < cohort.size(); row += 6) {
        cohort.age.set(row, 17);
        cohort.setting[row] = Setting::supportedAccommodation;
    }
    cohort.age.set(0, 14); // recorded there all the same
    const PaidCare care = careOf(cohort);
    REQUIRE_FALSE(care.undefined);
    CHECK(care.of(cohort.child[0]) != nullptr);
    holdSum(care.of(cohort.child[0])->amounts);
}

TEST_CASE("children without a recorded age are taken at the median age")
{
    auto cohort = councilOf(100);
    for (std::size_t row = 0; row < cohort.size(); ++row)
        cohort.age.set(row, 9);
    const PaidCare all = careOf(cohort);
    cohort.age.clear(3);
    const PaidCare without = careOf(cohort);
    CHECK(without.of(cohort.child[3])->expectedFromNeed ==
          Approx(all.of(cohort.child[3])->expectedFromNeed).epsilon(0.06));
}

TEST_CASE("shares of the difference in cost sum to one, each with what was put in")
{
    const auto byNeed = councilOf(
        400, {.kinship = 6.5, .inHouse = 6.5, .agency = 6.5, .home = 6.5, .perLevel = 0.06});
    auto shares = analysis::costShares(byNeed, careOf(byNeed));
    REQUIRE(shares.need);
    CHECK(shares.need->share + shares.placement->share + shares.price->share == Approx(1));
    CHECK(shares.need->share > 0.9);
    CHECK_FALSE(shares.needWithoutNoise);
    CHECK(*analysis::costShares(byNeed, careOf(byNeed), 0.98).needWithoutNoise ==
          Approx(shares.need->share / 0.98));
    CHECK(*analysis::costShares(byNeed, careOf(byNeed), 0.5).needWithoutNoise == 1);
    CHECK(std::fabs(shares.placement->share) < 0.02);

    const auto byKind = councilOf(400, {.perLevel = 0, .noise = 0.05, .needChooses = false});
    shares = analysis::costShares(byKind, careOf(byKind));
    REQUIRE(shares.need);
    CHECK(std::fabs(shares.need->share) < 0.03);
    CHECK(shares.placement->share > 0.9);

    const auto byPrice =
        councilOf(400, {.kinship = 6.5, .inHouse = 6.5, .agency = 6.5, .home = 6.5, .perLevel = 0});
    shares = analysis::costShares(byPrice, careOf(byPrice));
    CHECK(shares.price->share > 0.95);
}

TEST_CASE("the shares' intervals hold them, and come from the same resamples each time")
{
    const auto cohort = councilOf(150, {.noise = 0.4});
    const PaidCare care = careOf(cohort);
    auto options = tests::quick();
    options.bootstrapReplicates = 299;
    auto shares = analysis::costShares(cohort, care), again = shares;
    REQUIRE(analysis::addShareIntervals(cohort, care, options, shares, {}));
    REQUIRE(analysis::addShareIntervals(cohort, care, options, again, {}));
    for (const auto* share : {&shares.need, &shares.placement, &shares.price}) {
        REQUIRE((*share)->lower);
        CHECK(*(*share)->lower < (*share)->share);
        CHECK(*(*share)->upper > (*share)->share);
    }
    CHECK(*shares.need->lower == *again.need->lower);
}

TEST_CASE("under a hundred children, or of one kind, only need's share is told, under thirty none")
{
    const auto some = councilOf(99);
    const auto shares = analysis::costShares(some, careOf(some));
    CHECK(shares.undefined);
    CHECK(shares.need);
    CHECK_FALSE(shares.placement);
    CHECK_FALSE(shares.price);
    auto one = councilOf(120);
    for (auto& setting : one.setting)
        setting = Setting::agencyFoster;
    CHECK(analysis::costShares(one, careOf(one)).undefined);
    CHECK_FALSE(analysis::costShares(one, careOf(one)).placement);
    const PaidCare care = careOf(some);
    std::vector<std::size_t> few(29);
    std::iota(few.begin(), few.end(), std::size_t{0});
    CHECK_FALSE(analysis::costShares(some.rows(few), care).need);
    auto flat = councilOf(120);
    for (double& cost : flat.weeklyCost.values)
        cost = 500;
    CHECK(analysis::costShares(flat, careOf(flat)).undefined);
    CHECK_FALSE(analysis::costShares(flat, careOf(flat)).need);
}

TEST_CASE("at the same need, residential care is told at the times its cost was put in")
{
    const auto cohort =
        councilOf(500, {.kinship = 6.0, .inHouse = 6.0, .agency = 6.0, .home = 8.0});
    const auto same = analysis::sameNeed(cohort, careOf(cohort));
    REQUIRE(same.ratio);
    CHECK(*same.ratio == Approx(std::exp(2.0)).epsilon(0.05));
    CHECK(*same.lower < *same.ratio);
    CHECK(*same.upper > *same.ratio);
    CHECK(same.residential < same.n);
    auto few = councilOf(60);
    for (std::size_t row = 0; row < few.size(); ++row)
        few.setting[row] = row < 2 ? Setting::childrensHome : Setting::inHouseFoster;
    CHECK(analysis::sameNeed(few, careOf(few)).undefined);
}
