// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/unpaid_days.h"

#include <algorithm>
#include <tuple>

namespace twelvefold::analysis {
namespace {

using domain::CostLine;
using domain::Date;
using domain::Message;
using domain::MessageKind;
using domain::Period;
using domain::Placement;

constexpr MessageKind kUnpaid{"match-no-cost",
                              TWELVEFOLD_TEXT("Message", "No core cost on %1 days, %2 to %3."),
                              TWELVEFOLD_TEXT("Message", "No core cost on %1 day, %2.")};
constexpr MessageKind kUnpaidYet{
    "match-no-cost-still",
    TWELVEFOLD_TEXT("Message", "No core cost on %1 days so far, from %2 on."),
    TWELVEFOLD_TEXT("Message", "No core cost on %1 day so far, from %2 on.")};

// What is left of some days, in order, without those of another period.
std::vector<Period> daysWithout(const std::vector<Period>& days, const Period& gone)
{
    std::vector<Period> left;
    for (const Period& period : days) {
        if (!period.overlaps(gone)) {
            left.push_back(period);
            continue;
        }
        if (period.start < gone.start)
            left.push_back({period.start, gone.start});
        if (gone.end && (!period.end || *gone.end < *period.end))
            left.push_back({*gone.end, period.end});
    }
    return left;
}

// The child lives in the placement that began last.
bool takesTheChildFrom(const Placement& other, const Placement& placement)
{
    return std::tuple(other.period.start, other.id) >
           std::tuple(placement.period.start, placement.id);
}

bool paysFor(const CostLine& line)
{
    return line.component == domain::CostComponent::core && !line.credit && inWeeklyTerms(line);
}

// `counted`: those days of the gap of which anything is known.
DoubtFound toldOf(const Period& gap, const Period& counted, const Placement& placement, Date on)
{
    const std::int64_t days = daysUpTo(counted, on);
    DoubtFound found{
        {domain::CostDoubt::noCost, {}, placement.id, {}, {}, {}, gap.start}, {}, days};
    found.reason = gap.contains(on)
                       ? Message{kUnpaidYet, {days, counted.start}}
                       : Message{kUnpaid, {days, counted.start, counted.end->plusDays(-1)}};
    return found;
}

} // namespace

std::vector<UnpaidDays> unpaidDays(const Placement& placement, const CostsOfChild& child,
                                   Date since, Date on)
{
    std::vector<Period> gaps{placement.period};
    for (const Placement& other : child.placements) {
        if (takesTheChildFrom(other, placement))
            gaps = daysWithout(gaps, other.period);
    }
    for (std::size_t i = 0; i < child.lines.size() && !gaps.empty(); ++i) {
        if (!paysFor(child.lines[i]))
            continue;
        const Placement* paidFor = child.paidFor[i];
        std::vector<Period> paid{child.lines[i].period};
        if (paidFor != nullptr && paidFor->id != placement.id)
            paid = daysWithout(paid, paidFor->period);
        for (const Period& days : paid)
            gaps = daysWithout(gaps, days);
    }
    std::vector<UnpaidDays> found;
    for (const Period& gap : gaps) {
        const Period counted{std::max(gap.start, since), gap.end};
        if (counted.start > on || (counted.end && *counted.end <= counted.start))
            continue;
        found.push_back({gap, toldOf(gap, counted, placement, on)});
    }
    return found;
}

} // namespace twelvefold::analysis
