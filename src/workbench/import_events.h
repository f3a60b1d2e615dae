// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/import_work.h"

namespace twelvefold::workbench::import {

// A row that says something happened to a child.
struct EventOffer
{
    std::size_t file = 0;
    const exchange::EventRow* row = nullptr;
    Fate fate = Fate::accepted; // as matchEvents() finds it
    EventId stored{};           // the record that it corrects or says again; 0: new
    bool saysAgain = false;     // what a record of an earlier return says
};

// Holds all that files say of what happened to one child against what the store has. The latest
// return that speaks of a kind of thing on a day is believed, and of one return the file that sorts
// last; what others say of it is unchanged. What a later return says otherwise corrects what an
// earlier one said; an earlier one corrects nothing.
void matchEvents(std::vector<EventOffer>& offers, const std::vector<CareEvent>& stored);

// While a child was in need or on a protection plan, by what its events say now; nothing where they
// say what they said before. Periods that nobody brought in stay where no event speaks of that
// time.
std::optional<std::vector<Period>> periodsNow(CohortKind kind, const std::vector<CareEvent>& before,
                                              const std::vector<CareEvent>& now,
                                              const std::vector<KindPeriod>& stored);

} // namespace twelvefold::workbench::import
