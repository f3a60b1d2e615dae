// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/disclosure/criteria.h"

#include <algorithm>
#include <array>

namespace twelvefold::analysis {
namespace {

using domain::Cohort;
using domain::CohortFilter;

template<class T>
int number(const std::optional<T>& value)
{
    return value ? static_cast<int>(*value) : -1;
}

// The bands in which the Department for Education publishes ages of children looked after, the
// first two as one.
constexpr std::array kAgeBandsFrom{0, 5, 10, 16};

int ageBand(const std::optional<double>& age)
{
    if (!age)
        return -1;
    const auto above = std::ranges::upper_bound(kAgeBandsFrom, int(*age));
    return int(above - kAgeBandsFrom.begin()) - 1;
}

} // namespace

const std::vector<Criterion>& criteria()
{
    static const std::vector<Criterion> all{
        {{TWELVEFOLD_TEXT("Word", "settings")},
         [](CohortFilter& filter) {
             filter.settings.clear();
             filter.notCompared.clear();
         },
         [](const Cohort& cohort, std::size_t row) { return number(cohort.setting[row]); }},
        {{TWELVEFOLD_TEXT("Word", "need bands")},
         [](CohortFilter& filter) { filter.bands.clear(); },
         [](const Cohort& cohort, std::size_t row) { return int(cohort.band[row]); }},
        {{TWELVEFOLD_TEXT("Word", "ages")},
         [](CohortFilter& filter) {
             filter.youngest.reset();
             filter.oldest.reset();
         },
         [](const Cohort& cohort, std::size_t row) { return ageBand(cohort.age.at(row)); }},
        {{TWELVEFOLD_TEXT("Word", "sectors")},
         [](CohortFilter& filter) { filter.sectors.clear(); },
         [](const Cohort& cohort, std::size_t row) { return number(cohort.sector[row]); }},
        {{TWELVEFOLD_TEXT("Word", "providers")},
         [](CohortFilter& filter) { filter.providers.clear(); },
         [](const Cohort& cohort, std::size_t row) { return int(cohort.provider[row]); }},
        {{TWELVEFOLD_TEXT("Word", "emergencies")},
         [](CohortFilter& filter) { filter.emergency.reset(); },
         [](const Cohort& cohort, std::size_t row) { return number(cohort.emergency[row]); }}};
    return all;
}

CohortFilter withoutCriteria(CohortFilter filter)
{
    for (const Criterion& criterion : criteria())
        criterion.drop(filter);
    return filter;
}

CohortFilter onlyCriterion(CohortFilter filter, std::size_t criterion)
{
    for (std::size_t other = 0; other < criteria().size(); ++other)
        if (other != criterion)
            criteria()[other].drop(filter);
    return filter;
}

} // namespace twelvefold::analysis
