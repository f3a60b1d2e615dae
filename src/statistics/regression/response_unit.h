// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/least_squares.h"

#include <optional>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// A response whose squares would leave the range of numbers is fitted in another unit, a power of
// two of its own, and what is said of the fit is brought back. Any other is fitted as it is.
class ResponseUnit
{
public:
    explicit ResponseUnit(std::span<const double> response);

    std::span<const double> values() const { return m_values; }
    bool own() const { return m_exponent == 0; }

    double back(double value) const;
    std::optional<double> back(const std::optional<double>& value) const;
    Inference back(Inference inference) const;
    std::vector<Coefficient> back(std::vector<Coefficient> coefficients) const;
    // Of what grows with the response's square; nothing where no number is so large or so small.
    std::optional<double> backSquare(double value) const;
    double logOfUnit() const;

private:
    int m_exponent = 0; // values times two to this are the response
    std::vector<double> m_values;
};

} // namespace twelvefold::statistics
