// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/options.h"
#include "analysis/trace.h"
#include "domain/cohort.h"
#include "domain/money.h"
#include "domain/setting.h"

#include <map>
#include <optional>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace twelvefold::analysis {

using domain::Money;
using domain::PlacementKind;

// What is spent in a week, and what that goes with: need + placement + price = spend, to the penny,
// for a child and for any children taken together.
struct Amounts
{
    std::size_t children = 0;
    Money spend;
    Money need;      // what such needs at such an age cost, wherever these children live
    Money placement; // what this kind of placement costs more (or less) at the same need
    Money price;     // what is paid more (or less) than is usual within the kind

    Amounts& operator+=(const Amounts& other);
    bool operator==(const Amounts&) const = default;
};

// With foster carers, kin among them.
constexpr bool isFamily(PlacementKind kind)
{
    return kind == PlacementKind::kinship || kind == PlacementKind::inHouseFoster ||
           kind == PlacementKind::agencyFoster;
}

// One child in paid care.
struct PaidChild
{
    domain::ChildId child;
    PlacementKind kind = PlacementKind::kinship;
    domain::Setting setting = domain::Setting::other;
    double total = 0;              // need
    std::optional<double> age;     // whole years
    double cost = 0;               // pounds a week
    double expectedFromNeed = 0;   // pounds a week, from need and age alone
    double expectedWithinKind = 0; // pounds a week, from need within the kind of placement
    Amounts amounts;
    std::optional<double> lower, upper;  // pounds a week: the band of their kind
    std::optional<double> standardPrice; // how many of the kind's scale the log price stands out
    double residentialChance = 0;        // of children of such need and age
    std::optional<double> familyCost;    // pounds a week, of such need and age with foster carers
};

// What need goes with inside one kind of placement: ln(weekly cost) = atFifteen + perLevel × (total
// need − 15) + emergency (of those placed in one) + an effect of the setting.
struct WithinKind
{
    static constexpr std::size_t kLeastForLine = 12; // fewer: the median stands for all of them
    static constexpr std::size_t kLeastForBand = 12;
    static constexpr std::size_t kFewForBand = 30; // a band of fewer is told with a warning

    PlacementKind kind = PlacementKind::kinship;
    std::size_t n = 0;
    double atFifteen = 0, perLevel = 0, emergency = 0;
    std::map<domain::Setting, double> settings; // their effects
    std::optional<double> scale;                // of what is left; nothing under kLeastForLine
    double smear = 1;                           // mean of exp(what is left): Duan 1983
    // How many of them have a cost inside the band that the others make, a tenth being left out in
    // turn, with the exact 95 % interval of that share.
    std::optional<std::size_t> inside;
    std::optional<double> coverage, coverageLower, coverageUpper;
    std::optional<Message> doubt; // why there is no band, or little can be read off it
    // What each of them costs as a multiple of what is expected of it within the kind; and how
    // widely the logarithms of these spread.
    std::vector<double> ratios;
    double spreadLeft = 0;
};

// A child in paid care of whom no cost is recorded, in a kind of which enough is known to say about
// what it may be: by need, where that is recorded, else as others of the kind.
struct MissingCost
{
    domain::ChildId child;
    PlacementKind kind = PlacementKind::kinship;
    double expected = 0; // pounds a week
};

// All children looked after whose care is paid for and whose need and cost are known, and what
// need, kind of placement and price each go with. Worked out for a census date and the costs that
// count, whoever is looked at afterwards.
struct PaidCare
{
    std::vector<PaidChild> children; // in the cohort's order
    std::unordered_map<domain::ChildId, std::size_t> at;
    std::vector<WithinKind> kinds;         // those somebody is in, in the order of PlacementKind
    std::vector<MissingCost> costsMissing; // by child
    std::optional<Message> undefined;
    Trace trace;

    const PaidChild* of(domain::ChildId child) const;
    const MissingCost* missing(domain::ChildId child) const;
};

// everyone: all children of the day, with the costs counted that are in force. Of the options the
// seed and the coverage of the band are used.
PaidCare paidCare(const domain::Cohort& everyone, const domain::PlacementKinds& kinds,
                  const Options& options, std::stop_token stop = {});

// The amounts of those of a cohort's children who are in paid care.
struct AmountsFound
{
    Amounts whole;
    // The whole's placement and price by sign, since over all paid care each nets to nothing.
    Money placementMore, placementLess, priceMore, priceLess;  // the second of each: below zero
    std::vector<std::pair<domain::Setting, Amounts>> settings; // in the order of Setting
    std::map<std::size_t, Amounts> providers;                  // by index into providerNames
    std::size_t leftOut = 0; // of the cohort: not in paid care, or need or cost not known
};
AmountsFound amounts(const domain::Cohort& cohort, const PaidCare& care);

} // namespace twelvefold::analysis
