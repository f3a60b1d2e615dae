// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "analysis/findings/compared.h"
#include "analysis/findings/council.h"
#include "analysis/findings/figure_traces.h"
#include "analysis/findings/pair_explained.h"
#include "statistics/numbers/random.h"
#include "statistics/regression/least_squares.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace twelvefold;
using namespace twelvefold::analysis;
using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

// A council in which everything is recorded of everybody: cost follows need, setting, whether it
// was an emergency, and one dear provider.
domain::Cohort recordedCouncil(std::size_t n, std::uint64_t seed)
{
    Random random(seed);
    std::vector<ChildRow> children(n);
    for (ChildRow& child : children) {
        int total = 0;
        for (int d = 0; d < 4; ++d) {
            child.levels.push_back(static_cast<int>(random.below(5)));
            total += child.levels.back();
        }
        child.setting = static_cast<domain::Setting>(random.below(4));
        child.provider = static_cast<int>(random.below(8)) - 1;
        child.cost = std::exp(6 + 0.05 * total + 0.5 * static_cast<int>(*child.setting) +
                              (child.provider == 3 ? 0.6 : 0) + 0.3 * random.normal());
    }
    domain::Cohort cohort = cohortOf(plainFramework(4), children);
    for (std::size_t row = 0; row < n; ++row) {
        cohort.emergency[row] = random.below(4) == 0;
        if (*cohort.emergency[row])
            cohort.weeklyCost.values[row] *= 1.5;
        cohort.sector[row] = cohort.provider[row] < 0   ? domain::Sector::ownCouncil
                             : cohort.provider[row] < 4 ? domain::Sector::privateSector
                                                        : domain::Sector::voluntary;
        cohort.distanceMiles.set(row, 40 * random.uniform());
        cohort.age.set(row, static_cast<double>(random.below(18)));
        cohort.placedOn[row] = cohort.census.plusDays(-static_cast<int>(random.below(1500)));
    }
    return cohort;
}

CostDrivers driversOf(const domain::Cohort& cohort)
{
    return costDrivers(cohort, compared(cohort));
}

const CostDriver& driverOf(const CostDrivers& drivers, const std::string& group)
{
    const auto found = std::find_if(drivers.groups.begin(), drivers.groups.end(),
                                    [&](const CostDriver& own) { return token(own) == group; });
    REQUIRE(found != drivers.groups.end());
    return *found;
}

} // namespace

TEST_CASE("Cost drivers share the explained spread among what is recorded")
{
    const domain::Cohort cohort = recordedCouncil(400, 1);
    const CostDrivers drivers = driversOf(cohort);
    REQUIRE(drivers.rSquared);
    CHECK(drivers.n == 400);
    double shares = 0, contributions = 0;
    for (const CostDriver& driver : drivers.groups) {
        shares += driver.share;
        contributions += driver.contribution;
        CHECK_FALSE(driver.lower);
    }
    CHECK(shares == Approx(1.0));
    CHECK(contributions == Approx(*drivers.rSquared));
    CHECK(std::is_sorted(drivers.groups.begin(), drivers.groups.end(),
                         [](const auto& a, const auto& b) { return a.share > b.share; }));
    CHECK(token(drivers.groups.front()) == "setting");
    CHECK(driverOf(drivers, "need").columns == 4);
    CHECK(driverOf(drivers, "emergency").share > 4 * driverOf(drivers, "emergency").byChance);
    CHECK(driverOf(drivers, "age").share < 0.02);
    // The sector follows from the provider, so only their common share can be told.
    CHECK(driverOf(drivers, "provider+sector").columns == 9);
}

TEST_CASE("What drivers explain together is the R² of one model of everything recorded")
{
    const domain::Cohort cohort = recordedCouncil(150, 2);
    Design design(150);
    design.intercept();
    std::vector<double> cost, column(150);
    const auto add = [&](const auto& of) {
        for (std::size_t row = 0; row < 150; ++row)
            column[row] = of(row);
        design.column("x", column);
    };
    for (std::size_t row = 0; row < 150; ++row)
        cost.push_back(std::log(cohort.weeklyCost.values[row]));
    for (std::size_t d = 0; d < 4; ++d)
        add([&](std::size_t row) { return double(cohort.levels.byDomain[d][row]); });
    for (int s = 1; s < 4; ++s)
        add([&](std::size_t row) { return static_cast<int>(*cohort.setting[row]) == s ? 1.0 : 0; });
    for (int p = 0; p < 7; ++p)
        add([&](std::size_t row) { return cohort.provider[row] == p ? 1.0 : 0; });
    add([&](std::size_t row) { return *cohort.emergency[row] ? 1.0 : 0; });
    add([&](std::size_t row) { return cohort.distanceMiles.values[row]; });
    add([&](std::size_t row) { return cohort.age.values[row]; });
    add([&](std::size_t row) {
        return double(domain::daysBetween(*cohort.placedOn[row], cohort.census));
    });
    CHECK(*driversOf(cohort).rSquared ==
          Approx(*leastSquares(design, cost).rSquared).epsilon(1e-11));
}

TEST_CASE("Under 30 children nothing goes with what is recorded, and under 100 no share is told")
{
    const CostDrivers few = driversOf(recordedCouncil(29, 2));
    CHECK_FALSE(few.rSquared);
    REQUIRE(few.undefined);
    CHECK(few.undefined->kind.code == "drivers-too-few");

    const domain::Cohort some = recordedCouncil(99, 2);
    CostDrivers drivers = driversOf(some);
    REQUIRE(drivers.rSquared);
    CHECK(drivers.groups.empty());
    REQUIRE(drivers.noShares);
    CHECK(domain::plainEnglish(*drivers.noShares) ==
          "How that is shared out among need, setting and the rest cannot be told from 99 "
          "children; it takes 100.");
    CHECK(*drivers.adjusted(drivers.rSquared) < *drivers.rSquared);
    analysis::Options options = tests::quick();
    options.bootstrapReplicates = 199;
    REQUIRE(addDriverIntervals(some, compared(some), options, drivers, {}));
    CHECK(*drivers.adjusted(drivers.lower) < *drivers.adjusted(drivers.rSquared));
    CHECK_FALSE(driversOf(recordedCouncil(100, 2)).groups.empty());
}

TEST_CASE("What goes with columns of chance alone is nothing, once adjusted for their number")
{
    const domain::Cohort cohort = recordedCouncil(150, 2);
    const CostDrivers drivers = driversOf(cohort);
    const auto n = static_cast<double>(drivers.n), p = static_cast<double>(drivers.columns);
    CHECK(drivers.columns == 18); // 4 domains, 3 settings, 7 providers, 4 numbers
    CHECK(*drivers.adjusted(p / (n - 1)) == Approx(0).margin(1e-12)); // what chance gives
    CHECK(*drivers.adjusted(1.0) == 1);
    CHECK(*drivers.adjusted(0.0) == 0); // no less than none
}

TEST_CASE("What is rarely recorded, or always the same, is left out of the drivers and said")
{
    domain::Cohort cohort = recordedCouncil(300, 3);
    for (std::size_t row = 0; row < 200; ++row)
        cohort.distanceMiles.clear(row);
    for (std::size_t row = 0; row < 300; ++row)
        cohort.emergency[row] = false;
    for (std::size_t row = 0; row < 7; ++row)
        cohort.age.clear(row);
    const CostDrivers drivers = driversOf(cohort);
    REQUIRE(drivers.notUsed.size() == 2);
    CHECK(domain::plainEnglish(drivers.notUsed[0]) ==
          "Distance is recorded for 100 of 300 children, fewer than half, and is left out of the "
          "model.");
    CHECK(drivers.notUsed[1].kind.code == "drivers-always-the-same");
    CHECK(drivers.n == 293);
    CHECK(drivers.trace.leftOut.back().n == 7);
    CHECK(drivers.trace.leftOut.back().reason.kind.code == "left-out-no-age");
}

TEST_CASE("Providers with few children are taken together")
{
    domain::Cohort cohort = recordedCouncil(300, 4);
    // Sixty more providers of two children each.
    for (std::size_t row = 0; row < 120; ++row)
        cohort.provider[row] = static_cast<std::int32_t>(8 + row / 2);
    const CostDrivers drivers = driversOf(cohort);
    const auto provider =
        std::find_if(drivers.groups.begin(), drivers.groups.end(), [](const CostDriver& own) {
            return std::find(own.kinds.begin(), own.kinds.end(), DriverKind::provider) !=
                   own.kinds.end();
        });
    REQUIRE(provider != drivers.groups.end());
    CHECK(provider->columns <= 10); // eight and the others together, and the sectors
    CHECK(std::any_of(drivers.trace.steps.begin(), drivers.trace.steps.end(), [](const auto& step) {
        return step.kind.code == "drivers-providers-pooled";
    }));
}

TEST_CASE("Too few children have no drivers, and a sentence says so")
{
    CHECK(driversOf(recordedCouncil(12, 5)).undefined->kind.code == "drivers-too-few");
    CHECK(driversOf(recordedCouncil(0, 5)).undefined->kind.code == "drivers-too-few");
    domain::Cohort same = recordedCouncil(120, 6);
    std::fill(same.weeklyCost.values.begin(), same.weeklyCost.values.end(), 700.0);
    CHECK(driversOf(same).undefined->kind.code == "fit-constant-response");
}

TEST_CASE("Intervals follow by resampling, for each driver and all together")
{
    const domain::Cohort cohort = recordedCouncil(200, 7);
    Options options = quick();
    options.bootstrapReplicates = 300;
    Findings findings = analyse(cohort, options);
    CHECK_FALSE(findings.drivers.lower);
    CHECK_FALSE(findings.needBeyondSetting.lower);
    resample(cohort, findings);
    for (const CostDriver& driver : findings.drivers.groups) {
        INFO(token(driver));
        if (driver.share > 0.05) {
            REQUIRE(driver.lower);
            CHECK(*driver.lower < driver.share);
            CHECK(*driver.upper > driver.share);
        }
    }
    CHECK(*findings.needBeyondSetting.lower < *findings.needBeyondSetting.partialRSquared);
}

TEST_CASE("Need explains beyond the setting what the setting leaves")
{
    domain::Cohort cohort = recordedCouncil(400, 8);
    const NeedBeyondSetting beyond = needBeyondSetting(cohort, compared(cohort));
    REQUIRE(beyond.partialRSquared);
    CHECK(*beyond.partialRSquared > 0.1);
    CHECK(beyond.byChance == Approx(4.0 / (400 - 1 - 3)));
    // Costs by setting alone leave nothing to explain.
    for (std::size_t row = 0; row < cohort.size(); ++row)
        cohort.weeklyCost.values[row] = 500 + 100 * static_cast<int>(*cohort.setting[row]);
    CHECK(needBeyondSetting(cohort, compared(cohort)).undefined->kind.code ==
          "beyond-setting-nothing-left");
    const domain::Cohort few = recordedCouncil(9, 8);
    CHECK(needBeyondSetting(few, compared(few)).undefined->kind.code == "beyond-setting-too-few");
}

TEST_CASE("The parts of a gap between two costs add up to it, in pounds")
{
    const domain::Cohort cohort = recordedCouncil(250, 9);
    const PairExplainer explainer(cohort);
    const Pair pair{10,
                    20,
                    0,
                    cohort.weeklyCost.values[10],
                    cohort.weeklyCost.values[20],
                    cohort.weeklyCost.values[10] / cohort.weeklyCost.values[20]};
    const PairExplained explained = explainer.explain(pair);
    REQUIRE_FALSE(explained.undefined);
    const Trace rest = traceOfUnexplained(explained);
    CHECK(std::get<domain::Pence>(rest.steps.back().arguments.front()) ==
          std::get<domain::Pence>(inPounds(*explained.unexplained)));
    double total = *explained.unexplained;
    for (const ExplainedPart& part : explained.parts) {
        total += part.pounds;
        const Trace trace = traceOf(explained, part);
        CHECK(trace.n == explained.trace.n);
        CHECK(std::get<double>(trace.steps.front().arguments.front()) ==
              Approx(part.log).margin(0.00051));
        CHECK(*part.lower <= part.pounds);
        CHECK(*part.upper >= part.pounds);
    }
    CHECK(total == Approx(pair.costA - pair.costB));
    CHECK(explained.parts.size() == driversOf(cohort).groups.size());
}

TEST_CASE("Two children alike in all that is recorded have a gap that nothing explains")
{
    domain::Cohort cohort = recordedCouncil(250, 10);
    cohort.setting[1] = cohort.setting[0];
    cohort.provider[1] = cohort.provider[0];
    cohort.sector[1] = cohort.sector[0];
    cohort.emergency[1] = cohort.emergency[0];
    cohort.placedOn[1] = cohort.placedOn[0];
    cohort.distanceMiles.values[1] = cohort.distanceMiles.values[0];
    cohort.age.values[1] = cohort.age.values[0];
    for (auto& levels : cohort.levels.byDomain)
        levels[1] = levels[0];
    cohort.weeklyCost.values[0] = 6000;
    cohort.weeklyCost.values[1] = 500;
    const PairExplained explained = PairExplainer(cohort).explain({0, 1, 0, 6000, 500, 12});
    CHECK(*explained.unexplained == Approx(5500));
    CHECK(*explained.lower == Approx(5500));
    for (const ExplainedPart& part : explained.parts)
        CHECK(part.pounds == 0);
    // Equal costs have a gap of nothing to share out.
    const PairExplained equal = PairExplainer(cohort).explain({0, 1, 0, 500, 500, 1});
    CHECK(*equal.unexplained == Approx(0).margin(1e-9));
}

TEST_CASE("A child of whom something is not recorded has no explained gap")
{
    domain::Cohort cohort = recordedCouncil(250, 11);
    cohort.age.clear(5);
    const PairExplained explained = PairExplainer(cohort).explain({5, 6, 0, 900, 300, 3});
    CHECK(domain::plainEnglish(*explained.undefined) ==
          "Not everything that the model needs is recorded for C000005, so what goes along with "
          "the gap cannot be told.");
    CHECK(PairExplainer(recordedCouncil(10, 1)).explain({0, 1, 0, 9, 3, 3}).undefined);
}
