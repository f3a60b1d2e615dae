// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/numbers/distributions.h"
#include "statistics/reference.h"

#include "support/catch.h"

#include <functional>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

using Arguments = std::vector<double>;

struct Function
{
    double tolerance = 1e-12;
    std::function<double(const Arguments&)> value;
};

const std::map<std::string, Function>& functions()
{
    static const std::map<std::string, Function> table{
        {"pnorm_lower", {1e-12, [](const Arguments& a) { return normalCdf(a[0]); }}},
        {"qnorm", {1e-10, [](const Arguments& a) { return normalQuantile(a[0]); }}},
        {"pt_two_sided", {1e-12, [](const Arguments& a) { return tTwoSided(a[0], a[1]); }}},
        {"qt", {1e-10, [](const Arguments& a) { return tQuantile(a[0], a[1]); }}},
        {"pf_upper", {1e-12, [](const Arguments& a) { return fSf(a[0], a[1], a[2]); }}},
        {"qf", {1e-10, [](const Arguments& a) { return fQuantile(a[0], a[1], a[2]); }}},
        {"pchisq_upper", {1e-12, [](const Arguments& a) { return chiSquaredSf(a[0], a[1]); }}},
        {"qchisq", {1e-10, [](const Arguments& a) { return chiSquaredQuantile(a[0], a[1]); }}},
        {"pbeta", {1e-12, [](const Arguments& a) { return betaCdf(a[0], a[1], a[2]); }}},
        {"qbeta", {1e-10, [](const Arguments& a) { return betaQuantile(a[0], a[1], a[2]); }}},
        {"pgamma", {1e-12, [](const Arguments& a) { return gammaCdf(a[0], a[1]); }}},
        {"pbinom",
         {1e-12,
          [](const Arguments& a) {
              return binomialCdf(static_cast<int>(a[0]), static_cast<int>(a[1]), a[2]);
          }}},
        {"ppois",
         {1e-12, [](const Arguments& a) { return poissonCdf(static_cast<int>(a[0]), a[1]); }}},
    };
    return table;
}

} // namespace

TEST_CASE("Probabilities agree with R to 12 digits and quantiles to 10, far tails included")
{
    std::map<std::string, int> compared;
    for (const auto& one : referenceCases("distributions.json")) {
        const auto found = functions().find(one.at("f").get<std::string>());
        if (found == functions().end() || !one.at("value").is_number())
            continue;
        const auto& given = one.at("args");
        const Arguments arguments = given.is_array() ? numbers(given) : Arguments{given};
        const double expected = one.at("value");
        const double actual = found->second.value(arguments);
        INFO(one.at("id").get<std::string>() << ": " << actual << " against " << expected);
        // Below 1e-300 R answers 0.
        if (relativeError(actual, expected, 1e-300) > found->second.tolerance)
            CHECK(relativeError(actual, expected, 1e-300) <= found->second.tolerance);
        ++compared[found->first];
    }
    for (const auto& [name, function] : functions())
        CHECK(compared[name] > 0);
}

TEST_CASE("The two tails of a distribution add up to one")
{
    for (double t : {-30.0, -2.0, 0.0, 0.3, 5.0})
        for (double df : {1.0, 4.5, 300.0})
            CHECK(tSf(-t, df) + tSf(t, df) == Approx(1.0).epsilon(1e-14));
    for (double x : {0.001, 0.7, 3.0, 90.0}) {
        CHECK(fSf(1 / x, 11, 3) + fSf(x, 3, 11) == Approx(1.0).epsilon(1e-14));
        CHECK(gammaCdf(0.5 * x, 3.5) + chiSquaredSf(x, 7) == Approx(1.0).epsilon(1e-14));
        CHECK(normalCdf(x) + normalSf(x) == Approx(1.0).epsilon(1e-14));
    }
    CHECK(betaCdf(0.3, 2, 5) + betaCdf(0.7, 5, 2) == Approx(1.0).epsilon(1e-14));
}

TEST_CASE("A quantile leads back to its probability")
{
    for (double p : {1e-200, 1e-12, 0.01, 0.4, 0.5, 0.6, 0.99}) {
        CHECK(relativeError(normalCdf(normalQuantile(p)), p) < 1e-12);
        if (p < 1e-100)
            continue; // the quantile itself would be too small for a double
        for (double df : {1.0, 2.5, 40.0, 1e5}) {
            CHECK(relativeError(gammaCdf(0.5 * chiSquaredQuantile(p, df), 0.5 * df), p) < 1e-10);
            CHECK(relativeError(tSf(-tQuantile(p, df), df), p) < 1e-10);
        }
    }
}

TEST_CASE("Beyond the range of a distribution its probabilities are 0 and 1, and quantiles finite")
{
    CHECK(fSf(-1, 2, 3) == 1.0);
    CHECK(1 - fSf(0, 2, 3) == 0.0);
    CHECK(gammaCdf(-1, 2) == 0.0);
    CHECK(betaCdf(1.5, 2, 3) == 1.0);
    CHECK(1 - betaCdf(-0.5, 2, 3) == 1.0);
    CHECK(binomialCdf(-1, 10, 0.3) == 0.0);
    CHECK(binomialCdf(10, 10, 0.3) == 1.0);
    CHECK(poissonCdf(-1, 4) == 0.0);
    CHECK(tTwoSided(1e200, 3) >= 0.0);
    CHECK(tTwoSided(0, 3) == 1.0);
    for (double p : {0.0, 1.0, -3.0, 7.0}) {
        CHECK(std::isfinite(normalQuantile(p)));
        CHECK(std::isfinite(tQuantile(p, 5)));
        CHECK(std::isfinite(fQuantile(p, 2, 5)));
        CHECK(std::isfinite(chiSquaredQuantile(p, 5)));
        CHECK(std::isfinite(betaQuantile(p, 2, 5)));
    }
}
