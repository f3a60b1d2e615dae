// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/options.h"
#include "analysis/trace.h"
#include "domain/cohort.h"

#include <optional>
#include <vector>

namespace twelvefold::analysis {

// How many moved between below and at the second highest level of a domain (intensive support), or
// above it, from the earlier assessment to the latest.
struct DomainShift
{
    std::size_t domain = 0;
    std::size_t n = 0; // scored on it both times
    std::size_t up = 0, down = 0;
    std::optional<double> p; // McNemar's exact test; absent where nobody moved
    std::optional<double> q; // Benjamini–Hochberg over the domains
};

// Total need now less then, of children assessed twice at least 180 days apart. A fall is for the
// better.
struct NeedChange
{
    std::size_t n = 0;
    std::optional<double> then, now, mean; // of total need, and of its change
    std::optional<double> lower, upper, p; // of the mean change
    std::optional<double> wilcoxonP;
    std::optional<double> responseMean; // mean / SD of the changes, Hedges' correction made
    std::optional<double> medianDays;   // between the two assessments
    std::size_t better = 0, worse = 0, unclear = 0;
    double reliableLevels = 0;     // a fall or rise of so much is more than noise
    bool reliabilityKnown = false; // so many by the reliability, or by rule of thumb
    std::optional<double> slope, slopeLower, slopeUpper, intercept; // of now on then
    std::vector<DomainShift> shifts; // one a domain, those with n above 0
    std::optional<Message> undefined;
    Trace trace;
};
NeedChange needChange(const domain::Cohort& cohort, const Options& options);

// How much total need must fall to have fallen by more than noise: what the reliability says where
// it is known, else a rule of thumb.
struct ReliableFall
{
    double levels = 0;
    bool known = false; // by the reliability: then it must be more, else at least so many

    bool fell(double by) const { return known ? by > levels : by >= levels; }
};
ReliableFall reliableFall(const domain::Cohort& cohort, const Options& options, double ruleOfThumb);

// The second highest level of a framework: intensive or specialist support.
int intensiveLevel(const domain::NeedsFramework& framework);

} // namespace twelvefold::analysis
