// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/least_squares.h"

#include <cstdint>

namespace twelvefold::statistics {

// MM regression (Yohai 1987): the line that most cases lie closest to, found first, whatever the
// others do (an S-estimate: bisquare, breakdown at half of the cases), then made as precise as
// least squares nearly is on normal errors (bisquare M-estimate at that scale, 95 %). Where Huber's
// regression bends to children who are extreme in need as well as in cost, this does not.
struct MmFit
{
    std::size_t n = 0;
    std::vector<Coefficient> coefficients; // classical holds the asymptotic errors; no hc3
    double scale = 0;                      // of the residuals: the S-estimate's
    std::vector<double> start;             // the S-estimate's coefficients, in the design's order
    std::vector<double> weights;           // by row, 0 (an outlier) to 1
    std::vector<double> fitted, residuals;
    bool converged = false;
    std::vector<Message> notes;
    std::optional<Message> undefined; // why there is no fit: nothing else is then filled
};

// The subsamples of the search are drawn from a stream of the seed.
MmFit mmRegression(const Design& design, std::span<const double> y, std::uint64_t seed);

} // namespace twelvefold::statistics
