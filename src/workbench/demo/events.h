// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/demo/life.h"

#include <span>
#include <vector>

namespace twelvefold::workbench::demo {

// What the statutory return's smaller tables say of the child: when it was missing, as often as its
// outcomes say, whether it came alone, what permanence it had before and who its social workers
// were. child is not set.
std::vector<CareEvent> eventsOf(const Life& life, const Council& council,
                                std::span<const Outcome> outcomes);

// What the children in need census says of the child's disabilities: one code, or that there are
// none.
std::string disabilityOf(const Life& life, const Council& council);

} // namespace twelvefold::workbench::demo
