// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/agreement/agreement.h"

#include <stop_token>

namespace twelvefold::statistics {

// What the difference of two ratings means.
enum class RatingLevel
{
    nominal,  // the same or not
    ordinal,  // how many ratings lie between them
    interval, // their difference
    ratio     // their difference in proportion; ratings must be 0 or more
};

struct AlphaOptions
{
    RatingLevel level = RatingLevel::ordinal;
    int replicates = 1999; // 0: no interval
    std::uint64_t seed = 20260331;
};

struct KrippendorffAlpha : Agreement
{
    std::optional<double> observed, expected; // disagreement
    std::size_t pairable = 0;                 // ratings of children who have at least two
};

// Krippendorff's alpha = 1 - observed / expected disagreement (Krippendorff 2011), of any number of
// raters with any ratings missing: ratings[child] holds those there are, finite. A child with one
// rating cannot be compared and is dropped. The interval is BCa over resampled children, and the
// standard error the spread of the resamples; both the same for any order of children or raters.
KrippendorffAlpha krippendorffAlpha(std::span<const std::vector<double>> ratings,
                                    const AlphaOptions& options = {}, std::stop_token stop = {});

} // namespace twelvefold::statistics
