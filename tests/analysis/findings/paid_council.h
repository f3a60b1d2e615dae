// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/paid_care.h"

#include <cstdint>

// A council of one's own making whose way of paying is known.
namespace twelvefold::tests {

// As resources/codes has it.
domain::PlacementKinds placementKinds();

// Log of pounds a week by kind, and for each level of need.
struct Paying
{
    double kinship = 5.6, inHouse = 6.2, agency = 6.9, home = 8.4;
    double perLevel = 0.02, noise = 0.1;
    bool needChooses = true; // the kind of placement
};
domain::Cohort councilOf(std::size_t n, const Paying& paying = {}, std::uint64_t seed = 3);

analysis::PaidCare careOf(const domain::Cohort& cohort);

} // namespace twelvefold::tests
