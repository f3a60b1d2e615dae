// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/least_squares.h"

#include <cstdint>

namespace twelvefold::statistics {

// What belonging to one group adds to a case, averaged over what is not known of how much groups
// differ: over a grid of σ, the conditional normal distributions of best linear unbiased prediction
// (Robinson 1991), each with the coefficients' uncertainty (Henderson 1975), weighted by σ's
// posterior.
struct AveragedEffect
{
    std::size_t n = 0;
    double meanResidual = 0; // of its cases, weighted by 1/s², from what their columns let expect
    double precision = 0;    // Σ 1/s² of its cases: 1 / the variance of that mean by chance
    double effect = 0, sd = 0;   // of the mixture
    double lower = 0, upper = 0; // its 2.5 % and 97.5 % points
};

// The cases of one or, where each has few, of several strata, which share a residual variance.
struct ResidualStratum
{
    std::size_t n = 0;
    double variance = 0;
    bool least = false; // taken at its least, 1/400 of the variance within groups
};

// A linear model in which the cases of a group share an effect of their own, drawn from a normal
// distribution, and the residual's variance differs by stratum: y = Xb + u(group) + e,
// var(u) = σ², var(e) = s²(stratum), by restricted maximum likelihood (Patterson & Thompson 1971).
struct StratifiedIntercept
{
    std::size_t n = 0;
    std::vector<Coefficient> fixed; // in the design's order; intervals by the normal distribution
    double groupVariance = 0;       // σ²
    std::vector<ResidualStratum> residual;
    std::vector<std::size_t> residualOf; // by stratum code: which of them is its own
    double residualVariance = 0;         // the mean over all cases
    double criterion = 0;                // -2 log restricted likelihood, at its minimum
    double criterionWithout = 0;         // where groups do not differ

    // Of σ = 0, which lies on the boundary, so p = P(χ²₁ > ratio) / 2 (Self & Liang 1987, JASA
    // 82:605; Stram & Lee 1994, Biometrics 50:1171), and 1 where the ratio is 0.
    double likelihoodRatio = 0, p = 1;
    // 95 %, of σ, by the profile of the restricted likelihood: where twice its logarithm is no more
    // than 3.84 below its largest value. The lower end is 0 where 0 is among them.
    double sigmaLower = 0, sigmaUpper = 0;
    double sigmaMean = 0;  // of the posterior that effects are averaged over
    double priorScale = 0; // of the prior taken

    std::vector<AveragedEffect> groups; // by code
    std::vector<domain::Message> notes;
    std::optional<domain::Message> undefined; // why there is no fit: nothing else is then filled
};

struct StratifiedInterceptOptions
{
    // Of the half-normal prior of σ (Gelman 2006, Bayesian Analysis 1:515), in y's unit. Without
    // one, a quarter of the residual sd of least squares: groups then account for 3 % of what is
    // left, by the prior's median.
    std::optional<double> priorScale = std::nullopt;
    // Strata of fewer cases share one variance; if they are fewer together, with the smallest of
    // the other strata.
    std::size_t leastInStratum = 12;
};

// group, stratum: codes for each row, from 0; every code up to the largest occurs. A group may lie
// in several strata.
StratifiedIntercept stratifiedIntercept(const Design& design, std::span<const double> y,
                                        std::span<const std::uint32_t> group,
                                        std::span<const std::uint32_t> stratum,
                                        const StratifiedInterceptOptions& options = {});

} // namespace twelvefold::statistics
