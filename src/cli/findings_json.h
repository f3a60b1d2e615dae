// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"

#include <nlohmann/json_fwd.hpp>

namespace twelvefold::cli {

// Findings with the keys that scripts rely on: add, never change.
nlohmann::ordered_json findingsJson(const domain::Cohort& cohort,
                                    const analysis::Findings& findings);

} // namespace twelvefold::cli
