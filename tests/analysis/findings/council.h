// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/options.h"
#include "domain/cohort.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace twelvefold::tests {

// Domains titled "Domain 1" and so on (codes domain_1 …) with levels 0 to 4, and four bands.
std::shared_ptr<const domain::NeedsFramework>
plainFramework(std::size_t domains, std::vector<double> weights = {},
               std::vector<std::optional<domain::DomainMark>> marks = {});

// A child as a test describes one.
struct ChildRow
{
    std::vector<int> levels;    // -1: not scored; empty: never assessed
    std::optional<double> cost; // a week
    std::optional<domain::Setting> setting = domain::Setting::inHouseFoster;
    int assessedDaysAgo = 30;
    std::vector<int> earlierLevels = {}; // a year before the census; empty: none
    int provider = -1;
};

// The cohort of 31 March 2026, pseudonyms C000000, C000001, … in the order given.
domain::Cohort cohortOf(std::shared_ptr<const domain::NeedsFramework> framework,
                        const std::vector<ChildRow>& children);

// Many children with twelve domains, need and cost going together in part, and everything missing
// for somebody.
domain::Cohort inventedCouncil(std::size_t n, unsigned seed);

// Options without anything that is drawn at random.
analysis::Options quick();

// Rows with complete need and a cost above zero.
std::vector<std::size_t> comparable(const domain::Cohort& cohort);

} // namespace twelvefold::tests
