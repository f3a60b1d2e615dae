// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/groups/robust_groups.h"

#include "statistics/regression/fit_messages.h"
#include "statistics/regression/mm.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <string>

namespace twelvefold::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// Weighted sums over all rows and over each group's: all that the likelihood asks for.
struct WeightedSums
{
    MatrixXd cross;      // X'WX
    VectorXd along;      // X'Wy
    double square = 0;   // y'Wy
    MatrixXd groupCross; // a column a group: Σ w x
    VectorXd groupAlong; // Σ w y
    VectorXd groupWeight;
    double rows = 0; // of a weight above zero
};

WeightedSums weightedSums(const Design& design, std::span<const std::size_t> columns,
                          std::span<const double> y, std::span<const double> weights,
                          std::span<const std::uint32_t> group, std::size_t groups)
{
    const auto p = static_cast<Index>(columns.size());
    const auto g = static_cast<Index>(groups);
    WeightedSums sums{MatrixXd::Zero(p, p), VectorXd::Zero(p), 0, MatrixXd::Zero(p, g),
                      VectorXd::Zero(g),    VectorXd::Zero(g), 0};
    VectorXd row(p);
    for (std::size_t i = 0; i < y.size(); ++i) {
        if (weights[i] <= 0)
            continue;
        for (Index c = 0; c < p; ++c)
            row(c) = design.column(columns[static_cast<std::size_t>(c)])[i];
        const auto at = static_cast<Index>(group[i]);
        sums.cross.noalias() += weights[i] * row * row.transpose();
        sums.along += weights[i] * y[i] * row;
        sums.square += weights[i] * y[i] * y[i];
        sums.groupCross.col(at) += weights[i] * row;
        sums.groupAlong(at) += weights[i] * y[i];
        sums.groupWeight(at) += weights[i];
        ++sums.rows;
    }
    return sums;
}

// The fit where the effects' variance is ratio times the residuals'.
struct AtRatio
{
    VectorXd coefficients;
    double criterion = 0; // -2 log restricted likelihood, but for a constant
    double variance = 0;  // of a residual of weight 1
};

AtRatio atRatio(const WeightedSums& sums, double ratio)
{
    MatrixXd cross = sums.cross;
    VectorXd along = sums.along;
    double square = sums.square;
    double logs = 0;
    for (Index g = 0; g < sums.groupWeight.size(); ++g) {
        const double taken = ratio / (1 + ratio * sums.groupWeight(g));
        cross.noalias() -= taken * sums.groupCross.col(g) * sums.groupCross.col(g).transpose();
        along -= taken * sums.groupAlong(g) * sums.groupCross.col(g);
        square -= taken * sums.groupAlong(g) * sums.groupAlong(g);
        logs += std::log1p(ratio * sums.groupWeight(g));
    }
    const Eigen::LDLT<MatrixXd> solver(cross);
    AtRatio at;
    at.coefficients = solver.solve(along);
    const double left = std::max(square - along.dot(at.coefficients), 1e-12 * sums.square);
    const double degrees = sums.rows - static_cast<double>(along.size());
    at.variance = left / degrees;
    at.criterion =
        degrees * std::log(left) + logs + solver.vectorD().array().abs().max(1e-300).log().sum();
    return at;
}

// The ratio of least criterion: over a wide grid, then between its neighbours.
double bestRatio(const WeightedSums& sums)
{
    constexpr double kFrom = -14, kTo = 8, kStep = 0.5; // of its natural logarithm
    double best = 0, bestCriterion = atRatio(sums, 0).criterion;
    double bestLog = kFrom - kStep;
    for (double log = kFrom; log <= kTo; log += kStep) {
        const double criterion = atRatio(sums, std::exp(log)).criterion;
        if (criterion < bestCriterion) {
            best = std::exp(log);
            bestLog = log;
            bestCriterion = criterion;
        }
    }
    if (best == 0)
        return 0;
    double low = bestLog - kStep, high = bestLog + kStep;
    const double golden = (std::sqrt(5.0) - 1) / 2;
    while (high - low > 1e-9) {
        const double a = high - golden * (high - low), b = low + golden * (high - low);
        if (atRatio(sums, std::exp(a)).criterion <= atRatio(sums, std::exp(b)).criterion)
            high = b;
        else
            low = a;
    }
    return std::exp((low + high) / 2);
}

// The design with a column for each group but the first that is large enough to have one.
Design withGroups(const Design& design, std::span<const std::uint32_t> group,
                  std::span<const std::size_t> sizes)
{
    Design wide(design.rows());
    wide.intercept();
    for (std::size_t c = 0; c < design.columns(); ++c) {
        if (design.name(c) != "(intercept)")
            wide.column(design.name(c), design.column(c));
    }
    bool first = true;
    for (std::size_t g = 0; g < sizes.size(); ++g) {
        if (sizes[g] < RobustGroups::kLeastInGroup)
            continue;
        if (!first) {
            std::vector<double> column(group.size());
            for (std::size_t i = 0; i < group.size(); ++i)
                column[i] = group[i] == g ? 1 : 0;
            wide.column("group " + std::to_string(g), column);
        }
        first = false;
    }
    return wide;
}

} // namespace

RobustGroups robustGroups(const Design& design, std::span<const double> y,
                          std::span<const std::uint32_t> group, std::uint64_t seed)
{
    RobustGroups result;
    result.n = y.size();
    if (y.size() < RobustGroups::kLeast || y.size() < design.columns() + 2) {
        result.undefined = fit_messages::tooFewRows(design);
        return result;
    }
    std::vector<std::size_t> sizes(std::size_t{*std::max_element(group.begin(), group.end())} + 1);
    for (const std::uint32_t code : group)
        ++sizes[code];
    const MmFit robust = mmRegression(withGroups(design, group, sizes), y, seed);
    if ((result.undefined = robust.undefined))
        return result;
    result.scale = robust.scale;
    result.weights = robust.weights;
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < design.columns(); ++c) {
        if (!robust.coefficients[c].aliased)
            columns.push_back(c);
    }
    const WeightedSums sums = weightedSums(design, columns, y, robust.weights, group, sizes.size());
    const double ratio = sizes.size() > 1 ? bestRatio(sums) : 0;
    const AtRatio at = atRatio(sums, ratio);
    result.groupVariance = ratio * at.variance;
    result.coefficients.assign(design.columns(), 0);
    for (std::size_t c = 0; c < columns.size(); ++c)
        result.coefficients[columns[c]] = at.coefficients(static_cast<Index>(c));
    for (Index g = 0; g < sums.groupWeight.size(); ++g) {
        const double left = sums.groupAlong(g) - sums.groupCross.col(g).dot(at.coefficients);
        result.effects.push_back(ratio * left / (1 + ratio * sums.groupWeight(g)));
    }
    for (std::size_t i = 0; i < y.size(); ++i) {
        double fit = result.effects[group[i]];
        for (const std::size_t c : columns)
            fit += result.coefficients[c] * design.column(c)[i];
        result.fitted.push_back(fit);
        result.residuals.push_back(y[i] - fit);
    }
    return result;
}

} // namespace twelvefold::statistics
