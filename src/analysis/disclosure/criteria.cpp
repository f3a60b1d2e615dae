// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/disclosure/criteria.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace twelvefold::analysis {
namespace {

using domain::Cohort;
using domain::CohortFilter;
using domain::Criterion;

constexpr std::string_view kKinds = "kind";
constexpr std::string_view kSettings = "setting";

int bandOf(const std::vector<double>& from, const std::optional<double>& value)
{
    return value ? int(std::ranges::upper_bound(from, *value) - from.begin()) - 1 : -1;
}

} // namespace

const std::vector<const Criterion*>& criteriaOfAKind()
{
    static const std::vector<const Criterion*> all = [] {
        std::vector<const Criterion*> found;
        for (const Criterion& criterion : domain::criteria()) {
            if (criterion.token != kKinds)
                found.push_back(&criterion);
        }
        return found;
    }();
    return all;
}

bool canBePublished(const Criterion& criterion)
{
    return criterion.isRange() ? !criterion.range.publishedFrom.empty()
                               : !criterion.choices.tellsOfProviders;
}

std::vector<int> partsBy(const Criterion& criterion, const Cohort& cohort,
                         const std::vector<std::size_t>& rows)
{
    std::vector<int> parts;
    parts.reserve(rows.size());
    std::map<std::string_view, int> place;
    for (const std::size_t row : rows) {
        parts.push_back(
            criterion.isRange()
                ? bandOf(criterion.range.publishedFrom, criterion.range.of(cohort, row))
                : place.try_emplace(criterion.choices.of(cohort, row), place.size()).first->second);
    }
    return parts;
}

CohortFilter withoutCriteria(CohortFilter filter)
{
    std::erase_if(filter.asked, [](const auto& asked) { return asked.first->token != kKinds; });
    filter.notCompared.clear();
    return filter;
}

CohortFilter onlyCriterion(CohortFilter filter, const Criterion& criterion)
{
    CohortFilter only = withoutCriteria(filter);
    only.ask(criterion, filter.of(criterion));
    if (criterion.token == kSettings) // which of them are compared divides the children likewise
        only.notCompared = std::move(filter.notCompared);
    return only;
}

} // namespace twelvefold::analysis
