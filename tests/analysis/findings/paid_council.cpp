// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/paid_council.h"

#include "analysis/findings/council.h"
#include "statistics/numbers/random.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::tests {

using domain::PlacementKind;
using domain::Setting;

domain::PlacementKinds placementKinds()
{
    std::array<std::optional<PlacementKind>, domain::countOf<Setting>> of{};
    const auto is = [&](Setting setting, PlacementKind kind) {
        of[static_cast<std::size_t>(setting)] = kind;
    };
    is(Setting::kinshipFoster, PlacementKind::kinship);
    is(Setting::inHouseFoster, PlacementKind::inHouseFoster);
    is(Setting::agencyFoster, PlacementKind::agencyFoster);
    is(Setting::supportedAccommodation, PlacementKind::supported);
    is(Setting::childrensHome, PlacementKind::residential);
    is(Setting::unregistered, PlacementKind::residential);
    return domain::PlacementKinds(of);
}

domain::Cohort councilOf(std::size_t n, const Paying& paying, std::uint64_t seed)
{
    statistics::Random random(seed);
    std::vector<ChildRow> children;
    for (std::size_t i = 0; i < n; ++i) {
        ChildRow child;
        double total = 0;
        const std::uint32_t bent = random.below(4); // some children need much in every domain
        for (int d = 0; d < 12; ++d) {
            child.levels.push_back(static_cast<int>(random.below(2) + random.below(bent + 1)));
            child.levels.back() = std::min(child.levels.back(), 4);
            total += child.levels.back();
        }
        const double leaning = paying.needChooses ? (total - 15) / 8 : 0;
        const double draw = random.normal() + leaning;
        child.setting = draw < -0.7  ? Setting::kinshipFoster
                        : draw < 0.2 ? Setting::inHouseFoster
                        : draw < 1   ? Setting::agencyFoster
                                     : Setting::childrensHome;
        const double base = draw < -0.7  ? paying.kinship
                            : draw < 0.2 ? paying.inHouse
                            : draw < 1   ? paying.agency
                                         : paying.home;
        child.cost = std::round(100 * std::exp(base + paying.perLevel * (total - 15) +
                                               paying.noise * random.normal())) /
                     100;
        child.provider = static_cast<int>(random.below(6));
        children.push_back(child);
    }
    domain::Cohort cohort = cohortOf(plainFramework(12), children);
    for (std::size_t row = 0; row < n; ++row)
        cohort.age.set(row, 3 + static_cast<double>(random.below(15)));
    return cohort;
}

analysis::PaidCare careOf(const domain::Cohort& cohort)
{
    return analysis::paidCare(cohort, placementKinds(), quick());
}

} // namespace twelvefold::tests
