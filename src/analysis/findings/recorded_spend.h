// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace twelvefold::analysis {

struct PaidCare;

// What the care of some children costs together, as far as it is recorded, and about what is not:
// no sum of costs hides the children whose cost is missing. The one answer for window, report and
// command line.
struct RecordedSpend
{
    double weekly = 0;           // pounds, of those whose cost is recorded
    std::size_t recorded = 0;    // how many those are
    std::size_t notRecorded = 0; // of these no cost at all is recorded
    std::size_t otherCosts = 0;  // of these costs are recorded, but none that count
    // What those not recorded may cost together, in pounds a week, and for how many of them that
    // can be told, by need and kind of placement.
    std::size_t estimated = 0;
    std::optional<double> more, moreLower, moreUpper; // the ends: 95 %, of what it comes to

    bool isWhole() const { return notRecorded + otherCosts == 0; }
};

// care: of everybody on the day, with the costs counted that are in force; null where not known.
RecordedSpend recordedSpend(const domain::Cohort& cohort, const PaidCare* care, std::uint64_t seed);

} // namespace twelvefold::analysis
