// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo_council.h"

#include "support/catch.h"

#include <cmath>
#include <map>
#include <set>

using namespace twelvefold;
using namespace twelvefold::domain;
using namespace twelvefold::tests;

TEST_CASE("The demonstration council has exactly the children asked for", "[demo]")
{
    for (const std::size_t n : {10U, 11U, 100U, 534U}) {
        const auto writer = madeCouncil(n).records;
        const auto children = lookedAfter(writer);
        CHECK(children.size() == n);
        // Every one of them lives in exactly one place that day.
        std::map<ChildId, int> places;
        for (const Placement& placement : writer.placements) {
            if (placement.period.contains(kCensus) && children.contains(placement.child))
                ++places[placement.child];
        }
        CHECK(places.size() == n);
        for (const auto& [child, count] : places)
            CHECK(count == 1);
    }
}

TEST_CASE("A child of the demonstration council is the same however many there are", "[demo]")
{
    const auto small = madeCouncil(10).records;
    const auto large = madeCouncil(200).records;
    REQUIRE(small.children.size() <= large.children.size());
    CHECK(std::equal(small.children.begin(), small.children.end(), large.children.begin()));
    CHECK(std::equal(small.placements.begin(), small.placements.end(), large.placements.begin()));
    CHECK(std::equal(small.costLines.begin(), small.costLines.end(), large.costLines.begin()));
    CHECK(
        std::equal(small.assessments.begin(), small.assessments.end(), large.assessments.begin()));
    CHECK(std::equal(small.outcomes.begin(), small.outcomes.end(), large.outcomes.begin()));
    CHECK(std::equal(small.careEvents.begin(), small.careEvents.end(), large.careEvents.begin()));
}

TEST_CASE("Another seed gives other children", "[demo]")
{
    const auto one = madeCouncil(50, 1).records;
    const auto two = madeCouncil(50, 2).records;
    CHECK(one.costLines != two.costLines);
    CHECK(madeCouncil(50, 1).records.costLines == one.costLines);
}

TEST_CASE("The demonstration council spends about what such a council spends", "[demo]")
{
    const auto writer = madeCouncil(534).records;
    const auto children = lookedAfter(writer);
    double weekly = 0;
    for (const auto& [child, cost] : weeklyCosts(writer)) {
        if (children.contains(child))
            weekly += cost;
    }
    const double yearly = weekly * 365 / 7;
    CHECK(yearly > 40e6 * 0.85);
    CHECK(yearly < 40e6 * 1.15);
}

TEST_CASE("The demonstration council follows the published figures", "[demo]")
{
    // 8,000 children, so that chance stays well inside the tolerances.
    constexpr std::size_t n = kLargeCouncil;
    const RecordingWriter& writer = largeCouncil().records;
    const auto children = lookedAfter(writer);
    const auto places = placementsOn(writer, kCensus);
    const auto costs = weeklyCosts(writer);
    const auto needs = needTotals(writer);
    const auto share = [&](double count) { return count / static_cast<double>(n); };

    SECTION("settings: shares and median costs")
    {
        struct Row
        {
            Setting setting;
            double share, median;
        };
        for (const Row& row :
             {Row{Setting::kinshipFoster, 0.16, 300}, Row{Setting::inHouseFoster, 0.27, 480},
              Row{Setting::agencyFoster, 0.24, 980}, Row{Setting::childrensHome, 0.115, 5290},
              Row{Setting::supportedAccommodation, 0.09, 1250}, Row{Setting::withParents, 0.07, 60},
              Row{Setting::adoption, 0.03, 60}}) {
            std::vector<double> own;
            std::size_t count = 0;
            for (const ChildId child : children) {
                if (places.at(child).setting != row.setting)
                    continue;
                ++count;
                if (costs.contains(child))
                    own.push_back(costs.at(child));
            }
            INFO(token(row.setting));
            CHECK(share(static_cast<double>(count)) == Approx(row.share).margin(0.015));
            std::ranges::nth_element(own,
                                     own.begin() + static_cast<std::ptrdiff_t>(own.size() / 2));
            CHECK(own[own.size() / 2] == Approx(row.median).epsilon(0.09));
        }
    }
    SECTION("need explains a third to under a half of log cost, less within a setting")
    {
        std::vector<std::pair<double, double>> all;
        std::map<Setting, std::vector<std::pair<double, double>>> within;
        for (const ChildId child : children) {
            if (!needs.contains(child) || !costs.contains(child))
                continue;
            all.emplace_back(needs.at(child), std::log(costs.at(child)));
            within[places.at(child).setting].push_back(all.back());
        }
        CHECK(rSquared(all) > 0.3);
        CHECK(rSquared(all) < 0.45);
        for (const Setting setting : {Setting::kinshipFoster, Setting::inHouseFoster,
                                      Setting::agencyFoster, Setting::childrensHome}) {
            INFO(token(setting));
            CHECK(rSquared(within[setting]) > 0.1);
            CHECK(rSquared(within[setting]) < 0.3);
        }
    }
    SECTION("moves: 69 % in one placement in the year, 10 % in three or more")
    {
        std::map<ChildId, int> inYear;
        for (const Placement& placement : writer.placements) {
            const bool endedBefore =
                placement.period.end && *placement.period.end <= kCensus.plusDays(-365);
            if (children.contains(placement.child) && !endedBefore)
                ++inYear[placement.child];
        }
        double one = 0, three = 0;
        for (const auto& [child, count] : inYear) {
            one += count == 1;
            three += count >= 3;
        }
        CHECK(share(one) == Approx(0.69).margin(0.05));
        CHECK(share(three) == Approx(0.10).margin(0.03));
    }
    SECTION("people: 56 % boys, 71 % White, 38 % aged 10 to 15, 26 % 16 or over")
    {
        double boys = 0, white = 0, middle = 0, old = 0;
        for (std::size_t i = 0; i < writer.children.size(); ++i) {
            const Child& child = writer.children[i];
            if (!children.contains(child.id))
                continue;
            const int age = ageInYears(*writer.identities[i].born, kCensus);
            boys += child.sex == Sex::male;
            white += child.ethnicity.starts_with("W");
            middle += age >= 10 && age <= 15;
            old += age >= 16;
            CHECK(age >= 0);
            CHECK(age <= 17);
        }
        CHECK(share(boys) == Approx(0.56).margin(0.02));
        CHECK(share(white) == Approx(0.71).margin(0.02));
        CHECK(share(middle) == Approx(0.38).margin(0.02));
        CHECK(share(old) == Approx(0.26).margin(0.02));
    }
    SECTION("distance: 21 % over 20 miles, children's homes about half")
    {
        double far = 0, homes = 0, farHomes = 0;
        for (const ChildId child : children) {
            const Placement& placement = places.at(child);
            const bool isFar = placement.distanceMiles.value_or(0) > 20;
            far += isFar;
            homes += placement.setting == Setting::childrensHome;
            farHomes += isFar && placement.setting == Setting::childrensHome;
        }
        CHECK(share(far) == Approx(0.21).margin(0.04));
        CHECK(farHomes / homes == Approx(0.45).margin(0.08));
    }
    SECTION("SDQ has a mean of 14 and a spread of 7")
    {
        double sum = 0, squares = 0, count = 0;
        for (const Outcome& outcome : writer.outcomes) {
            if (outcome.measure != "sdq_total" || outcome.date != kCensus)
                continue;
            CHECK(outcome.value >= 0);
            CHECK(outcome.value <= 40);
            sum += outcome.value;
            squares += outcome.value * outcome.value;
            ++count;
        }
        const double mean = sum / count;
        CHECK(mean == Approx(14).margin(0.7));
        CHECK(std::sqrt(squares / count - mean * mean) == Approx(7).margin(0.7));
    }
    SECTION("gaps as in life: some without a cost, some without an assessment")
    {
        double noCost = 0, noNeed = 0;
        for (const ChildId child : children) {
            noCost += !costs.contains(child);
            noNeed += !needs.contains(child);
        }
        CHECK(share(noCost) > 0.03);
        CHECK(share(noCost) < 0.06);
        CHECK(share(noNeed) > 0.03);
        CHECK(share(noNeed) < 0.12);
    }
}

TEST_CASE("Years of the demonstration council hang together", "[demo]")
{
    const auto writer = madeCouncil(300).records;
    std::map<ChildId, Period> care;
    for (const KindPeriod& period : writer.kindPeriods) {
        CHECK(!(period.period.end && *period.period.end <= period.period.start));
        if (period.kind == CohortKind::lookedAfter)
            care[period.child] = period.period;
    }
    SECTION("episodes follow one another without a gap from the start of care to its end")
    {
        std::map<ChildId, std::vector<Episode>> episodes;
        for (const Episode& episode : writer.episodes)
            episodes[episode.child].push_back(episode);
        CHECK(episodes.size() == care.size());
        for (const auto& [child, own] : episodes) {
            CHECK(own.front().start == care.at(child).start);
            CHECK(own.front().reasonNew == "S");
            CHECK(own.back().end == care.at(child).end);
            CHECK(own.back().end.has_value() == !own.back().endReason.empty());
            for (std::size_t i = 0; i + 1 < own.size(); ++i) {
                CHECK(own[i].end == own[i + 1].start);
                CHECK(own[i].endReason == "X1");
            }
        }
    }
    SECTION("nothing is dated after the census, before birth or outside care")
    {
        std::map<ChildId, Date> born;
        for (const Identity& identity : writer.identities)
            born[identity.child] = *identity.born;
        for (const Assessment& assessment : writer.assessments) {
            CHECK(assessment.date <= kCensus);
            CHECK(assessment.date >= born.at(assessment.child));
        }
        for (const Placement& placement : writer.placements) {
            CHECK(placement.period.start >= care.at(placement.child).start);
            CHECK(placement.period.start <= kCensus);
            CHECK(placement.period.start >= born.at(placement.child));
        }
        for (const CostLine& line : writer.costLines) {
            CHECK_FALSE(domain::faultIn(line));
            CHECK(line.period.start <= kCensus);
        }
    }
    SECTION("every level that moved by two or more says why")
    {
        std::map<ChildId, Assessment> last;
        for (const Assessment& assessment : writer.assessments) {
            if (assessment.secondRatingOf)
                continue;
            const auto previous = last.find(assessment.child);
            CHECK(signOffProblems(assessment, exchange::builtInFramework(),
                                  previous == last.end() ? nullptr : &previous->second, kCensus)
                      .empty());
            last[assessment.child] = assessment;
        }
    }
    SECTION("pseudonyms and local identifiers are unique")
    {
        std::set<std::string> pseudonyms, localIds;
        for (const Child& child : writer.children) {
            CHECK(child.pseudonym.size() == 7);
            CHECK(pseudonyms.insert(child.pseudonym).second);
            CHECK(localIds.insert(child.localId).second);
        }
    }
}

TEST_CASE("The demonstration council's children go missing as often as their outcomes say",
          "[demo]")
{
    const auto writer = madeCouncil(534).records;
    std::map<std::pair<ChildId, int>, double> told, counted;
    for (const Outcome& outcome : writer.outcomes) {
        if (outcome.measure == "missing_episodes" && outcome.value > 0)
            told[{outcome.child, outcome.date.year()}] += outcome.value;
    }
    for (const CareEvent& event : writer.careEvents) {
        if (event.kind == EventKind::missing)
            ++counted[{event.child, returnYearEnding(*event.start)}];
        CHECK((!event.start || !event.end || *event.start <= *event.end));
    }
    CHECK(told.size() > 50);
    CHECK(told == counted);
}

TEST_CASE("One child in twelve or so of the demonstration council came alone, in their teens",
          "[demo]")
{
    const auto writer = madeCouncil(kLargeCouncil).records;
    const auto children = lookedAfter(writer);
    double alone = 0;
    for (const CareEvent& event : writer.careEvents)
        alone += event.kind == EventKind::unaccompanied && children.contains(event.child) ? 1 : 0;
    const double share = alone / static_cast<double>(children.size());
    CHECK(share > 0.05);
    CHECK(share < 0.12); // 7 to 9 % in England in the 2020s
}
