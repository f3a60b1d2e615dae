// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/natural_spline.h"

#include "statistics/regression/least_squares.h"

#include "support/catch.h"

#include <vector>

using namespace twelvefold::statistics;

namespace {

std::vector<double> columnsAt(const NaturalSpline& spline, double x)
{
    std::vector<double> columns(spline.columns());
    spline.at(x, columns);
    return columns;
}

} // namespace

// The same curve as lm(y ~ ns(x, knots = c(8, 15), Boundary.knots = c(3, 25))) of R 4.2.2.
TEST_CASE("a natural spline fits what R's does")
{
    const std::vector<double> x{0, 3, 5, 8, 10, 15, 20, 25, 30};
    const std::vector<double> y{2.1, 2.5, 2.2, 3.9, 4.4, 4.1, 6.0, 5.2, 7.7};
    const std::vector<double> fitted{1.80633221963, 2.53059318474, 3.00597831362,
                                     3.62120237877, 3.91648023772, 4.48609532452,
                                     5.26762653160, 6.23416146235, 7.23153034706};
    const NaturalSpline spline({3, 8, 15, 25});
    REQUIRE(spline.columns() == 3);
    Design design(x.size());
    design.intercept();
    for (std::size_t c = 0; c < spline.columns(); ++c) {
        std::vector<double> column;
        for (const double value : x)
            column.push_back(columnsAt(spline, value)[c]);
        design.column("x" + std::to_string(c), column);
    }
    const LeastSquares fit = leastSquares(design, y);
    for (std::size_t i = 0; i < x.size(); ++i)
        CHECK(fit.fitted[i] == Approx(fitted[i]).epsilon(1e-10));
}

TEST_CASE("beyond its outer knots a natural spline is straight")
{
    const NaturalSpline spline({3, 8, 15, 25});
    for (const double from : {-20.0, 30.0}) {
        const auto a = columnsAt(spline, from), b = columnsAt(spline, from + 1),
                   c = columnsAt(spline, from + 2);
        for (std::size_t k = 0; k < a.size(); ++k)
            CHECK(c[k] - b[k] == Approx(b[k] - a[k]).margin(1e-9));
    }
}

TEST_CASE("where values coincide a spline has fewer columns, a straight line at least")
{
    CHECK(NaturalSpline::through(std::vector<double>(50, 7.0), 3).columns() == 1);
    CHECK(NaturalSpline::through(std::vector<double>{}, 3).columns() == 1);
    CHECK(NaturalSpline::through(std::vector<double>{1, 2}, 1).columns() == 1);
    std::vector<double> many;
    for (int i = 0; i < 100; ++i)
        many.push_back(i);
    CHECK(NaturalSpline::through(many, 3).columns() == 3);
}
