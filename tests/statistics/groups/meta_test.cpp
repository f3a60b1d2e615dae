// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/groups/meta.h"
#include "statistics/reference.h"

#include "support/catch.h"

#include <cmath>

namespace {

using namespace twelvefold;
using statistics::Heterogeneity;
using statistics::metaAnalysis;
using tests::relativeError;

Heterogeneity methodOf(const std::string& name)
{
    return name == "DL"   ? Heterogeneity::derSimonianLaird
           : name == "PM" ? Heterogeneity::pauleMandel
                          : Heterogeneity::restricted;
}

} // namespace

TEST_CASE("Shrinkage with known standard errors agrees with metafor's rma")
{
    for (const auto& one : tests::referenceCases("empirical_bayes.json")) {
        INFO(one["id"]);
        const auto result = metaAnalysis(tests::numbers(one["y"]), tests::numbers(one["se"]),
                                         methodOf(one["method"]));
        REQUIRE_FALSE(result.undefined);
        CHECK(relativeError(result.tauSquared, one["tau2"]) < 1e-8);
        CHECK(relativeError(result.mean, one["mu"]) < 1e-9);
        CHECK(relativeError(result.meanStandardError, one["mu_se"]) < 1e-8);
        CHECK(relativeError(result.q, one["Q"]) < 1e-10);
        CHECK(relativeError(result.qP, one["Q_p"]) < 1e-10);
        CHECK(relativeError(result.iSquared, one["I2"]) < 1e-8);
        const auto shrunk = tests::numbers(one["shrunk"]);
        const auto errors = tests::numbers(one["shrunk_se"]);
        const auto shares = tests::numbers(one["shrinkage_B"]);
        for (std::size_t i = 0; i < shrunk.size(); ++i) {
            CHECK(relativeError(result.groups[i].estimate, shrunk[i]) < 1e-8);
            CHECK(relativeError(result.groups[i].standardError, errors[i]) < 1e-8);
            CHECK(relativeError(result.groups[i].shrinkage, shares[i]) < 1e-8);
        }
    }
}

TEST_CASE("Eight schools show no detectable difference by any of the estimators")
{
    const auto one = tests::caseOf(tests::referenceCases("empirical_bayes.json"), "schools8_DL");
    for (const auto method :
         {Heterogeneity::derSimonianLaird, Heterogeneity::pauleMandel, Heterogeneity::restricted}) {
        const auto result =
            metaAnalysis(tests::numbers(one["y"]), tests::numbers(one["se"]), method);
        CHECK(result.tauSquared == 0);
        REQUIRE(result.notes.size() == 1);
        CHECK(result.notes[0].kind.code == "meta-no-difference");
    }
}

TEST_CASE("Equal estimates, one estimate and errors of zero are answered, not computed")
{
    const std::vector<double> same(6, 2.5), errors(6, 0.5);
    const auto equal = metaAnalysis(same, errors, Heterogeneity::restricted);
    CHECK(equal.tauSquared == 0);
    CHECK(equal.mean == 2.5);
    CHECK(equal.iSquared == 0);
    CHECK(metaAnalysis(std::vector{1.0}, std::vector{1.0}).undefined->kind.code == "meta-too-few");
    CHECK(metaAnalysis(std::vector{1.0, 2.0}, std::vector{1.0, 0.0}).undefined->kind.code ==
          "meta-not-an-error");
}

TEST_CASE("Estimates in any unit are shrunk alike")
{
    const std::vector<double> y{1.2, 3.9, -2.0, 7.5, 5.1}, errors{0.5, 1.5, 0.25, 2.0, 1.0};
    for (const auto method :
         {Heterogeneity::derSimonianLaird, Heterogeneity::pauleMandel, Heterogeneity::restricted}) {
        const auto plain = metaAnalysis(y, errors, method);
        REQUIRE(plain.tauSquared > 0);
        for (const int exponent : {-480, -333, 333, 480}) { // up to some 10^144
            INFO(exponent);
            std::vector<double> scaled = y, scaledErrors = errors;
            for (double& value : scaled)
                value = std::ldexp(value, exponent);
            for (double& value : scaledErrors)
                value = std::ldexp(value, exponent);
            const auto result = metaAnalysis(scaled, scaledErrors, method);
            REQUIRE_FALSE(result.undefined);
            CHECK(result.tauSquared == std::ldexp(plain.tauSquared, 2 * exponent));
            CHECK(result.mean == std::ldexp(plain.mean, exponent));
            CHECK(result.meanStandardError == std::ldexp(plain.meanStandardError, exponent));
            CHECK(result.q == plain.q);
            CHECK(result.iSquared == plain.iSquared);
            for (std::size_t i = 0; i < y.size(); ++i) {
                CHECK(result.groups[i].estimate == std::ldexp(plain.groups[i].estimate, exponent));
                CHECK(result.groups[i].shrinkage == plain.groups[i].shrinkage);
            }
        }
        CHECK(metaAnalysis(std::vector{1e200, -1e200}, std::vector{1e190, 1e190}, method)
                  .undefined->kind.code == "meta-range");
    }
}
