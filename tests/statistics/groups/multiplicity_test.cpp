// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/groups/multiplicity.h"
#include "statistics/reference.h"

#include "support/catch.h"

#include <algorithm>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

std::vector<std::optional<double>> optionals(const nlohmann::json& array)
{
    std::vector<std::optional<double>> values;
    for (const auto& value : array)
        values.push_back(value.is_number() ? std::optional(value.get<double>()) : std::nullopt);
    return values;
}

void checkAdjusted(const std::vector<std::optional<double>>& actual, const nlohmann::json& expected)
{
    const auto values = optionals(expected);
    REQUIRE(actual.size() == values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        REQUIRE(actual[i].has_value() == values[i].has_value());
        if (values[i])
            CHECK(relativeError(*actual[i], *values[i]) <= 1e-10);
    }
}

} // namespace

TEST_CASE("Adjusted p-values agree with R, missing ones left aside")
{
    for (const auto& one : referenceCases("multiplicity.json")) {
        INFO(one.at("id").get<std::string>());
        const auto p =
            optionals(one.at("p").is_array() ? one.at("p") : nlohmann::json::array({one.at("p")}));
        const auto listed = [&](const char* name) {
            const auto& value = one.at(name);
            return value.is_array() ? value : nlohmann::json::array({value});
        };
        checkAdjusted(benjaminiHochberg(p), listed("BH"));
        checkAdjusted(benjaminiYekutieli(p), listed("BY"));
        checkAdjusted(holm(p), listed("holm"));
    }
}

TEST_CASE("Benjamini and Hochberg's own example rejects four hypotheses at 5 %")
{
    const auto cases = referenceCases("multiplicity.json");
    const auto q = benjaminiHochberg(optionals(caseOf(cases, "bh1995").at("p")));
    CHECK(std::count_if(q.begin(), q.end(), [](const auto& value) { return *value <= 0.05; }) == 4);
}

TEST_CASE("No tests have no q-values")
{
    CHECK(benjaminiHochberg({}).empty());
    const std::vector<std::optional<double>> missing{std::nullopt, std::nullopt};
    CHECK_FALSE(benjaminiHochberg(missing)[0]);
}

TEST_CASE("Local false discovery rates are those of a falling density, as fdrtool has it")
{
    // The p-values of Benjamini & Hochberg 1995; R's fdrtool 1.2.17, grenander(ecdf(p)), but for
    // the first, to which it gives no density: there 1 / (1/15 / 0.0001).
    const std::vector<std::optional<double>> p{0.0001, 0.0004,       0.0019, 0.0095, 0.0201, 0.0278,
                                               0.0298, std::nullopt, 0.0344, 0.0459, 0.3240, 0.4262,
                                               0.5719, 0.6528,       0.7590, 1.0000};
    const std::vector<double> expected{0.0015, 0.0045, 0.0225, 0.0975, 0.0975, 0.0975, 0.0975, 0,
                                       0.0975, 0.1725, 1,      1,      1,      1,      1,      1};
    const auto rates = localFalseDiscovery(p);
    REQUIRE(rates.size() == p.size());
    for (std::size_t i = 0; i < p.size(); ++i) {
        REQUIRE(rates[i].has_value() == p[i].has_value());
        if (rates[i])
            CHECK(*rates[i] == Approx(expected[i]).margin(1e-12));
    }
    CHECK(localFalseDiscovery({}).empty());
    const std::vector<std::optional<double>> ties{0.01, 0.01, 0.9, 0.0};
    const auto ofTies = localFalseDiscovery(ties);
    CHECK(*ofTies[0] == *ofTies[1]);
    CHECK(*ofTies[3] < 1e-12);
    for (const auto& rate : localFalseDiscovery(std::vector<std::optional<double>>{1.0, 1.0}))
        CHECK(*rate == 1);
}
