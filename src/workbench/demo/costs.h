// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cost_line.h"
#include "workbench/demo/life.h"

namespace twelvefold::workbench::demo {

// The cost lines of one of the child's stays: child, placement and provider are not set. Prices
// rise each April; fees are paid by the week, day, month or year as is usual for the setting.
// Some children's costs are missing, as in life.
std::vector<CostLine> costLinesOf(const Life& life, std::size_t stay, const Council& council);

} // namespace twelvefold::workbench::demo
