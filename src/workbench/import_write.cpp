// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_work.h"

#include <algorithm>
#include <utility>

namespace twelvefold::workbench::import {
namespace {

constexpr MessageKind kWriting{"import-writing",
                               TWELVEFOLD_TEXT("Message", "Bringing in %1 of %2 children")};

} // namespace

class ImportWriter::Private
{
public:
    Private(const Decisions& toWrite, std::string who) : decisions(toWrite), author(std::move(who))
    {
    }

    void writeProviders(store::Writer& writer)
    {
        for (Provider provider : decisions.providers) {
            if (provider.id.value > 0) {
                writer.updateProvider(provider);
                continue;
            }
            const ProviderId planned = std::exchange(provider.id, {});
            m_providers.emplace(planned, writer.addProvider(provider));
        }
    }

    void writeChild(store::Writer& writer, const ChildWork& work)
    {
        Child child = work.child;
        if (work.isNew)
            child.id = writer.addChild(child);
        else if (work.childChanged)
            writer.updateChild(child);
        if (work.identity && (work.isNew || work.childChanged)) {
            Identity identity = *work.identity;
            identity.child = child.id;
            writer.setIdentity(identity);
        }
        for (const Episode& episode : work.confirmed)
            writer.updateEpisode(episode);
        for (Episode episode : work.episodes) {
            episode.child = child.id;
            if (episode.id)
                writer.updateEpisode(episode);
            else
                writer.addEpisode(episode);
        }
        if (work.periods)
            writer.setKindPeriods(child.id, CohortKind::lookedAfter, *work.periods);
        for (const auto& [kind, periods] : work.otherPeriods)
            writer.setKindPeriods(child.id, kind, periods);
        for (Outcome outcome : work.outcomes) {
            outcome.child = child.id;
            if (outcome.id)
                writer.updateOutcome(outcome);
            else
                writer.addOutcome(outcome);
        }
        for (Assessment assessment : work.assessments) {
            assessment.child = child.id;
            if (assessment.author.empty())
                assessment.author = author;
            writer.addAssessment(assessment);
        }
        for (const CareEvent& event : work.confirmedEvents)
            writer.updateCareEvent(event);
        for (CareEvent event : work.events) {
            event.child = child.id;
            if (event.id)
                writer.updateCareEvent(event);
            else
                writer.addCareEvent(event);
        }
        for (const auto& [request, file] : work.requests)
            writeRequest(writer, request, child.id);
        writePlacements(writer, work, child.id);
        writeLines(writer, work, child.id);
        removePlacements(writer, work);
    }

    const Decisions& decisions;
    const std::string author;

private:
    static void writeRequest(store::Writer& writer, PlacementRequest request, ChildId child)
    {
        request.child = child;
        if (request.id)
            writer.updatePlacementRequest(request);
        else
            writer.addPlacementRequest(request);
    }

    void writePlacements(store::Writer& writer, const ChildWork& work, ChildId child)
    {
        for (Placement placement : work.placements) {
            placement.child = child;
            placement.provider = written(placement.provider);
            if (placement.id.value < 0) {
                const PlacementId planned = std::exchange(placement.id, {});
                m_placements.emplace(planned, writer.addPlacement(placement));
                continue;
            }
            const auto before =
                std::ranges::find(work.placementsBefore, placement.id, &Placement::id);
            if (*before != placement)
                writer.updatePlacement(placement);
        }
    }

    void writeLines(store::Writer& writer, const ChildWork& work, ChildId child)
    {
        for (CostLine line : work.lines) {
            line.child = child;
            line.provider = written(line.provider);
            if (line.placement && line.placement->value < 0)
                line.placement = m_placements.at(*line.placement);
            const auto known = std::ranges::find(work.linesBefore, line.id, &CostLine::id);
            if (!line.id)
                writer.addCostLine(line);
            else if (*known != line)
                writer.updateCostLine(line);
        }
        for (const CostLineId gone : work.costsGone)
            writer.removeCostLine(gone);
    }

    // After the lines, which have gone to other placements.
    static void removePlacements(store::Writer& writer, const ChildWork& work)
    {
        for (const Placement& before : work.placementsBefore) {
            if (std::ranges::find(work.placements, before.id, &Placement::id) ==
                work.placements.end())
                writer.removePlacement(before.id);
        }
    }

    std::optional<ProviderId> written(std::optional<ProviderId> planned) const
    {
        return planned && planned->value < 0 ? m_providers.at(*planned) : planned;
    }

    std::unordered_map<ProviderId, ProviderId> m_providers;    // written, by planned
    std::unordered_map<PlacementId, PlacementId> m_placements; // written, by planned
};

ImportWriter::ImportWriter(const Decisions& decisions, std::string author)
    : d(std::make_unique<Private>(decisions, std::move(author)))
{
}

ImportWriter::~ImportWriter() = default;

void ImportWriter::write(store::Writer& writer, const store::ImportBatch& batch,
                         const Progress& progress, const std::stop_token& stop)
{
    const auto& children = d->decisions.children;
    d->writeProviders(writer);
    const std::size_t tell = std::max<std::size_t>(children.size() / 100, 1);
    std::size_t done = 0;
    for (const auto& [localId, work] : children) {
        stopIfAsked(stop);
        if (progress && done % tell == 0)
            progress(
                {kWriting,
                 {static_cast<std::int64_t>(done), static_cast<std::int64_t>(children.size())}},
                static_cast<double>(done) / static_cast<double>(children.size()));
        d->writeChild(writer, work);
        ++done;
    }
    writer.addImportBatch(batch);
}

} // namespace twelvefold::workbench::import
