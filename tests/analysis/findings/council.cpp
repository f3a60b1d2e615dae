// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/council.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <stdexcept>

namespace twelvefold::tests {

using namespace domain;

std::shared_ptr<const NeedsFramework> plainFramework(std::size_t domains,
                                                     std::vector<double> weights,
                                                     std::vector<std::optional<DomainMark>> marks)
{
    NeedsFramework::Parts parts;
    parts.key = "plain";
    parts.title = "Plain";
    parts.levelNames = {"none", "a little", "regular", "intensive", "constant"};
    weights.resize(domains, 1.0);
    marks.resize(domains);
    double highest = 0;
    for (std::size_t d = 0; d < domains; ++d) {
        NeedDomain need;
        need.code = std::string("domain_") + static_cast<char>('a' + static_cast<int>(d));
        need.title = "Domain " + std::to_string(d + 1);
        need.prompt = "What to think about.";
        need.weight = weights[d];
        need.mark = marks[d];
        need.descriptors = {"0", "1", "2", "3", "4"};
        parts.domains.push_back(need);
        highest += 4 * weights[d];
    }
    const double step = std::max(1.0, std::floor(highest / 4));
    parts.bands = {{"lower", "Lower", 0, step - 1},
                   {"moderate", "Moderate", step, 2 * step - 1},
                   {"high", "High", 2 * step, 3 * step - 1},
                   {"very_high", "Very high", 3 * step, highest}};
    auto made = NeedsFramework::make(parts);
    if (!made)
        throw std::runtime_error(plainEnglish(made.failure()));
    return std::make_shared<const NeedsFramework>(std::move(*made));
}

namespace {

// Sets one child's levels and, when all are there, the total.
void score(const NeedsFramework& framework, const std::vector<int>& levels, std::size_t row,
           LevelColumns& columns, NumberColumn& total)
{
    double sum = 0;
    bool complete = levels.size() == framework.domainCount();
    for (std::size_t d = 0; d < levels.size(); ++d) {
        columns.byDomain[d][row] = static_cast<std::int8_t>(levels[d]);
        complete = complete && levels[d] != kNoLevel;
        sum += levels[d] * framework.domains()[d].weight;
    }
    if (complete)
        total.set(row, sum);
}

} // namespace

Cohort cohortOf(std::shared_ptr<const NeedsFramework> framework,
                const std::vector<ChildRow>& children)
{
    Cohort cohort;
    cohort.census = *Date::from(2026, 3, 31);
    cohort.framework = std::move(framework);
    cohort.resize(children.size(), cohort.framework->domainCount());
    for (std::size_t row = 0; row < children.size(); ++row) {
        const ChildRow& child = children[row];
        const std::string number = std::to_string(row);
        cohort.child[row] = ChildId{static_cast<std::int64_t>(row) + 1};
        cohort.pseudonym[row] = "C" + std::string(6 - number.size(), '0') + number;
        cohort.setting[row] = child.setting;
        cohort.provider[row] = child.provider;
        while (static_cast<int>(cohort.providerNames.size()) <= child.provider) {
            cohort.providerNames.push_back("Provider " +
                                           std::to_string(cohort.providerNames.size()));
            cohort.providerOwners.emplace_back();
        }
        if (child.cost)
            cohort.weeklyCost.set(row, *child.cost);
        if (!child.levels.empty()) {
            score(*cohort.framework, child.levels, row, cohort.levels, cohort.needTotal);
            cohort.assessedOn[row] = cohort.census.plusDays(-child.assessedDaysAgo);
            if (const auto total = cohort.needTotal.at(row))
                cohort.band[row] = static_cast<std::int8_t>(*cohort.framework->bandOf(*total));
        }
        if (!child.earlierLevels.empty()) {
            score(*cohort.framework, child.earlierLevels, row, cohort.earlierLevels,
                  cohort.earlierTotal);
            cohort.earlierAssessedOn[row] = cohort.census.plusDays(-365);
        }
    }
    return cohort;
}

Cohort inventedCouncil(std::size_t n, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    const auto oneIn = [&](unsigned of) { return random() % of == 0; };
    const auto level = [&](double severity) {
        const double z = 0.65 * severity + 0.76 * normal(random);
        return static_cast<int>(z > -0.4) + static_cast<int>(z > 0.25) +
               static_cast<int>(z > 0.85) + static_cast<int>(z > 1.5);
    };
    std::vector<ChildRow> children(n);
    for (ChildRow& child : children) {
        const double severity = normal(random);
        int total = 0;
        for (int d = 0; d < 12; ++d) {
            child.levels.push_back(level(severity));
            child.earlierLevels.push_back(
                std::clamp(child.levels.back() + (oneIn(4) ? 1 : 0) - (oneIn(5) ? 1 : 0), 0, 4));
            total += child.levels.back();
        }
        const bool home = normal(random) < -1.9 + 0.06 * total;
        child.setting = home ? Setting::childrensHome : static_cast<Setting>(random() % 4);
        const double middle = (home ? 8.4 : 6.2) + 0.03 * total;
        child.cost = std::round(100 * std::exp(middle + 0.35 * normal(random))) / 100;
        child.assessedDaysAgo = static_cast<int>(random() % 260);
        child.provider = static_cast<int>(random() % 40) - 1;
        if (oneIn(12))
            child.levels.clear();
        else if (oneIn(30))
            child.levels[random() % 12] = -1;
        if (oneIn(15))
            child.cost = oneIn(4) ? std::optional(0.0) : std::nullopt;
        if (oneIn(40))
            child.setting.reset();
        if (oneIn(6))
            child.earlierLevels.clear();
    }
    Cohort cohort = cohortOf(plainFramework(12), children);
    OutcomeColumn sdq{"sdq_total", NumberColumn(n)};
    for (std::size_t row = 0; row < n; ++row) {
        if (cohort.hasProfile(row) && !oneIn(5))
            sdq.values.set(row, std::clamp(std::round(0.4 * cohort.needTotal.values[row] + 6 +
                                                      5 * normal(random)),
                                           0.0, 40.0));
    }
    cohort.outcomes.push_back(std::move(sdq));
    return cohort;
}

analysis::Options quick()
{
    analysis::Options options;
    options.bootstrapReplicates = 0;
    options.chanceDraws = 0;
    return options;
}

std::vector<std::size_t> comparable(const domain::Cohort& cohort)
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (cohort.needTotal.at(row) && cohort.weeklyCost.at(row).value_or(0) > 0)
            rows.push_back(row);
    }
    return rows;
}

} // namespace twelvefold::tests
