// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/numbers/parallel.h"
#include "analysis/similar/profile_cells.h"
#include "analysis/similar/profile_index.h"
#include "analysis/similar/similar_need.h"

#include <mutex>

namespace twelvefold::analysis {
namespace {

// Pairs of a child of one cell with a child of another where the first costs at least so many times
// the second. Both are sorted, so the end of those who qualify only ever moves on.
std::uint64_t dearerBy(double ratio, std::span<const double> dear, std::span<const double> cheap)
{
    std::uint64_t count = 0;
    std::size_t qualify = 0;
    for (const double cost : dear) {
        while (qualify < cheap.size() && cost / cheap[qualify] >= ratio)
            ++qualify;
        count += qualify;
    }
    return count;
}

// As above between two children of the same cell, for ratios above 1.
std::uint64_t dearerWithin(double ratio, std::span<const double> costs)
{
    if (ratio > 1)
        return dearerBy(ratio, costs, costs);
    return static_cast<std::uint64_t>(costs.size()) * (costs.size() - 1) / 2;
}

// Between two cells, either way round.
std::uint64_t apartBy(double ratio, std::span<const double> a, std::span<const double> b)
{
    if (ratio > 1)
        return dearerBy(ratio, a, b) + dearerBy(ratio, b, a);
    return static_cast<std::uint64_t>(a.size()) * b.size();
}

// Two children: the most common case, when needs differ widely.
void addPair(double a, double b, std::span<const double> ratios, PairCounts& counts)
{
    const double ratio = std::max(a, b) / std::min(a, b);
    ++counts.pairs;
    for (std::size_t i = 0; i < ratios.size(); ++i)
        counts.atLeast[i] += ratio >= ratios[i] ? 1 : 0;
}

void addCells(std::span<const double> own, std::span<const double> others, bool itself,
              std::span<const double> ratios, PairCounts& counts)
{
    const auto n = static_cast<std::uint64_t>(own.size());
    counts.pairs += itself ? n * (n - 1) / 2 : n * others.size();
    for (std::size_t i = 0; i < ratios.size(); ++i)
        counts.atLeast[i] +=
            itself ? dearerWithin(ratios[i], own) : apartBy(ratios[i], own, others);
}

} // namespace

PairCounts countPairs(const ProfileTable& table, const Likeness& likeness,
                      std::span<const double> ratios, std::stop_token stop)
{
    const std::vector<std::uint32_t> rows = usableByCost(table);
    const ProfileCells cells(table, rows);
    ValueRange range(table.domains);
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        range.include(cells.profile(cell));
    const ProfileIndex index(table, cells, range, likeness);

    PairCounts total;
    total.children = rows.size();
    total.atLeast.assign(ratios.size(), 0);
    std::mutex adding;
    inParts(cells.size(), 8000, [&](std::size_t first, std::size_t last) {
        PairCounts part;
        part.atLeast.assign(ratios.size(), 0);
        std::vector<std::uint32_t> found;
        for (std::size_t cell = first; cell < last && !stop.stop_requested(); ++cell) {
            const auto own = cells.costs(cell);
            index.near(cells.profile(cell), cells.group(cell), {}, found);
            for (const std::uint32_t other : found) {
                const auto others = cells.costs(other);
                if (other > cell && own.size() == 1 && others.size() == 1)
                    addPair(own[0], others[0], ratios, part);
                else if (other >= cell)
                    addCells(own, others, other == cell, ratios, part);
            }
        }
        const std::lock_guard lock(adding);
        total.pairs += part.pairs;
        for (std::size_t i = 0; i < ratios.size(); ++i)
            total.atLeast[i] += part.atLeast[i];
    });
    return total;
}

} // namespace twelvefold::analysis
