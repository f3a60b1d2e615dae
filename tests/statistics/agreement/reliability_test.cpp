// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/agreement/reliability.h"
#include "statistics/reference.h"

#include "support/catch.h"

#include <algorithm>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

// One column a rater, from one row a child.
std::vector<std::vector<double>> byRater(const nlohmann::json& rows)
{
    std::vector<std::vector<double>> raters(rows.at(0).size());
    for (const auto& row : rows)
        for (std::size_t rater = 0; rater < raters.size(); ++rater)
            raters[rater].push_back(row.at(rater).get<double>());
    return raters;
}

Reliability of(const std::vector<std::vector<double>>& raters)
{
    const std::vector<std::span<const double>> spans(raters.begin(), raters.end());
    return intraclassCorrelations(spans);
}

void checkClose(std::optional<double> actual, double expected)
{
    REQUIRE(actual);
    CHECK(relativeError(*actual, expected) <= 1e-10);
}

} // namespace

TEST_CASE("The six intraclass correlations agree with psych::ICC, intervals and tests too")
{
    std::size_t compared = 0;
    for (const auto& one : referenceCases("reliability.json")) {
        if (one.at("method") != "icc")
            continue;
        INFO(one.at("id").get<std::string>());
        const Reliability result = of(byRater(one.at("ratings")));
        REQUIRE_FALSE(result.undefined);
        CHECK(relativeError(result.betweenChildren, one.at("msb").get<double>()) <= 1e-10);
        CHECK(relativeError(result.betweenRaters, one.at("msj").get<double>()) <= 1e-10);
        CHECK(relativeError(result.left, one.at("mse").get<double>()) <= 1e-10);
        for (std::size_t i = 0; i < result.cases.size(); ++i) {
            const IntraclassCorrelation& got = result.cases[i];
            INFO(got.type);
            CHECK(one.at("type").at(i) == got.type);
            checkClose(got.estimate, one.at("icc").at(i).get<double>());
            checkClose(got.f, one.at("F").at(i).get<double>());
            checkClose(got.p, one.at("p").at(i).get<double>());
            checkClose(got.lower, one.at("lower95").at(i).get<double>());
            checkClose(got.upper, one.at("upper95").at(i).get<double>());
            CHECK(got.df1 == one.at("df1").at(i).get<double>());
            CHECK(got.df2 == one.at("df2").at(i).get<double>());
        }
        ++compared;
    }
    CHECK(compared == 3);
}

TEST_CASE("Reliability does not change with the ratings' unit or their zero")
{
    const std::vector<std::vector<double>> raters{
        {9, 6, 8, 7, 10, 6}, {2, 1, 4, 1, 5, 2}, {5, 3, 6, 2, 6, 4}};
    const Reliability plain = of(raters);
    for (const double unit : {1e-150, 1e150}) {
        auto scaled = raters;
        for (auto& rater : scaled)
            for (double& value : rater)
                value *= unit;
        const Reliability other = of(scaled);
        for (std::size_t i = 0; i < 6; ++i) {
            checkClose(other.cases[i].estimate, *plain.cases[i].estimate);
            checkClose(other.cases[i].lower, *plain.cases[i].lower);
        }
    }
    auto moved = raters;
    for (auto& rater : moved)
        for (double& value : rater)
            value += 1e12;
    checkClose(of(moved).cases[1].estimate, *plain.cases[1].estimate);
}

TEST_CASE("Where reliability cannot be told, a sentence says why")
{
    CHECK(of({{1, 2, 3}}).undefined->kind.code == "icc-too-few-raters");
    CHECK(of({{1}, {2}}).undefined->kind.code == "icc-too-few-children");
    CHECK(of({{2, 2, 2}, {2, 2, 2}}).undefined->kind.code == "icc-no-spread");
    CHECK(of({{0, 0}, {0, 0}}).undefined->kind.code == "icc-no-spread");

    // Every child has the same mean: one rating says less than nothing, and a mean nothing at all.
    const Reliability sameMeans = of({{1, 2, 3}, {3, 2, 1}});
    CHECK(*sameMeans.cases[0].estimate == -1);
    CHECK_FALSE(sameMeans.cases[3].estimate);
    CHECK(sameMeans.notes.at(0).kind.code == "icc-same-means");
}

TEST_CASE("The reliability of means is undefined, not immense, where its parts cancel")
{
    // Mean squares of 0.1 between children, 0.15 between raters and 0.35 left: 0.1 + (0.15 -
    // 0.35)/2 is nothing but rounding.
    const Reliability result = of({{0, 1}, {0, 0}, {0, 0}, {0, 1}, {1, 0}});
    CHECK(result.cases[1].estimate == Approx(-0.25));
    CHECK_FALSE(result.cases[4].estimate);
    REQUIRE(result.notes.size() == 1);
    CHECK(result.notes[0].kind.code == "icc-no-mean-spread");
}

TEST_CASE("Raters who differ by a constant agree perfectly on who needs more, and not on how much")
{
    const Reliability result = of({{1, 2, 3, 4}, {2, 3, 4, 5}});
    CHECK(*result.cases[2].estimate == 1);
    CHECK(*result.cases[2].lower == 1);
    CHECK(*result.cases[1].estimate < 1);
    CHECK(*result.cases[1].lower < *result.cases[1].estimate);
    CHECK(result.notes.at(0).kind.code == "icc-perfect");
    const Reliability same = of({{1, 2, 3, 4}, {1, 2, 3, 4}});
    CHECK(std::all_of(same.cases.begin(), same.cases.end(), [](const auto& one) {
        return one.estimate == 1.0 && one.lower == 1.0 && one.upper == 1.0;
    }));
}
