// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cost_placement.h"
#include "domain/free_text.h"
#include "workbench/workbench_private.h"

#include <algorithm>
#include <iterator>

// Placements, costs, outcomes, children and providers: each accepted edit is one step.
namespace twelvefold::workbench {
namespace {

constexpr MessageKind kAddPlacement{"placement-added",
                                    TWELVEFOLD_TEXT("Message", "Enter a placement of %1")};
constexpr MessageKind kChangePlacement{"placement-changed",
                                       TWELVEFOLD_TEXT("Message", "Change a placement of %1")};
constexpr MessageKind kRemovePlacement{"placement-removed",
                                       TWELVEFOLD_TEXT("Message", "Remove a placement of %1")};
constexpr MessageKind kAddCost{"cost-added", TWELVEFOLD_TEXT("Message", "Enter a cost of %1")};
constexpr MessageKind kChangeCost{"cost-changed",
                                  TWELVEFOLD_TEXT("Message", "Change a cost of %1")};
constexpr MessageKind kRemoveCost{"cost-removed",
                                  TWELVEFOLD_TEXT("Message", "Remove a cost of %1")};
constexpr MessageKind kAddOutcome{"outcome-added",
                                  TWELVEFOLD_TEXT("Message", "Enter an outcome of %1")};
constexpr MessageKind kChangeOutcome{"outcome-changed",
                                     TWELVEFOLD_TEXT("Message", "Change an outcome of %1")};
constexpr MessageKind kRemoveOutcome{"outcome-removed",
                                     TWELVEFOLD_TEXT("Message", "Remove an outcome of %1")};
constexpr MessageKind kAddChild{"child-added", TWELVEFOLD_TEXT("Message", "Add a child")};

constexpr MessageKind kEnds{
    "placement-ends-before-start",
    TWELVEFOLD_TEXT("Message", "The placement ends on %2, which is not after its start on %1.")};
constexpr MessageKind kOverlaps{
    "placement-overlaps",
    TWELVEFOLD_TEXT("Message",
                    "The placement overlaps the one that began on %1: a child lives in one "
                    "place at a time. End that one first, or change the dates.")};
constexpr MessageKind kDistance{
    "placement-distance",
    TWELVEFOLD_TEXT("Message", "A distance of %1 miles cannot be: enter 0 to 999.8.")};
constexpr MessageKind kMeasure{
    "outcome-measure", TWELVEFOLD_TEXT("Message", "There is no outcome measure called %1.")};
constexpr MessageKind kOutcomeRange{"outcome-range",
                                    TWELVEFOLD_TEXT("Message", "%1 is %2 to %3: %4 cannot be.")};
constexpr MessageKind kLocalIdTaken{
    "child-local-id-taken",
    TWELVEFOLD_TEXT("Message", "A child with the identifier %1 is already here.")};
constexpr MessageKind kKindEnds{
    "kind-ends-before-start",
    TWELVEFOLD_TEXT("Message", "The period ends on %2, which is not after its start on %1.")};

constexpr Word kLocalId{TWELVEFOLD_TEXT("Word", "The identifier")};
constexpr Word kProvider{TWELVEFOLD_TEXT("Word", "The provider's name")};

std::optional<Message> faultIn(const Outcome& outcome)
{
    const OutcomeMeasure* measure = findOutcomeMeasure(outcome.measure);
    if (measure == nullptr)
        return Message{kMeasure, {outcome.measure}};
    if (!(outcome.value >= measure->lowest && outcome.value <= measure->highest))
        return Message{kOutcomeRange,
                       {measure->title, measure->lowest, measure->highest, outcome.value}};
    return std::nullopt;
}

std::string withoutOuterBlanks(const std::string& text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string::npos
               ? std::string()
               : text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

} // namespace

std::vector<Placement> openOn(const std::vector<Placement>& all, Date day)
{
    std::vector<Placement> open;
    std::ranges::copy_if(all, std::back_inserter(open), [&](const Placement& placement) {
        return placement.period.start < day && placement.period.contains(day);
    });
    return open;
}

Placement endedOn(Placement placement, Date day)
{
    placement.period.end = day;
    return placement;
}

std::optional<Message> faultIn(const Placement& placement, const std::vector<Placement>& all,
                               const std::vector<Placement>& ends)
{
    if (placement.period.end && *placement.period.end <= placement.period.start)
        return Message{kEnds, {placement.period.start, *placement.period.end}};
    const double miles = placement.distanceMiles.value_or(0);
    if (!(miles >= 0 && miles <= 999.8))
        return Message{kDistance, {miles}};
    const auto before = std::ranges::find(all, placement.id, &Placement::id);
    if (before != all.end() && before->period == placement.period)
        return std::nullopt;
    for (const Placement& other : all) {
        const bool ended = std::ranges::find(ends, other.id, &Placement::id) != ends.end();
        if (other.id != placement.id && !ended && other.period.overlaps(placement.period))
            return Message{kOverlaps, {other.period.start}};
    }
    return std::nullopt;
}

std::optional<Message> faultInProvider(const std::string& name)
{
    return name.empty() ? std::nullopt : faultInText(kProvider, name);
}

void write(store::Writer& writer, const std::vector<LineChange>& changes)
{
    for (const LineChange& change : changes) {
        if (change.after)
            writer.updateCostLine(*change.after);
        else
            writer.removeCostLine(change.before.id);
    }
}

std::optional<ProviderId> Workbench::Private::providerNamed(store::Writer& writer,
                                                            const std::string& name,
                                                            std::optional<Sector> sector) const
{
    if (name.empty())
        return std::nullopt;
    for (const Provider& known : store->providers()) {
        if (sameButForCase(known.name, name))
            return known.id;
    }
    Provider provider;
    provider.name = name;
    provider.sector = sector;
    return writer.addProvider(provider);
}

Result<CareChange> Workbench::Private::changeBy(const Placement& placement,
                                                bool endsTheOpenOne) const
{
    const std::vector<Placement> all = store->placements(placement.child);
    CareChange change;
    if (endsTheOpenOne)
        change.ends = openOn(all, placement.period.start);
    std::erase_if(change.ends, [&](const Placement& p) { return p.id == placement.id; });
    if (const auto fault = faultIn(placement, all, change.ends))
        return *fault;
    change.before = store->costLines(placement.child);
    const auto own = std::ranges::find(all, placement.id, &Placement::id);
    if (own != all.end())
        change.lines = linesFollowing(*own, placement, all, change.before);
    for (const Placement& open : change.ends)
        std::ranges::move(
            linesFollowing(open, endedOn(open, placement.period.start), all, change.before),
            std::back_inserter(change.lines));
    change.after = changed(change.before, change.lines);
    return change;
}

Result<CareChange> Workbench::consequences(const PlacementEntry& entry) const
{
    if (auto fault = faultInProvider(entry.provider.value_or(std::string())))
        return std::move(*fault);
    return d->changeBy(entry.placement, entry.endsTheOpenOne);
}

Result<PlacementId> Workbench::savePlacement(const PlacementEntry& entry)
{
    const auto change = consequences(entry);
    if (!change)
        return change.failure();
    Placement placement = entry.placement;
    const bool isNew = !placement.id;
    d->store->edit({isNew ? kAddPlacement : kChangePlacement, {d->pseudonymOf(placement.child)}},
                   d->author, [&](store::Writer& writer) {
                       if (entry.provider)
                           placement.provider =
                               d->providerNamed(writer, *entry.provider, placement.sector);
                       write(writer, change->lines);
                       for (const Placement& open : change->ends)
                           writer.updatePlacement(endedOn(open, placement.period.start));
                       if (isNew)
                           placement.id = writer.addPlacement(placement);
                       else
                           writer.updatePlacement(placement);
                   });
    return placement.id;
}

Result<CostLineId> Workbench::saveCostLine(CostLine line)
{
    if (const auto fault = domain::faultIn(line))
        return *fault;
    const bool isNew = !line.id;
    d->store->edit({isNew ? kAddCost : kChangeCost, {d->pseudonymOf(line.child)}}, d->author,
                   [&](store::Writer& writer) {
                       if (isNew)
                           line.id = writer.addCostLine(line);
                       else
                           writer.updateCostLine(line);
                   });
    return line.id;
}

Result<OutcomeId> Workbench::saveOutcome(Outcome outcome)
{
    if (const auto fault = faultIn(outcome))
        return *fault;
    const bool isNew = !outcome.id;
    d->store->edit({isNew ? kAddOutcome : kChangeOutcome, {d->pseudonymOf(outcome.child)}},
                   d->author, [&](store::Writer& writer) {
                       if (isNew)
                           outcome.id = writer.addOutcome(outcome);
                       else
                           writer.updateOutcome(outcome);
                   });
    return outcome.id;
}

CareChange Workbench::consequencesOfRemoving(const Placement& placement) const
{
    CareChange change;
    change.before = d->store->costLines(placement.child);
    change.lines = linesWithout(placement, d->store->placements(placement.child), change.before);
    change.after = changed(change.before, change.lines);
    return change;
}

void Workbench::removePlacement(const Placement& placement)
{
    const CareChange change = consequencesOfRemoving(placement);
    d->store->edit({kRemovePlacement, {d->pseudonymOf(placement.child)}}, d->author,
                   [&](store::Writer& writer) {
                       write(writer, change.lines);
                       writer.removePlacement(placement.id);
                   });
}

void Workbench::removeCostLine(const CostLine& line)
{
    d->store->edit({kRemoveCost, {d->pseudonymOf(line.child)}}, d->author,
                   [&](store::Writer& writer) { writer.removeCostLine(line.id); });
}

void Workbench::removeOutcome(const Outcome& outcome)
{
    d->store->edit({kRemoveOutcome, {d->pseudonymOf(outcome.child)}}, d->author,
                   [&](store::Writer& writer) { writer.removeOutcome(outcome.id); });
}

Result<ChildId> Workbench::addChild(Child child, const Identity& identity,
                                    const Period& lookedAfter)
{
    if (lookedAfter.end && *lookedAfter.end <= lookedAfter.start)
        return Message{kKindEnds, {lookedAfter.start, *lookedAfter.end}};
    child.localId = withoutOuterBlanks(child.localId);
    if (!child.localId.empty()) {
        if (auto fault = faultInText(kLocalId, child.localId))
            return std::move(*fault);
        // Whoever types it may not mind capitals; the council has one child of that name.
        for (const auto& [taken, id] : d->store->childrenByLocalId()) {
            if (sameButForCase(taken, child.localId))
                return Message{kLocalIdTaken, {taken}};
        }
    }
    d->store->edit({kAddChild, {}}, d->author, [&](store::Writer& writer) {
        child.id = writer.addChild(child);
        Identity own = identity;
        own.child = child.id;
        if (own != Identity{child.id, {}, {}, {}, {}, {}})
            writer.setIdentity(own);
        writer.setKindPeriods(child.id, CohortKind::lookedAfter, std::span(&lookedAfter, 1));
    });
    return child.id;
}

} // namespace twelvefold::workbench
