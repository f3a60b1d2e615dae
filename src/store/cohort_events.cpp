// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cohort_columns.h"
#include "store/tables.h"

#include <algorithm>
#include <set>

// What the return's smaller tables say of the children of a cohort. A table lists those to whom
// something happened, so of the others it says that it did not: as long as there is such a table.
namespace twelvefold::store {
namespace {

// Up to which day a kind of event is known: the end of the latest return that tells of any.
Date knownUpTo(const CareEvent& event, Date soFar)
{
    if (const auto end = Date::from(event.returnYear, 3, 31); end && event.returnYear != 0)
        soFar = std::max(soFar, *end);
    return event.start ? std::max(soFar, *event.start) : soFar;
}

bool isMissing(const CareEvent& event)
{
    return event.code != "A"; // away without authorisation, but not missing
}

// What was met of the children while the events were gone through.
struct Met
{
    explicit Met(std::size_t children)
        : year(children), quarter(children), workers(children), unaccompanied(children)
    {
    }
    std::vector<int> year, quarter; // times missing
    std::vector<std::set<std::string>> workers;
    std::vector<char> unaccompanied;
    bool anyUnaccompanied = false, anyWorker = false;
    Date missingUpTo = Date::fromDayNumber(0);
};

bool runsOn(const CareEvent& event, Date day)
{
    return (!event.start || *event.start <= day) && (!event.end || day < *event.end);
}

void noteMissing(const CareEvent& event, std::size_t row, Date census, Met& met)
{
    if (!isMissing(event) || !event.start || census < *event.start)
        return;
    met.year[row] += census.plusMonths(-12) < *event.start ? 1 : 0;
    met.quarter[row] += census.plusDays(-90) < *event.start ? 1 : 0;
}

void noteWorker(const CareEvent& event, std::size_t row, Date census, Met& met)
{
    const bool lately = !event.end || census.plusMonths(-12) < *event.end;
    if (event.start && *event.start <= census && lately)
        met.workers[row].insert(event.detail.reveal());
}

void note(const CareEvent& event, std::size_t row, Cohort& cohort, Met& met)
{
    switch (event.kind) {
    case EventKind::missing:
        return noteMissing(event, row, cohort.census, met);
    case EventKind::socialWorker:
        return noteWorker(event, row, cohort.census, met);
    case EventKind::unaccompanied:
        met.unaccompanied[row] = runsOn(event, cohort.census) ? 1 : 0;
        return;
    case EventKind::libertyOrder:
        if (runsOn(event, cohort.census))
            cohort.deprivationOfLiberty[row] = true;
        return;
    case EventKind::previousPermanence:
        cohort.previousPermanence[row] = event.code;
        return;
    case EventKind::review:
    case EventKind::adoption:
    case EventKind::placedForAdoption:
    case EventKind::childInNeed:
    case EventKind::protectionPlan:
    case EventKind::permanencePlan:
        return;
    }
}

void write(const Met& met, Cohort& cohort)
{
    const bool missingIsKnown = cohort.census <= met.missingUpTo;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (met.anyUnaccompanied)
            cohort.unaccompanied[row] = met.unaccompanied[row] != 0;
        if (missingIsKnown || met.year[row] > 0)
            cohort.missingInYear.set(row, met.year[row]);
        if (missingIsKnown || met.quarter[row] > 0)
            cohort.missingInQuarter.set(row, met.quarter[row]);
        if (met.anyWorker && !met.workers[row].empty())
            cohort.socialWorkersInYear.set(row, static_cast<double>(met.workers[row].size()));
    }
}

} // namespace

void fillEvents(Connection& connection, RowOfChild& rows, Cohort& cohort)
{
    Met met(cohort.size());
    Query query(connection, selectionOf(kCareEvents) + " ORDER BY child, kind, start_day, id");
    while (query.next()) {
        const CareEvent event = kCareEvents(query);
        met.anyUnaccompanied |= event.kind == EventKind::unaccompanied;
        met.anyWorker |= event.kind == EventKind::socialWorker;
        if (event.kind == EventKind::missing)
            met.missingUpTo = knownUpTo(event, met.missingUpTo);
        if (const auto row = rows.find(event.child))
            note(event, *row, cohort, met);
    }
    write(met, cohort);
}

std::vector<TimesMissing> timesMissing(Connection& connection, Date census)
{
    std::vector<int> years;
    Query told(connection, "SELECT DISTINCT return_year FROM care_event "
                           "WHERE kind = 'missing' AND return_year <> 0");
    while (told.next())
        years.push_back(static_cast<int>(told.integer(0)));
    std::vector<TimesMissing> all;
    for (const int year : years) {
        const auto before = Date::from(year - 1, 3, 31), last = Date::from(year, 3, 31);
        if (!before || !last || census < *last)
            continue;
        Query query(connection,
                    "SELECT e.child, (SELECT count(*) FROM care_event m WHERE m.child = e.child "
                    "AND m.kind = 'missing' AND m.code <> 'A' AND m.start_day > ?1 "
                    "AND m.start_day <= ?2) FROM (SELECT DISTINCT child FROM episode "
                    "WHERE snapshot_day IS NULL AND start_day <= ?2 "
                    "AND (end_day IS NULL OR end_day > ?1)) e");
        query.with(*before, *last);
        while (query.next())
            all.push_back({query.id<ChildId>(0), *last, static_cast<double>(query.integer(1))});
    }
    return all;
}

} // namespace twelvefold::store
