// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading.h"

using namespace reading;

namespace {

// The one sentence that a refused file gets.
std::string refusal(const ReadFile& file)
{
    checkInvariants(file);
    CHECK(file.kind == FileKind::unrecognised);
    REQUIRE(file.problems.size() == 1);
    CHECK(file.problems[0].severity == Problem::Severity::rejection);
    CHECK(file.problems[0].file == file.name);
    return plainEnglish(file.problems[0].message);
}

} // namespace

TEST_CASE("a PDF, a damaged workbook or an empty file named .csv is refused in one sentence")
{
    CHECK(refusal(read("%PDF-1.4\n1 0 obj\n<< >>\n")).starts_with("This is a PDF document"));
    CHECK(refusal(read("PK\x03\x04xl/workbook.xml")).starts_with("The file is cut off or damaged"));
    CHECK(refusal(read("")) == "The file is empty.");
}

TEST_CASE("a file that is not there, a folder and a file too large are told apart")
{
    const Folder folder;
    CHECK(refusal(readFile(folder.path() / "gone.csv", settingTable())) ==
          "There is no file “gone.csv”.");
    std::filesystem::create_directory(folder.path() / "folder.csv");
    CHECK(refusal(readFile(folder.path() / "folder.csv", settingTable())) ==
          "“folder.csv” is a folder, not a file.");
    const auto large = folder.write("large.csv", "CHILD");
    std::filesystem::resize_file(large, (std::uintmax_t{2} << 30) + 1); // takes no room on the disk
    CHECK(refusal(readFile(large, settingTable())).starts_with("The file is larger than 2 GB"));
    CHECK(refusal(readFile("/dev/null", settingTable())).find("not an ordinary file") !=
          std::string::npos);
}

TEST_CASE("a table that nobody knows is refused with what it begins with")
{
    CHECK(refusal(read("Name,Colour\nA,red\n")) ==
          "The headings are not those of a table that can be brought in. They begin: Name, Colour. "
          "If its rows say what is paid for children, or how they do, a profile can say which "
          "column is what.");
    CHECK(refusal(read("Dear all,\nplease find attached\n")).find("They begin: Dear all") !=
          std::string::npos);
    CHECK(refusal(read("\"never closed\nCHILD,DOB\n")).find("not those of a table") !=
          std::string::npos);
    CHECK(refusal(read(std::string(5000, 'x') + "\n")).size() < 400);
}

TEST_CASE("a table that lacks a column it cannot do without says which")
{
    CHECK(refusal(read("CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,REC\n1,2,3,4,5,6,7,8\n")) ==
          "This looks like “Statutory return: episodes”, but it has no column DEC.");
    CHECK(refusal(read("child_id,component,amount,start,end,funder,provider\n")) ==
          "This looks like “Finance: cost lines”, but it has no column PERIOD.");
}

TEST_CASE("a heading that stands twice is refused only where it matters")
{
    CHECK(refusal(read("CHILD,SEX,DOB,ETHNIC,DOB\n1,1,01/01/2010,WBRI,01/01/2010\n")) ==
          "The heading DOB stands twice: which column is meant is not clear.");
    CHECK(read("CHILD,SEX,DOB,ETHNIC,LA,LA\n1,1,01/01/2010,WBRI,a,b\n").headers.size() == 1);
}

TEST_CASE("headings without rows are recognised and said to be all there is")
{
    const ReadFile file = read("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n,,,,,,\n\n");
    checkInvariants(file);
    CHECK(file.kind == FileKind::header);
    CHECK(file.rows == 0);
    CHECK(codes(file) == "file-no-rows");
}

TEST_CASE("a row cut short or too long is rejected by its line and the rest is read")
{
    const ReadFile file = read("CHILD,SEX,DOB,ETHNIC,UPN\n"
                               "1,1,01/01/2010,WBRI,UN1\n"
                               "2,2,01/01\n"
                               "3,1,01/01/2010,WBRI,UN1,,\n"
                               "4,1,01/01/2010,WBRI,UN1,extra\n"
                               "\n"
                               "5,1,01/01/2010,WB\"RI,UN1\n"
                               "6,1,01/01/2010,WBRI,\"UN1\n");
    checkInvariants(file);
    CHECK(file.rows == 6);
    CHECK(file.headers.size() == 2);
    CHECK(file.rejected == 4);
    REQUIRE(has(file, "row-too-short"));
    CHECK(problem(file, "row-too-short")->row == 3);
    CHECK(plainEnglish(problem(file, "row-too-short")->message) ==
          "The row has 3 cells where the headings have 5: it may have been cut off.");
    CHECK(problem(file, "row-too-long")->row == 5);
    CHECK(file.rejects[2].row == 7);
    CHECK(cellsOf(file, file.rejects[3]) == std::vector<std::string>{"6,1,01/01/2010,WBRI,\"UN1"});
}

TEST_CASE("a folder gives its tables by name and leaves the rest alone")
{
    const Folder folder;
    for (const char* name : {"b.CSV", "a.csv", "c.txt", "notes.docx", ".hidden.csv"})
        folder.write(name, "x");
    std::filesystem::create_directory(folder.path() / "d.csv");
    std::vector<std::string> names;
    for (const auto& path : filesAt(folder.path()))
        names.push_back(path.filename().string());
    CHECK(names == std::vector<std::string>{"a.csv", "b.CSV", "c.txt"});
    CHECK(filesAt(folder.path() / "notes.docx").size() == 1);
    CHECK(filesAt(folder.path() / "gone").size() == 1); // reading it says that it is not there
}

TEST_CASE("the hash is that of the bytes")
{
    // Published for "abc" (FIPS 180-2, appendix B.1).
    CHECK(read("abc").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
