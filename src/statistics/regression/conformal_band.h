// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/straight_line.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace twelvefold::statistics {

// The range in which the next child's y is expected, given x: CV+ (Barber, Candès, Ramdas &
// Tibshirani 2021) with up to ten folds, dealt by the seed, around the MM line. The line without a
// fold is sought near the one through all, which decides only between lines that fit as well.
//
// Each child is held against the line fitted without their fold. The band's upper end at x is the
// ⌈c(n + 1)⌉-th smallest over all children of (their line at x) + (the size of their residual), c
// being the coverage; the lower end mirrors it.
class ConformalBand
{
public:
    // Fewer children than this make no band.
    static constexpr std::size_t kLeast = 10;

    // Nothing when there are too few points for the coverage. Streams are of random.h. Near: the
    // line through points of which these are most, if it is known.
    static std::optional<ConformalBand> fit(std::span<const double> x, std::span<const double> y,
                                            double coverage, std::uint64_t seed,
                                            std::uint64_t stream, const MmLine* near = nullptr);

    struct Range
    {
        double lower = 0, upper = 0;
    };
    Range at(double x) const;
    std::size_t folds() const { return m_folds.size(); }
    const MmLine& line() const { return m_line; } // through all points
    // How many of the points lie in the band that the others make, a tenth being left out in turn:
    // in the band that they helped to make more of them do. Takes the stream and the ten after it.
    // Nothing where the others are too few, or when stopped.
    static std::optional<std::size_t> keptOfOthers(std::span<const double> x,
                                                   std::span<const double> y, double coverage,
                                                   std::uint64_t seed, std::uint64_t stream,
                                                   std::stop_token stop = {});
    // What is certain without assumptions about the line, on average over children.
    static double guarantee(std::size_t n, std::size_t folds, double coverage);

private:
    struct Fold
    {
        StraightLine line;         // fitted without the fold
        std::vector<double> sizes; // of its residuals about that line, rising
    };
    // The rank-th smallest (from 1) of line ± size; the sign tells which.
    double smallest(double x, double sign, std::size_t rank) const;

    double smallestOfFew(double x, double sign, std::size_t rank) const;

    MmLine m_line;
    std::vector<Fold> m_folds;
    std::size_t m_n = 0;
    std::size_t m_rank = 0; // ⌈c(n + 1)⌉
};

} // namespace twelvefold::statistics
