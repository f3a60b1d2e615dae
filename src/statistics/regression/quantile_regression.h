// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/least_squares.h"

namespace twelvefold::statistics {

// The line (or plane) that a share tau of the cases lies below, given their columns (Koenker &
// Bassett 1978): it minimises the check loss Σ e(τ − [e < 0]). At the median no child at forty
// times the cost can move it further than one at four.
struct QuantileFit
{
    double tau = 0;
    std::size_t n = 0;
    std::vector<Coefficient> coefficients; // classical holds Hendricks & Koenker's errors; no hc3
    double checkLoss = 0;                  // the sum over all rows
    std::optional<double> goodness;        // R¹: 1 − loss / loss of the quantile of y alone
    bool unique = true;                    // whether no other coefficients lose as little
    bool converged = false;
    std::vector<double> fitted, residuals;
    std::vector<Message> notes;
    std::optional<Message> undefined; // why there is no fit: nothing else is then filled
};

// One fit for each tau (above 0 and below 1), in the order given; what they share is done once.
// Rows that decide which vertex is found among equally good ones are told apart by their order.
std::vector<QuantileFit> quantileRegression(const Design& design, std::span<const double> y,
                                            std::span<const double> taus, bool inference = true);

// What several taus fit to one case may cross where cases are few. In order again it is closer to
// the truth (Chernozhukov, Fernández-Val & Galichon 2010). Fits ascending in tau.
void rearrange(std::span<double> fittedByTau);

} // namespace twelvefold::statistics
