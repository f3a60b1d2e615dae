// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/mean_over_year.h"

#include "statistics/description/descriptive.h"

#include <unordered_map>
#include <vector>

namespace twelvefold::analysis {
namespace {

std::unordered_map<domain::ChildId, double> totalsOf(const domain::Cohort& cohort)
{
    std::unordered_map<domain::ChildId, double> totals;
    for (std::size_t row = 0; row < cohort.size(); ++row)
        if (const auto total = cohort.needTotal.at(row))
            totals.emplace(cohort.child[row], *total);
    return totals;
}

double meanOf(const std::vector<double>& values)
{
    return *statistics::mean(values);
}

} // namespace

std::optional<MeanOverYear> meanOverYear(const domain::Cohort& now, const domain::Cohort& then)
{
    const auto before = totalsOf(then), after = totalsOf(now);
    std::vector<double> allThen, allNow, stayedThen, stayedNow;
    // In the cohorts' order, so that sums come out the same every time.
    for (const domain::ChildId child : then.child) {
        const auto total = before.find(child);
        if (total == before.end())
            continue;
        allThen.push_back(total->second);
        if (const auto still = after.find(child); still != after.end()) {
            stayedThen.push_back(total->second);
            stayedNow.push_back(still->second);
        }
    }
    for (const domain::ChildId child : now.child)
        if (const auto total = after.find(child); total != after.end())
            allNow.push_back(total->second);
    if (stayedNow.empty())
        return std::nullopt;
    MeanOverYear over;
    over.since = then.census;
    over.nThen = allThen.size();
    over.nNow = allNow.size();
    over.stayed = stayedNow.size();
    over.joined = over.nNow - over.stayed;
    over.left = over.nThen - over.stayed;
    over.then = meanOf(allThen);
    over.now = meanOf(allNow);
    over.fromStayed = meanOf(stayedNow) - meanOf(stayedThen);
    over.fromJoined = over.now - meanOf(stayedNow);
    over.fromLeft = meanOf(stayedThen) - over.then;
    return over;
}

} // namespace twelvefold::analysis
