// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/records.h"
#include "domain/setting.h"

#include <span>
#include <vector>

// What a child's episodes of the statutory return say about their years, taken together.
namespace twelvefold::workbench {

using namespace twelvefold::domain;

// Without those of a list of whose time a return speaks, which are kept beside and say nothing. The
// functions below take all and ask it themselves.
std::vector<Episode> episodesThatCount(std::vector<Episode> episodes);

// While the child was looked after: from the start of a chain of episodes to the end of its last.
// An episode that was never ended, with another after it, ended when that one started. A gap or a
// start of a new period (RNE S) begins another chain. One of a list begins with the care that the
// list says it is part of.
std::vector<Period> lookedAfterPeriods(std::vector<Episode> episodes);

// Where the child lived, from the same episodes. Episodes in one place with no move between them
// are one placement; temporary stays (T*) do not end it. Provider, child and id are not set; `urn`
// is the provider's as the return has it, or empty. Postcodes and legal status are those of its
// first episode.
struct DerivedPlacement
{
    Placement placement;
    std::string urn;
    std::string legalStatus;
    SensitiveText home, place; // postcodes; empty: not said
};
std::vector<DerivedPlacement> derivedPlacements(std::vector<Episode> episodes,
                                                const SettingTable& settings);

// Stays that ended on the day on which they began: where the child came and left the same day.
// History, and never where the child lives; temporary ones are left out.
struct StayOfNoNights
{
    Date on;
    Setting setting = Setting::other;
};
std::vector<StayOfNoNights> staysOfNoNights(std::vector<Episode> episodes,
                                            const SettingTable& settings);

} // namespace twelvefold::workbench
