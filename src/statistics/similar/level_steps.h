// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/similar_need.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// Every way from one profile of whole levels to another within the tolerance: a step a domain, no
// longer in each than its `greatest`, at most 127. Nothing when there are more than `most`.
std::optional<std::vector<std::vector<std::int8_t>>> levelSteps(const ProfileTable& table,
                                                                const Likeness& likeness,
                                                                std::span<const int> greatest,
                                                                std::size_t most);

} // namespace twelvefold::statistics
