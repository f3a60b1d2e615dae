// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/least_squares.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// A linear model that outlying cases do not bend, in which the cases of a group share an effect:
// y = Xb + effect(group) + e. Weights are those of MM regression (mm.h) with a column for each
// group but the first that has kLeastInGroup cases; given the weights w, e ~ N(0, s²/w) and effect
// ~ N(0, τ²), with τ² by restricted maximum likelihood and effects shrunk toward none the more, the
// fewer cases speak for them (Robinson 1991). With one group there is no effect.
struct RobustGroups
{
    static constexpr std::size_t kLeast = 12; // cases
    static constexpr std::size_t kLeastInGroup =
        3; // for a column of its own while weights are found

    std::size_t n = 0;
    std::vector<double> coefficients;         // in the design's order; 0 where aliased
    std::vector<double> effects;              // by group
    double groupVariance = 0;                 // τ²
    double scale = 0;                         // of the residuals: the S-estimate's
    std::vector<double> weights;              // by row, 0 (an outlier) to 1
    std::vector<double> fitted, residuals;    // effects included
    std::optional<domain::Message> undefined; // why there is no fit: nothing else is then filled
};

// group: a code for each row, from 0; every code up to the largest occurs. The design has an
// intercept.
RobustGroups robustGroups(const Design& design, std::span<const double> y,
                          std::span<const std::uint32_t> group, std::uint64_t seed);

} // namespace twelvefold::statistics
