// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"

#include <cstddef>
#include <vector>

namespace twelvefold::analysis {

// Children whose weekly cost is so far from what is usual for their setting that it may have been
// written in another unit: a day's or a month's price taken for a week's or the other way round, a
// year's, pence for pounds. Suspected where the log of the cost lies more than 4.5 robust scales of
// its setting (Qn, at least 0.2) from the setting's median, and within 0.75 scales of it once it is
// multiplied or divided by such a unit's factor; in settings of at least 20 children with a cost
// above nothing, as fewer tell too little of what is usual.
std::vector<std::size_t> unitSlips(const domain::Cohort& cohort);

} // namespace twelvefold::analysis
