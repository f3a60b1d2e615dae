// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/metric.h"

#include <cstddef>

namespace twelvefold::statistics {

// Two children of similar need.
struct Pair
{
    std::size_t a = 0; // the dearer child's row
    std::size_t b = 0;
    double distance = 0; // levels
    double costA = 0, costB = 0, ratio = 0;
};

} // namespace twelvefold::statistics
