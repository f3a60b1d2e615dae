// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/reference.h"
#include "statistics/regression/least_squares.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <sstream>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

struct Model
{
    Design design{0};
    std::vector<double> y;
    std::vector<double> weights;
};

// "y ~ a + b" over the rows in which all of them have a value.
Model modelOf(const nlohmann::json& one)
{
    std::istringstream words(one.at("formula").get<std::string>());
    std::vector<std::string> names;
    for (std::string word; words >> word;)
        if (word != "~" && word != "+")
            names.push_back(word);
    const Table whole = referenceTable("data/" + one.at("data").get<std::string>() + ".csv");
    const Table table = completeRows(whole, names);
    Model model;
    model.y = table.at(names[0]);
    model.design = Design(model.y.size());
    model.design.intercept();
    for (std::size_t i = 1; i < names.size(); ++i)
        model.design.column(names[i], table.at(names[i]));
    if (one.at("weights").is_string())
        model.weights = whole.at("gear");
    return model;
}

const nlohmann::json& entry(const nlohmann::json& map, const Coefficient& coefficient)
{
    return map.at(coefficient.name == "(intercept)" ? "(Intercept)" : coefficient.name);
}

void checkColumn(const std::vector<std::optional<double>>& actual, const nlohmann::json& expected,
                 double tolerance)
{
    const std::vector<double> values = numbers(expected);
    REQUIRE(actual.size() == values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        INFO("row " << i + 1);
        if (!std::isfinite(values[i]))
            CHECK_FALSE(actual[i]);
        else
            CHECK(relativeError(actual[i].value(), values[i], 1e-5) <= tolerance);
    }
}

bool says(const LeastSquares& fit, const std::string& code, const std::string& name = {})
{
    return std::any_of(fit.notes.begin(), fit.notes.end(), [&](const auto& note) {
        return note.kind.code == code &&
               (name.empty() || std::get<std::string>(note.arguments.at(0)) == name);
    });
}

} // namespace

TEST_CASE("Least squares agrees with R: coefficients, errors, tests, intervals and fit")
{
    for (const auto& one : referenceCases("ols.json")) {
        const Model model = modelOf(one);
        const LeastSquares fit = leastSquares(model.design, model.y, {.weights = model.weights});
        INFO(one.at("id").get<std::string>());
        REQUIRE_FALSE(fit.undefined);
        CHECK(fit.n == one.at("n"));
        CHECK(fit.rank == one.at("p"));
        CHECK(fit.df == one.at("df"));
        for (const Coefficient& c : fit.coefficients) {
            INFO(c.name);
            const Inference& classical = c.classical.value();
            CHECK(relativeError(c.estimate, entry(one.at("coef"), c)) <= 1e-10);
            CHECK(relativeError(classical.standardError, entry(one.at("se"), c)) <= 1e-10);
            CHECK(relativeError(classical.t.value(), entry(one.at("t"), c)) <= 1e-10);
            CHECK(relativeError(classical.p.value(), entry(one.at("pval"), c)) <= 1e-9);
            CHECK(relativeError(classical.lower, entry(one.at("ci95"), c)[0]) <= 1e-9);
            CHECK(relativeError(classical.upper, entry(one.at("ci95"), c)[1]) <= 1e-9);
            const auto& hc3 = entry(one.at("hc").at("HC3"), c);
            if (!hc3.is_number()) {
                CHECK_FALSE(c.hc3);
                continue;
            }
            CHECK(relativeError(c.hc3.value().standardError, hc3) <= 1e-9);
            CHECK(relativeError(c.hc3->t.value(), entry(one.at("hc3_t"), c)) <= 1e-9);
            CHECK(relativeError(c.hc3->p.value(), entry(one.at("hc3_p"), c)) <= 1e-8);
        }
        CHECK(relativeError(fit.sigma.value(), one.at("sigma")) <= 1e-10);
        CHECK(relativeError(fit.rss, one.at("rss")) <= 1e-10);
        CHECK(relativeError(fit.rSquared.value(), one.at("r2")) <= 1e-10);
        CHECK(relativeError(fit.adjustedRSquared.value(), one.at("adj_r2")) <= 1e-10);
        CHECK(relativeError(fit.f.value(), one.at("F")) <= 1e-10);
        CHECK(relativeError(fit.fP.value(), one.at("F_p")) <= 1e-9);
        CHECK(relativeError(fit.aic.value(), one.at("aic")) <= 1e-10);
        if (model.weights.empty()) // R's figure is of the columns without their weights
            CHECK(relativeError(fit.condition, one.at("condition_number_scaled")) <= 1e-9);
        const std::vector<double> fitted = numbers(one.at("fitted"));
        const std::vector<double> hat = numbers(one.at("hat"));
        for (std::size_t i = 0; i < fit.n; ++i) {
            CHECK(relativeError(fit.fitted[i], fitted[i]) <= 1e-10);
            CHECK(relativeError(fit.hat[i], hat[i]) <= 1e-10);
        }
    }
}

TEST_CASE("Each case's diagnostics agree with R")
{
    for (const auto& one : referenceCases("ols.json")) {
        if (one.at("weights").is_string())
            continue;
        const Model model = modelOf(one);
        const CaseDiagnostics cases = diagnose(leastSquares(model.design, model.y));
        INFO(one.at("id").get<std::string>());
        checkColumn(cases.standardised, one.at("rstandard"), 1e-9);
        checkColumn(cases.studentised, one.at("rstudent"), 1e-9);
        checkColumn(cases.cook, one.at("cooks"), 1e-9);
        checkColumn(cases.dffits, one.at("dffits"), 1e-9);
        checkColumn(cases.covarianceRatio, one.at("covratio"), 1e-9);
        if (one.at("press").is_number())
            CHECK(relativeError(cases.press.value(), one.at("press")) <= 1e-9);
        else
            CHECK_FALSE(cases.press);
        if (one.at("outlier_bonferroni_p").is_number())
            CHECK(relativeError(cases.outlierP.value(), one.at("outlier_bonferroni_p")) <= 1e-8);
    }
}

TEST_CASE("Predictions and their intervals agree with R")
{
    int compared = 0;
    for (const auto& one : referenceCases("ols.json")) {
        if (!one.contains("predict"))
            continue;
        const Model model = modelOf(one);
        const LeastSquares fit = leastSquares(model.design, model.y);
        const auto& expected = one.at("predict");
        INFO(one.at("id").get<std::string>());
        for (std::size_t k = 0; k < expected.at("rows_1based").size(); ++k) {
            const auto row = expected.at("rows_1based")[k].get<std::size_t>() - 1;
            std::vector<double> columns;
            for (std::size_t j = 0; j < model.design.columns(); ++j)
                columns.push_back(model.design.column(j)[row]);
            const Prediction at = predict(fit, columns);
            CHECK(relativeError(at.fit, expected.at("fit")[k]) <= 1e-10);
            CHECK(relativeError(at.lower.value(), expected.at("pi95_lwr")[k]) <= 1e-9);
            CHECK(relativeError(at.upper.value(), expected.at("pi95_upr")[k]) <= 1e-9);
            CHECK(relativeError(at.meanLower.value(), expected.at("ci95_lwr")[k]) <= 1e-9);
            CHECK(relativeError(at.meanUpper.value(), expected.at("ci95_upr")[k]) <= 1e-9);
            const Prediction narrower = predict(fit, columns, 0.8);
            CHECK(relativeError(narrower.lower.value(), expected.at("pi80_lwr")[k]) <= 1e-9);
            ++compared;
        }
    }
    CHECK(compared >= 10);
}

TEST_CASE("A column that follows from others is named and left out, and the fit is the same")
{
    const auto cases = referenceCases("ols_edge.json");
    const auto& one = caseOf(cases, "exact_collinear");
    const std::vector<double> x1 = numbers(one.at("x1")), x2 = numbers(one.at("x2")),
                              x3 = numbers(one.at("x3")), y = numbers(one.at("y"));
    Design design(y.size());
    design.intercept().column("x1", x1).column("x2", x2).column("x3", x3);
    const LeastSquares fit = leastSquares(design, y);
    CHECK(fit.rank == one.at("rank"));
    CHECK(fit.coefficient("x3")->aliased);
    CHECK_FALSE(fit.coefficient("x3")->classical);
    CHECK(says(fit, "fit-aliased-column", "x3"));
    const std::vector<double> fitted = numbers(one.at("fitted"));
    for (std::size_t i = 0; i < y.size(); ++i)
        CHECK(relativeError(fit.fitted[i], fitted[i]) <= 1e-10);
    CHECK(fit.coefficient("x9") == nullptr);
}

TEST_CASE("A column that is the same for every child is named and left out")
{
    const auto cases = referenceCases("ols_edge.json");
    const auto& one = caseOf(cases, "constant_predictor");
    const std::vector<double> x1 = numbers(one.at("x1")), x2 = numbers(one.at("x2")),
                              y = numbers(caseOf(cases, "exact_collinear").at("y"));
    Design design(y.size());
    design.intercept().column("x1", x1).column("always 2", x2);
    const LeastSquares fit = leastSquares(design, y);
    CHECK(fit.rank == 2);
    CHECK(says(fit, "fit-constant-column", "always 2"));
    const std::vector<double> fitted = numbers(one.at("fitted"));
    for (std::size_t i = 0; i < y.size(); ++i)
        CHECK(relativeError(fit.fitted[i], fitted[i]) <= 1e-10);
    Design zeros(y.size());
    zeros.intercept().column("nothing", std::vector<double>(y.size(), 0.0));
    CHECK(leastSquares(zeros, y).rank == 1);
}

TEST_CASE("Without variation to explain there is no R², and the fit says so")
{
    const auto cases = referenceCases("ols_edge.json");
    const std::vector<double> x1 = numbers(caseOf(cases, "constant_response").at("x1"));
    const std::vector<double> threes(x1.size(), 3.0);
    Design design(x1.size());
    design.intercept().column("x1", x1);
    const LeastSquares fit = leastSquares(design, threes);
    CHECK(fit.coefficients[0].estimate == Approx(3.0).epsilon(1e-14));
    CHECK(fit.coefficients[1].estimate == Approx(0.0).margin(1e-14));
    CHECK_FALSE(fit.rSquared);
    CHECK_FALSE(fit.f);
    CHECK(says(fit, "fit-constant-response"));
}

TEST_CASE("without an intercept a constant response is explained as far as it is reached from zero")
{
    Design design(5);
    const std::vector<double> x{1, 2, 3, 4, 5};
    design.column("x", x);
    const std::vector<double> y(5, 2.0);
    const LeastSquares fit = leastSquares(design, y);
    // b = Σxy/Σx² = 6/11; Σ(y − bx)² = 40/11 of Σy² = 20.
    CHECK(fit.rSquared.value() == Approx(9.0 / 11).epsilon(1e-14));
    CHECK(fit.f.value() == Approx(18).epsilon(1e-13));
    const LeastSquares nothing = leastSquares(design, std::vector<double>(5, 0.0));
    CHECK_FALSE(nothing.rSquared);
    CHECK(says(nothing, "fit-constant-response"));
}

TEST_CASE("No more children than coefficients: refused, with both numbers")
{
    const std::vector<double> x{1, 2}, y{1, 3};
    Design design(2);
    design.intercept().column("x", x);
    const LeastSquares fit = leastSquares(design, y);
    REQUIRE(fit.undefined);
    CHECK(fit.undefined->kind.code == "fit-too-few");
    CHECK(twelvefold::domain::plainEnglish(*fit.undefined) ==
          "2 children are too few to estimate 2 coefficients and their spread.");
    CHECK(fit.coefficients.empty());
    CHECK(leastSquares(Design(0), {}).undefined);
}

TEST_CASE("The mean alone is a fit, with the standard error of a mean")
{
    const auto cases = referenceCases("ols_edge.json");
    const auto& one = caseOf(cases, "intercept_only");
    const std::vector<double> y = numbers(one.at("y"));
    Design design(y.size());
    design.intercept();
    const LeastSquares fit = leastSquares(design, y);
    CHECK(relativeError(fit.coefficients[0].estimate, one.at("coef")) <= 1e-14);
    CHECK(relativeError(fit.coefficients[0].classical->standardError, one.at("se")) <= 1e-13);
    CHECK_FALSE(fit.f);
    CHECK(fit.rSquared.value() == Approx(0.0).margin(1e-14));
}

TEST_CASE("A coefficient that one child alone decides has no robust error, and says so")
{
    const auto cases = referenceCases("ols.json");
    const Model model = modelOf(caseOf(cases, "anscombe_4"));
    const LeastSquares fit = leastSquares(model.design, model.y);
    CHECK(fit.decidedByOne == std::vector<std::size_t>{7});
    CHECK(says(fit, "fit-decided-by-one"));
    CHECK_FALSE(fit.coefficients[1].hc3);
    CHECK_FALSE(diagnose(fit).studentised[7]);
}

TEST_CASE("Numbers too large to be squared are refused rather than answered with infinity")
{
    const std::vector<double> x{1, 2, 3, 4, 5}, y{1e300, -1e300, 1e300, 3e300, 2e300};
    Design design(5);
    design.intercept().column("x", x);
    CHECK(leastSquares(design, y).undefined->kind.code == "fit-too-large");
}

TEST_CASE("Columns of very different size are fitted alike")
{
    const auto cases = referenceCases("ols.json");
    const auto& one = caseOf(cases, "stackloss");
    const Table table = referenceTable("data/stackloss.csv");
    std::vector<double> air = table.at("Air.Flow"), water = table.at("Water.Temp");
    for (double& value : air)
        value *= 0x1p60;
    for (double& value : water)
        value *= 0x1p-60;
    Design design(air.size());
    design.intercept().column("a", air).column("w", water).column("c", table.at("Acid.Conc."));
    const LeastSquares fit = leastSquares(design, table.at("stack.loss"));
    CHECK(relativeError(fit.coefficients[1].estimate * 0x1p60, one.at("coef").at("Air.Flow")) <=
          1e-12);
    CHECK(relativeError(fit.coefficients[2].estimate * 0x1p-60, one.at("coef").at("Water.Temp")) <=
          1e-12);
}

TEST_CASE("A factor has a column for each level but the first")
{
    const std::vector<int> codes{0, 1, 2, 1, 0, 2};
    const std::vector<std::string> names{"foster", "home", "other"};
    const std::vector<double> y{1, 2, 6, 4, 3, 10};
    Design design(6);
    design.intercept().levels("setting", codes, names);
    const LeastSquares fit = leastSquares(design, y);
    CHECK(fit.coefficient("(intercept)")->estimate == Approx(2.0));
    CHECK(fit.coefficient("setting: home")->estimate == Approx(1.0));
    CHECK(fit.coefficient("setting: other")->estimate == Approx(6.0));
    CHECK(fit.coefficient("setting: foster") == nullptr);
}
