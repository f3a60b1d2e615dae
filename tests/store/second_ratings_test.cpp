// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "support/catch.h"

#include <algorithm>

using namespace store_tests;

namespace {

const Date ratedUntil = day(2026, 3, 31);

AssessmentId rateAgain(Council& council, ChildId child, AssessmentId first, Date date,
                       const std::string& levels)
{
    AssessmentId id;
    council.edit([&](store::Writer& writer) {
        Assessment second = council.assessment(child, date, levels);
        second.author = "bilal";
        second.secondRatingOf = first;
        id = writer.addAssessment(second);
    });
    return id;
}

SecondRatings ratingsOf(const Council& council)
{
    const Cohort cohort = council.store->cohort(ratedUntil);
    REQUIRE(cohort.secondRatings);
    return *cohort.secondRatings;
}

} // namespace

TEST_CASE("A cohort knows the second ratings of every child in the store")
{
    Council council;
    CHECK(ratingsOf(council).size() == 0);
    const ChildId here = council.child("B1A-001");
    const ChildId left = council.child("A1A-001"); // no longer looked after on the day
    council.edit([&](store::Writer& writer) {
        const Period until{day(2024, 1, 1), day(2025, 12, 1)};
        writer.setKindPeriods(left, CohortKind::lookedAfter, std::span(&until, 1));
    });
    const Date june = day(2025, 6, 1);
    const AssessmentId ofHere = council.assess(here, june, "123");
    rateAgain(council, here, ofHere, june, "133");
    const AssessmentId ofLeft = council.assess(left, june, "000");
    rateAgain(council, left, ofLeft, june.plusDays(2), "010");
    const Cohort cohort = council.store->cohort(ratedUntil);
    CHECK(cohort.size() == 1);
    REQUIRE(cohort.secondRatings);
    const SecondRatings& ratings = *cohort.secondRatings;
    CHECK(ratings.pseudonym == std::vector<std::string>{"A1A-001", "B1A-001"});
    CHECK(ratings.first == std::vector<double>{0, 6});
    CHECK(ratings.second == std::vector<double>{1, 7});
    CHECK(ratings.assessedOn == std::vector{june, june});
    CHECK(ratings.ratedAgainOn == std::vector{june.plusDays(2), june});
    CHECK(ratings.firstLevels.byDomain[1] == std::vector<std::int8_t>{0, 2});
    CHECK(ratings.secondLevels.byDomain[1] == std::vector<std::int8_t>{1, 3});
    // They are the store's: whoever is compared, they stay.
    CHECK(cohort.rows({}).secondRatings == cohort.secondRatings);
    CHECK(cohort.filtered({}).secondRatings == cohort.secondRatings);
    // The children's list has no use for them.
    CHECK(council.store->childRows(ratedUntil).size() == 2);
}

TEST_CASE("A pair of ratings is whole, of the census date or before, and one an assessment")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    const auto pair = [&](Date date, const char* first, const char* second) {
        const AssessmentId id = council.assess(child, date, first);
        rateAgain(council, child, id, date, second);
        return id;
    };
    pair(ratedUntil.plusDays(1), "111", "112"); // after the census date
    pair(day(2025, 1, 1), "1-1", "111");        // a domain without a level
    pair(day(2025, 2, 1), "111", "11-");
    const AssessmentId whole = pair(ratedUntil, "111", "122");
    rateAgain(council, child, whole, ratedUntil, "333"); // a third rating
    council.assess(child, day(2025, 3, 1), "222");       // nobody rated it again
    const SecondRatings ratings = ratingsOf(council);
    CHECK(ratings.first == std::vector<double>{3});
    CHECK(ratings.second == std::vector<double>{5});
}

TEST_CASE("A second rating that leaves a domain out gives way to the next that does not")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    const AssessmentId first = council.assess(child, day(2025, 3, 1), "222");
    rateAgain(council, child, first, day(2025, 3, 1), "2-2");
    rateAgain(council, child, first, day(2025, 3, 1), "223");
    CHECK(ratingsOf(council).second == std::vector<double>{7});
}

TEST_CASE("Pairs of ratings stand in one order, whatever the order in which they were made")
{
    const auto pairs = [](bool backwards) {
        Council council;
        const ChildId one = council.child(backwards ? "B1A-001" : "A1A-001");
        const ChildId two = council.child(backwards ? "A1A-001" : "B1A-001");
        struct Made
        {
            bool first;
            Date date;
            const char *rated, *again;
        };
        std::vector<Made> all{{true, day(2025, 5, 1), "111", "112"},
                              {true, day(2025, 1, 1), "000", "100"},
                              {true, day(2025, 1, 1), "000", "010"},
                              {false, day(2025, 1, 1), "321", "320"}};
        if (backwards)
            std::reverse(all.begin(), all.end());
        for (const Made& made : all) {
            const ChildId child = made.first != backwards ? one : two;
            rateAgain(council, child, council.assess(child, made.date, made.rated), made.date,
                      made.again);
        }
        return ratingsOf(council);
    };
    const SecondRatings forwards = pairs(false), backwards = pairs(true);
    CHECK(forwards.pseudonym == backwards.pseudonym);
    CHECK(forwards.assessedOn == backwards.assessedOn);
    CHECK(forwards.first == std::vector<double>{0, 0, 3, 6});
    CHECK(forwards.second == std::vector<double>{1, 1, 4, 5});
    CHECK(forwards.secondLevels.byDomain == backwards.secondLevels.byDomain);
    CHECK(forwards.firstLevels.byDomain == backwards.firstLevels.byDomain);
}

TEST_CASE("Where over a fifth of the highest levels were rated again, they were asked for")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    Date date = day(2024, 2, 1);
    const auto assess = [&](const char* levels, bool again) {
        date = date.plusDays(1);
        const AssessmentId id = council.assess(child, date, levels);
        if (again)
            rateAgain(council, child, id, date, levels);
    };
    assess("410", true);
    assess("111", true);
    assess("4-1", false); // not whole: not counted
    for (int i = 0; i < 3; ++i)
        assess("014", false);
    SecondRatings ratings = ratingsOf(council);
    CHECK(ratings.withHighest == 4);
    CHECK(ratings.withHighestAgain == 1);
    CHECK(ratings.askedForHighest()); // one of four
    CHECK_FALSE(ratings.counts(0, 4));
    CHECK(ratings.counts(1, 4));
    assess("040", false);
    ratings = ratingsOf(council);
    CHECK_FALSE(ratings.askedForHighest()); // one of five is a fifth and not over it
    CHECK(ratings.counts(0, 4));
}
