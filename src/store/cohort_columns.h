// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/frameworks.h"

#include "domain/cohort.h"

#include <utility>
#include <vector>

// Fill groups of a cohort's columns, each from one pass over one table.
namespace twelvefold::store {

// Finds the row of a child. Tables hold a child's records together and mostly in the order of the
// children's ids, so the search starts where the last one ended.
class RowOfChild
{
public:
    explicit RowOfChild(const std::vector<ChildId>& children);
    std::optional<std::size_t> find(ChildId child);

private:
    std::vector<std::pair<ChildId, std::size_t>> m_rows; // by id
    std::size_t m_at = 0;
};

// since: from when each child has been what it is on the census date.
void fillPlacements(Connection& connection, RowOfChild& rows, const std::vector<Date>& since,
                    Cohort& cohort);
void fillLegalStatus(Connection& connection, RowOfChild& rows, Cohort& cohort);
void fillAssessments(Connection& connection, FrameworkShelf& frameworks,
                     const StoredFramework& framework, int earlierByDays, RowOfChild& rows,
                     Cohort& cohort);
void fillCosts(Connection& connection, RowOfChild& rows, Cohort& cohort);
void fillOutcomes(Connection& connection, RowOfChild& rows, Cohort& cohort);

} // namespace twelvefold::store
