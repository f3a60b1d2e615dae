// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/numbers/random.h"
#include "statistics/regression/least_squares.h"

#include <optional>
#include <vector>

// Data whose truth is known.
namespace twelvefold::honesty {

bool holds(std::optional<double> lower, std::optional<double> upper, double truth);

struct Pairs
{
    std::vector<double> x, y;
};

Pairs normalPairs(statistics::Random& random, std::size_t n, double rho);

// A total of levels, low for most: what need looks like.
double needTotal(statistics::Random& random);

enum class Noise
{
    even,
    growing, // its spread grows with x
    outliers // a tenth of the cases ten times as far
};

struct Line
{
    statistics::Design design{0};
    std::vector<double> x, y;
};
constexpr double kSlope = 0.7;

Line drawLine(statistics::Random& random, std::size_t n, Noise noise);

} // namespace twelvefold::honesty
