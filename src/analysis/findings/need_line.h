// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "analysis/findings/expected_cost.h"

namespace twelvefold::analysis {

// The robust line of log cost on need, and the points that draw it with its band.
RobustLine needLine(const Compared& children, const ExpectedBands& bands, const Options& options);

// The share of children whose cost lies within a band made without their fold: what the coverage
// comes to. Nothing when there are too few, or when a stop was asked for.
std::optional<double> achievedCoverage(const Compared& children, const Options& options,
                                       std::stop_token stop);
Message achievedCoverageStep(double share, const Options& options);

} // namespace twelvefold::analysis
