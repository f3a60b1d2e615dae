// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/qr.h"

namespace twelvefold::statistics {

// Calls step(rows, from, count) for blocks of rows: the basis, or the columns as they are, and the
// residual, one column a row.
template<class Step>
void forEachBlockOfRows(const Design& design, const QrFit& fit, bool inBasis, Step step)
{
    const auto width = static_cast<Eigen::Index>(fit.kept.size());
    const QBlocks blocks(design, fit);
    Eigen::MatrixXd q(kRowBlock, width);
    Eigen::MatrixXd rows(width + 1, kRowBlock);
    forEachBlock(0, fit.residuals.size(), [&](Eigen::Index from, Eigen::Index count) {
        if (inBasis)
            blocks.fill(q.topRows(count), from);
        for (Eigen::Index j = 0; j < width && !inBasis; ++j) {
            const auto column = design.column(fit.kept[static_cast<std::size_t>(j)]);
            q.col(j).head(count) = ConstVector(column.data() + from, count);
        }
        rows.topLeftCorner(width, count) = q.topRows(count).transpose();
        rows.row(width).head(count) = fit.residuals.segment(from, count).transpose();
        step(rows, from, count);
    });
}

} // namespace twelvefold::statistics
