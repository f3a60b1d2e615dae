// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/trace.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

// Small counts in a table that is published with its totals: which must be withheld, and what an
// outsider could still work out.
namespace twelvefold::analysis {

// counts[row * columns + column]. All row totals are published; the column totals too, unless the
// table is a list of one row.
struct CountTable
{
    std::size_t rows = 0, columns = 0;
    std::vector<std::uint64_t> counts;
    bool columnTotals = true;
};

// What a withheld count may be, given everything that is published: both ends included.
struct CountRange
{
    std::size_t cell = 0;
    std::uint64_t lower = 0, upper = 0;
    std::uint64_t width() const { return upper - lower; }
};

// The range of every withheld cell, by the largest flow that could raise or lower it (Cox 1980).
std::vector<CountRange> rangesOf(const CountTable& table, const std::vector<bool>& withheld);

// Withheld cells that can be worked out exactly: the bridges of the graph of rows and columns whose
// edges are the withheld cells (Gusfield 1988), in time linear in its size. A withheld zero is not
// told apart from a positive count.
std::vector<std::size_t> recoverableCells(const CountTable& table,
                                          const std::vector<bool>& withheld);

struct TableSuppression
{
    std::vector<bool> withheld; // as the counts
    std::size_t primary = 0, secondary = 0;
    std::uint64_t secondarySum = 0; // of the counts withheld to protect others
    std::vector<CountRange> ranges;
    // Set when no choice of counts protects them all: totals must be withheld, or categories
    // merged.
    std::optional<Message> undefined;
};

// Withholds every count from 1 to threshold - 1, those that are `withheldAnyway` for another reason
// (as the counts; may be empty), and of the others the fewest, then the smallest,
// such that each withheld count's range is at least `width` wide. Zeros are published. Found by the
// cheapest cycle through each count that is not safe yet, less what proves unnecessary; in tables
// small enough all choices of fewer or smaller counts are then gone through. Whatever comes out has
// passed the audit of rangesOf().
TableSuppression suppressTable(const CountTable& table, std::uint64_t threshold,
                               std::uint64_t width, const std::vector<bool>& withheldAnyway = {});

} // namespace twelvefold::analysis
