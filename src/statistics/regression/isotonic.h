// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/messages.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// A stretch of x over which the fitted value stays the same.
struct IsotonicStep
{
    double from = 0, to = 0; // the lowest and the highest x in it
    double value = 0;
    std::size_t n = 0; // cases
    double weight = 0;
};

// The steps that never fall (or never rise) and lie closest to y, by least squares: how y goes with
// x if nothing is assumed but the direction. Beside a straight line they show what the line misses.
struct IsotonicFit
{
    std::size_t n = 0;
    bool increasing = true;
    std::vector<IsotonicStep> steps; // in order of x
    std::vector<double> fitted;      // by row
    double rss = 0;
    std::optional<double> rSquared, lineRSquared; // absent where y does not vary
    std::optional<double> gap;                    // what the line explains less than the steps
    std::vector<Message> notes;
    std::optional<Message> undefined; // no case: nothing else is then filled

    bool flat() const { return steps.size() == 1; }
};

struct IsotonicOptions
{
    std::span<const double> weights; // empty: all 1; else above 0
    bool increasing = true;
};
// Values finite. Cases with the same x are averaged first.
IsotonicFit isotonic(std::span<const double> x, std::span<const double> y,
                     const IsotonicOptions& options = {});

} // namespace twelvefold::statistics
