// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_care.h"

#include "domain/cost_ends.h"
#include "exchange/row_reader.h"
#include "workbench/care_history.h"
#include "workbench/distances.h"
#include "workbench/import_requests.h"

#include <algorithm>

namespace twelvefold::workbench::import {
namespace {

// Came with a return, rather than being entered by hand.
bool isDerived(const Placement& placement)
{
    return !placement.placeCode.empty();
}

// How well it is of the setting and of the provider that finance told.
int fitsWhatWasTold(const Placement& placement, const CostLine& line)
{
    return 4 * (placement.setting == line.settingTold) +
           8 * (line.provider && placement.provider == line.provider);
}

// The placement of a cost line: the one it starts in, else the first that runs with it; those of
// the provider and of the setting that finance tells before others.
const Placement* placementOf(const std::vector<Placement>& placements, const CostLine& line)
{
    const Placement* best = nullptr;
    int bestScore = 0;
    for (const Placement& placement : placements) {
        if (!placement.period.overlaps(line.period))
            continue;
        const int score =
            1 + 2 * placement.period.contains(line.period.start) + fitsWhatWasTold(placement, line);
        const bool first = best != nullptr && placement.period.start < best->period.start;
        if (score > bestScore || (score == bestScore && first)) {
            best = &placement;
            bestScore = score;
        }
    }
    return best;
}

// The placement that a derived one is: one that came from the same episodes before, or one that a
// person entered before the return said the same.
std::vector<Placement>::iterator sameAsBefore(std::vector<Placement>& before,
                                              const Placement& derived)
{
    const auto sameStart = std::ranges::find_if(before, [&](const Placement& p) {
        return p.period.start == derived.period.start &&
               (isDerived(p) || p.setting == derived.setting);
    });
    if (sameStart != before.end())
        return sameStart;
    return std::ranges::find_if(before, [&](const Placement& p) {
        return isDerived(p) && p.setting == derived.setting &&
               p.providerCode == derived.providerCode && p.period.overlaps(derived.period);
    });
}

// The last day that a child's returns speak of; nothing where their years are not known.
std::optional<Date> lastDaySaid(const std::vector<Episode>& all)
{
    std::optional<Date> last;
    for (const Episode& episode : all) {
        const auto said = episode.snapshotOn        ? episode.snapshotOn
                          : episode.returnYear != 0 ? Date::from(episode.returnYear, 3, 31)
                                                    : std::nullopt;
        if (said && (!last || *said > *last))
            last = said;
    }
    return last;
}

// A return that leaves something open says nothing of the days after its year: an end that a
// person entered since then stays.
std::optional<Date> endNow(std::optional<Date> stored, std::optional<Date> derived,
                           std::optional<Date> lastSaid)
{
    const bool since = stored && lastSaid && *stored > *lastSaid;
    return derived || !since ? derived : stored;
}

// Not one that a list said, and neither that the next placement of a list began then.
std::optional<Date> endByHand(std::optional<Date> end, const std::vector<Episode>& before)
{
    const bool isOfList =
        end && std::ranges::any_of(before, [&](const Episode& episode) {
            return episode.snapshotOn && (episode.end == end || episode.start == *end);
        });
    return isOfList ? std::nullopt : end;
}

Placement updated(const Placement& known, const Placement& derived, std::optional<Date> lastSaid)
{
    Placement placement = known;
    placement.period = {derived.period.start,
                        endNow(known.period.end, derived.period.end, lastSaid)};
    placement.setting = derived.setting;
    placement.sector = derived.sector;
    placement.placeCode = derived.placeCode;
    placement.providerCode = derived.providerCode;
    placement.changeReason = derived.changeReason;
    if (derived.provider)
        placement.provider = derived.provider;
    if (derived.distanceMiles)
        placement.distanceMiles = derived.distanceMiles;
    return placement;
}

// A child lives in one place at a time: where what a person entered and what the return says run
// into each other, the earlier one ends where the later begins. One that lies within another
// leaves it alone: the child came back.
void endWhereTheNextBegins(std::vector<Placement>& placements)
{
    std::ranges::sort(placements, {}, [](const Placement& p) { return p.period.start; });
    for (std::size_t i = 0; i < placements.size(); ++i) {
        Period& period = placements[i].period;
        for (std::size_t k = i + 1; k < placements.size(); ++k) {
            const Placement& later = placements[k];
            if (!period.overlaps(later.period))
                break; // nor does what begins later still
            const bool within =
                later.period.end && (!period.end || *later.period.end < *period.end);
            if (period.start < later.period.start && !within &&
                isDerived(placements[i]) != isDerived(later))
                period.end = later.period.start;
        }
    }
}

// A placement that a person entered ends with the care that the return says has ended.
void endWithCare(std::vector<Placement>& placements, const std::vector<Period>& care)
{
    for (const Period& period : care) {
        if (!period.end || std::ranges::any_of(care, [&](const Period& other) {
                return other.contains(*period.end);
            }))
            continue;
        for (Placement& placement : placements) {
            if (!isDerived(placement) && period.contains(placement.period.start) &&
                placement.period.contains(*period.end))
                placement.period.end = period.end;
        }
    }
}

std::optional<Date> deathIn(const std::vector<Episode>& episodes)
{
    for (const Episode& episode : episodesThatCount(episodes)) {
        if (episode.endReason == "E2" && episode.end)
            return episode.end;
    }
    return std::nullopt;
}

} // namespace

std::vector<Episode> episodesAfter(const ChildWork& work)
{
    std::vector<Episode> all = work.storedEpisodes;
    std::unordered_map<EpisodeId, std::size_t> places;
    for (std::size_t i = 0; i < all.size(); ++i)
        places.emplace(all[i].id, i);
    for (const Episode& episode : work.episodes) {
        const auto stored = places.find(episode.id);
        if (episode.id && stored != places.end())
            all[stored->second] = episode;
        else
            all.push_back(episode);
    }
    return all;
}

namespace {

// Ends a line that has no end of its own with what it pays for; whether it did.
bool endsWith(CostLine& line, std::optional<Date> over)
{
    if (line.period.end || !over || line.period.start >= *over || line.per == CostPer::once)
        return false;
    line.period.end = over;
    return true;
}

template<class Record, class IdType>
const Record* withId(const std::vector<Record>& records, IdType id)
{
    const auto found = std::ranges::find(records, id, &Record::id);
    return found == records.end() ? nullptr : &*found;
}

} // namespace

CarePlanner::CarePlanner(const store::Store& store, const Episodes& episodes, const Lines& lines,
                         const Events& events, const exchange::PostcodeIndex* postcodes)
    : m_store(store), m_providers(store), m_placements(store.allPlacements()), m_lines(lines),
      m_events(events), m_postcodes(postcodes)
{
    for (const auto& [child, own] : episodes) {
        if (const auto death = deathIn(own))
            m_deaths.emplace(child, *death);
    }
    for (const CostDecision& decision : store.costDecisions()) {
        const auto own = lines.find(decision.child);
        if (decision.about.doubt || own == lines.end())
            continue;
        const CostLine* line = withId(own->second, decision.about.line.value_or(CostLineId()));
        if (line != nullptr && line->placement == decision.about.placement)
            m_chosen.emplace(line->id, *line->placement);
    }
}

bool CarePlanner::endsByRule(const CostLine& line) const
{
    if (!line.period.end)
        return false;
    if (const auto death = m_deaths.find(line.child);
        death != m_deaths.end() && death->second == *line.period.end)
        return true;
    const auto own = m_placements.find(line.child);
    if (own == m_placements.end())
        return false;
    const auto paidFor = placementPaidFor(line, own->second);
    const Placement* placement = paidFor ? withId(own->second, *paidFor) : nullptr;
    return placement != nullptr && placement->period.end == line.period.end;
}

namespace {

// Beside what is there and what came before it in the files: lines that are new have no ids yet.
bool mayBeTwice(CostLine line, const ChildWork& work)
{
    if (!line.id)
        line.id = CostLineId{-1};
    return !countedTwiceWith(line, work.placements, work.lines).empty();
}

} // namespace

CarePlanner::Told CarePlanner::plan(ChildWork& work)
{
    Told told;
    const auto stored = m_placements.find(work.child.id);
    work.placementsBefore =
        work.isNew || stored == m_placements.end() ? std::vector<Placement>() : stored->second;
    work.placements = work.placementsBefore;
    if (const auto lines = m_lines.find(work.child.id); !work.isNew && lines != m_lines.end())
        work.linesBefore = lines->second;
    if (!work.episodes.empty()) {
        const std::vector<Episode> all = episodesAfter(work);
        work.death = deathIn(all);
        planPeriods(work, all);
        planPlacements(work, all);
    } else if (const auto death = m_deaths.find(work.child.id); death != m_deaths.end()) {
        work.death = death->second;
    }
    completePlacements(work.placements, work);
    giveProviders(work);
    work.lines = linesAfterCare(work, told);
    for (const ChildWork::Cost& cost : work.costs)
        add(work, cost, told);
    planRequests(work, told);
    return told;
}

void CarePlanner::add(ChildWork& work, const ChildWork::Cost& cost, Told& told,
                      const Placement* named)
{
    CostLine line = lineOf(work, cost, told, named);
    told.twice[cost.file] += mayBeTwice(line, work);
    const auto replaced = std::ranges::find(work.lines, line.id, &CostLine::id);
    if (line.id && replaced != work.lines.end())
        *replaced = std::move(line);
    else
        work.lines.push_back(std::move(line));
}

// A placement of which the return names no provider has that which its request names.
void CarePlanner::giveProviders(ChildWork& work)
{
    for (const PlacementRequest& request : requestsAfter(work)) {
        const std::string urn = request.said(request_field::urn);
        const Placement* found = placementFoundBy(request, work.placements);
        if (found == nullptr || found->provider || !exchange::isUrn(urn))
            continue;
        work.placements[static_cast<std::size_t>(found - work.placements.data())].provider =
            m_providers.find(urn, "", found->sector);
    }
}

// What the new and changed requests say of costs and of the placements that they led to.
void CarePlanner::planRequests(ChildWork& work, Told& told)
{
    for (const auto& [request, file] : work.requests) {
        const Placement* found = placementFoundBy(request, work.placements);
        if (found != nullptr && isOfType(found->setting, request) == false)
            ++told.otherType[file];
        told.unplaced[file] += found == nullptr && request.placedOn;
        const RequestCosts costs = costsOf(request, work, work.placements, work.lines);
        told.otherCosts[file] += costs.differs;
        for (const CostLine& line : costs.change)
            *std::ranges::find(work.lines, line.id, &CostLine::id) = line;
        for (const CostLineId gone : costs.remove) {
            std::erase_if(work.lines, [&](const CostLine& line) { return line.id == gone; });
            work.costsGone.push_back(gone);
        }
        for (const exchange::FinanceRow& row : costs.add)
            add(work, {row, {}, file}, told, found);
    }
}

// Periods entered by hand stay where the episodes say nothing of that time.
void CarePlanner::planPeriods(ChildWork& work, const std::vector<Episode>& all) const
{
    std::vector<Period> periods = lookedAfterPeriods(all);
    const std::vector<Period> before = lookedAfterPeriods(work.storedEpisodes);
    const std::size_t derived = periods.size();
    const std::vector<KindPeriod> storedPeriods =
        work.isNew ? std::vector<KindPeriod>() : m_store.kindPeriods(work.child.id);
    for (const KindPeriod& stored : storedPeriods) {
        if (stored.kind != CohortKind::lookedAfter)
            continue;
        const auto said = std::span(periods).first(derived);
        const auto same = std::ranges::find(said, stored.period.start, &Period::start);
        if (same != said.end())
            same->end = endNow(endByHand(stored.period.end, work.storedEpisodes), same->end,
                               lastDaySaid(all));
        const bool byHand = std::ranges::find(before, stored.period) == before.end();
        const bool spokenFor = std::ranges::any_of(
            said, [&](const Period& period) { return period.overlaps(stored.period); });
        if (byHand && !spokenFor)
            periods.push_back(stored.period);
    }
    std::ranges::sort(periods, {}, &Period::start);
    work.periods = std::move(periods);
}

bool CarePlanner::cameAlone(const ChildWork& work) const
{
    const auto stored = m_events.find(work.child.id);
    return saysUnaccompanied(work.events) ||
           (work.child.id && stored != m_events.end() && saysUnaccompanied(stored->second));
}

// Holds the placements that the episodes now say against those they said before. What people added
// to a placement, and placements they entered themselves, stay.
void CarePlanner::planPlacements(ChildWork& work, const std::vector<Episode>& all)
{
    std::vector<Placement> before = work.placements, now;
    const bool isAlone = m_postcodes != nullptr && cameAlone(work);
    const auto derivedBefore =
        m_postcodes != nullptr ? derivedPlacements(work.storedEpisodes, exchange::settingTable())
                               : std::vector<DerivedPlacement>();
    for (DerivedPlacement& derived : derivedPlacements(all, exchange::settingTable())) {
        Placement placement = std::move(derived.placement);
        placement.child = work.child.id;
        placement.provider = m_providers.find(derived.urn, "", placement.sector);
        const auto known = sameAsBefore(before, placement);
        if (known == before.end()) {
            placement.id.value = --m_newPlacements;
            now.push_back(std::move(placement));
        } else {
            known->period.end = endByHand(known->period.end, work.storedEpisodes);
            now.push_back(updated(*known, placement, lastDaySaid(all)));
            before.erase(known);
        }
        // A distance that postcodes gave goes with them; what a return or a person says of it
        // stays.
        const auto same = std::ranges::find(
            derivedBefore, now.back().period.start,
            [](const DerivedPlacement& one) { return one.placement.period.start; });
        if (same != derivedBefore.end() && now.back().distanceMiles &&
            (same->home != derived.home || same->place != derived.place) &&
            milesOf(*same, isAlone, *m_postcodes) == now.back().distanceMiles)
            now.back().distanceMiles.reset();
        if (m_postcodes != nullptr && !now.back().distanceMiles)
            now.back().distanceMiles = milesOf(derived, isAlone, *m_postcodes);
    }
    for (const Placement& own : before) {
        if (!isDerived(own))
            now.push_back(own);
    }
    endWhereTheNextBegins(now);
    endWithCare(now, work.periods.value());
    work.placements = std::move(now);
}

// Finance may have told the provider or the setting of a placement that this return alone brings:
// what was tied to another meanwhile goes there, but for what a person chose.
void CarePlanner::moveToWhatWasTold(const ChildWork& work, std::vector<CostLine>& lines,
                                    Told& told) const
{
    for (CostLine& line : lines) {
        const Placement* now = line.placement ? withId(work.placements, *line.placement) : nullptr;
        if (now == nullptr || m_chosen.contains(line.id))
            continue;
        CostLine asTold = line;
        if (endsByRule(line))
            asTold.period.end.reset();
        // The provider may be that of the placement, and not finance's word.
        if (line.settingTold && now->setting != *line.settingTold && line.provider == now->provider)
            asTold.provider.reset();
        const Placement* better = placementOf(work.placements, asTold);
        if (better == nullptr || fitsWhatWasTold(*better, asTold) <= fitsWhatWasTold(*now, asTold))
            continue;
        asTold.placement = better->id;
        if (!asTold.provider)
            asTold.provider = better->provider;
        told.ended += endsWith(asTold, better->period.end);
        ++told.moved;
        line = asTold;
    }
}

// The child's lines once its placements are what the return says. Nothing that finance said is
// lost by it: a line that would begin after its placement ended goes to the one that runs then, or
// to none.
std::vector<CostLine> CarePlanner::linesAfterCare(const ChildWork& work, Told& told) const
{
    std::vector<CostLine> lines = work.linesBefore;
    const auto take = [&](const std::vector<LineChange>& changes) {
        for (const LineChange& change : changes) {
            CostLine& line = *std::ranges::find(lines, change.before.id, &CostLine::id);
            if (change.after && line.period.end && !endsByRule(line))
                continue; // an end that finance said, which is asked about where it is another
            if (change.after) {
                told.ended += change.after->period.end.has_value();
                line = *change.after;
                continue;
            }
            ++told.displaced;
            const Placement* next = placementOf(work.placements, line);
            line.placement = next != nullptr ? std::optional(next->id) : std::nullopt;
        }
    };
    if (!work.episodes.empty())
        moveToWhatWasTold(work, lines, told);
    for (const Placement& before : work.placementsBefore) {
        if (const Placement* after = withId(work.placements, before.id)) {
            take(linesFollowing(before, *after, work.placementsBefore, lines));
            continue;
        }
        // Gone: its lines go to the placement that took its time, and end with that.
        for (CostLine& line : lines) {
            if (placementPaidFor(line, work.placementsBefore) != before.id)
                continue;
            const Placement* next = placementOf(work.placements, line);
            line.placement = next != nullptr ? std::optional(next->id) : std::nullopt;
            if (next == nullptr)
                continue;
            Placement asBefore = *next;
            asBefore.period.end = before.period.end;
            take(linesFollowing(asBefore, *next, work.placements, std::vector{line}));
        }
    }
    if (work.episodes.empty())
        return lines;
    nameWhatIsPaidFor(work, lines, told);
    if (work.death)
        take(linesEndingOn(*work.death, lines));
    return lines;
}

namespace {

// The placement that the request led to with which a line came; null: there is none.
const Placement* foundByRequestOf(const CostLine& line, const ChildWork& work)
{
    for (const PlacementRequest& request : requestsAfter(work)) {
        if (request.placedOn == line.period.start)
            return placementFoundBy(request, work.placements);
    }
    return nullptr;
}

} // namespace

// Finance may come before the return: what its lines pay for is known only now, and they end with
// it as if they had come after. Core lines wait for whatever placement they run in; others for the
// child's first, since later they may well be for none.
void CarePlanner::nameWhatIsPaidFor(const ChildWork& work, std::vector<CostLine>& lines, Told& told)
{
    for (CostLine& line : lines) {
        if (line.placement)
            continue;
        const Placement* placement = foundByRequestOf(line, work);
        if (placement == nullptr &&
            (work.placementsBefore.empty() || line.component == CostComponent::core))
            placement = placementOf(work.placements, line);
        if (placement == nullptr)
            continue;
        line.placement = placement->id;
        if (!line.provider)
            line.provider = placement->provider;
        told.ended += endsWith(line, placement->period.end);
    }
}

// The line that a row comes to. A row without an end of its own ends with what it pays for; one
// that says its end keeps it.
CostLine CarePlanner::lineOf(const ChildWork& work, const ChildWork::Cost& cost, Told& told,
                             const Placement* named)
{
    CostLine line = cost.row.line;
    line.id = cost.replaces;
    if (const CostLine* before = withId(work.linesBefore, line.id); before && !line.settingTold)
        line.settingTold = before->settingTold;
    line.child = work.child.id;
    line.provider = m_providers.find(cost.row.urn, cost.row.providerName, std::nullopt);
    std::optional<Date> over = work.death;
    const auto chosen = m_chosen.find(line.id);
    const Placement* placement =
        chosen != m_chosen.end() ? withId(work.placements, chosen->second) : named;
    if (placement == nullptr)
        placement = placementOf(work.placements, line);
    if (placement != nullptr) {
        line.placement = placement->id;
        if (!line.provider)
            line.provider = placement->provider;
        // What a person said it pays for, it pays for past the end of it as well.
        const bool isChosen = chosen != m_chosen.end() && placement->id == chosen->second;
        if (!isChosen && placement->period.end && (!over || *placement->period.end < *over))
            over = placement->period.end;
    }
    if (endsWith(line, over))
        ++told.endedRows[cost.file];
    return line;
}

} // namespace twelvefold::workbench::import
