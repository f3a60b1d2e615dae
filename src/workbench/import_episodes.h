// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/records.h"

#include <optional>
#include <vector>

namespace twelvefold::workbench::import {

using namespace twelvefold::domain;

// Which of the episodes known speaks of the same stay as each of those that come; all are of one
// child and start on one day. What says the same in every word goes together first; then stays of
// no nights with such, and others with others, each in the order of what they say. Where the newer
// of two says that a stay ended on its first day that the older left open, they are the same stay.
// The order in which either stands does not matter.
enum class MayCorrect
{
    never,      // those known are the ones to believe
    laterReturn // one of the same or a later year's return
};
std::vector<std::optional<std::size_t>> sameStays(const std::vector<const Episode*>& coming,
                                                  const std::vector<const Episode*>& known,
                                                  MayCorrect mayCorrect);

} // namespace twelvefold::workbench::import
