// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cost_placement.h"

#include <algorithm>

namespace twelvefold::domain {
namespace {

// The line as it is when it ends on a day at the latest; nothing when no day is left of it.
std::optional<CostLine> endedBy(CostLine line, Date day)
{
    if (line.period.start >= day)
        return std::nullopt;
    if (!line.period.end || *line.period.end > day)
        line.period.end = day;
    return line;
}

// What a line becomes when what it pays for ends on another day than before.
std::optional<CostLine> following(CostLine line, std::optional<Date> before,
                                  std::optional<Date> now)
{
    if (before && line.period.end == before)
        line.period.end = now;
    return now ? endedBy(line, *now) : line;
}

void noteWhereChanged(std::vector<LineChange>& changes, const CostLine& line,
                      std::optional<CostLine> after)
{
    if (after != line)
        changes.push_back({line, std::move(after)});
}

RunningLine asRunning(const CostLine& line, std::span<const Placement> placements)
{
    return {placementPaidFor(line, placements).value_or(PlacementId()), false, line.component,
            line.funder};
}

} // namespace

std::optional<PlacementId> placementPaidFor(const CostLine& line,
                                            std::span<const Placement> placements)
{
    if (!paysForWhereItStarts(line.placement.has_value(), line.component))
        return line.placement;
    const Placement* lived = livesInOn(placements, line.period.start);
    return lived == nullptr ? std::nullopt : std::optional(lived->id);
}

std::vector<LineChange> linesFollowing(const Placement& before, const Placement& after,
                                       std::span<const Placement> placements,
                                       std::span<const CostLine> lines)
{
    std::vector<LineChange> changes;
    if (before.period.end == after.period.end)
        return changes;
    for (const CostLine& line : lines) {
        if (line.per != CostPer::once && placementPaidFor(line, placements) == before.id)
            noteWhereChanged(changes, line, following(line, before.period.end, after.period.end));
    }
    return changes;
}

std::vector<LineChange> linesWithout(const Placement& gone, std::span<const Placement> placements,
                                     std::span<const CostLine> lines)
{
    std::vector<Placement> left(placements.begin(), placements.end());
    std::erase_if(left, [&](const Placement& placement) { return placement.id == gone.id; });
    std::vector<LineChange> changes;
    for (const CostLine& line : lines) {
        const bool paidForIt = placementPaidFor(line, placements) == gone.id;
        const bool paysForAnother = !line.placement && placementPaidFor(line, left);
        if (line.per != CostPer::once && paidForIt && !paysForAnother)
            noteWhereChanged(changes, line, endedBy(line, gone.period.start));
    }
    return changes;
}

std::vector<LineChange> linesEndingOn(Date day, std::span<const CostLine> lines)
{
    std::vector<LineChange> changes;
    for (const CostLine& line : lines) {
        if (line.per != CostPer::once)
            noteWhereChanged(changes, line, endedBy(line, day));
    }
    return changes;
}

std::vector<CostLine> changed(std::vector<CostLine> lines, std::span<const LineChange> changes)
{
    for (const LineChange& change : changes) {
        const auto line = std::ranges::find(lines, change.before.id, &CostLine::id);
        if (line == lines.end())
            continue;
        if (change.after)
            *line = *change.after;
        else
            lines.erase(line);
    }
    return lines;
}

std::optional<CostTrouble> countedTwice(const RunningLine& a, const RunningLine& b)
{
    if (a.component != b.component)
        return std::nullopt;
    const bool core = a.component == CostComponent::core;
    if (a.placement != b.placement)
        return core ? std::optional(CostTrouble::coreOfTwoPlacements) : std::nullopt;
    if (a.funder == b.funder && (core || a.placement))
        return CostTrouble::samePartTwice;
    return std::nullopt;
}

std::vector<CostLine> countedTwiceWith(const CostLine& line, std::span<const Placement> placements,
                                       std::span<const CostLine> lines)
{
    std::vector<CostLine> found;
    if (line.per == CostPer::once || line.credit)
        return found; // neither is paid beside another
    const RunningLine running = asRunning(line, placements);
    for (const CostLine& other : lines) {
        if (other.id != line.id && other.per != CostPer::once && !other.credit &&
            other.period.overlaps(line.period) &&
            countedTwice(running, asRunning(other, placements)))
            found.push_back(other);
    }
    return found;
}

CostTroubles troublesOf(std::span<const RunningLine> lines, bool placed)
{
    CostTroubles troubles;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].placementOver)
            troubles.add(CostTrouble::outlivesPlacement);
        else if (!placed)
            troubles.add(CostTrouble::outsideAnyPlacement);
        for (std::size_t k = i + 1; k < lines.size(); ++k) {
            if (const auto trouble = countedTwice(lines[i], lines[k]))
                troubles.add(*trouble);
        }
    }
    return troubles;
}

} // namespace twelvefold::domain
