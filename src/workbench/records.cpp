// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/workbench_private.h"

#include <algorithm>
#include <cctype>

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
constexpr MessageKind kAddProvider{"provider-added",
                                   TWELVEFOLD_TEXT("Message", "Add the provider %1")};
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

std::string folded(const std::string& name)
{
    std::string result;
    for (const char c : name)
        result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

// What is wrong with a placement among the child's others. Overlaps that came with an import may
// stay until its dates are touched.
std::optional<Message> faultIn(const Placement& placement, const std::vector<Placement>& all)
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
        if (other.id != placement.id && other.period.overlaps(placement.period))
            return Message{kOverlaps, {other.period.start}};
    }
    return std::nullopt;
}

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

} // namespace

Result<PlacementId> Workbench::savePlacement(Placement placement)
{
    if (const auto fault = faultIn(placement, d->store->placements(placement.child)))
        return *fault;
    const bool isNew = !placement.id;
    d->store->edit({isNew ? kAddPlacement : kChangePlacement, {d->pseudonymOf(placement.child)}},
                   d->author, [&](store::Writer& writer) {
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

void Workbench::removePlacement(const Placement& placement)
{
    d->store->edit({kRemovePlacement, {d->pseudonymOf(placement.child)}}, d->author,
                   [&](store::Writer& writer) { writer.removePlacement(placement.id); });
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

ProviderId Workbench::providerNamed(const std::string& name, std::optional<Sector> sector)
{
    for (const Provider& known : d->store->providers()) {
        if (folded(known.name) == folded(name))
            return known.id;
    }
    Provider provider;
    provider.name = name;
    provider.sector = sector;
    ProviderId id;
    d->store->edit({kAddProvider, {name}}, d->author,
                   [&](store::Writer& writer) { id = writer.addProvider(provider); });
    return id;
}

Result<ChildId> Workbench::addChild(Child child, const Identity& identity,
                                    const Period& lookedAfter)
{
    if (lookedAfter.end && *lookedAfter.end <= lookedAfter.start)
        return Message{kKindEnds, {lookedAfter.start, *lookedAfter.end}};
    if (!child.localId.empty() && d->store->childrenByLocalId().contains(child.localId))
        return Message{kLocalIdTaken, {child.localId}};
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
