// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading.h"

using namespace reading;

namespace {

const std::string kHeadings = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_"
                              "CHANGE,HOME_POST,PL_POST,URN\n";

ReadFile readEpisodes(const std::string& rows, const ReadOptions& options = summer2024())
{
    const ReadFile file = read(kHeadings + rows, options);
    checkInvariants(file);
    return file;
}

} // namespace

TEST_CASE("sound episodes are typed with their codes as they stand")
{
    const ReadFile file = readFile(fixture("episodes.csv"), settingTable(), summer2024());
    checkInvariants(file);
    CHECK(codes(file) == "");
    REQUIRE(file.episodes.size() == 10);
    CHECK(file.returnYear == 2024);
    const Episode& first = file.episodes[0].episode;
    CHECK(file.episodes[0].localId == "000101");
    CHECK(first.start == Date::from(2022, 6, 10));
    CHECK(first.end == Date::from(2023, 9, 5));
    CHECK(first.reasonNew == "S");
    CHECK(first.legalStatus == "C1");
    CHECK(first.needCode == "N1");
    CHECK(first.placeCode == "U4");
    CHECK(first.providerCode == "PR1");
    CHECK(first.endReason == "X1");
    CHECK(first.changeReason == "CREQB");
    CHECK(first.homePostcode.reveal() == "AB1 2CD");
    CHECK(first.placePostcode.reveal() == "EF3 4GH");
    CHECK(first.urn == "SC123456");
    CHECK(first.returnYear == 2024);
    CHECK_FALSE(file.episodes[1].episode.end.has_value());
}

TEST_CASE("an episode that cannot be placed in time is rejected")
{
    const ReadFile file = readEpisodes("a,,S,C1,N1,K2,PR4,,,,,,1234567\n"
                                       "b,31/02/2020,S,C1,N1,K2,PR4,,,,,,1234567\n"
                                       "c,01/02/2024,S,C1,N1,K2,PR4,30/01/2024,X1,,,,1234567\n"
                                       "d,01/02/2024,S,C1,N1,K2,PR4,31/02/2024,X1,,,,1234567\n");
    CHECK(file.episodes.empty());
    CHECK(codes(file) == "episode-no-start not-a-date episode-ends-before-start not-a-date");
    CHECK(plainEnglish(file.problems[2].message) ==
          "The episode ends on 2024-01-30, before its start on 2024-02-01.");
}

TEST_CASE("what is doubtful about an episode is said and the row is kept")
{
    const auto only = [](const std::string& row) { return codes(readEpisodes(row)); };
    CHECK(only("a,01/02/2024,S,C1,N1,K2,PR4,01/02/2024,E3,,,,1234567\n") == "episode-same-day");
    CHECK(only("a,01/02/2024,S,C1,N1,K2,PR4,,X1,,,,1234567\n") == "rec-without-dec");
    CHECK(only("a,01/02/2024,S,C1,N1,K2,PR4,09/02/2024,,,,,1234567\n") == "dec-without-rec");
    CHECK(only("a,01/02/2024,S,C1,N1,K2,PR4,,,CARPL,,,1234567\n") == "change-reason-while-open");
    CHECK(only("a,01/07/2024,S,C1,N1,K2,PR4,,,,,,1234567\n") == "date-in-future");
    CHECK(only("a,01/02/2024,Q,C1,N1,K2,PR4,,,,,,1234567\n") == "code-unknown");
    CHECK(only("a,01/02/2024,S,,N1,K2,PR4,,,,,,1234567\n") == "code-missing");
    CHECK(only("a,01/02/2024,S,C1,N1,K2,,,,,,,1234567\n") == "provider-missing");
    CHECK(only("a,01/02/2024,S,C1,N1,T1,PR1,,,,,,\n") == "provider-unwanted");
    CHECK(only("a,01/02/2024,S,C1,N1,U4,PR0,,,,,,\n") == "provider-impossible");
    CHECK(only("a,01/02/2024,S,C1,N1,P1,PR0,,,,,,\n") == "");
    CHECK(only("a,01/02/2024,S,C1,N1,K2,PR4,,,,,,\n") == "urn-missing");
    CHECK(only("a,01/02/2024,S,C1,N1,P1,PR0,,,,,,1234567\n") == "urn-unwanted");
    CHECK(only("a,01/02/2024,S,C1,N1,K2,PR4,,,,,,SC12\n") == "urn-shape");
    CHECK(only("a,01/02/2024,S,C1,N1,K2,PR4,,,,,,XXXXXXX\n") == "");
    CHECK(only("a,01/02/2024,S,C1,N1,K2,PR4,,,,nowhere,EF3 4GH,1234567\n") == "postcode-shape");
    CHECK(only("a,01/02/2024,S,C1,N1,K2,PR4,,,,EF34GH,EF3 4GH,1234567\n") == "placed-at-home");
    CHECK(only("a,01/02/2024,S,C1,N1,T4,,15/02/2024,E3,,,,\n") == "episode-long");
    CHECK(only("a,01/02/2024,S,L2,N1,U4,PR1,15/03/2024,E3,,,,\n") == "episode-long");
}

TEST_CASE("codes in lower case are read, and those of another year are doubted but kept")
{
    const ReadFile lower = readEpisodes(" a ,01/02/2024,s,c1,n1,k2,pr4,,,,,,sc123456\n");
    CHECK(codes(lower) == "");
    CHECK(lower.episodes[0].episode.placeCode == "K2");
    CHECK(lower.episodes[0].episode.urn == "SC123456");

    const auto inYear = [](const std::string& row, int year) {
        return codes(readEpisodes(row, on(2026, 6, 1, year)));
    };
    const std::string k3 = "a,01/02/2024,S,C1,N1,K3,PR4,,,,,,1234567\n";
    CHECK(inYear(k3, 2024) == "code-not-in-year");
    CHECK(inYear(k3, 2025) == "");
    const std::string h5 = "a,01/02/2024,S,C1,N1,H5,PR4,,,,,,\n";
    CHECK(inYear(h5, 2025) == "");
    CHECK(inYear(h5, 2026) == "code-not-in-year");
    const std::string e45 = "a,01/02/2017,S,C1,N1,U1,PR1,01/03/2018,E45,,,,\n";
    CHECK(inYear(e45, 2018) == "code-not-in-year");
    CHECK(inYear(e45, 2019) == "");
    CHECK(readEpisodes(h5, on(2026, 6, 1, 2026)).episodes[0].episode.placeCode == "H5");
}

TEST_CASE("the return's year comes from the dates, and one slip does not move it")
{
    std::string rows;
    for (int i = 0; i < 150; ++i)
        rows += std::to_string(i) + ",01/05/2022,S,C1,N1,K2,PR4,,,,,,1234567\n";
    CHECK(readEpisodes(rows).returnYear == 2023);
    const ReadFile slip = readEpisodes(rows + "x,01/05/2023,S,C1,N1,K2,PR4,,,,,,1234567\n");
    CHECK(slip.returnYear == 2023);
    REQUIRE(has(slip, "date-after-return-year"));
    CHECK(plainEnglish(problem(slip, "date-after-return-year")->message) ==
          "The date 2023-05-01 lies after the end of the return's year, 31 March 2023.");
    CHECK(readEpisodes("a,01/04/2023,S,C1,N1,K2,PR4,,,,,,1234567\n").returnYear == 2024);
    CHECK(readEpisodes("a,31/03/2023,S,C1,N1,K2,PR4,,,,,,1234567\n").returnYear == 2023);
    CHECK_FALSE(readEpisodes("a,01/04/2030,S,C1,N1,K2,PR4,,,,,,1234567\n").returnYear.has_value());
    CHECK(readEpisodes(rows, on(2026, 6, 1, 2025)).returnYear == 2025); // asked for
}

TEST_CASE("a regional copy says of each row which year it is from, in dates of its own kind")
{
    const ReadFile file =
        read("CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_"
             "POST,URN,LA,YEAR\n"
             "a,2022-02-01,S,C1,N1,K2,PR4,,,,,,1234567,Somewhere,2022\n"
             "a,2022-02-01,S,C1,N1,K2,PR4,2022-07-10,E4A,,,,1234567,Somewhere,2023\n"
             "b,2022-02-01,S,C1,N1,K2,PR4,2022-07-10,E99,LIIAF,,,1234567,Somewhere,2023.0\n");
    checkInvariants(file);
    CHECK(codes(file) == "");
    REQUIRE(file.episodes.size() == 3);
    CHECK(file.episodes[0].episode.returnYear == 2022);
    CHECK(file.episodes[1].episode.returnYear == 2023);
    CHECK(file.episodes[2].episode.returnYear == 2023);
}

TEST_CASE("distances that a supplier adds are taken, and not known stays not known")
{
    const ReadFile file = read("CHILD,DECOM,DEC,PLACE,PL_DISTANCE\n"
                               "a,01/02/2024,,K2,12.5\nb,01/02/2024,,K2,999.9\n"
                               "c,01/02/2024,,K2,\nd,01/02/2024,,K2,far\n"
                               "e,01/02/2024,,K2,400\nf,01/02/2024,,K2,-1\n");
    checkInvariants(file);
    REQUIRE(file.episodes.size() == 6);
    CHECK(file.episodes[0].episode.distanceMiles == 12.5);
    for (const std::size_t none : {1U, 2U, 3U, 5U})
        CHECK_FALSE(file.episodes[none].episode.distanceMiles.has_value());
    CHECK(file.episodes[4].episode.distanceMiles == 400);
    CHECK(has(file, "not-a-distance"));
    CHECK(has(file, "distance-far"));
}

TEST_CASE("two stays may begin on one day, and the same stay is not said twice")
{
    const std::string noNight = "a,01/02/2024,S,C1,N1,K2,PR4,01/02/2024,X1,CARPL,,,1234567\n";
    const std::string stay = "a,01/02/2024,P,C1,N1,U4,PR4,,,,,,1234567\n";
    const ReadFile both = readEpisodes(noNight + stay);
    CHECK(both.episodes.size() == 2);
    CHECK(codes(both) == "episode-same-day");
    CHECK(codes(readEpisodes(stay + noNight)) == "episode-same-day");

    const ReadFile twice = readEpisodes(noNight + stay + stay);
    REQUIRE(twice.episodes.size() == 2);
    CHECK(problem(twice, "episode-repeated")->row == 4);

    // Two that both took nights are kept and questioned: a child is in one place at a time.
    CHECK(codes(readEpisodes("a,01/02/2024,S,C1,N1,K2,PR4,,,,,,1234567\n"
                             "a,01/02/2024,S,C1,N1,U4,PR4,,,,,,1234567\n")) ==
          "episode-before-still-open");
}

TEST_CASE("a child's episodes are held against each other")
{
    const auto chain = [](const std::string& first, const std::string& second) {
        return codes(readEpisodes("a," + first + "\na," + second + "\n"));
    };
    const std::string open = "01/03/2024,P,C1,N1,K2,PR4,,,,,,1234567";
    const std::string startsAnew = "01/03/2024,S,C1,N1,K2,PR4,,,,,,1234567";
    CHECK(chain("01/02/2024,S,C1,N1,K2,PR4,01/03/2024,X1,CARPL,,,1234567", open) == "");
    CHECK(chain("01/02/2024,S,C1,N1,K2,PR4,02/03/2024,X1,CARPL,,,1234567", open) ==
          "episodes-overlap");
    CHECK(chain("01/02/2024,S,C1,N1,K2,PR4,,,,,,1234567", open) == "episode-before-still-open");
    CHECK(chain("01/02/2024,S,C1,N1,K2,PR4,20/02/2024,X1,CARPL,,,1234567", open) == "episodes-gap");
    CHECK(chain("01/02/2024,S,C1,N1,K2,PR4,20/02/2024,E4A,,,,1234567", open) ==
          "episode-not-a-start");
    CHECK(chain("01/02/2024,S,C1,N1,K2,PR4,20/02/2024,E4A,,,,1234567", startsAnew) == "");
    CHECK(chain("01/02/2024,S,C1,N1,K2,PR4,01/03/2024,X1,CARPL,,,1234567", startsAnew) ==
          "episode-start-within-care");
    CHECK(chain("01/02/2024,S,C1,N1,K2,PR4,20/02/2024,E2,,,,1234567", startsAnew) ==
          "episode-after-death");
    CHECK(chain("01/02/2024,S,C1,N1,K2,PR4,01/03/2024,X1,,,,1234567", open) ==
          "change-reason-missing");
    CHECK(chain(open, "01/02/2024,S,C1,N1,K2,PR4,01/03/2024,X1,CARPL,,,1234567") ==
          ""); // any order
    CHECK(codes(readEpisodes("a,01/02/2024,S,C1,N1,K2,PR4,01/03/2024,X1,,,,1234567\n")) ==
          "episode-nothing-follows");
}

TEST_CASE("postcodes are kept but no problem repeats them")
{
    const ReadFile file = readEpisodes("a,01/02/2024,S,C1,N1,K2,PR4,,,,secret1,secret2,1234567\n");
    REQUIRE(file.problems.size() == 2);
    for (const Problem& entry : file.problems) {
        CHECK(entry.value.empty());
        CHECK(plainEnglish(entry.message).find("secret") == std::string::npos);
    }
}
