// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/least_squares.h"

#include <cstdint>

namespace twelvefold::statistics {

// What belonging to one group adds to a case: best linear unbiased prediction (Robinson 1991).
struct GroupEffect
{
    std::size_t n = 0;
    double meanResidual = 0;     // of its cases, from what their columns let expect: not yet shrunk
    double effect = 0;           // the same, shrunk toward 0 the more, the fewer cases speak for it
    double conditionalSd = 0;    // of the effect, as if coefficients and variances were known
    double lower = 0, upper = 0; // 95 % of that
    double standardError = 0;    // with the coefficients' uncertainty (Henderson 1975)
};

// A linear model in which the cases of a group share an effect of their own, drawn from a normal
// distribution: y = Xb + effect(group) + e.
struct RandomIntercept
{
    std::size_t n = 0;
    std::vector<Coefficient> fixed; // in the design's order; intervals by the normal distribution
    double groupVariance = 0;       // between groups; 0: no difference that can be told from chance
    double residualVariance = 0;    // within groups
    double criterion = 0;           // -2 log (restricted) likelihood, at its minimum
    std::vector<GroupEffect> groups; // by code
    std::vector<Message> notes;
    std::optional<Message> undefined; // why there is no fit: nothing else is then filled

    // The share of what the columns leave that lies between groups.
    double intraclassCorrelation() const
    {
        return groupVariance / (groupVariance + residualVariance);
    }
};

enum class Likelihood
{
    restricted, // REML: the variances as they are, not made small by fitting coefficients
    full        // ML: for comparing models with different columns
};

inline constexpr std::size_t kLeastGroups = 5; // fewer say nothing of a spread between groups

// group: a code for each row, from 0; every code up to the largest occurs.
RandomIntercept randomIntercept(const Design& design, std::span<const double> y,
                                std::span<const std::uint32_t> group,
                                Likelihood likelihood = Likelihood::restricted);

// Where each of several effects stands among them, 1 for the smallest: the middle 95 % of its ranks
// when all are drawn again from their normal distributions (Goldstein & Spiegelhalter 1996).
struct RankInterval
{
    double median = 0, lower = 0, upper = 0;
};
std::vector<RankInterval> rankIntervals(std::span<const double> effects,
                                        std::span<const double> standardErrors, int draws,
                                        std::uint64_t seed, std::uint64_t firstStream);

} // namespace twelvefold::statistics
