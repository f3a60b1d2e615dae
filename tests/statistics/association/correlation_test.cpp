// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/association/correlation.h"
#include "statistics/reference.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;
using twelvefold::domain::NumberColumn;

namespace {

constexpr double kTolerance = 1e-10;

void checkClose(const std::optional<double>& actual, const nlohmann::json& expected)
{
    if (!expected.is_number()) {
        CHECK_FALSE(actual);
        return;
    }
    REQUIRE(actual);
    INFO(*actual << " against " << expected);
    CHECK(relativeError(*actual, expected) <= kTolerance);
}

void checkInterval(const CorrelationEstimate& actual, const nlohmann::json& expected)
{
    checkClose(actual.lower, expected.at(0));
    checkClose(actual.upper, expected.at(1));
}

NumberColumn columnOf(const std::vector<double>& values)
{
    NumberColumn column(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!std::isnan(values[i]))
            column.set(i, values[i]);
    return column;
}

bool says(const CorrelationEstimate& estimate, const std::string& code)
{
    return std::any_of(estimate.notes.begin(), estimate.notes.end(),
                       [&](const auto& note) { return note.kind.code == code; });
}

} // namespace

TEST_CASE("Correlations, their intervals and p-values agree with R")
{
    int compared = 0;
    for (const auto& one : referenceCases("correlation.json")) {
        if (!one.contains("pearson"))
            continue;
        INFO(one.at("id").get<std::string>());
        const Table table = referenceTable("data/" + one.at("data").get<std::string>() + ".csv");
        const NumberColumn x = columnOf(table.at(one.at("x")));
        const NumberColumn y = columnOf(table.at(one.at("y")));

        const CorrelationEstimate r = pearson(x, y);
        CHECK(r.n == one.at("n"));
        CHECK(r.dropped == one.at("dropped_missing"));
        checkClose(r.estimate, one.at("pearson").at("r"));
        checkClose(r.p, one.at("pearson").at("p"));
        checkInterval(r, one.at("pearson").at("ci95"));

        const CorrelationEstimate rho = spearman(x, y);
        checkClose(rho.estimate, one.at("spearman").at("rho"));
        checkClose(rho.p, one.at("spearman").at("p_t"));
        checkInterval(rho, one.at("spearman").at("ci95_bonett_wright"));

        const CorrelationEstimate tau = kendall(x, y);
        const auto& k = one.at("kendall");
        checkClose(tau.estimate, k.at("tau_b"));
        checkClose(tau.p, k.at("p_exact").is_number() ? k.at("p_exact") : k.at("p_normal"));
        checkInterval(tau, k.at("ci95_fieller"));
        ++compared;
    }
    CHECK(compared >= 20);
}

TEST_CASE("A partial correlation agrees with correlated residuals in R")
{
    for (const auto& one : referenceCases("correlation.json")) {
        if (!one.contains("partial_r"))
            continue;
        INFO(one.at("id").get<std::string>());
        const Table table = referenceTable("data/" + one.at("data").get<std::string>() + ".csv");
        std::vector<std::span<const double>> given;
        for (const auto& name : one.at("given"))
            given.emplace_back(table.at(name));
        const CorrelationEstimate r =
            partialCorrelation(table.at(one.at("x")), table.at(one.at("y")), given);
        checkClose(r.estimate, one.at("partial_r"));
        checkClose(r.p, one.at("p"));
        checkInterval(r, one.at("ci95"));
    }
}

TEST_CASE("Holding constant a column that explains everything leaves nothing to correlate")
{
    const std::vector<double> x{1, 2, 3, 4, 5}, y{2, 1, 4, 3, 5};
    const std::vector<std::span<const double>> given{x};
    CHECK(partialCorrelation(x, y, given).undefined->kind.code == "correlation-given-explains-all");
}

TEST_CASE("Awkward columns have the true correlation, or say why there is none")
{
    const auto cases = referenceCases("correlation_edge.json");
    for (const auto& one : cases) {
        const std::string id = one.at("id");
        INFO(id);
        const std::vector<double> x = numbers(one.at("x")), y = numbers(one.at("y"));
        if (id.starts_with("zero_variance")) {
            CHECK(pearson(x, y).undefined->kind.code == "correlation-no-spread-first");
            CHECK(spearman(x, y).undefined->kind.code == "correlation-no-spread-first");
            CHECK(kendall(x, y).undefined->kind.code == "correlation-no-spread-first");
            CHECK(pearson(y, x).undefined.has_value());
            continue;
        }
        // Where squares overflow R answers NaN; the true answer is 0.8.
        const bool extreme = id == "tiny_values" || id == "huge_values";
        checkClose(pearson(x, y).estimate, extreme ? nlohmann::json(0.8) : one.at("pearson_r"));
        checkClose(spearman(x, y).estimate, one.at("spearman_rho"));
        checkClose(kendall(x, y).estimate, one.at("kendall_tau_b"));
    }
    CHECK(pearson(numbers(caseOf(cases, "zero_variance_x").at("y")),
                  numbers(caseOf(cases, "zero_variance_x").at("x")))
              .undefined->kind.code == "correlation-no-spread-second");
}

TEST_CASE("Two pairs, three pairs and perfect lines are answered in words beside the estimate")
{
    const std::vector<double> x2{1, 2}, y2{3, 5};
    for (const auto& r : {pearson(x2, y2), spearman(x2, y2), kendall(x2, y2)}) {
        CHECK(r.estimate == 1.0);
        CHECK_FALSE(r.p);
        CHECK_FALSE(r.lower);
        CHECK(says(r, "correlation-two-pairs"));
    }
    const std::vector<double> x3{1, 2, 3}, y3{2, 5, 3};
    const CorrelationEstimate three = pearson(x3, y3);
    CHECK(three.p);
    CHECK_FALSE(three.lower);
    CHECK(says(three, "correlation-too-few-for-interval"));
    const std::vector<double> x{1, 2, 3, 4, 5, 6, 7, 8}, down{8, 7, 6, 5, 4, 3, 2, 1};
    CHECK(pearson(x, down).estimate == -1.0);
    CHECK(says(pearson(x, down), "correlation-perfect-line"));
    CHECK(says(spearman(x, down), "correlation-perfect-order"));
    CHECK(says(kendall(x, down), "correlation-perfect-order"));
    CHECK_FALSE(pearson(x, down).p);
    const std::vector<double> tenths{0.1, 0.2, 0.3, 0.4, 0.5, 0.6},
        same{0.7, 1.4, 2.1, 2.8, 3.5, 4.2};
    CHECK(says(pearson(tenths, same), "correlation-perfect-line"));
    const std::vector<double> none;
    CHECK(pearson(none, none).undefined->kind.code == "correlation-too-few");
    CHECK(kendall(none, none).undefined->kind.code == "correlation-too-few");
    CHECK(spearman(std::vector<double>{1.0}, std::vector<double>{2.0}).undefined->kind.code ==
          "correlation-too-few");
}

TEST_CASE("Up to nine untied pairs, Spearman's p counts all orders")
{
    // Published tables of the exact distribution (Kendall 1970, appendix table 2): for n = 4,
    // P(rho = 1) = 1/24; for n = 5, P(rho >= 0.9) = 5/120; for n = 6, P(rho >= 0.886) = 12/720.
    const std::vector<double> up4{1, 2, 3, 4};
    CHECK(spearman(up4, up4).p.value() == Approx(2.0 / 24.0).epsilon(1e-12));
    const std::vector<double> up5{1, 2, 3, 4, 5}, nearly5{2, 1, 3, 4, 5};
    CHECK(spearman(up5, nearly5).estimate.value() == Approx(0.9));
    CHECK(spearman(up5, nearly5).p.value() == Approx(10.0 / 120.0).epsilon(1e-12));
    const std::vector<double> up6{1, 2, 3, 4, 5, 6}, nearly6{2, 1, 4, 3, 5, 6};
    CHECK(spearman(up6, nearly6).estimate.value() == Approx(0.885714).epsilon(1e-5));
    CHECK(spearman(up6, nearly6).p.value() == Approx(24.0 / 720.0).epsilon(1e-12));
    const std::vector<double> up9{1, 2, 3, 4, 5, 6, 7, 8, 9};
    CHECK(spearman(up9, up9).p.value() == Approx(2.0 / 362880.0).epsilon(1e-12));
}

TEST_CASE("A missing value drops its pair and is counted")
{
    NumberColumn x(5), y(5);
    for (std::size_t i : {0U, 1U, 2U, 4U})
        x.set(i, static_cast<double>(i * i));
    for (std::size_t i : {1U, 2U, 3U, 4U})
        y.set(i, static_cast<double>(7 - i));
    const CorrelationEstimate r = spearman(x, y);
    CHECK(r.n == 3);
    CHECK(r.dropped == 2);
    CHECK(r.estimate == -1.0);
    CHECK(pearson(NumberColumn(4), NumberColumn(4)).undefined.has_value());
    CHECK(pearson(NumberColumn(4), NumberColumn(4)).dropped == 4);
}

TEST_CASE("Tied values share their mean rank, in short and long columns alike")
{
    CHECK(midRanks(std::vector<double>{3.5, 1, 3.5, -2, 3.5}) ==
          std::vector<double>{4, 2, 4, 1, 4});
    CHECK(midRanks(std::vector<double>{0.0, -0.0, 1.0}) == std::vector<double>{1.5, 1.5, 3});
    CHECK(midRanks({}).empty());
    // Long enough to be sorted by digits: each value twice, in an order that jumps about.
    constexpr std::size_t kHalf = 5000;
    std::vector<double> values(2 * kHalf);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::exp(static_cast<double>((i * 7919) % kHalf) / 700.0) - 30.0;
    const std::vector<double> ranks = midRanks(values);
    for (std::size_t i = 0; i < values.size(); i += 97)
        CHECK(ranks[i] == 2.0 * static_cast<double>((i * 7919) % kHalf) + 1.5);
}

TEST_CASE("The order of the children changes no digit of a rank correlation")
{
    std::vector<double> x, y;
    for (int i = 0; i < 3000; ++i) {
        x.push_back((i * 37) % 41);
        y.push_back(std::sqrt(100.0 + (i * 101) % 1999) + x.back());
    }
    const auto forward = spearman(x, y);
    const auto tauForward = kendall(x, y);
    std::reverse(x.begin(), x.end());
    std::reverse(y.begin(), y.end());
    CHECK(spearman(x, y).estimate == forward.estimate);
    CHECK(kendall(x, y).estimate == tauForward.estimate);
}
