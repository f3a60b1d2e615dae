// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/disclosure/spend.h"

#include <cstdint>
#include <span>
#include <vector>

// Which cells of a table that is published with its totals are withheld, because few children
// stand behind them or because they would give such a cell away.
namespace twelvefold::analysis {

// Of counts that add up to a published one, those to withhold: from 1 to 5, those withheld for
// another reason, and as few and as small others as leave each of them a range of six to a reader
// who takes each part that is there for one child at least (table_suppression.h). All of them where
// nothing less protects them.
std::vector<bool> withheldCounts(std::span<const std::uint64_t> counts,
                                 const std::vector<bool>& withheldAnyway = {});

// Of sums that add up to a published one: those that are not safe, those withheld for another
// reason, and the smallest others until what is withheld is, together, a safe sum and leaves doubt
// about each of a fifth of it (the p-% rule of statistical offices).
std::vector<bool> withheldSums(std::span<const Spend> spends,
                               const std::vector<bool>& withheldAnyway = {});

// Counts and sums of one table, row by row, of which all totals of rows and of columns are known.
struct SpendTable
{
    std::size_t rows = 0, columns = 0;
    std::vector<std::uint64_t> counts; // [row * columns + column]
    std::vector<Spend> spends;
};

std::vector<bool> withheldCounts(const SpendTable& table);
// Not fewer than of the counts.
std::vector<bool> withheldSums(const SpendTable& table);

// Whether the totals of rows and of columns alone, and which cells are empty, tell of few children,
// or what a sum is that is not safe to a fifth of it, by the range that each cell can have.
bool totalsTellOfFewChildren(const SpendTable& table);
bool totalsTellOfUnsafeSums(const SpendTable& table);

// The plain rule, for tables of more than two ways: whether every cell is of none or of enough.
bool allCountsAreSafe(const SpendTable& table);
bool allSumsAreSafe(const SpendTable& table);

} // namespace twelvefold::analysis
