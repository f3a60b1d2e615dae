// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cohort_columns.h"
#include "store/cohort_reader.h"

#include "domain/cost_placement.h"
#include "domain/records.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace twelvefold::store {
namespace {

// A running line, the row of its child and since when it runs.
struct RunningOfRow
{
    std::size_t row;
    Date start;
    RunningLine line;
};

// Where a child lived from when to when.
struct Lived
{
    PlacementId id;
    Period period;
};
using LivedOfRow = std::unordered_map<std::size_t, std::vector<Lived>>;

// Where the children lived whose core lines do not say what they pay for.
LivedOfRow livedOf(Connection& connection, const std::vector<RunningOfRow*>& unnamed,
                   RowOfChild& rows, Date census)
{
    LivedOfRow lived;
    for (const RunningOfRow* running : unnamed)
        lived.try_emplace(running->row);
    if (lived.empty())
        return lived;
    Query query(connection,
                "SELECT id, child, start_day, end_day FROM placement WHERE start_day <= ?");
    query.with(census);
    while (query.next()) {
        const auto row = rows.find(query.id<ChildId>(1));
        const auto own = row ? lived.find(*row) : lived.end();
        if (own != lived.end())
            own->second.push_back({query.id<PlacementId>(0), query.period(2)});
    }
    return lived;
}

bool isOver(std::optional<Date> end, Date census)
{
    return end && *end <= census;
}

void attachUnnamed(Connection& connection, std::vector<RunningOfRow>& running, RowOfChild& rows,
                   Date census)
{
    std::vector<RunningOfRow*> unnamed;
    for (RunningOfRow& one : running) {
        if (paysForWhereItStarts(static_cast<bool>(one.line.placement), one.line.component))
            unnamed.push_back(&one);
    }
    const LivedOfRow lived = livedOf(connection, unnamed, rows, census);
    for (RunningOfRow* one : unnamed) {
        const std::span<const Lived> own = lived.at(one->row);
        if (const Lived* placement = livesInOn(own, one->start)) {
            one->line.placement = placement->id;
            one->line.placementOver = isOver(placement->period.end, census);
        }
    }
}

// Names what is doubtful about each child's running lines.
void fillTroubles(std::vector<RunningOfRow> running, Cohort& cohort)
{
    std::ranges::stable_sort(running, {}, &RunningOfRow::row);
    std::vector<RunningLine> own;
    for (auto from = running.begin(); from != running.end();) {
        const std::size_t row = from->row;
        own.clear();
        for (; from != running.end() && from->row == row; ++from)
            own.push_back(from->line);
        const bool placed =
            cohort.setting[row].has_value() || cohort.kind[row] != CohortKind::lookedAfter;
        cohort.costTroubles[row] = troublesOf(own, placed);
    }
}

// Weekly costs by component and funder. Pence are whole numbers of a hundredth: summed as pence,
// divided once.
class CostSums
{
public:
    explicit CostSums(Cohort& cohort) : m_cohort(cohort) {}
    void add(std::size_t row, const CostLine& line, Money weekly)
    {
        const auto component = static_cast<std::size_t>(line.component);
        const auto funder = static_cast<std::size_t>(line.funder);
        NumberColumn& column = m_cohort.costs[component][funder];
        std::vector<std::int64_t>& sums = m_pence[component][funder];
        if (sums.empty()) {
            sums.resize(m_cohort.size());
            column = NumberColumn(m_cohort.size());
        }
        sums[row] += weekly.inPence();
        column.valid[row] = 1;
    }
    void write()
    {
        for (std::size_t component = 0; component < m_pence.size(); ++component) {
            for (std::size_t funder = 0; funder < m_pence[component].size(); ++funder) {
                const std::vector<std::int64_t>& sums = m_pence[component][funder];
                NumberColumn& column = m_cohort.costs[component][funder];
                for (std::size_t row = 0; row < sums.size(); ++row)
                    column.values[row] = Money::pence(sums[row]).inPounds();
            }
        }
        m_cohort.countCosts({});
    }

private:
    Cohort& m_cohort;
    std::array<std::array<std::vector<std::int64_t>, countOf<Funder>>, countOf<CostComponent>>
        m_pence;
};

// A value of an outcome measure that was recorded of the child of a row; id 0: counted.
struct Recorded
{
    std::size_t row;
    Date day;
    std::int64_t id;
    double value;
};

// By measure, what was recorded in the 36 months up to the census date.
std::vector<std::vector<Recorded>> recordedOf(const std::vector<OutcomeMeasure>& measures,
                                              Connection& connection, RowOfChild& rows, Date census)
{
    std::vector<std::vector<Recorded>> recorded(measures.size());
    Query query(connection,
                "SELECT child, measure, day, id, value FROM outcome WHERE day <= ? AND day >= ?");
    query.with(census, census.plusMonths(-36));
    while (query.next()) {
        const auto row = rows.find(query.id<ChildId>(0));
        const OutcomeMeasure* measure = findOutcomeMeasure(query.view(1));
        if (row && measure != nullptr)
            recorded[static_cast<std::size_t>(measure - measures.data())].push_back(
                {*row, query.day(2), query.integer(3), query.real(4)});
    }
    // Behind what somebody recorded for the same day, which has an id.
    auto& missing = recorded[static_cast<std::size_t>(findOutcomeMeasure("missing_episodes") -
                                                      measures.data())];
    for (const TimesMissing& one : timesMissing(connection, census)) {
        const auto row = rows.find(one.child);
        if (row && census.plusMonths(-36) <= one.day)
            missing.push_back({*row, one.day, 0, one.times});
    }
    return recorded;
}

void keepLater(const Recorded*& kept, const Recorded& one)
{
    if (kept == nullptr || std::pair(kept->day, kept->id) < std::pair(one.day, one.id))
        kept = &one;
}

OutcomeColumn outcomeColumn(const OutcomeMeasure& measure, const std::vector<Recorded>& recorded,
                            Date census, std::size_t n)
{
    std::vector<const Recorded*> latest(n), earlier(n);
    // An older value than of two years says little of now.
    const Date twoYearsAgo = census.plusMonths(-24);
    for (const Recorded& one : recorded) {
        if (twoYearsAgo < one.day)
            keepLater(latest[one.row], one);
    }
    for (const Recorded& one : recorded) {
        const Recorded* now = latest[one.row];
        if (now != nullptr && daysBetween(one.day, now->day) >= kEarlierByDays)
            keepLater(earlier[one.row], one);
    }
    OutcomeColumn column(measure.code, NumberColumn(n));
    for (std::size_t row = 0; row < n; ++row) {
        if (const Recorded* now = latest[row]) {
            column.values.set(row, now->value);
            column.recordedOn[row] = now->day;
            column.counted[row] = now->id == 0 ? 1 : 0;
        }
        if (const Recorded* then = earlier[row])
            column.earlier.set(row, then->value);
    }
    return column;
}

} // namespace

void fillCosts(Connection& connection, RowOfChild& rows, Cohort& cohort)
{
    Query query(connection,
                "SELECT c.child, c.placement, p.end_day, c.component, c.funder, c.pence, c.per, "
                "c.start_day, c.end_day, c.credit FROM cost_line c LEFT JOIN placement p "
                "ON p.id = c.placement WHERE c.start_day <= ?1 "
                "AND (c.end_day IS NULL OR c.end_day > ?1)");
    query.with(cohort.census);
    std::vector<RunningOfRow> running;
    CostSums sums(cohort);
    while (query.next()) {
        const auto row = rows.find(query.id<ChildId>(0));
        if (!row)
            continue;
        CostLine line;
        line.component = query.word<CostComponent>(3);
        line.funder = query.word<Funder>(4);
        line.amount = query.get<Money>(5);
        line.per = query.word<CostPer>(6);
        line.period = query.period(7);
        line.credit = query.integer(9) != 0;
        const auto weekly = inWeeklyTerms(line);
        if (!weekly)
            continue;
        sums.add(*row, line, *weekly);
        if (line.per != CostPer::once && !line.credit)
            running.push_back(
                {*row,
                 line.period.start,
                 {query.id<PlacementId>(1), isOver(query.optionalDay(2), cohort.census),
                  line.component, line.funder}});
    }
    sums.write();
    attachUnnamed(connection, running, rows, cohort.census);
    fillTroubles(std::move(running), cohort);
}

void fillOutcomes(Connection& connection, RowOfChild& rows, Cohort& cohort)
{
    const std::vector<OutcomeMeasure>& measures = outcomeMeasures();
    const std::vector<std::vector<Recorded>> recorded =
        recordedOf(measures, connection, rows, cohort.census);
    for (std::size_t i = 0; i < measures.size(); ++i) {
        OutcomeColumn column =
            outcomeColumn(measures[i], recorded[i], cohort.census, cohort.size());
        if (std::ranges::find(column.values.valid, 1) != column.values.valid.end())
            cohort.outcomes.push_back(std::move(column));
    }
}

} // namespace twelvefold::store
