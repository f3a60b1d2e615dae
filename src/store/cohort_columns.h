// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/frameworks.h"

#include "domain/cohort.h"

#include <unordered_map>

// Fill groups of a cohort's columns, each from one pass over one table.
namespace twelvefold::store {

class RowOfChild
{
public:
    explicit RowOfChild(const std::vector<ChildId>& children);
    std::optional<std::size_t> find(ChildId child);

private:
    std::unordered_map<ChildId, std::size_t> m_rows;
    ChildId m_last;
    std::size_t m_lastRow = static_cast<std::size_t>(-1); // no child has the id 0
};

// since: from when each child has been what it is on the census date.
void fillPlacements(Connection& connection, RowOfChild& rows, const std::vector<Date>& since,
                    Cohort& cohort);
void fillAssessments(Connection& connection, FrameworkShelf& frameworks,
                     const StoredFramework& framework, int earlierByDays, RowOfChild& rows,
                     Cohort& cohort);
void fillCosts(Connection& connection, RowOfChild& rows, Cohort& cohort);
void fillOutcomes(Connection& connection, RowOfChild& rows, Cohort& cohort);

} // namespace twelvefold::store
