// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/groups/random_intercept.h"
#include "statistics/numbers/random.h"
#include "statistics/reference.h"

#include "support/catch.h"

#include <cmath>
#include <map>

namespace {

using namespace twelvefold;
using statistics::Design;
using statistics::Likelihood;
using statistics::RandomIntercept;
using tests::relativeError;

// What a case of mixed.json is fitted to.
struct Problem
{
    explicit Problem(std::vector<double> response) : y(std::move(response)), design(y.size())
    {
        design.intercept();
    }

    std::vector<double> y;
    Design design;
    std::vector<std::uint32_t> group;
    std::vector<std::string> labels; // by code

    void groupBy(std::span<const double> values)
    {
        std::map<double, std::uint32_t> codes;
        for (const double value : values) {
            const auto [at, fresh] = codes.emplace(value, codes.size());
            if (fresh)
                labels.push_back(std::to_string(static_cast<long>(value)));
            group.push_back(at->second);
        }
    }
    std::size_t code(const std::string& label) const
    {
        return static_cast<std::size_t>(std::find(labels.begin(), labels.end(), label) -
                                        labels.begin());
    }
};

Problem problemOf(const std::string& data)
{
    const tests::Table table = tests::referenceTable("data/" + data + ".csv");
    if (data.starts_with("Dyestuff")) {
        Problem problem(table.at("Yield"));
        for (std::uint32_t row = 0; row < problem.y.size(); ++row)
            problem.group.push_back(row / 5);
        problem.labels = {"A", "B", "C", "D", "E", "F"};
        return problem;
    }
    if (data == "InstEval") {
        Problem problem(table.at("y"));
        problem.design.column("service1", table.at("service"));
        problem.groupBy(table.at("d"));
        return problem;
    }
    Problem problem(table.at("Reaction"));
    problem.design.column("Days", table.at("Days"));
    problem.groupBy(table.at("Subject"));
    return problem;
}

void compare(const RandomIntercept& fit, const nlohmann::json& expected, const Problem& problem,
             const std::string& groupName)
{
    REQUIRE_FALSE(fit.undefined);
    for (const auto& coefficient : fit.fixed) {
        const std::string name =
            coefficient.name == "(intercept)" ? "(Intercept)" : coefficient.name;
        INFO(name);
        CHECK(relativeError(coefficient.estimate, expected["fixef"][name]) < 1e-6);
        CHECK(relativeError(coefficient.classical->standardError, expected["fixef_se"][name]) <
              1e-6);
    }
    CHECK(fit.criterion <= expected["criterion"].get<double>() + 1e-6);
    CHECK(std::fabs(fit.criterion - expected["criterion"].get<double>()) < 1e-6);
    CHECK(relativeError(fit.groupVariance, expected["variance"][groupName]) < 1e-5);
    CHECK(relativeError(fit.residualVariance, expected["variance"]["Residual"]) < 1e-5);
    const auto& blup = expected["blup"][groupName];
    const std::vector<double> effects = tests::numbers(blup["blup"]);
    const std::vector<double> deviations = tests::numbers(blup["cond_sd"]);
    for (std::size_t i = 0; i < effects.size(); ++i) {
        const auto& group = fit.groups.at(problem.code(blup["level"][i]));
        CHECK(relativeError(group.effect, effects[i], 1e-3) < 1e-5);
        CHECK(relativeError(group.conditionalSd, deviations[i]) < 1e-5);
        CHECK(group.standardError >= group.conditionalSd);
    }
}

// Cases at random: six columns, groups of very different size.
struct Invented
{
    std::vector<double> y, x;
    std::vector<std::uint32_t> group;

    explicit Invented(std::size_t n, std::uint32_t groups, double between, double mean = 0)
    {
        statistics::Random random(7, n);
        std::vector<double> effects;
        for (std::uint32_t g = 0; g < groups; ++g)
            effects.push_back(between * random.normal());
        for (std::size_t row = 0; row < n; ++row) {
            const auto u = random.uniform();
            const auto g = row < groups ? static_cast<std::uint32_t>(row)
                                        : static_cast<std::uint32_t>(groups * u * u);
            group.push_back(g);
            x.push_back(std::floor(5 * random.uniform()));
            y.push_back(mean + 0.3 * x.back() + effects[g] + random.normal());
        }
    }
    Design design() const
    {
        Design made(y.size());
        return made.intercept().column("x", x);
    }
};

} // namespace

TEST_CASE("Random intercepts agree with lme4's lmer")
{
    for (const auto& one : tests::referenceCases("mixed.json")) {
        const std::string id = one["id"];
        if (id == "Penicillin_crossed") // two crossed groupings: another model
            continue;
        const Problem problem = problemOf(one["data"]);
        for (const auto& [key, likelihood] :
             {std::pair("REML", Likelihood::restricted), std::pair("ML", Likelihood::full)}) {
            if (!one.contains(key))
                continue;
            INFO(id << " " << key);
            std::string group;
            for (const auto& [name, value] : one[key]["variance"].items())
                group = name == "Residual" ? group : name;
            compare(randomIntercept(problem.design, problem.y, problem.group, likelihood), one[key],
                    problem, group);
        }
    }
}

TEST_CASE("A balanced design gives the analysis of variance's answer to the last digits")
{
    const Problem problem = problemOf("Dyestuff");
    const RandomIntercept fit = randomIntercept(problem.design, problem.y, problem.group);
    CHECK(relativeError(fit.groupVariance, 1764.05) < 1e-13); // (MSB - MSW) / 5
    CHECK(relativeError(fit.residualVariance, 2451.25) < 1e-13);
    CHECK(fit.fixed[0].estimate == Approx(1527.5).epsilon(1e-15));
}

TEST_CASE("Where groups differ no more than by chance, there is no detectable difference")
{
    const Problem problem = problemOf("Dyestuff2");
    const RandomIntercept fit = randomIntercept(problem.design, problem.y, problem.group);
    CHECK(fit.groupVariance == 0);
    CHECK(fit.intraclassCorrelation() == 0);
    for (const auto& group : fit.groups) {
        CHECK(group.effect == 0);
        CHECK(group.conditionalSd == 0);
        CHECK(group.lower == 0);
    }
    REQUIRE(fit.notes.size() == 1);
    CHECK(fit.notes[0].kind.code == "groups-no-difference");
}

TEST_CASE("A response far from zero costs a random intercept no digits that it has")
{
    const Invented near(500, 23, 0.7);
    const RandomIntercept expected = randomIntercept(near.design(), near.y, near.group);
    std::vector<double> far = near.y;
    for (double& value : far)
        value = std::ldexp(std::round(std::ldexp(value, 20)), -20); // so that adding is exact
    const RandomIntercept exact = randomIntercept(near.design(), far, near.group);
    for (double& value : far)
        value += 0x1p30;
    const RandomIntercept fit = randomIntercept(near.design(), far, near.group);
    CHECK(relativeError(fit.groupVariance, exact.groupVariance) < 1e-12);
    CHECK(relativeError(fit.residualVariance, exact.residualVariance) < 1e-12);
    CHECK(relativeError(exact.groupVariance, expected.groupVariance) < 1e-4);
    for (std::size_t g = 0; g < fit.groups.size(); ++g)
        CHECK(relativeError(fit.groups[g].effect, exact.groups[g].effect, 1e-3) < 1e-11);
}

TEST_CASE("Groups that differ a million times more than their cases keep their digits")
{
    const Invented data(400, 20, 1e6);
    const RandomIntercept fit = randomIntercept(data.design(), data.y, data.group);
    REQUIRE_FALSE(fit.undefined);
    // The slope is then that of the cases about their groups' means.
    std::vector<double> n(20), meanX(20), meanY(20);
    for (std::size_t i = 0; i < data.y.size(); ++i) {
        n[data.group[i]] += 1;
        meanX[data.group[i]] += data.x[i];
        meanY[data.group[i]] += data.y[i];
    }
    double xx = 0, xy = 0;
    for (std::size_t i = 0; i < data.y.size(); ++i) {
        const std::uint32_t g = data.group[i];
        const double dx = data.x[i] - meanX[g] / n[g];
        xx += dx * dx;
        xy += dx * (data.y[i] - meanY[g] / n[g]);
    }
    CHECK(relativeError(fit.fixed[1].estimate, xy / xx) < 1e-6); // between groups little is known
    CHECK(fit.residualVariance == Approx(1).epsilon(0.2));
}

TEST_CASE("Many rows in blocks give what few rows give whole")
{
    const Invented data(4000, 90, 0.5); // below the size from which rows come in blocks
    const RandomIntercept once = randomIntercept(data.design(), data.y, data.group);
    // The same cases twice over: coefficients of the full likelihood are those of doubled groups.
    std::vector<double> y = data.y, x = data.x;
    std::vector<std::uint32_t> group = data.group;
    y.insert(y.end(), data.y.begin(), data.y.end());
    x.insert(x.end(), data.x.begin(), data.x.end());
    for (const std::uint32_t g : data.group)
        group.push_back(g + 90);
    Design twice(y.size());
    twice.intercept().column("x", x);
    const RandomIntercept both = randomIntercept(twice, y, group, Likelihood::full);
    const RandomIntercept single =
        randomIntercept(data.design(), data.y, data.group, Likelihood::full);
    CHECK(relativeError(both.groupVariance, single.groupVariance) < 1e-10);
    CHECK(relativeError(both.fixed[1].estimate, single.fixed[1].estimate) < 1e-11);
    CHECK(both.criterion == Approx(2 * single.criterion).epsilon(1e-12));
    CHECK(once.groupVariance > single.groupVariance); // REML corrects for the coefficients
}

TEST_CASE("What cannot be told of groups is said in a sentence")
{
    const Invented data(60, 6, 1);
    const auto codeOf = [](const RandomIntercept& fit) {
        return fit.undefined ? std::string(fit.undefined->kind.code) : "";
    };
    SECTION("four groups are too few")
    {
        std::vector<std::uint32_t> four = data.group;
        for (auto& g : four)
            g %= 4;
        CHECK(codeOf(randomIntercept(data.design(), data.y, four)) == "groups-too-few");
    }
    SECTION("groups of one case each cannot be told from their cases")
    {
        std::vector<std::uint32_t> own(60);
        for (std::uint32_t i = 0; i < 60; ++i)
            own[i] = i;
        CHECK(codeOf(randomIntercept(data.design(), data.y, own)) == "groups-all-single");
    }
    SECTION("groups within which nothing varies")
    {
        std::vector<double> y;
        for (const std::uint32_t g : data.group)
            y.push_back(0.1 * g * g);
        CHECK(codeOf(randomIntercept(data.design(), y, data.group)) == "groups-nothing-within");
    }
    SECTION("a response that the columns explain whole")
    {
        std::vector<double> y = data.x;
        for (double& value : y)
            value = 2 * value + 1;
        CHECK(codeOf(randomIntercept(data.design(), y, data.group)) == "fit-perfect");
    }
    SECTION("constant and repeated columns are named and left out")
    {
        Design design = data.design();
        design.column("again", data.x).column("same", std::vector<double>(60, 3.0));
        const RandomIntercept fit = randomIntercept(design, data.y, data.group);
        const RandomIntercept plain = randomIntercept(data.design(), data.y, data.group);
        REQUIRE_FALSE(fit.undefined);
        CHECK(fit.fixed[2].aliased);
        CHECK(fit.fixed[3].aliased);
        CHECK(fit.notes.size() == 2);
        CHECK(fit.fixed[1].estimate == Approx(plain.fixed[1].estimate).epsilon(1e-12));
    }
    SECTION("values whose squares overflow")
    {
        std::vector<double> y = data.y;
        for (double& value : y)
            value *= 1e200;
        CHECK(codeOf(randomIntercept(data.design(), y, data.group)) == "fit-too-large");
    }
}

TEST_CASE("Rank intervals are wide where effects are uncertain, and the same every time")
{
    const std::vector<double> effects{-3, 0, 0.1, 3};
    const std::vector<double> sure(4, 0.01), unsure(4, 2.0);
    const auto certain = statistics::rankIntervals(effects, sure, 400, 1, 0);
    CHECK(certain[0].lower == 1);
    CHECK(certain[0].upper == 1);
    CHECK(certain[3].median == 4);
    const auto doubtful = statistics::rankIntervals(effects, unsure, 400, 1, 0);
    CHECK(doubtful[1].lower == 1);
    CHECK(doubtful[1].upper == 4);
    const auto again = statistics::rankIntervals(effects, unsure, 400, 1, 0);
    for (std::size_t i = 0; i < 4; ++i)
        CHECK(again[i].upper == doubtful[i].upper);
}

TEST_CASE("The ends of a rank interval are ranks, the outer one where an end falls between two")
{
    // Of two draws, the 2.5 % quantile lies a fortieth of the way from one to the other.
    const std::vector<double> alike{0, 0, 0, 0, 0, 0}, spread(6, 1.0);
    const auto few = statistics::rankIntervals(alike, spread, 2, 1, 0);
    bool apart = false;
    for (const statistics::RankInterval& interval : few) {
        CHECK(interval.lower == std::round(interval.lower));
        CHECK(interval.upper == std::round(interval.upper));
        CHECK(interval.lower + interval.upper == 2 * interval.median);
        apart = apart || interval.lower < interval.upper;
    }
    CHECK(apart);
}
