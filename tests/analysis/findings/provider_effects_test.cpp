// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/provider_effects.h"

#include "analysis/analyse.h"
#include "analysis/findings/compared.h"
#include "analysis/findings/council.h"
#include "statistics/numbers/random.h"

#include "support/catch.h"

#include <cmath>

namespace {

using namespace twelvefold;
using analysis::ProviderEffects;
using domain::Setting;

// Eight agencies of foster care and four children's homes, the first of either dearer by the same
// factor than such needs cost elsewhere; one kinship team beside them.
domain::Cohort marketOf(double dearer, double noise = 0.15)
{
    statistics::Random random(11);
    std::vector<tests::ChildRow> children;
    for (int provider = 0; provider < 13; ++provider) {
        for (int child = 0; child < 12; ++child) {
            tests::ChildRow row;
            int total = 0;
            for (int d = 0; d < 4; ++d) {
                row.levels.push_back(static_cast<int>(random.below(5)));
                total += row.levels.back();
            }
            const bool home = provider >= 8 && provider < 12;
            row.setting = provider == 12 ? Setting::kinshipFoster
                          : home         ? Setting::childrensHome
                                         : Setting::agencyFoster;
            double log = (home ? 8.2 : 6.5) + 0.05 * total + noise * random.normal();
            if (provider == 0 || provider == 8)
                log += std::log(dearer);
            row.cost = std::exp(log);
            row.provider = provider;
            children.push_back(row);
        }
    }
    domain::Cohort cohort = tests::cohortOf(tests::plainFramework(4), children);
    for (std::size_t provider = 0; provider < 13; ++provider) {
        const char letter = static_cast<char>('A' + provider);
        cohort.providerNames.resize(13);
        cohort.providerOwners.resize(13);
        cohort.providerNames[provider] = std::string("Provider ") + letter;
        cohort.providerOwners[provider] = provider < 3 ? "The first three" : "";
    }
    for (std::size_t row = 0; row < cohort.size(); ++row)
        cohort.sector[row] =
            cohort.provider[row] == 12 ? domain::Sector::ownCouncil : domain::Sector::privateSector;
    return cohort;
}

ProviderEffects costsOf(const domain::Cohort& cohort)
{
    return analysis::providerCosts(cohort, analysis::compared(cohort));
}

} // namespace

TEST_CASE("A provider dearer for like needs is found, whatever its setting costs")
{
    const domain::Cohort cohort = marketOf(1.5);
    const ProviderEffects costs = costsOf(cohort);
    REQUIRE_FALSE(costs.undefined);
    CHECK(costs.differ);
    REQUIRE(costs.providers.size() == 12);
    for (const auto& effect : costs.providers) {
        INFO(cohort.providerNames[effect.provider]);
        const bool dearer = effect.provider == 0 || effect.provider == 8;
        CHECK(effect.n == 12);
        CHECK((effect.lower > 0) == dearer);
        CHECK(std::fabs(effect.effect) <= std::fabs(effect.meanResidual));
        CHECK(effect.lower < effect.effect);
        CHECK(effect.effect < effect.upper);
    }
    // Nobody is held against a setting's only provider.
    CHECK(costs.of(12) == nullptr);
    REQUIRE(costs.trace.leftOut.size() == 1);
    CHECK(costs.trace.leftOut[0].reason.kind.code == "left-out-only-provider");
    CHECK(costs.trace.leftOut[0].n == 12);
    CHECK(costs.n + costs.trace.leftOut[0].n == cohort.size());
}

TEST_CASE("Of providers who differ by chance only nothing is claimed, and they have no places")
{
    domain::Cohort cohort = marketOf(1);
    // Costs follow need exactly but for a ripple that every provider shares.
    for (std::size_t row = 0; row < cohort.size(); ++row)
        cohort.weeklyCost.set(row, std::exp((cohort.provider[row] >= 8 ? 8.0 : 6.0) +
                                            0.05 * cohort.needTotal.values[row] +
                                            (row % 2 == 0 ? 0.1 : -0.1)));
    const ProviderEffects costs = costsOf(cohort);
    REQUIRE_FALSE(costs.undefined);
    CHECK(costs.p == 1);
    CHECK_FALSE(costs.differ);
    CHECK(costs.betweenSd == 0);
    CHECK(costs.betweenLower == 0);
    CHECK(costs.betweenUpper > 0);
    for (const auto& effect : costs.providers) {
        CHECK_FALSE(costs.claimed(effect));
        CHECK(effect.lower < 0);
        CHECK(effect.upper > 0);
    }
    analysis::Findings findings = analysis::analyse(cohort, tests::quick());
    analysis::resample(cohort, findings);
    CHECK_FALSE(findings.providerCosts.providers[0].rankLower);
}

TEST_CASE("Whatever a provider's own interval, nothing is claimed that the test does not bear out")
{
    const domain::Cohort cohort = marketOf(1.5);
    ProviderEffects costs = costsOf(cohort);
    CHECK(costs.p <= 0.05);
    CHECK(costs.betweenLower > 0);
    CHECK(costs.betweenLower < costs.betweenSd);
    CHECK(costs.betweenSd < costs.betweenUpper);
    REQUIRE(costs.of(0)->lower > 0);
    CHECK(costs.claimed(*costs.of(0)));
    CHECK_FALSE(costs.claimed(*costs.of(3)));
    costs.differ = false;
    CHECK_FALSE(costs.claimed(*costs.of(0)));
}

TEST_CASE("Of several outcomes none is said to differ that among so many would by chance")
{
    // Four outcomes that nothing goes with, but that one provider's children do better and better
    // in the first, until it would be said to differ if it were the only one.
    domain::Cohort cohort = marketOf(1);
    statistics::Random random(5);
    for (const char* measure : {"sdq_total", "attendance", "attainment", "goal_attainment"}) {
        domain::NumberColumn values(cohort.size());
        for (std::size_t row = 0; row < cohort.size(); ++row)
            values.set(row, random.normal());
        cohort.outcomes.emplace_back(measure, values);
    }
    const auto alone = [&] {
        domain::Cohort one = cohort;
        one.outcomes.resize(1, cohort.outcomes[0]);
        return analysis::providerOutcomes(one).at(0);
    };
    for (int step = 0; step < 200 && !alone().differ; ++step) {
        for (std::size_t row = 0; row < cohort.size(); ++row)
            if (cohort.provider[row] == 3)
                cohort.outcomes[0].values.values[row] += 0.02;
    }
    const ProviderEffects only = alone();
    REQUIRE(only.differ);
    CHECK(only.q == only.p);
    const auto together = analysis::providerOutcomes(cohort);
    REQUIRE(together.size() == 4);
    CHECK(together[0].p == only.p);
    CHECK(together[0].testedTogether == 4);
    CHECK(together[0].q > 0.05);
    CHECK_FALSE(together[0].differ);
    CHECK(together[0].providers.size() == only.providers.size());
}

TEST_CASE("A few dear children of a setting of widely spread prices make no provider dear")
{
    // Homes spread ten times as far as agencies of foster care, and no provider differs.
    int claimed = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        statistics::Random random(seed);
        domain::Cohort cohort = marketOf(1, 0.05);
        for (std::size_t row = 0; row < cohort.size(); ++row)
            if (cohort.provider[row] >= 8 && cohort.provider[row] < 12)
                cohort.weeklyCost.set(row, cohort.weeklyCost.values[row] *
                                               std::exp(0.5 * random.normal()));
        const ProviderEffects costs = costsOf(cohort);
        REQUIRE(costs.settings.size() == 2);
        CHECK(costs.settings[0].setting == Setting::agencyFoster);
        CHECK(costs.settings[0].sd == Approx(0.05).epsilon(0.3));
        CHECK(costs.settings[1].setting == Setting::childrensHome);
        CHECK(costs.settings[1].sd == Approx(0.5).epsilon(0.4));
        claimed += costs.differ ? 1 : 0;
    }
    CHECK(claimed <= 4); // 1 of 20 expected; 5 or more with a probability of 0.3 %
}

TEST_CASE("How many children it takes to see a fifth is said by setting, beside those there are")
{
    const ProviderEffects costs = costsOf(marketOf(1.5, 0.3));
    REQUIRE(costs.settings.size() == 2);
    for (const analysis::SettingSpread& spread : costs.settings) {
        INFO(spread.n);
        CHECK(spread.own);
        // The standard error with which a difference of log 1.2 has a power of 80 % at 5 %.
        const double error = std::log(1.2) / (1.959964 + 0.841621);
        const auto errorOf = [&](double n, double others) {
            return spread.sd * std::sqrt(1 / n + 1 / others);
        };
        REQUIRE(spread.toSeeBesideMany);
        const auto many = static_cast<double>(*spread.toSeeBesideMany);
        CHECK(errorOf(many, 1e9) <= error);
        CHECK(errorOf(many - 1, 1e9) > error);
        const auto all = static_cast<double>(spread.n);
        if (spread.toSee) {
            const auto n = static_cast<double>(*spread.toSee);
            CHECK(errorOf(n, all - n) <= error * (1 + 1e-9));
            CHECK(errorOf(n - 1, all - n + 1) > error);
        } else {
            CHECK(errorOf(all / 2, all / 2) > error);
        }
    }
    CHECK(costs.settings[0].toSee);       // of 96 fostered children
    CHECK_FALSE(costs.settings[1].toSee); // of 48 in homes
}

TEST_CASE("In the funnel a child says more where prices spread less")
{
    domain::Cohort cohort = marketOf(1.5, 0.1);
    statistics::Random random(3);
    for (std::size_t row = 0; row < cohort.size(); ++row)
        if (cohort.provider[row] >= 8 && cohort.provider[row] < 12)
            cohort.weeklyCost.set(row,
                                  cohort.weeklyCost.values[row] * std::exp(0.4 * random.normal()));
    const ProviderEffects costs = costsOf(cohort);
    const double foster = costs.funnel.units[0].size, home = costs.funnel.units[8].size;
    CHECK(foster > 12);
    CHECK(home < 12);
    CHECK(foster / home ==
          Approx(std::pow(costs.settings[1].sd / costs.settings[0].sd, 2)).epsilon(1e-9));
}

TEST_CASE("Places come with resampling and are wide where children are few")
{
    const domain::Cohort cohort = marketOf(1.5);
    analysis::Findings findings = analysis::analyse(cohort, tests::quick());
    REQUIRE_FALSE(findings.providerCosts.providers[0].rankLower);
    analysis::resample(cohort, findings);
    const auto& costs = findings.providerCosts;
    REQUIRE(costs.of(0)->rankLower);
    CHECK(*costs.of(0)->rankLower >= 10); // of twelve, 12 the dearest
    CHECK(*costs.of(3)->rankUpper - *costs.of(3)->rankLower > 3);
}

TEST_CASE("The funnel is of what is not yet shrunk, around no difference")
{
    const ProviderEffects costs = costsOf(marketOf(1.5));
    REQUIRE(costs.funnel.units.size() == costs.providers.size());
    CHECK(costs.funnel.target == 0);
    CHECK(costs.funnel.units[0].value == costs.providers[0].meanResidual);
    CHECK(costs.funnel.units[0].value > costs.funnel.units[0].limits.upper998);
    CHECK(costs.funnel.spread.tauSquared);
}

TEST_CASE("Too few providers, or too few children of them, are said to be, by name")
{
    std::vector<tests::ChildRow> children(40);
    for (std::size_t i = 0; i < children.size(); ++i) {
        children[i].levels = {1, static_cast<int>(i % 5), 2, 0};
        children[i].cost = 500 + 10.0 * static_cast<double>(i);
        children[i].provider = static_cast<int>(i % 3);
    }
    domain::Cohort cohort = tests::cohortOf(tests::plainFramework(4), children);
    cohort.providerNames = {"A", "B", "C"};
    const ProviderEffects costs = costsOf(cohort);
    REQUIRE(costs.undefined);
    CHECK(domain::plainEnglish(*costs.undefined) ==
          "Whether providers differ cannot be told from 3 providers that can be held against one "
          "another; it takes 5.");
    CHECK(costs.providers.empty());
    CHECK(costsOf(domain::Cohort()).undefined);

    // Those of one provider alone are not "0 providers": the others are not asked for.
    for (tests::ChildRow& child : children)
        child.provider = 0;
    const auto alone = costsOf(tests::cohortOf(tests::plainFramework(4), children)).undefined;
    REQUIRE(alone);
    CHECK(alone->kind.code == "provider-effects-no-other-provider");

    // Nineteen children show providers 63 % apart as easily as none.
    children.resize(19);
    for (std::size_t i = 0; i < children.size(); ++i)
        children[i].provider = static_cast<int>(i % 6);
    cohort = tests::cohortOf(tests::plainFramework(4), children);
    const ProviderEffects few = costsOf(cohort);
    CHECK_FALSE(few.differ);
    REQUIRE(few.notTold);
    CHECK(domain::plainEnglish(*few.notTold) ==
          "Whether providers differ cannot be told from 19 children in settings that more than one "
          "provider offers; it takes 30.");

    children.resize(40, children.front());
    for (std::size_t i = 0; i < children.size(); ++i)
        children[i].provider = static_cast<int>(i);
    cohort = tests::cohortOf(tests::plainFramework(4), children);
    CHECK(domain::plainEnglish(*costsOf(cohort).undefined) ==
          "Each provider has one child only, so what is the provider's cannot be told from what is "
          "the child's.");
}

TEST_CASE("The market is what is bought: providers alone, and by owner group")
{
    const domain::Cohort cohort = marketOf(1);
    const analysis::Market market = analysis::market(cohort);
    REQUIRE_FALSE(market.undefined);
    CHECK(market.n == 144);
    CHECK(market.providers.n == 12);
    CHECK(market.owners.n == 10);
    CHECK(market.owners.hhi > market.providers.hhi);
    double spend = 0;
    for (std::size_t row = 0; row < cohort.size(); ++row)
        spend += cohort.provider[row] == 12 ? 0 : cohort.weeklyCost.values[row];
    CHECK(market.spendWeekly == Approx(spend).margin(1));
    CHECK(market.trace.leftOut[0].n == 12);
    CHECK(analysis::market(domain::Cohort()).undefined);

    domain::Cohort own = cohort;
    std::ranges::fill(own.sector, domain::Sector::ownCouncil);
    CHECK(domain::plainEnglish(*analysis::market(own).undefined) ==
          "No care is bought: these children are all cared for by the council itself or by "
          "parents.");
    own.sector.front() = domain::Sector::privateSector;
    own.weeklyCost.clear(0);
    CHECK(domain::plainEnglish(*analysis::market(own).undefined) ==
          "In how few hands care lies that is bought cannot be told: of no such child are both a "
          "provider and a cost recorded.");
}
