// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/needs_framework.h"
#include "domain/records.h"
#include "domain/setting.h"
#include "workbench/demo/parameters.h"
#include "workbench/demo/random.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace twelvefold::workbench::demo {

// Which of the council's children somebody is: looked after on the census date, one who left in
// the years before, or one with a protection plan or in need who is not looked after.
enum class Member : std::uint64_t
{
    current,
    leaver,
    other
};

// What the numbers of one child are drawn for: a stream each, so that drawing one more of one
// thing leaves the others as they were.
enum class Draw : std::uint64_t
{
    presence,
    person,
    stays,
    need,
    cost,
    words,
    assessments,
    outcomes,
    episodes,
    events,
    disability
};

// What all children of one council share.
struct Council
{
    const Parameters& parameters;
    const NeedsFramework& framework;
    FrameworkId frameworkId;
    std::uint64_t seed = 0;
    Date census;
    Date firstDay; // of the history
    bool fullHistory = true;
    std::vector<ProviderId> providers; // as Parameters::providers
    std::vector<std::string> urns;
    std::vector<double> providerEffects;  // on log cost
    std::vector<double> providerOutcomes; // in standard deviations of an outcome; above 0: better
    std::set<std::uint64_t> planted;      // places whose child's price is planted

    std::size_t ageBand(int years) const;
    // Whether what ended on a day is written down: in a very large council, only the last year is.
    bool remembers(const std::optional<Date>& end) const
    {
        return fullHistory || !end || *end > census.plusMonths(-12);
    }
    // Pounds of the census year's prices on another day.
    double priceLevel(Date on) const;
};

// A stay in one place.
struct Stay
{
    Period period;
    std::size_t setting = 0;                    // index into Parameters::settings
    int provider = -1;                          // index into Parameters::providers
    PlaceKind asked = PlaceKind::inHouseFoster; // by need on its first day
    double drift = 0, slope = 0; // of the total: where it began, and what it changes a year
    std::string placeCode, providerCode;
    bool emergency = false;
    std::optional<double> distance;
    int searchDays = 0;
    std::string changeReason; // why it ended, if it did
};

// One child's years with the council, before anything is written down.
struct Life
{
    Member member = Member::current;
    std::uint64_t place = 0;
    std::uint64_t who = 0; // the key of the child's random numbers
    Child child;
    Identity identity;
    Date born;
    CohortKind kind = CohortKind::lookedAfter;
    Period care;
    std::optional<Period> earlierPlan;
    std::vector<Stay> stays; // earliest first; none unless looked after
    std::string legalFirst, legalLater, needCode, leftFor;
    std::optional<Date> legalChange;
    bool exceptional = false; // near the top of the scale, and in a home or outside registration
    bool planted = false;     // the price of the last stay is made what nobody would pay

    // Need: expectedTotal(day) = mean(age) + sd(age) × spread + shift + drift(day).
    double spread = 0, shift = 0;
    std::vector<double> person; // what sets this child apart, in levels, one a domain
    std::size_t profile = 0;    // index into Parameters::profiles
    std::optional<Date> planFrom;
    bool hasKin = false, readyAtSixteen = false;

    Stream stream(const Council& council, Draw draw) const
    {
        return {council.seed, who, static_cast<std::uint64_t>(draw)};
    }
    Date lastDay(const Council& council) const; // of the records: the census, or the day after care
    const Stay& stayOn(Date day) const;         // the last one after them all
    double driftOn(Date on) const;              // what the total has changed by since care began
    double expectedTotal(const Council& council, Date on) const;
    // What each domain asks for, in levels from the lowest to the highest, before anybody rates it
    // and apart from what differs from one occasion to the next; and their sum.
    std::vector<double> trueLevels(const Council& council, Date on) const;
    double trueTotal(const Council& council, Date on) const;
};

// The children of one of the council's places: who is looked after on the census date, those who
// had the place before within the history, latest first, and for some places a child with a
// protection plan or in need. Pseudonyms and local identifiers are not set.
std::vector<Life> livesOfPlace(const Council& council, std::uint64_t place);

// How the child with a number is called in the records: no two of the first five million numbers
// give the same.
void nameByNumber(Child& child, std::uint64_t number);

// The rows of the statutory return that say the same, in order.
std::vector<Episode> episodesOf(const Life& life, const Council& council);

} // namespace twelvefold::workbench::demo
