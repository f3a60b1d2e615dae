// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/free_text.h"
#include "workbench/workbench_private.h"

#include <algorithm>
#include <iterator>

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
constexpr MessageKind kCameThatDay{
    "leaving-came-that-day",
    TWELVEFOLD_TEXT("Message", "The child came into care on %1 itself: choose a later day.")};
constexpr MessageKind kNotYetInCare{
    "move-not-looked-after",
    TWELVEFOLD_TEXT("Message",
                    "The child is not looked after on %1, so it would be in no list. Say "
                    "that the child comes into care that day, or choose another day.")};
constexpr Word kWhy{TWELVEFOLD_TEXT("Word", "The reason")};
constexpr MessageKind kBeganThatDay{
    "move-placement-began-that-day",
    TWELVEFOLD_TEXT("Message", "The placement that ends began on %1 itself: change it, or choose a "
                               "later day.")};
constexpr MessageKind kBeginsLater{
    "leaving-before-placement",
    TWELVEFOLD_TEXT("Message", "A placement is recorded from %1, after care would have ended. "
                               "Remove it first, or choose a later day.")};

const MessageKind& stepNameOf(Move::To to)
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
    placement = endedOn(std::move(placement), move.on);
    if (!move.why.empty())
        placement.note += (placement.note.empty() ? "" : " · ") + move.why;
    return placement;
}

// The periods of a kind once they have ended on a day; nothing where that changes none. After a
// death none begins: one that was to, on that day or later, is no more.
std::optional<std::vector<Period>> endedPeriods(const std::vector<KindPeriod>& all, CohortKind kind,
                                                const Move& move)
{
    std::vector<Period> periods;
    bool ends = false;
    for (const KindPeriod& period : all) {
        if (period.kind != kind)
            continue;
        const bool never = move.to == Move::To::death && period.period.start >= move.on;
        const bool runs = period.period.start < move.on && period.period.contains(move.on);
        ends = ends || never || runs;
        if (!never)
            periods.push_back(runs ? Period{period.period.start, move.on} : period.period);
    }
    return ends ? std::optional(periods) : std::nullopt;
}

// The times looked after with the one that begins with a move, until the next that is known.
std::vector<Period> withOneMore(const std::vector<KindPeriod>& kinds, Date day)
{
    Period begun{day, std::nullopt};
    std::vector<Period> periods;
    for (const KindPeriod& period : kinds) {
        if (period.kind != CohortKind::lookedAfter)
            continue;
        periods.push_back(period.period);
        if (period.period.start > day && (!begun.end || period.period.start < *begun.end))
            begun.end = period.period.start;
    }
    periods.push_back(begun);
    return periods;
}

std::optional<Message> faultInCare(const Move& move, const std::vector<KindPeriod>& kinds)
{
    const bool inCare = isLookedAfter(kinds, move.on);
    if (move.to == Move::To::placement && !inCare && !move.intoCare)
        return Message{kNotYetInCare, {move.on}};
    if (move.to != Move::To::outOfCare || endedPeriods(kinds, CohortKind::lookedAfter, move))
        return std::nullopt;
    return Message{inCare ? kCameThatDay : kNotInCare, {move.on}};
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
    if (auto fault = faultInCare(move, kinds))
        return fault;
    if (auto fault = faultInProvider(move.provider))
        return fault;
    if (!move.why.empty()) {
        if (auto fault = faultInText(kWhy, move.why))
            return fault;
    }
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
    change.ends = openOn(placements, move.on);
    for (const Placement& open : change.ends)
        std::ranges::move(linesFollowing(open, ended(open, move), placements, change.before),
                          std::back_inserter(change.lines));
    if (move.to == Move::To::death)
        change.lines = linesEndingOn(move.on, change.before);
    change.after = changed(change.before, change.lines);
    return change;
}

// What the move does to the times when the child was looked after, on a plan or in need.
void writePeriods(store::Writer& writer, const Move& move, const std::vector<KindPeriod>& kinds)
{
    if (move.to == Move::To::placement) {
        if (!isLookedAfter(kinds, move.on))
            writer.setKindPeriods(move.child, CohortKind::lookedAfter, withOneMore(kinds, move.on));
        return;
    }
    for (const auto& kind : allOf<CohortKind>()) {
        const bool ends = move.to == Move::To::death || kind.value == CohortKind::lookedAfter;
        if (const auto periods = endedPeriods(kinds, kind.value, move); ends && periods)
            writer.setKindPeriods(move.child, kind.value, *periods);
    }
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
    d->store->edit({stepNameOf(move.to), {d->pseudonymOf(move.child)}}, d->author,
                   [&](store::Writer& writer) {
                       write(writer, change->lines);
                       for (const Placement& open : change->ends)
                           writer.updatePlacement(ended(open, move));
                       if (move.to == Move::To::placement)
                           d->begin(writer, placementOf(move), move);
                       writePeriods(writer, move, d->store->kindPeriods(move.child));
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
