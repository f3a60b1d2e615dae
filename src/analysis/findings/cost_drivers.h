// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/options.h"
#include "analysis/trace.h"
#include "domain/cohort.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace twelvefold::analysis {

struct Compared;

// What is recorded of a child that may go along with what their care costs.
enum class DriverKind
{
    need,
    setting,
    provider,
    sector,
    emergency,
    distance,
    age,
    started
};
const char* token(DriverKind kind); // "need", "setting", …
domain::Word word(DriverKind kind); // "Need", "Setting", …

struct CostDriver
{
    std::vector<DriverKind> kinds; // one, or several that can hardly be told apart
    std::size_t columns = 0;       // of numbers and categories
    std::size_t restsOn = 0;       // children who differ from the most frequent, in the column that
                                   // varies most
    double share = 0;              // of the explained spread
    double contribution = 0;       // of all spread; all groups' add up to R²
    double byChance = 0; // what as many columns without any bearing on cost would have for a share
    std::optional<double> lower, upper; // of share, 95 % BCa; absent until resampled
};
std::string token(const CostDriver& driver); // "need"; "provider+sector"

// How the spread of log weekly cost is shared among what is recorded. Nothing here says that
// anything causes anything.
struct CostDrivers
{
    static constexpr std::size_t kLeast = 30;           // of fewer children nothing is told
    static constexpr std::size_t kLeastForShares = 100; // of fewer no shares

    std::size_t n = 0;                            // children with everything recorded
    std::size_t columns = 0;                      // of the model, that add something to the others
    std::optional<double> rSquared, lower, upper; // of all together; the interval when resampled
    std::vector<CostDriver> groups;               // largest share first
    std::vector<Message> notUsed;    // what is recorded for too few, or is always the same
    std::optional<Message> noShares; // why there are no groups, where all together is told
    std::optional<Message> undefined;
    Trace trace;

    // Less what as many columns would go with by chance: of rSquared or an end of its interval.
    // What is told.
    std::optional<double> adjusted(std::optional<double> ofAll) const;
};

CostDrivers costDrivers(const domain::Cohort& cohort, const Compared& children);

// Adds the intervals. False, and nothing added, when a stop was asked for.
bool addDriverIntervals(const domain::Cohort& cohort, const Compared& children,
                        const Options& options, CostDrivers& drivers, std::stop_token stop);

} // namespace twelvefold::analysis
