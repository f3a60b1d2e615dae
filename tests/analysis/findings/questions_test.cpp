// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/questions.h"

#include "analysis/findings/council.h"
#include "analysis/findings/paid_council.h"
#include "statistics/numbers/random.h"

#include "support/catch.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

using namespace twelvefold;
using namespace twelvefold::analysis;
using Catch::Matchers::ContainsSubstring;
using domain::Cohort;
using domain::Date;
using domain::PutAside;
using domain::QuestionOutcome;
using domain::Setting;

namespace {

Date on(int year, int month, int day)
{
    return *Date::from(year, month, day);
}

DayOfQuestions dayOf(const Cohort& cohort)
{
    return {std::make_shared<const Cohort>(cohort),
            std::make_shared<const PaidCare>(tests::careOf(cohort))};
}

// Nobody's records were otherwise a month earlier.
Worklist listOf(const Cohort& cohort, const std::vector<PutAside>& putAside = {})
{
    Cohort before = cohort;
    before.census = cohort.census.plusMonths(-1);
    const DayOfQuestions now = dayOf(cohort);
    return worklist(now, {std::make_shared<const Cohort>(before), now.paidCare}, putAside,
                    tests::quick());
}

Worklist listOf(const Cohort& now, const Cohort& before, const std::vector<PutAside>& aside = {})
{
    return worklist(dayOf(now), dayOf(before), aside, tests::quick());
}

std::vector<std::string> askedOf(const Worklist& list, QuestionKind kind)
{
    std::vector<std::string> pseudonyms;
    for (const Question& question : list.questions)
        if (question.kind == kind)
            for (const AskedOf& asked : question.children)
                pseudonyms.push_back(asked.pseudonym);
    return pseudonyms;
}

const Question& first(const Worklist& list, QuestionKind kind)
{
    const auto found = std::ranges::find(list.questions, kind, &Question::kind);
    REQUIRE(found != list.questions.end());
    return *found;
}

// What the lines are worth together: who moves, 45 times in 100, leaves the price behind.
double sumOfLines(const Worklist& list)
{
    std::set<domain::ChildId> mayMove;
    for (const Question& question : list.questions)
        if (question.kind == QuestionKind::placement || question.kind == QuestionKind::stepDown)
            mayMove.insert(question.children.front().child);
    double sum = 0;
    for (const Question& question : list.questions) {
        const bool leftBehind = question.kind == QuestionKind::priceAbove &&
                                mayMove.contains(question.children.front().child);
        sum += question.worth ? question.worth->expected * (leftBehind ? 0.55 : 1) : 0;
    }
    return sum;
}

using Names = std::vector<std::string>;

// Three hundred children of ten and older whose prices differ little within a kind, assessed lately
// and placed for some time.
Cohort council(std::uint64_t seed = 3)
{
    Cohort cohort = tests::councilOf(300, {}, seed);
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        cohort.placedOn[row] = on(2025, 6, 1);
        cohort.age.set(row, std::max(10.0, cohort.age.values[row]));
        cohort.weeksTo18.set(row, 52 * (18 - cohort.age.values[row]));
    }
    return cohort;
}

void setCost(Cohort& cohort, std::size_t row, double cost)
{
    cohort.weeklyCost.set(row, cost);
}

std::size_t someoneIn(const Cohort& cohort, Setting setting, std::size_t skip = 0)
{
    for (std::size_t row = 0; row < cohort.size(); ++row)
        if (cohort.setting[row] == setting && skip-- == 0)
            return row;
    FAIL("nobody lives there");
    return 0;
}

void setLevels(Cohort& cohort, std::size_t row, int level, std::size_t domains = 12)
{
    for (std::size_t d = 0; d < cohort.levels.byDomain.size(); ++d)
        cohort.levels.byDomain[d][row] = static_cast<std::int8_t>(d < domains ? level : 0);
    cohort.needTotal.set(row, level * static_cast<double>(domains));
}

// A child in a home with hardly any need, where half of the children of such need are not.
std::size_t misplaced(Cohort& cohort)
{
    const std::size_t row = someoneIn(cohort, Setting::childrensHome);
    setLevels(cohort, row, 1, 6);
    return row;
}

PutAside aside(const Cohort& cohort, std::size_t row, QuestionKind kind, Date until,
               QuestionOutcome outcome = QuestionOutcome::explained)
{
    PutAside put;
    put.id = domain::PutAsideId(static_cast<std::int64_t>(row) + 1);
    put.child = cohort.child[row];
    put.question = token(kind);
    put.outcome = outcome;
    put.reason = domain::SensitiveText("Two to one at night");
    put.on = cohort.census.plusMonths(-2);
    put.until = until;
    return put;
}

} // namespace

TEST_CASE("safety and lawfulness are asked of everybody concerned, above all, and never priced")
{
    Cohort cohort = council();
    const auto isOf = [&](QuestionKind kind, std::size_t row) {
        return askedOf(listOf(cohort), kind) == Names{cohort.pseudonym[row]};
    };
    CHECK(std::ranges::none_of(listOf(cohort).questions,
                               [](const Question& each) { return isSafety(each.kind); }));

    SECTION("in a placement that is not registered")
    {
        cohort.setting[5] = Setting::unregistered;
        CHECK(isOf(QuestionKind::unregistered, 5));
    }
    SECTION("under ten in a children's home")
    {
        for (std::size_t row = 0; row < cohort.size(); ++row)
            cohort.age.set(row, 10);
        const std::size_t inHome = someoneIn(cohort, Setting::childrensHome);
        cohort.age.set(inHome, 9);
        cohort.age.set(someoneIn(cohort, Setting::agencyFoster), 9);
        CHECK(isOf(QuestionKind::underTenInHome, inHome));
    }
    SECTION("over 18 and still counted")
    {
        cohort.age.set(5, 18);
        cohort.age.set(6, 18);
        cohort.kind[6] = domain::CohortKind::inNeed;
        CHECK(isOf(QuestionKind::overEighteen, 5));
    }
    SECTION("newly placed far from home")
    {
        for (const std::size_t row : {5U, 6U, 7U})
            cohort.distanceMiles.set(row, 20.5);
        cohort.placedOn[5] = on(2026, 1, 1);   // 89 days
        cohort.placedOn[6] = on(2025, 12, 31); // 90
        cohort.placedOn[8] = on(2026, 1, 1);
        cohort.distanceMiles.set(8, 20);
        CHECK(isOf(QuestionKind::farFromHome, 5));
    }
    SECTION("missing more often than before")
    {
        domain::OutcomeColumn missing("missing_episodes", domain::NumberColumn(cohort.size()));
        const auto was = [&](std::size_t row, double now, double before, Date day) {
            missing.values.set(row, now);
            missing.earlier.set(row, before);
            missing.recordedOn[row] = day;
        };
        was(5, 3, 1, on(2026, 3, 1));
        was(6, 3, 2, on(2026, 3, 1));
        was(7, 1, 0, on(2026, 3, 1));
        was(8, 9, 1, on(2025, 3, 31));
        cohort.outcomes.push_back(missing);
        CHECK(isOf(QuestionKind::missingMore, 5));
    }
    SECTION("alone with staff and deprived of liberty")
    {
        cohort.solo[5] = cohort.deprivationOfLiberty[5] = true;
        cohort.solo[6] = true;
        cohort.deprivationOfLiberty[7] = true;
        CHECK(isOf(QuestionKind::soloDeprivedOfLiberty, 5));
    }

    cohort.setting[40] = Setting::unregistered;
    setCost(cohort, someoneIn(cohort, Setting::inHouseFoster), 9000);
    const Worklist list = listOf(cohort);
    bool safetyOver = false;
    for (const Question& question : list.questions) {
        safetyOver = safetyOver || !isSafety(question.kind);
        CHECK(isSafety(question.kind) == !safetyOver);
        CHECK_FALSE((isSafety(question.kind) && question.worth));
    }
    CHECK(safetyOver);
}

TEST_CASE("prices far from what is usual within their kind are asked about, both ways")
{
    Cohort cohort = council();
    CHECK(askedOf(listOf(cohort), QuestionKind::priceAbove).empty());
    const std::size_t dear = someoneIn(cohort, Setting::inHouseFoster);
    const std::size_t cheap = someoneIn(cohort, Setting::childrensHome);
    setCost(cohort, dear, cohort.weeklyCost.values[dear] * 3);
    setCost(cohort, cheap, cohort.weeklyCost.values[cheap] / 3);
    const Worklist list = listOf(cohort);
    CHECK(askedOf(list, QuestionKind::priceAbove) == Names{cohort.pseudonym[dear]});
    CHECK(askedOf(list, QuestionKind::priceBelow) == Names{cohort.pseudonym[cheap]});

    const Question& above = first(list, QuestionKind::priceAbove);
    const PaidChild child = *tests::careOf(cohort).of(cohort.child[dear]);
    const double gap = (child.cost - child.expectedWithinKind) * 52;
    REQUIRE(above.worth);
    CHECK(above.worth->expected <= 0.2 * gap); // what asking recovers on average
    CHECK(above.worth->expected > 0.18 * gap); // hardly a false alarm
    CHECK(above.worth->lower < above.worth->expected);
    CHECK(above.worth->expected < above.worth->upper);
    CHECK_THAT(domain::plainEnglish(above.says), ContainsSubstring("3 times as much"));
    CHECK_FALSE(first(list, QuestionKind::priceBelow).worth);

    SECTION("a child who is soon 18 costs so much for a few weeks only")
    {
        cohort.weeksTo18.set(dear, 13);
        CHECK(first(listOf(cohort), QuestionKind::priceAbove).worth->expected ==
              Approx(above.worth->expected / 4));
    }
    SECTION("nothing is said of the cost of a need that is out of date")
    {
        cohort.assessedOn[dear] = on(2025, 9, 28);
        CHECK(askedOf(listOf(cohort), QuestionKind::priceAbove).empty());
        CHECK(askedOf(listOf(cohort), QuestionKind::stale) == Names{cohort.pseudonym[dear]});
    }
    SECTION("nor of a cost that may be counted twice")
    {
        cohort.costTroubles[dear].add(domain::CostTrouble::samePartTwice);
        CHECK(askedOf(listOf(cohort), QuestionKind::priceAbove).empty());
        CHECK(askedOf(listOf(cohort), QuestionKind::costTwice) == Names{cohort.pseudonym[dear]});
    }
}

TEST_CASE("children in homes whose needs are mostly met in families are asked about")
{
    Cohort cohort = council();
    const std::size_t row = misplaced(cohort);
    const auto isAsked = [&] {
        const Names names = askedOf(listOf(cohort), QuestionKind::placement);
        return std::ranges::find(names, cohort.pseudonym[row]) != names.end();
    };
    REQUIRE(isAsked());
    CHECK_THAT(domain::plainEnglish(
                   listOf(cohort).asked(cohort.child[row], QuestionKind::placement)->reason),
               ContainsSubstring("none of the needs scored calls for intensive support") &&
                   ContainsSubstring("rated a second time first"));

    SECTION("with one need that calls for intensive support, and not with two")
    {
        cohort.levels.byDomain[0][row] = 3;
        CHECK(isAsked());
        cohort.levels.byDomain[1][row] = 4;
        CHECK_FALSE(isAsked());
    }
    SECTION("not in a secure setting")
    {
        cohort.setting[row] = Setting::secure;
        CHECK_FALSE(isAsked());
    }
    SECTION("not of needs assessed over half a year ago")
    {
        cohort.assessedOn[row] = on(2025, 9, 28);
        CHECK_FALSE(isAsked());
    }
    SECTION("a second rating says whether it is asked at all")
    {
        domain::SecondRatings ratings;
        ratings.pseudonym = {cohort.pseudonym[row]};
        ratings.assessedOn = ratings.ratedAgainOn = {*cohort.assessedOn[row]};
        ratings.first = ratings.second = {6};
        for (auto* levels : {&ratings.firstLevels, &ratings.secondLevels})
            levels->byDomain.assign(12, {1});
        cohort.secondRatings = std::make_shared<domain::SecondRatings>(ratings);
        CHECK_THAT(domain::plainEnglish(
                       listOf(cohort).asked(cohort.child[row], QuestionKind::placement)->reason),
                   ContainsSubstring("as a second rating has it too"));
        ratings.secondLevels.byDomain[0] = ratings.secondLevels.byDomain[1] = {3};
        cohort.secondRatings = std::make_shared<domain::SecondRatings>(ratings);
        CHECK_FALSE(isAsked());
    }
}

TEST_CASE("a fall in need by more than noise in residential care is a possible step-down, once")
{
    Cohort cohort = council();
    const std::size_t row = misplaced(cohort);
    cohort.earlierTotal.set(row, 10);
    cohort.earlierAssessedOn[row] = on(2025, 3, 31);
    for (std::size_t d = 0; d < 12; ++d)
        cohort.earlierLevels.byDomain[d][row] = cohort.levels.byDomain[d][row];
    cohort.earlierLevels.byDomain[2][row] = 4;
    cohort.earlierLevels.byDomain[5][row] = 2;
    const auto list = listOf(cohort);
    CHECK(askedOf(list, QuestionKind::stepDown) == Names{cohort.pseudonym[row]});
    CHECK(list.asked(cohort.child[row], QuestionKind::placement) == nullptr);
    CHECK_THAT(domain::plainEnglish(first(list, QuestionKind::stepDown).says),
               ContainsSubstring("Total need was 10 on 2025-03-31 and is 6 now") &&
                   ContainsSubstring("Domain 3 4 → 1, Domain 6 2 → 1") &&
                   ContainsSubstring("until needs are rated twice"));

    cohort.earlierTotal.set(row, 9.5); // by less than four, where noise is not measured
    CHECK(askedOf(listOf(cohort), QuestionKind::stepDown).empty());
    cohort.earlierTotal.set(row, 20);
    cohort.levels.byDomain[0][row] = 3; // one need is still intensive
    CHECK(askedOf(listOf(cohort), QuestionKind::stepDown).empty());
}

TEST_CASE("a review is due only where noise is measured, and the rule says what noise alone gives")
{
    const Cohort cohort = council();
    const Worklist list = listOf(cohort);
    const RuleTold& rule = list.rules[static_cast<std::size_t>(QuestionKind::reviewDue)];
    REQUIRE(rule.idle);
    CHECK_THAT(domain::plainEnglish(*rule.idle), ContainsSubstring("Noise not measured"));
    for (const RuleTold& each : list.rules)
        CHECK(each.kind == list.rules[static_cast<std::size_t>(each.kind)].kind);
    CHECK(list.rules[static_cast<std::size_t>(QuestionKind::priceAbove)].onNothing.value() < 0.2);
}

TEST_CASE("dear placements that have not been shown to help are up for review")
{
    Cohort cohort = council();
    // Forty pairs of ratings, a level apart.
    domain::SecondRatings ratings;
    for (int i = 0; i < 40; ++i) {
        ratings.pseudonym.push_back("R" + std::to_string(i));
        ratings.assessedOn.push_back(cohort.census);
        ratings.ratedAgainOn.push_back(cohort.census);
        ratings.first.push_back(12);
        ratings.second.push_back(12 + (i % 2 == 0 ? 1 : -1));
    }
    ratings.firstLevels.byDomain.assign(12, std::vector<std::int8_t>(40, 1));
    ratings.secondLevels = ratings.firstLevels;
    cohort.secondRatings = std::make_shared<domain::SecondRatings>(ratings);
    std::size_t row = 0;
    for (std::size_t each = 0; each < cohort.size(); ++each)
        if (cohort.setting[each] == Setting::childrensHome &&
            cohort.weeklyCost.values[each] > cohort.weeklyCost.values[row])
            row = each;
    cohort.placedOn[row] = on(2025, 3, 31); // a year ago to the day
    cohort.earlierAssessedOn[row] = on(2025, 3, 1);
    cohort.earlierTotal.set(row, cohort.needTotal.values[row]);
    const auto isAsked = [&] {
        return listOf(cohort).asked(cohort.child[row], QuestionKind::reviewDue) != nullptr;
    };
    CHECK_FALSE(isAsked()); // it may have fallen as well as not
    cohort.earlierTotal.set(row, cohort.needTotal.values[row] - 6);
    CHECK(isAsked());

    SECTION("not where an outcome is better")
    {
        domain::OutcomeColumn sdq("sdq_total", domain::NumberColumn(cohort.size()));
        sdq.values.set(row, 11);
        sdq.earlier.set(row, 11);
        cohort.outcomes.push_back(sdq);
        CHECK(isAsked());
        cohort.outcomes[0].values.set(row, 10);
        CHECK_FALSE(isAsked());
    }
    SECTION("not of a placement of less than a year")
    {
        cohort.placedOn[row] = on(2025, 4, 1);
        CHECK_FALSE(isAsked());
    }
    SECTION("not of one of the cheaper three quarters")
    {
        setCost(cohort, row, 900);
        CHECK_FALSE(isAsked());
    }
}

TEST_CASE("signs of strain count for ninety days, and each is listed")
{
    Cohort cohort = council();
    const auto said = [&](std::size_t row) {
        const Worklist list = listOf(cohort);
        const AskedOf* asked = list.asked(cohort.child[row], QuestionKind::breakdown);
        return asked != nullptr ? domain::plainEnglish(asked->reason) : std::string();
    };
    CHECK(said(5).empty());
    cohort.movesInQuarter.set(5, 1);
    cohort.movesInYear.set(5, 4);
    cohort.unplannedMovesInYear.set(5, 2);
    CHECK(said(5).empty());
    cohort.movesInQuarter.set(5, 2);
    cohort.unplannedMovesInQuarter.set(5, 1);
    cohort.distanceMiles.set(5, 30);
    CHECK_THAT(said(5), ContainsSubstring("moves in 90 days (2), moves nobody planned (1), and it "
                                          "is 30 miles from home"));
    cohort.setting[5].reset(); // there is no placement to steady
    CHECK(said(5).empty());
}

TEST_CASE("what the records lack is one line each, with the pounds that it hides")
{
    Cohort cohort = council();
    cohort.assessedOn[5] = cohort.census.plusDays(-183);
    cohort.assessedOn[6] = cohort.census.plusDays(-184);
    setCost(cohort, 6, 1000);
    for (const std::size_t row : {7U, 8U}) {
        cohort.levels.byDomain[3][row] = domain::kNoLevel;
        cohort.needTotal.clear(row);
        setCost(cohort, row, 500);
    }
    cohort.weeklyCost.clear(9);
    const Worklist list = listOf(cohort);
    const auto line = [&](QuestionKind kind) {
        return domain::plainEnglish(first(list, kind).says);
    };
    CHECK_THAT(line(QuestionKind::stale), ContainsSubstring("1 child was last assessed over 183") &&
                                              ContainsSubstring("£52000 a year"));
    CHECK_THAT(line(QuestionKind::needMissing),
               ContainsSubstring("2 children are not scored on every domain of need") &&
                   ContainsSubstring("£52000 a year"));
    CHECK_THAT(line(QuestionKind::costMissing), ContainsSubstring("1 child has no cost"));
    CHECK(domain::plainEnglish(list.asked(cohort.child[7], QuestionKind::needMissing)->reason) ==
          "Not scored on 1 of 12 domains: Domain 4. Who could say?");
    CHECK(list.questions.back().kind >= QuestionKind::stale); // after whatever is of children
}

TEST_CASE("new is what was not asked a month earlier, and changed who moved, was assessed or paid "
          "otherwise since")
{
    Cohort now = council();
    const std::size_t dear = someoneIn(now, Setting::inHouseFoster);
    const std::size_t other = someoneIn(now, Setting::inHouseFoster, 1);
    const std::size_t third = someoneIn(now, Setting::inHouseFoster, 2);
    for (const std::size_t row : {dear, other, third})
        setCost(now, row, 4000);
    Cohort before = now;
    before.census = on(2026, 2, 28);
    setCost(before, dear, 480); // was nothing to ask about
    now.placedOn[other] = on(2026, 3, 10);
    const Worklist list = listOf(now, before);
    const auto asked = [&](std::size_t row) {
        return *list.asked(now.child[row], QuestionKind::priceAbove);
    };
    CHECK(asked(dear).isNew);
    CHECK(asked(other).hasChanged);
    CHECK_FALSE(asked(other).isNew);
    CHECK_FALSE(asked(third).comesFirst());
    CHECK(list.newQuestions() == 1);
    // What is new or has changed stands before what is as it was.
    std::vector<bool> comesFirst;
    for (const Question& question : list.questions)
        if (question.kind == QuestionKind::priceAbove)
            comesFirst.push_back(question.comesFirst());
    CHECK(comesFirst == std::vector{true, true, false});
}

TEST_CASE("a question put aside is not asked until its day, or until the child moves")
{
    Cohort cohort = council();
    const std::size_t dear = someoneIn(cohort, Setting::inHouseFoster);
    const std::size_t other = someoneIn(cohort, Setting::inHouseFoster, 1);
    for (const std::size_t row : {dear, other})
        setCost(cohort, row, 4000);
    const auto until = [&](Date day) {
        return std::vector{aside(cohort, dear, QuestionKind::priceAbove, day)};
    };
    const Worklist list = listOf(cohort, until(on(2026, 4, 1)));
    CHECK(askedOf(list, QuestionKind::priceAbove) == Names{cohort.pseudonym[other]});
    REQUIRE(list.aside.size() == 1);
    CHECK(list.aside[0].asked.pseudonym == cohort.pseudonym[dear]);
    CHECK(list.rules[static_cast<std::size_t>(QuestionKind::priceAbove)].asked == 2);

    const Worklist due = listOf(cohort, until(on(2026, 3, 31)));
    const AskedOf* asked = due.asked(cohort.child[dear], QuestionKind::priceAbove);
    REQUIRE(asked != nullptr);
    CHECK(asked->isOverdue);
    CHECK(due.aside.empty());

    SECTION("another question of the child is asked as before")
    {
        cohort.setting[dear] = Setting::unregistered;
        CHECK(askedOf(listOf(cohort, until(on(2026, 9, 1))), QuestionKind::unregistered) ==
              Names{cohort.pseudonym[dear]});
    }
    SECTION("a move brings it back: it was about another placement")
    {
        cohort.placedOn[dear] = on(2026, 3, 1); // put aside on 31 January
        CHECK(listOf(cohort, until(on(2026, 9, 1)))
                  .asked(cohort.child[dear], QuestionKind::priceAbove) != nullptr);
    }
    SECTION("the last decision counts")
    {
        auto decisions = until(on(2026, 9, 1));
        decisions.push_back(aside(cohort, dear, QuestionKind::priceAbove, on(2026, 3, 1)));
        decisions.back().id = domain::PutAsideId(9999);
        CHECK(listOf(cohort, decisions).asked(cohort.child[dear], QuestionKind::priceAbove) !=
              nullptr);
    }
    SECTION("what was put aside later than the day is not known on it")
    {
        auto later = until(on(2026, 9, 1));
        later[0].on = on(2026, 4, 1);
        CHECK(listOf(cohort, later).asked(cohort.child[dear], QuestionKind::priceAbove) != nullptr);
    }
}

TEST_CASE("twenty decisions of the store take the place of what is borrowed")
{
    Cohort cohort = council();
    const std::size_t row = misplaced(cohort);
    const auto worth = [&](std::size_t agreed, std::size_t not_agreed) {
        std::vector<PutAside> decisions;
        for (std::size_t i = 0; i < agreed + not_agreed; ++i) {
            decisions.push_back(aside(
                cohort, (row + 1 + i) % cohort.size(), QuestionKind::placement, on(2026, 3, 1),
                i < agreed ? QuestionOutcome::agreed : QuestionOutcome::notAgreed));
        }
        const Worklist list = listOf(cohort, decisions);
        for (const Question& question : list.questions)
            if (question.kind == QuestionKind::placement &&
                question.children[0].child == cohort.child[row])
                return question.worth->expected;
        return 0.0;
    };
    const double borrowed = worth(0, 0);
    CHECK(borrowed > 0);
    CHECK(worth(10, 9) == Approx(borrowed));
    CHECK(worth(10, 10) == Approx(borrowed * 0.5 / 0.45));
    CHECK(worth(0, 20) == Approx(borrowed * (0.5 / 21) / 0.45));
}

TEST_CASE(
    "of a child who may move and is dear as well the price counts as far as no move is agreed")
{
    Cohort cohort = council();
    const std::size_t row = misplaced(cohort);
    setCost(cohort, row, cohort.weeklyCost.values[row] * 4);
    const std::vector<std::size_t> one{row};
    const Worklist list = listOf(cohort).amongst(cohort.rows(one));
    const YearlyWorth price = *first(list, QuestionKind::priceAbove).worth;
    const YearlyWorth move = *first(list, QuestionKind::placement).worth;
    CHECK(price.expected > 0);
    CHECK(move.expected > 0);
    REQUIRE(list.worth);
    // That a move is agreed is borrowed: 45 times in 100.
    CHECK(list.worth->expected == Approx(move.expected + 0.55 * price.expected));
    CHECK(list.worth->upper < move.upper + price.upper);
    CHECK(list.worth->lower < list.worth->expected);

    SECTION("all of it where the question about the placement is put aside")
    {
        const Worklist stays = listOf(cohort, {aside(cohort, row, QuestionKind::placement,
                                                     on(2026, 9, 30), QuestionOutcome::notAgreed)})
                                   .amongst(cohort.rows(one));
        CHECK(stays.worth->expected == Approx(price.expected));
    }
}

TEST_CASE("amongst some children only their questions are asked, and lines and sums are theirs")
{
    Cohort cohort = council();
    setCost(cohort, someoneIn(cohort, Setting::inHouseFoster), 4000);
    misplaced(cohort);
    for (const std::size_t row : {20U, 21U, 22U})
        cohort.setting[row] = Setting::unregistered;
    const Worklist all = listOf(cohort);
    const std::vector<std::size_t> two{20, 22};
    const Worklist some = all.amongst(cohort.rows(two));
    CHECK(askedOf(some, QuestionKind::unregistered).size() == 2);
    CHECK_THAT(domain::plainEnglish(first(some, QuestionKind::unregistered).says),
               ContainsSubstring("2 children"));
    CHECK(askedOf(some, QuestionKind::priceAbove).empty());
    CHECK(some.rules.size() == all.rules.size());
    CHECK(all.amongst(cohort.rows({})).questions.empty());
    CHECK_FALSE(all.amongst(cohort.rows({})).worth);

    const Worklist same = all.amongst(cohort);
    REQUIRE(same.questions.size() == all.questions.size());
    for (std::size_t i = 0; i < all.questions.size(); ++i) {
        CHECK(same.questions[i].kind == all.questions[i].kind);
        CHECK(domain::plainEnglish(same.questions[i].says) ==
              domain::plainEnglish(all.questions[i].says));
    }
    CHECK(same.worth->expected == Approx(all.worth->expected));
    CHECK(all.worth->expected == Approx(sumOfLines(all)));
}

TEST_CASE("putting a question aside changes no fact: the line tells of all, with those put aside")
{
    using domain::QuestionOutcome;
    Cohort cohort = council();
    for (const std::size_t row : {20U, 21U, 22U})
        cohort.setting[row] = Setting::unregistered;
    const auto says = [](const Question& line) { return domain::plainEnglish(line.says); };
    const Worklist before = listOf(cohort);
    const Worklist list = listOf(cohort, {aside(cohort, 21, QuestionKind::unregistered,
                                                on(2026, 9, 30), QuestionOutcome::toPanel)});
    const Question& line = first(list, QuestionKind::unregistered);
    CHECK(says(line) == says(first(before, QuestionKind::unregistered)));
    CHECK_THAT(says(line), ContainsSubstring("3 children"));
    CHECK(line.children.size() == 2);
    CHECK(line.putAside == std::vector{QuestionOutcome::toPanel});
    CHECK(list.childrenAsked(QuestionKind::unregistered) == 2);
    CHECK(list.childrenUnder(QuestionKind::unregistered) == 3);
    CHECK(list.allPutAside().empty());

    SECTION("amongst some of them, of these")
    {
        const Worklist some = list.amongst(cohort.rows(std::vector<std::size_t>{20, 21}));
        CHECK_THAT(says(first(some, QuestionKind::unregistered)), ContainsSubstring("2 children"));
        CHECK(first(some, QuestionKind::unregistered).putAside.size() == 1);
        const Worklist others = list.amongst(cohort.rows(std::vector<std::size_t>{20, 22}));
        CHECK(first(others, QuestionKind::unregistered).putAside.empty());
    }
    SECTION("where every one of them is put aside the fact is still told")
    {
        std::vector<PutAside> all;
        for (const std::size_t row : {20U, 21U, 22U})
            all.push_back(aside(cohort, row, QuestionKind::unregistered, on(2026, 9, 30)));
        const Worklist none = listOf(cohort, all);
        CHECK(none.childrenAsked(QuestionKind::unregistered) == 0);
        REQUIRE(none.allPutAside().size() == 1);
        CHECK(says(none.allPutAside().front()) == says(line));
        CHECK(none.allPutAside().front().putAside.size() == 3);
    }
}

TEST_CASE("a line without any cost recorded names no pounds")
{
    Cohort cohort = council();
    for (const std::size_t row : {20U, 21U}) {
        cohort.setting[row] = Setting::unregistered;
        cohort.weeklyCost.valid[row] = 0;
    }
    CHECK(domain::plainEnglish(first(listOf(cohort), QuestionKind::unregistered).says) ==
          "2 children live in placements that are not registered, and what that costs is not "
          "recorded. When will they live in ones that are?");
}

TEST_CASE("of nobody and of few there is still an answer")
{
    CHECK(listOf(council().rows({})).questions.empty());
    Cohort few = council().rows(std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7});
    few.setting[2] = Setting::unregistered;
    const Worklist list = listOf(few);
    CHECK(askedOf(list, QuestionKind::unregistered) == Names{few.pseudonym[2]});
    const RuleTold& price = list.rules[static_cast<std::size_t>(QuestionKind::priceAbove)];
    REQUIRE(price.idle);
    CHECK_THAT(domain::plainEnglish(*price.idle), ContainsSubstring("8 children in paid care"));
    CHECK_FALSE(list.smallestSeen);
}

TEST_CASE(
    "whatever the records hold, questions stand in order, once a child, and name who is there")
{
    statistics::Random random(11);
    for (int round = 0; round < 12; ++round) {
        Cohort cohort = council(100 + static_cast<std::uint64_t>(round));
        for (std::size_t row = 0; row < cohort.size(); ++row) {
            if (random.below(10) == 0)
                setCost(cohort, row, 100 + 10.0 * random.below(1000));
            if (random.below(12) == 0)
                cohort.assessedOn[row] =
                    cohort.census.plusDays(-static_cast<int>(random.below(400)));
            if (random.below(15) == 0)
                cohort.setting[row] = static_cast<Setting>(random.below(11));
            if (random.below(15) == 0)
                cohort.setting[row].reset();
            if (random.below(20) == 0)
                cohort.needTotal.clear(row);
            if (random.below(20) == 0)
                cohort.weeklyCost.clear(row);
            if (random.below(9) == 0) {
                cohort.earlierTotal.set(row, random.below(48));
                cohort.earlierAssessedOn[row] = on(2025, 3, 1);
            }
        }
        Cohort before = council(100 + static_cast<std::uint64_t>(round));
        before.census = on(2026, 2, 28);
        const Worklist list = listOf(cohort, before);
        std::set<std::pair<domain::ChildId, QuestionKind>> seen;
        for (const Question& question : list.questions) {
            REQUIRE_FALSE(question.children.empty());
            CHECK((entryOf(question.kind).line != nullptr || question.children.size() == 1));
            CHECK(question.worth.has_value() == question.parts.has_value());
            if (question.worth) {
                CHECK(question.worth->lower <= question.worth->upper);
                CHECK(std::isfinite(question.worth->expected));
            }
            for (const AskedOf& asked : question.children) {
                CHECK(seen.insert({asked.child, question.kind}).second);
                CHECK(domain::plainEnglish(asked.reason).back() == '?');
            }
            CHECK(domain::plainEnglish(question.says).back() == '?');
        }
    }
}

TEST_CASE("every kind of question is listed in its place, with a token, a title and a rule")
{
    std::set<std::string> tokens;
    for (std::size_t i = 0; i < questionEntries().size(); ++i) {
        const QuestionEntry& entry = *questionEntries()[i];
        INFO(entry.token);
        CHECK(entry.kind == static_cast<QuestionKind>(i));
        CHECK(&entryOf(entry.kind) == &entry);
        CHECK(questionOf(entry.token) == entry.kind);
        CHECK(tokens.insert(entry.token).second);
        CHECK(std::string(entry.title.english) != "");
        CHECK(std::string(entry.rule(Options()).kind.english) != "");
        CHECK((std::string(entry.group) == entry.token || isSafety(entry.kind)));
    }
    CHECK_FALSE(questionOf("cost_above_expected"));
}
