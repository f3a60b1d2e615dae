// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/natural_spline.h"

#include "statistics/description/descriptive.h"

#include <algorithm>
#include <array>

namespace twelvefold::statistics {
namespace {

double cubeAbove(double x, double knot)
{
    const double above = x - knot;
    return above > 0 ? above * above * above : 0;
}

} // namespace

NaturalSpline::NaturalSpline(std::vector<double> knots) : m_knots(std::move(knots)) {}

NaturalSpline NaturalSpline::through(std::span<const double> values, std::size_t columns)
{
    constexpr double kOuter = 0.05;
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> knots;
    for (std::size_t i = 0; i <= columns && !sorted.empty() && columns > 1; ++i) {
        const double share =
            kOuter + (1 - 2 * kOuter) * static_cast<double>(i) / static_cast<double>(columns);
        const double knot = *quantileOfSorted(sorted, share);
        if (knots.empty() || knot > knots.back())
            knots.push_back(knot);
    }
    return NaturalSpline(std::move(knots));
}

void NaturalSpline::at(double x, std::span<double> columns) const
{
    columns[0] = x;
    if (m_knots.size() < 3)
        return;
    const double last = m_knots.back();
    const auto curve = [&](double knot) {
        return (cubeAbove(x, knot) - cubeAbove(x, last)) / (last - knot);
    };
    const double beforeLast = curve(m_knots[m_knots.size() - 2]);
    // In units of the knots' range, so that columns are of one size.
    const double range = last - m_knots.front();
    for (std::size_t k = 0; k + 2 < m_knots.size(); ++k)
        columns[k + 1] = (curve(m_knots[k]) - beforeLast) / range;
}

} // namespace twelvefold::statistics
