// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/free_text.h"
#include "domain/trimmed.h"
#include "workbench/workbench_private.h"

#include <algorithm>

// What people decide about which placement a cost pays for.
namespace twelvefold::workbench {
namespace {

constexpr MessageKind kChoosePlacement{
    "cost-placement-chosen",
    TWELVEFOLD_TEXT("Message", "Say which placement a cost of %1 pays for")};
constexpr MessageKind kRightAsItIs{"cost-right-as-it-is",
                                   TWELVEFOLD_TEXT("Message", "Call a cost of %1 right as it is")};
constexpr MessageKind kRightAsTheyAre{
    "costs-right-as-they-are", TWELVEFOLD_TEXT("Message", "Call %1 costs right as they are")};
constexpr MessageKind kDoubtAgain{
    "cost-doubted-again", TWELVEFOLD_TEXT("Message", "Take back what was decided about costs")};

constexpr MessageKind kNoSuchCost{
    "cost-decision-no-line",
    TWELVEFOLD_TEXT("Message", "This cost of %1 is not in the store any more: look again at what "
                               "is doubtful.")};
constexpr MessageKind kNoSuchPlacement{
    "cost-decision-no-placement",
    TWELVEFOLD_TEXT("Message", "%1 has no such placement: choose one of the child's own.")};
constexpr MessageKind kNothingDecided{
    "cost-decision-none",
    TWELVEFOLD_TEXT("Message", "Nothing was decided about this that could be taken back.")};

constexpr Word kReason{TWELVEFOLD_TEXT("Word", "The reason")};

// None is needed; where there is one it is plain text.
std::optional<Message> faultInReason(const SensitiveText& reason)
{
    return trimmed(reason.reveal()).empty() ? std::nullopt : faultInText(kReason, reason.reveal());
}

SensitiveText asKept(const SensitiveText& reason)
{
    return SensitiveText(std::string(trimmed(reason.reveal())));
}

template<class Record, class IdType>
bool isAmong(const std::vector<Record>& records, std::optional<IdType> id)
{
    return !id || std::ranges::find(records, *id, &Record::id) != records.end();
}

// Whether a decision is about the same line, or the same placement without a cost.
bool isAboutTheSame(const CostMatter& a, const CostMatter& b)
{
    return a.line || b.line ? a.line == b.line : a.placement == b.placement;
}

// What would still be doubtful about one of a child's lines.
std::vector<CostMatter> doubtsAbout(CostLineId line, const analysis::CostRecords& ofChild)
{
    const auto matching = analysis::costMatching(ofChild, exchange::placementKinds(), today());
    std::vector<CostMatter> matters;
    for (const analysis::LineMatch& match : matching.lines) {
        for (const analysis::DoubtFound& doubt : match.doubts) {
            if (match.line.id == line)
                matters.push_back(doubt.matter);
        }
    }
    return matters;
}

} // namespace

analysis::CostMatching Workbench::costMatching(Date on, std::stop_token stop) const
{
    const store::Store& store = *d->store;
    const analysis::CostRecords records{store.allPlacements(), store.allCostLines(),
                                        store.costDecisions(), store.providers()};
    return analysis::costMatching(records, exchange::placementKinds(), on, stop);
}

Result<Done> Workbench::payFor(ChildId child, CostLineId id, PlacementId placement,
                               const SensitiveText& reason)
{
    if (auto fault = faultInReason(reason))
        return std::move(*fault);
    analysis::CostRecords ofChild;
    const auto& placements = ofChild.placements[child] = d->store->placements(child);
    auto& lines = ofChild.lines[child] = d->store->costLines(child);
    const auto line = std::ranges::find(lines, id, &CostLine::id);
    if (line == lines.end())
        return Message{kNoSuchCost, {d->pseudonymOf(child)}};
    if (!isAmong(placements, std::optional(placement)))
        return Message{kNoSuchPlacement, {d->pseudonymOf(child)}};
    const bool isAnother = line->placement != placement;
    line->placement = placement;
    const CostLine after = *line;
    std::vector<CostMatter> matters = doubtsAbout(id, ofChild);
    matters.push_back({std::nullopt, id, placement});
    d->store->edit({kChoosePlacement, {d->pseudonymOf(child)}}, d->author,
                   [&](store::Writer& writer) {
                       for (const CostDecision& earlier : d->store->costDecisions()) {
                           if (earlier.about.line == id)
                               writer.removeCostDecision(earlier.id);
                       }
                       if (isAnother)
                           writer.updateCostLine(after);
                       for (const CostMatter& matter : matters)
                           writer.addCostDecision({{}, child, matter, asKept(reason)});
                   });
    return Done{};
}

Result<Done> Workbench::rightAsItIs(std::span<const DoubtOfChild> doubts,
                                    const SensitiveText& reason)
{
    if (auto fault = faultInReason(reason))
        return std::move(*fault);
    for (const auto& [child, matter] : doubts) {
        const auto lines = d->store->costLines(child);
        if (!isAmong(lines, matter.line) || !isAmong(lines, matter.otherLine) ||
            !isAmong(d->store->placements(child), matter.placement))
            return Message{kNoSuchCost, {d->pseudonymOf(child)}};
    }
    if (doubts.empty())
        return Done{};
    std::vector<CostMatter> subjects;
    for (const DoubtOfChild& one : doubts) {
        if (std::ranges::none_of(subjects, [&](const CostMatter& other) {
                return isAboutTheSame(one.matter, other);
            }))
            subjects.push_back(one.matter);
    }
    const Message name = subjects.size() == 1
                             ? Message{kRightAsItIs, {d->pseudonymOf(doubts.front().child)}}
                             : Message{kRightAsTheyAre, {std::ssize(subjects)}};
    d->store->edit(name, d->author, [&](store::Writer& writer) {
        const std::vector<CostDecision> earlier = d->store->costDecisions();
        for (const auto& [child, matter] : doubts) {
            for (const CostDecision& decision : earlier) {
                if (decision.about == matter)
                    writer.removeCostDecision(decision.id);
            }
            writer.addCostDecision({{}, child, matter, asKept(reason)});
        }
    });
    return Done{};
}

Result<Done> Workbench::doubtAgain(std::span<const DoubtOfChild> doubts)
{
    std::vector<CostDecisionId> gone;
    for (const CostDecision& decision : d->store->costDecisions()) {
        if (std::ranges::any_of(doubts, [&](const DoubtOfChild& one) {
                return one.child == decision.child && isAboutTheSame(one.matter, decision.about);
            }))
            gone.push_back(decision.id);
    }
    if (gone.empty())
        return Message{kNothingDecided, {}};
    d->store->edit({kDoubtAgain, {}}, d->author, [&](store::Writer& writer) {
        for (const CostDecisionId id : gone)
            writer.removeCostDecision(id);
    });
    return Done{};
}

} // namespace twelvefold::workbench
