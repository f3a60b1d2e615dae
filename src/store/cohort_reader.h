// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/frameworks.h"
#include "store/store.h"

namespace twelvefold::store {

// How much older, at least, what is compared with is than what is compared.
inline constexpr int kEarlierByDays = 180;

// Reads children as columns on a date.
struct CohortRequest
{
    Date census;
    bool everyChild = false; // also those who are not looked after, planned for or in need on it
    int earlierByDays = kEarlierByDays; // of the assessment to compare with
    bool secondRatings = true;
};
struct CohortRead
{
    Cohort cohort;
    std::vector<std::uint8_t> current; // whether a child has a kind period on the date
};
CohortRead readCohort(Connection& connection, FrameworkShelf& frameworks,
                      const CohortRequest& request);

// What the children list shows, by pseudonym.
std::vector<ChildRow> readChildRows(Connection& connection, FrameworkShelf& frameworks, Date on);

} // namespace twelvefold::store
