// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/statistics.h"
#include "analysis/trace.h"
#include "domain/cohort.h"
#include "statistics/similar/similar_need.h"

#include <utility>
#include <vector>

namespace twelvefold::analysis {

// The children whose need can be held against their cost: every domain scored, and a cost above
// zero. Everything about need and cost is worked out on these, in the cohort's order.
struct Compared
{
    std::vector<std::size_t> rows; // of the cohort, rising
    std::vector<double> total;     // need, as the rows
    std::vector<double> cost;      // pounds a week
    std::vector<double> logCost;
    std::vector<Trace::LeftOut> leftOut; // of the whole cohort; each child under one reason

    std::size_t size() const { return rows.size(); }
    // Of what is worked out on them.
    Trace traceBy(Message method) const { return {size(), leftOut, std::move(method), {}, {}, {}}; }
};
Compared compared(const domain::Cohort& cohort);

// Their profiles. Within settings, those without a setting are in no group.
ProfileTable profileTable(const domain::Cohort& cohort, const Compared& children,
                          bool withinSetting);
inline constexpr std::int32_t kNoSetting = -1;
std::int32_t settingGroup(const domain::Cohort& cohort, std::size_t row);

// Whether the framework counts every domain alike.
bool unweighted(const domain::NeedsFramework& framework);

// Numbers for sentences: as many decimals as are worth reading.
double rounded(double value, int decimals);
domain::Argument inPounds(double pounds);
domain::Argument whole(std::uint64_t count);

} // namespace twelvefold::analysis
