// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/grid.h"

#include <cmath>

namespace twelvefold::domain {

double milesBetween(const GridPoint& a, const GridPoint& b)
{
    constexpr double kKilometresAMile = 1.6093;
    const double metres = std::hypot(double{1} * a.east - b.east, double{1} * a.north - b.north);
    return std::round(metres / 1000 / kKilometresAMile * 10) / 10;
}

} // namespace twelvefold::domain
