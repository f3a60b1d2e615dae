// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/numbers/random.h"
#include "statistics/regression/huber.h"
#include "statistics/regression/mm.h"

#include "support/catch.h"

using namespace twelvefold::statistics;

// Columns of few whole numbers are summed by code. A tenth of every level is not whole: the same
// regression then goes the way of any numbers.
TEST_CASE("columns of few whole numbers give what any columns give")
{
    constexpr std::size_t kRows = 6000;
    Random random(8, 0);
    std::vector<std::vector<double>> levels(7, std::vector<double>(kRows));
    std::vector<double> y(kRows);
    for (std::size_t i = 0; i < kRows; ++i) {
        y[i] = 6 + (random.below(12) == 0 ? 3.0 : 0.4) * random.normal();
        for (std::size_t d = 0; d < levels.size(); ++d) {
            levels[d][i] = d == 6 ? 2020.0 + random.below(3) : random.below(d == 5 ? 2 : 5);
            y[i] += 0.03 * static_cast<double>(d + 1) * levels[d][i];
        }
    }
    for (double& year : levels[6])
        year -= 2021; // as one would; far from zero the columns are no longer well conditioned
    Design coded(kRows), any(kRows);
    coded.intercept();
    any.intercept();
    for (std::size_t d = 0; d < levels.size(); ++d) {
        coded.column("x", levels[d]);
        for (double& level : levels[d])
            level /= 10;
        any.column("x", levels[d]);
    }
    const auto same = [](const std::vector<Coefficient>& a, const std::vector<Coefficient>& b,
                         double tolerance) {
        for (std::size_t j = 0; j < a.size(); ++j) {
            const double unit = j == 0 ? 1 : 10;
            CHECK(a[j].estimate * unit == Approx(b[j].estimate).epsilon(tolerance));
            CHECK(a[j].classical->standardError * unit ==
                  Approx(b[j].classical->standardError).epsilon(tolerance));
        }
    };
    const LeastSquares one = leastSquares(coded, y), other = leastSquares(any, y);
    same(one.coefficients, other.coefficients, 1e-12);
    for (std::size_t j = 1; j < one.coefficients.size(); ++j)
        CHECK(10 * one.coefficients[j].hc3->standardError ==
              Approx(other.coefficients[j].hc3->standardError).epsilon(1e-11));
    CHECK(one.hat[17] == Approx(other.hat[17]).epsilon(1e-11));
    CHECK(one.condition == Approx(other.condition).epsilon(1e-10));
    same(huber(coded, y).coefficients, huber(any, y).coefficients, 1e-9);
    same(mmRegression(coded, y, 1).coefficients, mmRegression(any, y, 1).coefficients, 1e-9);
}

TEST_CASE("among many rows of few whole numbers a repeated column is still named")
{
    constexpr std::size_t kRows = 5000;
    Random random(9, 0);
    std::vector<double> x(kRows), twice(kRows), y(kRows);
    for (std::size_t i = 0; i < kRows; ++i) {
        x[i] = random.below(5);
        twice[i] = 3 - 2 * x[i];
        y[i] = x[i] + random.normal();
    }
    Design design(kRows);
    design.intercept().column("x", x).column("twice", twice);
    const LeastSquares fit = leastSquares(design, y);
    CHECK(fit.rank == 2);
    CHECK(fit.coefficients[2].aliased);
    CHECK(!fit.coefficients[1].aliased);
    CHECK(fit.notes.size() == 1);
}
