// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changeset.h"
#include "store/connection.h"
#include "store/frameworks.h"
#include "store/identity.h"
#include "store/store.h"

#include <set>
#include <string>
#include <unordered_set>
#include <vector>

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
    ProviderId addProvider(const Provider& provider) override;
    void updateProvider(const Provider& provider) override;
    PlacementId addPlacement(const Placement& placement) override;
    void updatePlacement(const Placement& placement) override;
    void removePlacement(PlacementId id) override;
    EpisodeId addEpisode(const Episode& episode) override;
    void updateEpisode(const Episode& episode) override;
    CostLineId addCostLine(const CostLine& line) override;
    void updateCostLine(const CostLine& line) override;
    void removeCostLine(CostLineId id) override;
    OutcomeId addOutcome(const Outcome& outcome) override;
    void updateOutcome(const Outcome& outcome) override;
    void removeOutcome(OutcomeId id) override;
    AssessmentId addAssessment(const Assessment& assessment) override;
    FrameworkId addFramework(const NeedsFramework& framework) override;
    void addImportBatch(const ImportBatch& batch) override;
    void removeDraft(ChildId child, const std::string& author) override;

    const std::set<ChildId>& children() const { return m_children; }
    bool broughtIn() const { return m_broughtIn; }

private:
    template<class IdType>
    IdType idFor(IdType wanted)
    {
        return wanted ? wanted : IdType{m_ids.next()};
    }
    void wrote(ChildId child);
    void expectOne(const char* record) const; // throws when the last change found no record
    ChildId ownerOf(const char* sql, std::int64_t record, const char* name);
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
