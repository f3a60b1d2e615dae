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

    MatrixXd weighted(const VectorXd& weights) const; // Q'WQ
    VectorXd along(const VectorXd& v) const;          // Q'v
    // y - Xb, b being of the columns themselves.
    void residuals(const VectorXd& b, std::span<const double> y, VectorXd& residuals) const;
    // The change of b that a change in the basis Q is.
    VectorXd ofColumns(const VectorXd& change) const;

private:
    Index width() const { return static_cast<Index>(m_fit.kept.size()); }
    ConstVector column(Index j, Index from, Index count) const;

    const Design& m_design;
    const QrFit& m_fit;
    QBlocks m_blocks;
};

} // namespace twelvefold::statistics
