// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/reference.h"
#include "statistics/regression/huber.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <sstream>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

bool says(const HuberFit& fit, const std::string& code)
{
    return std::any_of(fit.notes.begin(), fit.notes.end(),
                       [&](const auto& note) { return note.kind.code == code; });
}

} // namespace

TEST_CASE("Huber's regression agrees with MASS::rlm")
{
    int compared = 0;
    for (const auto& one : referenceCases("robust.json")) {
        const std::string id = one.at("id");
        if (!id.ends_with("_huber"))
            continue;
        std::istringstream words(one.at("formula").get<std::string>());
        std::vector<std::string> names;
        for (std::string word; words >> word;)
            if (word != "~" && word != "+")
                names.push_back(word);
        const Table table = referenceTable("data/" + one.at("data").get<std::string>() + ".csv");
        const std::vector<double>& y = table.at(names[0]);
        // Once as it is, and once repeated so often that rows come in blocks: every figure but the
        // standard errors stays the same.
        for (const std::size_t times : {std::size_t{1}, 5000 / y.size() + 1}) {
            const auto repeated = [&](const std::vector<double>& column) {
                std::vector<double> all;
                for (std::size_t i = 0; i < times; ++i)
                    all.insert(all.end(), column.begin(), column.end());
                return all;
            };
            Design design(y.size() * times);
            design.intercept();
            for (std::size_t i = 1; i < names.size(); ++i)
                design.column(names[i], repeated(table.at(names[i])));
            const HuberFit fit = huber(design, repeated(y));
            INFO(id << " × " << times << ", steps " << fit.steps);
            CHECK(fit.converged);
            for (const Coefficient& c : fit.coefficients) {
                const std::string name = c.name == "(intercept)" ? "(Intercept)" : c.name;
                INFO(c.name);
                CHECK(relativeError(c.estimate, one.at("coef").at(name)) <= 1e-7);
                if (times == 1)
                    CHECK(relativeError(c.classical.value().standardError, one.at("se").at(name)) <=
                          1e-6);
            }
            CHECK(relativeError(fit.scale, one.at("scale")) <= 1e-7);
            const std::vector<double> weights = numbers(one.at("weights"));
            for (std::size_t i = 0; i < weights.size(); ++i)
                CHECK(relativeError(fit.weights[i], weights[i]) <= 1e-6);
        }
        ++compared;
    }
    CHECK(compared == 7);
}

TEST_CASE("When over half of the children lie exactly on a line, Huber's fit is that line")
{
    std::vector<double> x, y;
    for (int i = 0; i < 20; ++i) {
        x.push_back(i);
        y.push_back(2.0 + 3.0 * i);
    }
    Design design(20);
    design.intercept().column("x", x);
    const HuberFit exact = huber(design, y);
    CHECK(exact.converged);
    CHECK(exact.scale == 0.0);
    CHECK(says(exact, "fit-over-half-on-the-line"));
    CHECK(exact.coefficients[1].estimate == Approx(3.0));
    CHECK_FALSE(exact.coefficients[1].classical);
    y[3] += 40.0;
    y[15] -= 25.0;
    const HuberFit outliers = huber(design, y);
    CHECK(outliers.coefficients[1].estimate == Approx(3.0).epsilon(1e-9));
    CHECK(outliers.coefficients[0].estimate == Approx(2.0).epsilon(1e-8));
    for (double weight : outliers.weights)
        CHECK((weight > 0.0 && weight <= 1.0));
}

TEST_CASE("One child at forty times the cost hardly moves Huber's line")
{
    std::vector<double> x, y;
    for (int i = 0; i < 30; ++i) {
        x.push_back(i % 10);
        y.push_back(1000.0 + 100.0 * x.back() + ((i * 7) % 11 - 5) * 10.0);
    }
    Design design(30);
    design.intercept().column("x", x);
    const double before = huber(design, y).coefficients[1].estimate;
    y[29] *= 40.0;
    const HuberFit after = huber(design, y);
    CHECK(after.coefficients[1].estimate == Approx(before).epsilon(0.05));
    CHECK(after.weights[29] < 0.01);
    CHECK(leastSquares(design, y).coefficients[1].estimate > 3.0 * before);
}

TEST_CASE("Huber's fit is refused where there is nothing to fit")
{
    const std::vector<double> x{1, 2}, y{1, 3};
    Design design(2);
    design.intercept().column("x", x);
    CHECK(huber(design, y).undefined->kind.code == "fit-too-few");
    const std::vector<double> x5{1, 2, 3, 4, 5}, huge{1e300, -1e300, 1e300, 3e300, 2e300};
    Design five(5);
    five.intercept().column("x", x5);
    CHECK(huber(five, huge).undefined->kind.code == "fit-too-large");
    const HuberFit flat = huber(five, std::vector<double>(5, 7.0));
    CHECK(flat.scale == 0.0);
    CHECK(flat.coefficients[0].estimate == Approx(7.0));
    CHECK(flat.coefficients[1].estimate == Approx(0.0).margin(1e-12));
}

TEST_CASE("A column that follows from others is left out of Huber's fit too")
{
    const std::vector<double> x{1, 2, 3, 4, 5, 7}, y{1, 3, 2, 5, 4, 9};
    Design design(6);
    design.intercept().column("x", x).column("twice x", std::vector<double>{2, 4, 6, 8, 10, 14});
    const HuberFit fit = huber(design, y);
    CHECK(fit.coefficients[2].aliased);
    CHECK(says(fit, "fit-aliased-column"));
    Design alone(6);
    alone.intercept().column("x", x);
    CHECK(fit.coefficients[1].estimate == Approx(huber(alone, y).coefficients[1].estimate));
}

TEST_CASE("Huber's regression does not depend on the unit of what it explains")
{
    const std::vector<double> x{1, 2, 3, 4, 5, 7, 8, 9}, y{1, 3, 2, 5, 4, 9, 7, 30};
    Design design(x.size());
    design.intercept().column("x", x);
    const HuberFit fit = huber(design, y);
    for (const int power : {-480, 480}) { // about 1e-144 and 1e144
        std::vector<double> scaled;
        for (const double value : y)
            scaled.push_back(std::ldexp(value, power));
        const HuberFit other = huber(design, scaled);
        CHECK(std::ldexp(other.coefficients[1].estimate, -power) ==
              Approx(fit.coefficients[1].estimate).epsilon(1e-9));
        CHECK(std::ldexp(other.scale, -power) == Approx(fit.scale).epsilon(1e-9));
    }
}
