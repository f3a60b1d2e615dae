// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"

#include "analysis/findings/cohort_summary.h"
#include "analysis/findings/correlation_table.h"
#include "analysis/findings/expected_cost.h"
#include "analysis/findings/need_line.h"
#include "analysis/findings/similar_need_finding.h"
#include "analysis/statistics.h"
#include "statistics/numbers/parallel.h"
#include "statistics/similar/comparators.h"

#include <algorithm>
#include <array>

namespace twelvefold::analysis {
namespace {

Findings refused(const Options& options, const Message& fault)
{
    Findings findings;
    findings.options = options;
    findings.needExplains.undefined = fault;
    findings.line.undefined = fault;
    findings.similarNeed.undefined = fault;
    findings.providerCosts.undefined = fault;
    findings.market.undefined = fault;
    findings.noise.undefined = fault;
    findings.change.undefined = fault;
    findings.drivers.undefined = fault;
    findings.needBeyondSetting.undefined = fault;
    return findings;
}

// With fewer children, starting a thread takes as long as what it would do.
constexpr std::size_t kWorthThreads = 200;

} // namespace

Findings analyse(const domain::Cohort& cohort, const Options& options, std::stop_token stop,
                 OfTheDay day)
{
    if (const auto fault = options.fault())
        return refused(options, *fault);
    Findings findings;
    findings.options = options;
    findings.paidCare = std::move(day.paidCare);
    findings.worklist = std::move(day.worklist);
    const Compared children = compared(cohort);
    const ProfileTable table = profileTable(cohort, children, options.withinSetting);
    findings.cohort = summarise(cohort, children);
    findings.spend = recordedSpend(cohort, findings.paidCare.get(), options.seed);
    // The longest first; each fills parts of its own, so they may go side by side.
    const std::array<std::function<void()>, 4> stages{
        [&] {
            const ExpectedBands bands(cohort, children, options);
            findings.line = needLine(children, bands, options);
            Comparisons compared = compareChildren(cohort, children, table, bands, options, stop);
            if (stop.stop_requested())
                return;
            findings.similarNeed = similarNeed(children, table, options, compared, stop);
            if (findings.paidCare)
                countPairsByKind(cohort, children, table, options, *findings.paidCare,
                                 findings.similarNeed, stop);
            findings.expectedCosts = std::move(compared.costs);
            findings.providers = summariseProviders(cohort);
        },
        [&] { findings.correlations = correlationTable(cohort, stop); },
        [&] {
            findings.needBeyondSetting = needBeyondSetting(cohort, children);
            findings.drivers = costDrivers(cohort, children);
        },
        [&] {
            findings.noise = measuredNoise(cohort, children.total, options.metric);
            findings.needExplains = needExplains(children);
            correctForNoise(findings.needExplains, options, findings.noise);
            findings.change = needChange(cohort, options, findings.noise);
            if (day.yearEarlier)
                findings.change.overYear = meanOverYear(cohort, *day.yearEarlier);
            findings.providerCosts = providerCosts(cohort, children);
            findings.providerOutcomes = providerOutcomes(cohort);
            findings.market = market(cohort);
        }};
    inTurns(stages.size(), children.size() < kWorthThreads ? stages.size() : 1, [&](auto next) {
        for (std::size_t stage = next(); stage < stages.size() && !stop.stop_requested();
             stage = next())
            stages[stage]();
    });
    if (stop.stop_requested())
        return findings;
    if (findings.paidCare) {
        const auto reliability = knownReliability(options, findings.noise);
        findings.amounts = amounts(cohort, *findings.paidCare);
        findings.costShares =
            costShares(cohort, *findings.paidCare,
                       reliability ? std::optional(reliability->value) : std::nullopt);
        findings.sameNeed = sameNeed(cohort, *findings.paidCare);
    }
    return findings;
}

std::vector<std::size_t> comparatorsOf(const domain::Cohort& cohort, const Options& options,
                                       std::size_t row)
{
    const Compared children = compared(cohort);
    const auto at = std::lower_bound(children.rows.begin(), children.rows.end(), row);
    if (options.fault() || at == children.rows.end() || *at != row)
        return {};
    const ProfileTable table = profileTable(cohort, children, options.withinSetting);
    const auto itself = static_cast<std::uint32_t>(at - children.rows.begin());
    if (!table.usable(itself))
        return {};
    const ComparatorSearch search(table, {options.metric, options.tolerance});
    std::vector<std::size_t> rows;
    for (const Near& near :
         search.of(table.profile(itself), table.group(itself), itself).nearestFirst)
        rows.push_back(children.rows[near.row]);
    return rows;
}

} // namespace twelvefold::analysis
