// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/frameworks.h"

#include "domain/cohort.h"

#include <memory>
#include <optional>
#include <unordered_map>
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

// Where each of a framework's domains stands in the profiles of others; nothing where the two do
// not speak of the same levels. An earlier version of the same framework is read domain by domain,
// by code: a level of another number of levels, or of another framework altogether, is missing
// rather than guessed.
using DomainPlaces = std::vector<std::optional<std::size_t>>;
class PlacesOfDomains
{
public:
    PlacesOfDomains(FrameworkShelf& frameworks, const NeedsFramework& wanted)
        : m_frameworks(frameworks), m_wanted(wanted)
    {
    }
    const DomainPlaces& in(FrameworkId other);

private:
    FrameworkShelf& m_frameworks;
    const NeedsFramework& m_wanted;
    std::unordered_map<FrameworkId, DomainPlaces> m_known;
};

// since: from when each child has been what it is on the census date.
void fillPlacements(Connection& connection, RowOfChild& rows, const std::vector<Date>& since,
                    Cohort& cohort);
void fillLegalStatus(Connection& connection, RowOfChild& rows, Cohort& cohort);
void fillAssessments(Connection& connection, FrameworkShelf& frameworks,
                     const StoredFramework& framework, int earlierByDays, RowOfChild& rows,
                     Cohort& cohort);
// Of every child in the store.
std::shared_ptr<const SecondRatings> readSecondRatings(Connection& connection,
                                                       FrameworkShelf& frameworks,
                                                       const NeedsFramework& framework,
                                                       Date census);
// What the return's smaller tables say: unaccompanied, missing, deprived of liberty, …
void fillEvents(Connection& connection, RowOfChild& rows, Cohort& cohort);
// How often each child went missing in the year of each return that ended by the census date and
// tells of any: nought times too, of all who were looked after in it.
struct TimesMissing
{
    ChildId child;
    Date day; // the last of the year
    double times;
};
std::vector<TimesMissing> timesMissing(Connection& connection, Date census);
void fillCosts(Connection& connection, RowOfChild& rows, Cohort& cohort);
void fillOutcomes(Connection& connection, RowOfChild& rows, Cohort& cohort);

} // namespace twelvefold::store
