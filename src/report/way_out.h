// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace twelvefold::report {

// Where only that some settings are not compared keeps a report from being published: the filter
// with them in it, by which the same report can be.
std::optional<domain::CohortFilter> publishableWithAllSettings(const Source& source);

} // namespace twelvefold::report
