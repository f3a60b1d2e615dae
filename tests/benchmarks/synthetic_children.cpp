// SPDX-License-Identifier: GPL-3.0-or-later
#include "synthetic_children.h"

#include "statistics/numbers/random.h"

#include <cmath>

namespace twelvefold::benchmarks {
namespace {

constexpr std::array kCuts{-0.40, 0.25, 0.85, 1.50}; // most children at low need
constexpr std::array kWeights{.02, .035, .01, .05, .02, .04, .015, .03, .025, .06};

double levelOf(double severity)
{
    double level = 0;
    for (double cut : kCuts)
        level += severity > cut ? 1 : 0;
    return level;
}

} // namespace

SyntheticChildren syntheticChildren(std::size_t n)
{
    statistics::Random random(20240229, n);
    SyntheticChildren children;
    for (auto& column : children.levels)
        column.resize(n);
    for (std::size_t child = 0; child < n; ++child) {
        const double severity = random.normal();
        double total = 0;
        double logCost = 6.05;
        for (std::size_t domain = 0; domain < children.levels.size(); ++domain) {
            const double load = 0.45 + 0.30 * static_cast<double>(domain) / 9.0;
            const double level =
                levelOf(load * severity + std::sqrt(1.0 - load * load) * random.normal());
            children.levels[domain][child] = level;
            total += level;
            logCost += kWeights[domain] * level;
        }
        const double residential = 1.0 / (1.0 + std::exp(3.2 - 0.11 * total));
        children.residential.push_back(random.uniform() < residential ? 1 : 0);
        if (children.residential.back() != 0)
            logCost += 1.55;
        logCost += 0.15 * random.normal() + 0.38 * random.normal(); // provider, and all else
        const double cost = std::round(100.0 * std::exp(logCost)) / 100.0;
        children.total.push_back(total);
        children.weeklyCost.push_back(cost);
        children.logCost.push_back(std::log(cost));
    }
    return children;
}

namespace {

std::shared_ptr<const domain::NeedsFramework> tenDomains()
{
    domain::NeedsFramework::Parts parts;
    parts.key = "ten";
    parts.title = "Ten domains";
    parts.levelNames = {"none", "a little", "regular", "intensive", "constant"};
    for (char d = 'a'; d < 'k'; ++d) {
        domain::NeedDomain domain;
        domain.code = std::string("domain_") + d;
        domain.title = std::string("Domain ") + d;
        domain.prompt = "What to think about.";
        domain.descriptors = {"0", "1", "2", "3", "4"};
        parts.domains.push_back(domain);
    }
    parts.bands = {{"lower", "Lower", 0, 9},
                   {"moderate", "Moderate", 10, 19},
                   {"high", "High", 20, 29},
                   {"very_high", "Very high", 30, 40}};
    return std::make_shared<const domain::NeedsFramework>(
        std::move(domain::NeedsFramework::make(parts)).value());
}

std::string pseudonym(std::size_t row)
{
    const std::string number = std::to_string(row);
    return "C" + std::string(7 - number.size(), '0') + number;
}

} // namespace

domain::Cohort syntheticCohort(const SyntheticChildren& children)
{
    const std::size_t n = children.total.size();
    domain::Cohort cohort;
    cohort.census = *domain::Date::from(2026, 3, 31);
    cohort.framework = tenDomains();
    cohort.resize(n, children.levels.size());
    for (std::size_t provider = 0; provider < n / 40 + 1; ++provider) {
        cohort.providerNames.push_back("Provider " + std::to_string(provider));
        cohort.providerOwners.emplace_back();
    }
    for (std::size_t row = 0; row < n; ++row) {
        cohort.child[row] = domain::ChildId{static_cast<std::int64_t>(row) + 1};
        cohort.pseudonym[row] = pseudonym(row);
        cohort.setting[row] = children.residential[row] != 0 ? domain::Setting::childrensHome
                              : row % 3 == 0                 ? domain::Setting::agencyFoster
                                                             : domain::Setting::inHouseFoster;
        cohort.provider[row] = static_cast<std::int32_t>(row / 40);
        cohort.weeklyCost.set(row, children.weeklyCost[row]);
        cohort.needTotal.set(row, children.total[row]);
        cohort.band[row] = static_cast<std::int8_t>(*cohort.framework->bandOf(children.total[row]));
        cohort.assessedOn[row] = cohort.census.plusDays(-static_cast<int>(row % 200));
        for (std::size_t d = 0; d < children.levels.size(); ++d)
            cohort.levels.byDomain[d][row] = static_cast<std::int8_t>(children.levels[d][row]);
        if (row % 2 != 0)
            continue;
        // A year ago one domain was a level higher, or lower.
        double then = children.total[row];
        for (std::size_t d = 0; d < children.levels.size(); ++d)
            cohort.earlierLevels.byDomain[d][row] = cohort.levels.byDomain[d][row];
        std::int8_t& moved = cohort.earlierLevels.byDomain[row / 2 % 10][row];
        then += moved < 3 ? 2 : -2;
        moved = static_cast<std::int8_t>(moved + (moved < 3 ? 2 : -2));
        cohort.earlierTotal.set(row, then);
        cohort.earlierAssessedOn[row] = cohort.census.plusDays(-400);
    }
    return cohort;
}

} // namespace twelvefold::benchmarks
