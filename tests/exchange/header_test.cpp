// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading.h"

using namespace reading;

namespace {

ReadFile readHeader(const std::string& rows, const ReadOptions& options = summer2024())
{
    const ReadFile file = read("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n" + rows, options);
    checkInvariants(file);
    return file;
}

} // namespace

TEST_CASE("a sound header gives each child once, with nothing to say")
{
    const ReadFile file = readFile(fixture("header.csv"), settingTable(), summer2024());
    checkInvariants(file);
    CHECK(codes(file) == "");
    REQUIRE(file.headers.size() == 5);
    const HeaderRow& first = file.headers[0];
    CHECK(first.row == 2);
    CHECK(first.localId == "000101"); // leading zeros belong to it
    CHECK(first.sex == Sex::male);
    CHECK(first.born == Date::from(2012, 2, 14));
    CHECK(first.ethnicity == "WBRI");
    CHECK(first.upn.reveal() == "A123456789012");
    CHECK_FALSE(file.returnYear.has_value()); // a header has no dates of the return
    CHECK(readFile(fixture("header.csv"), settingTable(), on(2024, 6, 1, 2024)).returnYear == 2024);
}

TEST_CASE("sex is read as it was written before and since 2024-25")
{
    const ReadFile file = readHeader("a,1,01/01/2010,WBRI,UN1,,\n"
                                     "b,F,01/01/2010,WBRI,UN1,,\n"
                                     "c,u,01/01/2010,WBRI,UN1,,\n"
                                     "d,3,01/01/2010,WBRI,UN1,,\n"
                                     "e,,01/01/2010,WBRI,UN1,,\n");
    REQUIRE(file.headers.size() == 5);
    CHECK(file.headers[0].sex == Sex::male);
    CHECK(file.headers[1].sex == Sex::female);
    for (std::size_t i = 2; i < 5; ++i)
        CHECK(file.headers[i].sex == Sex::unspecified);
    CHECK(codes(file) == "column-codes-of-two-years sex-unknown sex-missing");
    CHECK(problem(file, "sex-unknown")->action == Problem::Action::valueLeftOut);
}

TEST_CASE("a date of birth that does not exist or is still to come costs the row")
{
    const ReadFile file = readHeader("a,1,31/02/2020,WBRI,UN1,,\n"
                                     "b,1,01/07/2024,WBRI,UN1,,\n"
                                     "c,1,01/06/2024,WBRI,UN1,,\n"
                                     "d,1,2020-02-29,WBRI,UN1,,\n"
                                     "e,1,2020-02-29 00:00:00,WBRI,UN1,,\n"
                                     "f,1,01/02/20,WBRI,UN1,,\n"
                                     "g,1,,WBRI,UN1,,\n");
    CHECK(codes(file) == "column-short-years column-midnights not-a-date birth-in-future "
                         "birth-missing");
    CHECK(file.rejected == 2);
    const Problem& first = *problem(file, "not-a-date");
    CHECK(first.row == 2);
    CHECK(first.column == "DOB");
    CHECK(first.value == "31/02/2020");
    CHECK(plainEnglish(first.message) ==
          "“31/02/2020” is not a date: it must be a day that exists, written like 31/03/2026.");
    REQUIRE(file.headers.size() == 5);
    CHECK(file.headers[1].born == Date::from(2020, 2, 29));
    CHECK(file.headers[2].born == Date::from(2020, 2, 29));
    CHECK(file.headers[3].born == Date::from(2020, 2, 1));
    CHECK_FALSE(file.headers[4].born.has_value());
}

TEST_CASE("an age beyond care is doubted once the return's year is known")
{
    const std::string row = "a,1,30/03/1998,WBRI,UN1,,\n";
    CHECK(codes(readHeader(row)) == "");
    CHECK(codes(readHeader(row, on(2024, 6, 1, 2024))) == "age-unlikely");
    CHECK(codes(readHeader(row, on(2024, 6, 1, 2023))) == ""); // 25 in that year
}

TEST_CASE("a child is told by an identifier that is whole")
{
    const ReadFile file = readHeader(",1,01/01/2010,WBRI,UN1,,\n"
                                     "1.23457E+11,1,01/01/2010,WBRI,UN1,,\n"
                                     "12345678901,1,01/01/2010,WBRI,UN1,,\n"
                                     "  0042 ,1,01/01/2010,WBRI,UN1,,\n"
                                     "E+1,1,01/01/2010,WBRI,UN1,,\n" +
                                     std::string(51, 'x') + ",1,01/01/2010,WBRI,UN1,,\n");
    CHECK(codes(file) == "child-missing child-shortened child-long child-not-an-identifier");
    REQUIRE(file.headers.size() == 3);
    CHECK(file.headers[1].localId == "0042");
    CHECK(file.headers[2].localId == "E+1");
}

TEST_CASE("a child who stands twice is taken once")
{
    const ReadFile file = readHeader("a,1,01/01/2010,WBRI,UN1,,\n"
                                     "b,1,01/01/2010,WBRI,UN1,,\n"
                                     "a,2,02/02/2010,WBRI,UN1,,\n");
    CHECK(file.headers.size() == 2);
    CHECK(plainEnglish(problem(file, "child-repeated")->message) ==
          "This child already stands in row 2, and this table has each child once.");
}

TEST_CASE("pupil numbers and ethnicity are looked at, kept, and never repeated in a problem")
{
    const ReadFile file = readHeader("a,1,01/01/2010,XXXX,I123456789012,,\n"
                                     "b,1,01/01/2010,,A12345678901B,,\n"
                                     "c,1,01/01/2010,WBRI,A12345678901B,,\n");
    CHECK(codes(file) == "code-unknown upn-shape code-missing upn-repeated");
    CHECK(file.headers[0].ethnicity == "XXXX");
    CHECK(problem(file, "upn-shape")->value.empty());
    CHECK(plainEnglish(problem(file, "upn-repeated")->message).find("A1234") == std::string::npos);
}
