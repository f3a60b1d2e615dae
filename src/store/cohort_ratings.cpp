// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cohort_columns.h"

#include "store/profile_text.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace twelvefold::store {
namespace {

// Every level of a scoring and what they come to.
struct WholeScoring
{
    std::string levels; // one character a domain, as profiles have them
    double total = 0;

    auto operator<=>(const WholeScoring&) const = default;
};

struct RatedTwice
{
    std::string pseudonym;
    Date assessedOn, ratedAgainOn;
    WholeScoring first, second;

    auto order() const { return std::tie(pseudonym, assessedOn, first, ratedAgainOn, second); }
};

// Nothing where a domain has no level.
std::optional<WholeScoring> wholeScoring(std::string_view profile, const DomainPlaces& places,
                                         const NeedsFramework& framework)
{
    WholeScoring whole;
    for (std::size_t domain = 0; domain < framework.domainCount(); ++domain) {
        const auto level = domain < places.size() && places[domain]
                               ? levelAt(profile, *places[domain])
                               : std::nullopt;
        if (!level || *level > framework.highestLevel())
            return std::nullopt;
        whole.levels += static_cast<char>('0' + *level);
        whole.total += framework.domains()[domain].weight * *level;
    }
    return whole;
}

std::vector<RatedTwice> ratedTwice(Connection& connection, PlacesOfDomains& places,
                                   const NeedsFramework& framework, Date census)
{
    std::vector<RatedTwice> all;
    AssessmentId last;
    Query query(connection,
                "SELECT f.id, c.pseudonym, f.day, s.day, f.framework, f.profile, s.framework, "
                "s.profile FROM assessment s JOIN assessment f ON f.id = s.second_rating_of "
                "JOIN child c ON c.id = f.child WHERE s.second_rating_of IS NOT NULL "
                "AND f.second_rating_of IS NULL AND f.day <= ? ORDER BY f.id, s.day, s.id");
    query.with(census);
    while (query.next()) {
        const auto id = query.id<AssessmentId>(0);
        if (!all.empty() && id == last)
            continue; // a third rating is no pair of its own
        const auto first =
            wholeScoring(query.view(5), places.in(query.id<FrameworkId>(4)), framework);
        const auto second =
            wholeScoring(query.view(7), places.in(query.id<FrameworkId>(6)), framework);
        if (!first || !second)
            continue;
        all.push_back({query.text(1), query.day(2), query.day(3), *first, *second});
        last = id;
    }
    std::ranges::sort(all, {}, &RatedTwice::order);
    return all;
}

bool hasHighest(const WholeScoring& scoring, const NeedsFramework& framework)
{
    return scoring.levels.find(static_cast<char>('0' + framework.highestLevel())) !=
           std::string::npos;
}

std::size_t countWithHighest(Connection& connection, PlacesOfDomains& places,
                             const NeedsFramework& framework, Date census)
{
    std::size_t count = 0;
    const std::string highest = std::to_string(framework.highestLevel());
    Query query(connection, "SELECT framework, profile FROM assessment WHERE day <= ? "
                            "AND second_rating_of IS NULL AND instr(profile, ?) > 0");
    query.with(census, highest);
    while (query.next()) {
        const auto whole =
            wholeScoring(query.view(1), places.in(query.id<FrameworkId>(0)), framework);
        count += whole && hasHighest(*whole, framework) ? 1 : 0;
    }
    return count;
}

void appendLevels(LevelColumns& columns, const std::string& levels)
{
    for (std::size_t domain = 0; domain < levels.size(); ++domain)
        columns.byDomain[domain].push_back(static_cast<std::int8_t>(levels[domain] - '0'));
}

} // namespace

std::shared_ptr<const SecondRatings> readSecondRatings(Connection& connection,
                                                       FrameworkShelf& frameworks,
                                                       const NeedsFramework& framework, Date census)
{
    const auto ratings = std::make_shared<SecondRatings>();
    ratings->firstLevels.byDomain.resize(framework.domainCount());
    ratings->secondLevels.byDomain.resize(framework.domainCount());
    PlacesOfDomains places(frameworks, framework);
    for (const RatedTwice& pair : ratedTwice(connection, places, framework, census)) {
        ratings->pseudonym.push_back(pair.pseudonym);
        ratings->assessedOn.push_back(pair.assessedOn);
        ratings->ratedAgainOn.push_back(pair.ratedAgainOn);
        ratings->first.push_back(pair.first.total);
        ratings->second.push_back(pair.second.total);
        appendLevels(ratings->firstLevels, pair.first.levels);
        appendLevels(ratings->secondLevels, pair.second.levels);
        ratings->withHighestAgain += hasHighest(pair.first, framework) ? 1 : 0;
    }
    if (ratings->withHighestAgain > 0)
        ratings->withHighest = countWithHighest(connection, places, framework, census);
    return ratings;
}

} // namespace twelvefold::store
