// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tukey's bisquare, u being the residual in scales over the tuning constant.
namespace twelvefold::statistics::bisquare {

inline constexpr double kForScale = 1.547640; // half of the cases may be anything
inline constexpr double kForFit = 4.685061;   // 95 % as precise as least squares on normal errors

// At most 1.
inline double loss(double u)
{
    const double left = 1.0 - u * u;
    return left > 0.0 ? 1.0 - left * left * left : 1.0;
}
inline double weight(double u)
{
    const double left = 1.0 - u * u;
    return left > 0.0 ? left * left : 0.0;
}

} // namespace twelvefold::statistics::bisquare
