// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/import_care.h"
#include "workbench/import_changes.h"
#include "workbench/import_work.h"

#include <tuple>
#include <unordered_map>

namespace twelvefold::workbench::import {

// A row of one of the files.
struct Source
{
    std::size_t file = 0;
    std::int64_t row = 0;
    int year = 0; // of the return; 0: not known
};

// Whether the first is the one to believe: the later return, then the file that sorts last.
inline bool outranks(const Source& a, const Source& b)
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

// The store as it was, the files, and what has been decided of them so far. Each kind of row is
// decided by a function of its own, which counts every row once.
class Deciding
{
public:
    template<class Record>
    using ByChild = std::unordered_map<ChildId, Record>;

    Deciding(const store::Store& store, const std::vector<exchange::ReadFile>& files,
             const exchange::PostcodeIndex* postcodes);

    const std::vector<exchange::ReadFile>& files() const { return m_files; }
    void count(const Source& source, Fate fate);
    // False: of this rule enough are listed.
    bool tell(const Source& source, Problem::Severity severity, Problem::Action action,
              std::string column, std::string value, Message message);
    // Counts the row too.
    void reject(const Source& source, std::string column, std::string value, Message message);
    void rejectUnknown(const Source& source, std::string column, const std::string& localId);
    // Where two files of one year's return say otherwise of a child.
    void tellOfTwice(const Source& aside, const Source& taken, const std::string& localId,
                     bool isTheSame);

    // What a row that is counted as changed changes in a record.
    void tellChange(const Source& source, const Child& child, const Differences& differences,
                    const std::optional<Message>& record = {})
    {
        tellChange(source, child.pseudonym, differences, record);
    }
    // The same of a home or an agency, by its URN.
    void tellChange(const Source& source, const std::string& whose, const Differences& differences,
                    const std::optional<Message>& record = {});

    // In the store or among those that the files make.
    bool known(const std::string& localId) const;
    // The child to write to, from the store or new.
    ChildWork& childWork(const std::string& localId);
    // What the store has of a child; of a new one, nothing.
    template<class Record>
    static std::vector<Record> storedOf(const ByChild<std::vector<Record>>& all, ChildId child)
    {
        const auto own = all.find(child);
        return child && own != all.end() ? own->second : std::vector<Record>();
    }

    const store::Store& store() const { return m_store; }
    const ByChild<std::vector<Episode>>& episodes() const { return m_episodes; } // as stored
    const Child& storedChild(ChildId id) const { return m_children.at(id); }
    const ByChild<std::vector<Outcome>>& outcomes() const { return m_outcomes; }
    const ByChild<std::vector<CareEvent>>& events() const { return m_events; }
    const ByChild<std::vector<CostLine>>& costs() const { return m_costs; }
    const std::vector<Provider>& providers() const { return m_providers; }
    CarePlanner& care() { return m_care; }
    // New and changed ones, to be written.
    std::vector<RegisteredSetting>& settings() { return m_result.settings; }

    Decisions result() &&;

private:
    void planCare();
    void tellChangesOfCosts(const ChildWork& work);
    void countListRows();

    const store::Store& m_store;
    const std::vector<exchange::ReadFile>& m_files;
    std::unordered_map<std::string, ChildId> m_ids;
    ByChild<Child> m_children;
    ByChild<Identity> m_identities;
    ByChild<std::vector<Episode>> m_episodes;
    ByChild<std::vector<Outcome>> m_outcomes;
    ByChild<std::vector<CareEvent>> m_events;
    ByChild<std::vector<CostLine>> m_costs;
    std::vector<Provider> m_providers;
    ByChild<std::vector<PlacementRequest>> m_requests;
    CarePlanner m_care;
    std::vector<std::map<std::int64_t, Fate>> m_listFates; // by file, of its rows
    Decisions m_result;
    std::map<std::string, ChildWork>::value_type* m_lastWork = nullptr; // that was asked for
};

void decideSettings(Deciding& deciding);
// The day of birth, or the first of its month where no more is known.
std::optional<Date> bornOf(const ChildWork& work);

void decideHeaders(Deciding& deciding);
void decidePersonsOfLists(Deciding& deciding);
void decideEpisodes(Deciding& deciding);
void decideStaysOfLists(Deciding& deciding);
void decideOutcomes(Deciding& deciding);
void decideEvents(Deciding& deciding);
void decideMeasures(Deciding& deciding);
void decideAssessments(Deciding& deciding);
void decideCosts(Deciding& deciding);
void decideRequests(Deciding& deciding);
void checkHistories(Deciding& deciding); // decides nothing, and tells what is doubtful

} // namespace twelvefold::workbench::import
