// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/description/descriptive.h"
#include "statistics/reference.h"

#include "support/catch.h"

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

// The most digits any program can reach that is given the data as doubles, less half of one.
double passMark(const nlohmann::json& ceiling, const char* figure)
{
    return ceiling.at("data64").at(figure).get<double>() - 0.5;
}

} // namespace

TEST_CASE("NIST's univariate sets are described to the digits their data allow")
{
    const auto certified = referenceFile("nist/certified.json");
    const auto ceilings = referenceFile("nist/accuracy_ceiling.json");
    int compared = 0;
    for (const auto& [name, set] : certified.items()) {
        if (set.at("category") != "univariate")
            continue;
        INFO(name);
        const std::vector<double> y = referenceTable("nist/" + name + ".csv").at("y");
        const auto& ceiling = ceilings.at(name);
        CHECK(digits(mean(y).value(), set.at("mean").at("value")) >= passMark(ceiling, "mean_lre"));
        CHECK(digits(standardDeviation(y).value(), set.at("sd").at("value")) >=
              passMark(ceiling, "sd_lre"));
        CHECK(digits(lag1Autocorrelation(y).value(), set.at("lag1_autocorrelation").at("value")) >=
              passMark(ceiling, "rho1_lre"));
        ++compared;
    }
    CHECK(compared == 8);
}

TEST_CASE("What too few values cannot say is absent")
{
    const std::vector<double> none;
    const std::vector<double> one{4.0};
    const std::vector<double> equal{2.0, 2.0, 2.0};
    CHECK_FALSE(mean(none));
    CHECK_FALSE(median(none));
    CHECK_FALSE(quantile(none, 0.5));
    CHECK_FALSE(quartiles(none));
    CHECK_FALSE(range(none));
    CHECK_FALSE(standardDeviation(one));
    CHECK_FALSE(lag1Autocorrelation(one));
    CHECK_FALSE(lag1Autocorrelation(equal));
    CHECK(mean(one) == 4.0);
    CHECK(median(one) == 4.0);
    CHECK(standardDeviation(equal) == 0.0);
}

TEST_CASE("Quantiles lie between order statistics as in a spreadsheet")
{
    // stack.loss: R quantile(type = 7), from robust_univariate.json of the reference kit.
    const std::vector<double> y = referenceTable("data/stackloss.csv").at("stack.loss");
    CHECK(median(y) == 15.0);
    CHECK(quantile(y, 0.25) == 11.0);
    CHECK(quantile(y, 0.75) == 19.0);
    const std::vector<double> four{4.0, 1.0, 3.0, 2.0};
    CHECK(median(four) == 2.5);
    CHECK(quantile(four, 0.25) == 1.75);
    CHECK(quantile(four, 0.0) == 1.0);
    CHECK(quantile(four, 1.0) == 4.0);
    const auto three = quartiles(four).value();
    CHECK(three.lower == 1.75);
    CHECK(three.median == 2.5);
    CHECK(three.upper == 3.25);
    CHECK(range(four)->min == 1.0);
    CHECK(range(four)->max == 4.0);
}

TEST_CASE("Values at the ends of the range of numbers are described without overflow")
{
    const std::vector<double> huge{1e308, 1.5e308, 1.7e308};
    CHECK(mean(huge).value() == Approx(1.4e308));
    CHECK(standardDeviation(huge).value() == Approx(0.360555127546399e308));
    CHECK(median(std::vector<double>{1.7e308, 1.7e308}) == 1.7e308);
    const std::vector<double> tiny{1e-200, 2e-200, 3e-200};
    CHECK(standardDeviation(tiny).value() == Approx(1e-200));
}
