// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/cost_shares.h"
#include "analysis/findings/council.h"
#include "analysis/findings/paid_care.h"
#include "honesty/draws.h"
#include "honesty/promises.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::honesty {
namespace {

using analysis::PaidCare;
using domain::PlacementKind;
using domain::Setting;
using statistics::Random;

constexpr std::size_t kPaidDomains = 12;
constexpr double kTimes = 5.0; // what residential care costs at the same need

domain::PlacementKinds kindsOfCouncil()
{
    std::array<std::optional<PlacementKind>, domain::countOf<Setting>> of{};
    of[static_cast<std::size_t>(Setting::kinshipFoster)] = PlacementKind::kinship;
    of[static_cast<std::size_t>(Setting::inHouseFoster)] = PlacementKind::inHouseFoster;
    of[static_cast<std::size_t>(Setting::agencyFoster)] = PlacementKind::agencyFoster;
    of[static_cast<std::size_t>(Setting::childrensHome)] = PlacementKind::residential;
    return domain::PlacementKinds(of);
}

// Need, a placement that need leans towards and chance decides, a price within it: the more need,
// the more is paid within each kind, and residential care is so many times as dear at any need.
domain::Cohort drawCouncil(Random& random, std::size_t n)
{
    static const auto framework = tests::plainFramework(kPaidDomains);
    std::vector<tests::ChildRow> children(n);
    for (tests::ChildRow& child : children) {
        const double severity = random.normal();
        double total = 0;
        for (std::size_t domain = 0; domain < kPaidDomains; ++domain) {
            const double felt = 0.7 * severity + 0.7 * random.normal();
            int level = 0;
            for (const double cut : {-0.4, 0.4, 1.0, 1.7})
                level += felt > cut ? 1 : 0;
            child.levels.push_back(level);
            total += level;
        }
        const double leaning = (total - 15) / 10 + random.normal();
        child.setting = leaning < -0.8  ? Setting::kinshipFoster
                        : leaning < 0.2 ? Setting::inHouseFoster
                        : leaning < 1   ? Setting::agencyFoster
                                        : Setting::childrensHome;
        const bool home = child.setting == Setting::childrensHome;
        child.cost =
            std::round(100 * std::exp(6.4 + 0.02 * (total - 15) + (home ? std::log(kTimes) : 0) +
                                      0.25 * random.normal())) /
            100;
    }
    domain::Cohort cohort = tests::cohortOf(framework, children);
    for (std::size_t row = 0; row < n; ++row)
        cohort.age.set(row, 2 + static_cast<double>(random.below(16)));
    return cohort;
}

PaidCare careOf(const domain::Cohort& cohort, Random& random)
{
    analysis::Options options;
    options.seed = random.bits64();
    return analysis::paidCare(cohort, kindsOfCouncil(), options);
}

Promise insideTheBand(std::size_t n)
{
    return {.what = "90 % band within the kind of placement: children inside, kinds of 30 or more, "
                    "n = " +
                    std::to_string(n),
            .nominal = 0.9,
            .allowed = 0.02,
            .replicates = 1000,
            .few = n > 200 ? 0 : 20,
            .draw = [=](Random& random, Tally& tally) {
                const PaidCare care = careOf(drawCouncil(random, n), random);
                for (const analysis::WithinKind& kind : care.kinds) {
                    if (kind.n < analysis::WithinKind::kFewForBand || !kind.inside)
                        continue;
                    tally.of += kind.n;
                    tally.kept += *kind.inside;
                }
            }};
}

Promise timesAtTheSameNeed(std::size_t n)
{
    return {.what = "At the same need: the interval of how many times as dear residential care is, "
                    "n = " +
                    std::to_string(n),
            .replicates = 1000,
            .few = 0,
            .draw = [=](Random& random, Tally& tally) {
                const domain::Cohort cohort = drawCouncil(random, n);
                const auto same = analysis::sameNeed(cohort, careOf(cohort, random));
                if (same.ratio)
                    tally.count(holds(same.lower, same.upper, kTimes));
            }};
}

// Nobody's price stands out by the draw.
Promise standsOutByChance(std::size_t n)
{
    return {.what = "Price within the kind: 1.96 of its scale or more either way, nothing to find, "
                    "n = " +
                    std::to_string(n),
            .nominal = 0.05,
            .allowed = 0.02,
            .replicates = 1000,
            .few = 0,
            .draw = [=](Random& random, Tally& tally) {
                for (const auto& child : careOf(drawCouncil(random, n), random).children) {
                    if (child.standardPrice)
                        tally.count(std::fabs(*child.standardPrice) >= 1.96);
                }
            }};
}

} // namespace

std::vector<Promise> promisesOfPaidCare()
{
    return {insideTheBand(200),      insideTheBand(534),     timesAtTheSameNeed(200),
            timesAtTheSameNeed(534), standsOutByChance(200), standsOutByChance(534)};
}

} // namespace twelvefold::honesty
