// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/numbers/parallel.h"
#include "statistics/regression/coded_columns.h"
#include "statistics/regression/least_squares.h"

#include <Eigen/Core>

#include <memory>

namespace twelvefold::statistics {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using ConstColumns = Eigen::Map<const MatrixXd>;
using ConstVector = Eigen::Map<const VectorXd>;

// A least-squares fit before anything is inferred from it. Columns are those kept, in order.
struct QrFit
{
    std::vector<std::size_t> kept;    // the design's columns that are in
    std::vector<std::size_t> aliased; // those that add nothing to the ones before
    VectorXd coefficients;
    MatrixXd inverseR;    // of the kept columns as they are, rows times the root of their weight
    VectorXd residuals;   // of rows times the root of their weight
    double condition = 1; // of the kept columns scaled to unit length
    MatrixXd q;           // orthonormal, one row a row; empty where rows come in blocks
    std::vector<int> exponents; // powers of two that bring the kept columns to unit length
    // The kept columns, where there are many rows of few whole numbers, well conditioned.
    std::shared_ptr<const CodedColumns> coded;
};

// Rows are handled so many at a time where there are many: a block stays in the nearest cache.
inline constexpr Index kRowBlock = 512;
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
    void fill(Eigen::Ref<MatrixXd> q, Index from) const;

private:
    const Design& m_design;
    const QrFit& m_fit;
    std::span<const double> m_rootWeights;
    MatrixXd m_inverse; // of R for scaled columns
};

// Calls step(from, count) for the rows from first to last, kRowBlock at a time.
template<class Step>
void forEachBlock(Index first, Index last, Step step)
{
    for (Index from = first; from < last; from += kRowBlock)
        step(from, last - from < kRowBlock ? last - from : kRowBlock);
}

// Long columns are worked on by several threads, a chunk of rows at a time: step(part, from, to).
// Each chunk has a part of its own and they come back in order, so that what is added up of them
// does not depend on how many threads there were.
template<class Part, class Step>
std::vector<Part> overChunks(Index rows, const Part& empty, Step step)
{
    constexpr Index kChunk = 64 * kRowBlock;
    const auto chunks = static_cast<std::size_t>((rows + kChunk - 1) / kChunk);
    std::vector<Part> parts(chunks, empty);
    inParts(chunks, 1, [&](std::size_t first, std::size_t last) {
        for (std::size_t chunk = first; chunk < last; ++chunk) {
            const auto from = static_cast<Index>(chunk) * kChunk;
            step(parts[chunk], from, rows - from < kChunk ? rows : from + kChunk);
        }
    });
    return parts;
}

} // namespace twelvefold::statistics
