// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/expected_cost.h"

#include "analysis/findings/random_streams.h"
#include "analysis/findings/similar_need_finding.h"
#include "statistics/similar/cell_matching.h"
#include "statistics/similar/surroundings.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace twelvefold::analysis {
namespace {

constexpr double kFarApart = 3; // times

ConformalBand::Range inPoundsAWeek(ConformalBand::Range logs)
{
    return {std::exp(logs.lower), std::exp(logs.upper)};
}

} // namespace

ExpectedBands::ExpectedBands(const domain::Cohort& cohort, const Compared& children,
                             const Options& options)
{
    m_overall = ConformalBand::fit(children.total, children.logCost, options.coverage, options.seed,
                                   streams::kFolds);
    if (!options.withinSetting)
        return;
    std::map<std::int32_t, std::pair<std::vector<double>, std::vector<double>>> bySetting;
    for (std::size_t i = 0; i < children.size(); ++i) {
        auto& [totals, logs] = bySetting[settingGroup(cohort, children.rows[i])];
        totals.push_back(children.total[i]);
        logs.push_back(children.logCost[i]);
    }
    for (const auto& [setting, columns] : bySetting) {
        const auto& [totals, logs] = columns;
        if (setting == kNoSetting || totals.size() < kLeastInSetting)
            continue;
        if (auto band =
                ConformalBand::fit(totals, logs, options.coverage, options.seed,
                                   streams::kFolds + 1 + static_cast<std::uint64_t>(setting)))
            m_bySetting.emplace(setting, std::move(*band));
    }
}

std::optional<ConformalBand::Range> ExpectedBands::overall(double total) const
{
    return m_overall ? std::optional(inPoundsAWeek(m_overall->at(total))) : std::nullopt;
}

std::optional<ConformalBand::Range> ExpectedBands::of(double total, std::int32_t setting) const
{
    const auto own = m_bySetting.find(setting);
    return own != m_bySetting.end() ? std::optional(inPoundsAWeek(own->second.at(total)))
                                    : overall(total);
}

namespace {

// All lists of comparators together hold at most so many rows; in cohorts with more they are
// counted only, and comparatorsOf() finds one child's.
constexpr std::uint64_t kMostListed = 4'000'000;

bool canBeListed(std::uint64_t children, std::uint64_t pairs)
{
    return 2 * pairs + ComparatorSearch::kInstead * children <= kMostListed;
}

void addBands(const domain::Cohort& cohort, const Compared& children, const ExpectedBands& bands,
              bool withinSetting, std::vector<ExpectedCost>& costs)
{
    // Many children share a total and a setting: their band is worked out once.
    std::map<std::pair<std::int32_t, double>, std::optional<ConformalBand::Range>> known;
    for (std::size_t i = 0; i < children.size(); ++i) {
        costs[i].row = children.rows[i];
        costs[i].weeklyCost = children.cost[i];
        const std::int32_t setting =
            withinSetting ? settingGroup(cohort, children.rows[i]) : kNoSetting;
        const auto [entry, isNew] = known.try_emplace({setting, children.total[i]});
        if (isNew)
            entry->second = bands.of(children.total[i], setting);
        if (entry->second) {
            costs[i].lower = entry->second->lower;
            costs[i].upper = entry->second->upper;
        }
    }
}

} // namespace

Comparisons compareChildren(const domain::Cohort& cohort, const Compared& children,
                            const ProfileTable& table, const ExpectedBands& bands,
                            const Options& options, std::stop_token stop)
{
    Comparisons result;
    result.costs.resize(children.size());
    addBands(cohort, children, bands, options.withinSetting, result.costs);

    const Likeness likeness{options.metric, options.tolerance};
    const std::vector<double> ratios(std::begin(kRatiosCounted), std::end(kRatiosCounted));
    const auto list = [&](std::size_t child, const Comparators& comparators) {
        ExpectedCost& cost = result.costs[child];
        cost.comparators.reserve(comparators.nearestFirst.size());
        for (const Near& near : comparators.nearestFirst)
            cost.comparators.push_back(children.rows[near.row]);
    };
    const auto expect = [&](std::size_t child, const Comparators& comparators) {
        ExpectedCost& cost = result.costs[child];
        cost.comparatorCount = comparators.count;
        cost.nearestInstead = comparators.nearestInstead;
        if (comparators.count > 0) {
            cost.expected = comparators.costs.median;
            cost.lowerQuartile = comparators.costs.lower;
            cost.upperQuartile = comparators.costs.upper;
            cost.ratio = cost.weeklyCost / *cost.expected;
        }
        list(child, comparators);
    };
    const std::uint64_t n = children.size();
    const bool surelyFew = canBeListed(n, n > 0 ? n * (n - 1) / 2 : 0);
    // Of many children only the pairs that are far apart are listed.
    const double farApart = std::max(kFarApart, options.minRatio);
    result.listedFrom = surelyFew ? std::max(options.minRatio, std::nextafter(1.0, 2.0)) : farApart;
    const AllAround around =
        surround(table, likeness, ratios, {.listed = surelyFew, .wideFrom = result.listedFrom},
                 expect, stop);
    if (stop.stop_requested())
        return result;
    result.pairs = around.counts;
    if (!surelyFew && canBeListed(n, result.pairs.pairs))
        surround(table, likeness, {}, {.listed = true}, list, stop);
    if (around.wide) {
        result.widest = around.wide->widest(table, options.metric, options.top);
        result.eachChildOnce = around.wide->eachChildOnce(table, options.metric);
    } else {
        result.listedFrom = farApart;
        result.widest = widestPairs(table, likeness, options.top, farApart);
        auto matched = matchCells(table, likeness, farApart, stop);
        if (stop.stop_requested())
            return result;
        result.eachChildOnce = matched
                                   ? std::move(*matched)
                                   : widestPairsEachChildOnce(table, likeness, kAllPairs, farApart);
    }
    inCohortRows(result.widest, children);
    inCohortRows(result.eachChildOnce, children);
    return result;
}

} // namespace twelvefold::analysis
