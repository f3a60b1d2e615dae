// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/compared.h"
#include "analysis/findings/paid_care.h"
#include "analysis/statistics.h"
#include "statistics/numbers/random.h"
#include "statistics/regression/straight_line.h"

#include <span>
#include <vector>

namespace twelvefold::analysis {

// What each child's cost would ordinarily be: lognormal about the MM line through need of their
// setting, with its S-scale. Extreme children move neither, so pairs beyond this
// spread are beyond what most children show.
//
// A setting with fewer than ten children has no line of its own: there the median of its costs
// stands in, with the scale of all settings' residuals together.
class OrdinarySpread
{
public:
    static constexpr std::size_t kLeastForALine = 10;

    OrdinarySpread(const domain::Cohort& cohort, const Compared& children);

    // How far each child's log cost is from that, in its scale; 0 where there is no scale.
    std::vector<double> deviates(std::span<const double> logCost) const;
    // Log costs, one a child.
    std::vector<double> draw(Random random) const;

private:
    std::vector<double> m_centre; // one a child
    std::vector<double> m_scale;
};

// What each child's cost would be if kinds of placement did not matter beyond their scatter:
// lognormal about what need and age lead to, with the spread of log costs about that. Children not
// in paid care keep their cost.
class SpreadAroundNeed
{
public:
    SpreadAroundNeed(const domain::Cohort& cohort, const Compared& children, const PaidCare& care);

    std::vector<double> draw(Random random) const; // log costs, one a child

private:
    std::vector<double> m_centre; // one a child
    std::vector<double> m_scale;
};

} // namespace twelvefold::analysis
