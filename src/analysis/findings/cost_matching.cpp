// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/cost_matching.h"

#include "analysis/findings/line_doubts.h"
#include "analysis/findings/unpaid_days.h"
#include "statistics/description/descriptive.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace twelvefold::analysis {
namespace {

using domain::ChildId;
using domain::CostDoubt;
using domain::CostLine;
using domain::Money;
using domain::Placement;

// Fewer placements of a setting with a cost tell too little of what is usual.
constexpr std::size_t kFewestForUsual = 5;
// Of as many costs as run at most: fewer of them say nothing of those of all other children.
constexpr std::int64_t kOldCosts = 10; // a tenth

struct NamedGroup
{
    MatchGroup group;
    const char* token;
    domain::Word word;
};
constexpr NamedGroup kNamedGroups[] = {
    {MatchGroup::matched, "matched", {TWELVEFOLD_TEXT("Word", "Matched")}},
    {MatchGroup::decided, "decided", {TWELVEFOLD_TEXT("Word", "Right as they are")}},
    {MatchGroup::doubtful, "doubtful", {TWELVEFOLD_TEXT("Word", "Doubtful")}},
    {MatchGroup::unmatched, "unmatched", {TWELVEFOLD_TEXT("Word", "In no placement")}},
    {MatchGroup::ownCost, "own_cost", {TWELVEFOLD_TEXT("Word", "Children's own costs")}},
};

// Everything of one child, and what was decided about it.
class ChildMatching
{
public:
    ChildMatching(const CostsOfChild& child, std::span<const domain::CostDecision> decisions,
                  CostMatching& into)
        : m_child(child), m_decisions(decisions), m_into(into)
    {
    }

    void matchLines(std::map<domain::PlacementId, Money>& weeklyOf)
    {
        for (std::size_t i = 0; i < m_child.lines.size(); ++i) {
            LineMatch match = matched(i);
            MatchTally& tally = m_into.tallies[static_cast<std::size_t>(match.group)];
            ++tally.lines;
            tally.running += match.runs;
            if (match.runs && match.weekly)
                tally.weekly += *match.weekly;
            const bool isSure =
                match.group == MatchGroup::matched || match.group == MatchGroup::decided;
            if (isSure && match.runs && match.weekly && match.placement &&
                match.line.component == domain::CostComponent::core)
                weeklyOf[match.placement->id] += *match.weekly;
            if (match.group != MatchGroup::matched && match.group != MatchGroup::ownCost)
                m_into.lines.push_back(std::move(match));
        }
    }

    void findUnpaid(ChildId child, const domain::PlacementKinds& kinds)
    {
        for (const Placement& placement : m_child.placements) {
            if (!kinds.of(placement.setting))
                continue;
            UnpaidPlacement unpaid{child, inBrief(placement), {}, 0, std::nullopt, false, true};
            for (auto& [days, gap] :
                 unpaidDays(placement, m_child, *m_into.costsSince, m_into.on)) {
                note(gap);
                if (!gap.decided) {
                    unpaid.days += gap.days;
                    unpaid.decided = false;
                    unpaid.runs = unpaid.runs || days.contains(m_into.on);
                }
                unpaid.gaps.push_back(std::move(gap));
            }
            if (!unpaid.gaps.empty())
                m_into.unpaid.push_back(std::move(unpaid));
        }
    }

private:
    LineMatch matched(std::size_t i) const
    {
        const CostLine& line = m_child.lines[i];
        LineMatch match{line, MatchGroup::ownCost, std::nullopt,
                        {},   inWeeklyTerms(line), line.period.contains(m_into.on)};
        if (!isForAPlacement(line))
            return match;
        if (const Placement* placement = m_child.paidFor[i])
            match.placement = inBrief(*placement);
        match.doubts = doubtsOf(i, m_child, m_into);
        const domain::CostDecision* chosen = choiceOf(match);
        if (chosen != nullptr)
            match.whyChosen = chosen->reason;
        bool isOpen = false, wasDecided = chosen != nullptr;
        for (DoubtFound& doubt : match.doubts) {
            note(doubt);
            wasDecided = wasDecided || doubt.decided;
            isOpen = isOpen || !doubt.decided;
        }
        match.group = isOpen ? (match.placement ? MatchGroup::doubtful : MatchGroup::unmatched)
                      : wasDecided ? MatchGroup::decided
                                   : MatchGroup::matched;
        return match;
    }

    // By which a person said that the line pays for this placement; null: nobody did.
    const domain::CostDecision* choiceOf(const LineMatch& match) const
    {
        return match.placement && match.line.placement == match.placement->id
                   ? decisionOn({std::nullopt, match.line.id, match.placement->id})
                   : nullptr;
    }

    void note(DoubtFound& doubt) const
    {
        const domain::CostDecision* decision = decisionOn(doubt.matter);
        doubt.decided = decision != nullptr;
        if (decision != nullptr)
            doubt.why = decision->reason;
    }

    const domain::CostDecision* decisionOn(const domain::CostMatter& matter) const
    {
        const auto found = std::ranges::find(m_decisions, matter, &domain::CostDecision::about);
        return found == m_decisions.end() ? nullptr : &*found;
    }

    const CostsOfChild& m_child;
    std::span<const domain::CostDecision> m_decisions; // of the child
    CostMatching& m_into;
};

// What is paid a week in each setting, where enough placements tell.
std::map<domain::Setting, Money> usualCosts(const std::map<domain::PlacementId, Money>& weeklyOf,
                                            const CostRecords& records)
{
    std::map<domain::Setting, std::vector<double>> bySetting;
    for (const auto& [child, placements] : records.placements) {
        for (const Placement& placement : placements) {
            if (const auto weekly = weeklyOf.find(placement.id); weekly != weeklyOf.end())
                bySetting[placement.setting].push_back(weekly->second.inPounds());
        }
    }
    std::map<domain::Setting, Money> usual;
    for (const auto& [setting, pounds] : bySetting) {
        if (pounds.size() >= kFewestForUsual)
            usual.emplace(setting, Money::fromPounds(*statistics::median(pounds)));
    }
    return usual;
}

void arrange(CostMatching& matching)
{
    std::ranges::sort(matching.lines, {}, [](const LineMatch& match) {
        return std::tuple(!match.runs, -match.weekly.value_or(Money()), match.line.child,
                          match.line.id);
    });
    std::ranges::sort(matching.unpaid, {}, [](const UnpaidPlacement& unpaid) {
        return std::tuple(!unpaid.runs, -unpaid.usual.value_or(Money()), -unpaid.days, unpaid.child,
                          unpaid.placement.id);
    });
}

std::optional<domain::Date> costsKnownSince(const CostRecords& records, domain::Date on)
{
    std::map<domain::Date, std::int64_t> changes; // of how many run
    for (const auto& [child, lines] : records.lines) {
        for (const CostLine& line : lines) {
            if (line.component != domain::CostComponent::core || line.credit ||
                !inWeeklyTerms(line) || line.period.start > on)
                continue;
            ++changes[line.period.start];
            if (line.period.end)
                --changes[*line.period.end];
        }
    }
    std::int64_t running = 0, most = 0;
    for (const auto& [day, change] : changes)
        most = std::max(most, running += change);
    running = 0;
    for (const auto& [day, change] : changes) {
        running += change;
        if (running > 0 && running * kOldCosts >= most)
            return day;
    }
    return std::nullopt;
}

std::vector<ChildId> childrenOf(const CostRecords& records)
{
    std::vector<ChildId> children;
    for (const auto& [child, placements] : records.placements)
        children.push_back(child);
    for (const auto& [child, lines] : records.lines) {
        if (!records.placements.contains(child))
            children.push_back(child);
    }
    std::ranges::sort(children);
    return children;
}

template<class Record>
std::span<const Record> ownOf(const std::unordered_map<ChildId, std::vector<Record>>& all,
                              ChildId child)
{
    const auto own = all.find(child);
    return own == all.end() ? std::span<const Record>() : std::span<const Record>(own->second);
}

} // namespace

std::string_view token(MatchGroup group)
{
    return kNamedGroups[static_cast<std::size_t>(group)].token;
}

domain::Word word(MatchGroup group)
{
    return kNamedGroups[static_cast<std::size_t>(group)].word;
}

std::string CostMatching::nameOf(std::optional<domain::ProviderId> provider) const
{
    const auto found = provider ? providers.find(*provider) : providers.end();
    return found == providers.end() ? std::string() : found->second;
}

std::int64_t CostMatching::unpaidOnTheDay() const
{
    return std::ranges::count_if(
        unpaid, [](const UnpaidPlacement& each) { return each.runs && !each.decided; });
}

bool CostMatching::leavesSomethingToDecide() const
{
    return of(MatchGroup::doubtful).lines + of(MatchGroup::unmatched).lines > 0 ||
           !std::ranges::all_of(unpaid, &UnpaidPlacement::decided);
}

CostMatching costMatching(const CostRecords& records, const domain::PlacementKinds& kinds,
                          domain::Date on, std::stop_token stop)
{
    CostMatching matching;
    matching.on = on;
    matching.costsSince = costsKnownSince(records, on);
    for (const domain::Provider& provider : records.providers)
        matching.providers.emplace(provider.id, provider.name);
    std::unordered_map<ChildId, std::vector<domain::CostDecision>> decisions;
    for (const domain::CostDecision& decision : records.decisions)
        decisions[decision.child].push_back(decision);
    std::map<domain::PlacementId, Money> weeklyOf;
    for (const ChildId child : childrenOf(records)) {
        if (stop.stop_requested())
            break;
        const CostsOfChild costs(ownOf(records.placements, child), ownOf(records.lines, child));
        ChildMatching own(costs, ownOf(decisions, child), matching);
        own.matchLines(weeklyOf);
        if (matching.costsSince)
            own.findUnpaid(child, kinds);
    }
    const auto usual = usualCosts(weeklyOf, records);
    for (UnpaidPlacement& unpaid : matching.unpaid) {
        if (const auto found = usual.find(unpaid.placement.setting); found != usual.end())
            unpaid.usual = found->second;
    }
    arrange(matching);
    return matching;
}

} // namespace twelvefold::analysis
