// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace twelvefold::statistics {

// Wilcoxon's signed-rank test of whether differences centre on zero.
struct SignedRank
{
    std::size_t n = 0;             // differences that are not zero
    double v = 0;                  // the sum of the ranks of those above zero
    std::optional<double> p;       // as R gives it; absent where every difference is zero
    std::optional<double> pNormal; // normal, ties allowed for, no continuity correction
    bool exact = false;            // p: exact for n below 50 without zeros or ties,
                                   // else normal with continuity correction
};
SignedRank signedRank(std::span<const double> differences);

// Two-sided p of so many differences above zero among those that are not zero.
std::optional<double> signTest(std::size_t above, std::size_t below);

} // namespace twelvefold::statistics
