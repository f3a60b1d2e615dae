// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/groups/funnel.h"
#include "statistics/numbers/distributions.h"
#include "statistics/reference.h"

#include "support/catch.h"

#include <cmath>

namespace {

using namespace twelvefold;
using statistics::Funnel;
using statistics::FunnelLimits;
using statistics::Overdispersion;
using tests::relativeError;

double limit(const FunnelLimits& limits, std::size_t tail)
{
    return std::array{limits.lower998, limits.lower95, limits.upper95, limits.upper998}[tail];
}

void compareLimits(const Funnel& funnel, const nlohmann::json& expected)
{
    for (std::size_t tail = 0; tail < 4; ++tail) {
        const auto column = tests::numbers(expected[tail]);
        for (std::size_t i = 0; i < column.size(); ++i)
            CHECK(relativeError(limit(funnel.units[i].limits, tail), column[i], 1e-2) < 1e-10);
    }
}

void compareSpread(const Overdispersion& spread, const nlohmann::json& expected)
{
    const auto each = [&](const std::vector<double>& actual, const char* key) {
        INFO(key);
        const auto wanted = tests::numbers(expected[key]);
        REQUIRE(actual.size() == wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            CHECK(relativeError(actual[i], wanted[i], 1e-2) < 1e-10);
    };
    each(spread.z, "z_naive");
    each(spread.zWinsorised, "z_winsorised");
    each(spread.zMultiplicative, "z_multiplicative");
    each(spread.zRandom, "z_random_effects");
    CHECK(relativeError(spread.winsorLow, expected["winsor_low"]) < 1e-10);
    CHECK(relativeError(spread.winsorHigh, expected["winsor_high"]) < 1e-10);
    CHECK(relativeError(spread.phiRaw, expected["phi_raw"]) < 1e-10);
    CHECK(relativeError(spread.phi, expected["phi_winsorised"]) < 1e-10);
    CHECK(relativeError(spread.tauSquared.value(), expected["tau2"]) < 1e-10);
}

} // namespace

TEST_CASE("A funnel of proportions has exact limits, interpolated between counts")
{
    const auto one = tests::caseOf(tests::referenceCases("funnel.json"), "cbpp_proportion");
    const Funnel funnel =
        statistics::funnelOfProportions(tests::numbers(one["r"]), tests::numbers(one["n"]));
    REQUIRE_FALSE(funnel.undefined);
    CHECK(relativeError(funnel.target, one["target"]) < 1e-14);
    compareLimits(funnel, one["limits_exact_interpolated"]);
    compareSpread(funnel.spread, one["overdispersion_arcsine"]);
    const auto p = tests::numbers(one["p_two_sided_midp"]);
    for (std::size_t i = 0; i < p.size(); ++i)
        CHECK(relativeError(funnel.units[i].p, p[i]) < 1e-10);
}

TEST_CASE("A funnel of means narrows with the root of their cases")
{
    const auto one = tests::caseOf(tests::referenceCases("funnel.json"), "InstEval_means");
    const Funnel funnel = statistics::funnelOfMeans(
        tests::numbers(one["y"]), tests::numbers(one["n"]), one["pooled_within_sd"]);
    REQUIRE_FALSE(funnel.undefined);
    CHECK(relativeError(funnel.target, one["target"]) < 1e-13);
    compareLimits(funnel, one["limits_normal"]);
    compareSpread(funnel.spread, one["overdispersion"]);
    for (std::size_t tail = 0; tail < 4; ++tail) {
        const auto widened = tests::numbers(one["limits_random_effects"][tail]);
        for (std::size_t i = 0; i < widened.size(); ++i)
            CHECK(relativeError(limit(*funnel.units[i].widened, tail), widened[i]) < 1e-10);
    }
}

TEST_CASE("A funnel of ratios has exact limits")
{
    const auto one = tests::caseOf(tests::referenceCases("funnel.json"), "poisson_ratio");
    const auto observed = tests::numbers(one["O"]), expected = tests::numbers(one["E"]);
    const Funnel funnel = statistics::funnelOfRatios(observed, expected);
    REQUIRE_FALSE(funnel.undefined);
    compareLimits(funnel, one["limits_exact_interpolated"]);
    CHECK_FALSE(funnel.spread.tauSquared); // eight units are too few
    CHECK_FALSE(funnel.units[0].widened);
    for (std::size_t i = 0; i < observed.size(); ++i)
        CHECK(relativeError(funnel.units[i].value, tests::numbers(one["ratio"])[i]) < 1e-14);
}

TEST_CASE("Units too small to be shown are counted in a funnel but not drawn")
{
    const std::vector<double> means{1, 2, 3}, sizes{3, 12, 30};
    const Funnel funnel = statistics::funnelOfMeans(means, sizes, 1, 2, 5);
    CHECK_FALSE(funnel.units[0].drawn);
    CHECK(funnel.units[1].drawn);
    CHECK(funnel.spread.z.size() == 3);
}

TEST_CASE("Large funnels keep their order: limits close in on the target")
{
    const std::vector<double> sizes{1, 10, 1000, 1e6};
    const std::vector<double> events{0, 3, 290, 3e5};
    const Funnel funnel = statistics::funnelOfProportions(events, sizes, 0.3);
    double width = 2;
    for (const auto& unit : funnel.units) {
        CHECK(unit.limits.lower998 <= unit.limits.lower95);
        CHECK(unit.limits.lower95 < 0.3);
        CHECK(unit.limits.upper95 > 0.3);
        CHECK(unit.limits.upper998 - unit.limits.lower998 < width);
        width = unit.limits.upper998 - unit.limits.lower998;
    }
}

TEST_CASE("What cannot be a funnel is said")
{
    CHECK(statistics::funnelOfMeans({}, {}, 1).undefined->kind.code == "funnel-no-units");
    CHECK(statistics::funnelOfMeans(std::vector{1.0}, std::vector{3.0}, 0).undefined->kind.code ==
          "funnel-no-spread");
    CHECK(
        statistics::funnelOfProportions(std::vector{5.0}, std::vector{3.0}).undefined->kind.code ==
        "funnel-not-a-count");
    CHECK(
        statistics::funnelOfProportions(std::vector{0.0}, std::vector{3.0}).undefined->kind.code ==
        "funnel-no-spread");
    CHECK(statistics::funnelOfRatios(std::vector{1.5}, std::vector{3.0}).undefined->kind.code ==
          "funnel-not-a-count");
    CHECK(statistics::funnelOfRatios(std::vector{1.0}, std::vector{0.0}).undefined->kind.code ==
          "funnel-no-size");
}
