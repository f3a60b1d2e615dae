// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"

#include <string>

namespace twelvefold::exchange {

// The store's second ratings as a table, one row a pair, from which anyone can recompute how
// noisily need is scored: the columns are named in docs/formats.md. The headings alone where there
// are none.
std::string ratingsCsv(const domain::Cohort& cohort);

} // namespace twelvefold::exchange
