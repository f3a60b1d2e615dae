// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/qr.h"

#include <cstdint>

// The lowest check loss of quantile regression, which a fit through as many rows as there are
// columns (a vertex) always attains.
namespace twelvefold::statistics {

// Rows of a regression whose columns are orthonormal, or nearly so: far from collinear.
class CheckLossRows
{
public:
    virtual ~CheckLossRows() = default;
    virtual Eigen::Index rows() const = 0;
    virtual Eigen::Index columns() const = 0;
    virtual Eigen::VectorXd residuals(const Eigen::VectorXd& b) const = 0;
    // Columns times one number a row.
    virtual Eigen::VectorXd along(const Eigen::VectorXd& numbers) const = 0;
    virtual const Eigen::VectorXd& lengths() const = 0; // of the rows
    virtual Eigen::MatrixXd rowsAt(const std::vector<Eigen::Index>& which) const = 0;
    virtual double responseAt(Eigen::Index row) const = 0;
};

struct CheckLossVertex
{
    std::vector<Eigen::Index> through; // the rows it passes through, one a column
    Eigen::VectorXd b;
    bool unique = true;
    bool settled = false;
};

CheckLossVertex lowestCheckLoss(const CheckLossRows& rows, double tau);

} // namespace twelvefold::statistics
