// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/line_doubts.h"

#include "domain/cost_placement.h"

#include <algorithm>
#include <tuple>

namespace twelvefold::analysis {
namespace {

using domain::CostDoubt;
using domain::CostLine;
using domain::CostMatter;
using domain::CostPer;
using domain::CostTrouble;
using domain::Date;
using domain::Message;
using domain::MessageKind;
using domain::Period;
using domain::Placement;

constexpr MessageKind kOtherProvider{
    "match-other-provider",
    TWELVEFOLD_TEXT("Message", "It is paid to %1, and the placement is with %2.")};
constexpr MessageKind kOtherSetting{
    "match-other-setting",
    TWELVEFOLD_TEXT("Message", "By its file it pays for: %1. The placement is: %2.")};
constexpr MessageKind kRunsOn{
    "match-runs-on",
    TWELVEFOLD_TEXT("Message", "It goes on for %1 days after the placement ended on %2."),
    TWELVEFOLD_TEXT("Message", "It goes on for %1 day after the placement ended on %2.")};
constexpr MessageKind kWillRunOn{
    "match-will-run-on",
    TWELVEFOLD_TEXT("Message", "It has no end of its own, and the placement ends on %1.")};
constexpr MessageKind kBeganBefore{
    "match-began-before",
    TWELVEFOLD_TEXT("Message", "It began %1 days before the placement, on %2."),
    TWELVEFOLD_TEXT("Message", "It began %1 day before the placement, on %2.")};
constexpr MessageKind kSpans{
    "match-spans-placements",
    TWELVEFOLD_TEXT("Message", "It runs into the placement with %1 that began on %2.")};
constexpr MessageKind kSpansUnnamed{
    "match-spans-other-setting",
    TWELVEFOLD_TEXT("Message", "It runs into another kind of placement that began on %1.")};
constexpr MessageKind kTwoPlacements{
    "match-two-placements",
    TWELVEFOLD_TEXT("Message", "It runs beside a core cost of a later placement, from %1.")};
constexpr MessageKind kPaidTwice{
    "match-paid-twice",
    TWELVEFOLD_TEXT("Message",
                    "It runs beside another cost of the same kind and payer, %1 from %2.")};
constexpr MessageKind kOutside{
    "match-outside-placement",
    TWELVEFOLD_TEXT("Message", "It names the placement that began on %1, and runs on no day of "
                               "it.")};
constexpr MessageKind kNoPlacement{
    "match-no-placement",
    TWELVEFOLD_TEXT("Message", "No placement is recorded on any of its days.")};

// A line beside hundreds of others is told of the first of them.
constexpr std::size_t kMostPairs = 20;

std::int64_t sharedDays(const Period& a, const Period& b)
{
    constexpr Date never = Date::fromDayNumber(1 << 20);
    const Date from = std::max(a.start, b.start);
    const Date to = std::min(a.end.value_or(never), b.end.value_or(never));
    return std::max(0, domain::daysBetween(from, to));
}

// Of a core line that begins where the child lives nowhere.
const Placement* nearestPlacement(const CostLine& line, std::span<const Placement> placements)
{
    const Placement* best = nullptr;
    const auto fits = [&](const Placement& placement) {
        return std::tuple(line.provider && placement.provider == line.provider,
                          sharedDays(placement.period, daysPaid(line)), -placement.id.value);
    };
    for (const Placement& placement : placements) {
        if (placement.period.overlaps(daysPaid(line)) && (!best || fits(*best) < fits(placement)))
            best = &placement;
    }
    return best;
}

const Placement* withId(std::span<const Placement> placements, domain::PlacementId id)
{
    const auto found = std::ranges::find(placements, id, &Placement::id);
    return found == placements.end() ? nullptr : &*found;
}

// Where nobody wrote down who provides one of them, another setting is another provider's.
bool isWithAnother(const Placement& a, const Placement& b)
{
    return a.provider && b.provider ? *a.provider != *b.provider : a.setting != b.setting;
}

// Finance seldom tells connected carers from the council's own foster carers.
bool saysTheSameSetting(domain::Setting told, domain::Setting lived)
{
    using domain::Setting;
    const auto asFinanceSees = [](Setting setting) {
        return setting == Setting::kinshipFoster ? Setting::inHouseFoster : setting;
    };
    return asFinanceSees(told) == asFinanceSees(lived);
}

// The first placement with another provider in these days, of those that are not where it pays.
const Placement* ofAnotherIn(const Period& days, const Placement& paidFor,
                             std::span<const Placement> placements)
{
    const Placement* first = nullptr;
    for (const Placement& placement : placements) {
        const auto order = [](const Placement& p) { return std::tuple(p.period.start, p.id); };
        if (placement.id != paidFor.id && placement.period.overlaps(days) &&
            isWithAnother(placement, paidFor) && (!first || order(placement) < order(*first)))
            first = &placement;
    }
    return first;
}

// What is doubtful about one line of a child.
class Doubts
{
public:
    Doubts(std::size_t line, const CostsOfChild& child, const CostMatching& matching)
        : m_at(line), m_child(child), m_matching(matching), m_line(child.lines[line]),
          m_placement(child.paidFor[line])
    {
    }

    std::vector<DoubtFound> all()
    {
        if (m_placement == nullptr) {
            add(about(CostDoubt::noPlacement, {}, m_line.period.start), {kNoPlacement, {}});
            return std::move(m_found);
        }
        askOfProvider();
        askOfSetting();
        if (!m_placement->period.overlaps(daysPaid(m_line)))
            askOfDaysBetween();
        else if (m_line.per != CostPer::once)
            askOfDaysOutside();
        askOfOthers();
        std::ranges::stable_sort(m_found, {},
                                 [](const DoubtFound& found) { return found.matter.doubt; });
        return std::move(m_found);
    }

private:
    CostMatter about(CostDoubt doubt, std::optional<domain::PlacementId> placement,
                     std::optional<Date> from = {}, std::optional<Date> until = {}) const
    {
        return {doubt, m_line.id, placement, {}, {}, {}, from, until};
    }
    void add(CostMatter matter, Message reason, std::int64_t days = 0)
    {
        m_found.push_back({std::move(matter), std::move(reason), days, false});
    }

    void askOfProvider()
    {
        if (m_line.component != domain::CostComponent::core || !m_line.provider ||
            !m_placement->provider || m_line.provider == m_placement->provider)
            return;
        CostMatter matter = about(CostDoubt::otherProvider, m_placement->id);
        matter.paid = m_line.provider;
        matter.provides = m_placement->provider;
        add(matter,
            {kOtherProvider, {m_matching.nameOf(matter.paid), m_matching.nameOf(matter.provides)}});
    }

    void askOfSetting()
    {
        if (m_line.settingTold && !saysTheSameSetting(*m_line.settingTold, m_placement->setting))
            add(about(CostDoubt::otherSetting, m_placement->id),
                {kOtherSetting,
                 {domain::word(*m_line.settingTold), domain::word(m_placement->setting)}});
    }

    void askOfDaysBetween()
    {
        const Period paid = daysPaid(m_line);
        const Period& lived = m_placement->period;
        const bool isAfter = lived.end && *lived.end <= paid.start;
        add(about(CostDoubt::outsidePlacement, m_placement->id, isAfter ? lived.end : paid.end,
                  isAfter ? paid.start : lived.start),
            {kOutside, {lived.start}});
    }

    void askOfDaysOutside()
    {
        const Period& paid = m_line.period;
        const Period& lived = m_placement->period;
        if (lived.end && (!paid.end || *paid.end > *lived.end))
            askOfDaysAfter({*lived.end, paid.end});
        if (paid.start < lived.start)
            askOfDaysBefore({paid.start, lived.start});
    }

    void askOfDaysAfter(const Period& days)
    {
        if (askOfAnotherIn(days))
            return;
        const std::int64_t count = daysUpTo(days, m_matching.on);
        add(about(CostDoubt::runsOn, m_placement->id, days.start),
            count > 0 ? Message{kRunsOn, {count, days.start}} : Message{kWillRunOn, {days.start}},
            count);
    }

    void askOfDaysBefore(const Period& days)
    {
        if (askOfAnotherIn(days))
            return;
        const std::int64_t count = domain::daysBetween(days.start, *days.end);
        add(about(CostDoubt::beganBefore, m_placement->id, days.start, days.end),
            {kBeganBefore, {count, days.start}}, count);
    }

    bool askOfAnotherIn(const Period& days)
    {
        const Placement* other = ofAnotherIn(days, *m_placement, m_child.placements);
        if (other == nullptr)
            return false;
        const Date from = std::max(days.start, other->period.start);
        const std::string name = m_matching.nameOf(other->provider);
        add(about(CostDoubt::spansPlacements, other->id, from),
            name.empty() ? Message{kSpansUnnamed, {other->period.start}}
                         : Message{kSpans, {name, other->period.start}},
            daysUpTo({from, days.end}, m_matching.on));
        return true;
    }

    // A pair is told of once: of the cost of the placement that began earlier, or of the line that
    // came later.
    void askOfOthers()
    {
        if (m_line.per == CostPer::once || m_line.credit || !m_child.running[m_at].placement)
            return;
        std::size_t pairs = 0;
        for (std::size_t i = 0; i < m_child.lines.size() && pairs < kMostPairs; ++i) {
            const CostLine& other = m_child.lines[i];
            if (i == m_at || other.per == CostPer::once || other.credit ||
                !m_child.running[i].placement || !other.period.overlaps(m_line.period))
                continue;
            const auto trouble = domain::countedTwice(m_child.running[m_at], m_child.running[i]);
            if (trouble == CostTrouble::samePartTwice && isLater(m_line, other))
                pairs +=
                    addPair(CostDoubt::paidTwice, other,
                            {kPaidTwice, {domain::argument(other.amount), other.period.start}});
            else if (trouble == CostTrouble::coreOfTwoPlacements &&
                     isLater(*m_child.paidFor[i], *m_placement) && !saysWhereItEnds())
                pairs += addPair(CostDoubt::twoPlacements, other,
                                 {kTwoPlacements, {other.period.start}});
        }
    }

    std::size_t addPair(CostDoubt doubt, const CostLine& other, Message reason)
    {
        CostMatter matter = about(doubt, m_placement->id);
        matter.otherLine = other.id;
        add(matter, std::move(reason));
        return 1;
    }

    template<class Record>
    static bool isLater(const Record& a, const Record& b)
    {
        return std::tuple(a.period.start, a.id) > std::tuple(b.period.start, b.id);
    }

    // Then what runs beside it is what it ran into.
    bool saysWhereItEnds() const
    {
        return std::ranges::any_of(m_found, [](const DoubtFound& found) {
            return found.matter.doubt == CostDoubt::runsOn ||
                   found.matter.doubt == CostDoubt::spansPlacements ||
                   found.matter.doubt == CostDoubt::outsidePlacement;
        });
    }

    std::size_t m_at;
    const CostsOfChild& m_child;
    const CostMatching& m_matching;
    const CostLine& m_line;
    const Placement* m_placement;
    std::vector<DoubtFound> m_found;
};

} // namespace

CostsOfChild::CostsOfChild(std::span<const Placement> all, std::span<const CostLine> paid)
    : placements(all), lines(paid)
{
    for (const CostLine& line : lines) {
        const auto named = domain::placementPaidFor(line, placements);
        running.push_back(
            {named.value_or(domain::PlacementId()), false, line.component, line.funder});
        const Placement* placement = named ? withId(placements, *named) : nullptr;
        if (placement == nullptr && line.component == domain::CostComponent::core)
            placement = nearestPlacement(line, placements);
        paidFor.push_back(placement);
    }
}

Period daysPaid(const CostLine& line)
{
    return line.per == CostPer::once && !line.period.end
               ? Period{line.period.start, line.period.start.plusDays(1)}
               : line.period;
}

std::int64_t daysUpTo(const Period& period, Date last)
{
    if (period.start > last)
        return period.end ? domain::daysBetween(period.start, *period.end) : 0;
    const Date after = last.plusDays(1);
    return domain::daysBetween(period.start, period.end ? std::min(*period.end, after) : after);
}

PlacementMatched inBrief(const Placement& placement)
{
    return {placement.id, placement.period, placement.setting, placement.provider};
}

std::vector<DoubtFound> doubtsOf(std::size_t line, const CostsOfChild& child,
                                 const CostMatching& matching)
{
    return Doubts(line, child, matching).all();
}

} // namespace twelvefold::analysis
