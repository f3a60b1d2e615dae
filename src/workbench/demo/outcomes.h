// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/demo/life.h"

namespace twelvefold::workbench::demo {

// What came of the child's care, as measured each 31 March of the history: child is not set.
std::vector<Outcome> outcomesOf(const Life& life, const Council& council);

} // namespace twelvefold::workbench::demo
