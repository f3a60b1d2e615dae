// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cohort_columns.h"

#include "store/profile_text.h"

#include <algorithm>
#include <tuple>

namespace twelvefold::store {
namespace {

DomainPlaces placesIn(const NeedsFramework& other, const NeedsFramework& wanted)
{
    DomainPlaces places(wanted.domainCount());
    if (other.key() != wanted.key() || other.highestLevel() != wanted.highestLevel())
        return places;
    for (std::size_t domain = 0; domain < places.size(); ++domain)
        places[domain] = other.domainIndex(wanted.domains()[domain].code);
    return places;
}

struct Scoring
{
    std::uint32_t row = 0;
    std::int32_t day = 0;
    std::int64_t id = 0;
    std::size_t text = 0; // where its levels begin, in characters of the cohort's framework
};

struct Scorings
{
    std::vector<Scoring> list;
    std::string levels; // of all scorings, one after another
};

Scorings readScorings(Connection& connection, FrameworkShelf& frameworks,
                      const NeedsFramework& wanted, RowOfChild& rows, Date census)
{
    Scorings scorings;
    PlacesOfDomains places(frameworks, wanted);
    Query query(connection, "SELECT child, day, id, framework, profile FROM assessment "
                            "WHERE day <= ? AND second_rating_of IS NULL");
    query.with(census);
    while (query.next()) {
        const auto row = rows.find(query.id<ChildId>(0));
        if (!row)
            continue;
        scorings.list.push_back({static_cast<std::uint32_t>(*row), query.small(1), query.integer(2),
                                 scorings.levels.size()});
        const std::string_view profile = query.view(4);
        for (const auto& place : places.in(query.id<FrameworkId>(3))) {
            scorings.levels +=
                place && *place < profile.size() ? profile[*place] : kNoLevelCharacter;
        }
    }
    // Each child's scorings together, the latest first.
    std::ranges::sort(scorings.list, [](const Scoring& a, const Scoring& b) {
        return std::tuple(a.row, b.day, b.id) < std::tuple(b.row, a.day, a.id);
    });
    return scorings;
}

// Writes the levels of a scoring and gives back their total where every domain has a level.
std::optional<double> write(const Scorings& scorings, const Scoring& scoring,
                            const NeedsFramework& framework, LevelColumns& columns)
{
    std::optional<double> total = 0.0;
    for (std::size_t domain = 0; domain < columns.byDomain.size(); ++domain) {
        const auto level = levelAt(scorings.levels, scoring.text + domain);
        if (!level || *level > framework.highestLevel()) {
            total.reset();
            continue;
        }
        columns.byDomain[domain][scoring.row] = static_cast<std::int8_t>(*level);
        if (total)
            *total += framework.domains()[domain].weight * *level;
    }
    return total;
}

} // namespace

const DomainPlaces& PlacesOfDomains::in(FrameworkId id)
{
    auto places = m_known.find(id);
    if (places == m_known.end()) {
        const auto other = m_frameworks.find(id);
        places = m_known.emplace(id, other ? placesIn(*other, m_wanted) : DomainPlaces()).first;
    }
    return places->second;
}

void fillAssessments(Connection& connection, FrameworkShelf& frameworks,
                     const StoredFramework& stored, int earlierByDays, RowOfChild& rows,
                     Cohort& cohort)
{
    const NeedsFramework& framework = *stored.framework;
    const Scorings scorings = readScorings(connection, frameworks, framework, rows, cohort.census);
    for (auto at = scorings.list.begin(); at != scorings.list.end();) {
        const Scoring& latest = *at;
        const std::size_t row = latest.row;
        cohort.assessedOn[row] = Date::fromDayNumber(latest.day);
        if (const auto total = write(scorings, latest, framework, cohort.levels)) {
            cohort.needTotal.set(row, *total);
            if (const auto band = framework.bandOf(*total))
                cohort.band[row] = static_cast<std::int8_t>(*band);
        }
        bool compared = false;
        for (++at; at != scorings.list.end() && at->row == row; ++at) {
            if (compared || latest.day - at->day < earlierByDays)
                continue;
            compared = true;
            cohort.earlierAssessedOn[row] = Date::fromDayNumber(at->day);
            if (const auto total = write(scorings, *at, framework, cohort.earlierLevels))
                cohort.earlierTotal.set(row, *total);
        }
    }
}

} // namespace twelvefold::store
