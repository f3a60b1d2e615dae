// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/records.h"
#include "exchange/postcode_index.h"
#include "workbench/care_history.h"

#include <optional>
#include <span>

namespace twelvefold::workbench {

// How far from home a placement is that a return says nothing of the distance of, as its users work
// it out. Nothing for a child that came to the country alone or was in short breaks (V3, V4), nor
// where either postcode is not known.
std::optional<double> milesOf(const DerivedPlacement& derived, bool isUnaccompanied,
                              const exchange::PostcodeIndex& postcodes);

bool saysUnaccompanied(std::span<const CareEvent> events);

} // namespace twelvefold::workbench
