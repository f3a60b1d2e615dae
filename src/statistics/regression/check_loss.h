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
    virtual Index rows() const = 0;
    virtual Index columns() const = 0;
    virtual VectorXd residuals(const VectorXd& b) const = 0;
    // Columns times one number a row.
    virtual VectorXd along(const VectorXd& numbers) const = 0;
    virtual const VectorXd& lengths() const = 0; // of the rows
    virtual MatrixXd rowsAt(const std::vector<Index>& which) const = 0;
    virtual double responseAt(Index row) const = 0;
};

struct CheckLossVertex
{
    std::vector<Index> through; // the rows it passes through, one a column
    VectorXd b;
    bool unique = true;
    bool settled = false;
};

CheckLossVertex lowestCheckLoss(const CheckLossRows& rows, double tau);

} // namespace twelvefold::statistics
