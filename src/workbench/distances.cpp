// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/distances.h"

#include "workbench/workbench_private.h"

#include <algorithm>

// How far from home children live, worked out from postcodes of which nothing else is told.
namespace twelvefold::workbench {
namespace {

constexpr MessageKind kFillDistances{
    "distances-filled",
    TWELVEFOLD_TEXT("Message", "Work out %1 distances from home to a placement")};
constexpr MessageKind kFillDistance{
    "distances-filled-one",
    TWELVEFOLD_TEXT("Message", "Work out a distance from home to a placement")};

} // namespace

std::optional<double> milesOf(const DerivedPlacement& derived, bool isUnaccompanied,
                              const exchange::PostcodeIndex& postcodes)
{
    const bool isShortBreak = derived.legalStatus == "V3" || derived.legalStatus == "V4";
    if (isUnaccompanied || isShortBreak || derived.home.empty() || derived.place.empty())
        return std::nullopt;
    return exchange::milesFromHome(postcodes, derived.home.reveal(), derived.place.reveal());
}

bool saysUnaccompanied(std::span<const CareEvent> events)
{
    return std::ranges::any_of(
        events, [](const CareEvent& event) { return event.kind == EventKind::unaccompanied; });
}

DistancesToFill Workbench::distancesToFill(const exchange::PostcodeIndex& postcodes) const
{
    DistancesToFill found;
    const auto episodes = d->store->allEpisodes();
    const auto events = d->store->allCareEvents();
    for (auto& [child, placements] : d->store->allPlacements()) {
        const auto own = episodes.find(child);
        if (own == episodes.end())
            continue;
        const auto said = events.find(child);
        const bool cameAlone = said != events.end() && saysUnaccompanied(said->second);
        for (const DerivedPlacement& derived :
             derivedPlacements(own->second, exchange::settingTable())) {
            const auto placement = std::ranges::find_if(placements, [&](const Placement& one) {
                return one.period.start == derived.placement.period.start &&
                       one.placeCode == derived.placement.placeCode;
            });
            if (placement == placements.end() || placement->distanceMiles || derived.home.empty() ||
                derived.place.empty())
                continue;
            if (const auto miles = milesOf(derived, cameAlone, postcodes)) {
                found.placements.push_back(*placement);
                found.placements.back().distanceMiles = miles;
            } else {
                ++found.without;
            }
        }
    }
    std::ranges::sort(found.placements, {}, &Placement::id);
    return found;
}

void Workbench::fillDistances(const DistancesToFill& distances)
{
    if (distances.placements.empty())
        return;
    const auto n = static_cast<std::int64_t>(distances.placements.size());
    d->store->edit(n == 1 ? Message{kFillDistance, {}} : Message{kFillDistances, {n}}, d->author,
                   [&](store::Writer& writer) {
                       for (const Placement& placement : distances.placements)
                           writer.updatePlacement(placement);
                   });
}

} // namespace twelvefold::workbench
