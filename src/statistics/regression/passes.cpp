// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/passes.h"

#include "statistics/numbers/sums.h"

#include <Eigen/Dense>

namespace twelvefold::statistics {

namespace {

std::size_t place(Index index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

Passes::Passes(const Design& design, const QrFit& fit)
    : m_design(design), m_fit(fit), m_blocks(design, fit)
{
}

ConstVector Passes::column(Index j, Index from, Index count) const
{
    return {m_design.column(m_fit.kept[place(j)]).data() + from, count};
}

MatrixXd Passes::weighted(const VectorXd& weights) const
{
    const MatrixXd none = MatrixXd::Zero(width(), width());
    const auto parts =
        overChunks(weights.size(), none, [&](MatrixXd& sum, Index first, Index last) {
            if (m_fit.coded) {
                const std::vector<double> matrix =
                    m_fit.coded->weighted(weights.data() + first, place(first), place(last));
                sum = ConstColumns(matrix.data(), width(), width());
                return;
            }
            MatrixXd block(kRowBlock, width()), other(kRowBlock, width());
            forEachBlock(first, last, [&](Index from, Index count) {
                auto q = block.topRows(count);
                m_blocks.fill(q, from);
                other.topRows(count) = weights.segment(from, count).asDiagonal() * q;
                sum.noalias() += q.transpose() * other.topRows(count);
            });
        });
    MatrixXd sum = none;
    for (const MatrixXd& part : parts)
        sum += part;
    if (m_fit.coded)
        sum = m_fit.inverseR.transpose() * sum * m_fit.inverseR;
    return (sum + sum.transpose()) / 2;
}

VectorXd Passes::along(const VectorXd& v) const
{
    using Sums = std::vector<DoubleDouble>;
    const Sums none(m_fit.kept.size());
    const auto parts = overChunks(v.size(), none, [&](Sums& sums, Index first, Index last) {
        if (m_fit.coded) {
            const std::vector<double> products =
                m_fit.coded->productsWith(v.data() + first, place(first), place(last));
            for (std::size_t j = 0; j < sums.size(); ++j)
                sums[j].add(products[j]);
            return;
        }
        forEachBlock(first, last, [&](Index from, Index count) {
            for (Index j = 0; j < width(); ++j)
                sums[place(j)].add(column(j, from, count).dot(v.segment(from, count)));
        });
    });
    VectorXd total(width());
    for (Index j = 0; j < width(); ++j) {
        DoubleDouble whole;
        for (const Sums& sums : parts) {
            whole.add(sums[place(j)].high);
            whole.low += sums[place(j)].low;
        }
        total(j) = whole.value();
    }
    return m_fit.inverseR.transpose() * total;
}

void Passes::residuals(const VectorXd& b, std::span<const double> y, VectorXd& residuals) const
{
    overChunks(residuals.size(), 0, [&](int&, Index first, Index last) {
        if (m_fit.coded) {
            m_fit.coded->residuals({b.data(), place(b.size())}, y, place(first), place(last),
                                   residuals.data() + first);
            return;
        }
        forEachBlock(first, last, [&](Index from, Index count) {
            auto part = residuals.segment(from, count);
            part = ConstVector(y.data() + from, count);
            for (Index j = 0; j < width(); ++j)
                part -= b(j) * column(j, from, count);
        });
    });
}

VectorXd Passes::ofColumns(const VectorXd& change) const
{
    return m_fit.inverseR.triangularView<Eigen::Upper>() * change;
}

} // namespace twelvefold::statistics
