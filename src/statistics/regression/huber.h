// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/least_squares.h"

namespace twelvefold::statistics {

// Huber's regression: cases far from the fit count less, in proportion (Huber 1964; tuning constant
// 1.345, scale the median absolute residual / 0.6745, found anew at each step).
struct HuberFit
{
    std::size_t n = 0;
    std::vector<Coefficient> coefficients; // classical holds the asymptotic errors; no hc3
    double scale = 0;                      // of the residuals
    std::vector<double> weights;           // by row, above 0 and at most 1
    std::vector<double> fitted, residuals;
    int steps = 0;
    bool converged = false;
    std::vector<Message> notes;
    std::optional<Message> undefined; // why there is no fit: nothing else is then filled
};
HuberFit huber(const Design& design, std::span<const double> y);

} // namespace twelvefold::statistics
