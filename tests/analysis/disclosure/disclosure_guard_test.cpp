// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/disclosure/disclosure_guard.h"
#include "support/linear_programme.h"
#include "support/small_council.h"

#include "support/catch.h"

#include <numeric>

using namespace twelvefold;
using namespace twelvefold::analysis;

namespace {

// Of a council whose cohort is safe.
DisclosureGuard guard()
{
    const auto all = std::make_shared<domain::Cohort>(tests::smallCouncil(300, 5));
    for (auto& kind : all->kind)
        kind = domain::CohortKind::lookedAfter;
    return *DisclosureGuard::of(all, {});
}

// Without a filter nobody is besides.
bool anybody(std::size_t)
{
    return true;
}
int whole(std::size_t)
{
    return 0;
}

std::optional<double> valueOf(const Passed& figure)
{
    return figure ? std::optional(figure->value()) : std::nullopt;
}

Spend spend(const std::vector<double>& costs)
{
    Spend all;
    for (const double cost : costs)
        all.add(cost);
    return all;
}

std::vector<std::optional<double>> valuesOf(const std::vector<Passed>& figures)
{
    std::vector<std::optional<double>> values;
    for (const Passed& figure : figures)
        values.push_back(valueOf(figure));
    return values;
}

} // namespace

TEST_CASE("counts of one to five are withheld and the rest rounded to five")
{
    const DisclosureGuard all = guard();
    CHECK(valueOf(all.count(0)) == 0.0);
    for (std::uint64_t n = 1; n <= 5; ++n)
        CHECK_FALSE(all.count(n));
    CHECK(valueOf(all.count(6)) == 5.0);
    CHECK(valueOf(all.count(8)) == 10.0);
    CHECK_FALSE(all.part(20, 23, anybody));
    CHECK(valueOf(all.part(20, 20, anybody)) == 20.0);
    CHECK_FALSE(all.part(0, 3, anybody)); // the three who are not would be told of
}

TEST_CASE("sums of few children, or of one above all, are withheld, and what protects them")
{
    const DisclosureGuard all = guard();
    const Spend six = spend({100, 100, 100, 100, 100, 1234});
    CHECK_FALSE(all.sum(six)); // one is over half
    CHECK_FALSE(all.sum(spend({100, 100, 100, 100, 100})));
    const Spend even = spend(std::vector<double>(12, 102.87));
    CHECK(valueOf(all.sum(even)) == 1230.0);
    CHECK(valueOf(all.sum(even, 365.0 / 7)) == 64400.0);

    // Secure is four children: the next smallest goes with it, for the total would tell.
    const Spend secure = spend({9000, 9000, 9000, 9000}),
                homes = spend(std::vector<double>(8, 5000)),
                foster = spend(std::vector<double>(80, 900));
    const std::vector<Spend> three{secure, homes, foster};
    CHECK(valuesOf(all.sums(three, {false, false, false}, whole)) ==
          std::vector<std::optional<double>>{{}, {}, 72000.0});
    // With next to nothing beside it the large one would still be known to a few percent.
    const std::vector<Spend> lopsided{secure, spend(std::vector<double>(8, 1)), foster};
    CHECK(valuesOf(all.sums(lopsided, {false, false, false}, whole)) ==
          std::vector<std::optional<double>>{{}, {}, {}});
}

TEST_CASE("quantiles and models need twenty children")
{
    const DisclosureGuard all = guard();
    CHECK_FALSE(all.quantile(1234, 19));
    CHECK(valueOf(all.quantile(1234, 20)) == 1200.0);
    CHECK(valueOf(all.quantile(0.123, 20)) == 0.12);
    CHECK_FALSE(all.modelledPercent(0.314, 19));
    CHECK(valueOf(all.modelledPercent(0.314, 20)) == 0.31);
    CHECK(valueOf(all.correlation(-0.314, 20, 6)) == -0.3);
    CHECK_FALSE(all.correlation(-0.314, 19, 6));
    CHECK_FALSE(all.correlation(-0.314, 100, 5)); // all but five are alike
    CHECK_FALSE(all.quartile(500, 23));           // fewer than six lie beyond it
    CHECK(valueOf(all.quartile(512, 24)) == 510);
    CHECK_FALSE(all.groupPercent(0.1, 5));
    CHECK_FALSE(all.pairs(30, 5));
    CHECK_FALSE(all.pairs(0, 0)); // that there are none would tell of every pair
    CHECK(valueOf(all.pairs(31, 6)) == 30.0);
}

TEST_CASE("a small count takes others with it until the total does not give it away")
{
    const std::vector<std::uint64_t> one{3, 40, 12, 0}, two{3, 3, 50}, lone{4};
    CHECK(withheldCounts(one) == std::vector<bool>{true, false, true, false});
    // Each of the two is one at least: of six, neither could be anything from none to five.
    CHECK(withheldCounts(two) == std::vector<bool>{true, true, true});
    const std::vector<std::uint64_t> wider{4, 4, 50};
    CHECK(withheldCounts(wider) == std::vector<bool>{true, true, false});
    CHECK(withheldCounts(lone) == std::vector<bool>{true});
    CHECK(withheldCounts(std::vector<std::uint64_t>()).empty());
}

TEST_CASE(
    "a table's counts and sums are safe against the same table of a report with fewer filters")
{
    // 40 children in homes, of whom three are under ten; 60 fostered, 20 of them under ten.
    domain::Cohort all = tests::smallCouncil(100, 5);
    for (std::size_t row = 0; row < all.size(); ++row) {
        all.kind[row] = domain::CohortKind::lookedAfter;
        all.setting[row] = row < 40 ? domain::Setting::childrensHome : domain::Setting::secure;
        all.age.set(row, row < 3 || (row >= 40 && row < 60) ? 9 : 10);
    }
    domain::CohortFilter older;
    older.ask("age", domain::between(10, {}));
    const auto everyone = std::make_shared<const domain::Cohort>(all);
    const DisclosureGuard guarded = *DisclosureGuard::of(everyone, older);
    const auto setting = [](std::size_t row) { return row < 40 ? 0 : 1; };
    const std::vector<std::uint64_t> counts{37, 40};
    // 40 less 37 would be the three; and the other setting would give them away.
    CHECK(valuesOf(guarded.parts(counts, setting)) == std::vector<std::optional<double>>{{}, {}});
    CHECK_FALSE(guarded.part(37, 77, [](std::size_t row) { return row < 40; }));
    CHECK(valuesOf(DisclosureGuard::of(everyone, {})
                       ->parts(std::vector<std::uint64_t>{40, 60}, setting)) ==
          std::vector<std::optional<double>>{40.0, 60.0});
}

TEST_CASE("a setting's sum is safe against the same sum with other costs counted")
{
    // Of 40 children in homes three have education paid for; of 60 fostered, 20.
    domain::Cohort all = tests::smallCouncil(100, 5);
    all.costs[2][0] = domain::NumberColumn(all.size());
    for (std::size_t row = 0; row < all.size(); ++row) {
        all.kind[row] = domain::CohortKind::lookedAfter;
        all.setting[row] = row < 40 ? domain::Setting::childrensHome : domain::Setting::secure;
        all.costs[0][0].set(row, 100);
        if (row < 3 || (row >= 40 && row < 60))
            all.costs[2][0].set(row, 50);
    }
    domain::CohortFilter core;
    core.costs.components = {true, false, false, false, false};
    const DisclosureGuard guarded =
        *DisclosureGuard::of(std::make_shared<const domain::Cohort>(all), core);
    const auto setting = [](std::size_t row) { return row < 40 ? 0 : 1; };
    const std::vector<Spend> spends{spend(std::vector<double>(40, 100)),
                                    spend(std::vector<double>(60, 100))};
    CHECK(valueOf(guarded.sum(spend(std::vector<double>(100, 100)))) == 10000.0);
    CHECK(valuesOf(guarded.sums(spends, {false, false}, setting)) ==
          std::vector<std::optional<double>>{{}, {}});
}

TEST_CASE("of some costs only sums are published, since other figures tell of the few between")
{
    domain::Cohort all = tests::smallCouncil(100, 5);
    for (std::size_t row = 0; row < all.size(); ++row) {
        all.kind[row] = domain::CohortKind::lookedAfter;
        all.costs[0][0].set(row, 100);
    }
    const auto everyone = std::make_shared<const domain::Cohort>(all);
    domain::CohortFilter core;
    core.costs.components = {true, false, false, false, false};
    domain::CohortFilter social;
    social.costs.funders = {true, false, false};
    for (const domain::CohortFilter& filter : {core, social}) {
        const DisclosureGuard some = *DisclosureGuard::of(everyone, filter);
        CHECK_FALSE(some.quantile(940, 100));
        CHECK_FALSE(some.modelledPercent(0.5, 100));
        CHECK_FALSE(some.correlation(0.5, 100, 50));
        CHECK_FALSE(some.groupPercent(0.1, 20));
        CHECK_FALSE(some.pairs(100, 50));
        CHECK(some.needQuantile(14, 100));
        CHECK(some.sum(spend(std::vector<double>(100, 100))));
    }
    const DisclosureGuard whole = *DisclosureGuard::of(everyone, {});
    CHECK(whole.quantile(940, 100));
    CHECK(whole.pairs(100, 50));
}

TEST_CASE("of 200 random cohorts a linear programme recovers no withheld count")
{
    std::mt19937 random(20260331);
    const DisclosureGuard all = guard();
    int withheld = 0;
    for (int round = 0; round < 200; ++round) {
        // Two tables of the same children, as the report has.
        std::vector<std::vector<std::uint64_t>> tables(2);
        const std::uint64_t n = 6 + random() % 200;
        for (auto& table : tables) {
            table.assign(2 + random() % 8, 0);
            for (std::uint64_t child = 0; child < n; ++child)
                ++table[std::min(random() % table.size(), random() % table.size())];
        }
        const std::size_t unknowns = 1 + tables[0].size() + tables[1].size();
        tests::LinearProgramme outsider(unknowns);
        const auto about = [&](std::vector<double> weights, double shown) {
            // A nought is exact; the rest is rounded to five.
            outsider.know(weights, shown == 0 ? 0 : shown - 2, shown == 0 ? 0 : shown + 2);
        };
        const auto unit = [&](std::size_t at) {
            std::vector<double> weights(unknowns, 0.0);
            weights[at] = 1;
            return weights;
        };
        about(unit(0), all.count(n)->value());
        std::size_t at = 1;
        std::vector<std::size_t> hidden;
        for (const auto& table : tables) {
            std::vector<double> total = unit(0);
            total[0] = -1;
            const auto passed = all.parts(table, whole);
            for (std::size_t cell = 0; cell < table.size(); ++cell, ++at) {
                total[at] = 1;
                if (passed[cell])
                    about(unit(at), passed[cell]->value());
                else
                    hidden.push_back(at);
            }
            outsider.know(total, 0, 0);
        }
        for (const std::size_t cell : hidden) {
            ++withheld;
            const auto least = outsider.least(unit(cell)), most = outsider.most(unit(cell));
            REQUIRE((least && most));
            CHECK(*most - *least >= 6 - 1e-6);
        }
    }
    CHECK(withheld > 100);
}
