// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/annex_a.h"
#include "exchange/reading.h"

#include <algorithm>

using namespace reading;
using twelvefold::domain::EventKind;
using twelvefold::domain::Sex;

namespace {

const std::string kPerson = "Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years)";
const std::string kListOfNeed =
    kPerson + ",Does the Child have a Disability,CIN Start Date,Primary Need Code,Date Child Was "
              "Last Seen,CIN Closure Date,Reason for Closure,Case Status,Allocated Team,Allocated "
              "Worker\n";
const std::string kListOfCare =
    kPerson +
    ",Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)),Does the Child "
    "have a Disability,Date Started to be Looked After,Child's Category of Need,Start date of "
    "current legal status,Child's Legal Status,Date of Latest Statutory Review,What is the "
    "permanence plan for this child?,Number of Placements in the Last 12 months,Date Ceased to be "
    "Looked After,Reason Ceased to be Looked After,Start Date of Most Recent Placement,Placement "
    "Type,Placement Provider,Placement postcode,URN of Placement,Number of Episodes the Child has "
    "been ‘Missing’ from their Placement in the last 12 months\n";

ReadFile listRead(const std::string& text, std::optional<int> returnYear = {})
{
    const ReadFile file = readBytes("list.csv", text, settingTable(), on(2024, 6, 1, returnYear));
    CHECK(brokenPromise(file).empty());
    return file;
}

bool says(const ReadFile& file, const std::string& words)
{
    return std::ranges::any_of(file.problems, [&](const Problem& problem) {
        return plainEnglish(problem.message).find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("the lists of Annex A are known by words in their headings, of whatever year", "[annexa]")
{
    CHECK(listRead(kListOfNeed).kind == FileKind::inNeedList);
    CHECK(listRead(kListOfCare).kind == FileKind::lookedAfterList);
    // As another council's system wrote them some years before.
    CHECK(listRead("CHILD ID,sex,Ethnic Origin,D.O.B (dob),Age,\"Disability\nY/N\","
                   "Child Protection Plan start date,Child protection plan END date,Initial "
                   "Category,Current category of abuse\n")
              .kind == FileKind::plansList);
    CHECK(listRead(kPerson +
                   ",UASC,Disabled,Is the LA in touch?,Suitability of Accommodation (Y/N),"
                   "Activity status at last birthday\n")
              .kind == FileKind::leaversList);
    CHECK(listRead("Child Unique ID,Family identifier,Gender,Ethnicity,Date of Birth,Age,Date of "
                   "Decision that Child Should be Placed for Adoption,Date of Matching Child and "
                   "Prospective Adopters,Date of Adoption Order\n")
              .kind == FileKind::adoptionPlansList);
    // Early help has an assessment too, and says whose.
    CHECK(listRead(kPerson + ",Assessment start date,Assessment completion date,Organisation "
                             "completing assessment\n")
              .kind == FileKind::earlyHelpList);
    CHECK(listRead(kPerson + ",Disability,Continuous Assessment Start Date,Continuous Assessment "
                             "Date of Authorisation\n")
              .kind == FileKind::assessmentsList);
    // A table that only speaks of the same things is none of them.
    CHECK(listRead("Child ID,Gender,Date of birth,Care period start,Legal status,Placement type\n")
              .kind == FileKind::unrecognised);
}

TEST_CASE("a list that says nothing the product uses is named, counted and left aside", "[annexa]")
{
    const ReadFile file = listRead(kPerson + ",Date of Referral,Referral Source,Referral NFA?\n"
                                             "1,a) Male,a) WBRI,01/02/2010,14,03/01/2024,x,No\n"
                                             "2,b) Female,,,9,04/01/2024,y,No\n");
    CHECK(file.kind == FileKind::referralsList);
    CHECK_FALSE(file.refused);
    CHECK(file.rows == 2);
    CHECK(file.leftAside == 2);
    CHECK(file.rejected == 0);
    CHECK(says(file, "Annex A, list 3: referrals. 2 rows. Left aside"));
}

TEST_CASE("a child in need of a list is read from letters, codes and words", "[annexa]")
{
    const ReadFile file =
        listRead(kListOfNeed +
                 "11,a) Male,i) MOTH,03/04/2011,12,b) No,10/05/2023,N1 - Abuse or Neglect,"
                 "20/12/2023,,,c) Child in need plan,Team 1,Somebody\n"
                 "12,Female,White British,05/06/2012,11,a) Yes,01/02/2023,d) Family in acute "
                 "stress,09/01/2024,08/01/2024,RC1,Closed,#N/A,#N/A\n"
                 "13,Unsure,s) NOBT,07/08/2013,10,Perhaps,03/03/2023,PSRMEM - Support,,,,,,\n");
    REQUIRE(file.rows == 3);
    CHECK(file.rejected == 0);
    REQUIRE(file.headers.size() == 3);
    CHECK(file.headers[0].sex == Sex::male);
    CHECK(file.headers[0].ethnicity == "MOTH");
    CHECK(file.headers[0].disability == "NONE");
    CHECK(file.headers[0].born == *Date::from(2011, 4, 3));
    CHECK(file.headers[1].ethnicity == "WBRI");
    CHECK(file.headers[1].disability == "YES");
    CHECK(file.headers[2].disability.empty());
    REQUIRE(file.events.size() == 3);
    CHECK(file.events[0].event.kind == EventKind::childInNeed);
    CHECK(file.events[0].event.start == *Date::from(2023, 5, 10));
    CHECK(file.events[0].event.code == "N1");
    CHECK(file.events[1].event.end == *Date::from(2024, 1, 8));
    CHECK(file.events[2].event.code.empty());
    // What nobody understands is said once a column.
    CHECK(says(file, "One cell of this column says something that is no code and is not known to "
                     "mean one, “PSRMEM - Support”"));
    CHECK(says(file, "“Perhaps”"));
    CHECK(says(file, "“Unsure”"));
    // The latest day in it is the day of which it speaks.
    CHECK(file.snapshotOn == *Date::from(2024, 1, 9));
    CHECK(file.returnYear == 2024);
    CHECK(file.events[0].event.snapshotOn == file.snapshotOn);
}

TEST_CASE(
    "a looked-after child of a list has the placement of the day, and since when it is in care",
    "[annexa]")
{
    const ReadFile file = listRead(
        kListOfCare +
        "21,b) Female,a) WBRI,03/04/2011,12,a) Yes,b) No,06/08/2021,N1 - Abuse or Neglect,"
        "01/02/2022,C2: FCO,05/01/2024,f) Long-term fostering,2,,,04/09/2023,f) U6: Foster "
        "placement - not FFA,e) PR4 - Private provision,T28 2WB,SC123456,3\n"
        "22,a) Male,a) WBRI,03/04/2012,11,b) No,b) No,06/08/2021,N1,,V2,,,1,10/12/2023,E4A,,"
        "K2,PR1,,,\n");
    REQUIRE(file.rejected == 0);
    REQUIRE(file.episodes.size() == 2);
    const auto& stay = file.episodes[0].episode;
    CHECK(stay.start == *Date::from(2023, 9, 4));
    CHECK(stay.careSince == *Date::from(2021, 8, 6));
    CHECK(stay.snapshotOn == *Date::from(2024, 1, 5));
    CHECK(stay.reasonNew == "P");
    CHECK(stay.legalStatus == "C2");
    CHECK(stay.needCode == "N1");
    CHECK(stay.placeCode == "U6");
    CHECK(stay.providerCode == "PR4");
    CHECK(stay.urn == "SC123456");
    CHECK(file.episodes[1].episode.start == *Date::from(2021, 8, 6)); // no other placement is said
    CHECK(file.episodes[1].episode.end == *Date::from(2023, 12, 10));
    CHECK(file.episodes[1].episode.endReason == "E4A");
    std::string events;
    for (const EventRow& row : file.events)
        events +=
            row.localId + " " + std::string(token(row.event.kind)) + " " + row.event.code + ";";
    CHECK(events == "21 unaccompanied ;21 permanence_plan FOS;21 review ;");
    REQUIRE(file.outcomes.size() == 1);
    CHECK(file.outcomes[0].values ==
          std::vector<std::pair<std::string, double>>{{"missing_episodes", 3}});
    CHECK(file.outcomes[0].on == file.snapshotOn);
}

TEST_CASE("rows of a list that cannot be are rejected, and say why", "[annexa]")
{
    const ReadFile file = listRead(
        kListOfCare + ",b) Female,,03/04/2011,12,,,06/08/2021,N1,,C2,05/01/2024,,,,,,U6,PR4,,,\n"
                      "23,b) Female,,03/04/2031,12,,,06/08/2021,N1,,C2,,,,,,,U6,PR4,,,\n"
                      "24,b) Female,,03/04/2011,12,,,,N1,,C2,,,,,,,U6,PR4,,,\n"
                      "25,b) Female,,03/04/2011,12,,,06/08/2021,N1,,C2,,,,01/01/2021,,,U6,PR4,,,\n"
                      "26,b) Female,,03/04/2011,12,,,06/08/2021,N1,,C2,,,,,,,U6,PR4,,,\n"
                      "26,b) Female,,03/04/2011,12,,,06/08/2021,N1,,C2,,,,,,,U6,PR4,,,\n");
    CHECK(file.rows == 6);
    CHECK(file.rejected == 5);
    CHECK(file.episodes.size() == 1);
    CHECK(says(file, "does not say which child"));
    CHECK(says(file, "still to come"));
    CHECK(says(file, "cannot be placed in time"));
    CHECK(says(file, "before the start"));
    CHECK(says(file, "already says the same of this child"));
}

TEST_CASE("care leavers of a list say what OC3 asks, on its day", "[annexa]")
{
    const ReadFile file = listRead(
        kPerson + ",UASC,Disability,LA in Touch,Latest Date of Contact,Type of Accommodation,"
                  "Suitability of Accommodation,Activity Status\n"
                  "31,a) Male,r) OOTH,03/04/2005,18,,b) No,a) Yes,10/01/2024,Y: Other,a) Suitable,"
                  "F1: Full time in higher education\n"
                  "32,a) Male,r) OOTH,03/04/2005,18,,b) No,b) No,,,b) Unsuitable,G5: Not in "
                  "education\n");
    REQUIRE(file.outcomes.size() == 2);
    using Values = std::vector<std::pair<std::string, double>>;
    CHECK(file.outcomes[0].values ==
          Values{{"in_touch", 1}, {"education_or_work", 1}, {"suitable_accommodation", 1}});
    CHECK(file.outcomes[1].values ==
          Values{{"in_touch", 0}, {"education_or_work", 0}, {"suitable_accommodation", 0}});
    CHECK(file.outcomes[0].on == *Date::from(2024, 1, 10));
}

TEST_CASE("an adoption plan of a list is a decision, and an adoption where there is an order",
          "[annexa]")
{
    const ReadFile file = listRead(
        kPerson + ",Disability,Date of Decision that Child Should be Placed for Adoption,Date of "
                  "Matching Child and Prospective Adopters,Date of Adoption Order,Date of Decision "
                  "that Child Should No Longer be Placed for Adoption,Reason Why Child No Longer "
                  "Placed for Adoption\n"
                  "41,a) Male,,03/04/2019,4,,01/02/2022,01/09/2022,05/05/2023,,\n"
                  "42,a) Male,,03/04/2019,4,,01/02/2022,,,07/07/2023,RD2\n");
    REQUIRE(file.events.size() == 3);
    CHECK(file.events[0].event.kind == EventKind::placedForAdoption);
    CHECK_FALSE(file.events[0].event.end);
    CHECK(file.events[1].event.kind == EventKind::adoption);
    CHECK(file.events[1].event.end == *Date::from(2022, 9, 1));
    CHECK(file.events[2].event.end == *Date::from(2023, 7, 7));
    CHECK(file.events[2].event.code == "RD2");
}

TEST_CASE("the day of lists is their latest that is not to come, but for a slip of the pen",
          "[annexa]")
{
    DaysOfLists days;
    CHECK_FALSE(snapshotDay(days, *Date::from(2024, 6, 1), {}));
    CHECK(snapshotDay(days, *Date::from(2024, 6, 1), 2023) == *Date::from(2023, 3, 31));
    for (int month = 1; month <= 12; ++month)
        days[*Date::from(2023, month, 7)] = 4;
    CHECK(snapshotDay(days, *Date::from(2024, 6, 1), {}) == *Date::from(2023, 12, 7));
    days[*Date::from(2024, 5, 7)] = 1; // meant to be 2023
    days[*Date::from(2032, 5, 7)] = 9;
    CHECK(snapshotDay(days, *Date::from(2024, 6, 1), {}) == *Date::from(2023, 12, 7));
    CHECK(snapshotDay(days, *Date::from(2024, 6, 1), 2023) == *Date::from(2023, 3, 7));
}

TEST_CASE("a list without any day is not placed in time", "[annexa]")
{
    const std::string text = kPerson + ",LA in Touch,Activity Status\n"
                                       "51,a) Male,,03/04/2005,18,a) Yes,F1\n";
    const ReadFile unknown = listRead(text);
    CHECK(unknown.rejected == 1);
    CHECK(says(unknown, "Nothing in the list says of which day it is"));
    const ReadFile known = listRead(text, 2024);
    REQUIRE(known.outcomes.size() == 1);
    CHECK(known.outcomes[0].on == *Date::from(2024, 3, 31));
}

TEST_CASE("of which day a list is may be said, but for a day that is still to come", "[annexa]")
{
    const std::string text =
        kListOfNeed + "11,a) Male,,03/04/2011,12,b) No,10/05/2023,N1,20/12/2023,,,,,\n";
    ReadOptions options = on(2024, 6, 1);
    const ReadFile told = readBytes("list.csv", text, settingTable(), options);
    REQUIRE(told.answered.size() == 1);
    CHECK(told.answered[0].kind == QuestionKind::listDay);
    CHECK(told.answered[0].taken == "2023-12-20");
    const auto offers = [&told](const char* day) {
        return std::ranges::count(told.answered[0].choices, day, &Question::Choice::token) == 1;
    };
    CHECK(offers("2023-12-20"));
    CHECK(offers("2024-03-31"));
    CHECK(offers("2024-05-31"));
    CHECK_FALSE(offers("2024-06-30"));

    options.answers.give(QuestionKind::listDay, "2024-03-31");
    const ReadFile said = readBytes("list.csv", text, settingTable(), options);
    CHECK(said.snapshotOn == *Date::from(2024, 3, 31));
    CHECK(said.returnYear == 2024);
    CHECK(brokenPromise(said).empty());

    CHECK_FALSE(says(said, "can the lists be of that day"));
    options.answers.give(QuestionKind::listDay, "2023-06-30");
    CHECK(
        says(readBytes("list.csv", text, settingTable(), options), "can the lists be of that day"));

    options.answers.give(QuestionKind::listDay, "2024-06-02");
    const ReadFile toCome = readBytes("list.csv", text, settingTable(), options);
    CHECK(toCome.refused);
    CHECK(says(toCome, "still to come"));
}
