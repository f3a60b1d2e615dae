// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/ids.h"
#include "domain/money.h"
#include "domain/words.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace twelvefold::domain {

// An amount paid for a child: per day, week, month or year, or once; excluding VAT. A credit is an
// amount that comes back, and is taken off what is paid between its dates.
struct CostLine
{
    CostLineId id;
    ChildId child;
    std::optional<PlacementId> placement;
    CostComponent component = CostComponent::core;
    Money amount;
    CostPer per = CostPer::week;
    Period period;
    Funder funder = Funder::socialCare;
    std::optional<ProviderId> provider;
    std::string note;
    bool credit = false;
    std::optional<Setting> settingTold{}; // for which, by the file that it came with

    // As it counts: below zero for a credit.
    Money signedAmount() const { return credit ? -amount : amount; }
    bool operator==(const CostLine&) const = default;
};

// Which cost lines count.
struct CostScope
{
    std::array<bool, countOf<CostComponent>> components{true, true, true, true, true};
    std::array<bool, countOf<Funder>> funders{true, true, true};

    bool includes(CostComponent component, Funder funder) const
    {
        return components[static_cast<std::size_t>(component)] &&
               funders[static_cast<std::size_t>(funder)];
    }
    bool operator==(const CostScope&) const = default;
};

// A cost line in weekly terms on a day within its period, rounded to the penny: a day × 7, a month
// × 12 × 7/365, a year × 7/365; a single payment is spread over its dates, and has no weekly figure
// (nothing) when it has no end. Below zero for a credit.
std::optional<Money> inWeeklyTerms(const CostLine& line);

// What makes up the weekly figure: the lines that run on a date, each in weekly terms.
struct WeeklyPart
{
    CostLine line;
    Money weekly;
};
struct WeeklyCost
{
    std::vector<WeeklyPart> parts;   // by component, then funder, then start
    std::vector<CostLine> notSpread; // single payments without dates to spread over
    std::optional<Money> total;      // nothing when no line runs on the date
};
WeeklyCost weeklyCost(std::span<const CostLine> lines, Date on, const CostScope& scope = {});

// Refuses a line that cannot be: an amount below zero, an end not after its start.
std::optional<Message> faultIn(const CostLine& line);

} // namespace twelvefold::domain
