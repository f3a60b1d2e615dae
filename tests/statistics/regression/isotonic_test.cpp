// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/reference.h"
#include "statistics/regression/isotonic.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

using Column = std::vector<double>;

Column columnOf(const nlohmann::json& value)
{
    return value.is_array() ? numbers(value) : Column{value.get<double>()};
}

// "engel: foodexp on income": the columns of the data set; else what stands in the case.
std::pair<Column, Column> xAndY(const nlohmann::json& one)
{
    const std::string data = one.at("data");
    if (data == "inline")
        return {columnOf(one.at("x")), columnOf(one.at("y"))};
    const auto colon = data.find(':');
    const auto on = data.find(" on ");
    const auto end = std::min(data.size(), data.find(','));
    const Table table = referenceTable("data/" + data.substr(0, colon) + ".csv");
    return {table.at(data.substr(on + 4, end - on - 4)),
            table.at(data.substr(colon + 2, on - colon - 2))};
}

bool says(const IsotonicFit& fit, const std::string& code)
{
    return std::any_of(fit.notes.begin(), fit.notes.end(),
                       [&](const auto& note) { return note.kind.code == code; });
}

} // namespace

TEST_CASE("Isotonic regression agrees with R's pava")
{
    for (const auto& one : referenceCases("isotonic.json")) {
        INFO(one.at("id").get<std::string>());
        const auto [x, y] = xAndY(one);
        const Column weights =
            one.at("w").is_null() ? Column(x.size(), 1.0) : columnOf(one.at("w"));
        const IsotonicFit fit = isotonic(x, y, {weights, one.at("increasing")});
        REQUIRE_FALSE(fit.undefined);
        const Column knots = columnOf(one.at("knots_x"));
        const Column fitted = columnOf(one.at("fitted"));
        for (std::size_t row = 0; row < x.size(); ++row) {
            const auto knot =
                std::lower_bound(knots.begin(), knots.end(), x[row] - 1e-12) - knots.begin();
            CHECK(relativeError(fit.fitted[row], fitted[static_cast<std::size_t>(knot)]) <= 1e-10);
        }
        CHECK(fit.steps.size() == one.at("levels"));
        CHECK(relativeError(fit.rss, one.at("rss"), 1e-10) <= 1e-10);
        if (one.at("r2").is_number())
            CHECK(relativeError(fit.rSquared.value(), one.at("r2"), 1e-3) <= 1e-10);
        else
            CHECK_FALSE(fit.rSquared);
        std::size_t n = 0;
        double weight = 0.0;
        for (const IsotonicStep& step : fit.steps) {
            n += step.n;
            weight += step.weight;
        }
        CHECK(n == x.size());
        CHECK(weight == Approx(std::accumulate(weights.begin(), weights.end(), 0.0)));
    }
}

TEST_CASE("Where cost only falls with need, one step is the fit and that is said")
{
    const IsotonicFit fit = isotonic(Column{1, 2, 3, 4}, Column{9, 7, 4, 1});
    CHECK(fit.flat());
    CHECK(fit.steps[0].value == Approx(5.25));
    CHECK(says(fit, "isotonic-does-not-rise"));
    CHECK(fit.rSquared.value() == 0.0);
    CHECK(says(isotonic(Column{1, 2}, Column{1, 3}, {{}, false}), "isotonic-does-not-fall"));
}

TEST_CASE("Steps explain at least what a rising line does, and the gap says how much more")
{
    Column x, y;
    for (int i = 0; i < 40; ++i) {
        x.push_back(i);
        y.push_back((i < 30 ? 100.0 : 900.0) + (i * 7) % 5);
    }
    const IsotonicFit fit = isotonic(x, y);
    CHECK(fit.gap.value() > 0.3);
    CHECK(fit.gap.value() == Approx(*fit.rSquared - *fit.lineRSquared));
    Column line(x);
    for (double& value : line)
        value = 3.0 * value + 1.0;
    CHECK(isotonic(x, line).gap.value() == Approx(0.0).margin(1e-12));
}

TEST_CASE("Steps do not depend on the order of the children")
{
    const Column x{3, 1, 2, 2, 5, 4}, y{2, 4, 1, 6, 3, 8};
    Column reversedX(x.rbegin(), x.rend()), reversedY(y.rbegin(), y.rend());
    const IsotonicFit one = isotonic(x, y), other = isotonic(reversedX, reversedY);
    REQUIRE(one.steps.size() == other.steps.size());
    for (std::size_t i = 0; i < one.steps.size(); ++i)
        CHECK(one.steps[i].value == Approx(other.steps[i].value).epsilon(1e-15));
    CHECK(one.fitted[2] == one.fitted[3]); // the same x
}

TEST_CASE("Steps keep their digits far from zero, and say what cannot be fitted")
{
    const IsotonicFit far = isotonic(Column{1, 2, 3}, Column{1e12 + 0.25, 1e12 + 0.75, 1e12 + 0.5});
    CHECK(far.steps[1].value - 1e12 == 0.625);
    CHECK(isotonic(Column{}, Column{}).undefined->kind.code == "isotonic-no-case");
    CHECK(isotonic(Column{1, 2}, Column{-1e300, 1e300}).undefined->kind.code ==
          "isotonic-too-large");
    CHECK(says(isotonic(Column{1, 2, 3}, Column{2, 2, 2}), "isotonic-no-variation"));
    CHECK(isotonic(Column{5, 5, 5}, Column{1, 2, 3}).steps.size() == 1);
}
