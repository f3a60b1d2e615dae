// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading.h"

using namespace reading;

TEST_CASE("the return's tables and the cost lines are known by their headings alone")
{
    CHECK(readFile(fixture("header.csv"), settingTable()).kind == FileKind::header);
    CHECK(readFile(fixture("episodes.csv"), settingTable()).kind == FileKind::episodes);
    CHECK(readFile(fixture("oc2.csv"), settingTable()).kind == FileKind::oc2);
    CHECK(readFile(fixture("finance.csv"), settingTable()).kind == FileKind::finance);
    CHECK(read(bytesOf(fixture("oc2.csv")), summer2024(), "episodes.csv").kind == FileKind::oc2);
}

TEST_CASE("order, case, spaces, marks and further columns of the headings do not matter")
{
    const ReadFile file = read("\xEF\xBB\xBF ethnic ,\"Dob\",LA,sex,Child \r\n"
                               "wbri,14/02/2012,Somewhere,m,00042\r\n");
    checkInvariants(file);
    REQUIRE(file.headers.size() == 1);
    CHECK(file.headers[0].localId == "00042");
    CHECK(file.headers[0].ethnicity == "WBRI");
    CHECK(file.headers[0].sex == Sex::male);
    CHECK(file.headings == std::vector<std::string>{"ethnic", "Dob", "LA", "sex", "Child"});
}

TEST_CASE("each of the return's tables is known by its headings, whole or cut to what it needs")
{
    using enum FileKind;
    const std::pair<FileKind, const char*> tables[] = {
        {reviews, "CHILD,DOB,REVIEW,REVIEW_CODE"},
        {unaccompanied, "CHILD,SEX,DOB,DUC"},
        {unaccompanied, "CHILD,DUC"},
        {leavers, "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM"},
        {missing, "CHILD,DOB,MISSING,MIS_START,MIS_END"},
        {adoptions, "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR"},
        {placedForAdoption, "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED"},
        {previousPermanence, "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM"},
        {socialWorkers, "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON"},
        {libertyOrders, "CHILD,DOB,DOLO_START,DOLO_END"},
    };
    for (const auto& [kind, headings] : tables) {
        INFO(headings);
        CHECK(read(std::string(headings) + "\n").kind == kind);
    }
}

TEST_CASE("columns that a table usually has are missed aloud")
{
    const ReadFile file = read("CHILD,DECOM,DEC,PLACE\n1,01/02/2024,,K2\n");
    CHECK(file.episodes.size() == 1);
    CHECK(has(file, "file-columns-absent"));
    CHECK_FALSE(has(file, "provider-missing")); // a check that needs an absent column is left out
    CHECK_FALSE(has(file, "code-missing"));
}

TEST_CASE("semicolons and tabs are read, and that is said")
{
    const ReadFile semicolons = read("CHILD;SEX;DOB;ETHNIC\n1;1;01/01/2010;WBRI\n");
    CHECK(semicolons.headers.size() == 1);
    CHECK(has(semicolons, "file-separator"));
    const ReadFile tabs = read("CHILD\tSEX\tDOB\tETHNIC\n1\t1\t01/01/2010\tWBRI\n");
    CHECK(tabs.headers.size() == 1);
    CHECK(has(tabs, "file-separator"));
}

TEST_CASE("a table saved as UTF-16 or in an old encoding reads as the same table")
{
    const std::string plain = bytesOf(fixture("finance.csv"));
    std::string utf16 = "\xFF\xFE";
    std::string windows;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (plain[i] == '\xC2') // before the pound sign, the only letter beyond ASCII here
            continue;
        utf16 += plain[i];
        utf16 += '\0';
        windows += plain[i];
    }
    const ReadFile expected = read(plain);
    REQUIRE(expected.finance.size() == 6);
    for (const std::string& bytes : {utf16, windows}) {
        const ReadFile file = read(bytes);
        checkInvariants(file);
        REQUIRE(file.finance.size() == expected.finance.size());
        for (std::size_t i = 0; i < file.finance.size(); ++i)
            CHECK(file.finance[i].line == expected.finance[i].line);
    }
    CHECK(has(read(windows), "file-encoding-guessed"));
    CHECK_FALSE(has(read(utf16), "file-encoding-guessed"));
}
