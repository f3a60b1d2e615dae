// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_decide.h"
#include "workbench/import_episodes.h"

#include "domain/episode_order.h"

#include <algorithm>
#include <iterator>

namespace twelvefold::workbench::import {
namespace {

constexpr MessageKind kNoHeader{
    "episode-child-not-in-header",
    TWELVEFOLD_TEXT("Message",
                    "The child %1 is in no header: the episode was taken, without sex, date "
                    "of birth or ethnicity.")};
constexpr MessageKind kSayItTwice{
    "episode-said-twice",
    TWELVEFOLD_TEXT("Message",
                    "Two files of the same year's return differ about this episode: that of "
                    "%1 was taken.")};

// A row of an episode, and the rows of other files that speak of the same stay.
struct EpisodeOffer
{
    Source source;
    const exchange::EpisodeRow* row = nullptr;
};
struct Stay
{
    EpisodeOffer taken;
    std::vector<EpisodeOffer> aside;
};
// Of one child, starting on one day.
using EpisodeOffers = std::vector<EpisodeOffer>;

// The stays that the rows speak of: those of the return to believe, and what others add.
std::vector<Stay> staysIn(EpisodeOffers offers)
{
    std::ranges::sort(offers, [](const EpisodeOffer& a, const EpisodeOffer& b) {
        return outranks(a.source, b.source);
    });
    const auto sameTable = [](const Source& a, const Source& b) {
        return a.year == b.year && a.file == b.file;
    };
    std::vector<Stay> stays;
    for (auto from = offers.begin(); from != offers.end();) {
        const auto to = std::find_if(from, offers.end(), [&](const EpisodeOffer& offer) {
            return !sameTable(offer.source, from->source);
        });
        std::vector<const Episode*> coming, known;
        std::transform(from, to, std::back_inserter(coming),
                       [](const EpisodeOffer& offer) { return &offer.row->episode; });
        for (const Stay& stay : stays)
            known.push_back(&stay.taken.row->episode);
        const auto same = sameStays(coming, known, MayCorrect::never);
        for (std::size_t i = 0; i < same.size(); ++i, ++from) {
            if (same[i])
                stays[*same[i]].aside.push_back(*from);
            else
                stays.push_back({*from, {}});
        }
    }
    return stays;
}

void setAside(Deciding& deciding, const EpisodeOffer& aside, const EpisodeOffer& taken)
{
    deciding.count(aside.source, Fate::unchanged);
    if (aside.source.year == taken.source.year &&
        !saysTheSame(aside.row->episode, taken.row->episode))
        deciding.tell(aside.source, Problem::Severity::warning, Problem::Action::keptAsItIs,
                      "DECOM", "", {kSayItTwice, {deciding.files()[taken.source.file].name}});
}

Fate takeEpisode(Deciding& deciding, ChildWork& work, const Source& source, Episode episode,
                 const Episode* stored)
{
    if (stored == nullptr) {
        work.episodes.push_back(std::move(episode));
        work.episodesFrom = source.file;
        return Fate::accepted;
    }
    if (stored->returnYear > episode.returnYear)
        return Fate::unchanged;
    episode.id = stored->id;
    episode.child = stored->child;
    if (saysTheSame(episode, *stored)) {
        if (episode.returnYear > stored->returnYear)
            work.confirmed.push_back(std::move(episode));
        return Fate::unchanged;
    }
    deciding.tellChange(source, work.child, differencesOf(*stored, episode), nameOfRecord(*stored));
    work.episodes.push_back(std::move(episode));
    work.episodesFrom = source.file;
    return Fate::changed;
}

void takeStays(Deciding& deciding, const std::string& localId, const std::vector<Stay>& stays)
{
    ChildWork& work = deciding.childWork(localId);
    std::vector<const Episode*> stored;
    for (const Episode& episode : work.storedEpisodes) {
        if (episode.start == stays.front().taken.row->episode.start && !episode.snapshotOn)
            stored.push_back(&episode);
    }
    std::vector<Episode> coming;
    std::vector<const Episode*> pointers;
    for (const Stay& stay : stays) {
        coming.push_back(stay.taken.row->episode);
        coming.back().returnYear = stay.taken.source.year;
    }
    for (const Episode& episode : coming)
        pointers.push_back(&episode);
    const auto same = sameStays(pointers, stored, MayCorrect::laterReturn);
    for (std::size_t i = 0; i < stays.size(); ++i) {
        const Source& source = stays[i].taken.source;
        deciding.count(source, takeEpisode(deciding, work, source, std::move(coming[i]),
                                           same[i] ? stored[*same[i]] : nullptr));
    }
}

} // namespace

void decideEpisodes(Deciding& deciding)
{
    std::map<std::pair<std::string, Date>, EpisodeOffers> byStart;
    const auto& files = deciding.files();
    for (std::size_t f = 0; f < files.size(); ++f) {
        if (exchange::isSnapshot(files[f].kind))
            continue;
        for (const auto& row : files[f].episodes) {
            const int year = row.episode.returnYear; // regional copies hold several
            byStart[{row.localId, row.episode.start}].push_back({{f, row.row, year}, &row});
        }
    }
    for (auto& [key, offers] : byStart) {
        const std::vector<Stay> stays = staysIn(std::move(offers));
        for (const Stay& stay : stays) {
            for (const EpisodeOffer& aside : stay.aside)
                setAside(deciding, aside, stay.taken);
            if (!deciding.known(key.first))
                deciding.tell(stay.taken.source, Problem::Severity::warning,
                              Problem::Action::keptAsItIs, "CHILD", key.first,
                              {kNoHeader, {key.first}});
        }
        takeStays(deciding, key.first, stays);
    }
}

} // namespace twelvefold::workbench::import
