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

// Writes the demonstration council, child by child, so that memory does not grow with its size.
// False when stopped half-way: the caller throws the work away.
bool writeCouncil(store::Writer& writer, const Yardstick& yardstick,
                  const DemonstrationOptions& options, const Progress& progress,
                  std::stop_token stop);

// The invented council's name.
std::string councilName();

} // namespace twelvefold::workbench::demo
