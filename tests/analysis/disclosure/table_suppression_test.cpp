// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/disclosure/table_suppression.h"
#include "statistics/reference.h"

#include "support/catch.h"

#include <algorithm>
#include <random>

using namespace twelvefold::analysis;
using namespace twelvefold::tests;

namespace {

CountTable tableOf(const nlohmann::json& one)
{
    CountTable table;
    table.rows = one.at("table").size();
    table.columns = one.at("table").at(0).size();
    table.columnTotals = !one.at("one_dimensional").get<bool>();
    for (const auto& row : one.at("table"))
        for (const auto& count : row)
            table.counts.push_back(count.get<std::uint64_t>());
    return table;
}

std::vector<std::size_t> cellsOf(const CountTable& table, const nlohmann::json& list)
{
    std::vector<std::size_t> cells;
    for (const auto& cell : list)
        cells.push_back(cell.at(0).get<std::size_t>() * table.columns +
                        cell.at(1).get<std::size_t>());
    return cells;
}

std::vector<bool> withheldOf(const CountTable& table, const std::vector<std::size_t>& cells)
{
    std::vector<bool> withheld(table.counts.size(), false);
    for (const std::size_t cell : cells)
        withheld[cell] = true;
    return withheld;
}

} // namespace

TEST_CASE("What is withheld is the optimum that exhaustive search finds")
{
    const auto cases = referenceCases("suppression.json");
    CHECK(cases.size() == 30);
    for (const auto& one : cases) {
        INFO(one.at("id").get<std::string>());
        const CountTable table = tableOf(one);
        const auto width = one.at("width").get<std::uint64_t>();
        const TableSuppression result =
            suppressTable(table, one.at("threshold").get<std::uint64_t>(), width);
        CHECK(result.primary == one.at("primary").size());
        CHECK(!result.undefined == one.at("feasible").get<bool>());
        if (result.undefined)
            continue;
        CHECK(result.primary + result.secondary == one.at("n_suppressed").get<std::size_t>());
        CHECK(result.secondarySum == one.at("secondary_sum").get<std::uint64_t>());
        for (const CountRange& range : result.ranges)
            CHECK(range.width() >= width);
    }
}

TEST_CASE("The range of a withheld count by flow is the one by linear programming")
{
    for (const auto& one : referenceCases("suppression.json")) {
        INFO(one.at("id").get<std::string>());
        const CountTable table = tableOf(one);
        std::vector<std::size_t> cells;
        for (const auto& interval : one.at("intervals"))
            cells.push_back(interval.at("cell").at(0).get<std::size_t>() * table.columns +
                            interval.at("cell").at(1).get<std::size_t>());
        const auto ranges = rangesOf(table, withheldOf(table, cells));
        REQUIRE(ranges.size() == cells.size());
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            CHECK(ranges[i].lower == one.at("intervals").at(i).at("lo").get<std::uint64_t>());
            CHECK(ranges[i].upper == one.at("intervals").at(i).at("hi").get<std::uint64_t>());
        }
        const auto primary = withheldOf(table, cellsOf(table, one.at("primary")));
        auto expected = cellsOf(table, one.at("primary_only_recoverable"));
        std::sort(expected.begin(), expected.end());
        CHECK(recoverableCells(table, primary) == expected);
    }
}

TEST_CASE("Larger tables too are safe, and a bridge is a range of nothing")
{
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        CountTable table{6, 7, {}, true};
        for (std::size_t cell = 0; cell < 42; ++cell)
            table.counts.push_back(random() % 5 == 0 ? random() % 6 : 6 + random() % 60);
        const TableSuppression result = suppressTable(table, 6, 6);
        if (result.undefined)
            continue;
        CHECK(recoverableCells(table, result.withheld).empty());
        for (const CountRange& range : result.ranges)
            CHECK(range.width() >= 6);
        // Any withheld cells at all: exactly the bridges have no width, when none is a zero.
        std::vector<bool> some(42, false);
        for (std::size_t cell = 0; cell < 42; ++cell)
            some[cell] = random() % 4 == 0 && table.counts[cell] > 0;
        std::vector<std::size_t> fixed;
        for (const CountRange& range : rangesOf(table, some))
            if (range.width() == 0)
                fixed.push_back(range.cell);
        CHECK(recoverableCells(table, some) == fixed);
    }
}

TEST_CASE("A table without small counts, or without counts, withholds nothing")
{
    CHECK(suppressTable({1, 3, {0, 8, 9}, false}, 6, 6).ranges.empty());
    CHECK(suppressTable({}, 6, 6).withheld.empty());
    CHECK(suppressTable({1, 1, {4}, false}, 6, 6).undefined->kind.code ==
          "suppression-cannot-protect");
}
