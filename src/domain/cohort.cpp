// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cohort.h"

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

template<class T>
bool lets(const std::set<T>& wanted, const std::optional<T>& value)
{
    return wanted.empty() || (value && wanted.contains(*value));
}

// What a filter asks besides a setting that is compared.
bool passesAllElse(const Cohort& cohort, std::size_t row, const CohortFilter& filter)
{
    const auto years = cohort.age.at(row);
    const std::int32_t provider = cohort.provider[row];
    const std::optional<std::size_t> bandIndex =
        cohort.band[row] < 0 ? std::nullopt
                             : std::optional(static_cast<std::size_t>(cohort.band[row]));
    return lets(filter.kinds, std::optional(cohort.kind[row])) &&
           lets(filter.settings, cohort.setting[row]) &&
           (filter.providers.empty() ||
            (provider >= 0 && filter.providers.contains(
                                  cohort.providerNames[static_cast<std::size_t>(provider)]))) &&
           lets(filter.sectors, cohort.sector[row]) && lets(filter.bands, bandIndex) &&
           (!filter.youngest || (years && *years >= *filter.youngest)) &&
           (!filter.oldest || (years && *years <= *filter.oldest)) &&
           (!filter.emergency || cohort.emergency[row] == filter.emergency);
}

} // namespace

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
    setting.resize(n);
    provider.assign(n, -1);
    sector.resize(n);
    emergency.resize(n);
    distanceMiles = NumberColumn(n);
    placedOn.resize(n);
    movesInYear = NumberColumn(n);
    unplannedMovesInYear = NumberColumn(n);
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

bool Cohort::isNotCompared(std::size_t row, const CohortFilter& filter) const
{
    return setting[row] && filter.notCompared.contains(*setting[row]);
}

bool Cohort::passes(std::size_t row, const CohortFilter& filter) const
{
    return !isNotCompared(row, filter) && passesAllElse(*this, row, filter);
}

Cohort Cohort::filtered(const CohortFilter& filter) const
{
    std::vector<std::size_t> kept;
    NotCompared leftOut;
    for (std::size_t row = 0; row < size(); ++row) {
        if (!passesAllElse(*this, row, filter))
            continue;
        if (isNotCompared(row, filter))
            ++leftOut[*setting[row]];
        else
            kept.push_back(row);
    }
    Cohort result = rows(kept);
    result.notCompared = std::move(leftOut);
    result.countCosts(filter.costs);
    return result;
}

Cohort Cohort::rows(std::span<const std::size_t> rows) const
{
    Cohort result;
    result.census = census;
    result.framework = framework;
    result.child = taken(child, rows);
    result.pseudonym = taken(pseudonym, rows);
    result.kind = taken(kind, rows);
    result.sex = taken(sex, rows);
    result.age = taken(age, rows);
    result.setting = taken(setting, rows);
    result.provider = taken(provider, rows);
    result.providerNames = providerNames;
    result.providerOwners = providerOwners;
    result.sector = taken(sector, rows);
    result.emergency = taken(emergency, rows);
    result.distanceMiles = taken(distanceMiles, rows);
    result.placedOn = taken(placedOn, rows);
    result.movesInYear = taken(movesInYear, rows);
    result.unplannedMovesInYear = taken(unplannedMovesInYear, rows);
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
        result.outcomes.push_back({outcome.measure, taken(outcome.values, rows)});
    return result;
}

} // namespace twelvefold::domain
