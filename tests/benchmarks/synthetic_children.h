// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"

#include <array>
#include <cstddef>
#include <vector>

namespace twelvefold::benchmarks {

// Made-up children: ten need domains at levels 0 to 4 that share a common severity, and a weekly
// cost that follows need only in part. The same for the same n, always.
struct SyntheticChildren
{
    std::array<std::vector<double>, 10> levels;
    std::vector<double> total;
    std::vector<double> weeklyCost; // to the penny
    std::vector<double> logCost;
    std::vector<std::uint8_t> residential; // 1: in a children's home
};
SyntheticChildren syntheticChildren(std::size_t n);

// The same as a cohort: a provider for every forty children, and for every other child an earlier
// assessment a year before.
domain::Cohort syntheticCohort(const SyntheticChildren& children);

} // namespace twelvefold::benchmarks
