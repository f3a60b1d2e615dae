// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/least_squares.h"

#include <utility>

namespace twelvefold::statistics {

Design& Design::intercept()
{
    m_names.emplace_back("(intercept)");
    m_values.insert(m_values.end(), m_rows, 1.0);
    m_hasIntercept = true;
    return *this;
}

Design& Design::column(std::string name, std::span<const double> values)
{
    m_names.push_back(std::move(name));
    m_values.insert(m_values.end(), values.begin(), values.end());
    return *this;
}

Design& Design::powers(const std::string& name, std::span<const double> values, int degree)
{
    std::vector<double> power(values.begin(), values.end());
    for (int exponent = 1; exponent <= degree; ++exponent) {
        if (exponent > 1)
            for (std::size_t row = 0; row < power.size(); ++row)
                power[row] *= values[row];
        column(exponent == 1 ? name : name + "^" + std::to_string(exponent), power);
    }
    return *this;
}

Design& Design::levels(const std::string& name, std::span<const int> codes,
                       std::span<const std::string> levelNames)
{
    std::vector<double> indicator(codes.size());
    for (std::size_t level = 1; level < levelNames.size(); ++level) {
        for (std::size_t row = 0; row < codes.size(); ++row)
            indicator[row] = codes[row] == static_cast<int>(level) ? 1.0 : 0.0;
        column(name + ": " + levelNames[level], indicator);
    }
    return *this;
}

} // namespace twelvefold::statistics
