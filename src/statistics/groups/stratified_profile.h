// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/qr.h"

#include <cstdint>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// What the likelihood of a random-intercept model whose residual variance differs by stratum needs
// of the data: for each cell, the rows of one group in one stratum, their number and means, and for
// each stratum the cross-products about the cells' means. Rows are taken as in GroupSums: an
// orthonormal basis of the columns, with the least-squares residual as one more.
struct StratifiedSums
{
    struct Cell
    {
        std::uint32_t group = 0, stratum = 0;
        double n = 0;
    };
    std::vector<Cell> cells;             // by stratum, then by group
    Eigen::MatrixXd means;               // one column a cell
    std::vector<Eigen::MatrixXd> within; // by stratum
    std::vector<double> n;               // rows, by stratum
    std::size_t groups = 0, rows = 0;

    std::size_t strata() const { return n.size(); }
    Eigen::Index columns() const { return means.rows() - 1; }
    // The residual variance within cells, once the columns are fitted there: exact to rounding also
    // where groups differ far more than cases.
    struct Within
    {
        double squares = 0, degrees = 0;
    };
    Within residualWithin() const;
};
StratifiedSums stratifiedSums(const Design& design, const QrFit& fit,
                              std::span<const std::uint32_t> group, std::size_t groups,
                              std::span<const std::uint32_t> stratum, std::size_t strata);

// The restricted likelihood of y = Xb + u(group) + e, var(u) = τ², var(e) = s² of the stratum
// (Patterson & Thompson 1971, Biometrika 58:545). The covariance of a group's rows is a diagonal
// with a constant added, so with w = 1/s², a = Σw over the group's rows and m their w-weighted
// mean, X'V⁻¹X is the weighted cross-products about the m plus Σ a/(1 + τ²a) m m': sums of squares
// alone, nothing is taken from anything. An evaluation costs O(p²) for each cell, whatever the
// number of rows.
class StratifiedProfile
{
public:
    explicit StratifiedProfile(const StratifiedSums& sums, double leastVariance);

    struct At
    {
        double criterion = 0;              // -2 log restricted likelihood of the columns' basis
        double slope = 0;                  // of that, along τ²
        Eigen::VectorXd logVariance;       // of the residual, by stratum
        Eigen::VectorXd stratumSlopes;     // of the criterion, along those
        Eigen::MatrixXd coefficientSpread; // of the coefficients: (X'V⁻¹X)⁻¹
        Eigen::VectorXd coefficients;      // in the basis, of the residual
    };
    At at(double groupVariance, const Eigen::VectorXd& logVariance);

    // The best residual variances for a group variance, none below the least, searched from those
    // last found (BFGS; Nocedal & Wright 2006, chapter 6). Each call profits from the one before,
    // so near group variances should follow each other. Settled is how much lower the criterion may
    // yet go, as far as its curvature is known.
    static constexpr double kToTheLastDigits = 1e-20, kToTenDigits = 1e-10;
    At best(double groupVariance, double settled);
    bool atLeast(const At& found, std::size_t stratum) const // of variances
    {
        return found.logVariance(static_cast<Eigen::Index>(stratum)) <= m_leastLog;
    }

    // Of each group, at the residual variances of a call of at or best that has just been made.
    double precision(std::size_t group) const // Σ 1/s² over its rows
    {
        return m_precision(static_cast<Eigen::Index>(group));
    }
    auto mean(std::size_t group) const // of its rows, weighted
    {
        return m_means.col(static_cast<Eigen::Index>(group));
    }

private:
    const StratifiedSums& m_sums;
    double m_leastLog;
    std::vector<std::size_t> m_cellsOf;                          // by group
    std::vector<std::pair<Eigen::Index, Eigen::Index>> m_blocks; // of cells, by stratum
    Eigen::VectorXd m_precision;
    Eigen::MatrixXd m_means, m_scaled, m_away;
    Eigen::VectorXd m_from;    // where the search begins
    Eigen::MatrixXd m_inverse; // of the criterion's curvature, as far as it is known
};

} // namespace twelvefold::statistics
