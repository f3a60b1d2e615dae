// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "cli/options.h"

namespace twelvefold::cli {

struct Told
{
    const CohortAsked::Found& found;
    const analysis::Findings& findings;
};

// The findings for people, on standard output.
void sayFindings(const Told& told);

} // namespace twelvefold::cli
