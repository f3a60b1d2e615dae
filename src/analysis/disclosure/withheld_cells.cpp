// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/disclosure/withheld_cells.h"

#include "analysis/disclosure/table_suppression.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::analysis {
namespace {

// A withheld sum must not be known more closely than to this share of it.
constexpr double kLeastUncertainty = 0.2;

std::vector<bool> withheldOrAll(const CountTable& table, std::uint64_t threshold,
                                std::uint64_t width, const std::vector<bool>& withheldAnyway)
{
    const TableSuppression found = suppressTable(table, threshold, width, withheldAnyway);
    return found.undefined ? std::vector<bool>(table.counts.size(), true) : found.withheld;
}

// Whether sums withheld together protect each other: together they are safe, and the others leave
// enough doubt about each that is not safe by itself.
bool protectEachOther(std::span<const Spend> spends, const std::vector<bool>& unsafe,
                      const std::vector<bool>& withheld)
{
    Spend all;
    std::size_t number = 0;
    for (std::size_t i = 0; i < spends.size(); ++i) {
        if (!withheld[i] || spends[i].children == 0)
            continue;
        ++number;
        all.add(spends[i]);
    }
    if (number == 0)
        return true;
    if (number == 1 || !all.isSafe())
        return false;
    for (std::size_t i = 0; i < spends.size(); ++i) {
        if (unsafe[i] && all.pounds - spends[i].pounds < kLeastUncertainty * spends[i].pounds)
            return false;
    }
    return true;
}

constexpr std::size_t kWithheldNone = std::size_t(-1);

// The smallest sum of those cells that is still shown.
template<class Cells>
std::size_t smallestShown(std::span<const Spend> spends, const std::vector<bool>& withheld,
                          const Cells& cells)
{
    std::size_t smallest = kWithheldNone;
    for (const std::size_t cell : cells) {
        if (!withheld[cell] && spends[cell].children > 0 &&
            (smallest == kWithheldNone || spends[cell].pounds < spends[smallest].pounds))
            smallest = cell;
    }
    return smallest;
}

using Line = std::vector<std::size_t>; // the cells of a row or of a column

std::vector<Line> linesOf(const SpendTable& table)
{
    std::vector<Line> lines(table.rows + table.columns);
    for (std::size_t cell = 0; cell < table.spends.size(); ++cell) {
        lines[cell / table.columns].push_back(cell);
        lines[table.rows + cell % table.columns].push_back(cell);
    }
    return lines;
}

// What is withheld of a row or column is known together, so together it has to be safe: adds the
// smallest others until it is; whether any had to be added. Where all of it is withheld, only its
// total is known.
bool protectLine(const SpendTable& table, const Line& line, std::vector<bool>& withheld)
{
    bool added = false;
    for (;;) {
        Spend together;
        for (const std::size_t cell : line)
            if (withheld[cell])
                together.add(table.spends[cell]);
        const std::size_t next = smallestShown(table.spends, withheld, line);
        if (together.isSafe() || next == kWithheldNone)
            return added;
        withheld[next] = true;
        added = true;
    }
}

} // namespace

std::vector<bool> withheldCounts(std::span<const std::uint64_t> counts,
                                 const std::vector<bool>& withheldAnyway)
{
    CountTable beyondOne{1, counts.size(), {}, false};
    std::vector<bool> withheld = withheldAnyway;
    withheld.resize(counts.size(), false);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        withheld[i] = withheld[i] || !noneOrEnough(counts[i]);
        beyondOne.counts.push_back(counts[i] - std::min<std::uint64_t>(counts[i], 1));
    }
    return withheldOrAll(beyondOne, 0, kFewestChildren, withheld);
}

std::vector<bool> withheldSums(std::span<const Spend> spends,
                               const std::vector<bool>& withheldAnyway)
{
    std::vector<bool> withheld = withheldAnyway;
    withheld.resize(spends.size(), false);
    Line all;
    for (std::size_t i = 0; i < spends.size(); ++i) {
        withheld[i] = withheld[i] || !spends[i].isSafe();
        all.push_back(i);
    }
    const std::vector<bool> unsafe = withheld;
    while (!protectEachOther(spends, unsafe, withheld)) {
        const std::size_t next = smallestShown(spends, withheld, all);
        if (next == kWithheldNone)
            break; // all are withheld: only their sum is known
        withheld[next] = true;
    }
    return withheld;
}

std::vector<bool> withheldCounts(const SpendTable& table)
{
    return withheldOrAll({table.rows, table.columns, table.counts, true}, kFewestChildren,
                         kFewestChildren, {});
}

std::vector<bool> withheldSums(const SpendTable& table)
{
    std::vector<bool> withheld = withheldCounts(table);
    CountTable pounds{table.rows, table.columns, {}, true};
    double largestUnsafe = 0;
    for (std::size_t cell = 0; cell < table.spends.size(); ++cell) {
        const Spend& spend = table.spends[cell];
        pounds.counts.push_back(std::uint64_t(std::llround(spend.pounds)));
        withheld[cell] = withheld[cell] || !spend.isSafe();
        if (withheld[cell])
            largestUnsafe = std::max(largestUnsafe, spend.pounds);
    }
    const auto width = std::uint64_t(std::ceil(kLeastUncertainty * largestUnsafe)) + 1;
    const std::vector<Line> lines = linesOf(table);
    for (bool added = true; added;) {
        withheld = withheldOrAll(pounds, 0, width, withheld);
        added = false;
        for (const Line& line : lines)
            added = protectLine(table, line, withheld) || added;
    }
    return withheld;
}

bool totalsTellOfFewChildren(const SpendTable& table)
{
    const CountTable counts{table.rows, table.columns, table.counts, true};
    std::vector<bool> hidden;
    for (const std::uint64_t count : table.counts)
        hidden.push_back(count > 0);
    return std::ranges::any_of(rangesOf(counts, hidden), [&](const CountRange& range) {
        return !noneOrEnough(table.counts[range.cell]) && range.width() < kFewestChildren;
    });
}

bool totalsTellOfUnsafeSums(const SpendTable& table)
{
    CountTable pounds{table.rows, table.columns, {}, true};
    std::vector<bool> hidden;
    for (const Spend& spend : table.spends) {
        pounds.counts.push_back(std::uint64_t(std::llround(spend.pounds)));
        hidden.push_back(spend.children > 0);
    }
    return std::ranges::any_of(rangesOf(pounds, hidden), [&](const CountRange& range) {
        const Spend& spend = table.spends[range.cell];
        return !spend.isSafe() && double(range.width()) < kLeastUncertainty * spend.pounds;
    });
}

bool allCountsAreSafe(const SpendTable& table)
{
    return std::ranges::all_of(table.counts, noneOrEnough);
}

bool allSumsAreSafe(const SpendTable& table)
{
    return allCountsAreSafe(table) && std::ranges::all_of(table.spends, &Spend::isSafe);
}

} // namespace twelvefold::analysis
