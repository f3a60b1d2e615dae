// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/numbers/random.h"
#include "statistics/reference.h"
#include "statistics/regression/quantile_regression.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <sstream>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

bool says(const QuantileFit& fit, const std::string& code)
{
    return std::any_of(fit.notes.begin(), fit.notes.end(),
                       [&](const auto& note) { return note.kind.code == code; });
}

QuantileFit fitOf(const Design& design, const std::vector<double>& y, double tau,
                  bool inference = true)
{
    return quantileRegression(design, y, std::vector{tau}, inference).front();
}

// "y ~ a + b": the names.
std::vector<std::string> namesIn(const std::string& formula)
{
    std::istringstream words(formula);
    std::vector<std::string> names;
    for (std::string word; words >> word;)
        if (word != "~" && word != "+")
            names.push_back(word);
    return names;
}

// What makes a fit one of the lowest: at most a share tau lies below, and at least that below or
// on.
void checkShares(const QuantileFit& fit, double size)
{
    std::size_t below = 0, on = 0;
    for (double r : fit.residuals) {
        below += r < -1e-9 * size ? 1 : 0;
        on += std::fabs(r) <= 1e-9 * size ? 1 : 0;
    }
    const double share = fit.tau * static_cast<double>(fit.n);
    CHECK(static_cast<double>(below) <= share + 1e-9);
    CHECK(static_cast<double>(below + on) >= share - 1e-9);
}

struct Invented
{
    std::vector<std::vector<double>> x;
    std::vector<double> y;

    Design design() const
    {
        Design design(y.size());
        design.intercept();
        for (std::size_t j = 0; j < x.size(); ++j)
            design.column("x" + std::to_string(j + 1), x[j]);
        return design;
    }
};

// Whole levels and costs of a few prices: as tied as a price list makes them.
Invented invented(std::size_t n, std::size_t columns, double priceStep, std::uint64_t seed)
{
    Random random(seed, 0);
    Invented made;
    made.x.resize(columns);
    for (std::size_t i = 0; i < n; ++i) {
        double mean = 500.0;
        for (std::size_t j = 0; j < columns; ++j) {
            made.x[j].push_back(static_cast<double>(random.below(5)));
            mean += 20.0 * static_cast<double>(j + 1) * made.x[j].back();
        }
        const double cost = mean * std::exp(0.5 * random.normal());
        made.y.push_back(priceStep > 0.0 ? priceStep * std::round(cost / priceStep) : cost);
    }
    return made;
}

} // namespace

TEST_CASE("Quantile regression agrees with R's rq")
{
    int compared = 0;
    int errorsCompared = 0;
    for (const auto& one : referenceCases("quantile_regression.json")) {
        INFO(one.at("id").get<std::string>());
        const auto names = namesIn(one.at("formula"));
        const Table table = referenceTable("data/" + one.at("data").get<std::string>() + ".csv");
        const std::vector<double>& y = table.at(names[0]);
        Design design(y.size());
        design.intercept();
        for (std::size_t i = 1; i < names.size(); ++i)
            design.column(names[i], table.at(names[i]));
        const QuantileFit fit = fitOf(design, y, one.at("tau"));
        CHECK(fit.converged);
        CHECK(relativeError(fit.checkLoss, one.at("check_loss")) <= 1e-10);
        CHECK(relativeError(fit.goodness.value(), one.at("koenker_machado_R1"), 0.1) <= 1e-10);
        checkShares(fit, *std::max_element(y.begin(), y.end()));
        if (fit.unique) {
            for (const Coefficient& c : fit.coefficients) {
                INFO(c.name);
                const std::string name = c.name == "(intercept)" ? "(Intercept)" : c.name;
                CHECK(relativeError(c.estimate, one.at("coef").at(name), 1e-6) <= 1e-7);
                // R takes the square root of the machine's precision from each density's
                // denominator, which shows in the eighth digit.
                if (c.classical && one.at("se_nid").is_object()) {
                    CHECK(relativeError(c.classical->standardError, one.at("se_nid").at(name)) <=
                          1e-5);
                    ++errorsCompared;
                }
            }
            ++compared;
        }
    }
    CHECK(compared >= 25);
    CHECK(errorsCompared >= 30);
}

TEST_CASE("Ten thousand children have the quantiles that R's simplex finds")
{
    // rq(log(weekly_cost) ~ d1 + ... + d10, method = "br"), quantreg 5.94: loss, slope of d10.
    const Table table = referenceTable("data/kids_10000.csv");
    std::vector<double> y = table.at("weekly_cost");
    for (double& value : y)
        value = std::log(value);
    Design design(y.size());
    design.intercept();
    for (int j = 1; j <= 10; ++j)
        design.column("d" + std::to_string(j), table.at("d" + std::to_string(j)));
    const std::vector taus{0.1, 0.5, 0.9};
    const auto fits = quantileRegression(design, y, taus, false);
    const double losses[] = {949.7223556280076, 2619.584240420806, 1387.061538842784};
    const double slopes[] = {0.0624742642673848, 0.0750306699284896, 0.1281916665187422};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(fits[i].converged);
        CHECK(relativeError(fits[i].checkLoss, losses[i]) <= 1e-13);
        CHECK(relativeError(fits[i].coefficients[10].estimate, slopes[i]) <= 1e-10);
    }
}

TEST_CASE("Rows set aside change no quantile")
{
    // Where rows are set aside, every row lies on the side that was assumed: no other coefficients
    // have a lower loss, seen along many directions from the fit.
    for (const double step : {0.0, 50.0}) {
        const Invented made = invented(20000, 4, step, 7);
        for (const double tau : {0.02, 0.5, 0.9}) {
            const QuantileFit fit = fitOf(made.design(), made.y, tau, false);
            INFO("price step " << step << ", tau " << tau);
            CHECK(fit.converged);
            checkShares(fit, 1000.0);
            Random random(3, 1);
            for (int trial = 0; trial < 60; ++trial) {
                std::vector<double> by(5);
                for (double& value : by)
                    value = random.normal() * std::pow(10.0, -(trial % 6));
                double loss = 0.0;
                for (std::size_t i = 0; i < made.y.size(); ++i) {
                    double r = fit.residuals[i] - by[0];
                    for (std::size_t j = 0; j < 4; ++j)
                        r -= by[j + 1] * made.x[j][i];
                    loss += r * (r < 0.0 ? tau - 1.0 : tau);
                }
                CHECK(loss >= fit.checkLoss * (1.0 - 1e-12));
            }
        }
    }
}

TEST_CASE("A child at forty times the cost moves no median")
{
    Invented made = invented(200, 2, 0.0, 11);
    const QuantileFit before = fitOf(made.design(), made.y, 0.5);
    const auto highest = std::max_element(before.residuals.begin(), before.residuals.end()) -
                         before.residuals.begin();
    made.y[static_cast<std::size_t>(highest)] *= 40.0;
    const QuantileFit after = fitOf(made.design(), made.y, 0.5);
    for (std::size_t j = 0; j < 3; ++j)
        CHECK(after.coefficients[j].estimate ==
              Approx(before.coefficients[j].estimate).epsilon(1e-12));
}

TEST_CASE("A quantile that other lines fit as well says so")
{
    // Between two and three of four children any cost is a median.
    Design design(4);
    design.intercept();
    const QuantileFit fit = fitOf(design, {1, 2, 3, 4}, 0.5);
    CHECK(fit.checkLoss == Approx(2.0));
    CHECK_FALSE(fit.unique);
    CHECK(says(fit, "fit-not-unique"));
    CHECK(fitOf(design, {1, 2, 3, 4}, 0.4).unique);
    CHECK(fitOf(design, {1, 2, 3, 4}, 0.4).coefficients[0].estimate == 2.0);
}

TEST_CASE("What cannot be said of a quantile is said in a sentence")
{
    const std::vector<double> x{1, 2, 3, 4, 5, 6, 7, 8};
    const std::vector<double> y{1, 3, 2, 5, 4, 7, 6, 9};
    Design design(8);
    design.intercept().column("x", x).column("half x",
                                             std::vector<double>{.5, 1, 1.5, 2, 2.5, 3, 3.5, 4});
    const QuantileFit fit = fitOf(design, y, 0.1);
    CHECK(says(fit, "fit-few-beyond-quantile")); // 0.8 children for two coefficients
    CHECK(says(fit, "fit-aliased-column"));
    CHECK(fit.coefficients[2].aliased);
    CHECK_FALSE(fit.coefficients[1].classical);

    Design line(8);
    line.intercept().column("x", x);
    const QuantileFit exact = fitOf(line, x, 0.5);
    CHECK(exact.checkLoss == Approx(0.0).margin(1e-12));
    CHECK(exact.coefficients[1].estimate == Approx(1.0));
    CHECK(says(exact, "fit-no-density"));
    const QuantileFit flat = fitOf(line, std::vector<double>(8, 7.0), 0.5);
    CHECK(flat.coefficients[0].estimate == Approx(7.0));
    CHECK_FALSE(flat.goodness);

    Design two(2);
    two.intercept().column("x", std::vector<double>{1, 2});
    CHECK(fitOf(two, {1, 2}, 0.5).undefined->kind.code == "fit-too-few");
    CHECK(fitOf(line, {1e300, -1e300, 1e300, 3e300, 2e300, 0, 0, 0}, 0.5).undefined->kind.code ==
          "fit-too-large");
}

TEST_CASE("Quantiles that cross are put in order")
{
    std::vector<double> fitted{3.0, 2.5, 4.0};
    rearrange(fitted);
    CHECK(fitted == std::vector<double>{2.5, 3.0, 4.0});
}
