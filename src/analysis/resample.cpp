// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "analysis/findings/chance.h"
#include "analysis/findings/need_line.h"
#include "analysis/methods/bootstrap.h"

#include <mutex>

namespace twelvefold::analysis {
namespace {

using domain::MessageKind;

constexpr MessageKind kIntervalStep{
    "need-explains-interval",
    TWELVEFOLD_TEXT("Message", "The 95 % interval comes from %1 resamples of the children (seed "
                               "%2), corrected for bias and skewness (BCa).")};

void addInterval(const Compared& children, const Options& options, NeedExplains& explains,
                 std::stop_token stop)
{
    if (!explains.rSquared || options.bootstrapReplicates <= 0)
        return;
    const BcaInterval interval = bcaOfRSquared(
        children.total, children.logCost, options.bootstrapReplicates, options.seed, 0.95, stop);
    explains.lower = interval.lower;
    explains.upper = interval.upper;
    if (interval.lower)
        explains.trace.steps.push_back({kIntervalStep,
                                        {static_cast<std::int64_t>(options.bootstrapReplicates),
                                         std::to_string(options.seed)}});
    if (interval.undefined)
        explains.trace.steps.push_back(*interval.undefined);
    for (const Message& note : interval.notes)
        explains.trace.steps.push_back(note);
}

} // namespace

void resample(const domain::Cohort& cohort, Findings& findings, std::stop_token stop,
              const std::function<void(double)>& progress)
{
    if (findings.resampled || findings.options.fault())
        return;
    // Shares of the work, roughly. Told from several threads, so one at a time, and only forward.
    constexpr double kChance = 0.6, kCoverage = 0.1;
    std::mutex telling;
    double told = 0;
    const auto tell = [&](double fraction) {
        const std::lock_guard lock(telling);
        if (progress && fraction > told)
            progress(told = fraction);
    };
    const Options& options = findings.options;
    const Compared children = compared(cohort);
    const ProfileTable table = profileTable(cohort, children, options.withinSetting);
    Findings with = findings;
    if (!countByChance(cohort, children, table, options, with.similarNeed, stop,
                       [&](double fraction) { tell(kChance * fraction); }))
        return;
    if (const auto achieved = achievedCoverage(children, options, stop);
        achieved && with.line.slope)
        with.line.trace.steps.push_back(achievedCoverageStep(*achieved, options));
    tell(kChance + kCoverage);
    addInterval(children, options, with.needExplains, stop);
    if (stop.stop_requested())
        return;
    with.resampled = true;
    findings = std::move(with);
    tell(1);
}

} // namespace twelvefold::analysis
