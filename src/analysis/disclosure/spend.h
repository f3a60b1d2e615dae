// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"

#include <cstdint>
#include <functional>

namespace twelvefold::analysis {

// Fewer children than this stand behind no published figure (DfE and NHS practice: counts of 1 to
// 5 are withheld).
inline constexpr std::uint64_t kFewestChildren = 6;

// None, or enough of them.
constexpr bool noneOrEnough(std::uint64_t children)
{
    return children == 0 || children >= kFewestChildren;
}

// Some children and what they cost together.
struct Spend
{
    std::size_t children = 0; // with a cost above zero
    double pounds = 0;
    double largest = 0; // of one child

    void add(double cost);
    void add(const Spend& other);
    // Whether it says nothing of few: of nobody, or of enough children of whom none is over half.
    bool isSafe() const;
};

// Of those rows of a cohort, as its costs are counted; to the penny.
Spend spendOf(const domain::Cohort& cohort, const std::function<bool(std::size_t row)>& counts);

} // namespace twelvefold::analysis
