// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "analysis/findings/compared.h"
#include "analysis/findings/council.h"
#include "analysis/findings/expected_cost.h"
#include "analysis/findings/need_line.h"
#include "statistics/numbers/random.h"
#include "statistics/regression/conformal_band.h"
#include "statistics/regression/mm.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace twelvefold;
using namespace twelvefold::analysis;
using namespace twelvefold::statistics;
using tests::ChildRow;
using tests::cohortOf;
using tests::inventedCouncil;
using tests::plainFramework;

namespace {

struct Points
{
    std::vector<double> x, y;
};

// Whole totals, and y about a line with heavy tails.
Points scattered(std::size_t n, std::uint64_t seed)
{
    Random random(seed);
    Points points;
    for (std::size_t i = 0; i < n; ++i) {
        points.x.push_back(static_cast<double>(random.below(30)));
        const double spread = random.below(10) == 0 ? 2.5 : 0.4;
        points.y.push_back(6 + 0.05 * points.x.back() + spread * random.normal());
    }
    return points;
}

MmFit mmOf(const std::vector<double>& x, const std::vector<double>& y)
{
    Design design(x.size());
    design.intercept().column("x", x);
    return mmRegression(design, y, 1);
}

} // namespace

TEST_CASE("the quick line through one column is the MM regression of any columns")
{
    for (const std::size_t n : {12U, 25U, 200U, 534U, 3000U}) {
        const Points points = scattered(n, n);
        const MmFit fit = mmOf(points.x, points.y);
        const MmLine line = mmLine(points.x, points.y);
        CAPTURE(n);
        CHECK(line.line.intercept == Approx(fit.coefficients[0].estimate).epsilon(1e-8));
        CHECK(line.line.slope == Approx(fit.coefficients[1].estimate).epsilon(1e-8));
        CHECK(line.line.scale == Approx(fit.scale).epsilon(1e-8));
        CHECK(line.start.slope == Approx(fit.start[1]).epsilon(1e-7));
    }
}

TEST_CASE("over half of the children on a line are that line, without a scale")
{
    std::vector<double> x, y;
    for (int i = 0; i < 30; ++i) {
        x.push_back(i);
        y.push_back(i % 3 == 0 ? 9 + 0.4 * (i % 7) : 6 + 0.05 * i);
    }
    const MmLine line = mmLine(x, y);
    CHECK(line.line.scale == 0);
    CHECK(line.line.slope == Approx(0.05));
    CHECK(line.line.intercept == Approx(6));
}

TEST_CASE("without any difference in need the quick line is level")
{
    const std::vector<double> x(7, 12.0);
    const std::vector<double> y{1, 2, 3, 4, 5, 6, 900};
    const StraightLine line = mmLine(x, y).line;
    CHECK(line.slope == 0);
    CHECK(line.at(12) > 3);
    CHECK(line.at(12) < 6); // far from the mean, 131
}

TEST_CASE("the band's ends are the order statistics that CV+ asks for")
{
    constexpr double kCoverage = 0.9;
    const Points points = scattered(57, 3);
    const auto band = ConformalBand::fit(points.x, points.y, kCoverage, 77, 5);
    REQUIRE(band);
    // The same folds, their lines by the general regression, and all ends sorted.
    std::vector<std::uint32_t> order(57);
    std::iota(order.begin(), order.end(), 0U);
    Random(77, 5).shuffle(std::span(order));
    std::vector<MmFit> lines; // without each fold
    for (std::size_t k = 0; k < 10; ++k) {
        std::vector<double> otherX, otherY;
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i % 10 != k) {
                otherX.push_back(points.x[order[i]]);
                otherY.push_back(points.y[order[i]]);
            }
        }
        lines.push_back(mmOf(otherX, otherY));
    }
    for (const double x : {0.0, 7.0, 29.0, 40.0}) {
        std::vector<double> lower, upper;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const auto& line = lines[i % 10].coefficients;
            const auto at = [&](double place) {
                return line[0].estimate + line[1].estimate * place;
            };
            const double size = std::abs(points.y[order[i]] - at(points.x[order[i]]));
            lower.push_back(at(x) - size);
            upper.push_back(at(x) + size);
        }
        std::sort(lower.begin(), lower.end());
        std::sort(upper.begin(), upper.end());
        // ⌈0.9 · 58⌉ = 53rd smallest of the upper ends, ⌊0.1 · 58⌋ = 5th of the lower.
        CHECK(band->at(x).upper == Approx(upper[52]).epsilon(1e-6));
        CHECK(band->at(x).lower == Approx(lower[4]).epsilon(1e-6));
    }
}

TEST_CASE("a band of nine in ten holds about nine in ten of children not used to make it")
{
    std::size_t held = 0, all = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const Points made = scattered(150, 100 + seed);
        const Points others = scattered(50, 900 + seed);
        const auto band = ConformalBand::fit(made.x, made.y, 0.9, seed, 0);
        for (std::size_t i = 0; i < others.x.size(); ++i) {
            const auto range = band->at(others.x[i]);
            held += range.lower <= others.y[i] && others.y[i] <= range.upper ? 1 : 0;
            ++all;
        }
    }
    const double share = static_cast<double>(held) / static_cast<double>(all);
    CHECK(share > 0.87);
    CHECK(share < 0.94);
}

TEST_CASE("too few children make no band")
{
    const Points nine = scattered(9, 1);
    CHECK(!ConformalBand::fit(nine.x, nine.y, 0.9, 1, 0));
    const Points ten = scattered(10, 1);
    CHECK(ConformalBand::fit(ten.x, ten.y, 0.9, 1, 0));
    CHECK(!ConformalBand::fit(ten.x, ten.y, 0.95, 1, 0)); // needs nineteen
    const Points nineteen = scattered(19, 1);
    CHECK(ConformalBand::fit(nineteen.x, nineteen.y, 0.95, 1, 0));
}

TEST_CASE("what is guaranteed is what Barber and others state")
{
    CHECK(ConformalBand::guarantee(30, 10, 0.9) == Approx(0.7394).margin(5e-5));
    CHECK(ConformalBand::guarantee(534, 10, 0.9) == Approx(0.7669).margin(5e-5));
}

TEST_CASE("a child's range is the band at their need, drawn beside the line")
{
    const domain::Cohort council = inventedCouncil(400, 31);
    const Findings findings = analyse(council, {});
    REQUIRE(findings.line.slope);
    const auto& points = findings.line.points;
    REQUIRE(points.size() >= 2);
    for (std::size_t i = 0; i < points.size(); ++i) {
        CHECK((i == 0 || points[i - 1].x < points[i].x));
        CHECK(points[i].fit ==
              Approx(std::exp(*findings.line.intercept + *findings.line.slope * points[i].x)));
        CHECK(points[i].lower < points[i].fit);
        CHECK(points[i].fit < points[i].upper);
    }
    std::size_t outside = 0;
    for (const ExpectedCost& cost : findings.expectedCosts) {
        const double total = council.needTotal.values[cost.row];
        const auto point = std::find_if(points.begin(), points.end(),
                                        [&](const auto& at) { return at.x == total; });
        REQUIRE(point != points.end());
        CHECK(*cost.lower == point->lower);
        CHECK(*cost.upper == point->upper);
        outside += cost.weeklyCost < *cost.lower || cost.weeklyCost > *cost.upper ? 1 : 0;
    }
    const double share =
        static_cast<double>(outside) / static_cast<double>(findings.expectedCosts.size());
    CHECK(share > 0.05);
    CHECK(share < 0.15);
}

TEST_CASE("within settings, a setting of thirty has a band of its own and a smaller one has not")
{
    std::vector<ChildRow> children;
    Random random(9);
    for (int i = 0; i < 60; ++i)
        children.push_back({{i % 5, i % 3}, 480 * std::exp(0.1 * random.normal())});
    for (int i = 0; i < 29; ++i)
        children.push_back({{i % 5, i % 3},
                            5400 * std::exp(0.1 * random.normal()),
                            domain::Setting::childrensHome});
    Options options;
    options.withinSetting = true;
    const domain::Cohort few = cohortOf(plainFramework(2), children);
    const Findings without = analyse(few, options);
    CHECK(*without.expectedCosts[0].upper < 1000);     // foster children among themselves
    CHECK(*without.expectedCosts.back().lower < 1000); // homes against everybody
    children.push_back({{1, 1}, 5400, domain::Setting::childrensHome});
    const Findings with = analyse(cohortOf(plainFramework(2), children), options);
    CHECK(*with.expectedCosts.back().lower > 3000);
}

TEST_CASE("the coverage reported is that of children left out of the band")
{
    const domain::Cohort council = inventedCouncil(500, 32);
    const Compared children = compared(council);
    const auto achieved = achievedCoverage(children, {}, {});
    REQUIRE(achieved);
    CHECK(*achieved > 0.85);
    CHECK(*achieved < 0.95);
    std::stop_source source;
    source.request_stop();
    CHECK(!achievedCoverage(children, {}, source.get_token()));
}
