// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/words.h"
#include "statistics/regression/multinomial.h"
#include "statistics/regression/natural_spline.h"

#include <array>
#include <optional>
#include <span>

namespace twelvefold::analysis {

// In what kind of placement children of a need and age live, by chance: a multinomial model of
// splines of both, of a straight line in need where fewer than kLeastForSpline children speak for
// it. Nobody under sixteen lives in supported accommodation.
class PlacementChoice
{
public:
    static constexpr std::size_t kLeastForSpline = 200;
    static constexpr int kSupportedFrom = 16; // years

    using Chances = std::array<double, domain::countOf<domain::PlacementKind>>;

    // Spans of equal length. Of a child without a recorded age nothing is taken. Nothing where
    // nobody is left, or the model does not settle.
    static std::optional<PlacementChoice> fit(std::span<const double> totals,
                                              std::span<const std::optional<double>> ages,
                                              std::span<const domain::PlacementKind> kinds);

    // Without an age: at the median of those it was fitted to.
    Chances at(double total, std::optional<double> age) const;

private:
    PlacementChoice(statistics::NaturalSpline need, statistics::NaturalSpline age, double medianAge)
        : m_need(std::move(need)), m_age(std::move(age)), m_medianAge(medianAge)
    {
    }
    std::vector<double> columns(double total, double age) const;

    statistics::NaturalSpline m_need, m_age;
    double m_medianAge = 0;
    std::optional<statistics::Multinomial> m_model;
};

} // namespace twelvefold::analysis
