// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading.h"

using namespace reading;

namespace {

const std::string kHeadings = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";

std::string child(const std::string& id)
{
    return id + ",1,14/02/2012,WBRI,UN1,,\n";
}

} // namespace

TEST_CASE("titles above the headings, pages, totals and a row count are passed over and said once")
{
    const ReadFile file =
        read("Children looked after, by team\nRun on 02/04/2025 08:14\n\n" + kHeadings +
             child("1") + child("2") + "\nPage 2 of 2\n\nChildren looked after, by team\n" +
             kHeadings + child("3") + "Total,3,,,,,\n\n(3 rows affected)\n");
    checkInvariants(file);
    CHECK(file.rows == 3);
    CHECK(file.headers.size() == 3);
    CHECK(file.rejected == 0);
    CHECK(file.headers[0].row == 5); // as a spreadsheet counts it
    CHECK(codes(file) == "file-headings-below file-headings-again file-lines-passed-over");
    CHECK(plainEnglish(problem(file, "file-headings-below")->message)
              .starts_with("The headings stand on line 4: "));
}

TEST_CASE("files joined end to end are one, with a byte order mark in the middle or not")
{
    const ReadFile file = read(kHeadings + child("1") + "\xEF\xBB\xBF" + kHeadings + child("2"));
    checkInvariants(file);
    CHECK(file.headers.size() == 2);
    CHECK(codes(file) == "file-headings-again");
}

TEST_CASE("two tables in one file are refused with the lines on which they begin")
{
    for (const char* other : {"CHILD,DECOM,DEC,PLACE\n", "CHILD,DOB,SEX,ETHNIC,UPN\n"}) {
        const ReadFile file = read(kHeadings + child("1") + other + "1,14/02/2024,,K2\n");
        checkInvariants(file);
        CHECK(file.refused);
        CHECK(plainEnglish(file.problems[0].message)
                  .starts_with("Headings stand on line 1 and others, or the same in another order, "
                               "on line 3"));
    }
}

TEST_CASE("a table that lacks a column below its title says on which line its headings stand")
{
    const ReadFile file = read("Report\n\nCHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,REC\n");
    checkInvariants(file);
    CHECK(plainEnglish(file.problems[0].message) ==
          "The headings seem to stand on line 3. This looks like “Statutory return: episodes”, but "
          "it has no column DEC.");
}

TEST_CASE("a row that was cut off is no furniture")
{
    const ReadFile file = read(kHeadings + child("1") + "2\n3,1\n");
    checkInvariants(file);
    CHECK(file.rejected == 2);
}

TEST_CASE("a line for spreadsheets says what separates cells, and no spreadsheet counts it")
{
    const ReadFile file = read("sep=|\nCHILD|SEX|DOB|ETHNIC\n1|1|31/02/2012|WBRI\n");
    checkInvariants(file);
    CHECK(problem(file, "file-separator-line") != nullptr);
    REQUIRE(file.rejects.size() == 1);
    CHECK(file.rejects[0].row == 2);
    CHECK(file.lineOf(2) == 3);
    CHECK(read("sep=,\n" + kHeadings + child("1")).headers.size() == 1);
}

TEST_CASE("headings with no-break spaces and line breaks, and columns without any, are read")
{
    const ReadFile file = read("CHILD,\"PLACE\nPROVIDER\",DECOM\xC2\xA0,,DEC,PLACE,,\n"
                               "1,PR1,14/02/2024,,,U4,,\n");
    checkInvariants(file);
    REQUIRE(file.episodes.size() == 1);
    CHECK(file.episodes[0].episode.providerCode == "PR1");
    CHECK(has(file, "file-headings-odd"));
}

TEST_CASE("a row is counted as a spreadsheet does, and its line told where cells hold line breaks")
{
    const ReadFile file = read("child_id,component,amount,period,start,note\n"
                               "1,core,5,week,2024-02-01,\"agreed\nin June\nby panel\"\n"
                               "\n"
                               "2,core,lots,week,2024-02-01,\n"
                               "3,core,lots,week,2024-02-01,\n");
    checkInvariants(file);
    REQUIRE(file.rejects.size() == 2);
    CHECK(file.rejects[0].row == 4);
    CHECK(file.lineOf(4) == 6);
    CHECK(file.lineOf(2) == 2);
    CHECK(problem(file, "amount-not-a-number")->row == 4);

    const Folder folder;
    REQUIRE(writeRejects({file}, folder.path() / "rejects.csv").ok());
    CHECK(bytesOf(folder.path() / "rejects.csv").find("table.csv,5,7,") != std::string::npos);
}

TEST_CASE("a header of nothing but children and their birth is enough")
{
    const ReadFile file = read("CHILD,DOB\n1,14/02/2012\n2,15/02/2012\n");
    checkInvariants(file);
    CHECK(file.kind == FileKind::header);
    CHECK(file.headers.size() == 2);
    CHECK(file.rejected == 0);
    CHECK_FALSE(has(file, "sex-missing")); // said of the column, not of every child
    CHECK(read("CHILD,DOB,VISITED,BY,PLACE_OF_VISIT,LENGTH\n1,14/02/2012,x,y,z,5\n").kind ==
          FileKind::unrecognised);
}

TEST_CASE("a file of several councils is asked about, and that of one taken when it is named")
{
    const std::string text = "CHILD,SEX,DOB,ETHNIC,LA\n1,1,14/02/2012,WBRI,Eastmarch\n"
                             "1,2,15/03/2010,WBRI,Westmarch\n2,2,15/03/2010,WBRI,EASTMARCH\n";
    const ReadFile asked = read(text);
    checkInvariants(asked);
    CHECK(asked.rows == 3);
    CHECK(asked.rejected == 3);
    CHECK_FALSE(asked.refused);
    REQUIRE(asked.questions.size() == 1);
    CHECK(asked.questions[0].kind == QuestionKind::council);
    CHECK(asked.questions[0].choices.size() == 2);
    CHECK(std::ranges::count_if(asked.problems, [](const Problem& one) {
              return one.severity == Problem::Severity::rejection;
          }) == 1); // once, and not for every row

    ReadOptions options = summer2024();
    options.answers.council = "eastmarch";
    const ReadFile east = read(text, options);
    checkInvariants(east);
    CHECK(east.rows == 2);
    CHECK(east.headers.size() == 2);
    CHECK(east.questions.empty());
    CHECK(has(east, "rows-of-other-councils"));

    options.answers.council = "Northmarch";
    CHECK(read(text, options).rejected == 3);
}

TEST_CASE("a year that means the start of the return is seen by the dates after it, and said once")
{
    const std::string rows = "a,2023-06-12,2024-09-17,U4,2024\na,2024-09-17,,K2,2024\n"
                             "b,2022-03-04,,U6,2024\nc,2024-11-25,,K2,2024\n";
    const ReadFile file = read("CHILD,DECOM,DEC,PLACE,YEAR\n" + rows, on(2025, 6, 1));
    checkInvariants(file);
    for (const EpisodeRow& row : file.episodes)
        CHECK(row.episode.returnYear == 2025);
    CHECK(has(file, "year-means-start"));
    CHECK_FALSE(has(file, "date-after-return-year"));
    const ReadFile said = read("CHILD,DECOM,DEC,PLACE,YEAR\n" + rows, on(2025, 6, 1, 2024));
    CHECK(said.episodes[0].episode.returnYear == 2024);
    CHECK(has(said, "date-after-return-year"));
}
