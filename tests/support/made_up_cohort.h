// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "domain/cohort.h"

#include <memory>
#include <string>
#include <vector>

// A few invented children for tests of what is drawn and listed.
namespace twelvefold::testing {

inline std::shared_ptr<const domain::NeedsFramework> smallFramework(std::size_t domains = 12)
{
    domain::NeedsFramework::Parts parts;
    parts.key = "small";
    parts.title = "Small";
    parts.levelNames = {"none", "little", "some", "much", "constant"};
    for (std::size_t i = 0; i < domains; ++i) {
        domain::NeedDomain domain;
        domain.code = "domain_" + std::string(1, static_cast<char>('a' + i));
        domain.title = "Domain " + std::string(1, static_cast<char>('A' + i));
        domain.prompt = "Think.";
        domain.descriptors = {"0", "1", "2", "3", "4"};
        parts.domains.push_back(domain);
    }
    parts.bands = {{"all", "All", 0, 4.0 * static_cast<double>(domains)}};
    auto made = domain::NeedsFramework::make(parts);
    return std::make_shared<const domain::NeedsFramework>(std::move(made).value());
}

struct MadeUpChild
{
    std::string pseudonym;
    std::optional<double> need; // spread over the domains from the first on
    std::optional<double> cost;
    std::optional<domain::Setting> setting;
};

inline domain::Cohort madeUpCohort(const std::vector<MadeUpChild>& children)
{
    domain::Cohort cohort;
    cohort.census = *domain::Date::from(2026, 3, 31);
    cohort.framework = smallFramework();
    cohort.resize(children.size(), cohort.framework->domainCount());
    for (std::size_t row = 0; row < children.size(); ++row) {
        const MadeUpChild& child = children[row];
        cohort.child[row] = domain::ChildId{static_cast<std::int64_t>(row) + 1};
        cohort.pseudonym[row] = child.pseudonym;
        cohort.setting[row] = child.setting;
        if (child.cost)
            cohort.weeklyCost.set(row, *child.cost);
        if (child.need) {
            cohort.needTotal.set(row, *child.need);
            cohort.band[row] = 0;
            int left = static_cast<int>(*child.need);
            for (auto& levels : cohort.levels.byDomain) {
                levels[row] = static_cast<std::int8_t>(std::min(left, 4));
                left -= levels[row];
            }
        }
    }
    return cohort;
}

} // namespace twelvefold::testing
