// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/episode_order.h"
#include "workbench/import_care.h"
#include "workbench/import_costs.h"
#include "workbench/import_episodes.h"
#include "workbench/import_events.h"
#include "workbench/import_requests.h"
#include "workbench/import_work.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace twelvefold::workbench::import {
namespace {

using exchange::FileKind;
using exchange::ReadFile;

constexpr MessageKind kNoHeader{
    "episode-child-not-in-header",
    TWELVEFOLD_TEXT("Message",
                    "The child %1 is in no header: the episode was taken, without sex, date "
                    "of birth or ethnicity.")};
constexpr MessageKind kNoYear{
    "row-return-year-unknown",
    TWELVEFOLD_TEXT("Message",
                    "Which year's return this table belongs to cannot be told: bring it in "
                    "together with its episodes, or say the year.")};
constexpr MessageKind kSayItTwice{
    "episode-said-twice",
    TWELVEFOLD_TEXT("Message",
                    "Two files of the same year's return differ about this episode: that of "
                    "%1 was taken.")};
constexpr MessageKind kChildTwice{
    "child-said-twice",
    TWELVEFOLD_TEXT("Message",
                    "Two files of the same year's return differ about this child: that of "
                    "%1 was taken.")};
constexpr MessageKind kOtherBirth{
    "birth-differs",
    TWELVEFOLD_TEXT("Message",
                    "The date of birth is another than this child had so far: the new one "
                    "was taken.")};
constexpr MessageKind kLinesEnd{
    "cost-lines-ended",
    TWELVEFOLD_TEXT("Message", "Costs that end with the placement or the care that this return "
                               "ends: %1. Undo takes this back with the rest.")};
constexpr MessageKind kLinesDisplaced{
    "cost-lines-after-placement",
    TWELVEFOLD_TEXT("Message", "Costs that were to begin after their placement ended: %1. They "
                               "were kept, apart from it. Are they still to be paid?")};
constexpr MessageKind kCountedTwice{
    "cost-rows-counted-twice",
    TWELVEFOLD_TEXT("Message",
                    "Costs that run beside another for the same (the same kind and payer in "
                    "one placement, or the core cost of another placement): %1. Both are "
                    "counted. Did the older one end?")};
constexpr MessageKind kRowsEnd{
    "cost-rows-of-ended-care",
    TWELVEFOLD_TEXT("Message", "Costs without an end, of a placement that has ended: %1. Each ends "
                               "on the day its placement ended. What is paid now?")};

constexpr MessageKind kOtherCosts{
    "request-costs-otherwise",
    TWELVEFOLD_TEXT("Message",
                    "Requests whose agreed cost is another than what the records say is paid from "
                    "their start: %1. What the records say was kept. Which is right?")};
constexpr MessageKind kOtherType{
    "request-type-otherwise",
    TWELVEFOLD_TEXT("Message",
                    "Requests whose type of placement, or whose home being registered or not, is "
                    "another than what the records say of the placement: %1. The placement was "
                    "left as it is.")};

constexpr MessageKind kUnplaced{
    "request-placement-unknown",
    TWELVEFOLD_TEXT("Message",
                    "Requests for a placement that the records do not know, since none begins "
                    "within a week of the agreed start: %1. Their costs run beside those of where "
                    "the child lived before until the move is recorded or the return brought in.")};

// A row of one of the files.
struct Source
{
    std::size_t file = 0;
    std::int64_t row = 0;
    int year = 0; // of the return; 0: not known
};

// Whether the first is the one to believe: the later return, then the file that sorts last.
bool outranks(const Source& a, const Source& b)
{
    return std::tie(a.year, a.file, a.row) > std::tie(b.year, b.file, b.row);
}

// Of rows that say the same thing of a child, the one to believe, while others are set aside.
template<class Key, class Row>
class Latest
{
public:
    struct Entry
    {
        Source source;
        const Row* row = nullptr;
    };
    // The row that is set aside by this one, or this one if it is itself set aside.
    std::optional<Entry> offer(const Key& key, Entry entry)
    {
        const auto [held, isFirst] = m_entries.try_emplace(key, entry);
        if (isFirst)
            return std::nullopt;
        if (outranks(entry.source, held->second.source))
            std::swap(held->second, entry);
        return entry;
    }
    const std::map<Key, Entry>& entries() const { return m_entries; }

private:
    std::map<Key, Entry> m_entries;
};

class Decider
{
public:
    Decider(const store::Store& store, const std::vector<ReadFile>& files)
        : m_store(store), m_files(files), m_ids(store.childrenByLocalId()),
          m_children(store.allChildren()), m_identities(store.allIdentities()),
          m_episodes(store.allEpisodes()), m_outcomes(store.allOutcomes()),
          m_events(store.allCareEvents()), m_costs(store.allCostLines()),
          m_providers(store.providers()), m_requests(store.allPlacementRequests()),
          m_care(store, m_episodes, m_costs)
    {
        for (const ReadFile& file : files) {
            ImportPlan::File counted;
            counted.name = file.name;
            counted.kind = file.kind;
            counted.sha256 = file.sha256;
            counted.path = file.path;
            counted.profile = file.profile;
            counted.returnYear = file.returnYear;
            counted.rows = file.rows;
            counted.rejected = file.rejected;
            counted.refused = file.refused;
            counted.waiting = file.waiting;
            m_result.files.push_back(std::move(counted));
            m_result.found.push_back({file.listing, {}, {}});
        }
    }

    Decisions decided(const std::stop_token& stop)
    {
        decideHeaders();
        stopIfAsked(stop);
        decideEpisodes();
        stopIfAsked(stop);
        decideOutcomes();
        decideEvents();
        decideMeasures();
        decideCosts();
        stopIfAsked(stop);
        decideRequests();
        std::erase_if(m_result.children, [](const auto& entry) {
            return !entry.second.changesAnything() && entry.second.confirmed.empty() &&
                   entry.second.confirmedEvents.empty();
        });
        planCare();
        return std::move(m_result);
    }

private:
    // Where the children live with what is new, and which costs that ends.
    void planCare()
    {
        std::vector<CarePlanner::Told> byFile(m_files.size());
        for (auto& [localId, work] : m_result.children) {
            const CarePlanner::Told told = m_care.plan(work);
            byFile[work.episodesFrom].ended += told.ended;
            byFile[work.episodesFrom].displaced += told.displaced;
            for (const auto& [file, rows] : told.endedRows)
                byFile[file].endedRows[file] += rows;
            for (const auto& [file, rows] : told.twice)
                byFile[file].twice[file] += rows;
            for (const auto& [file, rows] : told.otherCosts)
                byFile[file].otherCosts[file] += rows;
            for (const auto& [file, rows] : told.otherType)
                byFile[file].otherType[file] += rows;
            for (const auto& [file, rows] : told.unplaced)
                byFile[file].unplaced[file] += rows;
        }
        m_result.providers = m_care.providers();
        const auto say = [this](std::size_t file, Problem::Severity severity,
                                const MessageKind& kind, std::int64_t n) {
            if (n > 0)
                tell({file, 0, 0}, severity, Problem::Action::keptAsItIs, "", "", {kind, {n}});
        };
        for (std::size_t f = 0; f < byFile.size(); ++f) {
            say(f, Problem::Severity::information, kLinesEnd, byFile[f].ended);
            say(f, Problem::Severity::warning, kLinesDisplaced, byFile[f].displaced);
            say(f, Problem::Severity::warning, kRowsEnd, byFile[f].endedRows[f]);
            say(f, Problem::Severity::warning, kCountedTwice, byFile[f].twice[f]);
            say(f, Problem::Severity::warning, kOtherCosts, byFile[f].otherCosts[f]);
            say(f, Problem::Severity::warning, kOtherType, byFile[f].otherType[f]);
            say(f, Problem::Severity::warning, kUnplaced, byFile[f].unplaced[f]);
        }
    }

    void count(const Source& source, Fate fate)
    {
        ImportPlan::File& file = m_result.files[source.file];
        switch (fate) {
        case Fate::accepted:
            ++file.accepted;
            return;
        case Fate::changed:
            ++file.changed;
            return;
        case Fate::unchanged:
            ++file.unchanged;
            return;
        case Fate::rejected:
            ++file.rejected;
            return;
        }
    }

    // False: of this rule enough are listed.
    bool tell(const Source& source, Problem::Severity severity, Problem::Action action,
              std::string column, std::string value, Message message)
    {
        if (!m_result.found[source.file].listing.lists(severity, message.kind))
            return false;
        Problem problem{severity,           action,
                        std::move(message), m_files[source.file].name,
                        source.row,         std::move(column),
                        std::move(value)};
        m_result.found[source.file].problems.push_back(std::move(problem));
        return true;
    }

    void reject(const Source& source, std::string column, std::string value, Message message)
    {
        count(source, Fate::rejected);
        Decisions::Found& found = m_result.found[source.file];
        const bool listed = tell(source, Problem::Severity::rejection, Problem::Action::rowRejected,
                                 column, std::move(value), message);
        found.rejects.push_back(
            {source.row, {}, {}, listed ? 0 : found.listing.reason(column, message)});
    }

    bool known(const std::string& localId) const
    {
        return m_ids.contains(localId) || m_result.children.contains(localId);
    }

    // The child to write to, from the store or new.
    ChildWork& childWork(const std::string& localId)
    {
        const auto [entry, isFirst] = m_result.children.try_emplace(localId);
        ChildWork& work = entry->second;
        if (!isFirst)
            return work;
        if (const auto id = m_ids.find(localId); id != m_ids.end()) {
            work.child = m_children.at(id->second);
            if (const auto identity = m_identities.find(id->second); identity != m_identities.end())
                work.identity = identity->second;
            if (const auto episodes = m_episodes.find(id->second); episodes != m_episodes.end())
                work.storedEpisodes = episodes->second;
            if (const auto requests = m_requests.find(id->second); requests != m_requests.end())
                work.storedRequests = requests->second;
        } else {
            work.child.localId = localId;
            work.isNew = true;
        }
        return work;
    }

    // The latest return that the store has heard of a child in.
    int storedYear(const ChildWork& work) const
    {
        int year = 0;
        for (const Episode& episode : work.storedEpisodes)
            year = std::max(year, episode.returnYear);
        return year;
    }

    void decideHeaders()
    {
        Latest<std::string, exchange::HeaderRow> latest;
        std::vector<Latest<std::string, exchange::HeaderRow>::Entry> setAside;
        const auto saysTheSame = [](const exchange::HeaderRow& a, const exchange::HeaderRow& b) {
            return a.sex == b.sex && a.born == b.born && a.ethnicity == b.ethnicity &&
                   a.disability == b.disability && a.upn == b.upn;
        };
        for (std::size_t f = 0; f < m_files.size(); ++f) {
            for (const auto& row : m_files[f].headers) {
                if (const auto aside = latest.offer(
                        row.localId, {{f, row.row, m_files[f].returnYear.value_or(0)}, &row})) {
                    count(aside->source, Fate::unchanged);
                    setAside.push_back(*aside);
                }
            }
        }
        for (const auto& aside : setAside)
            tellOfTwice(aside, latest.entries().at(aside.row->localId), saysTheSame);
        for (const auto& [localId, entry] : latest.entries())
            count(entry.source, takeHeader(entry.source, *entry.row));
    }

    // Where two files of one year's return say otherwise of a child.
    void tellOfTwice(const auto& aside, const auto& taken, const auto& saysTheSame)
    {
        if (aside.source.year == taken.source.year && !saysTheSame(*aside.row, *taken.row))
            tell(aside.source, Problem::Severity::warning, Problem::Action::keptAsItIs, "CHILD",
                 aside.row->localId, {kChildTwice, {m_files[taken.source.file].name}});
    }

    Fate takeHeader(const Source& source, const exchange::HeaderRow& row)
    {
        ChildWork& work = childWork(row.localId);
        if (!work.isNew && source.year != 0 && source.year < storedYear(work))
            return Fate::unchanged;
        Child child = work.child;
        Identity identity = work.identity.value_or(Identity());
        // A blank says nothing, so it takes nothing away.
        if (row.sex != Sex::unspecified)
            child.sex = row.sex;
        if (!row.ethnicity.empty())
            child.ethnicity = row.ethnicity;
        if (!row.disability.empty())
            child.disability = row.disability;
        if (row.born) {
            if (identity.born && identity.born != row.born)
                tell(source, Problem::Severity::warning, Problem::Action::keptAsItIs, "DOB", "",
                     {kOtherBirth, {}});
            child.bornMonth = Date::from(row.born->year(), row.born->month(), 1);
            identity.born = row.born;
        }
        if (!row.upn.empty())
            identity.upn = row.upn;
        const bool same = child == work.child && identity == work.identity.value_or(Identity());
        work.child = child;
        if (identity != Identity())
            work.identity = identity;
        if (work.isNew)
            return Fate::accepted;
        work.childChanged = !same;
        return same ? Fate::unchanged : Fate::changed;
    }

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

    void decideEpisodes()
    {
        std::map<std::pair<std::string, Date>, EpisodeOffers> byStart;
        for (std::size_t f = 0; f < m_files.size(); ++f) {
            for (const auto& row : m_files[f].episodes) {
                const int year = row.episode.returnYear; // regional copies hold several
                byStart[{row.localId, row.episode.start}].push_back({{f, row.row, year}, &row});
            }
        }
        for (auto& [key, offers] : byStart) {
            const std::vector<Stay> stays = staysIn(std::move(offers));
            for (const Stay& stay : stays) {
                for (const EpisodeOffer& aside : stay.aside)
                    setAside(aside, stay.taken);
                if (!known(key.first))
                    tell(stay.taken.source, Problem::Severity::warning, Problem::Action::keptAsItIs,
                         "CHILD", key.first, {kNoHeader, {key.first}});
            }
            takeStays(key.first, stays);
        }
    }

    // The stays that the rows speak of: those of the return to believe, and what others add.
    static std::vector<Stay> staysIn(EpisodeOffers offers)
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

    void setAside(const EpisodeOffer& aside, const EpisodeOffer& taken)
    {
        count(aside.source, Fate::unchanged);
        if (aside.source.year == taken.source.year &&
            !saysTheSame(aside.row->episode, taken.row->episode))
            tell(aside.source, Problem::Severity::warning, Problem::Action::keptAsItIs, "DECOM", "",
                 {kSayItTwice, {m_files[taken.source.file].name}});
    }

    void takeStays(const std::string& localId, const std::vector<Stay>& stays)
    {
        ChildWork& work = childWork(localId);
        std::vector<const Episode*> stored;
        for (const Episode& episode : work.storedEpisodes) {
            if (episode.start == stays.front().taken.row->episode.start)
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
            count(source, takeEpisode(work, source, std::move(coming[i]),
                                      same[i] ? stored[*same[i]] : nullptr));
        }
    }

    static Fate takeEpisode(ChildWork& work, const Source& source, Episode episode,
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
        work.episodes.push_back(std::move(episode));
        work.episodesFrom = source.file;
        return Fate::changed;
    }

    void decideOutcomes()
    {
        using Key = std::tuple<std::string, int, FileKind>;
        Latest<Key, exchange::OutcomesRow> latest;
        std::vector<Latest<Key, exchange::OutcomesRow>::Entry> setAside;
        for (std::size_t f = 0; f < m_files.size(); ++f) {
            for (const auto& row : m_files[f].outcomes) {
                const Source source{f, row.row, m_files[f].returnYear.value_or(0)};
                if (source.year == 0)
                    reject(source, "", "", {kNoYear, {}});
                else if (!known(row.localId))
                    reject(source, "CHILD", row.localId, {exchange::kUnknownChild, {row.localId}});
                else if (const auto aside = latest.offer(
                             {row.localId, source.year, m_files[f].kind}, {source, &row})) {
                    count(aside->source, Fate::unchanged);
                    setAside.push_back(*aside);
                }
            }
        }
        for (const auto& aside : setAside)
            tellOfTwice(aside,
                        latest.entries().at({aside.row->localId, aside.source.year,
                                             m_files[aside.source.file].kind}),
                        [](const auto& a, const auto& b) { return a.values == b.values; });
        for (const auto& [key, entry] : latest.entries()) {
            const std::string source =
                (std::get<FileKind>(key) == FileKind::oc2 ? "OC2 " : "OC3 ") +
                std::to_string(entry.source.year);
            count(entry.source,
                  takeValues(entry.row->localId, *Date::from(entry.source.year, 3, 31), source,
                             entry.row->values));
        }
    }

    Fate takeValues(const std::string& localId, Date day, const std::string& source,
                    const std::vector<std::pair<std::string, double>>& values)
    {
        ChildWork& work = childWork(localId);
        std::size_t added = 0, changed = 0, same = 0;
        for (const auto& [measure, value] : values) {
            Outcome outcome;
            outcome.measure = measure;
            outcome.date = day;
            outcome.value = value;
            outcome.source = source;
            if (const Outcome* stored = storedOutcome(work.child.id, outcome)) {
                if (stored->value == value) {
                    ++same;
                    continue;
                }
                outcome.id = stored->id;
                outcome.child = stored->child;
                ++changed;
            } else {
                ++added;
            }
            work.outcomes.push_back(std::move(outcome));
        }
        if (added + changed == 0)
            return Fate::unchanged;
        return changed + same == 0 ? Fate::accepted : Fate::changed;
    }

    const Outcome* storedOutcome(ChildId child, const Outcome& wanted) const
    {
        const auto own = m_outcomes.find(child);
        if (!child || own == m_outcomes.end())
            return nullptr;
        const auto found = std::ranges::find_if(own->second, [&](const Outcome& outcome) {
            return outcome.measure == wanted.measure && outcome.date == wanted.date &&
                   outcome.source == wanted.source;
        });
        return found == own->second.end() ? nullptr : &*found;
    }

    void decideEvents()
    {
        std::map<std::string, std::vector<EventOffer>> byChild;
        for (std::size_t f = 0; f < m_files.size(); ++f) {
            for (const auto& row : m_files[f].events) {
                if (known(row.localId))
                    byChild[row.localId].push_back({f, &row});
                else
                    reject({f, row.row, 0}, "CHILD", row.localId,
                           {exchange::kUnknownChild, {row.localId}});
            }
        }
        for (auto& [localId, offers] : byChild) {
            ChildWork& work = childWork(localId);
            const auto found = m_events.find(work.child.id);
            const std::vector<CareEvent> stored =
                found != m_events.end() ? found->second : std::vector<CareEvent>();
            matchEvents(offers, stored);
            for (const EventOffer& offer : offers) {
                count({offer.file, offer.row->row, 0}, offer.fate);
                takeEvent(work, offer);
            }
            planOtherPeriods(work, stored);
        }
    }

    void planOtherPeriods(ChildWork& work, const std::vector<CareEvent>& stored) const
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
            const auto periods = periodsNow(kind, stored, now,
                                            work.isNew ? std::vector<KindPeriod>()
                                                       : m_store.kindPeriods(work.child.id));
            if (periods)
                work.otherPeriods[kind] = *periods;
        }
    }

    static void takeEvent(ChildWork& work, const EventOffer& offer)
    {
        CareEvent event = offer.row->event;
        event.id = offer.stored;
        event.child = work.child.id;
        if (offer.fate != Fate::unchanged)
            work.events.push_back(std::move(event));
        else if (offer.saysAgain)
            work.confirmedEvents.push_back(std::move(event));
    }

    void decideCosts()
    {
        std::map<std::string, std::vector<CostOffer>> byChild;
        std::set<std::pair<std::size_t, std::int64_t>> refused; // rows with a child of nobody's
        for (std::size_t f = 0; f < m_files.size(); ++f) {
            for (const auto& row : m_files[f].finance) {
                if (!known(row.localId) && refused.insert({f, row.row}).second)
                    reject({f, row.row, 0}, "child_id", row.localId,
                           {exchange::kUnknownChild, {row.localId}});
            }
            for (const auto& row : m_files[f].finance) {
                if (!refused.contains({f, row.row}))
                    byChild[row.localId].push_back({f, &row, Fate::accepted, {}});
            }
        }
        RowFates fates;
        for (auto& [localId, offers] : byChild) {
            ChildWork& work = childWork(localId);
            const auto stored = m_costs.find(work.child.id);
            const bool some = work.child.id && stored != m_costs.end();
            matchCosts(offers, some ? stored->second : std::vector<CostLine>(), m_providers,
                       [this](const CostLine& line) { return m_care.endsByRule(line); });
            for (const CostOffer& offer : offers) {
                fates.note(offer);
                if (offer.fate != Fate::unchanged)
                    work.costs.push_back({*offer.row, offer.replaces, offer.file});
            }
        }
        fates.forEach([this](std::size_t file, std::int64_t row, Fate fate) {
            count({file, row, 0}, fate);
        });
    }

    // Of rows of one child and day that profiles of one name read, the last file's is taken.
    void decideMeasures()
    {
        using Key = std::tuple<std::string, Date, std::string>;
        Latest<Key, exchange::MeasuresRow> latest;
        std::vector<std::pair<Key, Latest<Key, exchange::MeasuresRow>::Entry>> setAside;
        for (std::size_t f = 0; f < m_files.size(); ++f) {
            for (const auto& row : m_files[f].measures) {
                const Source source{f, row.row, 0};
                const Key key{row.localId, row.date, m_files[f].profile};
                if (!known(row.localId))
                    reject(source, "child", row.localId, {exchange::kUnknownChild, {row.localId}});
                else if (const auto aside = latest.offer(key, {source, &row}))
                    setAside.emplace_back(key, *aside);
            }
        }
        for (const auto& [key, aside] : setAside) {
            count(aside.source, Fate::unchanged);
            tellOfTwice(aside, latest.entries().at(key),
                        [](const auto& a, const auto& b) { return a.values == b.values; });
        }
        for (const auto& [key, entry] : latest.entries())
            count(entry.source, takeValues(entry.row->localId, entry.row->date, std::get<2>(key),
                                           entry.row->values));
    }

    void decideRequests()
    {
        std::map<std::string, std::vector<RequestOffer>> byChild;
        for (std::size_t f = 0; f < m_files.size(); ++f) {
            for (const auto& row : m_files[f].requests) {
                if (known(row.localId))
                    byChild[row.localId].push_back({f, &row});
                else
                    reject({f, row.row, 0}, "child_ID", row.localId,
                           {exchange::kUnknownChild, {row.localId}});
            }
        }
        for (auto& [localId, offers] : byChild) {
            ChildWork& work = childWork(localId);
            takeRequests(work, offers, m_files);
            for (const RequestOffer& offer : offers) {
                const Source source{offer.file, offer.row->row, 0};
                count(source, offer.fate);
                for (const Message& doubt : offer.doubts)
                    tell(source, Problem::Severity::warning, Problem::Action::keptAsItIs, "", "",
                         doubt);
            }
        }
    }

    const store::Store& m_store;
    const std::vector<ReadFile>& m_files;
    std::unordered_map<std::string, ChildId> m_ids;
    std::unordered_map<ChildId, Child> m_children;
    std::unordered_map<ChildId, Identity> m_identities;
    std::unordered_map<ChildId, std::vector<Episode>> m_episodes;
    std::unordered_map<ChildId, std::vector<Outcome>> m_outcomes;
    std::unordered_map<ChildId, std::vector<CareEvent>> m_events;
    std::unordered_map<ChildId, std::vector<CostLine>> m_costs;
    std::vector<Provider> m_providers;
    std::unordered_map<ChildId, std::vector<PlacementRequest>> m_requests;
    CarePlanner m_care;
    Decisions m_result;
};

} // namespace

Decisions decide(const store::Store& store, const std::vector<ReadFile>& files,
                 const std::stop_token& stop)
{
    return Decider(store, files).decided(stop);
}

} // namespace twelvefold::workbench::import
