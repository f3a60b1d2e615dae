// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cost_line.h"
#include "domain/placement_request.h"
#include "domain/records.h"

#include <optional>
#include <vector>

// What a row would change in a record, field by field, for a person to see before it is done.
namespace twelvefold::workbench::import {

using namespace twelvefold::domain;

// A field that a record and a row fill otherwise.
struct Difference
{
    Word field;
    std::optional<Argument> before, after; // nothing: blank
};
using Differences = std::vector<Difference>;

// What names a child or says where one lives is told to differ, and not what it is.
Differences differencesOf(const Child& before, const Child& after);
Differences differencesOf(const Identity& before, const Identity& after);
Differences differencesOf(const Episode& before, const Episode& after);
Differences differencesOf(const Outcome& before, const Outcome& after);
Differences differencesOf(const CareEvent& before, const CareEvent& after);
Differences differencesOf(const CostLine& before, const CostLine& after);
Differences differencesOf(const PlacementRequest& before, const PlacementRequest& after);

// Which of a child's records it is, in words: "core, from 1 April 2023".
Message nameOfRecord(const Episode& episode);
Message nameOfRecord(const Outcome& outcome);
Message nameOfRecord(const CareEvent& event);
Message nameOfRecord(const CostLine& line);
Message nameOfRecord(const PlacementRequest& request);

} // namespace twelvefold::workbench::import
