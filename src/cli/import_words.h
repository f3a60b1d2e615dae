// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"

namespace twelvefold::cli {

// What an import came to, on standard output: every row of every file, and what was said of them.
void tellImport(const workbench::ImportPlan& plan, bool done, const Output& output);

// The same of a whole store that was taken in from its tables.
void tellTablesTaken(const workbench::TablesMoved& taken, bool done, const Output& output);

} // namespace twelvefold::cli
