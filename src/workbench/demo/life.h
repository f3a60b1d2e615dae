// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/needs_framework.h"
#include "domain/records.h"
#include "domain/setting.h"
#include "workbench/demo/parameters.h"
#include "workbench/demo/random.h"

#include <cstdint>
#include <optional>
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
    episodes
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
    std::vector<double> providerEffects; // on log cost

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
    std::size_t setting = 0; // index into Parameters::settings
    int provider = -1;       // index into Parameters::providers
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
    std::uint64_t index = 0;
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
    bool exceptional = false;

    // Need: total(day) = mean + sd × z + slope × years before the census.
    std::size_t needSetting = 0;
    double needMean = 0, z = 0, slope = 0;
    std::vector<double> person; // what sets this child apart, in levels, one a domain

    Stream stream(const Council& council, Draw draw) const
    {
        return {council.seed, who, static_cast<std::uint64_t>(draw)};
    }
    Date lastDay(const Council& council) const; // of the records: the census, or the day after care
    double expectedTotal(const Council& council, Date on) const;
};

// Nothing where the draw says that there is no such child (leavers and others are not one to one
// with the looked-after children).
std::optional<Life> makeLife(const Council& council, Member member, std::uint64_t index);

// The rows of the statutory return that say the same, in order.
std::vector<Episode> episodesOf(const Life& life, const Council& council);

} // namespace twelvefold::workbench::demo
