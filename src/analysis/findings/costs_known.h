// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"

#include <optional>

namespace twelvefold::analysis {

// Whether any cost that counts is recorded of a child on the census date, even one of nothing. The
// one answer: whatever counts children without a cost, in the window or out of it, counts by it.
bool hasCost(const domain::Cohort& cohort, std::size_t row);
std::size_t withoutCost(const domain::Cohort& cohort);
// What counts of a component, whoever pays; absent where no part of it is recorded.
std::optional<double> countedCost(const domain::Cohort& cohort, std::size_t row,
                                  domain::CostComponent component,
                                  const domain::CostScope& counted);

} // namespace twelvefold::analysis
