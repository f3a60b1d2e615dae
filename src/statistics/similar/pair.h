// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace twelvefold::statistics {

// How the distance between two need profiles is measured, in levels, each domain times its weight.
enum class Metric
{
    l1,        // the sum of the differences
    euclidean, // the root of the sum of their squares
    max        // the largest of them
};

// Two children of similar need.
struct Pair
{
    std::size_t a = 0; // the dearer child's row
    std::size_t b = 0;
    double distance = 0; // levels
    double costA = 0, costB = 0, ratio = 0;
};

} // namespace twelvefold::statistics
