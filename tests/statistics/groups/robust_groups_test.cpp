// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/groups/robust_groups.h"

#include "statistics/numbers/random.h"

#include "support/catch.h"

#include <cmath>
#include <vector>

using namespace twelvefold::statistics;

namespace {

struct Drawn
{
    std::vector<double> x, y;
    std::vector<std::uint32_t> group;

    Design design() const
    {
        Design design(x.size());
        design.intercept().column("x", x);
        return design;
    }
};

// y = 1 + 0.1 x + an effect of the group + noise.
Drawn drawn(const std::vector<std::pair<std::size_t, double>>& groups, double noise)
{
    Drawn all;
    Random random(7);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (std::size_t i = 0; i < groups[g].first; ++i) {
            all.x.push_back(random.below(40));
            all.y.push_back(1 + 0.1 * all.x.back() + groups[g].second + noise * random.normal());
            all.group.push_back(static_cast<std::uint32_t>(g));
        }
    }
    return all;
}

} // namespace

TEST_CASE("a line with groups finds slope and effects, and outliers do not bend it")
{
    Drawn all = drawn({{60, 0.0}, {30, 0.8}, {20, -0.6}}, 0.1);
    for (std::size_t i = 0; i < all.y.size(); i += 11)
        all.y[i] += 5;
    const RobustGroups fit = robustGroups(all.design(), all.y, all.group, 1);
    REQUIRE_FALSE(fit.undefined);
    CHECK(fit.coefficients[1] == Approx(0.1).margin(0.005));
    CHECK(fit.effects[1] - fit.effects[0] == Approx(0.8).margin(0.1));
    CHECK(fit.effects[2] - fit.effects[0] == Approx(-0.6).margin(0.1));
    CHECK(fit.weights[0] == 0);
    CHECK(fit.residuals[0] == Approx(5).margin(0.5));
    CHECK(fit.scale == Approx(0.1).margin(0.04));
}

TEST_CASE("where groups differ by chance alone their effects are drawn to nothing")
{
    const Drawn all = drawn({{40, 0.0}, {40, 0.0}, {3, 0.0}}, 0.3);
    const RobustGroups fit = robustGroups(all.design(), all.y, all.group, 1);
    REQUIRE_FALSE(fit.undefined);
    for (const double effect : fit.effects)
        CHECK(std::fabs(effect) < 0.1);
}

TEST_CASE("the fewer cases speak for a group, the less of its difference is taken for its own")
{
    const Drawn all = drawn({{60, 0.0}, {30, 1.0}, {3, 1.0}}, 0.2);
    const RobustGroups fit = robustGroups(all.design(), all.y, all.group, 1);
    REQUIRE_FALSE(fit.undefined);
    CHECK(fit.effects[2] > 0);
    CHECK(fit.effects[2] < fit.effects[1]);
}

// The restricted likelihood of the weighted model, written down from the dense covariance
// (Patterson & Thompson 1971), is nowhere higher than at the variance found.
TEST_CASE("the variance between groups is the most likely one")
{
    const Drawn all = drawn({{12, 0.0}, {9, 0.7}, {6, -0.4}, {5, 0.2}}, 0.25);
    const RobustGroups fit = robustGroups(all.design(), all.y, all.group, 1);
    REQUIRE_FALSE(fit.undefined);
    REQUIRE(fit.groupVariance > 0);
    const std::size_t n = all.y.size();
    const auto criterion = [&](double ratio) {
        // V = diag(1/w) + ratio ZZ'; Gauss-Jordan on [V | 1 x y] gives V^-1 of each and |V|.
        std::vector<std::vector<double>> v(n, std::vector<double>(n + 3));
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j)
                v[i][j] =
                    (all.group[i] == all.group[j] ? ratio : 0) + (i == j ? 1 / fit.weights[i] : 0);
            v[i][n] = 1;
            v[i][n + 1] = all.x[i];
            v[i][n + 2] = all.y[i];
        }
        double logDeterminant = 0;
        for (std::size_t i = 0; i < n; ++i) {
            logDeterminant += std::log(v[i][i]);
            for (std::size_t k = i + 1; k < n + 3; ++k)
                v[i][k] /= v[i][i];
            for (std::size_t r = 0; r < n; ++r) {
                if (r == i)
                    continue;
                for (std::size_t k = i + 1; k < n + 3; ++k)
                    v[r][k] -= v[r][i] * v[i][k];
            }
        }
        double a = 0, b = 0, d = 0, p = 0, q = 0, s = 0; // X'V^-1 X, X'V^-1 y, y'V^-1 y
        for (std::size_t i = 0; i < n; ++i) {
            a += v[i][n];
            b += v[i][n + 1];
            d += all.x[i] * v[i][n + 1];
            p += v[i][n + 2];
            q += all.x[i] * v[i][n + 2];
            s += all.y[i] * v[i][n + 2];
        }
        const double determinant = a * d - b * b;
        const double rss = s - (p * (d * p - b * q) + q * (a * q - b * p)) / determinant;
        return static_cast<double>(n - 2) * std::log(rss) + logDeterminant + std::log(determinant);
    };
    for (const double weight : fit.weights)
        REQUIRE(weight > 0);
    // groupVariance / residual variance, from the effects' own shrinking.
    double w = 0, left = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (all.group[i] == 1) {
            w += fit.weights[i];
            left +=
                fit.weights[i] * (all.y[i] - fit.coefficients[0] - fit.coefficients[1] * all.x[i]);
        }
    }
    const double ratio = fit.effects[1] / (left - w * fit.effects[1]);
    for (const double other : {0.5, 0.9, 0.99, 1.01, 1.1, 2.0})
        CHECK(criterion(ratio) <= criterion(other * ratio));
}

TEST_CASE("too few cases are refused by number")
{
    const Drawn all = drawn({{6, 0.0}, {5, 0.0}}, 0.2);
    CHECK(robustGroups(all.design(), all.y, all.group, 1).undefined);
}
