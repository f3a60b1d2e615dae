// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/paid_care.h"

#include <optional>

namespace twelvefold::analysis {

// How far a price must stand out to be seen four times in five, in a sentence; nothing where no
// kind of placement has a scale.
std::optional<Message> smallestPriceSeen(const PaidCare& care);

} // namespace twelvefold::analysis
