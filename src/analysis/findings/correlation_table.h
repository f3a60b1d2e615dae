// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "analysis/findings/compared.h"

#include <stop_token>

namespace twelvefold::analysis {

// Need against cost, every domain against cost, every outcome against need, and against cost at the
// same need: children who need more cost more and have further to go, so anything else would tell
// of need alone. With q-values over all of them.
std::vector<Correlation> correlationTable(const domain::Cohort& cohort, std::stop_token stop);

NeedExplains needExplains(const Compared& children);

// What need would explain if it were scored without noise, where its reliability is known; again
// once the interval is in.
void correctForNoise(NeedExplains& explains, const Options& options, const Noise& noise);

} // namespace twelvefold::analysis
