// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/reference.h"
#include "statistics/regression/cluster_robust.h"

#include "support/catch.h"

#include <algorithm>
#include <map>
#include <sstream>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

std::vector<std::string> namesIn(const std::string& formula)
{
    std::istringstream words(formula);
    std::vector<std::string> names;
    for (std::string word; words >> word;)
        if (word != "~" && word != "+")
            names.push_back(word);
    return names;
}

Design designOf(const Table& table, const std::vector<std::string>& names)
{
    Design design(table.at(names[0]).size());
    design.intercept();
    for (std::size_t i = 1; i < names.size(); ++i)
        design.column(names[i], table.at(names[i]));
    return design;
}

std::string inR(const Coefficient& coefficient)
{
    return coefficient.name == "(intercept)" ? "(Intercept)" : coefficient.name;
}

bool says(const ClusterRobust& robust, const std::string& code)
{
    return std::any_of(robust.notes.begin(), robust.notes.end(),
                       [&](const auto& note) { return note.kind.code == code; });
}

} // namespace

TEST_CASE("Errors by cluster agree with R's vcovCL")
{
    for (const auto& one : referenceCases("cluster_se.json")) {
        INFO(one.at("id").get<std::string>());
        const auto names = namesIn(one.at("formula"));
        const Table table = referenceTable("data/" + one.at("data").get<std::string>() + ".csv");
        const Design design = designOf(table, names);
        const LeastSquares fit = leastSquares(design, table.at(names[0]));
        std::vector<std::size_t> clusters;
        std::map<double, std::size_t> codes;
        for (std::size_t row = 0; row < fit.n; ++row) // a name is a cluster of its own
            clusters.push_back(
                one.at("cluster") == "name"
                    ? row
                    : codes.emplace(table.at(one.at("cluster"))[row], codes.size()).first->second);
        const ClusterRobust robust = clusterRobust(design, fit, clusters);
        CHECK(robust.clusters == one.at("clusters"));
        CHECK(says(robust, "cluster-few") == (one.at("clusters") < 40));
        for (std::size_t i = 0; i < fit.coefficients.size(); ++i) {
            const std::string name = inR(fit.coefficients[i]);
            INFO(name);
            CHECK(relativeError(robust.cr1[i].value().standardError, one.at("se_cr1").at(name)) <=
                  1e-10);
            CHECK(relativeError(robust.cr2[i].value().standardError,
                                one.at("se_cr2_bell_mccaffrey").at(name)) <= 1e-10);
            CHECK(relativeError(robust.cr1[i]->p.value(), one.at("p_cr1_t_Gminus1").at(name),
                                1e-290) <= 1e-8);
        }
    }
}

TEST_CASE("Errors by cluster say when there are no clusters to speak of")
{
    const std::vector<double> x{1, 2, 3, 4, 5, 6}, y{1, 3, 2, 5, 4, 7};
    Design design(6);
    design.intercept().column("x", x);
    const LeastSquares fit = leastSquares(design, y);
    CHECK(clusterRobust(design, fit, std::vector<std::size_t>(6, 2)).undefined->kind.code ==
          "cluster-one");
    // A column that is one cluster's alone.
    Design own(6);
    own.intercept().column("own", std::vector<double>{0, 0, 0, 0, 1, 1});
    const std::vector<std::size_t> pairs{0, 0, 1, 1, 2, 2};
    const ClusterRobust decided = clusterRobust(own, leastSquares(own, y), pairs);
    CHECK(says(decided, "cluster-decided-by-one"));
    CHECK(decided.cr2.empty());
    CHECK(decided.cr1[1].has_value());
}

TEST_CASE("Variance inflation and condition indices agree with R")
{
    for (const auto& one : referenceCases("ols.json")) {
        if (one.at("weights").is_string())
            continue;
        INFO(one.at("id").get<std::string>());
        const auto names = namesIn(one.at("formula"));
        const Table table = completeRows(
            referenceTable("data/" + one.at("data").get<std::string>() + ".csv"), names);
        const Design design = designOf(table, names);
        const LeastSquares fit = leastSquares(design, table.at(names[0]));
        const Collinearity columns = collinearity(design, fit);
        CHECK_FALSE(columns.vif[0]);
        for (std::size_t i = 1; i < names.size(); ++i) {
            if (!one.at("vif").is_object())
                CHECK_FALSE(columns.vif[i]);
            else
                CHECK(relativeError(columns.vif[i].value(), one.at("vif").at(names[i])) <= 1e-9);
        }
        const std::vector<double> indices = numbers(one.at("condition_indices"));
        REQUIRE(columns.conditionIndices.size() == indices.size());
        for (std::size_t i = 0; i < indices.size(); ++i)
            CHECK(relativeError(columns.conditionIndices[i], indices[i]) <= 1e-9);
    }
}

TEST_CASE("Rows that stand out are named")
{
    std::vector<double> x, y;
    for (int i = 0; i < 30; ++i) {
        x.push_back(i % 10);
        y.push_back(2.0 * x.back() + (i * 7) % 5);
    }
    y[4] += 60.0;
    x[20] = 60.0;
    Design design(30);
    design.intercept().column("x", x);
    const LeastSquares fit = leastSquares(design, y);
    const StandOut out = standOut(fit, diagnose(fit));
    CHECK(out.outliers == std::vector<std::size_t>{4});
    CHECK(out.farOut == std::vector<std::size_t>{20});
    CHECK(out.influential == std::vector<std::size_t>{20});
}
