// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/workbench_private.h"

#include <algorithm>

// A move, the end of care and a death: each one step, with the costs that end and begin.
namespace twelvefold::workbench {
namespace {

constexpr MessageKind kMoved{"child-moved", TWELVEFOLD_TEXT("Message", "Move %1")};
constexpr MessageKind kLeft{"child-left-care", TWELVEFOLD_TEXT("Message", "%1 leaves care")};
constexpr MessageKind kDied{"child-died", TWELVEFOLD_TEXT("Message", "The death of %1")};
constexpr MessageKind kEndLinesOne{
    "cost-lines-ended-one",
    TWELVEFOLD_TEXT("Message", "End a cost on the day its placement ended")};
constexpr MessageKind kEndLines{
    "cost-lines-ended-many",
    TWELVEFOLD_TEXT("Message", "End %1 costs on the day their placement ended")};

constexpr MessageKind kNotInCare{
    "leaving-not-looked-after",
    TWELVEFOLD_TEXT("Message", "The child was not looked after on %1, so care cannot end then.")};
constexpr MessageKind kBeganThatDay{
    "move-placement-began-that-day",
    TWELVEFOLD_TEXT("Message", "The placement that ends began on %1 itself: change it, or choose a "
                               "later day.")};
constexpr MessageKind kBeginsLater{
    "leaving-before-placement",
    TWELVEFOLD_TEXT("Message", "A placement is recorded from %1, after care would have ended. "
                               "Remove it first, or choose a later day.")};

const MessageKind& nameOf(Move::To to)
{
    switch (to) {
    case Move::To::placement:
        return kMoved;
    case Move::To::outOfCare:
        return kLeft;
    case Move::To::death:
        break;
    }
    return kDied;
}

Placement placementOf(const Move& move)
{
    Placement placement = move.placement;
    placement.id = {};
    placement.child = move.child;
    placement.period = {move.on, std::nullopt};
    return placement;
}

CostLine costOf(const Move& move, CostLine line)
{
    line.id = {};
    line.child = move.child;
    line.period = {move.on, line.period.end};
    return line;
}

Placement ended(Placement placement, const Move& move)
{
    placement.period.end = move.on;
    if (!move.why.empty())
        placement.note += (placement.note.empty() ? "" : " · ") + move.why;
    return placement;
}

// The periods of a kind once care has ended on a day; nothing where none runs then.
std::optional<std::vector<Period>> endedPeriods(const std::vector<KindPeriod>& all, CohortKind kind,
                                                Date day)
{
    std::vector<Period> periods;
    bool ends = false;
    for (const KindPeriod& period : all) {
        if (period.kind != kind)
            continue;
        periods.push_back(period.period);
        if (period.period.start < day && period.period.contains(day)) {
            periods.back().end = day;
            ends = true;
        }
    }
    return ends ? std::optional(periods) : std::nullopt;
}

std::optional<Message> faultInMove(const Move& move, const std::vector<Placement>& placements,
                                   const std::vector<KindPeriod>& kinds)
{
    for (const Placement& placement : placements) {
        if (placement.period.start == move.on)
            return Message{kBeganThatDay, {move.on}};
        if (move.to != Move::To::placement && placement.period.start > move.on)
            return Message{kBeginsLater, {placement.period.start}};
    }
    if (move.to == Move::To::outOfCare && !endedPeriods(kinds, CohortKind::lookedAfter, move.on))
        return Message{kNotInCare, {move.on}};
    for (const CostLine& line : move.costs) {
        if (const auto fault = domain::faultIn(costOf(move, line)))
            return fault;
    }
    return std::nullopt;
}

// Everything that ends when a child leaves care or dies.
CareChange endOfCare(const Move& move, const std::vector<Placement>& placements,
                     std::vector<CostLine> lines)
{
    CareChange change;
    change.before = std::move(lines);
    const auto open = std::ranges::find_if(
        placements, [&](const Placement& p) { return p.period.contains(move.on); });
    if (open != placements.end()) {
        change.ends = *open;
        change.lines = linesFollowing(*open, ended(*open, move), placements, change.before);
    }
    if (move.to == Move::To::death)
        change.lines = linesEndingOn(move.on, change.before);
    change.after = changed(change.before, change.lines);
    return change;
}

} // namespace

Result<CareChange> Workbench::consequences(const Move& move) const
{
    const std::vector<Placement> placements = d->store->placements(move.child);
    if (const auto fault = faultInMove(move, placements, d->store->kindPeriods(move.child)))
        return *fault;
    if (move.to != Move::To::placement)
        return endOfCare(move, placements, d->store->costLines(move.child));
    auto change = d->changeBy(placementOf(move), true);
    if (!change)
        return change;
    for (const CostLine& line : move.costs)
        change->after.push_back(costOf(move, line));
    return change;
}

Result<Done> Workbench::move(const Move& move)
{
    const auto change = consequences(move);
    if (!change)
        return change.failure();
    const std::vector<KindPeriod> kinds = d->store->kindPeriods(move.child);
    d->store->edit(
        {nameOf(move.to), {d->pseudonymOf(move.child)}}, d->author, [&](store::Writer& writer) {
            write(writer, change->lines);
            if (change->ends)
                writer.updatePlacement(ended(*change->ends, move));
            if (move.to == Move::To::placement) {
                d->begin(writer, placementOf(move), move);
                return;
            }
            for (const auto& kind : allOf<CohortKind>()) {
                const bool ends =
                    move.to == Move::To::death || kind.value == CohortKind::lookedAfter;
                if (const auto periods = endedPeriods(kinds, kind.value, move.on); ends && periods)
                    writer.setKindPeriods(move.child, kind.value, *periods);
            }
        });
    return Done{};
}

void Workbench::Private::begin(store::Writer& writer, Placement placement, const Move& move) const
{
    placement.provider = providerNamed(writer, move.provider, placement.sector);
    const PlacementId id = writer.addPlacement(placement);
    for (const CostLine& cost : move.costs) {
        CostLine line = costOf(move, cost);
        line.placement = id;
        line.provider = placement.provider;
        writer.addCostLine(line);
    }
}

std::vector<LineChange> Workbench::linesPastTheirEnd() const
{
    std::vector<LineChange> changes;
    for (const auto& [line, end] : d->store->linesPastTheirEnd()) {
        for (LineChange& change : linesEndingOn(end, std::span(&line, 1))) {
            if (change.after) // one that never had a day of its placement is a person's to judge
                changes.push_back(std::move(change));
        }
    }
    return changes;
}

void Workbench::endLines(const std::vector<LineChange>& lines)
{
    if (lines.empty())
        return;
    const Message name = lines.size() == 1
                             ? Message{kEndLinesOne, {}}
                             : Message{kEndLines, {static_cast<std::int64_t>(lines.size())}};
    d->store->edit(name, d->author, [&](store::Writer& writer) { write(writer, lines); });
}

} // namespace twelvefold::workbench
