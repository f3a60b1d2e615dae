// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changeset.h"
#include "store/connection.h"
#include "store/frameworks.h"
#include "store/identity.h"
#include "store/store.h"
#include "store/tables.h"

#include <set>
#include <string>
#include <unordered_set>

namespace twelvefold::store {

// Writes records inside an open transaction, and notes whose records were touched.
class SqlWriter final : public Writer
{
public:
    // With a recorder: an edit. Without: a bulk fill of a store that has no children yet, into
    // tables without indexes, of which no note is taken.
    SqlWriter(Connection& connection, IdSource& ids, FrameworkShelf& frameworks, std::string author,
              Recorder* recorder);

    ChildId addChild(const Child& child) override;
    void updateChild(const Child& child) override;
    void setIdentity(const Identity& identity) override;
    void setKindPeriods(ChildId child, CohortKind kind, std::span<const Period> periods) override;
    ProviderId addProvider(const Provider& record) override { return add<kProviders>(record); }
    void updateProvider(const Provider& record) override { update<kProviders>(record); }
    RegisteredSettingId addRegisteredSetting(const RegisteredSetting& record) override
    {
        return add<kRegisteredSettings>(record);
    }
    void updateRegisteredSetting(const RegisteredSetting& record) override
    {
        update<kRegisteredSettings>(record);
    }
    PlacementId addPlacement(const Placement& record) override { return add<kPlacements>(record); }
    void updatePlacement(const Placement& record) override { update<kPlacements>(record); }
    void removePlacement(PlacementId id) override;
    EpisodeId addEpisode(const Episode& episode) override;
    void updateEpisode(const Episode& episode) override;
    CostLineId addCostLine(const CostLine& record) override { return add<kCostLines>(record); }
    void updateCostLine(const CostLine& record) override { update<kCostLines>(record); }
    void removeCostLine(CostLineId id) override;
    OutcomeId addOutcome(const Outcome& record) override { return add<kOutcomes>(record); }
    void updateOutcome(const Outcome& record) override { update<kOutcomes>(record); }
    void removeOutcome(OutcomeId id) override { remove<kOutcomes>(id); }
    EventId addCareEvent(const CareEvent& record) override { return add<kCareEvents>(record); }
    void updateCareEvent(const CareEvent& record) override { update<kCareEvents>(record); }
    PutAsideId addPutAside(const PutAside& record) override { return add<kPutAsides>(record); }
    void removePutAside(PutAsideId id) override { remove<kPutAsides>(id); }
    CostDecisionId addCostDecision(const CostDecision& record) override
    {
        return add<kCostDecisions>(record);
    }
    void removeCostDecision(CostDecisionId id) override { remove<kCostDecisions>(id); }
    PlacementRequestId addPlacementRequest(const PlacementRequest& request) override;
    void updatePlacementRequest(const PlacementRequest& request) override;
    AssessmentId addAssessment(const Assessment& assessment) override;
    FrameworkId addFramework(const NeedsFramework& framework) override;
    void addImportBatch(const ImportBatch& batch) override;
    void removeDraft(ChildId child, const std::string& author) override;

    // After each write that goes past it, and whose record that was.
    void wrote(ChildId child);
    const std::set<ChildId>& children() const { return m_children; }
    bool broughtIn() const { return m_broughtIn; }

private:
    template<class IdType>
    IdType idFor(IdType wanted)
    {
        return wanted ? wanted : IdType{m_ids.next()};
    }
    template<const auto& table, class Record>
    decltype(Record::id) add(const Record& record)
    {
        const auto id = idFor(record.id);
        insert<table>(m_connection, id, record);
        wrote(childOf(record));
        return id;
    }
    template<const auto& table>
    void update(const auto& record)
    {
        changeOne<table>(record);
        wrote(childOf(record));
    }
    template<const auto& table>
    void remove(auto id)
    {
        const ChildId child = ownerOf(table.name, id.value);
        Query(m_connection, std::string("DELETE FROM ") + table.name + " WHERE id = ?")
            .with(id)
            .run();
        wrote(child);
    }
    // As ownerOf, throws when there is no such record.
    template<const auto& table>
    void changeOne(const auto& record)
    {
        change<table>(m_connection, record);
        if (m_connection.changes() == 0)
            throwNone(table.name);
    }
    template<class Record>
    static ChildId childOf(const Record& record) // nobody of a provider or of a home
    {
        if constexpr (std::is_same_v<Record, Provider> || std::is_same_v<Record, RegisteredSetting>)
            return {};
        else
            return record.child;
    }
    [[noreturn]] static void throwNone(std::string table);
    ChildId ownerOf(const std::string& table, std::int64_t id);
    void writeAnswers(PlacementRequestId id, const PlacementRequest& request);
    std::string newPseudonym();
    bool pseudonymIsFree(const std::string& pseudonym);

    Connection& m_connection;
    IdSource& m_ids;
    FrameworkShelf& m_frameworks;
    std::string m_author;
    Recorder* m_recorder;
    std::set<ChildId> m_children;
    bool m_broughtIn = false;
    // A fill has no index to ask whether a pseudonym is free, but nothing to clash with either,
    // except what it brings itself.
    std::unordered_set<std::string> m_pseudonymsBrought;
    std::uint64_t m_pseudonymKey = 0;
    std::uint64_t m_pseudonymsDrawn = 0;
};

} // namespace twelvefold::store
