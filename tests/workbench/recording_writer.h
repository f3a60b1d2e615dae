// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <map>

namespace twelvefold::tests {

// Takes what is written to a store and keeps it in memory, in the order in which it came.
class RecordingWriter : public store::Writer
{
public:
    std::vector<domain::Child> children;
    std::vector<domain::Identity> identities;
    std::vector<domain::KindPeriod> kindPeriods;
    std::vector<domain::Provider> providers;
    std::vector<domain::Placement> placements;
    std::vector<domain::Episode> episodes;
    std::vector<domain::CostLine> costLines;
    std::vector<domain::Outcome> outcomes;
    std::vector<domain::CareEvent> careEvents;
    std::vector<domain::Assessment> assessments;

    domain::ChildId addChild(const domain::Child& child) override { return added(children, child); }
    void updateChild(const domain::Child&) override { unexpected(); }
    void setIdentity(const domain::Identity& identity) override { identities.push_back(identity); }
    void setKindPeriods(domain::ChildId child, domain::CohortKind kind,
                        std::span<const domain::Period> periods) override
    {
        for (const domain::Period& period : periods)
            kindPeriods.push_back({child, kind, period});
    }
    domain::ProviderId addProvider(const domain::Provider& provider) override
    {
        return added(providers, provider);
    }
    void updateProvider(const domain::Provider&) override { unexpected(); }
    domain::RegisteredSettingId addRegisteredSetting(const domain::RegisteredSetting&) override
    {
        unexpected();
    }
    void updateRegisteredSetting(const domain::RegisteredSetting&) override { unexpected(); }
    domain::PlacementId addPlacement(const domain::Placement& placement) override
    {
        return added(placements, placement);
    }
    void updatePlacement(const domain::Placement&) override { unexpected(); }
    void removePlacement(domain::PlacementId) override { unexpected(); }
    domain::EpisodeId addEpisode(const domain::Episode& episode) override
    {
        return added(episodes, episode);
    }
    void updateEpisode(const domain::Episode&) override { unexpected(); }
    domain::CostLineId addCostLine(const domain::CostLine& line) override
    {
        return added(costLines, line);
    }
    void updateCostLine(const domain::CostLine&) override { unexpected(); }
    void removeCostLine(domain::CostLineId) override { unexpected(); }
    domain::OutcomeId addOutcome(const domain::Outcome& outcome) override
    {
        return added(outcomes, outcome);
    }
    void updateOutcome(const domain::Outcome&) override { unexpected(); }
    void removeOutcome(domain::OutcomeId) override { unexpected(); }
    domain::EventId addCareEvent(const domain::CareEvent& event) override
    {
        return added(careEvents, event);
    }
    void updateCareEvent(const domain::CareEvent&) override { unexpected(); }
    domain::PutAsideId addPutAside(const domain::PutAside&) override { unexpected(); }
    void removePutAside(domain::PutAsideId) override { unexpected(); }
    domain::CostDecisionId addCostDecision(const domain::CostDecision&) override { unexpected(); }
    void removeCostDecision(domain::CostDecisionId) override { unexpected(); }
    domain::PlacementRequestId addPlacementRequest(const domain::PlacementRequest&) override
    {
        unexpected();
    }
    void updatePlacementRequest(const domain::PlacementRequest&) override { unexpected(); }
    domain::AssessmentId addAssessment(const domain::Assessment& assessment) override
    {
        return added(assessments, assessment);
    }
    domain::FrameworkId addFramework(const domain::NeedsFramework&) override
    {
        return domain::FrameworkId{1};
    }
    void addImportBatch(const store::ImportBatch&) override { unexpected(); }
    void removeDraft(domain::ChildId, const std::string&) override { unexpected(); }

private:
    template<class Record>
    static decltype(Record::id) added(std::vector<Record>& records, Record record)
    {
        record.id.value = static_cast<std::int64_t>(records.size()) + 1;
        records.push_back(std::move(record));
        return records.back().id;
    }
    [[noreturn]] static void unexpected() { throw std::logic_error("not expected of this writer"); }
};

} // namespace twelvefold::tests
