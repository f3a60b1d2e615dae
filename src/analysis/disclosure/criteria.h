// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"
#include "domain/message.h"

#include <functional>
#include <vector>

namespace twelvefold::analysis {

// By what a filter tells children of one kind apart: into parts, which a report for publication
// takes or leaves whole.
struct Criterion
{
    domain::Word word;
    std::function<void(domain::CohortFilter&)> drop;
    std::function<int(const domain::Cohort&, std::size_t row)> part; // -1: not known
};
// In the order of their weight: what cannot be published beside an earlier one is not.
const std::vector<Criterion>& criteria();
inline constexpr std::size_t kProviders = 4; // its place: by whose name nothing is published

// A filter that asks for nothing but the kinds of children, and one with one criterion of another
// besides.
domain::CohortFilter withoutCriteria(domain::CohortFilter filter);
domain::CohortFilter onlyCriterion(domain::CohortFilter filter, std::size_t criterion);

} // namespace twelvefold::analysis
