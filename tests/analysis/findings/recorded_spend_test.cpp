// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/recorded_spend.h"

#include "analysis/analyse.h"
#include "analysis/findings/council.h"
#include "analysis/findings/paid_care.h"
#include "statistics/numbers/random.h"

#include "support/catch.h"

#include <cmath>

namespace {

using namespace twelvefold;
using analysis::PaidCare;
using analysis::RecordedSpend;
using domain::PlacementKind;
using domain::Setting;

domain::PlacementKinds fosterAndHomes()
{
    std::array<std::optional<PlacementKind>, domain::countOf<Setting>> of{};
    of[static_cast<std::size_t>(Setting::inHouseFoster)] = PlacementKind::inHouseFoster;
    of[static_cast<std::size_t>(Setting::agencyFoster)] = PlacementKind::agencyFoster;
    of[static_cast<std::size_t>(Setting::childrensHome)] = PlacementKind::residential;
    return domain::PlacementKinds(of);
}

// In-house foster care about £450 a week, agency about £1,000 and homes about £5,000, the more the
// greater the need.
domain::Cohort council(std::uint64_t seed, std::size_t n = 150)
{
    statistics::Random random(seed);
    std::vector<tests::ChildRow> children(n);
    for (tests::ChildRow& child : children) {
        int total = 0;
        const std::uint32_t bent = random.below(4);
        for (int d = 0; d < 12; ++d) {
            child.levels.push_back(static_cast<int>(random.below(2) + random.below(bent + 1)));
            total += child.levels.back();
        }
        const double leaning = random.normal() + (total - 15) / 8.0;
        child.setting = leaning < -0.2  ? Setting::inHouseFoster
                        : leaning < 0.7 ? Setting::agencyFoster
                                        : Setting::childrensHome;
        const double base = leaning < -0.2 ? 450 : leaning < 0.7 ? 1000 : 5000;
        child.cost = std::round(base * std::exp(0.02 * (total - 15) + 0.3 * random.normal()));
    }
    domain::Cohort cohort = tests::cohortOf(tests::plainFramework(12), children);
    for (std::size_t row = 0; row < n; ++row)
        cohort.age.set(row, 3 + static_cast<double>(random.below(15)));
    return cohort;
}

// Takes the cost of every seventh child away; what they come to.
double loseCosts(domain::Cohort& cohort)
{
    double lost = 0;
    for (std::size_t row = 0; row < cohort.size(); row += 7) {
        lost += cohort.weeklyCost.values[row];
        cohort.weeklyCost.clear(row);
    }
    return lost;
}

RecordedSpend spendOf(const domain::Cohort& cohort)
{
    const PaidCare care = analysis::paidCare(cohort, fosterAndHomes(), tests::quick());
    return analysis::recordedSpend(cohort, &care, 1);
}

double sumOf(const domain::Cohort& cohort)
{
    double sum = 0;
    for (std::size_t row = 0; row < cohort.size(); ++row)
        sum += cohort.weeklyCost.at(row).value_or(0);
    return sum;
}

} // namespace

TEST_CASE("Where every cost is recorded, the sum is the whole and nothing is added to it")
{
    const domain::Cohort cohort = council(1);
    const RecordedSpend spend = spendOf(cohort);
    CHECK(spend.isWhole());
    CHECK(spend.weekly == Approx(sumOf(cohort)));
    CHECK(spend.recorded == 150);
    CHECK_FALSE(spend.more);
}

TEST_CASE("What children cost of whom no cost is recorded is told from their need and kind of "
          "placement, with an interval that holds it")
{
    int held = 0;
    constexpr int kCouncils = 40;
    for (std::uint64_t seed = 1; seed <= kCouncils; ++seed) {
        domain::Cohort cohort = council(seed);
        const double lost = loseCosts(cohort);
        const RecordedSpend spend = spendOf(cohort);
        CHECK(spend.weekly == Approx(sumOf(cohort)));
        CHECK(spend.recorded == 128);
        CHECK(spend.notRecorded == 22);
        REQUIRE(spend.estimated == 22);
        CHECK(*spend.more == Approx(lost).epsilon(0.6));
        CHECK(*spend.moreLower < *spend.more);
        CHECK(*spend.more < *spend.moreUpper);
        held += *spend.moreLower <= lost && lost <= *spend.moreUpper ? 1 : 0;
    }
    CHECK(held >= 35); // of a 95 % interval, fewer than one time in 60
}

TEST_CASE("Who has no need recorded is taken to cost what others of the kind do")
{
    domain::Cohort cohort = council(2);
    cohort.needTotal.clear(0);
    for (auto& domain : cohort.levels.byDomain)
        domain[0] = domain::kNoLevel;
    cohort.weeklyCost.clear(0);
    CHECK(spendOf(cohort).estimated == 1);
}

TEST_CASE("Of whom it cannot be told what they cost are counted and not guessed at")
{
    domain::Cohort cohort = council(3);
    cohort.setting[0] = Setting::withParents;
    cohort.weeklyCost.clear(0);
    cohort.setting[1] = Setting::childrensHome;
    cohort.weeklyCost.clear(1);
    const RecordedSpend both = spendOf(cohort);
    CHECK(both.notRecorded == 2);
    CHECK(both.estimated == 1); // the child in the home

    // Nothing is known of paid care, or of the kind but eleven children.
    const RecordedSpend unknown = analysis::recordedSpend(cohort, nullptr, 1);
    CHECK(unknown.notRecorded == 2);
    CHECK(unknown.estimated == 0);
    CHECK_FALSE(unknown.more);
    std::size_t homes = 0;
    for (std::size_t row = 2; row < cohort.size(); ++row) {
        if (cohort.setting[row] == Setting::childrensHome && ++homes > 11)
            cohort.setting[row] = Setting::agencyFoster;
    }
    CHECK(spendOf(cohort).estimated == 0);
}

TEST_CASE("Who costs something that is not counted is not taken for somebody without a cost")
{
    domain::Cohort cohort = council(4);
    auto& extra = cohort.costs[static_cast<std::size_t>(domain::CostComponent::additional)][0];
    extra = domain::NumberColumn(cohort.size());
    extra.set(0, 50);
    cohort.weeklyCost.clear(0); // counted are core costs alone
    cohort.weeklyCost.clear(1);
    const RecordedSpend spend = spendOf(cohort);
    CHECK(spend.otherCosts == 1);
    CHECK(spend.notRecorded == 1);
    CHECK_FALSE(spend.isWhole());
}

TEST_CASE("What is found of a cohort holds its recorded spend, the same each time")
{
    domain::Cohort cohort = council(5);
    loseCosts(cohort);
    const auto care = std::make_shared<const PaidCare>(
        analysis::paidCare(cohort, fosterAndHomes(), tests::quick()));
    const auto findings = analysis::analyse(cohort, tests::quick(), {}, {care, {}, {}});
    const RecordedSpend spend = analysis::recordedSpend(cohort, care.get(), tests::quick().seed);
    CHECK(findings.spend.more == spend.more);
    CHECK(findings.spend.moreLower == spend.moreLower);
    CHECK(findings.spend.moreUpper == spend.moreUpper);
}
