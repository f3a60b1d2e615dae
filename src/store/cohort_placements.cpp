// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cohort_columns.h"
#include "store/reader.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

namespace twelvefold::store {
namespace {

// REASON_PLACE_CHANGE: the carer asked, the placement no longer suited, the child asked, or the
// responsible authority ended it early.
constexpr std::array<std::string_view, 4> kUnplanned{"CREQB", "CREQO", "CHILD", "LAREQ"};

// What is counted of a child's placements after a day, up to the census date.
struct Lately
{
    Date after;
    int begun = 0;
    bool hasFirst = false;
    int unplanned = 0;
};

// What is gathered of a child's placements before the columns are written.
struct Life
{
    explicit Life(Date census) : year{census.plusMonths(-12)}, quarter{census.plusDays(-90)} {}

    bool any = false;
    std::optional<Date> first; // start of the first placement since the child came
    std::int64_t current = 0;  // id of the placement on the census date
    Date currentStart;
    std::int64_t provider = 0;
    Lately year, quarter;
};

// The child's first placement since it came is no move: there was none before to move from.
int moves(const Lately& lately)
{
    return lately.begun - (lately.hasFirst ? 1 : 0);
}

// A placement that began on the census date or before.
void count(Life& life, const Period& period, Date since, Date census, std::string_view changeReason)
{
    life.any = true;
    const bool belongs = !period.end || since < *period.end;
    const bool first = belongs && (!life.first || period.start < *life.first);
    if (first)
        life.first = period.start;
    const bool unplanned = period.end && *period.end <= census &&
                           std::ranges::find(kUnplanned, changeReason) != kUnplanned.end();
    for (Lately* lately : {&life.year, &life.quarter}) {
        const bool begun = lately->after < period.start;
        if (begun && belongs)
            ++lately->begun;
        if (first)
            lately->hasFirst = begun;
        if (unplanned && lately->after < *period.end)
            ++lately->unplanned;
    }
}

void writeCurrent(const Query& query, std::size_t row, Cohort& cohort)
{
    cohort.setting[row] = query.word<Setting>(5);
    cohort.sector[row] = query.optionalWord<Sector>(7);
    cohort.emergency[row] = query.optionalFlag(8);
    cohort.solo[row] = query.optionalFlag(11);
    cohort.deprivationOfLiberty[row] = query.optionalFlag(12);
    cohort.placedOn[row] = query.day(2);
    if (query.isNull(9))
        cohort.distanceMiles.clear(row);
    else
        cohort.distanceMiles.set(row, query.real(9));
    // A search that is said to have begun afterwards tells nothing of how long it took.
    const auto referred = query.optionalDay(10);
    if (referred && *referred <= query.day(2))
        cohort.searchDays.set(row, daysBetween(*referred, query.day(2)));
    else
        cohort.searchDays.clear(row);
}

struct ProviderRow
{
    std::int32_t index;
    std::optional<Sector> sector;
};

// Numbers the providers in use, by name, and says where each went.
std::unordered_map<std::int64_t, ProviderRow>
numberProviders(Connection& connection, const std::vector<Life>& lives, Cohort& cohort)
{
    std::unordered_map<std::int64_t, ProviderRow> numbered;
    for (const Life& life : lives) {
        if (life.provider != 0)
            numbered.emplace(life.provider, ProviderRow{-1, std::nullopt});
    }
    for (const Provider& provider : readProviders(connection)) {
        const auto found = numbered.find(provider.id.value);
        if (found == numbered.end())
            continue;
        found->second = {static_cast<std::int32_t>(cohort.providerNames.size()), provider.sector};
        cohort.providerNames.push_back(provider.name);
        cohort.providerOwners.push_back(provider.ownerGroup);
        cohort.providerRegions.push_back(provider.region);
    }
    return numbered;
}

} // namespace

void fillPlacements(Connection& connection, RowOfChild& rows, const std::vector<Date>& since,
                    Cohort& cohort)
{
    const Date census = cohort.census;
    std::vector<Life> lives(cohort.size(), Life(census));
    Query query(
        connection,
        "SELECT id, child, start_day, end_day, change_reason, setting, provider, sector, "
        "emergency, distance_miles, referred_day, solo, deprivation_of_liberty FROM placement "
        "WHERE start_day <= ?");
    query.with(census);
    while (query.next()) {
        const auto row = rows.find(query.id<ChildId>(1));
        if (!row)
            continue;
        Life& life = lives[*row];
        const Period period = query.period(2);
        count(life, period, since[*row], census, query.view(4));
        const std::int64_t id = query.integer(0);
        if (!period.contains(census) ||
            (life.current != 0 &&
             std::tuple(period.start, id) < std::tuple(life.currentStart, life.current)))
            continue;
        life.current = id;
        life.currentStart = period.start;
        life.provider = query.integer(6);
        writeCurrent(query, *row, cohort);
    }

    const auto numbered = numberProviders(connection, lives, cohort);
    for (std::size_t row = 0; row < lives.size(); ++row) {
        const Life& life = lives[row];
        if (const auto found = numbered.find(life.provider); found != numbered.end()) {
            cohort.provider[row] = found->second.index;
            if (!cohort.sector[row])
                cohort.sector[row] = found->second.sector;
        }
        if (!life.any)
            continue;
        cohort.movesInYear.set(row, moves(life.year));
        cohort.unplannedMovesInYear.set(row, life.year.unplanned);
        cohort.movesInQuarter.set(row, moves(life.quarter));
        cohort.unplannedMovesInQuarter.set(row, life.quarter.unplanned);
    }
}

void fillLegalStatus(Connection& connection, RowOfChild& rows, Cohort& cohort)
{
    Query query(connection, "SELECT child, legal_status FROM episode WHERE start_day <= ?1 AND "
                            "(end_day IS NULL OR end_day > ?1) "
                            "ORDER BY child, snapshot_day IS NULL, start_day, id");
    query.with(cohort.census);
    while (query.next()) {
        if (const auto row = rows.find(query.id<ChildId>(0)))
            cohort.legalStatus[*row] = query.text(1); // a return's, the latest, comes last
    }
}

} // namespace twelvefold::store
