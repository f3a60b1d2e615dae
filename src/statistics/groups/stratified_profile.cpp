// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/groups/stratified_profile.h"

#include "statistics/groups/basis_rows.h"

#include <Eigen/Cholesky>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twelvefold::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

} // namespace

StratifiedSums stratifiedSums(const Design& design, const QrFit& fit,
                              std::span<const std::uint32_t> group, std::size_t groups,
                              std::span<const std::uint32_t> stratum, std::size_t strata)
{
    const auto width = static_cast<Index>(fit.kept.size()) + 1;
    StratifiedSums result;
    result.groups = groups;
    result.rows = group.size();
    result.n.assign(strata, 0);
    result.within.assign(strata, MatrixXd::Zero(width, width));
    std::vector<double> counts(groups * strata, 0);
    for (std::size_t row = 0; row < group.size(); ++row)
        ++counts[stratum[row] * groups + group[row]];
    std::vector<Index> place(counts.size(), -1);
    for (std::size_t at = 0; at < counts.size(); ++at) {
        if (counts[at] == 0)
            continue;
        place[at] = static_cast<Index>(result.cells.size());
        result.cells.push_back({static_cast<std::uint32_t>(at % groups),
                                static_cast<std::uint32_t>(at / groups), counts[at]});
        result.n[at / groups] += counts[at];
    }
    const auto cellOf = [&](Index row) {
        const auto at = static_cast<std::size_t>(row);
        return place[stratum[at] * groups + group[at]];
    };
    result.means = MatrixXd::Zero(width, static_cast<Index>(result.cells.size()));
    forEachBlockOfRows(design, fit, true, [&](const MatrixXd& rows, Index from, Index count) {
        for (Index i = 0; i < count; ++i)
            result.means.col(cellOf(from + i)) += rows.col(i);
    });
    for (std::size_t cell = 0; cell < result.cells.size(); ++cell)
        result.means.col(static_cast<Index>(cell)) /= result.cells[cell].n;
    VectorXd away(width);
    forEachBlockOfRows(design, fit, true, [&](const MatrixXd& rows, Index from, Index count) {
        for (Index i = 0; i < count; ++i) {
            away = rows.col(i) - result.means.col(cellOf(from + i));
            result.within[stratum[static_cast<std::size_t>(from + i)]]
                .selfadjointView<Eigen::Lower>()
                .rankUpdate(away);
        }
    });
    for (MatrixXd& within : result.within)
        within = within.selfadjointView<Eigen::Lower>();
    return result;
}

StratifiedSums::Within StratifiedSums::residualWithin() const
{
    constexpr double kDoesNotVary = 1e-10; // a column within cells: it explains nothing there
    MatrixXd all = within.front();
    for (std::size_t stratum = 1; stratum < within.size(); ++stratum)
        all += within[stratum];
    const Index p = columns();
    Eigen::CompleteOrthogonalDecomposition<MatrixXd> fitted(p, p);
    fitted.setThreshold(kDoesNotVary);
    fitted.compute(all.topLeftCorner(p, p));
    const VectorXd slopes = fitted.solve(all.col(p).head(p));
    return {std::max(0.0, all(p, p) - slopes.dot(all.col(p).head(p))),
            static_cast<double>(rows) - static_cast<double>(cells.size()) -
                static_cast<double>(fitted.rank())};
}

StratifiedProfile::StratifiedProfile(const StratifiedSums& sums, double leastVariance)
    : m_sums(sums), m_leastLog(std::log(leastVariance)), m_cellsOf(sums.groups, 0),
      m_blocks(sums.strata(), {0, 0})
{
    for (std::size_t cell = 0; cell < sums.cells.size(); ++cell) {
        ++m_cellsOf[sums.cells[cell].group];
        auto& [first, count] = m_blocks[sums.cells[cell].stratum];
        if (count++ == 0)
            first = static_cast<Index>(cell);
    }
    const auto strata = static_cast<Index>(sums.strata());
    const double degrees = static_cast<double>(sums.rows) - static_cast<double>(sums.columns());
    double squares = 0; // of residuals, whole
    for (const MatrixXd& within : sums.within)
        squares += within(sums.columns(), sums.columns());
    for (std::size_t cell = 0; cell < sums.cells.size(); ++cell) {
        const double mean = sums.means(sums.columns(), static_cast<Index>(cell));
        squares += sums.cells[cell].n * mean * mean;
    }
    m_from = VectorXd::Constant(strata, std::max(m_leastLog, std::log(squares / degrees)));
    m_inverse = MatrixXd::Zero(strata, strata);
    for (Index k = 0; k < strata; ++k)
        m_inverse(k, k) = 1 / sums.n[static_cast<std::size_t>(k)];
}

StratifiedProfile::At StratifiedProfile::at(double groupVariance, const VectorXd& logVariance)
{
    const Index p = m_sums.columns(), width = p + 1;
    const auto groups = static_cast<Index>(m_sums.groups);
    const auto cells = static_cast<Index>(m_sums.cells.size());
    const auto strata = static_cast<Index>(m_sums.strata());
    const VectorXd weight = (-logVariance).array().exp();

    m_precision.setZero(groups);
    m_means.setZero(width, groups);
    for (Index c = 0; c < cells; ++c) {
        const StratifiedSums::Cell& cell = m_sums.cells[static_cast<std::size_t>(c)];
        const double share = cell.n * weight(cell.stratum);
        m_precision(cell.group) += share;
        m_means.col(cell.group) += share * m_sums.means.col(c);
    }
    m_means.array().rowwise() /= m_precision.transpose().array();

    // a/(1 + τ²a), and how far a group's mean is drawn in.
    const Eigen::ArrayXd seen = m_precision.array() / (1 + groupVariance * m_precision.array());
    const Eigen::ArrayXd drawn = groupVariance * seen;
    MatrixXd cross = MatrixXd::Zero(width, width);
    for (Index k = 0; k < strata; ++k)
        cross += weight(k) * m_sums.within[static_cast<std::size_t>(k)];
    m_scaled = m_means * seen.sqrt().matrix().asDiagonal();
    cross.selfadjointView<Eigen::Lower>().rankUpdate(m_scaled);
    m_scaled = m_means * seen.matrix().asDiagonal();
    MatrixXd between = MatrixXd::Zero(width, width);
    between.selfadjointView<Eigen::Lower>().rankUpdate(m_scaled);
    VectorXd apart(width);
    for (Index c = 0; c < cells; ++c) {
        const StratifiedSums::Cell& cell = m_sums.cells[static_cast<std::size_t>(c)];
        if (m_cellsOf[cell.group] < 2)
            continue; // its mean is its group's
        apart = m_sums.means.col(c) - m_means.col(cell.group);
        cross.selfadjointView<Eigen::Lower>().rankUpdate(apart, cell.n * weight(cell.stratum));
    }
    cross = cross.selfadjointView<Eigen::Lower>();
    between = between.selfadjointView<Eigen::Lower>();

    At at;
    at.logVariance = logVariance;
    const Eigen::LLT<MatrixXd> root(cross.topLeftCorner(p, p));
    at.coefficients = root.solve(cross.col(p).head(p));
    at.coefficientSpread = root.solve(MatrixXd::Identity(p, p));
    VectorXd combination(width);
    combination << -at.coefficients, 1.0;
    const double squares = cross(p, p) - at.coefficients.dot(cross.col(p).head(p));
    at.criterion = (static_cast<double>(m_sums.rows) - static_cast<double>(p)) *
                       std::log(2 * std::numbers::pi) +
                   squares + 2 * root.matrixLLT().diagonal().array().log().sum() +
                   (groupVariance * m_precision.array()).log1p().sum();
    at.slope = seen.sum() - at.coefficientSpread.cwiseProduct(between.topLeftCorner(p, p)).sum() -
               combination.dot(between * combination);

    at.stratumSlopes = VectorXd::Zero(strata);
    for (Index k = 0; k < strata; ++k) {
        const auto [first, count] = m_blocks[static_cast<std::size_t>(k)];
        m_away.resize(width, count);
        double trace = 0; // of V⁻¹ over the stratum's rows, over the weight
        for (Index c = 0; c < count; ++c) {
            const StratifiedSums::Cell& cell = m_sums.cells[static_cast<std::size_t>(first + c)];
            const Index g = cell.group;
            m_away.col(c) =
                std::sqrt(cell.n) * (m_sums.means.col(first + c) - drawn(g) * m_means.col(g));
            trace += cell.n * (1 - weight(k) * drawn(g) / m_precision(g));
        }
        MatrixXd seenHere = m_sums.within[static_cast<std::size_t>(k)];
        seenHere.noalias() += m_away * m_away.transpose();
        at.criterion += m_sums.n[static_cast<std::size_t>(k)] * logVariance(k);
        at.stratumSlopes(k) =
            trace -
            weight(k) * (at.coefficientSpread.cwiseProduct(seenHere.topLeftCorner(p, p)).sum() +
                         combination.dot(seenHere * combination));
    }
    return at;
}

StratifiedProfile::At StratifiedProfile::best(double groupVariance, double settled)
{
    constexpr int kMostSteps = 100;
    constexpr double kFarthest = 2; // a step, in log variance
    const Index strata = m_from.size();
    At here = at(groupVariance, m_from);
    bool last = true; // whether it is of here that precision and mean now tell
    for (int i = 0; i < kMostSteps; ++i) {
        VectorXd downhill = here.stratumSlopes;
        MatrixXd inverse = m_inverse;
        for (Index k = 0; k < strata; ++k) {
            if (here.logVariance(k) > m_leastLog || downhill(k) < 0)
                continue; // else it stays where it is
            downhill(k) = 0;
            inverse.row(k).setZero();
            inverse.col(k).setZero();
        }
        VectorXd step = -(inverse * downhill);
        const double expected = -downhill.dot(step);
        if (!(expected > settled))
            break;
        step *= std::min(1.0, kFarthest / step.cwiseAbs().maxCoeff());
        const double rounding = 1e-13 * (std::fabs(here.criterion) + double(m_sums.rows));
        At next;
        double share = 1;
        for (; share > 1e-6; share /= 2) {
            const VectorXd to = (here.logVariance + share * step).cwiseMax(m_leastLog);
            next = at(groupVariance, to);
            if (next.criterion <= here.criterion - 1e-4 * share * expected ||
                (std::fabs(next.criterion - here.criterion) <= rounding &&
                 next.stratumSlopes.squaredNorm() < here.stratumSlopes.squaredNorm()))
                break;
        }
        last = share > 1e-6;
        if (!last) {
            // Nothing is gained downhill: there, but for rounding, or what is known is of no use.
            const MatrixXd plain = [&] {
                MatrixXd diagonal = MatrixXd::Zero(strata, strata);
                for (Index k = 0; k < strata; ++k)
                    diagonal(k, k) = 1 / m_sums.n[static_cast<std::size_t>(k)];
                return diagonal;
            }();
            if (m_inverse == plain || expected <= rounding)
                break;
            m_inverse = plain;
            continue;
        }
        const VectorXd moved = next.logVariance - here.logVariance;
        const VectorXd turned = next.stratumSlopes - here.stratumSlopes;
        if (const double curvature = moved.dot(turned);
            curvature > 1e-12 * moved.norm() * turned.norm()) {
            const VectorXd image = m_inverse * turned;
            m_inverse +=
                (1 + turned.dot(image) / curvature) / curvature * moved * moved.transpose() -
                (image * moved.transpose() + moved * image.transpose()) / curvature;
        }
        here = std::move(next);
    }
    m_from = here.logVariance;
    return last ? here : at(groupVariance, m_from);
}

} // namespace twelvefold::statistics
