// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"

#include <random>
#include <set>
#include <string>

namespace twelvefold::tests {

inline std::shared_ptr<const domain::NeedsFramework> twoDomainFramework()
{
    domain::NeedsFramework::Parts parts;
    parts.key = "small";
    parts.title = "A small framework";
    parts.levelNames = {"None", "Some", "Much", "Most"};
    for (const char* code : {"health", "learning"})
        parts.domains.push_back({code, code, "", 1.0, {"well", "unwell", "very unwell", "worst"}});
    parts.bands = {
        {"lower", "Lower", 0, 1}, {"middle", "Middle", 2, 4}, {"higher", "Higher", 5, 6}};
    return std::make_shared<const domain::NeedsFramework>(
        *domain::NeedsFramework::make(std::move(parts)));
}

// Children of all sorts, few of some: settings, ages, providers, kinds, costs of three components,
// outcomes, and something missing of many of them.
inline domain::Cohort smallCouncil(std::size_t n, unsigned seed)
{
    using namespace domain;
    std::mt19937 random(seed);
    const auto below = [&](unsigned most) { return unsigned(random() % most); };
    Cohort cohort;
    cohort.census = *Date::from(2026, 3, 31);
    cohort.framework = twoDomainFramework();
    cohort.resize(n, 2);
    for (int provider = 0; provider < 9; ++provider)
        cohort.providerNames.push_back("Alder House " + std::to_string(provider));
    cohort.providerOwners.resize(9);
    for (auto& component : cohort.costs)
        component[0] = NumberColumn(n);
    cohort.outcomes.push_back({"sdq_total", NumberColumn(n)});
    constexpr Setting common[] = {Setting::inHouseFoster, Setting::agencyFoster,
                                  Setting::kinshipFoster, Setting::childrensHome};
    for (std::size_t row = 0; row < n; ++row) {
        cohort.child[row] = ChildId{std::int64_t(row) + 1};
        cohort.pseudonym[row] = "K" + std::to_string(100000 + row);
        cohort.kind[row] = below(40) == 0 ? CohortKind::inNeed : CohortKind::lookedAfter;
        cohort.age.set(row, double(below(18)));
        if (below(30) != 0)
            cohort.setting[row] = below(12) == 0 ? static_cast<Setting>(below(11))
                                                 : common[std::min(below(5), below(5)) % 4];
        cohort.provider[row] = below(3) == 0 ? -1 : int(std::min(below(9), below(9)));
        cohort.sector[row] = below(10) == 0 ? Sector::voluntary : Sector::privateSector;
        cohort.emergency[row] = below(15) == 0;
        if (below(25) != 0) {
            const int health = int(below(4)), learning = int(below(4));
            cohort.levels.byDomain[0][row] = std::int8_t(health);
            cohort.levels.byDomain[1][row] = std::int8_t(learning);
            cohort.needTotal.set(row, health + learning);
            cohort.band[row] = std::int8_t(*cohort.framework->bandOf(double(health + learning)));
            cohort.assessedOn[row] = *Date::from(2026, 1, 15);
        }
        const double price = cohort.setting[row] == Setting::childrensHome ? 5000.0 : 500.0;
        if (below(20) != 0)
            cohort.costs[0][0].set(row, price * (1 + below(100) / 100.0));
        if (below(12) == 0)
            cohort.costs[2][0].set(row, 200.0 + below(300));
        if (below(4) != 0)
            cohort.outcomes[0].values.set(row, double(below(41)));
    }
    cohort.providerRegions = {"North", "North", "South", "South", "South", "", "", "", ""};
    for (std::size_t row = 0; row < n; ++row) {
        cohort.legalStatus[row] = below(12) == 0  ? ""
                                  : below(9) == 0 ? "E1"
                                  : below(3) == 0 ? "C1"
                                  : row % 37 == 5 ? "Z9" // which no list has
                                                  : "C2";
        if (below(9) != 0)
            cohort.distanceMiles.set(row, below(400) / 10.0);
        if (below(9) != 0)
            cohort.searchDays.set(row, below(60));
        if (cohort.setting[row])
            cohort.placedOn[row] = cohort.census.plusDays(-int(below(900)));
    }
    for (std::size_t row = 0; row < n; ++row) {
        cohort.weeksTo18.set(row, (18 - cohort.age.values[row]) * 52 - below(52));
        cohort.solo[row] = below(12) == 0;
        cohort.deprivationOfLiberty[row] = below(30) == 0;
        cohort.movesInQuarter.set(row, below(6) / 5);
        cohort.unplannedMovesInQuarter.set(row, below(12) / 11);
        if (cohort.outcomes[0].values.valid[row] == 0)
            continue;
        cohort.outcomes[0].recordedOn[row] = cohort.census.plusDays(-int(below(400)));
        if (below(2) == 0)
            cohort.outcomes[0].earlier.set(row, below(41));
    }
    for (std::size_t row = 0; row < n; ++row) {
        cohort.unaccompanied[row] = below(12) == 0;
        if (below(9) != 0)
            cohort.disabled[row] = below(7) == 0;
        if (below(5) != 0)
            cohort.previousPermanence[row] = below(9) == 0 ? "P1" : "Z1";
        if (below(9) != 0)
            cohort.missingInYear.set(row, below(8));
        if (below(9) != 0)
            cohort.socialWorkersInYear.set(row, 1 + below(4));
    }
    cohort.countCosts({});
    return cohort;
}

// A filter such as people try, often a narrow one.
inline domain::CohortFilter someFilter(std::mt19937& random)
{
    using namespace domain;
    const auto below = [&](unsigned most) { return unsigned(random() % most); };
    CohortFilter filter;
    if (below(8) == 0)
        filter.ask("kind", {});
    std::set<Setting> settings;
    if (below(2) == 0)
        for (unsigned chosen = 1 + below(4); chosen > 0; --chosen)
            settings.insert(static_cast<Setting>(below(5)));
    filter.ask("setting", anyOf(settings));
    if (below(3) == 0) {
        Wanted ages = between(below(16), {});
        if (below(2) == 0)
            ages.most = *ages.least + below(12);
        filter.ask("age", ages);
    }
    if (below(6) == 0)
        filter.ask("provider", anyOf({"Alder House " + std::to_string(below(9))}));
    if (below(8) == 0)
        filter.ask("sector", anyOf({Sector::privateSector}));
    if (below(8) == 0)
        filter.ask("band", anyOf({twoDomainFramework()->bands()[below(3)].code}));
    if (below(10) == 0)
        filter.ask("emergency", anyOf({below(2) == 0 ? "yes" : "no"}));
    if (below(8) == 0)
        filter.ask("legal-status", anyOf({below(2) == 0 ? "C1" : "C2"}));
    if (below(6) == 0)
        filter.costs.components = {true, below(2) == 0, below(2) == 0, false, false};
    return filter;
}

} // namespace twelvefold::tests
