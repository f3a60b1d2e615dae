// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo/planted.h"

#include "analysis/questions.h"
#include "workbench/demo/assessments.h"
#include "workbench/demo/costs.h"

#include <algorithm>

namespace twelvefold::workbench::demo {
namespace {

// Whether the last assessment says all of the child's needs and is not out of date.
bool isNeedKnown(const Life& life, const Council& council)
{
    const std::vector<Assessed> assessed = assessmentsOf(life, council);
    if (assessed.empty())
        return false;
    const Assessment& last = assessed.back().assessment;
    return daysBetween(last.date, council.census) <= analysis::kStaleAfterDays &&
           std::ranges::all_of(last.scores,
                               [](const Score& score) { return score.level.has_value(); });
}

bool canBeAskedAbout(const Life& life, const Council& council)
{
    return isPaidCare(council.parameters.settings[life.stays.back().setting].kind) &&
           !life.exceptional && isCostKnown(life, council) && isNeedKnown(life, council);
}

} // namespace

std::set<std::uint64_t> drawPlanted(const Council& council, std::size_t children,
                                    std::size_t planted, std::stop_token stop)
{
    // The smallest numbers drawn for a child, and whose they are.
    std::set<std::pair<std::uint64_t, std::uint64_t>> smallest;
    for (std::uint64_t place = 0; planted > 0 && place < children; ++place) {
        if (stop.stop_requested())
            return {};
        if (!canBeAskedAbout(livesOfPlace(council, place).front(), council))
            continue;
        Stream random(council.seed, place, 0xC);
        smallest.emplace(random.next(), place);
        if (smallest.size() > planted)
            smallest.erase(std::prev(smallest.end()));
    }
    std::set<std::uint64_t> places;
    for (const auto& [drawn, place] : smallest)
        places.insert(place);
    return places;
}

} // namespace twelvefold::workbench::demo
