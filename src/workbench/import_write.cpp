// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/care_history.h"
#include "workbench/import_work.h"

#include <algorithm>

namespace twelvefold::workbench::import {
namespace {

constexpr MessageKind kWriting{"import-writing",
                               TWELVEFOLD_TEXT("Message", "Bringing in %1 of %2 children")};

// The providers of the store and those added on the way, found by URN or name.
class Providers
{
public:
    explicit Providers(const store::Store& store)
    {
        for (const Provider& provider : store.providers())
            remember(provider);
    }

    std::optional<ProviderId> find(store::Writer& writer, const std::string& urn,
                                   const std::string& name, std::optional<Sector> sector)
    {
        if (urn.empty() && name.empty())
            return std::nullopt;
        if (const auto known = m_byUrn.find(urn); !urn.empty() && known != m_byUrn.end())
            return named(writer, m_all.at(known->second), name);
        if (const auto known = m_byName.find(name); urn.empty() && known != m_byName.end())
            return known->second;
        Provider provider;
        provider.name = name.empty() ? urn : name;
        provider.urn = urn;
        provider.sector = sector;
        provider.id = writer.addProvider(provider);
        remember(provider);
        return provider.id;
    }

private:
    void remember(const Provider& provider)
    {
        m_all[provider.id] = provider;
        if (!provider.urn.empty())
            m_byUrn.emplace(provider.urn, provider.id);
        m_byName.emplace(provider.name, provider.id);
    }

    // A provider known by its number alone gets its name.
    ProviderId named(store::Writer& writer, Provider& provider, const std::string& name)
    {
        if (!name.empty() && provider.name == provider.urn) {
            provider.name = name;
            writer.updateProvider(provider);
            m_byName.emplace(name, provider.id);
        }
        return provider.id;
    }

    std::unordered_map<ProviderId, Provider> m_all;
    std::unordered_map<std::string, ProviderId> m_byUrn, m_byName;
};

// Came with a return, rather than being entered by hand.
bool isDerived(const Placement& placement)
{
    return !placement.placeCode.empty();
}

// The placement of a cost line: the one it starts in, else one that runs with it; the provider's
// own before others.
const Placement* placementOf(const std::vector<Placement>& placements, const CostLine& line,
                             std::optional<Setting> setting)
{
    const Placement* best = nullptr;
    int bestScore = 0;
    for (const Placement& placement : placements) {
        if (!placement.period.overlaps(line.period))
            continue;
        const int score = 1 + 2 * placement.period.contains(line.period.start) +
                          4 * (setting && placement.setting == *setting) +
                          8 * (line.provider && placement.provider == line.provider);
        if (score > bestScore) {
            best = &placement;
            bestScore = score;
        }
    }
    return best;
}

// Matches a derived placement with a stored one that came from the same episodes before.
std::vector<Placement>::iterator sameAsBefore(std::vector<Placement>& before,
                                              const Placement& derived)
{
    const auto sameStart = std::ranges::find(before, derived.period.start,
                                             [](const Placement& p) { return p.period.start; });
    if (sameStart != before.end())
        return sameStart;
    return std::ranges::find_if(before, [&](const Placement& p) {
        return p.setting == derived.setting && p.providerCode == derived.providerCode &&
               p.period.overlaps(derived.period);
    });
}

} // namespace

class ImportWriter::Private
{
public:
    Private(const store::Store& store, const Decisions& toWrite)
        : decisions(toWrite), providers(store), placements(store.allPlacements()),
          costLines(store.allCostLines())
    {
        for (const auto& [localId, work] : decisions.children) {
            if (!work.isNew && !work.episodes.empty())
                kindPeriods[work.child.id] = store.kindPeriods(work.child.id);
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
        if (!work.episodes.empty())
            writeCare(writer, work, child.id);
        for (Outcome outcome : work.outcomes) {
            outcome.child = child.id;
            if (outcome.id)
                writer.updateOutcome(outcome);
            else
                writer.addOutcome(outcome);
        }
        for (const ChildWork::Cost& cost : work.costs)
            writeCost(writer, cost, child.id);
    }

private:
    void writeCare(store::Writer& writer, const ChildWork& work, ChildId child)
    {
        std::vector<Episode> all = work.storedEpisodes;
        for (Episode episode : work.episodes) {
            episode.child = child;
            if (episode.id) {
                writer.updateEpisode(episode);
                *std::ranges::find(all, episode.id, &Episode::id) = episode;
            } else {
                episode.id = writer.addEpisode(episode);
                all.push_back(episode);
            }
        }
        writePeriods(writer, work, child, all);
        writePlacements(writer, child, all);
    }

    // Periods entered by hand stay where the episodes say nothing of that time.
    void writePeriods(store::Writer& writer, const ChildWork& work, ChildId child,
                      const std::vector<Episode>& all)
    {
        std::vector<Period> periods = lookedAfterPeriods(all);
        const std::vector<Period> before = lookedAfterPeriods(work.storedEpisodes);
        const std::size_t derived = periods.size();
        for (const KindPeriod& stored : kindPeriods[child]) {
            const bool byHand = stored.kind == CohortKind::lookedAfter &&
                                std::ranges::find(before, stored.period) == before.end();
            const bool spokenFor =
                std::any_of(periods.begin(), periods.begin() + static_cast<std::ptrdiff_t>(derived),
                            [&](const Period& period) { return period.overlaps(stored.period); });
            if (byHand && !spokenFor)
                periods.push_back(stored.period);
        }
        std::ranges::sort(periods, {}, &Period::start);
        writer.setKindPeriods(child, CohortKind::lookedAfter, periods);
    }

    // Holds the placements that the episodes now say against those they said before. What people
    // added to a placement, and placements they entered themselves, stay.
    void writePlacements(store::Writer& writer, ChildId child, const std::vector<Episode>& all)
    {
        std::vector<Placement> before, now;
        for (const Placement& placement : placements[child])
            (isDerived(placement) ? before : now).push_back(placement);
        const std::vector<Placement> byHand = now;

        for (DerivedPlacement& derived : derivedPlacements(all, exchange::settingTable())) {
            Placement placement = std::move(derived.placement);
            placement.child = child;
            placement.provider = providers.find(writer, derived.urn, "", placement.sector);
            const bool entered = std::ranges::any_of(byHand, [&](const Placement& own) {
                return own.period.start == placement.period.start &&
                       own.setting == placement.setting;
            });
            if (entered)
                continue;
            const auto known = sameAsBefore(before, placement);
            if (known == before.end()) {
                placement.id = writer.addPlacement(placement);
                now.push_back(placement);
                continue;
            }
            now.push_back(updated(writer, *known, placement));
            before.erase(known);
        }
        placements[child] = now;
        for (const Placement& gone : before)
            removePlacement(writer, child, gone);
    }

    static Placement updated(store::Writer& writer, const Placement& known,
                             const Placement& derived)
    {
        Placement placement = known;
        placement.period = derived.period;
        placement.setting = derived.setting;
        placement.sector = derived.sector;
        placement.placeCode = derived.placeCode;
        placement.providerCode = derived.providerCode;
        placement.changeReason = derived.changeReason;
        if (derived.provider)
            placement.provider = derived.provider;
        if (derived.distanceMiles)
            placement.distanceMiles = derived.distanceMiles;
        if (placement != known)
            writer.updatePlacement(placement);
        return placement;
    }

    // Its cost lines go to the placement that took its time.
    void removePlacement(store::Writer& writer, ChildId child, const Placement& gone)
    {
        for (CostLine& line : costLines[child]) {
            if (line.placement != gone.id)
                continue;
            const Placement* next = placementOf(placements[child], line, std::nullopt);
            line.placement = next != nullptr ? std::optional(next->id) : std::nullopt;
            writer.updateCostLine(line);
        }
        writer.removePlacement(gone.id);
    }

    void writeCost(store::Writer& writer, const ChildWork::Cost& cost, ChildId child)
    {
        CostLine line = cost.row.line;
        line.child = child;
        line.provider = providers.find(writer, cost.row.urn, cost.row.providerName, std::nullopt);
        if (const Placement* placement = placementOf(placements[child], line, cost.row.setting)) {
            line.placement = placement->id;
            if (!line.provider)
                line.provider = placement->provider;
        }
        if (!cost.replaces) {
            writer.addCostLine(line);
            return;
        }
        line.id = cost.replaces;
        writer.updateCostLine(line);
    }

public:
    const Decisions& decisions;
    Providers providers;
    std::unordered_map<ChildId, std::vector<Placement>> placements;
    std::unordered_map<ChildId, std::vector<CostLine>> costLines;
    std::unordered_map<ChildId, std::vector<KindPeriod>> kindPeriods;
};

ImportWriter::ImportWriter(const store::Store& store, const Decisions& decisions)
    : d(std::make_unique<Private>(store, decisions))
{
}

ImportWriter::~ImportWriter() = default;

void ImportWriter::write(store::Writer& writer, const store::ImportBatch& batch,
                         const Progress& progress, const std::stop_token& stop)
{
    const auto& children = d->decisions.children;
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
