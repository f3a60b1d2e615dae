// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cost_line.h"

#include <algorithm>
#include <tuple>

namespace twelvefold::domain {
namespace {

constexpr MessageKind kNegative{
    "cost-negative", TWELVEFOLD_TEXT("Message", "A cost of %1 is below zero: enter what is paid.")};
constexpr MessageKind kEndsBeforeStart{
    "cost-ends-before-start",
    TWELVEFOLD_TEXT("Message", "The cost ends on %2, which is not after its start on %1.")};

} // namespace

std::optional<Money> inWeeklyTerms(const CostLine& line)
{
    const Money amount = line.signedAmount();
    switch (line.per) {
    case CostPer::day:
        return amount.times(7, 1);
    case CostPer::week:
        return amount;
    case CostPer::month:
        return amount.times(12 * 7, 365);
    case CostPer::year:
        return amount.times(7, 365);
    case CostPer::once:
        break;
    }
    if (!line.period.end || *line.period.end <= line.period.start)
        return std::nullopt;
    return amount.times(7, daysBetween(line.period.start, *line.period.end));
}

WeeklyCost weeklyCost(std::span<const CostLine> lines, Date on, const CostScope& scope)
{
    WeeklyCost cost;
    for (const CostLine& line : lines) {
        if (!line.period.contains(on) || !scope.includes(line.component, line.funder))
            continue;
        if (const auto weekly = inWeeklyTerms(line)) {
            cost.parts.push_back({line, *weekly});
            cost.total = cost.total.value_or(Money()) + *weekly;
        } else {
            cost.notSpread.push_back(line);
        }
    }
    std::ranges::stable_sort(cost.parts, {}, [](const WeeklyPart& part) {
        return std::tuple(part.line.component, part.line.funder, part.line.period.start);
    });
    return cost;
}

std::optional<Message> faultIn(const CostLine& line)
{
    if (line.amount < Money())
        return Message{kNegative, {argument(line.amount)}};
    if (line.period.end && *line.period.end <= line.period.start)
        return Message{kEndsBeforeStart, {line.period.start, *line.period.end}};
    return std::nullopt;
}

} // namespace twelvefold::domain
