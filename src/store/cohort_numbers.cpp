// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cohort_columns.h"

#include "domain/records.h"

#include <algorithm>
#include <utility>

namespace twelvefold::store {

namespace {

// A running line and the row of its child.
struct RunningOfRow
{
    std::size_t row;
    RunningLine line;
};

// A core line that names no placement pays for the one in which it starts: where the child lives
// now, or another that is not told apart further here.
constexpr PlacementId kWhereItLives{-1};

RunningLine runningAt(const Query& query, const CostLine& line, Date census,
                      std::optional<Date> placedOn)
{
    RunningLine running{query.id<PlacementId>(7), false, line.component, line.funder};
    const auto placementEnd = query.optionalDay(8);
    running.placementOver = placementEnd && *placementEnd <= census;
    if (!running.placement && line.component == CostComponent::core && placedOn &&
        line.period.start >= *placedOn)
        running.placement = kWhereItLives;
    return running;
}

// Names what is doubtful about each child's running lines.
void fillTroubles(std::vector<RunningOfRow> running, const std::vector<PlacementId>& livesIn,
                  Cohort& cohort)
{
    std::ranges::stable_sort(running, {}, &RunningOfRow::row);
    std::vector<RunningLine> own;
    for (auto from = running.begin(); from != running.end();) {
        const std::size_t row = from->row;
        own.clear();
        for (; from != running.end() && from->row == row; ++from) {
            own.push_back(from->line);
            if (own.back().placement == kWhereItLives)
                own.back().placement = livesIn[row];
        }
        const bool placed =
            cohort.setting[row].has_value() || cohort.kind[row] != CohortKind::lookedAfter;
        cohort.costTroubles[row] = troublesOf(own, placed);
    }
}

} // namespace

void fillCosts(Connection& connection, RowOfChild& rows, const std::vector<PlacementId>& livesIn,
               Cohort& cohort)
{
    Query query(connection,
                "SELECT c.child, c.component, c.funder, c.pence, c.per, c.start_day, c.end_day, "
                "c.placement, p.end_day FROM cost_line c LEFT JOIN placement p "
                "ON p.id = c.placement WHERE c.start_day <= ?1 "
                "AND (c.end_day IS NULL OR c.end_day > ?1)");
    query.with(cohort.census);
    std::vector<RunningOfRow> running;
    // Pence are whole numbers of a hundredth: summed as pence, divided once.
    std::array<std::array<std::vector<std::int64_t>, countOf<Funder>>, countOf<CostComponent>>
        pence;
    while (query.next()) {
        const auto row = rows.find(query.id<ChildId>(0));
        if (!row)
            continue;
        CostLine line;
        line.component = query.word<CostComponent>(1);
        line.funder = query.word<Funder>(2);
        line.amount = Money::pence(query.integer(3));
        line.per = query.word<CostPer>(4);
        line.period = query.period(5);
        const auto weekly = inWeeklyTerms(line);
        if (!weekly)
            continue;
        if (line.per != CostPer::once)
            running.push_back({*row, runningAt(query, line, cohort.census, cohort.placedOn[*row])});
        const auto component = static_cast<std::size_t>(line.component);
        const auto funder = static_cast<std::size_t>(line.funder);
        NumberColumn& column = cohort.costs[component][funder];
        std::vector<std::int64_t>& sums = pence[component][funder];
        if (sums.empty()) {
            sums.resize(cohort.size());
            column = NumberColumn(cohort.size());
        }
        sums[*row] += weekly->inPence();
        column.valid[*row] = 1;
    }
    for (std::size_t component = 0; component < pence.size(); ++component) {
        for (std::size_t funder = 0; funder < pence[component].size(); ++funder) {
            const std::vector<std::int64_t>& sums = pence[component][funder];
            for (std::size_t row = 0; row < sums.size(); ++row)
                cohort.costs[component][funder].values[row] = Money::pence(sums[row]).inPounds();
        }
    }
    cohort.countCosts({});
    fillTroubles(std::move(running), livesIn, cohort);
}

void fillOutcomes(Connection& connection, RowOfChild& rows, Cohort& cohort)
{
    struct Latest
    {
        NumberColumn values;
        std::vector<std::pair<std::int32_t, std::int64_t>> when; // day and id
    };
    const std::vector<OutcomeMeasure>& measures = outcomeMeasures();
    std::vector<Latest> found(measures.size());
    // The latest value of the two years before the census date: an older one says little of now.
    Query query(connection,
                "SELECT child, measure, day, id, value FROM outcome WHERE day <= ? AND day > ?");
    query.with(cohort.census, cohort.census.plusMonths(-24));
    while (query.next()) {
        const auto row = rows.find(query.id<ChildId>(0));
        const OutcomeMeasure* measure = findOutcomeMeasure(query.view(1));
        if (!row || measure == nullptr)
            continue;
        Latest& latest = found[static_cast<std::size_t>(measure - measures.data())];
        if (latest.when.empty()) {
            latest.values = NumberColumn(cohort.size());
            latest.when.resize(cohort.size());
        }
        const std::pair when(query.small(2), query.integer(3));
        if (latest.values.valid[*row] != 0 && when < latest.when[*row])
            continue;
        latest.when[*row] = when;
        latest.values.set(*row, query.real(4));
    }
    for (std::size_t i = 0; i < measures.size(); ++i) {
        if (!found[i].when.empty())
            cohort.outcomes.push_back({measures[i].code, std::move(found[i].values)});
    }
}

} // namespace twelvefold::store
