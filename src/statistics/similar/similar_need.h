// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/pair.h"

#include <cstdint>
#include <limits>
#include <span>
#include <stop_token>
#include <vector>

// Pairs of children with similar needs, on plain columns: what analyse() does for a cohort, for any
// table. Exact for any data, and without looking at every pair.
namespace twelvefold::statistics {

// The children to compare. The order of the rows breaks ties: put them in pseudonym order.
struct ProfileTable
{
    std::size_t domains = 0;          // at least 1
    std::vector<double> values;       // row after row, `domains` numbers each
    std::vector<double> costs;        // one a row
    std::vector<double> weights;      // one a domain, above 0; empty: all 1
    std::vector<std::int32_t> groups; // one a row; empty: all comparable; below 0: with none

    std::size_t size() const { return costs.size(); }
    const double* profile(std::size_t row) const { return values.data() + row * domains; }
    std::int32_t group(std::size_t row) const { return groups.empty() ? 0 : groups[row]; }
    bool countsAlike() const; // every domain
    Pair pair(std::size_t dearer, std::size_t cheaper, double ratio, Metric metric) const;
    // Whether a row takes part: every value finite, a finite cost above zero, a group.
    bool usable(std::size_t row) const;
};

// How far apart two profiles are, and how far apart similar ones may be.
struct Likeness
{
    Metric metric = Metric::l1;
    double tolerance = 2;

    // Weighted differences that should add up to the tolerance exactly may miss it in their last
    // binary digit, so a millionth of a millionth of it is let through.
    bool includes(double distance) const { return distance <= tolerance * (1 + 1e-12); }
};
// Of two profiles of so many domains; no weights: all 1.
double distanceBetween(const double* a, const double* b, std::size_t domains,
                       std::span<const double> weights, Metric metric);

// The pairs with the highest cost ratio: ratio first, ties by the earlier row, then the later one.
// Only ratios of at least minRatio; fewer than `top` when there are no more.
std::vector<Pair> widestPairs(const ProfileTable& table, const Likeness& likeness, std::size_t top,
                              double minRatio = 1);

// The same with each child in one pair at most, taken greedily in that order.
std::vector<Pair> widestPairsEachChildOnce(const ProfileTable& table, const Likeness& likeness,
                                           std::size_t top, double minRatio = 1);

inline constexpr std::size_t kAllPairs = std::numeric_limits<std::size_t>::max();

struct PairCounts
{
    std::size_t children = 0;
    std::uint64_t pairs = 0;            // within the tolerance
    std::vector<std::uint64_t> atLeast; // of those, one count a ratio asked for
};
PairCounts countPairs(const ProfileTable& table, const Likeness& likeness,
                      std::span<const double> ratios, std::stop_token stop = {});

} // namespace twelvefold::statistics
