// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/response_unit.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twelvefold::statistics {

ResponseUnit::ResponseUnit(std::span<const double> response)
    : m_values(response.begin(), response.end())
{
    constexpr int kPlain = 400; // squares up to 2^800 leave room for sums and for variances
    double largest = 0;
    for (const double value : response)
        largest = std::max(largest, std::fabs(value));
    int exponent = 0;
    std::frexp(largest, &exponent);
    if (largest == 0 || std::abs(exponent) <= kPlain)
        return;
    m_exponent = exponent;
    for (double& value : m_values)
        value = std::ldexp(value, -exponent);
}

double ResponseUnit::back(double value) const
{
    return std::ldexp(value, m_exponent);
}

std::optional<double> ResponseUnit::back(const std::optional<double>& value) const
{
    return value ? std::optional(back(*value)) : std::nullopt;
}

Inference ResponseUnit::back(Inference inference) const
{
    inference.standardError = back(inference.standardError);
    inference.lower = back(inference.lower);
    inference.upper = back(inference.upper);
    return inference;
}

std::vector<Coefficient> ResponseUnit::back(std::vector<Coefficient> coefficients) const
{
    for (Coefficient& coefficient : coefficients) {
        coefficient.estimate = back(coefficient.estimate);
        if (coefficient.classical)
            coefficient.classical = back(*coefficient.classical);
        if (coefficient.hc3)
            coefficient.hc3 = back(*coefficient.hc3);
    }
    return coefficients;
}

std::optional<double> ResponseUnit::backSquare(double value) const
{
    const double square = std::ldexp(value, 2 * m_exponent);
    return value == 0 || std::isnormal(square) ? std::optional(square) : std::nullopt;
}

double ResponseUnit::logOfUnit() const
{
    return m_exponent * std::numbers::ln2;
}

} // namespace twelvefold::statistics
