// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"

#include <string>

namespace twelvefold::exchange {

// The cohort as a table, one row a child, from which anyone can recompute an analysis: the columns
// are named in docs/formats.md. Blank is missing; money in plain pounds with two decimals.
std::string cohortCsv(const domain::Cohort& cohort);

} // namespace twelvefold::exchange
