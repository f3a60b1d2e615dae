// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/mean_over_year.h"
#include "analysis/findings/noise.h"
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

// One child assessed twice.
struct ChildChange
{
    std::size_t row = 0;
    double then = 0, change = 0; // total need, and now less then
    // What regression to the mean alone would change, (1 − r)(mean then − then): where r is known.
    std::optional<double> byRegression;

    std::optional<double> lessRegression() const
    {
        return byRegression ? std::optional(change - *byRegression) : std::nullopt;
    }
};

// How many changed by more than scoring noise, and how many noise alone would count each way.
struct CountsOfChange
{
    std::size_t better = 0, worse = 0, unclear = 0;
    ByNoise byNoise; // one way
};

// What the mean total need of everyone assessed now is made of, besides the change of those who
// were assessed then: who has no assessment to compare with has raised or lowered it by so much.
struct MeanNow
{
    std::size_t n = 0; // assessed now on every domain
    std::optional<double> ofAll;
    std::size_t joined = 0;           // of them without an earlier assessment
    std::optional<double> ofJoined;   // their mean
    std::optional<double> fromJoined; // mean of all less the mean of those assessed twice
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
    // A fall or rise of more than this is more than noise; absent where noise is not known, and
    // then nobody is counted.
    std::optional<double> reliableLevels;
    std::optional<CountsOfChange> counts;
    std::optional<Message> countsUndefined;
    std::optional<double> slope, slopeLower, slopeUpper, intercept; // of now on then
    // How reliably the totals then are scored, which is what the slope would be if nothing but
    // noise came between; and whether it is another, two-sided.
    std::optional<double> reliability, slopeP;
    MeanNow meanNow;
    // With those who came and those who left; where the records of a year earlier were given.
    std::optional<MeanOverYear> overYear;
    std::vector<ChildChange> children; // those n, by row
    std::vector<DomainShift> shifts;   // one a domain, those with n above 0
    std::optional<Message> undefined;
    Trace trace;
};
NeedChange needChange(const domain::Cohort& cohort, const Options& options, const Noise& noise);

// How much total need must fall to have fallen by more than noise: what the reliability given or
// the noise measured says, else a rule of thumb.
struct ReliableFall
{
    double levels = 0;
    bool known = false; // then it must be more, else at least so many

    bool fell(double by) const { return known ? by > levels : by >= levels; }
};
ReliableFall reliableFall(const domain::Cohort& cohort, const Options& options, const Noise& noise,
                          double ruleOfThumb);

// The second highest level of a framework: intensive or specialist support.
int intensiveLevel(const domain::NeedsFramework& framework);

} // namespace twelvefold::analysis
