// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"

#include <nlohmann/json_fwd.hpp>

namespace twelvefold::cli {

// Findings with the keys that scripts rely on: add, never change. With traces, each carries how it
// was worked out: n, excluded, method, steps, formula, reference.
nlohmann::ordered_json findingsJson(const domain::Cohort& cohort,
                                    const analysis::Findings& findings, bool traces = false);

} // namespace twelvefold::cli
