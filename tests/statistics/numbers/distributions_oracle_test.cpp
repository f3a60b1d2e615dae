// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/numbers/distributions.h"
#include "statistics/reference.h"

#include "support/catch.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>
#include <functional>
#include <random>
#include <string>

// The same distributions as somebody else computes them (Boost.Math, in 64-bit precision), where
// the published values do not reach: at arguments drawn at random.
using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

namespace math = boost::math;
using Long = long double;

class Drawn
{
public:
    // Of all magnitudes between two numbers above zero.
    double between(double least, double most)
    {
        return std::exp(std::uniform_real_distribution(std::log(least), std::log(most))(m_engine));
    }
    double inside() { return std::uniform_real_distribution(1e-6, 1 - 1e-6)(m_engine); }
    double deviate() { return std::normal_distribution(0.0, 4.0)(m_engine); }

private:
    std::mt19937_64 m_engine{20260331};
};

void checkAlike(const std::string& what, const std::function<std::pair<double, Long>(Drawn&)>& pair,
                double tolerance)
{
    Drawn drawn;
    double worst = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto [ours, theirs] = pair(drawn);
        if (theirs > 1e-290L) // below it a double has fewer digits
            worst = std::max(worst, relativeError(ours, static_cast<double>(theirs)));
    }
    INFO(what << " is off by up to " << worst);
    CHECK(worst <= tolerance);
}

template<class Distribution>
Long below(const Distribution& distribution, double x)
{
    return math::cdf(distribution, Long{x});
}
template<class Distribution>
Long above(const Distribution& distribution, double x)
{
    return math::cdf(math::complement(distribution, Long{x}));
}

} // namespace

TEST_CASE("Probabilities at random arguments are those of another library")
{
    constexpr double kDigits = 1e-12;
    checkAlike(
        "normalCdf",
        [](Drawn& drawn) {
            const double x = drawn.deviate();
            return std::pair(normalCdf(x), below(math::normal_distribution<Long>(), x));
        },
        kDigits);
    checkAlike(
        "tSf",
        [](Drawn& drawn) {
            const double t = drawn.deviate(), df = drawn.between(1, 1e4);
            return std::pair(tSf(t, df), above(math::students_t_distribution<Long>(df), t));
        },
        kDigits);
    checkAlike(
        "fSf",
        [](Drawn& drawn) {
            const double f = drawn.between(0.01, 50), a = drawn.between(1, 500),
                         b = drawn.between(1, 500);
            return std::pair(fSf(f, a, b), above(math::fisher_f_distribution<Long>(a, b), f));
        },
        kDigits);
    checkAlike(
        "chiSquaredSf",
        [](Drawn& drawn) {
            const double df = drawn.between(0.5, 1000), x = df * drawn.between(0.05, 5);
            return std::pair(chiSquaredSf(x, df),
                             above(math::chi_squared_distribution<Long>(df), x));
        },
        kDigits);
    checkAlike(
        "gammaCdf",
        [](Drawn& drawn) {
            const double shape = drawn.between(0.1, 500), x = shape * drawn.between(0.05, 5);
            return std::pair(gammaCdf(x, shape), below(math::gamma_distribution<Long>(shape), x));
        },
        kDigits);
    checkAlike(
        "betaCdf",
        [](Drawn& drawn) {
            const double x = drawn.inside(), a = drawn.between(0.1, 500),
                         b = drawn.between(0.1, 500);
            return std::pair(betaCdf(x, a, b), below(math::beta_distribution<Long>(a, b), x));
        },
        kDigits);
}

TEST_CASE("Quantiles at random probabilities are those of another library")
{
    constexpr double kDigits = 1e-10;
    checkAlike(
        "normalQuantile",
        [](Drawn& drawn) {
            const double p = 0.5 + 0.5 * drawn.inside();
            return std::pair(normalQuantile(p),
                             math::quantile(math::normal_distribution<Long>(), Long{p}));
        },
        kDigits);
    checkAlike(
        "tQuantile",
        [](Drawn& drawn) {
            const double p = 0.5 + 0.5 * drawn.inside(), df = drawn.between(1, 1e4);
            return std::pair(tQuantile(p, df),
                             math::quantile(math::students_t_distribution<Long>(df), Long{p}));
        },
        kDigits);
    checkAlike(
        "fQuantile",
        [](Drawn& drawn) {
            const double p = drawn.inside(), a = drawn.between(1, 500), b = drawn.between(1, 500);
            return std::pair(fQuantile(p, a, b),
                             math::quantile(math::fisher_f_distribution<Long>(a, b), Long{p}));
        },
        kDigits);
    checkAlike(
        "chiSquaredQuantile",
        [](Drawn& drawn) {
            const double p = drawn.inside(), df = drawn.between(0.5, 1000);
            return std::pair(chiSquaredQuantile(p, df),
                             math::quantile(math::chi_squared_distribution<Long>(df), Long{p}));
        },
        kDigits);
    checkAlike(
        "betaQuantile",
        [](Drawn& drawn) {
            const double p = drawn.inside(), a = drawn.between(0.5, 500),
                         b = drawn.between(0.5, 500);
            return std::pair(betaQuantile(p, a, b),
                             math::quantile(math::beta_distribution<Long>(a, b), Long{p}));
        },
        kDigits);
}
