// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/unit_slips.h"

#include "statistics/description/robust_univariate.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace twelvefold::analysis {
namespace {

constexpr std::size_t kFewestToKnowUsual = 20;
constexpr double kSmallestLogScale = 0.2;
constexpr double kFarFromUsual = 4.5, kNearToUsual = 0.75; // scales

// A week's price for a day's, a month's for a week's, a year's for a week's; pence for pounds.
constexpr double kUnitFactors[] = {7, 365.0 / 7 / 12, 365.0 / 7, 100};

bool wouldBeUsual(double fromUsual, double scale)
{
    return std::ranges::any_of(kUnitFactors, [&](double factor) {
        return std::fabs(std::fabs(fromUsual) - std::log(factor)) <= kNearToUsual * scale;
    });
}

} // namespace

std::vector<std::size_t> unitSlips(const domain::Cohort& cohort)
{
    std::map<domain::Setting, std::vector<std::size_t>> bySetting;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (cohort.setting[row] && cohort.weeklyCost.valid[row] != 0 &&
            cohort.weeklyCost.values[row] > 0)
            bySetting[*cohort.setting[row]].push_back(row);
    }
    std::vector<std::size_t> slips;
    for (const auto& [setting, rows] : bySetting) {
        if (rows.size() < kFewestToKnowUsual)
            continue;
        std::vector<double> logs;
        for (const std::size_t row : rows)
            logs.push_back(std::log(cohort.weeklyCost.values[row]));
        const statistics::RobustColumn usual = statistics::robustColumn(logs);
        const double scale = std::max(usual.qn.value_or(0), kSmallestLogScale);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double fromUsual = logs[i] - *usual.median;
            if (std::fabs(fromUsual) > kFarFromUsual * scale && wouldBeUsual(fromUsual, scale))
                slips.push_back(rows[i]);
        }
    }
    std::ranges::sort(slips);
    return slips;
}

} // namespace twelvefold::analysis
