// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading.h"

using namespace reading;

namespace {

const std::string kReturn =
    "<?xml version='1.0' encoding='us-ascii'?>\n"
    "<EXPSSDA903><CHILD><HEADER><CHILDID>0042</CHILDID><UPN>UN3</UPN><SEX>2</SEX>"
    "<DOB>28/07/2010</DOB><ETHNIC>BAFR</ETHNIC><UASC>1</UASC><DUC>28/07/2028</DUC>"
    "<AREVIEW><REVIEW>27/09/2023</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>"
    "<AREVIEW><REVIEW>14/03/2024</REVIEW><REVIEW_CODE>PN2</REVIEW_CODE></AREVIEW>"
    "<AMISSING><MISSING>M</MISSING><MIS_START>01/02/2024</MIS_START><MIS_END /></AMISSING>"
    "<MOTHER /><MC_DOB /><PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE>"
    "<OC2><SDQ_SCORE>21</SDQ_SCORE><CONVICTED>1</CONVICTED></OC2></HEADER>"
    "<EPISODE><DECOM>06/01/2023</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N4</CIN><PL>U4</PL>"
    "<PL_POST>E7 5YR</PL_POST><HOME_POST>B15 8PZ</HOME_POST><URN>1465167</URN>"
    "<PLACE_PROVIDER>PR4</PLACE_PROVIDER><DEC /><REC /><REASON_PLACE_CHANGE /></EPISODE></CHILD>"
    "<CHILD><HEADER><CHILDID>43</CHILDID><SEX>1</SEX><DOB>29/11/2006</DOB><ETHNIC>WBRI</ETHNIC>"
    "<UASC /><IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>U1</ACCOM>"
    "<DATE_INT>03/05/2023</DATE_INT><DATE_MATCH>03/09/2023</DATE_MATCH>"
    "<FOSTER_CARE>0</FOSTER_CARE><SHOE_SIZE>38</SHOE_SIZE>"
    "<AD_PLACED><DATE_PLACED>03/05/2023</DATE_PLACED></AD_PLACED>"
    "</HEADER></CHILD></EXPSSDA903>";

std::vector<ReadFile> readAll(const std::string& bytes)
{
    const Folder folder;
    std::vector<ReadFile> files;
    for (const auto& file : openFile(folder.write("return.xml", bytes))) {
        files.push_back(readFile(*file, settingTable(), on(2024, 6, 1, 2024)));
        checkInvariants(files.back());
    }
    return files;
}

const ReadFile& of(const std::vector<ReadFile>& files, FileKind kind)
{
    const auto found = std::ranges::find(files, kind, &ReadFile::kind);
    REQUIRE(found != files.end());
    return *found;
}

} // namespace

TEST_CASE("the return as XML gives the same tables as it gives as files of text")
{
    using enum FileKind;
    const auto files = readAll(kReturn);
    CHECK(files.size() == 10);
    CHECK(of(files, header).name == "return.xml › Header");
    REQUIRE(of(files, header).headers.size() == 2);
    CHECK(of(files, header).headers[0].localId == "0042");
    CHECK(of(files, header).headers[0].sex == Sex::female);
    REQUIRE(of(files, episodes).episodes.size() == 1);
    const Episode& episode = of(files, episodes).episodes[0].episode;
    CHECK(of(files, episodes).episodes[0].localId == "0042");
    CHECK(episode.placeCode == "U4");
    CHECK(episode.urn == "1465167");
    CHECK(episode.placePostcode.reveal() == "E7 5YR");
    CHECK_FALSE(episode.end);
    CHECK(of(files, reviews).events.size() == 2);
    CHECK(of(files, missing).events[0].localId == "0042");
    REQUIRE(of(files, unaccompanied).events.size() == 1); // those who are it
    CHECK(of(files, unaccompanied).events[0].event.end == Date::from(2028, 7, 28));
    REQUIRE(of(files, oc2).outcomes.size() == 1);
    CHECK(of(files, leavers).outcomes[0].localId == "43");
    CHECK(of(files, adoptions).events[0].event.code == "0");
    CHECK(of(files, placedForAdoption).events.size() == 1);
    CHECK(of(files, previousPermanence).events[0].event.code == "Z1");
}

TEST_CASE("what an XML return holds besides is named once")
{
    const auto files = readAll(kReturn);
    const Problem* aside = problem(files.front(), "file-xml-not-read");
    REQUIRE(aside != nullptr);
    CHECK(plainEnglish(aside->message) ==
          "These elements of the return are not used, and were left aside: SHOE_SIZE.");
    CHECK(std::ranges::none_of(files.begin() + 1, files.end(), [](const ReadFile& file) {
        return problem(file, "file-xml-not-read") != nullptr;
    }));
}

TEST_CASE("an XML return may have a namespace, a byte order mark and blanks between its elements")
{
    const std::string spaced =
        "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- made today -->\n"
        "<a:EXPSSDA903 xmlns:a='urn:b'>\n <a:CHILD>\n  <a:HEADER>\n   <a:CHILDID> 7 </a:CHILDID>\n"
        "   <a:SEX>1</a:SEX><a:DOB>01/01/2010</a:DOB><a:ETHNIC>WBRI</a:ETHNIC>\n  </a:HEADER>\n"
        " </a:CHILD>\n</a:EXPSSDA903>\n";
    const auto files = readAll(spaced);
    REQUIRE(files.size() == 1);
    CHECK(files[0].headers.at(0).localId == "7");
}

TEST_CASE("XML that is broken, empty or of another kind is refused by a sentence")
{
    const auto only = [](const std::string& bytes) {
        const auto files = readAll(bytes);
        REQUIRE(files.size() == 1);
        CHECK(files[0].refused);
        return codes(files[0]);
    };
    CHECK(only(kReturn.substr(0, kReturn.size() - 40)) == "file-xml-broken");
    CHECK(only("<EXPSSDA903></EXPSSDA903>") == "file-xml-empty");
    CHECK(only("<?xml version='1.0'?><OTHER><A>1</A></OTHER>") == "file-not-text");
    // A child without anything that says which it is costs its rows, not the file.
    const auto nameless = readAll("<EXPSSDA903><CHILD><HEADER><SEX>1</SEX></HEADER>"
                                  "<EPISODE><PL>U1</PL></EPISODE></CHILD></EXPSSDA903>");
    CHECK(of(nameless, FileKind::header).rejected == 1);
    CHECK(of(nameless, FileKind::episodes).rejected == 1);
}

TEST_CASE("XML nested without end, or with entities that grow, ends and takes no memory")
{
    std::string deep = "<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID></HEADER>";
    for (int i = 0; i < 200'000; ++i)
        deep += "<A>";
    deep += "x";
    for (int i = 0; i < 200'000; ++i)
        deep += "</A>";
    deep += "</CHILD></EXPSSDA903>";
    CHECK(readAll(deep).size() == 1);
    const auto laughs = readAll("<!DOCTYPE EXPSSDA903 [<!ENTITY a \"aaaaaaaaaa\">"
                                "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                                "<EXPSSDA903><CHILD><HEADER><CHILDID>&b;</CHILDID></HEADER></CHILD>"
                                "</EXPSSDA903>");
    REQUIRE(laughs.size() == 1);
    CHECK(codes(laughs[0]) == "file-xml-document-type");
}
