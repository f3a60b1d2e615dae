// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/compared.h"

#include "analysis/findings/costs_known.h"
#include "domain/money.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kComparedNeverAssessed{
    "left-out-never-assessed",
    TWELVEFOLD_TEXT("Message", "a cost, but never assessed by the census date")};
constexpr MessageKind kComparedNotEveryDomain{
    "left-out-not-every-domain",
    TWELVEFOLD_TEXT("Message", "a cost, but not scored on every domain")};
constexpr MessageKind kComparedNoCost{"left-out-no-cost",
                                      TWELVEFOLD_TEXT("Message", "no cost recorded")};
constexpr MessageKind kComparedNotAboveZero{
    "left-out-cost-not-above-zero", TWELVEFOLD_TEXT("Message", "a cost that is not above zero")};
constexpr MessageKind kComparedWithNobody{
    "left-out-compared-with-nobody",
    TWELVEFOLD_TEXT("Message", "with parents or placed for adoption, whose allowances are compared "
                               "with nobody's cost")};
constexpr std::array kReasons{kComparedNoCost, kComparedNotAboveZero, kComparedNeverAssessed,
                              kComparedNotEveryDomain, kComparedWithNobody};

// Which of the reasons leaves a child out, the first that holds. Cost goes first, so that as many
// children are said to have none here as everywhere else.
std::optional<std::size_t> reasonAgainst(const domain::Cohort& cohort, std::size_t row)
{
    if (!hasCost(cohort, row))
        return 0;
    if (cohort.weeklyCost.values[row] <= 0)
        return 1;
    if (!cohort.hasProfile(row))
        return cohort.assessedOn[row] ? 3 : 2;
    if (cohort.isComparedWithNobody(row))
        return 4;
    return std::nullopt;
}

} // namespace

bool hasCost(const domain::Cohort& cohort, std::size_t row)
{
    return cohort.weeklyCost.valid[row] != 0;
}

std::size_t withoutCost(const domain::Cohort& cohort)
{
    std::size_t n = 0;
    for (std::size_t row = 0; row < cohort.size(); ++row)
        n += hasCost(cohort, row) ? 0 : 1;
    return n;
}

std::optional<double> countedCost(const domain::Cohort& cohort, std::size_t row,
                                  domain::CostComponent component, const domain::CostScope& counted)
{
    std::optional<double> sum;
    for (const auto& funder : domain::allOf<domain::Funder>()) {
        const domain::NumberColumn& column =
            cohort
                .costs[static_cast<std::size_t>(component)][static_cast<std::size_t>(funder.value)];
        if (column.size() == 0 || !counted.includes(component, funder.value))
            continue;
        if (const auto part = column.at(row))
            sum = sum.value_or(0) + *part;
    }
    return sum;
}

Compared compared(const domain::Cohort& cohort)
{
    Compared children;
    std::array<std::size_t, kReasons.size()> counts{};
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (const auto reason = reasonAgainst(cohort, row)) {
            ++counts[*reason];
            continue;
        }
        children.rows.push_back(row);
        children.total.push_back(cohort.needTotal.values[row]);
        children.cost.push_back(cohort.weeklyCost.values[row]);
        children.logCost.push_back(std::log(cohort.weeklyCost.values[row]));
    }
    for (std::size_t reason = 0; reason < counts.size(); ++reason) {
        if (counts[reason] > 0)
            children.leftOut.push_back({{kReasons[reason], {}}, counts[reason]});
    }
    return children;
}

std::int32_t settingGroup(const domain::Cohort& cohort, std::size_t row)
{
    return cohort.setting[row] ? static_cast<std::int32_t>(*cohort.setting[row]) : kNoSetting;
}

ProfileTable profileTable(const domain::Cohort& cohort, const Compared& children,
                          bool withinSetting)
{
    ProfileTable table;
    table.domains = cohort.levels.byDomain.size();
    table.costs = children.cost;
    table.values.resize(children.size() * table.domains);
    for (std::size_t d = 0; d < table.domains; ++d) {
        const std::vector<std::int8_t>& levels = cohort.levels.byDomain[d];
        for (std::size_t i = 0; i < children.size(); ++i)
            table.values[i * table.domains + d] = levels[children.rows[i]];
    }
    if (cohort.framework && !unweighted(*cohort.framework)) {
        for (const domain::NeedDomain& need : cohort.framework->domains())
            table.weights.push_back(need.weight);
    }
    if (withinSetting) {
        for (const std::size_t row : children.rows)
            table.groups.push_back(settingGroup(cohort, row));
    }
    return table;
}

bool unweighted(const domain::NeedsFramework& framework)
{
    return std::all_of(framework.domains().begin(), framework.domains().end(),
                       [](const domain::NeedDomain& need) { return need.weight == 1; });
}

double rounded(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

domain::Argument inPounds(double pounds)
{
    return domain::argument(domain::Money::fromPounds(pounds));
}

domain::Argument whole(std::uint64_t count)
{
    return static_cast<std::int64_t>(count);
}

} // namespace twelvefold::analysis
