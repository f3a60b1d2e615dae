// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "analysis/findings/compared.h"

namespace twelvefold::analysis {

CohortSummary summarise(const domain::Cohort& cohort, const Compared& children);

// Most spend first, then by name.
std::vector<ProviderSummary> summariseProviders(const domain::Cohort& cohort);

} // namespace twelvefold::analysis
