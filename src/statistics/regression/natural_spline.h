// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// A smooth curve with few columns: cubic between its knots and straight beyond the outer ones
// (Hastie, Tibshirani & Friedman 2009, §5.2.1). With no more than two knots it is a straight line.
class NaturalSpline
{
public:
    // Knots rising, each once.
    explicit NaturalSpline(std::vector<double> knots);
    // As many columns at most, with knots where so many of the values lie below: 5, 35, 65 and 95 %
    // for three columns (Harrell 2015, table 2.3). Fewer where values coincide.
    static NaturalSpline through(std::span<const double> values, std::size_t columns);

    std::size_t columns() const { return m_knots.size() < 3 ? 1 : m_knots.size() - 1; }
    // x itself, then a column for each knot but the last two.
    void at(double x, std::span<double> columns) const;

private:
    std::vector<double> m_knots;
};

} // namespace twelvefold::statistics
