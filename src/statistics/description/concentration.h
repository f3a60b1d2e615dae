// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/messages.h"

#include <optional>
#include <span>

namespace twelvefold::statistics {

// How far a market lies in few hands. Shares are in percent of the whole.
struct Concentration
{
    std::size_t n = 0;          // sellers with anything, or with nothing, as given
    double hhi = 0;             // Herfindahl–Hirschman: Σ share², 10,000 for a single seller
    double effectiveNumber = 0; // 10,000 / HHI: so many equal sellers would give the same
    std::optional<double> normalised; // 0 for equal shares, 1 for one alone; two sellers or more
    double largest = 0;               // CR1
    double largestFour = 0;           // CR4
    double gini = 0;                  // 0 for equal shares
    std::optional<Message> undefined; // nothing else is then filled
};
Concentration concentration(std::span<const double> amounts); // none below zero

} // namespace twelvefold::statistics
