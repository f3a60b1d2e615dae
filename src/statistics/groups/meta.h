// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/messages.h"

#include <optional>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// How the variance between groups is estimated from their estimates and standard errors.
enum class Heterogeneity
{
    derSimonianLaird, // by moments, in one step (1986)
    pauleMandel,      // the variance at which Q is what chance would give (1982)
    restricted        // REML
};

// One group's estimate, drawn toward the mean of all by the share B of its variance that is its own
// sampling error.
struct ShrunkEstimate
{
    double estimate = 0;
    double standardError = 0; // with the mean's uncertainty
    double shrinkage = 0;     // B = s²/(s² + τ²): 1 when there is no difference between groups
};

// Estimates with known standard errors around a common mean: y ~ N(θ, s²), θ ~ N(μ, τ²).
struct MetaAnalysis
{
    double mean = 0, meanStandardError = 0;
    double tauSquared = 0; // 0: no difference that can be told from chance
    double q = 0, qP = 1;  // Cochran's test that there is none
    double iSquared = 0;   // share of the spread between estimates beyond chance, in percent
    std::vector<ShrunkEstimate> groups;
    std::vector<Message> notes;
    std::optional<Message> undefined; // why there is none: nothing else is then filled
};
MetaAnalysis metaAnalysis(std::span<const double> estimates, std::span<const double> standardErrors,
                          Heterogeneity method = Heterogeneity::restricted);

} // namespace twelvefold::statistics
