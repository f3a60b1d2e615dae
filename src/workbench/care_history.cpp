// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/care_history.h"

#include "domain/episode_order.h"

#include <algorithm>

namespace twelvefold::workbench {
namespace {

void putInOrder(std::vector<Episode>& episodes)
{
    std::ranges::sort(episodes, comesBefore);
}

// When an episode ended, as far as the others let one say.
std::optional<Date> endOf(const std::vector<Episode>& episodes, std::size_t i)
{
    if (episodes[i].end || i + 1 == episodes.size())
        return episodes[i].end;
    return episodes[i + 1].start;
}

// Of two ends, the later one; an end that is not there is the latest.
std::optional<Date> laterEnd(std::optional<Date> a, std::optional<Date> b)
{
    return a && b ? std::optional(std::max(*a, *b)) : std::nullopt;
}

std::string usableUrn(const std::string& urn)
{
    return urn == "XXXXXXX" ? std::string() : urn; // says only that somebody else inspects it
}

bool samePlace(const DerivedPlacement& a, const DerivedPlacement& b)
{
    return a.placement.setting == b.placement.setting &&
           a.placement.providerCode == b.placement.providerCode && a.urn == b.urn;
}

DerivedPlacement placementFrom(const Episode& episode, const SettingRule* rule)
{
    DerivedPlacement derived;
    Placement& placement = derived.placement;
    placement.setting = rule != nullptr ? rule->setting : Setting::other;
    placement.sector = sectorOfProviderCode(episode.providerCode);
    placement.placeCode = episode.placeCode;
    placement.providerCode = episode.providerCode;
    if (episode.distanceMiles && *episode.distanceMiles <= 999.8) // 999.9 stands for unknown
        placement.distanceMiles = episode.distanceMiles;
    derived.urn = usableUrn(episode.urn);
    derived.legalStatus = episode.legalStatus;
    derived.home = episode.homePostcode;
    derived.place = episode.placePostcode;
    return derived;
}

// Whether a return says something of the time of which a list speaks: from where the placement
// began up to its end, or to the day of the list.
bool isToldByReturn(const Episode& ofList, const std::vector<Episode>& all)
{
    const Date last = ofList.end.value_or(ofList.snapshotOn->plusDays(1));
    const Period time{ofList.start, std::max(last, ofList.start.plusDays(1))};
    return std::ranges::any_of(all, [&](const Episode& episode) {
        return !episode.snapshotOn && !tookNoNight(episode) &&
               time.overlaps({episode.start, episode.end});
    });
}

// When the care that an episode belongs to began, as far as it says: what a list says of the time
// before its placement reaches back to what a return says and no further.
Date careStart(const Episode& episode, const std::vector<Period>& before)
{
    const Date since = episode.careSince.value_or(episode.start);
    if (before.empty() || !before.back().end || since >= *before.back().end)
        return since;
    return std::min(episode.start, *before.back().end);
}

bool isMove(const Episode& episode)
{
    return episode.reasonNew == "P" || episode.reasonNew == "B" || episode.reasonNew == "S";
}

} // namespace

std::vector<Episode> episodesThatCount(std::vector<Episode> episodes)
{
    const auto isOfList = [](const Episode& episode) { return episode.snapshotOn.has_value(); };
    if (std::ranges::none_of(episodes, isOfList))
        return episodes;
    const std::vector<Episode> all = episodes;
    std::erase_if(episodes, [&](const Episode& episode) {
        return episode.snapshotOn && isToldByReturn(episode, all);
    });
    return episodes;
}

std::vector<Period> lookedAfterPeriods(std::vector<Episode> episodes)
{
    episodes = episodesThatCount(std::move(episodes));
    putInOrder(episodes);
    std::vector<Period> periods;
    for (std::size_t i = 0; i < episodes.size(); ++i) {
        const Date start = careStart(episodes[i], periods);
        const auto end = endOf(episodes, i);
        const bool goesOn =
            !periods.empty() && (!periods.back().end || *periods.back().end >= start);
        const bool startsAgain = episodes[i].reasonNew == "S" && !periods.empty() &&
                                 periods.back().end == start && periods.back().start < start;
        if (goesOn && !startsAgain)
            periods.back().end = laterEnd(periods.back().end, end);
        else
            periods.push_back({start, end});
    }
    // A spell that ended on the day it started took no day.
    std::erase_if(periods,
                  [](const Period& period) { return period.end && *period.end <= period.start; });
    return periods;
}

std::vector<DerivedPlacement> derivedPlacements(std::vector<Episode> episodes,
                                                const SettingTable& settings)
{
    episodes = episodesThatCount(std::move(episodes));
    putInOrder(episodes);
    std::vector<DerivedPlacement> placements;
    bool away = false; // the episode before was a temporary stay
    for (std::size_t i = 0; i < episodes.size(); ++i) {
        const Episode& episode = episodes[i];
        if (episode.snapshotOn && episode.placeCode.empty())
            continue; // looked after, and the list does not say where
        const auto end = endOf(episodes, i);
        const SettingRule* rule =
            settings.find(episode.placeCode, episode.providerCode, episode.returnYear);
        const bool adjoins =
            !placements.empty() && (!placements.back().placement.period.end ||
                                    *placements.back().placement.period.end >= episode.start);
        if (rule != nullptr && rule->temporary) {
            if (adjoins)
                placements.back().placement.period.end = end;
            away = true;
            continue;
        }
        DerivedPlacement derived = placementFrom(episode, rule);
        const bool stays = adjoins && samePlace(placements.back(), derived) &&
                           (!isMove(episode) || (away && episode.reasonNew != "S"));
        away = false;
        if (stays) {
            DerivedPlacement& current = placements.back();
            current.placement.period.end = laterEnd(
                end,
                current.placement.period.end == episode.start ? end : current.placement.period.end);
        } else {
            // A child lives in one place at a time: the one before ends where this begins.
            if (adjoins)
                placements.back().placement.period.end = episode.start;
            derived.placement.period = {episode.start, end};
            placements.push_back(std::move(derived));
        }
        placements.back().placement.changeReason = episode.changeReason;
    }
    std::erase_if(placements, [](const DerivedPlacement& derived) {
        const Period& period = derived.placement.period;
        return period.end && *period.end <= period.start;
    });
    return placements;
}

std::vector<StayOfNoNights> staysOfNoNights(std::vector<Episode> episodes,
                                            const SettingTable& settings)
{
    episodes = episodesThatCount(std::move(episodes));
    putInOrder(episodes);
    std::vector<StayOfNoNights> stays;
    for (const Episode& episode : episodes) {
        const SettingRule* rule =
            settings.find(episode.placeCode, episode.providerCode, episode.returnYear);
        if (tookNoNight(episode) && (rule == nullptr || !rule->temporary))
            stays.push_back({episode.start, rule != nullptr ? rule->setting : Setting::other});
    }
    return stays;
}

} // namespace twelvefold::workbench
