// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/methods/straight_line.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace twelvefold::analysis {
namespace {

constexpr double kTuning = 1.345; // 95 % efficient where errors are normal (Huber 1964)
constexpr double kMadToSd = 0.6745;
constexpr int kMostSteps = 200;

double medianSize(std::vector<double>& scratch)
{
    const std::size_t half = scratch.size() / 2;
    const auto middle = scratch.begin() + static_cast<std::ptrdiff_t>(half);
    std::nth_element(scratch.begin(), middle, scratch.end());
    if (scratch.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(scratch.begin(), middle)) / 2;
}

void fitWeighted(std::span<const double> x, std::span<const double> y,
                 const std::vector<double>& weights, StraightLine& line)
{
    double sumW = 0, sumX = 0, sumY = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sumW += weights[i];
        sumX += weights[i] * x[i];
        sumY += weights[i] * y[i];
    }
    const double meanX = sumX / sumW;
    const double meanY = sumY / sumW;
    double xx = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += weights[i] * (x[i] - meanX) * (x[i] - meanX);
        xy += weights[i] * (x[i] - meanX) * (y[i] - meanY);
    }
    // Where all x are equal, their weighted mean may still miss them by a last digit.
    const double rounding = 1e-14 * meanX;
    line.slope = xx > sumW * rounding * rounding ? xy / xx : 0;
    line.intercept = meanY - line.slope * meanX;
}

} // namespace

StraightLine huberLine(std::span<const double> x, std::span<const double> y, double enough)
{
    StraightLine line;
    std::vector<double> weights(x.size(), 1.0);
    std::vector<double> residuals(x.size(), 0.0);
    std::vector<double> scratch(x.size());
    const auto findResiduals = [&] {
        double changed = 0, size = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double residual = y[i] - line.at(x[i]);
            changed += (residual - residuals[i]) * (residual - residuals[i]);
            size += residuals[i] * residuals[i];
            residuals[i] = residual;
            scratch[i] = std::abs(residual);
        }
        line.scale = medianSize(scratch) / kMadToSd;
        return std::sqrt(changed / std::max(size, 1e-20));
    };
    fitWeighted(x, y, weights, line);
    findResiduals();
    for (line.steps = 1; line.steps <= kMostSteps && line.scale > 0; ++line.steps) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double size = std::abs(residuals[i]) / line.scale;
            weights[i] = size <= kTuning ? 1 : kTuning / size;
        }
        fitWeighted(x, y, weights, line);
        if (findResiduals() <= enough)
            break;
    }
    return line;
}

} // namespace twelvefold::analysis
