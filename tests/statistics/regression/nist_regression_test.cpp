// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/reference.h"
#include "statistics/regression/least_squares.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

struct NistSet
{
    nlohmann::json certified;
    Design design{0};
    std::vector<double> y;
};

// times: how often the rows are repeated.
NistSet nistSet(const std::string& name, std::size_t times = 1)
{
    NistSet set;
    set.certified = referenceFile("nist/certified.json").at(name);
    Table table = referenceTable("nist/" + name + ".csv");
    for (auto& [heading, column] : table) {
        const std::vector<double> once = column;
        for (std::size_t i = 1; i < times; ++i)
            column.insert(column.end(), once.begin(), once.end());
    }
    set.y = table.at("y");
    set.design = Design(set.y.size());
    if (set.certified.at("lowest_power") == 0)
        set.design.intercept();
    const int highest = set.certified.at("highest_power_or_predictors");
    if (set.certified.at("design") == "poly")
        set.design.powers("x", table.at("x"), highest);
    else
        for (int i = 1; i <= highest; ++i)
            set.design.column("x" + std::to_string(i), table.at("x" + std::to_string(i)));
    return set;
}

double fewestDigits(const LeastSquares& fit, const nlohmann::json& certified)
{
    double fewest = 15.0;
    const auto& coefficients = certified.at("coefficients");
    REQUIRE(fit.coefficients.size() == coefficients.size());
    for (std::size_t j = 0; j < coefficients.size(); ++j) {
        CHECK_FALSE(fit.coefficients[j].aliased);
        fewest = std::min(fewest, digits(fit.coefficients[j].estimate,
                                         coefficients[j].at("estimate").at("value")));
    }
    return fewest;
}

const std::vector<std::string> kSets{"Norris",   "Pontius",  "NoInt1",   "NoInt2",
                                     "Filip",    "Longley",  "Wampler1", "Wampler2",
                                     "Wampler3", "Wampler4", "Wampler5"};

} // namespace

TEST_CASE("NIST's regression coefficients are reached to the digits their data allow")
{
    const auto ceilings = referenceFile("nist/accuracy_ceiling.json");
    for (const std::string& name : kSets) {
        const NistSet set = nistSet(name);
        const LeastSquares fit = leastSquares(set.design, set.y);
        INFO(name);
        REQUIRE_FALSE(fit.undefined);
        // The powers of a polynomial are stored as doubles: that is the design as given.
        const double ceiling = ceilings.at(name).at("design64");
        CHECK(fewestDigits(fit, set.certified) >= ceiling - 0.5);
    }
}

TEST_CASE("NIST's residual spread, R² and standard errors are reached")
{
    for (const std::string& name : kSets) {
        const NistSet set = nistSet(name);
        const LeastSquares fit = leastSquares(set.design, set.y);
        INFO(name << ", condition " << fit.condition);
        const double sigma = set.certified.at("residual_sd").at("value");
        CHECK(fit.df == set.certified.at("anova").at("residual").at("df"));
        // A residual is the difference of y and terms up to Σ|b x|, each stored to 16 digits: that
        // bounds what sigma can have.
        double largest = 0.0;
        for (std::size_t i = 0; i < set.y.size(); ++i) {
            double terms = std::fabs(set.y[i]);
            for (std::size_t j = 0; j < fit.coefficients.size(); ++j)
                terms += std::fabs(fit.coefficients[j].estimate * set.design.column(j)[i]);
            largest = std::max(largest, terms);
        }
        if (sigma == 0.0) {
            CHECK(fit.sigma.value() <= 1e-14 * largest);
            CHECK(std::any_of(fit.notes.begin(), fit.notes.end(),
                              [](const auto& note) { return note.kind.code == "fit-perfect"; }));
            continue;
        }
        const double ofSigma = 1e-13 + 1e-16 * largest / sigma;
        CHECK(relativeError(fit.sigma.value(), sigma) <= ofSigma);
        const double rSquared = set.certified.at("r_squared").at("value");
        CHECK(relativeError(fit.rSquared.value(), rSquared) <=
              1e-14 + 2.0 * (1.0 - rSquared) * ofSigma);
        // Standard errors lose what the condition of the columns takes.
        const double tolerance = ofSigma + 1e-15 * fit.condition;
        for (std::size_t j = 0; j < fit.coefficients.size(); ++j) {
            const double error = set.certified.at("coefficients")[j].at("sd").at("value");
            CHECK(relativeError(fit.coefficients[j].classical.value().standardError, error) <=
                  tolerance);
        }
    }
}

TEST_CASE("Longley's coefficients are certified to fifteen digits and reached to fourteen")
{
    const NistSet set = nistSet("Longley");
    CHECK(fewestDigits(leastSquares(set.design, set.y), set.certified) >= 14.0);
}

TEST_CASE("Many rows are fitted as well as few: NIST's sets repeated to over 5,000 rows")
{
    // Repeating all rows k times changes no coefficient and multiplies the residual sum of squares
    // by k. So many rows are factorised in blocks.
    const auto ceilings = referenceFile("nist/accuracy_ceiling.json");
    for (const std::string name : {"Norris", "Pontius", "NoInt1", "Longley", "Wampler2"}) {
        const NistSet once = nistSet(name);
        const std::size_t times = 5000 / once.y.size() + 1;
        const NistSet set = nistSet(name, times);
        const LeastSquares fit = leastSquares(set.design, set.y);
        INFO(name);
        const double ceiling = ceilings.at(name).at("design64");
        CHECK(fewestDigits(fit, set.certified) >= std::min(13.0, ceiling - 0.5));
        const LeastSquares single = leastSquares(once.design, once.y);
        const auto k = static_cast<double>(times);
        if (std::string(name) != "Wampler2")
            CHECK(relativeError(fit.rss, k * single.rss) <= 1e-10);
        double leverage = 0.0;
        for (double h : fit.hat)
            leverage += h;
        CHECK(leverage == Approx(static_cast<double>(fit.rank)).epsilon(1e-8));
    }
}

TEST_CASE("NIST's one-way analyses of variance are reached to the digits their data allow")
{
    const auto certified = referenceFile("nist/certified.json");
    const auto ceilings = referenceFile("nist/accuracy_ceiling.json");
    for (const std::string name : {"SiRstv", "SmLs01", "SmLs04", "SmLs07", "AtmWtAg"}) {
        const Table table = referenceTable("nist/" + name + ".csv");
        const std::vector<double>& y = table.at("y");
        const std::vector<double>& treatment = table.at("treatment");
        std::vector<int> codes;
        std::vector<std::string> names;
        for (double t : treatment) {
            codes.push_back(static_cast<int>(t) - 1);
            while (static_cast<int>(names.size()) <= codes.back())
                names.push_back(std::to_string(names.size() + 1));
        }
        Design design(y.size());
        design.intercept().levels("treatment", codes, names);
        const LeastSquares fit = leastSquares(design, y);
        INFO(name);
        CHECK(digits(fit.f.value(), certified.at(name).at("between").at("f").at("value")) >=
              ceilings.at(name).at("f_lre_data64").get<double>() - 0.5);
    }
}
