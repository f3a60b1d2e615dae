// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/chebyshev.h"

#include "statistics/numbers/sums.h"

#include <algorithm>

namespace twelvefold::statistics {
namespace {

DoubleDouble product(const DoubleDouble& a, const DoubleDouble& b)
{
    DoubleDouble result;
    result.addProduct(a.high, b.high);
    result.low += a.high * b.low + a.low * b.high;
    return result;
}

DoubleDouble sumOf(DoubleDouble a, const DoubleDouble& b)
{
    a.add(b.high);
    a.low += b.low;
    return a;
}

DoubleDouble quotient(const DoubleDouble& a, const DoubleDouble& b)
{
    DoubleDouble result{a.value() / b.value(), 0.0};
    const DoubleDouble back = product(result, {-b.high, -b.low});
    result.low = sumOf(a, back).value() / b.value();
    return result;
}

using Polynomial = std::vector<DoubleDouble>; // coefficients of 1, x, x², …

// Where x lies between its ends, from -1 to 1: slope·x + shift.
struct Scaling
{
    DoubleDouble slope, shift;

    Scaling(double low, double high)
    {
        DoubleDouble width, both;
        width.add(high);
        width.add(-low);
        both.add(high);
        both.add(low);
        slope = quotient({2.0, 0.0}, width);
        shift = quotient({-both.high, -both.low}, width);
    }

    double of(double x) const { return sumOf(product(slope, {x, 0.0}), shift).value(); }

    Polynomial times(const Polynomial& p) const
    {
        Polynomial result(p.size() + 1);
        for (std::size_t i = 0; i < p.size(); ++i) {
            result[i] = sumOf(result[i], product(shift, p[i]));
            result[i + 1] = sumOf(result[i + 1], product(slope, p[i]));
        }
        return result;
    }
};

} // namespace

ChebyshevCurve::ChebyshevCurve(std::span<const double> x, std::span<const double> y, int degree)
{
    if (!x.empty()) {
        const auto [low, high] = std::minmax_element(x.begin(), x.end());
        m_low = *low;
        m_high = *high > *low ? *high : *low + 1.0;
    }
    const Scaling scaling(m_low, m_high);
    std::vector<double> t(x.size()), before(x.size(), 1.0), column(x.size());
    std::transform(x.begin(), x.end(), t.begin(), [&](double value) { return scaling.of(value); });
    Design design(x.size());
    design.intercept();
    column = t;
    for (int k = 1; k <= degree; ++k) {
        design.column("T" + std::to_string(k), column);
        for (std::size_t row = 0; row < t.size(); ++row) {
            const double next = 2.0 * t[row] * column[row] - before[row];
            before[row] = column[row];
            column[row] = next;
        }
    }
    m_fit = leastSquares(design, y);
}

double ChebyshevCurve::at(double x) const
{
    // Clenshaw 1955.
    const double t = Scaling(m_low, m_high).of(x);
    double next = 0.0, afterNext = 0.0;
    for (std::size_t k = m_fit.coefficients.size(); k > 1; --k) {
        const double here = m_fit.coefficients[k - 1].estimate + 2.0 * t * next - afterNext;
        afterNext = next;
        next = here;
    }
    return m_fit.coefficients.front().estimate + t * next - afterNext;
}

std::vector<double> ChebyshevCurve::powers() const
{
    const Scaling scaling(m_low, m_high);
    Polynomial before{{1.0, 0.0}}, here = scaling.times(before);
    Polynomial sum(m_fit.coefficients.size());
    for (std::size_t k = 0; k < m_fit.coefficients.size(); ++k) {
        const DoubleDouble coefficient{m_fit.coefficients[k].estimate, 0.0};
        for (std::size_t i = 0; i < before.size(); ++i)
            sum[i] = sumOf(sum[i], product(coefficient, before[i]));
        Polynomial next = scaling.times(here);
        for (DoubleDouble& c : next)
            c = product({2.0, 0.0}, c);
        for (std::size_t i = 0; i < before.size(); ++i)
            next[i] = sumOf(next[i], {-before[i].high, -before[i].low});
        before = std::move(here);
        here = std::move(next);
    }
    std::vector<double> powers;
    for (const DoubleDouble& c : sum)
        powers.push_back(c.value());
    return powers;
}

} // namespace twelvefold::statistics
