// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"

#include <optional>

namespace twelvefold::analysis {

// What has become of mean total need since a day before: it is now - then = fromStayed + fromJoined
// + fromLeft, in levels. Of the children with every domain scored on either day.
struct MeanOverYear
{
    domain::Date since;
    std::size_t nThen = 0, nNow = 0, stayed = 0, joined = 0, left = 0;
    double then = 0, now = 0;
    double fromStayed = 0; // the mean change of those scored on both days
    double fromJoined = 0; // what those who are there now alone add to the mean
    double fromLeft = 0;   // what those who were there then alone took away with them
};
// Nothing without a child scored on both days.
std::optional<MeanOverYear> meanOverYear(const domain::Cohort& now, const domain::Cohort& then);

} // namespace twelvefold::analysis
