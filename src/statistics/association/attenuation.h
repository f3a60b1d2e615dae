// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/messages.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace twelvefold::statistics {

// How reliable a measure is: 0 (noise) to 1 (no noise), and on how many children that was found;
// 0 children: it is taken as exact.
struct KnownReliability
{
    double value = 1;
    std::size_t children = 0;
};

// A correlation and its interval.
struct Correlated
{
    double estimate = 0;
    std::optional<double> lower, upper;
};

// What a correlation would be if neither column carried noise: r / √(r_xx r_yy) (Spearman 1904).
// The noise of either is taken to be independent of all else. May come out beyond 1: it is then
// given as it is, with a note. The interval carries the uncertainty of the correlation and of both
// reliabilities (Fisher's interval for these), combined as recovered variances (Zou & Donner 2008).
struct Disattenuated
{
    std::optional<double> estimate, lower, upper;
    std::vector<Message> notes;
    std::optional<Message> undefined;
};
Disattenuated withoutNoise(const Correlated& correlation, const KnownReliability& x,
                           const KnownReliability& y = {});

// A correlation's 95 % interval by Fisher's z on n cases; absent for n below 4 or |r| = 1.
Correlated fisherInterval(double r, std::size_t n);

} // namespace twelvefold::statistics
