// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/qr.h"

namespace twelvefold::statistics {

// The passes over the rows of which robust regressions are made, in the basis Q of the design's
// columns: Q'WQ is then as well conditioned as the weights allow, whatever the columns are, and
// where an iteration settles depends on Q'v alone. Rows are taken in chunks of fixed size and
// order.
class Passes
{
public:
    Passes(const Design& design, const QrFit& fit);

    Eigen::MatrixXd weighted(const Eigen::VectorXd& weights) const; // Q'WQ
    Eigen::VectorXd along(const Eigen::VectorXd& v) const;          // Q'v
    // y - Xb, b being of the columns themselves.
    void residuals(const Eigen::VectorXd& b, std::span<const double> y,
                   Eigen::VectorXd& residuals) const;
    // The change of b that a change in the basis Q is.
    Eigen::VectorXd ofColumns(const Eigen::VectorXd& change) const;

private:
    Eigen::Index width() const { return static_cast<Eigen::Index>(m_fit.kept.size()); }
    ConstVector column(Eigen::Index j, Eigen::Index from, Eigen::Index count) const;

    const Design& m_design;
    const QrFit& m_fit;
    QBlocks m_blocks;
};

} // namespace twelvefold::statistics
