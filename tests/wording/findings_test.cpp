// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/wording.h"

#include "support/catch.h"

#include <array>

using namespace twelvefold;
using wording::Per;

// What is found, told no further than it goes.

namespace {

std::string said(const QString& text)
{
    return text.toStdString();
}

analysis::CostDrivers drivers(std::size_t n)
{
    analysis::CostDrivers drivers;
    drivers.n = n;
    drivers.columns = 20;
    drivers.rSquared = 0.84;
    return drivers;
}

analysis::ProviderEffects providers(bool differ)
{
    analysis::ProviderEffects effects;
    effects.measure = "log_weekly_cost";
    effects.n = 209;
    effects.providers.resize(45);
    effects.differ = differ;
    effects.withinSd = 0.3;
    effects.betweenSd = 0.1;
    effects.betweenLower = differ ? 0.05 : 0;
    effects.betweenUpper = 0.15;
    effects.p = differ ? 0.011 : 0.149;
    return effects;
}

analysis::ProviderEffect provider(std::size_t n, double effect, double lower, double upper)
{
    analysis::ProviderEffect one;
    one.n = n;
    one.effect = effect;
    one.lower = lower;
    one.upper = upper;
    return one;
}

analysis::RecordedSpend spend()
{
    analysis::RecordedSpend spend;
    spend.weekly = 820'822;
    spend.recorded = 516;
    return spend;
}

} // namespace

TEST_CASE("what is recorded goes with cost, less what chance gives, and explains nothing")
{
    // 1 - .16 × 52 / 32
    CHECK(said(wording::driversSummary(drivers(53))) ==
          "74 % of the spread of weekly cost among 53 children goes with what is recorded of them, "
          "26 % with nothing recorded; what so many particulars go with by chance is taken off "
          "(adjusted R²).");
    auto found = drivers(53);
    found.lower = 0.73;
    found.upper = 0.87;
    CHECK(wording::driversSummary(found).endsWith("95 % interval of the former: 56 % to 79 %."));
    found.rSquared = 0.3; // 20 columns give as much by chance
    CHECK(wording::driversSummary(found).startsWith("0 % of the spread"));
}

TEST_CASE("a sum says what is missing from it")
{
    auto found = spend();
    CHECK(said(wording::spendTold(found, Per::year)) == "£42.8m a year.");
    CHECK(said(wording::spendTold(found, Per::week)) == "£821k a week.");
    found.notRecorded = found.estimated = 18;
    found.more = 21'096;
    found.moreLower = 15'343;
    found.moreUpper = 36'438;
    CHECK(said(wording::spendTold(found, Per::year)) ==
          "At least £42.8m a year; about £1.1m more (95 % interval £800k to £1.9m) is not recorded "
          "for 18 children.");
    found.notRecorded = 20;
    CHECK(wording::spendTold(found, Per::year)
              .endsWith("for 18 children; of 2 more, what is not recorded cannot be told."));
    found.otherCosts = 1;
    CHECK(wording::spendTold(found, Per::year)
              .endsWith("For 1 child none of the costs counted is recorded, but others are."));
}

TEST_CASE("where it cannot be told what is missing from a sum, it is said of how many children")
{
    auto found = spend();
    found.notRecorded = 1;
    CHECK(said(wording::spendTold(found, Per::year)) ==
          "At least £42.8m a year; of 1 child no cost is recorded.");
    found.notRecorded = 3;
    CHECK(said(wording::spendTold(found, Per::week)) ==
          "At least £821k a week; of 3 children no cost is recorded.");
    found.weekly = 0;
    CHECK(said(wording::spendTold(found, Per::week)) == "What their care costs is not recorded.");
}

TEST_CASE("of how many children need can be held against cost is said in words, and why of no more")
{
    constexpr domain::MessageKind kNoCost{"none", "no cost recorded"};
    constexpr domain::MessageKind kNever{"never", "a cost, but never assessed"};
    analysis::CohortSummary cohort;
    cohort.n = 10;
    CHECK(wording::notHeldAgainstCost(cohort).isEmpty());
    cohort.excluded = {{{kNoCost, {}}, 1}};
    CHECK(said(wording::notHeldAgainstCost(cohort)) ==
          "Of 9 of them need can be held against cost; of the other it cannot: no cost recorded "
          "(1).");
    cohort.excluded.push_back({{kNever, {}}, 2});
    CHECK(said(wording::notHeldAgainstCost(cohort)) ==
          "Of 7 of them need can be held against cost; of the other 3 it cannot: no cost recorded "
          "(1); a cost, but never assessed (2).");
    cohort.n = 3;
    CHECK(said(wording::notHeldAgainstCost(cohort)) ==
          "Of none of them can need be held against cost: no cost recorded (1); a cost, but never "
          "assessed (2).");
}

TEST_CASE("how far providers differ is told with its interval, and only where they do")
{
    CHECK(said(wording::providersDiffer(providers(true))) ==
          "Providers differ: 10 % of the variation that need and setting leave lies between them "
          "(95 % interval 3 % to 20 %).");
    CHECK(said(wording::providersTest(providers(true))) ==
          "Typical difference between providers 11 % (95 % interval 5 % to 16 %); p = 0.011 of no "
          "difference, from 45 providers and 209 children.");
    auto barely = providers(true);
    barely.betweenLower = 0.02;
    CHECK(wording::providersDiffer(barely).endsWith("(95 % interval under 1 % to 20 %)."));
    barely.betweenLower = 0;
    CHECK(wording::providersTest(barely).startsWith(
        "As far as they differ, it is typically by no more than 16 %"));
    CHECK(said(wording::providersDiffer(barely)) ==
          "Providers seem to differ, but how far cannot be told: of the variation that need and "
          "setting leave, anything up to 20 % may lie between them (95 % interval).");
    CHECK(wording::providersDiffer(providers(false)).startsWith("No difference between providers"));
    CHECK(said(wording::providersTest(providers(false))) ==
          "As far as they differ, it is typically by no more than 16 % (upper end of the 95 % "
          "interval; p "
          "= 0.149 of no difference, from 45 providers and 209 children).");
    auto wide = providers(false);
    wide.betweenUpper = 2.24; // 838 %
    CHECK(
        said(wording::providersTest(wide)) ==
        "How far they may differ cannot be told from 209 children with 45 providers (p = 0.149 of "
        "no difference).");
}

TEST_CASE("of a provider about which nothing is claimed no difference is told")
{
    const auto effects = providers(true);
    CHECK(said(wording::effectTold(effects, provider(12, 0.07, 0.02, 0.16))) ==
          "+7 % (+2 % to +17 %)");
    CHECK(said(wording::effectTold(effects, provider(13, -0.13, -0.27, -0.002))) ==
          "−12 % (−24 % to −0.2 %)");
    CHECK(said(wording::effectTold(effects, provider(1, 0.4, -0.9, 2.2))) ==
          "cannot be told from 1 child");
    CHECK(said(wording::effect(effects, provider(3, 0.1, -0.3, 0.5))) ==
          "cannot be told from 3 children");
    CHECK(said(wording::effectTold(effects, provider(60, 0.01, -0.05, 0.07))) ==
          "within 20 % of the others");
    // Where the test bears out no difference, none is told whatever the interval.
    CHECK(said(wording::effectTold(providers(false), provider(12, 0.2, 0.1, 0.3))) ==
          "cannot be told from 12 children");
}

TEST_CASE("in how few hands care lies is told for as many children and owners as there are")
{
    analysis::Market market;
    market.n = 3;
    market.owners.n = 2;
    market.owners.largest = 67;
    CHECK(said(wording::concentration(market)) ==
          "Care that is bought (for 3 children) lies in the hands of 2 owner groups; the largest "
          "takes 67 % of the spend.");
    market.n = market.owners.n = 1;
    CHECK(said(wording::concentration(market)) ==
          "Care that is bought (for 1 child) lies in the hands of one owner group.");
}

TEST_CASE("an expected cost says from how many children it comes, and when they are few or far")
{
    analysis::ExpectedCost expected;
    expected.ratio = 1.31;
    analysis::ComparatorsTold comparators{23, 5, 3, 4};
    CHECK(said(wording::expectedTold(expected, comparators, 4)) ==
          "1.3 times the median of 23 children with similar needs.");
    CHECK(said(wording::comparatorsAre(comparators)) ==
          "Compared with 23 children whose cost is known, half of them within 3 levels and the "
          "farthest 4 levels away; "
          "5 in the same setting.");
    comparators.n = 7;
    CHECK(said(wording::expectedTold(expected, comparators, 4)) ==
          "1.3 times the median of 7 children with similar needs, which are few to go by.");
    comparators = {10, 0, 6, 9};
    expected.nearestInstead = true;
    CHECK(said(wording::expectedTold(expected, comparators, 2)) ==
          "1.3 times the median of the 10 children whose needs are nearest, up to 9 levels apart: "
          "fewer than five are within 2 levels.");
    CHECK(wording::comparatorsAre(comparators).endsWith("none in the same setting."));
    comparators = {1, 0, 6, 6};
    CHECK(said(wording::expectedTold(expected, comparators, 2)) ==
          "1.3 times what the one child costs whose needs are nearest, up to 6 levels apart: no "
          "other is within 2 levels.");
    CHECK(wording::expectedTold(expected, {}, 2).isEmpty());
}

TEST_CASE("of few children assessed twice no change of need is told")
{
    analysis::NeedChange change;
    change.n = 7;
    change.mean = -0.6;
    change.lower = -2.8;
    change.upper = 1.6;
    CHECK(wording::needChange(change) ==
          QStringList{QString::fromUtf8("How total need changes cannot be told from 7 children "
                                        "assessed twice (on average by −0.6).")});
    change.n = 1;
    CHECK(wording::needChange(change).front().contains("from 1 child assessed twice (by"));
    change.n = 12;
    CHECK(wording::needChange(change).front().startsWith("Total need has not clearly changed, of "
                                                         "12 children"));
}

TEST_CASE("by whom and when needs were scored is said, and when that is long ago")
{
    domain::Cohort cohort;
    cohort.resize(1, 1);
    cohort.census = *domain::Date::from(2026, 3, 31);
    cohort.pseudonym[0] = "K7F-204";
    CHECK(wording::asScored(cohort, 0).isEmpty());
    cohort.assessedOn[0] = *domain::Date::from(2026, 1, 14);
    CHECK(said(wording::asScored(cohort, 0)) == "Needs as one person scored them on 14 Jan 2026.");
    cohort.assessedOn[0] = *domain::Date::from(2025, 1, 14);
    CHECK(said(wording::asScored(cohort, 0)) ==
          "Needs as one person scored them on 14 Jan 2025: over half a year old, so they may have "
          "changed.");
    auto ratings = std::make_shared<domain::SecondRatings>();
    ratings->pseudonym = {"K7F-204"};
    ratings->assessedOn = {*cohort.assessedOn[0]};
    ratings->first = {12};
    cohort.secondRatings = ratings;
    CHECK(said(wording::asScored(cohort, 0)) ==
          "Needs as scored on 14 Jan 2025, by a second person too: over half a year old, so they "
          "may have changed.");
}

TEST_CASE(
    "a line of many says who of it is new, put aside until now or changed, each once, as a line "
    "of one does")
{
    using Flags = std::array<bool, 3>; // new, overdue, changed
    const auto question = [](analysis::QuestionKind kind, const std::vector<Flags>& flags) {
        analysis::Question made;
        made.kind = kind;
        for (const auto& [isNew, overdue, changed] : flags) {
            analysis::AskedOf asked;
            asked.isNew = isNew;
            asked.isOverdue = overdue;
            asked.hasChanged = changed;
            made.children.push_back(asked);
        }
        return made;
    };
    const auto one = [&](const Flags& flags) {
        return said(
            wording::questionStanding(question(analysis::QuestionKind::priceAbove, {flags})));
    };
    CHECK(one({true, true, true}) == "new");
    CHECK(one({false, true, true}) == "put aside until now");
    CHECK(one({false, false, true}) == "changed in the last month");
    CHECK(one({false, false, false}).empty());

    const auto many = question(analysis::QuestionKind::stale, {{true, true, false},
                                                               {false, false, false},
                                                               {false, true, true},
                                                               {false, false, true},
                                                               {false, false, true}});
    CHECK(said(wording::questionStanding(many)) ==
          "1 new, 1 put aside until now, 2 changed in the last month");
    CHECK(said(wording::standingInShort(many)) == "1 new, 1 again, 2 changed");
    CHECK(said(wording::standingInShort(many.children[2])) == "again");
    const auto changed = question(analysis::QuestionKind::stale, {Flags{false, false, true}});
    CHECK(said(wording::questionStanding(changed)) == "1 changed in the last month");
    CHECK(wording::questionStanding(question(analysis::QuestionKind::stale, std::vector<Flags>(1)))
              .isEmpty());
}
