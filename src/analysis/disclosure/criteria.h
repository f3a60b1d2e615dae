// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/criteria.h"

#include <vector>

// By what a filter tells children of one kind apart: into parts, which a report for publication
// takes or leaves whole.
namespace twelvefold::analysis {

// All of the domain's list but the kinds, in its order: what cannot be published beside an earlier
// one is not.
const std::vector<const domain::Criterion*>& criteriaOfAKind();

// Whether reports may filter by it at all.
bool canBePublished(const domain::Criterion& criterion);

// In which part each of those children is, who are of nothing recorded being one.
std::vector<int> partsBy(const domain::Criterion& criterion, const domain::Cohort& cohort,
                         const std::vector<std::size_t>& rows);

// A filter that asks for nothing but the kinds of children, and one with one criterion of another
// besides.
domain::CohortFilter withoutCriteria(domain::CohortFilter filter);
domain::CohortFilter onlyCriterion(domain::CohortFilter filter, const domain::Criterion& criterion);

} // namespace twelvefold::analysis
