// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/qr.h"

#include <cstdint>
#include <vector>

namespace twelvefold::statistics {

// What the likelihood of a random-intercept model needs of the data. Rows are taken in an
// orthonormal basis of the columns with the least-squares residual as one more column, so that
// large means and near collinear columns have cost their digits once, in the QR, and no more here.
struct GroupSums
{
    std::vector<std::uint32_t> n; // rows, by group
    MatrixXd sums;                // of the basis and the residual: one column a group
    MatrixXd within;              // cross-products about the groups' means

    Index groups() const { return sums.cols(); }
};
GroupSums groupSums(const Design& design, const QrFit& fit, std::span<const std::uint32_t> group,
                    std::size_t groups);
// The same within, from each row's distance to its group's mean: where little varies within groups,
// what the totals leave after what lies between would have few digits.
void sumWithinAgain(GroupSums& sums, const Design& design, const QrFit& fit,
                    std::span<const std::uint32_t> group);

// The profile likelihood of the ratio of variances, between to within groups. Groups of one size
// share a weight at any ratio, so their cross-products are added up once: an evaluation costs
// O(p²) for each different size, however many groups there are.
class GroupProfile
{
public:
    GroupProfile(const GroupSums& sums, bool restricted);

    struct At
    {
        double criterion = 0;  // -2 log likelihood, but for what the ratio does not change
        double slope = 0;      // of that, along the ratio
        double rss = 0;        // weighted, at the best coefficients
        MatrixXd root;         // the lower triangle of the coefficients' information
        VectorXd coefficients; // in the basis, of the residual
    };
    At at(double ratio) const;

    // Where the criterion is least, 0 included; nothing where it falls without end.
    std::optional<double> bestRatio() const;
    double largestSize() const { return m_sizes.back(); }
    double degrees() const { return m_degrees; }

private:
    const GroupSums& m_sums;
    bool m_restricted;
    double m_degrees;            // of the residual variance
    std::vector<double> m_sizes; // rising
    std::vector<double> m_counts;
    std::vector<MatrixXd> m_between; // sums times their transpose, added up, by size
};

} // namespace twelvefold::statistics
