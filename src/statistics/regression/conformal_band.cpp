// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/conformal_band.h"

#include "statistics/numbers/parallel.h"
#include "statistics/numbers/random.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace twelvefold::statistics {
namespace {

constexpr std::size_t kFolds = 10;
constexpr std::size_t kConformalBandFew = 2000; // points, whose ends are soon worked out one by one

// An end may be the very value of a point with the same x.
constexpr double kConformalRounding = 1e-12;

// Rounding must not turn 0.9 · 10 into a hair more than 9.
std::size_t rankFor(std::size_t n, double coverage)
{
    return static_cast<std::size_t>(std::ceil(coverage * static_cast<double>(n + 1) - 1e-9));
}

} // namespace

std::optional<ConformalBand> ConformalBand::fit(std::span<const double> x,
                                                std::span<const double> y, double coverage,
                                                std::uint64_t seed, std::uint64_t stream,
                                                const MmLine* near)
{
    ConformalBand band;
    band.m_n = x.size();
    band.m_rank = rankFor(band.m_n, coverage);
    if (band.m_n < kLeast || band.m_rank > band.m_n)
        return std::nullopt;
    band.m_line = near != nullptr ? mmLine(x, y, *near) : mmLine(x, y);
    std::vector<std::uint32_t> order(band.m_n);
    std::iota(order.begin(), order.end(), 0U);
    Random(seed, stream).shuffle(std::span(order));
    // Dealt once, so that each fold reads them one after another and not all over memory.
    std::vector<double> dealtX, dealtY;
    for (const std::uint32_t place : order) {
        dealtX.push_back(x[place]);
        dealtY.push_back(y[place]);
    }
    band.m_folds.resize(kFolds);
    inParts(kFolds, band.m_n > 5000 ? 1 : kFolds, [&](std::size_t first, std::size_t last) {
        std::vector<double> otherX, otherY;
        for (std::size_t k = first; k < last; ++k) {
            otherX.clear();
            otherY.clear();
            for (std::size_t i = 0; i < order.size(); ++i) {
                if (i % kFolds != k) {
                    otherX.push_back(dealtX[i]);
                    otherY.push_back(dealtY[i]);
                }
            }
            Fold& fold = band.m_folds[k];
            fold.line = mmLine(otherX, otherY, band.m_line).line;
            for (std::size_t i = k; i < order.size(); i += kFolds)
                fold.sizes.push_back(std::abs(dealtY[i] - fold.line.at(dealtX[i])));
            std::sort(fold.sizes.begin(), fold.sizes.end());
        }
    });
    return band;
}

ConformalBand::Range ConformalBand::at(double x) const
{
    // The lower end is minus the upper end of the mirrored problem.
    return {smallest(x, -1, m_n + 1 - m_rank), smallest(x, 1, m_rank)};
}

double ConformalBand::smallest(double x, double sign, std::size_t rank) const
{
    if (m_n <= kConformalBandFew)
        return smallestOfFew(x, sign, rank);
    // Bisection on the value: how many lie at or below it is known fold by fold.
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const Fold& fold : m_folds) {
        for (const double size : {fold.sizes.front(), fold.sizes.back()}) {
            low = std::min(low, fold.line.at(x) + sign * size);
            high = std::max(high, fold.line.at(x) + sign * size);
        }
    }
    const auto atMost = [&](double value) {
        std::size_t count = 0;
        for (const Fold& fold : m_folds) {
            const double size = sign * (value - fold.line.at(x));
            const auto begin = fold.sizes.begin();
            count += static_cast<std::size_t>(
                sign > 0 ? std::upper_bound(begin, fold.sizes.end(), size) - begin
                         : fold.sizes.end() - std::lower_bound(begin, fold.sizes.end(), size));
        }
        return count;
    };
    while (high - low > 1e-14) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            break;
        (atMost(middle) >= rank ? high : low) = middle;
    }
    return high;
}

double ConformalBand::smallestOfFew(double x, double sign, std::size_t rank) const
{
    std::vector<double> ends;
    ends.reserve(m_n);
    for (const Fold& fold : m_folds) {
        const double at = fold.line.at(x);
        for (const double size : fold.sizes)
            ends.push_back(at + sign * size);
    }
    const auto wanted = ends.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(ends.begin(), wanted, ends.end());
    return *wanted;
}

std::optional<std::size_t> ConformalBand::keptOfOthers(std::span<const double> x,
                                                       std::span<const double> y, double coverage,
                                                       std::uint64_t seed, std::uint64_t stream,
                                                       std::stop_token stop)
{
    constexpr std::size_t kParts = 10;
    if (x.size() < kLeast)
        return std::nullopt;
    const MmLine whole = mmLine(x, y);
    std::vector<std::uint32_t> order(x.size());
    std::iota(order.begin(), order.end(), 0U);
    Random(seed, stream).shuffle(std::span(order));
    std::size_t within = 0;
    for (std::size_t part = 0; part < kParts; ++part) {
        if (stop.stop_requested())
            return std::nullopt;
        std::vector<double> otherX, otherY;
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i % kParts != part) {
                otherX.push_back(x[order[i]]);
                otherY.push_back(y[order[i]]);
            }
        }
        const auto band = fit(otherX, otherY, coverage, seed, stream + 1 + part, &whole);
        if (!band)
            return std::nullopt;
        std::map<double, Range> known; // many share their x
        for (std::size_t i = part; i < order.size(); i += kParts) {
            const auto [entry, isNew] = known.try_emplace(x[order[i]]);
            if (isNew)
                entry->second = band->at(x[order[i]]);
            const Range& range = entry->second;
            const double value = y[order[i]];
            within += range.lower - kConformalRounding <= value &&
                              value <= range.upper + kConformalRounding
                          ? 1
                          : 0;
        }
    }
    return within;
}

double ConformalBand::guarantee(std::size_t n, std::size_t folds, double coverage)
{
    const double k = static_cast<double>(folds);
    const double m = static_cast<double>(n) / k;
    const double slack = std::min(2 * (1 - 1 / k) / (m + 1), (1 - 1 / m) / (k + 1));
    return 1 - 2 * (1 - coverage) - slack;
}

} // namespace twelvefold::statistics
