// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/groups/group_profile.h"

#include "statistics/groups/basis_rows.h"
#include "statistics/numbers/root.h"
#include "statistics/numbers/sums.h"

#include <Eigen/Cholesky>

#include <cmath>
#include <map>
#include <numbers>

namespace twelvefold::statistics {
GroupSums groupSums(const Design& design, const QrFit& fit, std::span<const std::uint32_t> group,
                    std::size_t groups)
{
    const auto width = static_cast<Index>(fit.kept.size()) + 1;
    GroupSums result;
    result.n.assign(groups, 0);
    result.sums = MatrixXd::Zero(width, static_cast<Index>(groups));
    // Sums of few whole numbers are exact, and are made those of the basis once a group.
    const bool whole = fit.coded != nullptr;
    forEachBlockOfRows(design, fit, !whole, [&](const MatrixXd& rows, Index from, Index count) {
        for (Index i = 0; i < count; ++i) {
            const std::uint32_t at = group[static_cast<std::size_t>(from + i)];
            ++result.n[at];
            result.sums.col(at) += rows.col(i);
        }
    });
    if (whole) {
        const MatrixXd columns = result.sums.topRows(width - 1);
        result.sums.topRows(width - 1).noalias() = fit.inverseR.transpose() * columns;
    }
    result.within = MatrixXd::Identity(width, width);
    result.within(width - 1, width - 1) = fit.residuals.squaredNorm();
    for (Index g = 0; g < result.groups(); ++g)
        result.within.selfadjointView<Eigen::Lower>().rankUpdate(
            result.sums.col(g), -1.0 / result.n[static_cast<std::size_t>(g)]);
    result.within = result.within.selfadjointView<Eigen::Lower>();
    return result;
}

void sumWithinAgain(GroupSums& sums, const Design& design, const QrFit& fit,
                    std::span<const std::uint32_t> group)
{
    const Index width = sums.sums.rows();
    MatrixXd means = sums.sums;
    for (Index g = 0; g < sums.groups(); ++g)
        means.col(g) /= sums.n[static_cast<std::size_t>(g)];
    sums.within.setZero();
    MatrixXd away(width, kRowBlock);
    forEachBlockOfRows(design, fit, true, [&](const MatrixXd& rows, Index from, Index count) {
        for (Index i = 0; i < count; ++i)
            away.col(i) = rows.col(i) - means.col(group[static_cast<std::size_t>(from + i)]);
        sums.within.selfadjointView<Eigen::Lower>().rankUpdate(away.leftCols(count));
    });
    sums.within = sums.within.selfadjointView<Eigen::Lower>();
}

GroupProfile::GroupProfile(const GroupSums& sums, bool restricted)
    : m_sums(sums), m_restricted(restricted), m_degrees(0)
{
    const Index width = sums.sums.rows();
    std::map<std::uint32_t, std::size_t> places;
    for (const std::uint32_t n : sums.n)
        places.emplace(n, 0);
    for (auto& [n, place] : places) {
        place = m_sizes.size();
        m_sizes.push_back(n);
    }
    m_counts.assign(m_sizes.size(), 0);
    m_between.assign(m_sizes.size(), MatrixXd::Zero(width, width));
    for (Index g = 0; g < sums.groups(); ++g) {
        const std::uint32_t n = sums.n[static_cast<std::size_t>(g)];
        const std::size_t place = places.at(n);
        m_degrees += n;
        ++m_counts[place];
        m_between[place].selfadjointView<Eigen::Lower>().rankUpdate(sums.sums.col(g));
    }
    for (MatrixXd& between : m_between)
        between = between.selfadjointView<Eigen::Lower>();
    if (restricted)
        m_degrees -= static_cast<double>(width - 1);
}

GroupProfile::At GroupProfile::at(double ratio) const
{
    At at;
    const Index p = m_sums.sums.rows() - 1;
    MatrixXd cross = m_sums.within;
    MatrixXd change = MatrixXd::Zero(p + 1, p + 1);
    double logWeights = 0, weightsChange = 0;
    for (std::size_t k = 0; k < m_sizes.size(); ++k) {
        const double size = m_sizes[k];
        const double grown = 1 + ratio * size;
        cross += m_between[k] / (size * grown);
        change -= m_between[k] / (grown * grown);
        logWeights += m_counts[k] * std::log1p(ratio * size);
        weightsChange += m_counts[k] * size / grown;
    }
    const Eigen::LLT<MatrixXd> root(cross.topLeftCorner(p, p));
    at.root = root.matrixL();
    at.coefficients = root.solve(cross.col(p).head(p));
    VectorXd combination(p + 1);
    combination << -at.coefficients, 1.0;
    at.rss = cross(p, p) - at.coefficients.dot(cross.col(p).head(p));
    const double rssChange = combination.dot(change * combination);
    at.criterion =
        logWeights + m_degrees * (1 + std::log(2 * std::numbers::pi * at.rss / m_degrees));
    at.slope = weightsChange + m_degrees * rssChange / at.rss;
    if (m_restricted) {
        at.criterion += 2 * at.root.diagonal().array().log().sum();
        at.slope += root.solve(change.topLeftCorner(p, p)).trace();
    }
    return at;
}

std::optional<double> GroupProfile::bestRatio() const
{
    // The slope along log ratio is a sum of terms that each turn over several units, so steps of
    // one unit miss no minimum. Below the first the ratio is as good as 0.
    const double first = std::log(1e-7 / largestSize());
    const double last = std::log(1e14);
    const auto slope = [&](double logRatio) {
        const double ratio = std::exp(logRatio);
        return ratio * at(ratio).slope;
    };
    double best = 0, least = at(0).criterion;
    double from = first, slopeFrom = slope(first);
    while (from < last) {
        const double to = from + 1, slopeTo = slope(to);
        if (slopeFrom < 0 && slopeTo >= 0) {
            const double ratio = std::exp(rootBetween(slope, from, slopeFrom, to, slopeTo));
            if (const double criterion = at(ratio).criterion; criterion < least) {
                least = criterion;
                best = ratio;
            }
        }
        from = to;
        slopeFrom = slopeTo;
    }
    if (!std::isfinite(slopeFrom) || (slopeFrom < 0 && at(std::exp(from)).criterion < least))
        return std::nullopt;
    return best;
}

} // namespace twelvefold::statistics
