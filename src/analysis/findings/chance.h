// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "analysis/findings/compared.h"

#include <functional>
#include <stop_token>

namespace twelvefold::analysis {

// What chance would give: how many similar-need pairs would be at least so far apart in cost
//   if the costs of the children compared were dealt to them again at random (within setting when
//   comparing within setting): would cost unrelated to need look like this?
//   if costs had no more than their ordinary spread, lognormal about the robust line of each
//   setting, with its robust scale: is there more than ordinary scatter?
// Fills both references of findings made for this cohort, and where paid care is known those of the
// pairs within kinds of placement and between them; between kinds ordinary spread is lognormal
// about what need and age lead to. False when a stop was asked for.
bool countByChance(const domain::Cohort& cohort, const Compared& children,
                   const ProfileTable& table, const Options& options, const PaidCare* care,
                   SimilarNeed& similar, std::stop_token stop,
                   const std::function<void(double)>& progress);

} // namespace twelvefold::analysis
