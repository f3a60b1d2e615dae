// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_decide.h"

#include <algorithm>

namespace twelvefold::workbench::import {
namespace {

using exchange::ReadFile;

constexpr MessageKind kChildTwice{
    "child-said-twice",
    TWELVEFOLD_TEXT("Message",
                    "Two files of the same year's return differ about this child: that of "
                    "%1 was taken.")};
constexpr MessageKind kLeftOut{
    "row-left-out",
    TWELVEFOLD_TEXT("Message", "Left out, as was asked: what the store says stays as it is.")};
constexpr MessageKind kLinesEnd{
    "cost-lines-ended",
    TWELVEFOLD_TEXT("Message", "Costs that end with the placement or the care that this return "
                               "ends: %1. Undo takes this back with the rest.")};
constexpr MessageKind kLinesDisplaced{
    "cost-lines-after-placement",
    TWELVEFOLD_TEXT("Message", "Costs that were to begin after their placement ended: %1. They "
                               "were kept, apart from it. Are they still to be paid?")};
constexpr MessageKind kLinesMoved{
    "cost-lines-to-placement-told",
    TWELVEFOLD_TEXT("Message", "Costs that went to another placement of this return, as it is of "
                               "the provider or the setting that finance told: %1.")};
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

constexpr std::size_t kMostChanges = 20000; // told of a file: nobody reads more, field by field

// In the order in which they are decided: later kinds ask which children earlier ones made.
constexpr void (*kKindsOfRows[])(Deciding&) = {
    decideSettings,     decideHeaders,  decidePersonsOfLists, decideEpisodes,
    decideStaysOfLists, decideOutcomes, decideEvents,         decideMeasures,
    decideAssessments,  decideCosts,    decideRequests,       checkHistories};

} // namespace

Deciding::Deciding(const store::Store& store, const std::vector<ReadFile>& files,
                   const exchange::PostcodeIndex* postcodes)
    : m_store(store), m_files(files), m_ids(store.childrenByLocalId()),
      m_children(store.allChildren()), m_identities(store.allIdentities()),
      m_episodes(store.allEpisodes()), m_outcomes(store.allOutcomes()),
      m_events(store.allCareEvents()), m_costs(store.allCostLines()),
      m_providers(store.providersAsRecorded()), m_requests(store.allPlacementRequests()),
      m_care(store, m_episodes, m_costs, m_events, postcodes), m_listFates(files.size())
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
        m_result.found.push_back({file.listing});
    }
}

void Deciding::count(const Source& source, Fate fate)
{
    if (exchange::isSnapshot(m_files[source.file].kind)) {
        Fate& whole = m_listFates[source.file].try_emplace(source.row, fate).first->second;
        whole = std::min(whole, fate);
        return;
    }
    ImportPlan::File& file = m_result.files[source.file];
    switch (fate) {
    case Fate::accepted:
        ++file.accepted;
        return;
    case Fate::changed:
        ++file.changed;
        m_result.found[source.file].changed.insert(source.row);
        return;
    case Fate::unchanged:
        ++file.unchanged;
        return;
    case Fate::rejected:
        ++file.rejected;
        return;
    }
}

bool Deciding::tell(const Source& source, Problem::Severity severity, Problem::Action action,
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

void Deciding::reject(const Source& source, std::string column, std::string value, Message message)
{
    count(source, Fate::rejected);
    Decisions::Found& found = m_result.found[source.file];
    const bool listed = tell(source, Problem::Severity::rejection, Problem::Action::rowRejected,
                             column, std::move(value), message);
    found.rejects.push_back(
        {source.row, {}, {}, listed ? 0 : found.listing.reason(column, message)});
}

void Deciding::rejectUnknown(const Source& source, std::string column, const std::string& localId)
{
    reject(source, std::move(column), localId, {exchange::kUnknownChild, {localId}});
}

void Deciding::tellOfTwice(const Source& aside, const Source& taken, const std::string& localId,
                           bool isTheSame)
{
    if (aside.year == taken.year && !isTheSame)
        tell(aside, Problem::Severity::warning, Problem::Action::keptAsItIs, "CHILD", localId,
             {kChildTwice, {m_files[taken.file].name}});
}

void Deciding::tellChange(const Source& source, const std::string& whose,
                          const Differences& differences, const std::optional<Message>& record)
{
    Decisions::Found& found = m_result.found[source.file];
    if (found.changes.size() >= kMostChanges)
        return;
    for (const auto& [field, before, after] : differences)
        found.changes.push_back({source.file, source.row, whose, record, field, before, after});
}

bool Deciding::known(const std::string& localId) const
{
    return m_ids.contains(localId) || m_result.children.contains(localId);
}

ChildWork& Deciding::childWork(const std::string& localId)
{
    if (m_lastWork != nullptr && m_lastWork->first == localId) // rows of a child stand together
        return m_lastWork->second;
    const auto [entry, isFirst] = m_result.children.try_emplace(localId);
    m_lastWork = &*entry;
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

// A row of a list says several things: it is new if one of them is, and else changed if one is.
// What says nothing new is unchanged, and so is what is left aside.
void Deciding::countListRows()
{
    for (std::size_t f = 0; f < m_files.size(); ++f) {
        ImportPlan::File& file = m_result.files[f];
        for (const auto& [row, fate] : m_listFates[f]) {
            file.accepted += fate == Fate::accepted ? 1 : 0;
            file.changed += fate == Fate::changed ? 1 : 0;
            file.rejected += fate == Fate::rejected ? 1 : 0;
            if (fate == Fate::changed)
                m_result.found[f].changed.insert(row);
        }
        if (exchange::isSnapshot(file.kind) || m_files[f].leftAside > 0)
            file.unchanged = file.rows - file.accepted - file.changed - file.rejected;
    }
}

// As they are to be written, with the ends that placements give them.
void Deciding::tellChangesOfCosts(const ChildWork& work)
{
    for (const ChildWork::Cost& cost : work.costs) {
        const auto before = std::ranges::find(work.linesBefore, cost.replaces, &CostLine::id);
        const auto after = std::ranges::find(work.lines, cost.replaces, &CostLine::id);
        if (cost.replaces && before != work.linesBefore.end() && after != work.lines.end())
            tellChange({cost.file, cost.row.row, 0}, work.child, differencesOf(*before, *after),
                       nameOfRecord(*before));
    }
}

// Where the children live with what is new, and which costs that ends.
void Deciding::planCare()
{
    std::vector<CarePlanner::Told> byFile(m_files.size());
    for (auto& [localId, work] : m_result.children) {
        const CarePlanner::Told told = m_care.plan(work);
        tellChangesOfCosts(work);
        byFile[work.episodesFrom].ended += told.ended;
        byFile[work.episodesFrom].displaced += told.displaced;
        byFile[work.episodesFrom].moved += told.moved;
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
    const auto say = [this](std::size_t file, Problem::Severity severity, const MessageKind& kind,
                            std::int64_t n) {
        if (n > 0)
            tell({file, 0, 0}, severity, Problem::Action::keptAsItIs, "", "", {kind, {n}});
    };
    for (std::size_t f = 0; f < byFile.size(); ++f) {
        say(f, Problem::Severity::information, kLinesEnd, byFile[f].ended);
        say(f, Problem::Severity::warning, kLinesDisplaced, byFile[f].displaced);
        say(f, Problem::Severity::information, kLinesMoved, byFile[f].moved);
        say(f, Problem::Severity::warning, kRowsEnd, byFile[f].endedRows[f]);
        say(f, Problem::Severity::warning, kCountedTwice, byFile[f].twice[f]);
        say(f, Problem::Severity::warning, kOtherCosts, byFile[f].otherCosts[f]);
        say(f, Problem::Severity::warning, kOtherType, byFile[f].otherType[f]);
        say(f, Problem::Severity::warning, kUnplaced, byFile[f].unplaced[f]);
    }
}

Decisions Deciding::result() &&
{
    m_lastWork = nullptr;
    std::erase_if(m_result.children, [](const auto& entry) {
        return !entry.second.changesAnything() && entry.second.confirmed.empty() &&
               entry.second.confirmedEvents.empty();
    });
    planCare();
    countListRows();
    return std::move(m_result);
}

Decisions decide(const store::Store& store, const std::vector<ReadFile>& files,
                 const RowsOfFiles& leftOut, const std::stop_token& stop,
                 const exchange::PostcodeIndex* postcodes)
{
    Deciding deciding(store, files, postcodes);
    for (std::size_t file = 0; file < leftOut.size(); ++file) {
        for (const std::int64_t row : leftOut[file])
            deciding.reject({file, row, 0}, "", "", {kLeftOut, {}});
    }
    for (const auto decideKind : kKindsOfRows) {
        stopIfAsked(stop);
        decideKind(deciding);
    }
    return std::move(deciding).result();
}

} // namespace twelvefold::workbench::import
