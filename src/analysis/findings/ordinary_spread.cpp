// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/ordinary_spread.h"

#include "statistics/description/descriptive.h"

#include <cmath>
#include <map>

namespace twelvefold::analysis {

OrdinarySpread::OrdinarySpread(const domain::Cohort& cohort, const Compared& children)
    : m_centre(children.size()), m_scale(children.size())
{
    std::map<std::int32_t, std::vector<std::size_t>> settings;
    for (std::size_t i = 0; i < children.size(); ++i)
        settings[settingGroup(cohort, children.rows[i])].push_back(i);
    std::vector<double> sizes; // of all residuals
    std::vector<std::size_t> withoutLine;
    for (const auto& [setting, members] : settings) {
        std::vector<double> totals, logs;
        for (const std::size_t i : members) {
            totals.push_back(children.total[i]);
            logs.push_back(children.logCost[i]);
        }
        const bool ownLine = members.size() >= kLeastForALine;
        StraightLine line;
        if (ownLine)
            line = mmLine(totals, logs).line;
        else
            line.intercept = *median(logs);
        for (const std::size_t i : members) {
            m_centre[i] = line.at(children.total[i]);
            m_scale[i] = line.scale;
            sizes.push_back(std::abs(children.logCost[i] - m_centre[i]));
            if (!ownLine)
                withoutLine.push_back(i);
        }
    }
    // 0.6745 is the median size of a standard normal deviate.
    const double pooled = median(sizes).value_or(0) / 0.6745;
    for (const std::size_t i : withoutLine)
        m_scale[i] = pooled;
}

std::vector<double> OrdinarySpread::deviates(std::span<const double> logCost) const
{
    std::vector<double> away(logCost.size(), 0.0);
    for (std::size_t i = 0; i < away.size(); ++i)
        if (m_scale[i] > 0)
            away[i] = (logCost[i] - m_centre[i]) / m_scale[i];
    return away;
}

SpreadAroundNeed::SpreadAroundNeed(const domain::Cohort& cohort, const Compared& children,
                                   const PaidCare& care)
    : m_centre(children.logCost), m_scale(children.size())
{
    std::vector<double> apart;
    std::vector<std::size_t> paid;
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (const PaidChild* child = care.of(cohort.child[children.rows[i]])) {
            m_centre[i] = std::log(child->expectedFromNeed);
            apart.push_back(children.logCost[i] - m_centre[i]);
            paid.push_back(i);
        }
    }
    const double middle = mean(apart).value_or(0), spread = standardDeviation(apart).value_or(0);
    for (const std::size_t i : paid) {
        m_centre[i] += middle;
        m_scale[i] = spread;
    }
}

std::vector<double> SpreadAroundNeed::draw(Random random) const
{
    std::vector<double> logs(m_centre.size());
    for (std::size_t i = 0; i < logs.size(); ++i)
        logs[i] = m_centre[i] + m_scale[i] * random.normal();
    return logs;
}

std::vector<double> OrdinarySpread::draw(Random random) const
{
    std::vector<double> logs(m_centre.size());
    for (std::size_t i = 0; i < logs.size(); ++i)
        logs[i] = m_centre[i] + m_scale[i] * random.normal();
    return logs;
}

} // namespace twelvefold::analysis
