// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace twelvefold::domain {

// A point of the Ordnance Survey's national grid of Great Britain, in whole metres.
struct GridPoint
{
    std::int32_t east = 0, north = 0;
    bool operator==(const GridPoint&) const = default;
};

// As the crow flies, in miles with one decimal: PL_DISTANCE of the statutory return, √(ΔE² + ΔN²) /
// 1000 / 1.6093.
double milesBetween(const GridPoint& a, const GridPoint& b);

} // namespace twelvefold::domain
