// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading.h"

using namespace reading;

namespace {

ReadFile of(const std::string& text, const ReadOptions& options = on(2024, 6, 1, 2024))
{
    const ReadFile file = read(text, options);
    checkInvariants(file);
    return file;
}

std::optional<Date> day(int year, int month, int dayOfMonth)
{
    return Date::from(year, month, dayOfMonth);
}

} // namespace

TEST_CASE("times missing keep their days, and whether the child was missing or away")
{
    const ReadFile file = of("CHILD,DOB,MISSING,MIS_START,MIS_END\n"
                             "a,01/01/2010,M,02/05/2023,04/05/2023\n"
                             "a,01/01/2010,m,30/03/2024,\n"
                             "b,01/01/2011,A,07/06/2023,07/06/2023\n");
    CHECK(codes(file) == "");
    CHECK(file.kind == FileKind::missing);
    REQUIRE(file.events.size() == 3);
    CHECK(file.events[0].event.kind == EventKind::missing);
    CHECK(file.events[0].event.start == day(2023, 5, 2));
    CHECK(file.events[0].event.end == day(2023, 5, 4));
    CHECK(file.events[1].event.code == "M");
    CHECK_FALSE(file.events[1].event.end); // still missing
    CHECK(file.events[2].event.start == file.events[2].event.end);
    CHECK(file.events[2].event.returnYear == 2024);
}

TEST_CASE("an end before its start is left out and the row kept")
{
    const ReadFile file = of("CHILD,DOB,MISSING,MIS_START,MIS_END\n"
                             "a,01/01/2010,M,02/05/2023,01/05/2023\n");
    CHECK(codes(file) == "event-ends-before-start");
    REQUIRE(file.events.size() == 1);
    CHECK_FALSE(file.events[0].event.end);
}

TEST_CASE("a row without a day, or of no child, is rejected")
{
    const ReadFile file = of("CHILD,DOB,MISSING,MIS_START,MIS_END\n"
                             "a,01/01/2010,M,,01/05/2023\n"
                             ",01/01/2010,M,02/05/2023,\n"
                             "b,01/01/2010,M,the second,\n");
    CHECK(file.rejected == 3);
    CHECK(codes(file) == "event-no-start child-missing not-a-date");
}

TEST_CASE("who is missing twice at a time is told of, and both are kept")
{
    const ReadFile file = of("CHILD,DOB,MISSING,MIS_START,MIS_END\n"
                             "b,01/01/2010,M,01/07/2023,01/07/2023\n"
                             "a,01/01/2010,M,03/05/2023,03/05/2023\n"
                             "a,01/01/2010,M,02/05/2023,05/05/2023\n"
                             "a,01/01/2010,M,05/05/2023,\n"
                             "a,01/01/2010,M,09/05/2023,\n");
    CHECK(codes(file) == "event-overlaps event-overlaps");
    CHECK(plainEnglish(file.problems[0].message) ==
          "It begins on 2023-05-03, while what row 4 says of this child still runs.");
    CHECK(file.problems[0].row == 3);
    CHECK(file.events.size() == 5);
}

TEST_CASE("the same of the same child is taken once, and two of one day are two")
{
    const ReadFile file = of("CHILD,DOB,REVIEW,REVIEW_CODE\n"
                             "a,01/01/2010,02/05/2023,PN1\n"
                             "a,01/01/2010,02/05/2023,PN1\n"
                             "a,01/01/2010,02/05/2023,PN7\n"
                             "a,01/01/2010,02/05/2024,PN9\n");
    CHECK(codes(file) == "event-repeated date-after-return-year code-unknown");
    CHECK(plainEnglish(file.problems[0].message) == "Row 2 already says the same of this child.");
    CHECK(file.events.size() == 3);
    CHECK(file.rejected == 1);
}

TEST_CASE("unaccompanied children stand once in their table, and cease to be so on a day to come")
{
    const ReadFile file = of("CHILD,SEX,DOB,DUC\n"
                             "a,1,01/01/2010,01/01/2028\n"
                             "b,2,01/01/2011,\n"
                             "a,1,01/01/2010,\n");
    CHECK(codes(file) == "child-repeated");
    REQUIRE(file.events.size() == 2);
    CHECK(file.events[0].event.end == day(2028, 1, 1));
    CHECK_FALSE(file.events[0].event.start);
    CHECK_FALSE(file.events[1].event.end);
}

TEST_CASE("of an earlier permanence a day that is known in part is kept as it is known")
{
    const ReadFile file = of("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n"
                             "a,01/01/2010,P1,816,zz/05/2020\n"
                             "b,01/01/2010,P2,816,14/05/2020\n"
                             "c,01/01/2010,P3,,zz/zz/zzzz\n"
                             "d,01/01/2010,Z1,,\n"
                             "e,01/01/2010,P1,816,zz/zz/2x20\n");
    CHECK(codes(file) == "not-a-date");
    REQUIRE(file.events.size() == 4);
    CHECK(file.events[0].event.detail.reveal() == "816 zz/05/2020");
    CHECK_FALSE(file.events[0].event.start);
    CHECK(file.events[1].event.detail.reveal() == "816");
    CHECK(file.events[1].event.start == day(2020, 5, 14));
    CHECK(file.events[2].event.detail.reveal() == "- zz/zz/zzzz");
    CHECK(file.events[3].event.code == "Z1");
    CHECK(file.events[3].event.detail.empty());
}

TEST_CASE("adoptions, orders and social workers keep what their cells say, in one order")
{
    const ReadFile adopted =
        of("LS_ADOPTR,CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR\n"
           "l12,a,01/01/2020,01/05/2023,01/09/2023,0,2,mm\n"
           ",b,01/01/2020,01/05/2023,,1,,f1\n");
    CHECK(codes(adopted) == "");
    CHECK(adopted.events.at(0).event.detail.reveal() == "2 MM L12");
    CHECK(adopted.events.at(0).event.code == "0");
    CHECK(adopted.events.at(1).event.detail.reveal() == "- F1 -");

    const ReadFile workers = of("CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n"
                                "a,01/01/2020,SW123,01/05/2023,01/09/2023,LEFTRL\n"
                                "a,01/01/2020,SW124,01/09/2023,,TSPROC\n");
    CHECK(codes(workers) == "");
    CHECK(workers.events.at(1).event.detail.reveal() == "SW124");

    const ReadFile orders =
        of("CHILD,DOB,DOLO_START,DOLO_END\na,01/01/2010,01/02/2024,01/08/2024\n");
    CHECK(codes(orders) == ""); // an order may be granted beyond today
    CHECK(orders.events.at(0).event.kind == EventKind::libertyOrder);
}

TEST_CASE("labels are read where a table says what a code means")
{
    const ReadFile file = of("CHILD,DOB,MISSING,MIS_START,MIS_END\n"
                             "a,01/01/2010,Away from placement without authorisation,02/05/2023,\n"
                             "b,01/01/2010,M: Missing,02/05/2023,\n");
    CHECK(file.events.at(0).event.code == "A");
    CHECK(file.events.at(1).event.code == "M");
}

TEST_CASE("a care leaver's codes become what is published of leavers, or nothing")
{
    const ReadFile file = of("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n"
                             "a,01/01/2004,YES,F4,Z1\n"
                             "b,01/01/2004,REFU,G5,B2\n"
                             "c,01/01/2004,NREQ,0,0\n"
                             "d,01/01/2004,YES,0,R2\n"
                             "e,01/01/2004,NO,G6,S1\n"
                             "f,01/01/2004,YES,F3,U1\n");
    using Values = std::vector<std::pair<std::string, double>>;
    REQUIRE(file.outcomes.size() == 6);
    CHECK(file.outcomes[0].values ==
          Values{{"in_touch", 1}, {"education_or_work", 1}, {"suitable_accommodation", 1}});
    CHECK(file.outcomes[1].values ==
          Values{{"in_touch", 0}, {"education_or_work", 0}, {"suitable_accommodation", 0}});
    CHECK(file.outcomes[2].values.empty());
    CHECK(file.outcomes[3].values == Values{{"in_touch", 1}});
    for (const auto& row : file.outcomes) {
        for (const auto& [measure, value] : row.values)
            CHECK(findOutcomeMeasure(measure) != nullptr);
    }
    // F3 was divided in two from the return of 2021-22 on; homeless is never suitable.
    CHECK(codes(file) == "leaver-in-touch-nothing-known code-unknown code-not-in-year");
}

TEST_CASE("every code of the return is known for some year, and those of one year say which")
{
    for (const char* column : {"PLACE", "REC", "REASON_PLACE_CHANGE", "ACTIV", "SEX"}) {
        INFO(column);
        CHECK_FALSE(codeBook(column).empty());
    }
    const CodeBook& ends = codeBook("REC");
    CHECK(ends.isOfYear("E43", 2018));
    CHECK_FALSE(ends.isOfYear("E43", 2019));
    CHECK_FALSE(ends.isOfYear("E45", 2018));
    CHECK(ends.isOfYear("E45", 2019));
    CHECK(codeBook("PLACE").isOfYear("H5", 2024));
    CHECK_FALSE(codeBook("PLACE").isOfYear("K3", 2024));
    CHECK_FALSE(codeBook("PLACE").isOfYear("Z11", 2025));
    CHECK(codeBook("ACTIV").isOfYear("P5", 2022));
    CHECK(codeBook("SEX").isOfYear("1", 2024));
    CHECK_FALSE(codeBook("SEX").isOfYear("1", 2025));
}
