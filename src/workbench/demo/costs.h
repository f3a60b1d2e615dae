// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cost_line.h"
#include "workbench/demo/life.h"

namespace twelvefold::workbench::demo {

// The cost lines of one of the child's stays: child, placement and provider are not set. Prices
// rise each April; fees are paid by the week, day, month or year as is usual for the setting.
// Some children's costs are missing, as in life.
// What the last stay of a child whose price is planted costs is so many times what it would be, to
// the penny (planted_times of resources/demo).
std::vector<CostLine> costLinesOf(const Life& life, std::size_t stay, const Council& council);

// Whether what the child costs is written down.
bool isCostKnown(const Life& life, const Council& council);

// By how much the logarithm of the price of one of the child's stays lies above what need, setting
// and emergency come to: the provider's effect, what nothing explains and what is planted.
double priceEffect(const Life& life, std::size_t stay, const Council& council);

} // namespace twelvefold::workbench::demo
