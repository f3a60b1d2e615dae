// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/messages.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

// Where a column lies and how far it spreads, in figures that no few values can carry away.
namespace twelvefold::statistics {

enum class SpreadBy
{
    mad,         // 1.4826 times the median distance from the median
    quartiles,   // their distance / 1.349: where over half of the values are equal
    meanDistance // 1.2533 times the mean distance from the median: where the quartiles are equal
};

// Each estimates the standard deviation where values are normal.
struct RobustSpread
{
    double value = 0; // above 0
    SpreadBy by = SpreadBy::mad;
};

// Whiskers that follow a skewed column's longer side (Hubert & Vandervieren 2008): the furthest
// values within 1.5 times the hinges' distance, stretched by e^(3 medcouple) on the longer side and
// shrunk by e^(-4 medcouple) on the other.
struct AdjustedBox
{
    double whiskerLow = 0, hingeLow = 0, median = 0, hingeHigh = 0, whiskerHigh = 0;
    std::size_t outside = 0; // values beyond the whiskers
};

struct RobustColumn
{
    std::size_t n = 0;
    std::optional<double> median;
    std::optional<double> mad;           // 1.4826 times; may be 0
    std::optional<double> quartileRange; // type 7 quartiles
    std::optional<RobustSpread> spread;  // the first of SpreadBy above 0; absent: all are equal
    // Huber's location, psi constant 1.5, at that spread (Huber 1981; MASS::huber).
    std::optional<double> huber;
    std::optional<double> trimmed; // mean without the lowest and the highest tenth
    // Of two values or more, made right for normal values at every n (Rousseeuw & Croux 1993;
    // corrections of robustbase 0.95). May be 0 where many values are equal.
    std::optional<double> qn, sn;
    std::optional<double> medcouple; // skewness, -1 to 1 (Brys, Hubert & Struyf 2004)
    std::optional<AdjustedBox> box;
    std::vector<Message> notes;
};
// Finite values; about n log n.
RobustColumn robustColumn(std::span<const double> values);

} // namespace twelvefold::statistics
