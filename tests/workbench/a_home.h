// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/temporary_folder.h"
#include "workbench/workbench.h"

#include "support/catch.h"

#include <algorithm>

namespace twelvefold::tests {

using namespace twelvefold::domain;
using workbench::Move;
using workbench::PlacementEntry;
using workbench::Workbench;

inline Date day(int year, int month, int dayOfMonth)
{
    return Date::from(year, month, dayOfMonth).value();
}

inline const Date kMoved = day(2026, 1, 30);

// A child in a children's home since 4 March 2025, with what is paid for it.
struct Home
{
    TemporaryFolder folder;
    std::unique_ptr<Workbench> bench =
        Workbench::create(folder.file("store.twelvefold"), "Testshire", "A. Tester").value();
    ChildId child;
    PlacementId placement;

    Home()
    {
        Child one;
        one.localId = "101";
        child = bench->addChild(one, {}, {day(2025, 3, 4), std::nullopt}).value();
        Placement home;
        home.child = child;
        home.setting = Setting::childrensHome;
        home.period = {day(2025, 3, 4), std::nullopt};
        PlacementEntry entry(home);
        entry.provider = "Hollin Bank Homes";
        placement = bench->savePlacement(entry).value();
        pay(22925, CostComponent::core, placement);
        pay(3335, CostComponent::additional, placement);
        pay(210, CostComponent::other, std::nullopt); // the school taxi
    }

    void pay(std::int64_t pounds, CostComponent component, std::optional<PlacementId> placedIn,
             Date start = day(2025, 3, 4))
    {
        CostLine line;
        line.child = child;
        line.component = component;
        line.amount = Money::pounds(pounds);
        line.placement = placedIn;
        line.period = {start, std::nullopt};
        REQUIRE(bench->saveCostLine(line));
    }
    std::optional<Money> weekly(Date on) const
    {
        return weeklyCost(bench->store().costLines(child), on).total;
    }
    Placement stored(PlacementId id) const
    {
        const auto all = bench->store().placements(child);
        return *std::ranges::find(all, id, &Placement::id);
    }
    CostTroubles troubles(Date on) const
    {
        const auto cohort = bench->cohort(on);
        return cohort->size() == 0 ? CostTroubles() : cohort->costTroubles.front();
    }
    std::size_t steps() const { return bench->store().audit(1000).size(); }
    // Everything that is kept of the child, record for record.
    auto records() const
    {
        const store::Store& store = bench->store();
        return std::tuple(store.placements(child), store.costLines(child), store.kindPeriods(child),
                          store.providers());
    }
};

inline Move toFostering(const Home& home)
{
    Move move;
    move.child = home.child;
    move.on = kMoved;
    move.why = "Planned: step down";
    move.placement.setting = Setting::agencyFoster;
    move.provider = "Greenacre Lane Fostering";
    CostLine core, additional;
    core.amount = Money::pounds(1200);
    additional.component = CostComponent::additional;
    additional.amount = Money::pounds(650);
    additional.per = CostPer::month;
    move.costs = {core, additional};
    return move;
}

} // namespace twelvefold::tests
