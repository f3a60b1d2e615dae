// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/messages.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace twelvefold::statistics {

// A bias-corrected and accelerated interval (Efron 1987).
struct BcaInterval
{
    std::optional<double> lower, upper;
    double bias = 0;                  // z0
    double acceleration = 0;          // a
    std::vector<Message> notes;       // when it should be read with care
    std::optional<Message> undefined; // why there is none
};

enum class TiesAtTheEstimate
{
    strictlyBelow, // replicates equal to the estimate are not below it: as R counts
    half           // they count half: for statistics that take few values
};

// From replicates of a statistic, the statistic itself, and the statistic with each case (or
// cluster) left out in turn.
BcaInterval bcaInterval(std::span<const double> replicates, double estimate,
                        std::span<const double> leftOut, double coverage = 0.95,
                        TiesAtTheEstimate ties = TiesAtTheEstimate::strictlyBelow);

// The BCa interval of the share of y's variation that a straight line through x explains, drawing
// cases with replacement. Replicate k draws from stream k of the seed. Empty, with nothing said,
// when a stop was asked for.
BcaInterval bcaOfRSquared(std::span<const double> x, std::span<const double> y, int replicates,
                          std::uint64_t seed, double coverage = 0.95, std::stop_token stop = {});

} // namespace twelvefold::statistics
