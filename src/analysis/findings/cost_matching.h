// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cost_decision.h"
#include "domain/cost_line.h"
#include "domain/message.h"
#include "domain/records.h"
#include "domain/setting.h"

#include <array>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// Which placement each cost pays for, how sure that is, and what nobody pays for.
namespace twelvefold::analysis {

// Every line of a store is in one of these.
enum class MatchGroup : std::uint8_t
{
    matched,
    decided,   // doubtful, or in no placement, and a person said that it is right as it is
    doubtful,  // pays for a placement, with a reason to look
    unmatched, // in no placement
    ownCost    // the child's own, such as a school taxi: pays for no placement, and need not
};
inline constexpr std::size_t kMatchGroups = 5;
std::string_view token(MatchGroup group); // "matched", "own_cost"
domain::Word word(MatchGroup group);

// A reason to look at a line, or at a placement without a cost.
struct DoubtFound
{
    domain::CostMatter matter; // what a decision about it rests on
    domain::Message reason;
    std::int64_t days = 0; // how many it is about, up to the day asked for; 0 where it counts none
    bool decided = false;
    domain::SensitiveText why{}; // as whoever decided wrote it; empty: not said
};

// A placement, as far as matching tells of it.
struct PlacementMatched
{
    domain::PlacementId id;
    domain::Period period;
    domain::Setting setting = domain::Setting::other;
    std::optional<domain::ProviderId> provider;
};

struct LineMatch
{
    domain::CostLine line;
    MatchGroup group = MatchGroup::matched;
    std::optional<PlacementMatched> placement; // that it pays for, or seems to
    std::vector<DoubtFound> doubts;            // by CostDoubt
    std::optional<domain::Money> weekly;       // nothing: a payment without dates to spread over
    bool runs = false;                         // on the day asked for
    domain::SensitiveText whyChosen{}; // its placement, as a person wrote it; empty: not said
};

// A placement that is paid for, on some days of which no core cost runs.
struct UnpaidPlacement
{
    domain::ChildId child;
    PlacementMatched placement;
    std::vector<DoubtFound> gaps; // by their first day, each of CostDoubt::noCost
    std::int64_t days = 0;        // in all of them that nobody decided about, to the day asked for
    std::optional<domain::Money> usual; // a week in such settings; nothing: too few to tell by
    bool runs = false;                  // a gap that nobody decided about, on the day asked for
    bool decided = false;               // all of them
};

struct MatchTally
{
    std::int64_t lines = 0;
    std::int64_t running = 0; // of them, on the day
    domain::Money weekly;     // of those that run on the day and have a weekly figure
};

struct CostMatching
{
    domain::Date on;
    // The first day on which a tenth as many core costs run as on the day of most, up to `on`: a
    // few costs of long ago do not mean that those of all others are known. Of days before it no
    // placement is called without a cost.
    std::optional<domain::Date> costsSince;
    std::array<MatchTally, kMatchGroups> tallies{}; // by MatchGroup
    // Those decided, doubtful and unmatched: what runs on the day first, dearest first.
    std::vector<LineMatch> lines;
    // Those without a cost on the day first, dearest first.
    std::vector<UnpaidPlacement> unpaid;
    std::unordered_map<domain::ProviderId, std::string> providers; // by name

    const MatchTally& of(MatchGroup group) const
    {
        return tallies[static_cast<std::size_t>(group)];
    }
    std::string nameOf(std::optional<domain::ProviderId> provider) const; // empty: not recorded
    std::int64_t unpaidOnTheDay() const; // placements about which nothing was decided
    bool leavesSomethingToDecide() const;
};

// The records of a store, or of one child.
struct CostRecords
{
    std::unordered_map<domain::ChildId, std::vector<domain::Placement>> placements;
    std::unordered_map<domain::ChildId, std::vector<domain::CostLine>> lines;
    std::vector<domain::CostDecision> decisions;
    std::vector<domain::Provider> providers;
};

// Core costs, and whatever names a placement, are matched: by the placement that a line names; a
// core cost that names none, by where the child lived when it began, else by the placement with
// which it shares most days, one of its own provider before others. What lies in the settings that
// are of no kind of placement is paid by nobody and need not have a cost. A single payment is paid
// whatever comes after: it runs on into nothing. A stop ends it early, with what is found so far.
CostMatching costMatching(const CostRecords& records, const domain::PlacementKinds& kinds,
                          domain::Date on, std::stop_token stop = {});

} // namespace twelvefold::analysis
