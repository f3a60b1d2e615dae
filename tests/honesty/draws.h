// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/methods/least_squares.h"
#include "analysis/numbers/random.h"

#include <optional>
#include <vector>

// Data whose truth is known.
namespace twelvefold::honesty {

bool holds(std::optional<double> lower, std::optional<double> upper, double truth);

struct Pairs
{
    std::vector<double> x, y;
};

Pairs normalPairs(analysis::Random& random, std::size_t n, double rho);

// A total of levels, low for most: what need looks like.
double needTotal(analysis::Random& random);

enum class Noise
{
    even,
    growing, // its spread grows with x
    outliers // a tenth of the cases ten times as far
};

struct Line
{
    analysis::Design design{0};
    std::vector<double> x, y;
};
constexpr double kSlope = 0.7;

Line drawLine(analysis::Random& random, std::size_t n, Noise noise);

} // namespace twelvefold::honesty
