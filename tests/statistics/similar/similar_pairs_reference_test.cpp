// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/reference.h"
#include "statistics/similar/similar_need.h"

#include "support/catch.h"

#include <cmath>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

// The data a reference case names, as its script read them.
ProfileTable tableOf(const std::string& id)
{
    ProfileTable table;
    const auto from = [&](const char* file, const std::vector<std::string>& columns,
                          const char* cost, bool total) {
        const Table data = referenceTable(file);
        table.costs = data.at(cost);
        table.domains = total ? 1 : columns.size();
        for (std::size_t row = 0; row < table.costs.size(); ++row) {
            double sum = 0;
            for (const std::string& column : columns) {
                sum += data.at(column)[row];
                if (!total)
                    table.values.push_back(data.at(column)[row]);
            }
            if (total)
                table.values.push_back(sum);
        }
    };
    std::vector<std::string> levels;
    for (int d = 1; d <= 10; ++d)
        levels.push_back("d" + std::to_string(d));
    const bool total = id.find("total") != std::string::npos;
    if (id.starts_with("kids_10000"))
        from("data/kids_10000.csv", levels, "weekly_cost", total);
    else if (id.starts_with("kids_1000"))
        from("data/kids_1000.csv", levels, "weekly_cost", total);
    else if (id.starts_with("attitude"))
        from("data/attitude.csv",
             {"complaints", "privileges", "learning", "raises", "critical", "advance"}, "rating",
             false);
    else
        from("data/engel.csv", {"income"}, "foodexp", false);
    return table;
}

void compare(const std::vector<Pair>& found, const nlohmann::json& expected)
{
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CAPTURE(i);
        // Reference ids count from 1 and come smaller first.
        CHECK(std::min(found[i].a, found[i].b) + 1 == expected[i][0].get<std::size_t>());
        CHECK(std::max(found[i].a, found[i].b) + 1 == expected[i][1].get<std::size_t>());
        CHECK(relativeError(found[i].ratio, expected[i][2].get<double>()) < 1e-12);
    }
}

} // namespace

TEST_CASE("similar-need pairs are those of the brute-force reference")
{
    const nlohmann::json cases = referenceCases("similar_pairs.json");
    REQUIRE(cases.size() == 13);
    for (const auto& reference : cases) {
        const std::string id = reference.at("id");
        CAPTURE(id);
        const ProfileTable table = tableOf(id);
        const std::string metric = reference.at("metric");
        const Likeness likeness{metric == "L1"   ? Metric::l1
                                : metric == "L2" ? Metric::euclidean
                                                 : Metric::max,
                                reference.at("max_distance").get<double>()};
        compare(widestPairs(table, likeness, 20), reference.at("top"));
        compare(widestPairsEachChildOnce(table, likeness, 20), reference.at("distinct"));
        const std::vector<double> twelvefold{12};
        const PairCounts counts = countPairs(table, likeness, twelvefold);
        CHECK(counts.children == reference.at("n").get<std::size_t>());
        CHECK(counts.pairs == reference.at("qualifying_pairs").get<std::uint64_t>());
        CHECK(counts.atLeast[0] ==
              reference.at("pairs_with_ratio_at_least_12").get<std::uint64_t>());
    }
}
