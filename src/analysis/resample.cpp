// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "analysis/findings/chance.h"
#include "analysis/findings/correlation_table.h"
#include "analysis/findings/need_line.h"
#include "analysis/findings/random_streams.h"
#include "analysis/statistics.h"
#include "statistics/description/bootstrap.h"

#include <iterator>
#include <mutex>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kIntervalStep{
    "need-explains-interval",
    TWELVEFOLD_TEXT("Message", "The 95 % interval comes from %1 resamples of the children (seed "
                               "%2), corrected for bias and skewness (BCa).")};

struct Sample
{
    const domain::Cohort& cohort;
    Compared children;
    ProfileTable table;
    std::stop_token stop;
};
using Progress = std::function<void(double fraction)>;

// Each adds its figures and says whether it came to its end; when it did not, it added nothing.
bool addInterval(const Sample& sample, Findings& findings, const Progress&)
{
    const Options& options = findings.options;
    NeedExplains& explains = findings.needExplains;
    if (!explains.rSquared || options.bootstrapReplicates <= 0)
        return true;
    const BcaInterval interval =
        bcaOfRSquared(sample.children.total, sample.children.logCost, options.bootstrapReplicates,
                      options.seed, 0.95, sample.stop);
    if (sample.stop.stop_requested())
        return false;
    explains.lower = interval.lower;
    explains.upper = interval.upper;
    correctForNoise(explains, options, findings.noise);
    if (interval.lower)
        explains.trace.steps.push_back({kIntervalStep,
                                        {static_cast<std::int64_t>(options.bootstrapReplicates),
                                         std::to_string(options.seed)}});
    if (interval.undefined)
        explains.trace.steps.push_back(*interval.undefined);
    for (const Message& note : interval.notes)
        explains.trace.steps.push_back(note);
    return true;
}

bool addBeyondSetting(const Sample& sample, Findings& findings, const Progress&)
{
    return addBeyondSettingInterval(sample.cohort, sample.children, findings.options,
                                    findings.needBeyondSetting, sample.stop);
}

bool addShares(const Sample& sample, Findings& findings, const Progress&)
{
    return !findings.paidCare ||
           addShareIntervals(sample.cohort, *findings.paidCare, findings.options,
                             findings.costShares, sample.stop);
}

bool addDrivers(const Sample& sample, Findings& findings, const Progress&)
{
    return addDriverIntervals(sample.cohort, sample.children, findings.options, findings.drivers,
                              sample.stop);
}

bool addCoverage(const Sample& sample, Findings& findings, const Progress&)
{
    if (!findings.line.slope)
        return true;
    const auto achieved = achievedCoverage(sample.children, findings.options, sample.stop);
    if (sample.stop.stop_requested())
        return false;
    findings.line.bandHeld = achieved;
    if (achieved)
        findings.line.trace.steps.push_back(achievedCoverageStep(*achieved, findings.options));
    return true;
}

bool addChance(const Sample& sample, Findings& findings, const Progress& progress)
{
    return countByChance(sample.cohort, sample.children, sample.table, findings.options,
                         findings.paidCare.get(), findings.similarNeed, sample.stop, progress);
}

bool addRanks(const Sample& sample, Findings& findings, const Progress&)
{
    const std::uint64_t first = streams::kProviderRanks;
    ProviderEffects costs = findings.providerCosts;
    std::vector<ProviderEffects> outcomes = findings.providerOutcomes;
    if (!rankProviders(findings.options, costs, first, sample.stop))
        return false;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (!rankProviders(findings.options, outcomes[i], first + 1000 * (i + 1), sample.stop))
            return false;
    }
    findings.providerCosts = std::move(costs);
    findings.providerOutcomes = std::move(outcomes);
    return true;
}

struct Part
{
    Refinement refinement;
    double share; // of the work, roughly
    bool (*add)(const Sample&, Findings&, const Progress&);
};

// The quickest first.
constexpr Part kResampleParts[] = {
    {Refinement::providerRanks, 0.02, addRanks},
    {Refinement::costShareIntervals, 0.05, addShares},
    {Refinement::needExplainsInterval, 0.13, addInterval},
    {Refinement::bandCoverage, 0.1, addCoverage},
    {Refinement::beyondSettingInterval, 0.1, addBeyondSetting},
    {Refinement::driverIntervals, 0.2, addDrivers},
    {Refinement::chanceCounts, 0.4, addChance},
};

} // namespace

void resample(const domain::Cohort& cohort, Findings& findings, std::stop_token stop,
              const std::function<void(double)>& progress,
              const std::function<void(const Findings&)>& ready)
{
    if (findings.resampled || findings.options.fault())
        return;
    // Told from several threads, so one at a time, and only forward.
    std::mutex telling;
    double told = 0;
    const auto tell = [&](double fraction) {
        const std::lock_guard lock(telling);
        if (progress && fraction > told)
            progress(told = fraction);
    };
    Sample sample{cohort, compared(cohort), {}, stop};
    sample.table = profileTable(cohort, sample.children, findings.options.withinSetting);
    double done = 0;
    for (const Part& part : kResampleParts) {
        const double before = done;
        done += part.share;
        if (findings.refined.contains(part.refinement))
            continue;
        if (stop.stop_requested()) // a part with nothing to do would not ask
            return;
        const bool finished = part.add(
            sample, findings, [&](double fraction) { tell(before + part.share * fraction); });
        if (!finished)
            return;
        findings.refined.insert(part.refinement);
        findings.resampled = findings.refined.size() == std::size(kResampleParts);
        tell(findings.resampled ? 1 : done);
        if (ready && !findings.resampled)
            ready(findings);
    }
}

} // namespace twelvefold::analysis
