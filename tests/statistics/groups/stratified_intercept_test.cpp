// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/groups/stratified_intercept.h"

#include "statistics/groups/random_intercept.h"
#include "statistics/numbers/random.h"
#include "statistics/reference.h"

#include "support/catch.h"

#include <array>
#include <cmath>
#include <numeric>

namespace {

using namespace twelvefold;
using statistics::Design;
using statistics::RandomIntercept;
using statistics::StratifiedIntercept;
using statistics::stratifiedIntercept;
using statistics::StratifiedInterceptOptions;
using tests::relativeError;

// Thirty cases of eight groups in three strata, the second group in two of them. What is expected
// of them was worked out in Python (numpy and scipy 1.10): the restricted likelihood from the whole
// 30 × 30 covariance matrix, no use made of its form; its least by BFGS and Nelder-Mead over log s²
// at each σ, and by Nelder-Mead over all four; the ends of σ's interval by brentq of that profile;
// effects as G Z'V⁻¹(y - Xb) with variance G - G Z'P Z G, averaged over σ = 0, 0.004, … 1.2 with
// weights exp(-criterion/2 - σ²/(2·scale²)), half of one at 0, and the quantiles of that mixture by
// brentq.
const std::vector<double> kSmallY{0.987, 1.166, 0.941, 1.343, 0.903, 1.098, 0.459, 1.936,
                                  1.801, 2.229, 2.232, 2.577, 2.783, 2.551, 2.567, 1.143,
                                  1.162, 1.431, 4.061, 3.211, 3.348, 2.788, 3.499, 1.038,
                                  1.344, 1.413, 1.778, 1.863, 2.316, 1.594};
const std::vector<double> kSmallX{3, 5, 3, 8, 1, 5, 0, 7, 0, 0, 1, 8, 3, 7, 4,
                                  0, 2, 3, 8, 1, 2, 0, 8, 0, 0, 4, 2, 4, 5, 7};
const std::vector<std::uint32_t> kSmallGroup{0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2,
                                             3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 7};
const std::vector<std::uint32_t> kSmallStratum{0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1,
                                               0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2};

Design designBy(const std::vector<double>& x, const std::vector<std::uint32_t>& stratum)
{
    Design design(x.size());
    design.intercept().column("x", x);
    const auto strata = *std::max_element(stratum.begin(), stratum.end()) + 1;
    std::vector<std::string> names;
    for (std::uint32_t code = 0; code < strata; ++code)
        names.push_back(std::to_string(code));
    const std::vector<int> codes(stratum.begin(), stratum.end());
    if (strata > 1)
        design.levels("stratum", codes, names);
    return design;
}

StratifiedIntercept smallFit(const StratifiedInterceptOptions& options = {.priorScale = 0.15,
                                                                          .leastInStratum = 2})
{
    return stratifiedIntercept(designBy(kSmallX, kSmallStratum), kSmallY, kSmallGroup,
                               kSmallStratum, options);
}

// Cases at random: groups of different size, strata of different spread.
struct InventedStrata
{
    std::vector<double> x, y;
    std::vector<std::uint32_t> group, stratum;

    InventedStrata(std::size_t n, std::uint32_t groups, double between, std::vector<double> sds,
                   std::uint64_t seed = 5)
    {
        statistics::Random random(seed, n);
        std::vector<double> effects;
        for (std::uint32_t g = 0; g < groups; ++g)
            effects.push_back(between * random.normal());
        for (std::size_t row = 0; row < n; ++row) {
            const double u = random.uniform();
            const auto g = row < groups ? static_cast<std::uint32_t>(row)
                                        : static_cast<std::uint32_t>(groups * u * u);
            const auto s = static_cast<std::uint32_t>(g % sds.size());
            group.push_back(g);
            stratum.push_back(s);
            x.push_back(std::floor(5 * random.uniform()));
            y.push_back(0.3 * x.back() + s + effects[g] + sds[s] * random.normal());
        }
    }
    Design design() const { return designBy(x, stratum); }
    StratifiedIntercept fit(const StratifiedInterceptOptions& options = {}) const
    {
        return stratifiedIntercept(design(), y, group, stratum, options);
    }
};

void checkAlike(const StratifiedIntercept& fit, const RandomIntercept& plain)
{
    REQUIRE_FALSE(fit.undefined);
    REQUIRE(fit.residual.size() == 1);
    CHECK(fit.groupVariance == Approx(plain.groupVariance).epsilon(1e-8));
    CHECK(relativeError(fit.residual[0].variance, plain.residualVariance) < 1e-8);
    CHECK(std::fabs(fit.criterion - plain.criterion) < 1e-7);
    REQUIRE(fit.fixed.size() == plain.fixed.size());
    for (std::size_t i = 0; i < fit.fixed.size(); ++i) {
        CHECK(relativeError(fit.fixed[i].estimate, plain.fixed[i].estimate) < 1e-7);
        CHECK(relativeError(fit.fixed[i].classical->standardError,
                            plain.fixed[i].classical->standardError) < 1e-7);
    }
    for (std::size_t g = 0; g < fit.groups.size(); ++g) {
        CHECK(fit.groups[g].n == plain.groups[g].n);
        CHECK(fit.groups[g].meanResidual ==
              Approx(plain.groups[g].meanResidual).epsilon(1e-6).margin(1e-8));
        CHECK(relativeError(fit.groups[g].precision,
                            double(plain.groups[g].n) / plain.residualVariance) < 1e-8);
    }
}

} // namespace

TEST_CASE("A random intercept with a spread of each stratum's own agrees with the whole matrix")
{
    const StratifiedIntercept fit = smallFit();
    REQUIRE_FALSE(fit.undefined);
    CHECK(relativeError(fit.groupVariance, 0.2232838559) < 1e-7);
    const std::array residual{0.0092110822, 0.0626615251, 0.0683812533};
    REQUIRE(fit.residual.size() == 3);
    for (std::size_t k = 0; k < 3; ++k) {
        CHECK(relativeError(fit.residual[k].variance, residual[k]) < 1e-7);
        CHECK_FALSE(fit.residual[k].least);
    }
    CHECK(fit.residual[0].n == 10);
    CHECK(std::fabs(fit.criterion - 15.3242665) < 1e-7);
    CHECK(std::fabs(fit.criterionWithout - 37.18744995) < 1e-7);
    CHECK(relativeError(fit.likelihoodRatio, 21.86318345) < 1e-8);
    CHECK(relativeError(fit.p, 1.463990004e-06) < 1e-7);
    CHECK(relativeError(fit.sigmaLower, 0.25436870610703444) < 1e-7);
    CHECK(relativeError(fit.sigmaUpper, 0.9967498267096085) < 1e-7);
    const std::array estimates{1.0809702493, 0.0791438307, 1.1293664654, 0.2787978664};
    const std::array errors{0.2286627341, 0.0116927641, 0.1754591953, 0.3723992764};
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(relativeError(fit.fixed[i].estimate, estimates[i]) < 1e-6);
        CHECK(relativeError(fit.fixed[i].classical->standardError, errors[i]) < 1e-6);
    }
}

TEST_CASE("Effects are averaged over all that is not known of how much groups differ")
{
    const StratifiedIntercept fit = smallFit();
    CHECK(relativeError(fit.sigmaMean, 0.32120247) < 1e-6);
    const std::array<double, 8> effect{-0.2570978675, -0.4375463932, -0.0769482273, 0.0966019832,
                                       0.6749905047,  -0.0758638169, 0.2635494109,  -0.1876855939};
    const std::array<double, 8> sd{0.1774285643, 0.1755191515, 0.197485558,  0.1773803743,
                                   0.2334733673, 0.2272292646, 0.2363171175, 0.248286757};
    const std::array<double, 8> lower{-0.627114507, -0.8021595296, -0.4555580099, -0.2728513905,
                                      0.2172435153, -0.5293615567, -0.1838505629, -0.6962869911};
    const std::array<double, 8> upper{0.0698678414, -0.1132949951, 0.3239670559, 0.4258219057,
                                      1.1391945656, 0.3734792154,  0.7494872079, 0.2861450711};
    for (std::size_t g = 0; g < 8; ++g) {
        CHECK(std::fabs(fit.groups[g].effect - effect[g]) < 1e-6);
        CHECK(std::fabs(fit.groups[g].sd - sd[g]) < 1e-6);
        CHECK(std::fabs(fit.groups[g].lower - lower[g]) < 1e-5);
        CHECK(std::fabs(fit.groups[g].upper - upper[g]) < 1e-5);
    }
}

TEST_CASE("Where all share one spread, it is the random intercept that lme4 is held against")
{
    for (const char* data : {"Dyestuff", "Dyestuff2"}) {
        INFO(data);
        const std::vector<double> y =
            tests::referenceTable(std::string("data/") + data + ".csv").at("Yield");
        std::vector<std::uint32_t> group;
        for (std::uint32_t row = 0; row < y.size(); ++row)
            group.push_back(row / 5);
        Design design(y.size());
        design.intercept();
        const std::vector<std::uint32_t> one(y.size(), 0);
        const StratifiedIntercept fit = stratifiedIntercept(design, y, group, one);
        checkAlike(fit, randomIntercept(design, y, group));
    }
    const tests::Table sleep = tests::referenceTable("data/sleepstudy.csv");
    const std::vector<double>& y = sleep.at("Reaction");
    std::vector<std::uint32_t> group;
    for (const double subject : sleep.at("Subject"))
        group.push_back(group.empty() || subject == sleep.at("Subject")[group.size() - 1]
                            ? (group.empty() ? 0 : group.back())
                            : group.back() + 1);
    Design design(y.size());
    design.intercept().column("Days", sleep.at("Days"));
    const StratifiedIntercept fit =
        stratifiedIntercept(design, y, group, std::vector<std::uint32_t>(y.size(), 0));
    checkAlike(fit, randomIntercept(design, y, group));
    CHECK(fit.sigmaLower > 0);
    CHECK(fit.p < 1e-6);
}

TEST_CASE("Where the data know how much groups differ, averaging changes little")
{
    // Eighty groups: the variance between them is known to a sixth.
    const InventedStrata data(4000, 80, 0.5, {1});
    const StratifiedIntercept fit = data.fit({.priorScale = 100});
    const RandomIntercept plain = randomIntercept(data.design(), data.y, data.group);
    for (std::size_t g = 0; g < 80; ++g) {
        CHECK(std::fabs(fit.groups[g].effect - plain.groups[g].effect) < 0.02);
        CHECK(relativeError(fit.groups[g].sd, plain.groups[g].standardError) < 0.03);
    }
}

TEST_CASE("Groups that do not differ give no reason to say that they do")
{
    const tests::Table table = tests::referenceTable("data/Dyestuff2.csv");
    std::vector<std::uint32_t> group;
    for (std::uint32_t row = 0; row < 30; ++row)
        group.push_back(row / 5);
    Design design(30);
    design.intercept();
    const StratifiedIntercept fit =
        stratifiedIntercept(design, table.at("Yield"), group, std::vector<std::uint32_t>(30, 0));
    CHECK(fit.groupVariance == 0);
    CHECK(fit.likelihoodRatio == 0);
    CHECK(fit.p == 1);
    CHECK(fit.sigmaLower == 0);
    CHECK(fit.sigmaUpper > 0);
    for (const auto& each : fit.groups) {
        CHECK(each.lower < 0);
        CHECK(each.upper > 0);
        CHECK(std::fabs(each.effect) < std::fabs(each.meanResidual));
    }
}

TEST_CASE("A stratum's own spread counts: the same residual says more where little spreads")
{
    const InventedStrata data(600, 24, 0.2, {0.1, 1});
    const StratifiedIntercept fit = data.fit();
    CHECK(fit.residual[0].variance == Approx(0.01).epsilon(0.2));
    CHECK(fit.residual[1].variance == Approx(1).epsilon(0.2));
    CHECK(fit.residualVariance == Approx((double(fit.residual[0].n) * fit.residual[0].variance +
                                          double(fit.residual[1].n) * fit.residual[1].variance) /
                                         600));
    for (std::size_t g = 0; g < 24; ++g)
        CHECK(relativeError(fit.groups[g].precision,
                            double(fit.groups[g].n) / fit.residual[g % 2].variance) < 1e-10);
}

TEST_CASE("Strata of few cases share a spread, with the smallest of the rest where they must")
{
    InventedStrata data(300, 20, 0.3, {0.5});
    for (std::size_t row = 0; row < 300; ++row)
        data.stratum[row] = row < 4 ? 1U : row < 11 ? 2U : row < 41 ? 3U : 0U;
    CHECK(data.fit({.leastInStratum = 5}).residualOf == std::vector<std::size_t>{0, 1, 1, 2});
    CHECK(data.fit({.leastInStratum = 10}).residualOf == std::vector<std::size_t>{0, 1, 1, 2});
    CHECK(data.fit({.leastInStratum = 12}).residualOf == std::vector<std::size_t>{0, 1, 1, 1});
    CHECK(data.fit({.leastInStratum = 1}).residualOf == std::vector<std::size_t>{0, 1, 2, 3});
    CHECK(data.fit({.leastInStratum = 1000}).residualOf == std::vector<std::size_t>{0, 0, 0, 0});
}

TEST_CASE("Where all is the same in a stratum its spread is taken at the least, and there is a fit")
{
    InventedStrata data(200, 16, 0, {0.3, 0.3});
    for (std::size_t row = 0; row < 200; ++row)
        if (data.stratum[row] == 1)
            data.y[row] = 6;
    const StratifiedIntercept fit = data.fit();
    REQUIRE_FALSE(fit.undefined);
    CHECK(fit.residual[1].least);
    CHECK(fit.residual[1].variance > 0);
    CHECK_FALSE(fit.residual[0].least);
    for (const auto& each : fit.groups) {
        CHECK(std::isfinite(each.effect));
        CHECK(each.lower <= each.effect);
        CHECK(each.effect <= each.upper);
    }
}

TEST_CASE("Another unit of the response gives the same answer in that unit")
{
    const InventedStrata data(400, 30, 0.3, {0.2, 0.8});
    const StratifiedIntercept fit = data.fit();
    InventedStrata larger = data;
    for (double& value : larger.y)
        value = 1024 * value + 4096;
    const StratifiedIntercept same = larger.fit();
    CHECK(relativeError(same.p, fit.p) < 1e-8);
    CHECK(relativeError(same.sigmaUpper, 1024 * fit.sigmaUpper) < 1e-9);
    CHECK(relativeError(same.priorScale, 1024 * fit.priorScale) < 1e-12);
    for (std::size_t g = 0; g < 30; ++g) {
        CHECK(std::fabs(same.groups[g].effect - 1024 * fit.groups[g].effect) < 1e-3);
        CHECK(std::fabs(same.groups[g].upper - 1024 * fit.groups[g].upper) < 1e-3);
    }
}

TEST_CASE("What cannot be told of groups in strata is said in a sentence")
{
    const InventedStrata data(60, 6, 1, {1});
    const auto codeOf = [](const StratifiedIntercept& fit) {
        return fit.undefined ? std::string(fit.undefined->kind.code) : "";
    };
    const auto fitted = [&](const std::vector<double>& y, const std::vector<std::uint32_t>& group) {
        return codeOf(stratifiedIntercept(data.design(), y, group, data.stratum));
    };
    CHECK(codeOf(stratifiedIntercept(Design(0), {}, {}, {})) == "groups-too-few");
    std::vector<std::uint32_t> four = data.group, own(60);
    for (auto& g : four)
        g %= 4;
    std::iota(own.begin(), own.end(), 0U);
    CHECK(fitted(data.y, four) == "groups-too-few");
    CHECK(fitted(data.y, own) == "groups-all-single");
    std::vector<double> byGroup, line = data.x, huge = data.y;
    for (const std::uint32_t g : data.group)
        byGroup.push_back(0.1 * g * g);
    for (double& value : line)
        value = 2 * value + 1;
    for (double& value : huge)
        value *= 1e200;
    CHECK(fitted(byGroup, data.group) == "groups-nothing-within");
    CHECK(fitted(line, data.group) == "fit-perfect");
    CHECK(fitted(huge, data.group) == "fit-too-large");
}
