// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo/life.h"

#include <algorithm>
#include <set>

namespace twelvefold::workbench::demo {
namespace {

// A short temporary stay in the middle of a placement, which does not end it.
std::optional<Period> temporaryStay(const Life& life, const Council& council, Stream& random)
{
    const Stay& stay = life.stays.back();
    const int days = daysBetween(stay.period.start, life.lastDay(council));
    if (days < 90 || !random.chance(council.parameters.temporaryStays))
        return std::nullopt;
    const Date start = stay.period.start.plusDays(20 + random.below(std::min(days, 700) - 60));
    return Period{start, start.plusDays(2 + random.below(5))};
}

std::string whyNew(bool first, bool legal, bool place, bool temporary)
{
    if (first)
        return "S";
    if (temporary)
        return "T";
    return legal && place ? "B" : legal ? "L" : "P";
}

} // namespace

std::vector<Episode> episodesOf(const Life& life, const Council& council)
{
    Stream random = life.stream(council, Draw::episodes);
    const auto away = temporaryStay(life, council, random);
    const std::string awayCode = random.chance(0.6) ? "T3" : "T1";

    std::set<Date> starts;
    for (const Stay& stay : life.stays)
        starts.insert(stay.period.start);
    if (life.legalChange)
        starts.insert(*life.legalChange);
    if (away)
        starts.insert({away->start, *away->end});

    std::vector<Episode> episodes;
    for (auto at = starts.begin(); at != starts.end(); ++at) {
        const auto next = std::next(at);
        const Stay& stay = life.stayOn(*at);
        const bool temporary = away && away->contains(*at);
        const bool afterAway = away && away->end == *at;
        Episode episode;
        episode.start = *at;
        episode.end = next != starts.end() ? std::optional(*next) : life.care.end;
        const bool later = life.legalChange && *life.legalChange <= *at;
        episode.legalStatus = later ? life.legalLater : life.legalFirst;
        episode.needCode = life.needCode;
        episode.placeCode = temporary ? awayCode : stay.placeCode;
        if (!temporary && stay.provider >= 0)
            episode.urn = council.urns[static_cast<std::size_t>(stay.provider)];
        episode.providerCode = temporary ? "" : stay.providerCode;
        episode.reasonNew = whyNew(at == starts.begin(), life.legalChange == *at,
                                   stay.period.start == *at, temporary || afterAway);
        if (episode.end)
            episode.endReason = next != starts.end() ? "X1" : life.leftFor;
        if (next != starts.end() && stay.period.end == *next)
            episode.changeReason = stay.changeReason;
        if (!temporary)
            episode.distanceMiles = stay.distance;
        // No return speaks of the days after the last 31 March.
        const Date returned = lastCensusDay(council.census);
        episode.returnYear = returnYearEnding(std::min(episode.end.value_or(returned), returned));
        episodes.push_back(std::move(episode));
    }
    return episodes;
}

} // namespace twelvefold::workbench::demo
