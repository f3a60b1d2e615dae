// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"

#include "analysis/findings/cohort_summary.h"
#include "analysis/findings/correlation_table.h"
#include "analysis/findings/expected_cost.h"
#include "analysis/findings/flags.h"
#include "analysis/findings/need_line.h"
#include "analysis/findings/similar_need_finding.h"
#include "analysis/similar/comparators.h"

#include <algorithm>

namespace twelvefold::analysis {
namespace {

Findings refused(const Options& options, const Message& fault)
{
    Findings findings;
    findings.options = options;
    findings.needExplains.undefined = fault;
    findings.line.undefined = fault;
    findings.similarNeed.undefined = fault;
    findings.change.undefined = fault;
    return findings;
}

} // namespace

Findings analyse(const domain::Cohort& cohort, const Options& options, std::stop_token stop)
{
    if (const auto fault = options.fault())
        return refused(options, *fault);
    Findings findings;
    findings.options = options;
    const Compared children = compared(cohort);
    const ProfileTable table = profileTable(cohort, children, options.withinSetting);
    findings.cohort = summarise(cohort, children);
    findings.needExplains = needExplains(children);
    correctForNoise(findings.needExplains, options);
    findings.change = needChange(cohort, options);
    findings.correlations = correlationTable(cohort, stop);
    if (stop.stop_requested())
        return findings;
    const ExpectedBands bands(cohort, children, options);
    findings.line = needLine(children, bands, options);
    Comparisons comparisons = compareChildren(cohort, children, table, bands, options, stop);
    findings.similarNeed = similarNeed(children, table, options, comparisons.pairs, stop);
    if (stop.stop_requested())
        return findings;
    findings.expectedCosts = std::move(comparisons.costs);
    findings.providers = summariseProviders(cohort, findings.expectedCosts);
    findings.flags = flags(cohort, comparisons.farApart, findings, stop);
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
