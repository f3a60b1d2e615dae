// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace twelvefold::analysis {

// A line through points.
struct StraightLine
{
    double intercept = 0;
    double slope = 0;
    double scale = 0; // of the residuals about it: median of their sizes / 0.6745
    int steps = 0;

    double at(double x) const { return intercept + slope * x; }
};

// The Huber fit of huber.h for a single x, quick enough to be found anew for every fold and
// setting: the same minimum, each step by centred weighted sums. Where all x are equal the slope is
// 0 and the intercept Huber's estimate of location. At least one point; all finite. Steps end when
// the residuals change by no more than `enough`, relatively.
StraightLine huberLine(std::span<const double> x, std::span<const double> y, double enough = 1e-10);

} // namespace twelvefold::analysis
