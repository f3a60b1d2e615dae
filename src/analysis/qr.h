// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/least_squares.h"

#include <Eigen/Core>

namespace twelvefold::analysis {

using ConstColumns = Eigen::Map<const Eigen::MatrixXd>;
using ConstVector = Eigen::Map<const Eigen::VectorXd>;

// A least-squares fit before anything is inferred from it. Columns are those kept, in order.
struct QrFit
{
    std::vector<std::size_t> kept;    // the design's columns that are in
    std::vector<std::size_t> aliased; // those that add nothing to the ones before
    Eigen::VectorXd coefficients;
    Eigen::MatrixXd
        inverseR; // of the kept columns as they are, rows times the root of their weight
    Eigen::VectorXd residuals;  // of rows times the root of their weight
    double condition = 1;       // of the kept columns scaled to unit length
    Eigen::MatrixXd q;          // orthonormal, one row a row; empty where rows come in blocks
    std::vector<int> exponents; // powers of two that bring the kept columns to unit length
};

// Rows are handled so many at a time where there are many: a block stays in the nearest cache.
inline constexpr Eigen::Index kRowBlock = 512;
// Above this many rows, R is put together from blocks and the full Q is never formed.
inline constexpr std::size_t kBlockedAbove = 4096;

// rootWeights: empty, or the square root of each row's weight.
QrFit fitByQr(const Design& design, std::span<const double> y,
              std::span<const double> rootWeights = {});

// Rows of Q, a block at a time: as kept, or the kept columns times inverseR.
class QBlocks
{
public:
    QBlocks(const Design& design, const QrFit& fit, std::span<const double> rootWeights = {});
    void fill(Eigen::Ref<Eigen::MatrixXd> q, Eigen::Index from) const;

private:
    const Design& m_design;
    const QrFit& m_fit;
    std::span<const double> m_rootWeights;
    Eigen::MatrixXd m_inverse; // of R for scaled columns
};

// Runs step(from, count) over all rows, kRowBlock at a time.
template<class Step>
void forEachBlock(Eigen::Index rows, Step step)
{
    for (Eigen::Index from = 0; from < rows; from += kRowBlock)
        step(from, rows - from < kRowBlock ? rows - from : kRowBlock);
}

} // namespace twelvefold::analysis
