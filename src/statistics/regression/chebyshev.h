// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/least_squares.h"

namespace twelvefold::statistics {

// A polynomial of need, or of anything, as a sum of Chebyshev polynomials over the range of x:
// columns that hardly overlap, where powers of x are all but the same. On NIST's Filip set, a
// polynomial of degree ten, it keeps 14 digits of the powers' coefficients, of which R's lm keeps
// none.
class ChebyshevCurve
{
public:
    // degree at least 1; nothing of it stands where fit().undefined says why.
    ChebyshevCurve(std::span<const double> x, std::span<const double> y, int degree);

    const LeastSquares& fit() const { return m_fit; } // of y on T₀ … T_degree
    double at(double x) const;
    std::vector<double> powers() const; // coefficients of 1, x, x², …

private:
    double m_low = 0, m_high = 1;
    LeastSquares m_fit;
};

} // namespace twelvefold::statistics
