// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/level_steps.h"

#include "statistics/similar/level_bytes.h"

#include <cmath>

namespace twelvefold::statistics {
namespace {

// Visits every vector of steps whose weighted length is within the tolerance. False: too many.
class StepWalk
{
public:
    StepWalk(const ProfileTable& table, const Likeness& likeness, std::span<const int> greatest,
             std::size_t most)
        : m_table(table), m_likeness(likeness), m_greatest(greatest), m_most(most),
          m_current(table.domains, 0)
    {
    }

    std::vector<std::vector<std::int8_t>> steps;

    bool walk(std::size_t domain, double length)
    {
        if (domain == m_table.domains) {
            steps.push_back(m_current);
            return steps.size() <= m_most;
        }
        const double weight = m_table.weights.empty() ? 1 : m_table.weights[domain];
        for (int step = 0; step <= m_greatest[domain]; ++step) {
            const double longer = level_bytes::joined(m_likeness.metric, length, weight * step);
            const double whole =
                m_likeness.metric == Metric::euclidean ? std::sqrt(longer) : longer;
            if (!m_likeness.includes(whole))
                break;
            for (const int sign : {1, -1}) {
                m_current[domain] = static_cast<std::int8_t>(sign * step);
                if ((step != 0 || sign == 1) && !walk(domain + 1, longer))
                    return false;
            }
        }
        m_current[domain] = 0;
        return true;
    }

private:
    const ProfileTable& m_table;
    const Likeness& m_likeness;
    std::span<const int> m_greatest;
    std::size_t m_most;
    std::vector<std::int8_t> m_current;
};

} // namespace

std::optional<std::vector<std::vector<std::int8_t>>> levelSteps(const ProfileTable& table,
                                                                const Likeness& likeness,
                                                                std::span<const int> greatest,
                                                                std::size_t most)
{
    StepWalk walk(table, likeness, greatest, most);
    if (!walk.walk(0, 0))
        return std::nullopt;
    return std::move(walk.steps);
}

} // namespace twelvefold::statistics
