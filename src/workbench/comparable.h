// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"

// Whether what is not to be compared with the rest is left out: see comparableFilter().
namespace twelvefold::workbench {

bool comparesOnlyComparable(const domain::CohortFilter& filter);
// The same filter so, or with all settings in it.
domain::CohortFilter comparing(domain::CohortFilter filter, bool onlyComparable);

} // namespace twelvefold::workbench
