// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "domain/cost_ends.h"

#include "support/catch.h"

#include <algorithm>
#include <random>

using namespace store_tests;

namespace {

const Date census = day(2026, 3, 31);

template<class T>
std::size_t at(T value)
{
    return static_cast<std::size_t>(value);
}

} // namespace

TEST_CASE("A store without children gives an empty cohort in its framework's shape")
{
    Council council;
    const Cohort cohort = council.store->cohort(census);
    CHECK(cohort.size() == 0);
    CHECK(cohort.census == census);
    REQUIRE(cohort.framework);
    CHECK(cohort.levels.byDomain.size() == 3);
    CHECK(cohort.outcomes.empty());
    CHECK(council.store->childRows(census).empty());
    CHECK_FALSE(council.store->recordedSpan());
}

TEST_CASE("A cohort holds who was looked after, planned for or in need on the date, by pseudonym")
{
    Council council;
    const ChildId late = council.child("C1A-001", census); // from that day
    const ChildId tomorrow = council.child("A1A-001", census.plusDays(1));
    const ChildId left = council.child("B1A-001", day(2025, 1, 1));
    const ChildId planned = council.child("A2A-001", day(2025, 1, 1));
    council.edit([&](store::Writer& writer) {
        const Period until{day(2025, 1, 1), census}; // the end day no longer counts
        writer.setKindPeriods(left, CohortKind::lookedAfter, std::span(&until, 1));
        writer.setKindPeriods(planned, CohortKind::lookedAfter, {});
        const Period open{day(2025, 6, 1), std::nullopt};
        writer.setKindPeriods(planned, CohortKind::inNeed, std::span(&open, 1));
        writer.setKindPeriods(planned, CohortKind::protectionPlan, std::span(&open, 1));
        writer.setKindPeriods(late, CohortKind::inNeed, std::span(&open, 1));
    });
    const Cohort cohort = council.store->cohort(census);
    CHECK(cohort.child == std::vector{planned, late});
    CHECK(cohort.pseudonym == std::vector<std::string>{"A2A-001", "C1A-001"});
    CHECK(cohort.kind == std::vector{CohortKind::protectionPlan, CohortKind::lookedAfter});

    const auto rows = council.store->childRows(census);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].child.id == tomorrow);
    CHECK_FALSE(rows[0].current);
    CHECK(rows[1].current);
    CHECK_FALSE(rows[2].current);
    CHECK(rows[3].current);
}

TEST_CASE("Age is counted from the full date of birth, else from its month")
{
    Council council;
    const ChildId full = council.child("A1A-001");
    const ChildId month = council.child("B1A-001");
    council.child("C1A-001");
    council.edit([&](store::Writer& writer) {
        Child known = *council.store->child(full);
        known.bornMonth = day(2016, 4, 1);
        writer.updateChild(known);
        Identity identity;
        identity.child = full;
        identity.born = day(2016, 3, 31);
        writer.setIdentity(identity);
        known = *council.store->child(month);
        known.bornMonth = day(2016, 4, 1);
        writer.updateChild(known);
    });
    const Cohort cohort = council.store->cohort(census);
    CHECK(cohort.age.at(0) == 10.0);
    CHECK(cohort.age.at(1) == 9.0);
    CHECK_FALSE(cohort.age.at(2));
}

TEST_CASE("The weeks to 18 are counted in days to the birthday, and on from it")
{
    Council council;
    const auto born = [&](const char* pseudonym, std::optional<Date> month,
                          std::optional<Date> birth) {
        const ChildId id = council.child(pseudonym);
        council.edit([&](store::Writer& writer) {
            Child child = *council.store->child(id);
            child.bornMonth = month;
            writer.updateChild(child);
            Identity identity;
            identity.child = id;
            identity.born = birth;
            writer.setIdentity(identity);
        });
    };
    born("A1A-001", day(2008, 3, 1), day(2008, 3, 31)); // 18 today
    born("B1A-001", day(2008, 4, 1), day(2008, 4, 1));  // tomorrow
    born("C1A-001", day(2008, 3, 1), day(2008, 3, 24)); // a week ago
    born("D1A-001", day(2008, 4, 1), std::nullopt);     // the month is all there is
    born("E1A-001", std::nullopt, std::nullopt);
    born("F1A-001", day(2008, 2, 1), day(2008, 2, 29)); // on 1 March, as age is reckoned
    born("G1A-001", day(2026, 3, 1), day(2026, 3, 31)); // today
    const Cohort cohort = council.store->cohort(census);
    CHECK(cohort.weeksTo18.at(0) == 0.0);
    CHECK(cohort.weeksTo18.at(1) == 1 / 7.0);
    CHECK(cohort.weeksTo18.at(2) == -1.0);
    CHECK(cohort.weeksTo18.at(3) == 1 / 7.0);
    CHECK_FALSE(cohort.weeksTo18.at(4));
    CHECK(cohort.weeksTo18.at(5) == -30 / 7.0);
    CHECK(cohort.weeksTo18.at(6) == daysBetween(census, day(2044, 3, 31)) / 7.0);
    // Before 18 as long as there are weeks left, and 18 from then on.
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (const auto weeks = cohort.weeksTo18.at(row))
            CHECK((*weeks > 0) == (*cohort.age.at(row) < 18));
    }
}

TEST_CASE("The placement is the one that holds on the date, the latest to start of several")
{
    Council council;
    const ChildId placed = council.child("A1A-001");
    const ChildId none = council.child("B1A-001");
    const ChildId twice = council.child("C1A-001");
    ProviderId home, agency;
    council.edit([&](store::Writer& writer) {
        agency = writer.addProvider({{}, "Zebra Fostering", Sector::voluntary, "", "", ""});
        home = writer.addProvider({{}, "Acorn Homes", Sector::privateSector, "Oak Group", "", ""});
        writer.addProvider({{}, "Not in use", {}, "", "", ""});
        Placement before = placement(placed, {day(2025, 1, 1), census});
        before.provider = agency;
        writer.addPlacement(before);
        Placement now = placement(placed, {census, std::nullopt}, Setting::childrensHome);
        now.provider = home;
        now.emergency = true;
        now.solo = true;
        now.deprivationOfLiberty = false;
        now.distanceMiles = 12.5;
        writer.addPlacement(now);
        writer.addPlacement(placement(none, {day(2025, 1, 1), census}));
        writer.addPlacement(placement(twice, {day(2025, 6, 1), std::nullopt}, Setting::school));
        Placement earlier = placement(twice, {day(2025, 1, 1), std::nullopt}, Setting::secure);
        earlier.distanceMiles = 3;
        earlier.solo = true;
        earlier.deprivationOfLiberty = true;
        writer.addPlacement(earlier);
    });
    const Cohort cohort = council.store->cohort(census);
    CHECK(cohort.setting[0] == Setting::childrensHome);
    CHECK(cohort.placedOn[0] == census);
    CHECK(cohort.emergency[0] == true);
    CHECK(cohort.solo[0] == true);
    CHECK(cohort.deprivationOfLiberty[0] == false);
    CHECK(cohort.distanceMiles.at(0) == 12.5);
    CHECK(cohort.providerNames == std::vector<std::string>{"Acorn Homes"});
    CHECK(cohort.providerOwners == std::vector<std::string>{"Oak Group"});
    CHECK(cohort.provider == std::vector<std::int32_t>{0, -1, -1});
    CHECK(cohort.sector[0] == Sector::privateSector); // the provider's, the placement has none

    CHECK_FALSE(cohort.setting[1]);
    CHECK_FALSE(cohort.placedOn[1]);
    CHECK_FALSE(cohort.sector[1]);

    CHECK(cohort.setting[2] == Setting::school);
    CHECK_FALSE(cohort.distanceMiles.at(2));
    CHECK_FALSE(cohort.solo[2]); // what is said of the earlier one is not said of this
    CHECK_FALSE(cohort.deprivationOfLiberty[2]);

    const Cohort dayBefore = council.store->cohort(census.plusDays(-1));
    CHECK(dayBefore.setting[0] == Setting::agencyFoster);
    CHECK(dayBefore.providerNames == std::vector<std::string>{"Zebra Fostering"});
}

TEST_CASE("Moves are the placements begun in the year, without the one a child came to")
{
    Council council;
    const ChildId arrived = council.child("A1A-001", day(2025, 6, 1));
    const ChildId settled = council.child("B1A-001", day(2020, 1, 1));
    const ChildId unknown = council.child("C1A-001", day(2020, 1, 1));
    council.edit([&](store::Writer& writer) {
        // Came in the year, moved twice, the first time because the carer asked.
        Placement first = placement(arrived, {day(2025, 6, 1), day(2025, 8, 1)});
        first.changeReason = "CREQB";
        writer.addPlacement(first);
        Placement second = placement(arrived, {day(2025, 8, 1), day(2025, 9, 1)});
        second.changeReason = "CARPL"; // as planned
        writer.addPlacement(second);
        writer.addPlacement(placement(arrived, {day(2025, 9, 1), std::nullopt}));
        // Moved on 31 March of last year, which is not within this one, and once since.
        writer.addPlacement(placement(settled, {day(2020, 1, 1), day(2025, 3, 31)}));
        writer.addPlacement(placement(settled, {day(2025, 3, 31), day(2025, 4, 1)}));
        writer.addPlacement(placement(settled, {day(2025, 4, 1), std::nullopt}));
    });
    const Cohort cohort = council.store->cohort(census);
    CHECK(cohort.movesInYear.at(0) == 2.0);
    CHECK(cohort.unplannedMovesInYear.at(0) == 1.0);
    CHECK(cohort.movesInYear.at(1) == 1.0);
    CHECK(cohort.unplannedMovesInYear.at(1) == 0.0);
    CHECK(cohort.child[2] == unknown);
    CHECK_FALSE(cohort.movesInYear.at(2));
    CHECK_FALSE(cohort.unplannedMovesInYear.at(2));
}

TEST_CASE("Moves of the quarter are those of the 90 days up to the census date")
{
    Council council;
    council.child("A1A-001", census.plusDays(-30)); // and nothing more is known
    const ChildId moved = council.child("B1A-001", day(2020, 1, 1));
    const ChildId arrived = council.child("C1A-001", census.plusDays(-89));
    const ChildId lasting = council.child("D1A-001", day(2020, 1, 1));
    const Date outside = census.plusDays(-90), first = census.plusDays(-89);
    const auto ended = [](ChildId child, Date from, Date to, const char* reason) {
        Placement one = placement(child, {from, to});
        one.changeReason = reason;
        return one;
    };
    council.edit([&](store::Writer& writer) {
        // Begun and broken down exactly 90 days ago, which is before; the day after; and today.
        writer.addPlacement(ended(moved, day(2020, 1, 1), outside, "CREQB"));
        writer.addPlacement(ended(moved, outside, first, "CARPL"));
        writer.addPlacement(ended(moved, first, census, "CHILD"));
        writer.addPlacement(placement(moved, {census, std::nullopt}));
        writer.addPlacement(placement(moved, {census.plusDays(1), std::nullopt}));
        // The first since the child came is none; ended unplanned on the first day that counts.
        writer.addPlacement(ended(arrived, first, census.plusDays(-10), "LAREQ"));
        writer.addPlacement(placement(arrived, {census.plusDays(-10), std::nullopt}));
        writer.addPlacement(placement(lasting, {day(2020, 1, 1), std::nullopt}));
    });
    const Cohort cohort = council.store->cohort(census);
    CHECK_FALSE(cohort.movesInQuarter.at(0));
    CHECK_FALSE(cohort.unplannedMovesInQuarter.at(0));
    CHECK(cohort.movesInQuarter.at(1) == 2.0);
    CHECK(cohort.unplannedMovesInQuarter.at(1) == 1.0);
    CHECK(cohort.movesInYear.at(1) == 3.0);
    CHECK(cohort.unplannedMovesInYear.at(1) == 2.0);
    CHECK(cohort.movesInQuarter.at(2) == 1.0);
    CHECK(cohort.unplannedMovesInQuarter.at(2) == 1.0);
    CHECK(cohort.movesInQuarter.at(3) == 0.0);
    CHECK(cohort.unplannedMovesInQuarter.at(3) == 0.0);
    // A day earlier the placement that began 90 days before counts.
    CHECK(council.store->cohort(census.plusDays(-1)).movesInQuarter.at(1) == 2.0);
    CHECK(council.store->cohort(census.plusDays(-1)).unplannedMovesInQuarter.at(1) == 1.0);
}

TEST_CASE("Levels come from the latest final assessment on or before the date")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    const ChildId unassessed = council.child("B1A-001");
    const ChildId partly = council.child("C1A-001");
    council.assess(child, day(2025, 3, 1), "444");
    council.assess(child, day(2025, 9, 1), "111");
    const AssessmentId latest = council.assess(child, census, "234");
    council.assess(child, census.plusDays(1), "000");
    council.assess(partly, day(2026, 1, 1), "4-0");
    council.edit([&](store::Writer& writer) {
        Assessment blind = council.assessment(child, census, "000");
        blind.secondRatingOf = latest;
        writer.addAssessment(blind);
    });
    Assessment draft = council.assessment(unassessed, day(2026, 1, 1), "444");
    draft.final = false;
    council.store->saveDraft(draft);

    const Cohort cohort = council.store->cohort(census);
    CHECK(cohort.levelOf(0, 0) == 2);
    CHECK(cohort.levelOf(0, 1) == 3);
    CHECK(cohort.levelOf(0, 2) == 4);
    CHECK(cohort.needTotal.at(0) == 9.0);
    CHECK(cohort.band[0] == 2);
    CHECK(cohort.assessedOn[0] == census);

    CHECK_FALSE(cohort.assessedOn[1]); // a draft does not count
    CHECK_FALSE(cohort.needTotal.at(1));
    CHECK(cohort.band[1] == -1);
    CHECK_FALSE(cohort.levelOf(1, 0));

    CHECK(cohort.levelOf(2, 0) == 4); // missing is missing, and never zero
    CHECK_FALSE(cohort.levelOf(2, 1));
    CHECK(cohort.levelOf(2, 2) == 0);
    CHECK_FALSE(cohort.needTotal.at(2));
    CHECK(cohort.assessedOn[2] == day(2026, 1, 1));

    const auto rows = council.store->childRows(census);
    CHECK(rows[0].needTotal == 9.0);
    CHECK(rows[0].earlierTotal == 3.0); // the one before, however recent
    CHECK_FALSE(rows[0].hasDraft);
    CHECK(rows[1].hasDraft);
}

TEST_CASE("The assessment to compare with is at least 180 days older")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.assess(child, census.plusDays(-400), "444");
    council.assess(child, census.plusDays(-180), "333");
    council.assess(child, census.plusDays(-179), "222");
    council.assess(child, census, "111");
    const Cohort cohort = council.store->cohort(census);
    CHECK(cohort.earlierTotal.at(0) == 9.0);
    CHECK(cohort.earlierAssessedOn[0] == census.plusDays(-180));
    CHECK(cohort.earlierLevels.byDomain[2][0] == 3);
    // The day before, the latest is a day younger than the one to compare with.
    const Cohort before = council.store->cohort(census.plusDays(-1));
    CHECK(before.needTotal.at(0) == 6.0);
    CHECK(before.earlierTotal.at(0) == 12.0);
}

TEST_CASE("Of two assessments on one day the later entered one counts")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.assess(child, census, "111");
    council.assess(child, census, "222");
    CHECK(council.store->cohort(census).needTotal.at(0) == 6.0);
}

TEST_CASE("Levels of an earlier version are read by domain, those of another framework are missing")
{
    Council council;
    const ChildId old = council.child("A1A-001");
    const ChildId current = council.child("B1A-001");
    const ChildId foreign = council.child("C1A-001");
    council.assess(old, day(2025, 1, 1), "123");
    FrameworkId other;
    council.edit([&](store::Writer& w) { other = w.addFramework(smallFramework(1, "other")); });
    council.framework = other;
    council.assess(foreign, day(2025, 1, 1), "123");
    CHECK(council.store->cohort(census).framework->key() == "other"); // the newest in use
    council.edit([&](store::Writer& w) { council.framework = w.addFramework(smallFramework(2)); });
    council.assess(current, day(2026, 1, 1), "321");
    const Cohort cohort = council.store->cohort(census);
    CHECK(cohort.framework->version() == 2);
    CHECK(cohort.needTotal.at(0) == 6.0);
    CHECK(cohort.needTotal.at(1) == 6.0);
    CHECK_FALSE(cohort.needTotal.at(2));
    CHECK_FALSE(cohort.levelOf(2, 0));
}

TEST_CASE("Costs on the date are weekly pounds by component and funder")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    const ChildId without = council.child("B1A-001");
    council.edit([&](store::Writer& writer) {
        CostLine core = weekly(child, Money::pounds(1000), {day(2025, 1, 1), std::nullopt});
        writer.addCostLine(core);
        core.amount = Money::pounds(50);
        writer.addCostLine(core);
        CostLine monthly = weekly(child, Money::pounds(365), {census, census.plusDays(1)});
        monthly.per = CostPer::month;
        monthly.component = CostComponent::health;
        monthly.funder = Funder::health;
        writer.addCostLine(monthly); // 365 × 12 × 7 / 365 = 84
        CostLine ended = weekly(child, Money::pounds(9999), {day(2025, 1, 1), census});
        writer.addCostLine(ended);
        CostLine future = weekly(child, Money::pounds(9999), {census.plusDays(1), std::nullopt});
        writer.addCostLine(future);
        CostLine once = weekly(without, Money::pounds(500), {day(2025, 1, 1), std::nullopt});
        once.per = CostPer::once; // not spread over dates: no weekly figure
        writer.addCostLine(once);
    });
    const Cohort cohort = council.store->cohort(census);
    CHECK(cohort.costs[at(CostComponent::core)][at(Funder::socialCare)].at(0) == 1050.0);
    CHECK(cohort.costs[at(CostComponent::health)][at(Funder::health)].at(0) == 84.0);
    CHECK(cohort.costs[at(CostComponent::education)][at(Funder::socialCare)].size() == 0);
    CHECK(cohort.costOf(0, CostComponent::core) == 1050.0);
    CHECK(cohort.weeklyCost.at(0) == 1134.0);
    CHECK_FALSE(cohort.weeklyCost.at(1));
    CHECK(council.store->childRows(census)[0].weeklyCost == Money::pounds(1134));
}

TEST_CASE(
    "The flags and the mend agree which lines outlive what they pay for, whatever placements there "
    "are")
{
    const auto seed = GENERATE(range(1U, 13U));
    std::mt19937 random(seed);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const auto someDay = [&] { return day(2025, 1, 1).plusDays(below(12) * 7); };
    Council council;
    const ChildId child = council.child("A1A-001");
    std::vector<CostLine> lines;
    for (int i = 0; i < 30; ++i) {
        CostLine line = weekly(child, Money::pounds(100), {someDay(), std::nullopt});
        line.component = below(4) == 0 ? CostComponent::additional : CostComponent::core;
        if (below(3) == 0)
            line.period.end = line.period.start.plusDays(7 + below(60));
        lines.push_back(line);
    }
    council.edit([&](store::Writer& writer) {
        std::vector<PlacementId> placed;
        for (int i = 0; i < 5; ++i) {
            Period period{someDay(), std::nullopt};
            if (below(4) != 0)
                period.end = period.start.plusDays(7 + below(60));
            placed.push_back(writer.addPlacement(placement(child, period)));
        }
        for (CostLine& line : lines) {
            if (below(4) == 0)
                line.placement = placed[static_cast<std::size_t>(below(5))];
            line.id = writer.addCostLine(line);
        }
    });
    auto placements = council.store->placements(child);
    std::ranges::shuffle(placements, random);
    const auto past = council.store->linesPastTheirEnd();
    for (const CostLine& line : lines) {
        const auto paidFor = placementPaidFor(line, placements);
        const auto own =
            std::ranges::find_if(placements, [&](const Placement& p) { return paidFor == p.id; });
        const auto end = own == placements.end() ? std::nullopt : own->period.end;
        const bool outlives = end && (!line.period.end || *line.period.end > *end);
        const auto found =
            std::ranges::find(past, line.id, [](const auto& one) { return one.first.id; });
        REQUIRE((found != past.end()) == outlives);
        if (outlives)
            CHECK(found->second == *end);
    }
    for (int week = 0; week < 30; ++week) {
        const Date on = day(2025, 1, 1).plusDays(week * 7);
        const bool any = std::ranges::any_of(past, [&](const auto& one) {
            return one.first.period.contains(on) && one.second <= on;
        });
        const Cohort cohort = council.store->cohort(on);
        CHECK(cohort.costTroubles.front().has(CostTrouble::outlivesPlacement) == any);
    }
}

TEST_CASE("An outcome is its latest value within the two years before the date")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    const ChildId stale = council.child("B1A-001");
    council.edit([&](store::Writer& writer) {
        writer.addOutcome({{}, child, "sdq_total", day(2025, 9, 1), 14, ""});
        writer.addOutcome({{}, child, "sdq_total", census, 17, ""});
        writer.addOutcome({{}, child, "sdq_total", census.plusDays(1), 40, ""});
        writer.addOutcome({{}, child, "attendance", day(2024, 4, 1), 93.5, ""});
        writer.addOutcome({{}, stale, "sdq_total", day(2024, 3, 31), 20, ""});
        writer.addOutcome({{}, stale, "of_our_own", census, 20, ""});
    });
    const Cohort cohort = council.store->cohort(census);
    REQUIRE(cohort.outcomes.size() == 2);
    CHECK(cohort.outcomes[0].measure == "sdq_total");
    CHECK(cohort.outcomes[0].values.at(0) == 17.0);
    CHECK_FALSE(cohort.outcomes[0].values.at(1));
    CHECK(cohort.outcomes[1].measure == "attendance");
    CHECK(cohort.outcomes[1].values.at(0) == 93.5);
}

TEST_CASE("An outcome is compared with one recorded at least 180 days before it")
{
    Council council;
    const auto sdqOf = [&](const char* pseudonym,
                           const std::vector<std::pair<Date, double>>& values) {
        const ChildId child = council.child(pseudonym);
        council.edit([&](store::Writer& writer) {
            for (const auto& [on, value] : values)
                writer.addOutcome({{}, child, "sdq_total", on, value, ""});
        });
    };
    const Date latest = census.plusDays(-10), before = latest.plusDays(-180);
    const Date threeYearsAgo = census.plusMonths(-36);
    sdqOf("A1A-001", {});
    sdqOf("B1A-001", {{latest, 10}});
    // The later of those that are old enough, not of those that are younger.
    sdqOf("C1A-001", {{before, 12},
                      {latest, 10},
                      {before.plusDays(1), 11},
                      {before.plusDays(-300), 13},
                      {census.plusDays(1), 9}});
    sdqOf("D1A-001", {{before.plusDays(1), 11}, {latest, 10}});
    // Of two on one day the one that was entered later, then as now.
    sdqOf("E1A-001", {{latest, 10}, {latest, 20}, {before, 12}, {before, 22}});
    sdqOf("F1A-001", {{threeYearsAgo, 30}, {latest, 10}});
    sdqOf("G1A-001", {{threeYearsAgo.plusDays(-1), 30}, {latest, 10}});
    // Nothing is compared where there is nothing of the last two years.
    sdqOf("H1A-001", {{threeYearsAgo.plusDays(1), 30}, {census.plusMonths(-24), 10}});
    const Cohort cohort = council.store->cohort(census);
    REQUIRE(cohort.outcomes.size() == 1);
    const OutcomeColumn& sdq = cohort.outcomes.front();
    const auto values = [](const NumberColumn& column) {
        std::vector<std::optional<double>> all;
        for (std::size_t row = 0; row < column.size(); ++row)
            all.push_back(column.at(row));
        return all;
    };
    constexpr auto none = std::nullopt;
    using Values = std::vector<std::optional<double>>;
    using Days = std::vector<std::optional<Date>>;
    CHECK(values(sdq.values) == Values{none, 10, 10, 10, 20, 10, 10, none});
    CHECK(values(sdq.earlier) == Values{none, none, 12, none, 22, 30, none, none});
    CHECK(sdq.recordedOn == Days{none, latest, latest, latest, latest, latest, latest, none});
}

TEST_CASE(
    "The records' span runs from the first day to the last, and to the end of a return's year")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.edit([&](store::Writer& writer) {
        writer.addPlacement(placement(child, {day(2021, 5, 1), day(2025, 3, 20)}));
        writer.addCostLine(weekly(child, Money::pounds(1), {day(2022, 1, 1), day(2031, 1, 1)}));
    });
    CHECK(council.store->recordedSpan() == std::pair(day(2021, 5, 1), day(2025, 3, 19)));
    council.edit([&](store::Writer& writer) {
        Episode episode;
        episode.child = child;
        episode.start = day(2021, 5, 1);
        episode.returnYear = 2025;
        writer.addEpisode(episode);
    });
    CHECK(council.store->recordedSpan() == std::pair(day(2021, 5, 1), day(2025, 3, 31)));
}
