// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"
#include "workbench/workbench.h"

namespace twelvefold::workbench::demo {

// What children are assessed against, and the store's id of it.
struct Yardstick
{
    FrameworkId id;
    const NeedsFramework& framework;
};

class TruthWriter;

// Writes the demonstration council, child by child, so that memory does not grow with its size, and
// the truth about it if there is somebody to take it. Failures: it was stopped half-way, or there
// are too few children whose price could be planted; the caller throws the work away.
Result<Done> writeCouncil(store::Writer& writer, const Yardstick& yardstick,
                          const DemonstrationOptions& options, const Progress& progress,
                          std::stop_token stop, TruthWriter* truth = nullptr);

// The invented council's name.
std::string councilName();

} // namespace twelvefold::workbench::demo
