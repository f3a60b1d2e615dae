// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_events.h"
#include "workbench/import_decide.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <tuple>

namespace twelvefold::workbench::import {
namespace {

// What two rows share that may speak of one thing: the kind, and the day where a child can have
// several.
using Key = std::pair<EventKind, std::optional<Date>>;

Key keyOf(const CareEvent& event)
{
    return {event.kind, isOncePerChild(event.kind) ? std::nullopt : event.start};
}

auto content(const CareEvent& event)
{
    return std::tie(event.start, event.end, event.code, event.detail.reveal());
}

bool saysTheSame(const CareEvent& a, const CareEvent& b)
{
    return content(a) == content(b);
}

// How much what is said counts: the later return's more. A list of a day counts more than the
// returns before it where it says of something that goes on how it goes on; else, and where it
// leaves out what the return has, any return has more right to speak.
using Weight = std::tuple<int, bool, std::optional<Date>>;

Weight weightOf(const CareEvent& event)
{
    const bool goesOn = event.kind == EventKind::childInNeed ||
                        event.kind == EventKind::protectionPlan ||
                        event.kind == EventKind::placedForAdoption;
    const bool yields = event.snapshotOn && (!goesOn || event.code.empty());
    return {yields ? -1 : event.returnYear, !event.snapshotOn, event.snapshotOn};
}

std::pair<Weight, std::size_t> rankOf(const EventOffer& offer)
{
    return {weightOf(offer.row->event), offer.file};
}

// Of one key. Those that say the same as a record are it; the others correct, in order, what is
// left of an earlier return, and what is beyond that is new.
void match(std::vector<EventOffer*>& offers, std::vector<const CareEvent*> stored)
{
    const auto best = rankOf(**std::ranges::max_element(
        offers, {}, [](const EventOffer* offer) { return rankOf(*offer); }));
    std::erase_if(offers, [&](EventOffer* offer) {
        const bool aside = rankOf(*offer) != best;
        if (aside)
            offer->fate = Fate::unchanged;
        return aside;
    });
    const bool isOutdated = std::ranges::any_of(
        stored, [&](const CareEvent* event) { return weightOf(*event) > best.first; });
    std::erase_if(offers, [&](EventOffer* offer) {
        const auto same = std::ranges::find_if(
            stored, [&](const CareEvent* event) { return saysTheSame(*event, offer->row->event); });
        if (same == stored.end())
            return false;
        offer->fate = Fate::unchanged;
        offer->stored = (*same)->id;
        offer->saysAgain = weightOf(**same) < weightOf(offer->row->event);
        stored.erase(same);
        return true;
    });
    if (isOutdated) {
        for (EventOffer* offer : offers)
            offer->fate = Fate::unchanged;
        return;
    }
    std::ranges::sort(offers, [](const EventOffer* a, const EventOffer* b) {
        return content(a->row->event) < content(b->row->event);
    });
    std::ranges::sort(
        stored, [](const CareEvent* a, const CareEvent* b) { return content(*a) < content(*b); });
    for (std::size_t i = 0; i < offers.size() && i < stored.size(); ++i) {
        offers[i]->fate = Fate::changed;
        offers[i]->stored = stored[i]->id;
    }
}

std::vector<Period> periodsOf(CohortKind kind, const std::vector<CareEvent>& events)
{
    const EventKind wanted =
        kind == CohortKind::inNeed ? EventKind::childInNeed : EventKind::protectionPlan;
    std::vector<Period> periods;
    for (const CareEvent& event : events) {
        if (event.kind == wanted && event.start && (!event.end || *event.start < *event.end))
            periods.push_back({*event.start, event.end});
    }
    std::ranges::sort(periods, {}, &Period::start);
    std::vector<Period> joined; // where they overlap
    for (const Period& period : periods) {
        if (joined.empty() || !joined.back().overlaps(period))
            joined.push_back(period);
        else if (joined.back().end && (!period.end || *period.end > *joined.back().end))
            joined.back().end = period.end;
    }
    return joined;
}

} // namespace

std::optional<std::vector<Period>> periodsNow(CohortKind kind, const std::vector<CareEvent>& before,
                                              const std::vector<CareEvent>& now,
                                              const std::vector<KindPeriod>& stored)
{
    const std::vector<Period> were = periodsOf(kind, before);
    std::vector<Period> periods = periodsOf(kind, now);
    if (were == periods)
        return std::nullopt;
    const std::size_t said = periods.size();
    for (const KindPeriod& one : stored) {
        const bool byHand = one.kind == kind && std::ranges::find(were, one.period) == were.end();
        const bool spokenFor =
            std::ranges::any_of(std::span(periods).first(said),
                                [&](const Period& period) { return period.overlaps(one.period); });
        if (byHand && !spokenFor)
            periods.push_back(one.period);
    }
    std::ranges::sort(periods, {}, &Period::start);
    return periods;
}

void matchEvents(std::vector<EventOffer>& offers, const std::vector<CareEvent>& stored)
{
    std::map<Key, std::vector<EventOffer*>> byKey;
    for (EventOffer& offer : offers)
        byKey[keyOf(offer.row->event)].push_back(&offer);
    for (auto& [key, own] : byKey) {
        std::vector<const CareEvent*> known;
        for (const CareEvent& event : stored) {
            if (keyOf(event) == key)
                known.push_back(&event);
        }
        match(own, std::move(known));
    }
}

namespace {

void planOtherPeriods(const store::Store& store, ChildWork& work,
                      const std::vector<CareEvent>& stored)
{
    const auto isOfPeriods = [](const CareEvent& event) {
        return event.kind == EventKind::childInNeed || event.kind == EventKind::protectionPlan;
    };
    if (std::ranges::none_of(work.events, isOfPeriods)) // most children: the store is not asked
        return;
    std::vector<CareEvent> now = work.events;
    std::ranges::copy_if(stored, std::back_inserter(now), [&](const CareEvent& event) {
        return std::ranges::find(work.events, event.id, &CareEvent::id) == work.events.end();
    });
    for (const CohortKind kind : {CohortKind::protectionPlan, CohortKind::inNeed}) {
        const auto periods =
            periodsNow(kind, stored, now,
                       work.isNew ? std::vector<KindPeriod>() : store.kindPeriods(work.child.id));
        if (periods)
            work.otherPeriods[kind] = *periods;
    }
}

void takeEvent(ChildWork& work, const EventOffer& offer)
{
    CareEvent event = offer.row->event;
    event.id = offer.stored;
    event.child = work.child.id;
    if (offer.fate != Fate::unchanged)
        work.events.push_back(std::move(event));
    else if (offer.saysAgain)
        work.confirmedEvents.push_back(std::move(event));
}

} // namespace

void decideEvents(Deciding& deciding)
{
    std::map<std::string, std::vector<EventOffer>> byChild;
    const auto& files = deciding.files();
    for (std::size_t f = 0; f < files.size(); ++f) {
        for (const auto& row : files[f].events) {
            if (deciding.known(row.localId))
                byChild[row.localId].push_back({f, &row});
            else
                deciding.rejectUnknown({f, row.row, 0}, "CHILD", row.localId);
        }
    }
    for (auto& [localId, offers] : byChild) {
        ChildWork& work = deciding.childWork(localId);
        const auto stored = Deciding::storedOf(deciding.events(), work.child.id);
        matchEvents(offers, stored);
        for (const EventOffer& offer : offers) {
            const Source source{offer.file, offer.row->row, 0};
            deciding.count(source, offer.fate);
            if (const auto before = std::ranges::find(stored, offer.stored, &CareEvent::id);
                offer.fate == Fate::changed && before != stored.end())
                deciding.tellChange(source, work.child, differencesOf(*before, offer.row->event),
                                    nameOfRecord(*before));
            takeEvent(work, offer);
        }
        planOtherPeriods(deciding.store(), work, stored);
    }
}

} // namespace twelvefold::workbench::import
