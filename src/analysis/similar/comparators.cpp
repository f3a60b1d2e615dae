// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/similar/comparators.h"

#include "analysis/numbers/parallel.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::analysis {
namespace {

constexpr std::size_t kEnough = 5;
constexpr std::size_t kInstead = 10;

ValueRange rangeOf(const ProfileTable& table)
{
    ValueRange range(table.domains);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.usable(row))
            range.include(table.profile(row));
    }
    return range;
}

// Quartiles as in descriptive.h, found without sorting everything. Reorders the values.
Quartiles quartilesBySelection(std::span<double> values)
{
    const auto begin = values.begin();
    const auto half = begin + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::nth_element(begin, half, values.end());
    // What lies before the half stays before it, so each quartile is sought on its own side.
    const auto between = [&](double p) {
        const double place = p * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const auto at = begin + static_cast<std::ptrdiff_t>(below);
        if (at < half)
            std::nth_element(begin, at, half);
        else if (at > half)
            std::nth_element(half + 1, at, values.end());
        const double share = place - static_cast<double>(below);
        if (share == 0)
            return *at;
        const double next = *std::min_element(at + 1, values.end());
        return (1 - share) * *at + share * next;
    };
    return {between(0.25), between(0.5), between(0.75)};
}

// Quartiles of sorted values but one.
Quartiles quartilesWithout(std::span<const double> sorted, std::size_t leftOut)
{
    const auto between = [&](double p) {
        const double place = p * static_cast<double>(sorted.size() - 2);
        const auto below = static_cast<std::size_t>(place);
        const auto value = [&](std::size_t i) { return sorted[i < leftOut ? i : i + 1]; };
        const double share = place - static_cast<double>(below);
        return share == 0 ? value(below) : (1 - share) * value(below) + share * value(below + 1);
    };
    return {between(0.25), between(0.5), between(0.75)};
}

} // namespace

ComparatorSearch::ComparatorSearch(const ProfileTable& table, const Likeness& likeness)
    : m_table(table), m_likeness(likeness), m_cells(table, usableByCost(table)),
      m_range(rangeOf(table)),
      m_index(table, m_cells, m_range, likeness, ProfileIndex::Use::nearAndNearest)
{
}

void ComparatorSearch::forEachChild(
    bool listed, std::stop_token stop,
    const std::function<void(std::size_t, const Comparators&)>& take) const
{
    inParts(m_cells.size(), 4000, [&](std::size_t first, std::size_t last) {
        Scratch scratch;
        for (std::size_t cell = first; cell < last && !stop.stop_requested(); ++cell)
            forCell(cell, listed, scratch, take);
    });
}

void ComparatorSearch::forCell(
    std::size_t cell, bool listed, Scratch& scratch,
    const std::function<void(std::size_t, const Comparators&)>& take) const
{
    const double* profile = m_cells.profile(cell);
    m_index.near(profile, m_cells.group(cell), {}, scratch.cells);
    gather(scratch);
    const auto rows = m_cells.rows(cell);
    const auto costs = m_cells.costs(cell);
    const bool enough = scratch.children > kEnough; // one of them is the child
    if (enough && rows.size() > 1)
        std::sort(scratch.costs.begin(), scratch.costs.end());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Comparators result;
        if (!enough) {
            nearestInstead(profile, m_cells.group(cell), rows[i], listed, scratch, result);
            take(rows[i], result);
            continue;
        }
        result.count = scratch.children - 1;
        if (rows.size() > 1) {
            const auto own = std::lower_bound(scratch.costs.begin(), scratch.costs.end(), costs[i]);
            result.costs = quartilesWithout(scratch.costs,
                                            static_cast<std::size_t>(own - scratch.costs.begin()));
        } else {
            std::iter_swap(std::find(scratch.costs.begin(), scratch.costs.end(), costs[i]),
                           scratch.costs.end() - 1);
            result.costs =
                quartilesBySelection(std::span(scratch.costs).first(scratch.costs.size() - 1));
        }
        if (listed)
            result.nearestFirst = list(profile, scratch, rows[i]);
        take(rows[i], result);
    }
}

Comparators ComparatorSearch::of(const double* profile, std::int32_t group,
                                 std::uint32_t itself) const
{
    Scratch scratch;
    Comparators result;
    m_index.near(profile, group, {}, scratch.cells);
    gather(scratch);
    result.nearestFirst = list(profile, scratch, itself);
    result.count = result.nearestFirst.size();
    if (result.count < kEnough) {
        nearestInstead(profile, group, itself, true, scratch, result);
        return result;
    }
    std::vector<double> costs;
    for (const Near& near : result.nearestFirst)
        costs.push_back(m_table.costs[near.row]);
    result.costs = quartilesBySelection(costs);
    return result;
}

void ComparatorSearch::gather(Scratch& scratch) const
{
    scratch.costs.clear();
    for (const std::uint32_t cell : scratch.cells) {
        const auto costs = m_cells.costs(cell);
        scratch.costs.insert(scratch.costs.end(), costs.begin(), costs.end());
    }
    scratch.children = scratch.costs.size();
}

void ComparatorSearch::nearestInstead(const double* profile, std::int32_t group,
                                      std::uint32_t itself, bool listed, Scratch& scratch,
                                      Comparators& result) const
{
    m_index.nearest(profile, group, kInstead, itself, scratch.nearest);
    result.nearestInstead = !scratch.nearest.empty();
    result.count = scratch.nearest.size();
    std::vector<double> costs;
    for (const Near& near : scratch.nearest)
        costs.push_back(m_table.costs[near.row]);
    if (!costs.empty())
        result.costs = quartilesBySelection(costs);
    result.nearestFirst.clear();
    if (listed)
        result.nearestFirst = scratch.nearest;
}

std::vector<Near> ComparatorSearch::list(const double* profile, const Scratch& scratch,
                                         std::uint32_t itself) const
{
    std::vector<Near> nearest;
    nearest.reserve(scratch.children);
    for (const std::uint32_t cell : scratch.cells) {
        const double distance = distanceBetween(profile, m_cells.profile(cell), m_table.domains,
                                                m_table.weights, m_likeness.metric);
        for (const std::uint32_t row : m_cells.rows(cell)) {
            if (row != itself)
                nearest.push_back({distance, row});
        }
    }
    std::sort(nearest.begin(), nearest.end());
    return nearest;
}

} // namespace twelvefold::analysis
