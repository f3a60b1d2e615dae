// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/cohort_summary.h"

#include "analysis/statistics.h"
#include "domain/money.h"
#include "statistics/description/descriptive.h"

#include <algorithm>
#include <map>

namespace twelvefold::analysis {
namespace {

// Costs and needs of some of the children, and what is said of them together.
struct Heap
{
    std::size_t n = 0;
    std::vector<double> costs;
    std::vector<double> needs;
    std::int64_t pence = 0; // summed exactly, so that the order of the children cannot show

    void add(const domain::Cohort& cohort, std::size_t row)
    {
        ++n;
        if (const auto cost = cohort.weeklyCost.at(row)) {
            costs.push_back(*cost);
            pence += domain::Money::fromPounds(*cost).inPence();
        }
        if (const auto need = cohort.needTotal.at(row))
            needs.push_back(*need);
    }
    double spend() const { return domain::Money::pence(pence).inPounds(); }
};

SettingSummary summaryOf(std::optional<domain::Setting> setting, const Heap& heap)
{
    SettingSummary summary;
    summary.setting = setting;
    summary.n = heap.n;
    summary.withCost = heap.costs.size();
    summary.spendWeekly = heap.spend();
    if (const auto costs = quartiles(heap.costs)) {
        summary.lowerQuartile = costs->lower;
        summary.median = costs->median;
        summary.upperQuartile = costs->upper;
    }
    summary.medianNeed = median(heap.needs);
    return summary;
}

} // namespace

CohortSummary summarise(const domain::Cohort& cohort, const Compared& children)
{
    CohortSummary summary;
    summary.census = cohort.census;
    summary.n = cohort.size();
    summary.excluded = children.leftOut;
    summary.notCompared = cohort.notCompared;
    summary.notRecorded = cohort.notRecorded;
    Heap all;
    std::vector<Heap> bySetting(domain::countOf<domain::Setting>);
    Heap nowhere;
    if (cohort.framework)
        summary.bandCounts.assign(cohort.framework->bands().size(), 0);
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        all.add(cohort, row);
        Heap& heap = cohort.setting[row] ? bySetting[static_cast<std::size_t>(*cohort.setting[row])]
                                         : nowhere;
        heap.add(cohort, row);
        const auto band = static_cast<std::size_t>(std::max<int>(cohort.band[row], 0));
        if (cohort.band[row] >= 0 && band < summary.bandCounts.size())
            ++summary.bandCounts[band];
    }
    summary.spendWeekly = all.spend();
    summary.medianCost = median(all.costs);
    summary.medianNeed = median(all.needs);
    for (std::size_t setting = 0; setting < bySetting.size(); ++setting) {
        if (bySetting[setting].n > 0)
            summary.settings.push_back(
                summaryOf(static_cast<domain::Setting>(setting), bySetting[setting]));
    }
    if (nowhere.n > 0)
        summary.settings.push_back(summaryOf(std::nullopt, nowhere));
    return summary;
}

std::vector<ProviderSummary> summariseProviders(const domain::Cohort& cohort)
{
    std::map<std::size_t, Heap> heaps;
    std::int64_t pence = 0;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (cohort.provider[row] >= 0)
            heaps[static_cast<std::size_t>(cohort.provider[row])].add(cohort, row);
    }
    for (const auto& [provider, heap] : heaps)
        pence += heap.pence;
    std::vector<ProviderSummary> summaries;
    for (const auto& [provider, heap] : heaps) {
        ProviderSummary& summary = summaries.emplace_back();
        summary.provider = provider;
        summary.n = heap.n;
        summary.withCost = heap.costs.size();
        summary.spendWeekly = heap.spend();
        if (pence > 0)
            summary.share = static_cast<double>(heap.pence) / static_cast<double>(pence);
        summary.medianCost = median(heap.costs);
        summary.medianNeed = median(heap.needs);
    }
    std::sort(summaries.begin(), summaries.end(),
              [&](const ProviderSummary& a, const ProviderSummary& b) {
                  if (a.spendWeekly != b.spendWeekly)
                      return a.spendWeekly > b.spendWeekly;
                  return cohort.providerNames[a.provider] < cohort.providerNames[b.provider];
              });
    return summaries;
}

} // namespace twelvefold::analysis
