// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/least_squares.h"

namespace twelvefold::statistics {

// Standard errors for cases that come in clusters (placements of a child, children of a provider):
// errors may go together in any way within a cluster, not between clusters (Liang & Zeger 1986).
struct ClusterRobust
{
    std::size_t clusters = 0;
    // By coefficient, in the design's order; absent for those left out. t on clusters - 1.
    std::vector<std::optional<Inference>> cr1; // factor G/(G-1) · (n-1)/(n-p)
    std::vector<std::optional<Inference>>
        cr2;                    // Bell & McCaffrey 2002: less biased for few clusters
    std::vector<Message> notes; // fewer than 40 clusters (Cameron & Miller 2015)
    std::optional<Message> undefined;
};
// clusters: a code for each row, from 0; codes without a row count for nothing.
ClusterRobust clusterRobust(const Design& design, const LeastSquares& fit,
                            std::span<const std::size_t> clusters,
                            std::span<const double> weights = {});

// How far columns of a model stand for one another (Belsley, Kuh & Welsch 1980).
struct Collinearity
{
    // By coefficient: how many times the others blow up its variance; absent for the intercept,
    // columns left out and where there is no other column.
    std::vector<std::optional<double>> vif;
    std::vector<double> conditionIndices; // of the columns at unit length, ascending from 1
};
Collinearity collinearity(const Design& design, const LeastSquares& fit,
                          std::span<const double> weights = {});

} // namespace twelvefold::statistics
