// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/criteria.h"

#include <algorithm>

namespace twelvefold::domain {
namespace {

template<class T>
std::vector<T> taken(const std::vector<T>& column, std::span<const std::size_t> rows)
{
    if (column.empty())
        return {};
    std::vector<T> result;
    result.reserve(rows.size());
    for (const std::size_t row : rows)
        result.push_back(column[row]);
    return result;
}

NumberColumn taken(const NumberColumn& column, std::span<const std::size_t> rows)
{
    NumberColumn result;
    result.values = taken(column.values, rows);
    result.valid = taken(column.valid, rows);
    return result;
}

LevelColumns taken(const LevelColumns& columns, std::span<const std::size_t> rows)
{
    LevelColumns result;
    for (const auto& column : columns.byDomain)
        result.byDomain.push_back(taken(column, rows));
    return result;
}

OutcomeColumn taken(const OutcomeColumn& column, std::span<const std::size_t> rows)
{
    OutcomeColumn result(column.measure, taken(column.values, rows));
    result.recordedOn = taken(column.recordedOn, rows);
    result.counted = taken(column.counted, rows);
    result.earlier = taken(column.earlier, rows);
    return result;
}

} // namespace

bool SecondRatings::counts(std::size_t pair, int highestLevel) const
{
    return !askedForHighest() ||
           std::ranges::none_of(firstLevels.byDomain,
                                [&](const auto& column) { return column[pair] == highestLevel; });
}

std::optional<double> Cohort::costOf(std::size_t row, CostComponent component) const
{
    std::optional<double> sum;
    for (const NumberColumn& part : costs[static_cast<std::size_t>(component)]) {
        if (part.size() != 0 && part.valid[row] != 0)
            sum = sum.value_or(0.0) + part.values[row];
    }
    return sum;
}

std::optional<int> Cohort::levelOf(std::size_t row, std::size_t domain) const
{
    const std::int8_t level = levels.byDomain[domain][row];
    return level == kNoLevel ? std::nullopt : std::optional<int>(level);
}

void Cohort::countCosts(const CostScope& scope)
{
    // Summed in whole pence, so that the order of the parts cannot show in the last digit.
    std::vector<std::int64_t> pence(size(), 0);
    weeklyCost = NumberColumn(size());
    for (std::size_t component = 0; component < costs.size(); ++component) {
        for (std::size_t funder = 0; funder < costs[component].size(); ++funder) {
            const NumberColumn& part = costs[component][funder];
            if (part.size() == 0 || !scope.components[component] || !scope.funders[funder])
                continue;
            for (std::size_t row = 0; row < size(); ++row) {
                if (part.valid[row] == 0)
                    continue;
                pence[row] += Money::fromPounds(part.values[row]).inPence();
                weeklyCost.valid[row] = 1;
            }
        }
    }
    for (std::size_t row = 0; row < size(); ++row)
        weeklyCost.values[row] = Money::pence(pence[row]).inPounds();
}

void Cohort::resize(std::size_t n, std::size_t domains)
{
    child.resize(n);
    pseudonym.resize(n);
    kind.resize(n);
    sex.resize(n, Sex::unspecified);
    age = NumberColumn(n);
    weeksTo18 = NumberColumn(n);
    setting.resize(n);
    provider.assign(n, -1);
    sector.resize(n);
    emergency.resize(n);
    solo.resize(n);
    deprivationOfLiberty.resize(n);
    distanceMiles = NumberColumn(n);
    searchDays = NumberColumn(n);
    placedOn.resize(n);
    legalStatus.resize(n);
    movesInYear = NumberColumn(n);
    unplannedMovesInYear = NumberColumn(n);
    movesInQuarter = NumberColumn(n);
    unplannedMovesInQuarter = NumberColumn(n);
    disabled.resize(n);
    unaccompanied.resize(n);
    previousPermanence.resize(n);
    missingInYear = NumberColumn(n);
    missingInQuarter = NumberColumn(n);
    socialWorkersInYear = NumberColumn(n);
    levels.byDomain.assign(domains, std::vector<std::int8_t>(n, kNoLevel));
    needTotal = NumberColumn(n);
    band.assign(n, -1);
    assessedOn.resize(n);
    earlierLevels.byDomain.assign(domains, std::vector<std::int8_t>(n, kNoLevel));
    earlierTotal = NumberColumn(n);
    earlierAssessedOn.resize(n);
    weeklyCost = NumberColumn(n);
    costTroubles.assign(n, {});
}

bool Cohort::isComparedWithNobody(std::size_t row) const
{
    return setting[row] && comparedWithNobody.contains(*setting[row]);
}

std::size_t Cohort::inSettingsNotCompared() const
{
    std::size_t n = 0;
    for (const auto& [where, children] : notCompared)
        n += children;
    return n;
}

bool Cohort::isNotCompared(std::size_t row, const CohortFilter& filter) const
{
    return setting[row] && filter.notCompared.contains(*setting[row]);
}

bool Cohort::passes(std::size_t row, const CohortFilter& filter) const
{
    return !isNotCompared(row, filter) && std::ranges::all_of(filter.asked, [&](const auto& asked) {
        return domain::passes(*asked.first, asked.second, *this, row) == Passes::yes;
    });
}

Cohort Cohort::filtered(const CohortFilter& filter) const
{
    std::vector<std::size_t> kept;
    NotCompared apart;
    NotRecorded unknown;
    for (std::size_t row = 0; row < size(); ++row) {
        const Criterion* missing = nullptr;
        const bool lets = std::ranges::all_of(filter.asked, [&](const auto& asked) {
            const Passes answer = domain::passes(*asked.first, asked.second, *this, row);
            if (answer == Passes::notRecorded && missing == nullptr)
                missing = asked.first;
            return answer != Passes::no;
        });
        if (!lets)
            continue;
        if (missing == nullptr && isNotCompared(row, filter))
            ++apart[*setting[row]];
        else if (missing == nullptr)
            kept.push_back(row);
        else if (!isNotCompared(row, filter))
            ++unknown[missing];
    }
    Cohort result = rows(kept);
    result.notCompared = std::move(apart);
    result.notRecorded = std::move(unknown);
    result.countCosts(filter.costs);
    return result;
}

Cohort Cohort::rows(std::span<const std::size_t> rows) const
{
    Cohort result;
    result.census = census;
    result.framework = framework;
    result.secondRatings = secondRatings;
    result.comparedWithNobody = comparedWithNobody;
    result.child = taken(child, rows);
    result.pseudonym = taken(pseudonym, rows);
    result.kind = taken(kind, rows);
    result.sex = taken(sex, rows);
    result.age = taken(age, rows);
    result.weeksTo18 = taken(weeksTo18, rows);
    result.setting = taken(setting, rows);
    result.provider = taken(provider, rows);
    result.providerNames = providerNames;
    result.providerOwners = providerOwners;
    result.providerRegions = providerRegions;
    result.sector = taken(sector, rows);
    result.emergency = taken(emergency, rows);
    result.solo = taken(solo, rows);
    result.deprivationOfLiberty = taken(deprivationOfLiberty, rows);
    result.distanceMiles = taken(distanceMiles, rows);
    result.searchDays = taken(searchDays, rows);
    result.placedOn = taken(placedOn, rows);
    result.legalStatus = taken(legalStatus, rows);
    result.movesInYear = taken(movesInYear, rows);
    result.unplannedMovesInYear = taken(unplannedMovesInYear, rows);
    result.movesInQuarter = taken(movesInQuarter, rows);
    result.unplannedMovesInQuarter = taken(unplannedMovesInQuarter, rows);
    result.disabled = taken(disabled, rows);
    result.unaccompanied = taken(unaccompanied, rows);
    result.previousPermanence = taken(previousPermanence, rows);
    result.missingInYear = taken(missingInYear, rows);
    result.missingInQuarter = taken(missingInQuarter, rows);
    result.socialWorkersInYear = taken(socialWorkersInYear, rows);
    result.levels = taken(levels, rows);
    result.needTotal = taken(needTotal, rows);
    result.band = taken(band, rows);
    result.assessedOn = taken(assessedOn, rows);
    result.earlierLevels = taken(earlierLevels, rows);
    result.earlierTotal = taken(earlierTotal, rows);
    result.earlierAssessedOn = taken(earlierAssessedOn, rows);
    for (std::size_t component = 0; component < costs.size(); ++component) {
        for (std::size_t funder = 0; funder < costs[component].size(); ++funder)
            result.costs[component][funder] = taken(costs[component][funder], rows);
    }
    result.weeklyCost = taken(weeklyCost, rows);
    result.costTroubles = taken(costTroubles, rows);
    for (const OutcomeColumn& outcome : outcomes)
        result.outcomes.push_back(taken(outcome, rows));
    return result;
}

} // namespace twelvefold::domain
