// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/options.h"
#include "analysis/trace.h"
#include "domain/cohort.h"

#include <optional>
#include <stop_token>

namespace twelvefold::analysis {

struct Compared;

// What the levels of all domains explain of the spread of log weekly cost that the setting leaves:
// the partial R².
struct NeedBeyondSetting
{
    std::size_t n = 0;
    std::optional<double> partialRSquared, lower, upper; // 95 % BCa; absent until resampled
    double byChance = 0; // what as many columns without any bearing on cost would explain
    std::optional<Message> undefined;
    Trace trace;
};

NeedBeyondSetting needBeyondSetting(const domain::Cohort& cohort, const Compared& children);

// Adds the interval. False, and nothing added, when a stop was asked for.
bool addBeyondSettingInterval(const domain::Cohort& cohort, const Compared& children,
                              const Options& options, NeedBeyondSetting& beyond,
                              std::stop_token stop);

} // namespace twelvefold::analysis
