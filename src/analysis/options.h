// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/statistics.h"
#include "domain/result.h"
#include "statistics/similar/pair.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace twelvefold::analysis {

// What a person chooses about an analysis. The cohort itself is filtered, and its costs are
// counted, before it comes here.
struct Options
{
    bool withinSetting = false; // compare only children in the same setting
    Metric metric = Metric::l1;
    double tolerance = 2;           // similar need: a distance of at most this; 0 or more
    std::size_t top = 20;           // how many pairs to list
    double minRatio = 1;            // list only pairs at least this far apart; 1 or more
    std::uint64_t seed = 20260331;  // of everything drawn at random; kept with the result
    int bootstrapReplicates = 1999; // 0: no interval that needs resampling
    int chanceDraws = 200;          // 0: no reference counts for pairs
    double coverage = 0.9;          // of the expected-cost band, above 0.5 and below 1
    // How reliably total need is scored, where it was measured: above 0 and at most 1; and on how
    // many children that was found, 0 for unknown.
    std::optional<double> reliability;
    std::size_t reliabilityChildren = 0;

    bool operator==(const Options&) const = default;
    // Why these options cannot be used, if so.
    std::optional<Message> fault() const;
};

} // namespace twelvefold::analysis
