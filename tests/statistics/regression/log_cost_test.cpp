// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/reference.h"
#include "statistics/regression/chebyshev.h"
#include "statistics/regression/log_cost.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <sstream>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

// "log(y) ~ log(a) + b": a column, or its logarithm.
std::vector<double> termOf(const Table& table, const std::string& term)
{
    if (!term.starts_with("log("))
        return table.at(term);
    std::vector<double> values = table.at(term.substr(4, term.size() - 5));
    for (double& value : values)
        value = std::log(value);
    return values;
}

std::vector<std::string> termsOf(const std::string& formula)
{
    std::istringstream words(formula);
    std::vector<std::string> terms;
    for (std::string word; words >> word;)
        if (word != "~" && word != "+")
            terms.push_back(word);
    return terms;
}

std::vector<double> rowOf(const Design& design, std::size_t row)
{
    std::vector<double> columns;
    for (std::size_t column = 0; column < design.columns(); ++column)
        columns.push_back(design.column(column)[row]);
    return columns;
}

} // namespace

TEST_CASE("Expected cost on the log scale agrees with R, back in pounds")
{
    for (const auto& one : referenceCases("log_cost.json")) {
        INFO(one.at("id").get<std::string>());
        const auto terms = termsOf(one.at("formula"));
        const Table table = referenceTable("data/" + one.at("data").get<std::string>() + ".csv");
        const std::vector<double> costs = table.at(terms[0].substr(4, terms[0].size() - 5));
        Design design(costs.size());
        design.intercept();
        for (std::size_t i = 1; i < terms.size(); ++i)
            design.column(terms[i], termOf(table, terms[i]));
        const LogCostModel model = logCostModel(design, costs);
        REQUIRE_FALSE(model.fit.undefined);
        for (const Coefficient& c : model.fit.coefficients) {
            const std::string name = c.name == "(intercept)" ? "(Intercept)" : c.name;
            CHECK(relativeError(c.estimate, one.at("coef").at(name)) <= 1e-10);
            CHECK(relativeError(c.hc3.value().standardError, one.at("hc3_se").at(name)) <= 1e-9);
        }
        CHECK(relativeError(model.smearing, one.at("duan_smearing")) <= 1e-10);
        CHECK(relativeError(model.normalFactor, one.at("normal_theory_factor")) <= 1e-10);
        const std::vector<double> ratios = numbers(one.at("ratio_actual_to_expected_median"));
        for (std::size_t row = 0; row < ratios.size(); ++row)
            CHECK(relativeError(model.ratio[row], ratios[row]) <= 1e-10);
        const auto rows = one.at("rows_1based").get<std::vector<std::size_t>>();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const LogCostExpectation child = expectedBy(model, rowOf(design, rows[i] - 1));
            CHECK(relativeError(child.median, one.at("median_cost")[i]) <= 1e-10);
            CHECK(relativeError(child.mean, one.at("mean_cost_duan")[i]) <= 1e-10);
            CHECK(relativeError(child.median * model.normalFactor, one.at("mean_cost_normal")[i]) <=
                  1e-10);
            CHECK(relativeError(child.lower.value(), one.at("pi95_cost_lwr")[i]) <= 1e-10);
            CHECK(relativeError(child.upper.value(), one.at("pi95_cost_upr")[i]) <= 1e-10);
            CHECK_FALSE(child.extrapolated);
        }
    }
}

TEST_CASE("Whether the spread differs agrees with R's bptest")
{
    for (const auto& one : referenceCases("ols.json")) {
        if (one.at("weights").is_string() || !one.at("breusch_pagan").is_object())
            continue;
        INFO(one.at("id").get<std::string>());
        const auto terms = termsOf(one.at("formula"));
        const Table table = completeRows(
            referenceTable("data/" + one.at("data").get<std::string>() + ".csv"), terms);
        Design design(table.at(terms[0]).size());
        design.intercept();
        for (std::size_t i = 1; i < terms.size(); ++i)
            design.column(terms[i], table.at(terms[i]));
        const auto test = breuschPagan(design, leastSquares(design, table.at(terms[0])));
        const auto& expected = one.at("breusch_pagan");
        CHECK(relativeError(test.value().statistic, expected.at("stat"), 1e-6) <= 1e-9);
        CHECK(test->df == expected.at("df"));
        CHECK(relativeError(test->p, expected.at("p")) <= 1e-9);
    }
}

TEST_CASE("Where the spread differs, each placement type has a mean factor of its own")
{
    std::vector<double> residential, costs;
    std::vector<std::size_t> types;
    for (int i = 0; i < 80; ++i) {
        types.push_back(i % 2 == 0 ? 0 : 1);
        residential.push_back(static_cast<double>(types.back()));
        const double e = (types.back() == 1 ? 1.2 : 0.1) * (((i / 2) % 5) - 2) / 2.0;
        costs.push_back(std::exp(6.0 + residential.back() + e));
    }
    Design design(80);
    design.intercept().column("residential", residential);
    const LogCostModel model = logCostModel(design, costs, types);
    CHECK(model.spread.value().p < 0.05);
    REQUIRE(model.smearingByGroup.size() == 2);
    CHECK(model.smearingByGroup[0] < model.smearing);
    CHECK(model.smearingByGroup[1] > model.smearing);
    CHECK(model.notes.at(0).kind.code == "log-cost-spread-differs");
    const std::vector<double> child{1, 1};
    const LogCostExpectation expected = expectedBy(model, child, 1);
    CHECK(expected.mean == Approx(expected.median * model.smearingByGroup[1]));
    // The mean of a placement type is then the mean of its costs.
    double mean = 0.0;
    for (int i = 1; i < 80; i += 2)
        mean += costs[static_cast<std::size_t>(i)] / 40.0;
    CHECK(expected.mean == Approx(mean));
    CHECK(logCostModel(design, costs).smearingByGroup.empty());
}

TEST_CASE(
    "A child further out than any other is said to be, and a cost of nothing has no logarithm")
{
    std::vector<double> x, costs;
    for (int i = 0; i < 20; ++i) {
        x.push_back(i);
        costs.push_back(500.0 + 40.0 * i + 10.0 * ((i * 7) % 5));
    }
    Design design(20);
    design.intercept().column("need", x);
    const LogCostModel model = logCostModel(design, costs);
    CHECK_FALSE(expectedBy(model, std::vector<double>{1, 19}).extrapolated);
    CHECK(expectedBy(model, std::vector<double>{1, 25}).extrapolated);
    costs[3] = 0.0;
    costs[4] = -5.0;
    const LogCostModel refused = logCostModel(design, costs);
    CHECK(refused.fit.undefined.value().kind.code == "log-cost-not-above-zero");
    CHECK(std::get<std::int64_t>(refused.fit.undefined->arguments.at(0)) == 2);
}

TEST_CASE("Chebyshev columns keep fourteen digits of Filip's polynomial")
{
    const Table filip = referenceTable("nist/Filip.csv");
    const ChebyshevCurve curve(filip.at("x"), filip.at("y"), 10);
    REQUIRE_FALSE(curve.fit().undefined);
    CHECK(curve.fit().rank == 11);
    const auto certified = referenceFile("nist/certified.json");
    const std::vector<double> powers = curve.powers();
    double fewest = 15.0;
    const auto& estimates = certified.at("Filip").at("coefficients");
    for (std::size_t i = 0; i < powers.size(); ++i)
        fewest = std::min(fewest, digits(powers[i], estimates.at(i).at("estimate").at("value")));
    CHECK(fewest >= 14.0);
    CHECK(curve.fit().condition < 100.0);
    const auto& fitted = curve.fit().fitted;
    for (std::size_t i = 0; i < fitted.size(); ++i)
        CHECK(curve.at(filip.at("x")[i]) == Approx(fitted[i]).epsilon(1e-12));
}

TEST_CASE("A Chebyshev curve through points with one x says what is left out")
{
    const std::vector<double> x{2, 2, 2, 2}, y{1, 2, 3, 4};
    const ChebyshevCurve curve(x, y, 1);
    CHECK(curve.fit().rank == 1);
    CHECK(curve.at(2.0) == Approx(2.5));
}
