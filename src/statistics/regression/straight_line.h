// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace twelvefold::statistics {

// A line through points.
struct StraightLine
{
    double intercept = 0;
    double slope = 0;
    double scale = 0; // of the residuals about it

    double at(double x) const { return intercept + slope * x; }
};

// The MM regression of mm.h for a single x, quick enough to be found anew for every fold and
// setting. Of two coefficients few subsamples need be tried, and every step is a pass over plain
// columns; near the end steps are Newton's. Where all x are equal the slope is 0 and the intercept
// an estimate of location.
struct MmLine
{
    StraightLine line;  // the M-estimate, with the S-estimate's scale; 0: over half lie on the line
    StraightLine start; // the S-estimate
};

// At least five points, all finite. Subsamples are drawn alike always.
MmLine mmLine(std::span<const double> x, std::span<const double> y);
// The same in the basin of another's S-estimate, without a search: for parts of the points it was
// found from.
MmLine mmLine(std::span<const double> x, std::span<const double> y, const MmLine& near);

} // namespace twelvefold::statistics
