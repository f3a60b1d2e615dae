// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/zipped_files.h"

#include "exchange/reading.h"
#include "support/zipped.h"

#include "support/catch.h"

// Folders of returns packed into one file.
using namespace reading;
using twelvefold::tests::zipped;
using twelvefold::tests::ZippedPart;

namespace {

const std::string kHeadings = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";

std::vector<ReadFile> readZip(const std::string& bytes)
{
    const Folder folder;
    std::vector<ReadFile> files;
    for (const auto& opened : openFile(folder.write("returns.zip", bytes)))
        files.push_back(readFile(*opened, settingTable(), on(2026, 12, 1)));
    return files;
}

std::string refusalOf(const ReadFile& file)
{
    for (const auto& problem : file.problems) {
        if (problem.action == Problem::Action::fileRejected)
            return std::string(problem.message.kind.code);
    }
    return {};
}

} // namespace

TEST_CASE("each file of a zip is read as one of its own, with its folder in its name", "[zip]")
{
    const auto files = readZip(zipped({{"2025/header.csv", kHeadings + "1,M,01/02/2010,WBRI,,,\n"},
                                       {"2024/header.csv", kHeadings + "2,F,03/02/2010,WBRI,,,\n"},
                                       {"2024/notes.docx", "words"},
                                       {"__MACOSX/2024/._header.csv", "x"},
                                       {".DS_Store", "x"}}));
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == "returns.zip › 2024/header.csv");
    CHECK(files[1].name == "returns.zip › 2025/header.csv");
    CHECK(files[0].headers.front().localId == "2");
    CHECK(files[1].headers.front().localId == "1");
    // By the bytes of the file itself: brought in unpacked, it is the same.
    CHECK(files[0].sha256 != files[1].sha256);
    CHECK(files[0].path.parent_path() != files[1].path.parent_path());
    const auto aside = std::ranges::find_if(files[0].problems, [](const Problem& problem) {
        return problem.message.kind.code == "zip-other-files";
    });
    REQUIRE(aside != files[0].problems.end());
    CHECK(plainEnglish(aside->message).find("“2024/notes.docx”.") != std::string::npos);
}

TEST_CASE("a workbook in a zip gives its sheets, and one that is none is refused by its name",
          "[zip]")
{
    const auto files = readZip(zipped({{"a.csv", kHeadings + "1,M,01/02/2010,WBRI,,,\n"},
                                       {"b.xlsx", "no workbook"},
                                       {"c.csv", ""}}));
    REQUIRE(files.size() == 3);
    CHECK_FALSE(files[0].refused);
    CHECK(files[1].refused);
    CHECK(files[1].name == "returns.zip › b.xlsx");
    CHECK(files[2].refused);
}

TEST_CASE("a workbook is no zip of files", "[zip]")
{
    const auto asZip = [](const std::vector<ZippedPart>& parts) {
        return ZippedFiles::open(std::make_shared<const std::string>(zipped(parts)));
    };
    CHECK(asZip({{"[Content_Types].xml", "x"}, {"a.csv", "x"}}) == nullptr);
    CHECK(asZip({{"mimetype", "x"}, {"content.xml", "x"}}) == nullptr);
    CHECK(ZippedFiles::open(std::make_shared<const std::string>("PK\x03\x04 cut off")) == nullptr);
    CHECK(asZip({{"a.csv", "x"}}) != nullptr);
}

TEST_CASE("a zip without tables, cut off or packed too tightly is refused in words", "[zip]")
{
    SECTION("without tables")
    {
        const auto files = readZip(zipped({{"minutes.docx", "words"}}));
        REQUIRE(files.size() == 1);
        CHECK(refusalOf(files.front()) == "zip-without-tables");
    }
    SECTION("cut off")
    {
        const std::string whole = zipped({{"a.csv", std::string(5000, 'x')}}, false);
        const auto files = readZip(whole.substr(0, whole.size() / 2));
        REQUIRE(files.size() == 1);
        CHECK(files.front().refused);
    }
    SECTION("a file that unpacks to far more than tables do")
    {
        const auto files = readZip(zipped({{"a.csv", std::string(std::size_t{40} << 20, 'x')},
                                           {"b.csv", kHeadings + "1,M,01/02/2010,WBRI,,,\n"}}));
        REQUIRE(files.size() == 2);
        CHECK(refusalOf(files[0]) == "zip-packed-too-tightly");
        CHECK(files[1].headers.size() == 1); // one bad file never stops the rest
    }
    SECTION("a damaged file among sound ones")
    {
        std::string bytes = zipped({{"a.csv", kHeadings + "1,M,01/02/2010,WBRI,,,\n"},
                                    {"b.csv", kHeadings + "2,M,01/02/2010,WBRI,,,\n"}},
                                   false);
        bytes[bytes.find("1,M,01")] = '7'; // no longer what its checksum says
        const auto files = readZip(bytes);
        REQUIRE(files.size() == 2);
        CHECK(refusalOf(files[0]) == "zip-damaged");
        CHECK(files[1].headers.size() == 1);
    }
}

TEST_CASE("two files of one name in a zip are both read", "[zip]")
{
    std::string bytes = zipped({{"a.csv", kHeadings + "1,M,01/02/2010,WBRI,,,\n"},
                                {"b.csv", kHeadings + "2,M,01/02/2010,WBRI,,,\n"}});
    for (auto at = bytes.find("b.csv"); at != std::string::npos; at = bytes.find("b.csv"))
        bytes[at] = 'a';
    const auto files = readZip(bytes);
    REQUIRE(files.size() == 2);
    CHECK(files[0].headers.front().localId == "1");
    CHECK(files[1].headers.front().localId == "2");
}

TEST_CASE("names in a zip lead nowhere outside it", "[zip]")
{
    const auto files = readZip(zipped({{"/etc/a.csv", kHeadings + "1,M,01/02/2010,WBRI,,,\n"},
                                       {"../../b.csv", kHeadings + "2,M,01/02/2010,WBRI,,,\n"},
                                       {"folder\\c.csv", kHeadings + "3,M,01/02/2010,WBRI,,,\n"}}));
    REQUIRE(files.size() == 3);
    for (const ReadFile& file : files) {
        CHECK(file.headers.size() == 1);
        CHECK(file.path.string().find("returns.zip") != std::string::npos);
    }
}

TEST_CASE("folders of years are looked through, and what is hidden in them is not", "[zip]")
{
    const Folder folder;
    for (const char* name : {"2024", "2025", ".hidden"})
        std::filesystem::create_directory(folder.path() / name);
    for (const char* name :
         {"2024/header.csv", "2025/header.csv", "2025/all.zip", ".hidden/header.csv", "2025/x.pdf"})
        folder.write(name, "x");
    std::vector<std::string> names;
    for (const auto& path : filesAt(folder.path()))
        names.push_back(path.lexically_relative(folder.path()).string());
    CHECK(names == std::vector<std::string>{"2024/header.csv", "2025/all.zip", "2025/header.csv"});
}
