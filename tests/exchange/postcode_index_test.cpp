// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/postcode_index.h"
#include "exchange/reading.h"

using namespace reading;

namespace {

// As the directory was headed for years, cut down …
const std::string kHeadings = "pcd,pcd2,pcds,dointr,doterm,oslaua,oseast1m,osnrth1m,ctry\n";
const std::string kRows =
    "\"AB1 0AA\",\"AB1  0AA\",\"AB1 0AA\",198001,199606,\"S12000033\",385386,801193,S92000003\n"
    "\"EX1 1AA\",\"EX1  1AA\",\"EX1 1AA\",198001,,\"E07000041\",292000,92500,E92000001\n"
    "\"TQ129ZZ\",\"TQ12 9ZZ\",\"TQ12 9ZZ\",198001,,\"E07000045\",286000,71000,E92000001\n"
    "\"BT1 1AA\",\"BT1  1AA\",\"BT1 1AA\",198001,,\"N09000003\",333900,374500,N92000002\n"
    "\"JE2 3AB\",\"JE2  3AB\",\"JE2 3AB\",198001,,\"L99999999\",,,L93000001\n"
    "\"EX1 1AA\",\"EX1  1AA\",\"EX1 1AA\",198001,,\"E07000041\",1,1,E92000001\n"
    "\"odd\",\"odd\",\"odd\",198001,,\"E07000041\",1,1,E92000001\n"
    "\"EX2 2AA\",\"EX2  2AA\",\"EX2 2AA\",198001,,\"E07000041\",east,1,E92000001\n"
    "\"EX3\n";

struct Directory
{
    Folder folder;
    std::filesystem::path index = folder.path() / "postcodes.index";

    Result<DirectoryRows> make(const std::string& text) const
    {
        return makePostcodeIndex(folder.write("directory.csv", text), index);
    }
    PostcodeIndex made(const std::string& text) const
    {
        const auto rows = make(text);
        if (!rows)
            FAIL(plainEnglish(rows.failure()));
        return PostcodeIndex::open(index).value();
    }
};

} // namespace

TEST_CASE("each row of a directory of postcodes is taken, or counted with why not", "[distance]")
{
    const Directory directory;
    const auto rows = directory.make(kHeadings + kRows);
    REQUIRE(rows);
    CHECK(rows->rows == 9);
    CHECK(rows->taken == 3);
    CHECK(rows->withoutPlace == 2); // another grid, and none
    CHECK(rows->again == 1);
    CHECK(rows->unreadable == 3);
    CHECK(rows->rows == rows->taken + rows->withoutPlace + rows->again + rows->unreadable);
    CHECK(std::filesystem::status(directory.index).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("a postcode is found whatever its blanks and capitals", "[distance]")
{
    const Directory directory;
    const PostcodeIndex index = directory.made(kHeadings + kRows);
    CHECK(index.size() == 3);
    for (const char* written : {"EX1 1AA", "ex11aa", " EX1  1AA ", "eX1 1aA"}) {
        INFO(written);
        const auto place = index.find(written);
        REQUIRE(place);
        CHECK(place->point == GridPoint{292000, 92500}); // the first of two
        CHECK(place->isInEngland);
    }
    CHECK_FALSE(index.find("AB1 0AA")->isInEngland);
    for (const char* unknown : {"", "EX1", "EX1 1AB", "BT1 1AA", "ZZ99 9ZZ", "A", "£X1 1AA",
                                "EX1 1AA EX1 1AA", "AA0 0AA"}) {
        INFO(unknown);
        CHECK_FALSE(index.find(unknown));
    }
}

TEST_CASE("the distance is from a home in England to a placement anywhere in Great Britain",
          "[distance]")
{
    const Directory directory;
    const PostcodeIndex index = directory.made(kHeadings + kRows);
    CHECK(milesFromHome(index, "EX1 1AA", "TQ12 9ZZ") == 13.9);
    CHECK(milesFromHome(index, "EX1 1AA", "EX1 1AA") == 0.0);
    CHECK(milesFromHome(index, "EX1 1AA", "AB1 0AA") == 444.2);
    CHECK_FALSE(milesFromHome(index, "AB1 0AA", "EX1 1AA")); // home is in Scotland
    CHECK_FALSE(milesFromHome(index, "EX1 1AA", "BT1 1AA"));
    CHECK_FALSE(milesFromHome(index, "", "EX1 1AA"));
    CHECK_FALSE(milesFromHome(index, "EX1 1AA", ""));
}

TEST_CASE("directories of other editions and copies are known by their headings", "[distance]")
{
    const Directory directory;
    for (const std::string text :
         {"\xEF\xBB\xBFpcd7,pcd8,pcds,lad25cd,east1m,north1m\r\nEX1 1AA,EX1 1AA,EX1 "
          "1AA,E07000041,292000,92500\r\n",
          ",oseast1m,osnrth1m,laua,pcd\n0,292000.0,92500.0,E07000041,EX11AA",
          "Postcode,Easting,Northing,ctry25cd\nEX1 1AA,292000,92500,E92000001\n"}) {
        INFO(text);
        CHECK(isPostcodeDirectory(directory.folder.write("d.csv", text)));
        CHECK(directory.made(text).find("EX1 1AA")->point == GridPoint{292000, 92500});
    }
    for (const std::string text :
         {"", "CHILD,DECOM\n1,2\n", "pcd,oseast1m,osnrth1m\nEX1 1AA,1,2\n", "\n\n", "pcd"}) {
        INFO(text);
        const auto file = directory.folder.write("d.csv", text);
        CHECK_FALSE(isPostcodeDirectory(file));
        CHECK_FALSE(directory.make(text));
    }
    CHECK_FALSE(isPostcodeDirectory(directory.folder.path()));
    CHECK_FALSE(isPostcodeDirectory(directory.folder.path() / "none.csv"));
}

TEST_CASE("a directory among the files to bring in is told for what it is, and not loaded",
          "[distance]")
{
    const Directory directory;
    const ReadFile file =
        readFile(directory.folder.write("directory.csv", kHeadings + kRows), settingTable());
    CHECK(file.refused);
    REQUIRE(file.problems.size() == 1);
    CHECK(file.problems[0].message.kind.code == "file-postcode-directory");
}

TEST_CASE("every postcode of a directory of many blocks is found, and none beside", "[distance]")
{
    const Directory directory;
    std::string text = kHeadings;
    const auto postcode = [](int n) {
        return "EX" + std::to_string(10 + n / 2600) + " " + std::to_string(n / 260 % 10) +
               static_cast<char>('A' + n / 10 % 26) + static_cast<char>('A' + n % 10);
    };
    constexpr int many = 3000;
    for (int n = many; n-- > 0;)
        text += "x,x," + postcode(n) + ",1,,E07000041," + std::to_string(1000 + n) + "," +
                std::to_string(n) + ",E92000001\n";
    const PostcodeIndex index = directory.made(text);
    REQUIRE(index.size() == many);
    for (int n = 0; n < many; ++n) {
        const auto place = index.find(postcode(n));
        if (!place || !(place->point == GridPoint{1000 + n, n}))
            FAIL(postcode(n));
    }
    CHECK_FALSE(index.find("EX10 0AZ"));
    CHECK_FALSE(index.find("ZZ99 9ZZ"));
}

TEST_CASE("what cannot be read leaves the index that there is", "[distance]")
{
    const Directory directory;
    CHECK_FALSE(PostcodeIndex::open(directory.index)); // there is none
    directory.made(kHeadings + kRows);
    CHECK_FALSE(directory.make("CHILD,DECOM\n1,2\n"));
    CHECK_FALSE(directory.make(kHeadings)); // without rows
    CHECK_FALSE(
        directory.make(kHeadings + "odd,odd,odd,,,,,,\n")); // without any that says anything
    CHECK_FALSE(makePostcodeIndex(directory.folder.path() / "none.csv", directory.index));
    std::stop_source stop;
    stop.request_stop();
    CHECK_FALSE(makePostcodeIndex(directory.folder.write("d.csv", kHeadings + kRows),
                                  directory.index, {}, stop.get_token()));
    CHECK(PostcodeIndex::open(directory.index)->size() == 3);
}

TEST_CASE("an index that was cut off or is something else is refused", "[distance]")
{
    const Directory directory;
    directory.made(kHeadings + kRows);
    const std::string bytes = bytesOf(directory.index);
    for (std::size_t length = 0; length < bytes.size(); length += 7) {
        directory.folder.write("postcodes.index", bytes.substr(0, length));
        CHECK_FALSE(PostcodeIndex::open(directory.index));
    }
    directory.folder.write("postcodes.index", bytes + "x");
    CHECK_FALSE(PostcodeIndex::open(directory.index));
    std::string many = bytes;
    many[8] = '\xFF'; // another number of entries
    many[15] = '\xFF';
    directory.folder.write("postcodes.index", many);
    CHECK_FALSE(PostcodeIndex::open(directory.index));
    directory.folder.write("postcodes.index", "CHILD,DECOM\n1,2\n");
    CHECK_FALSE(PostcodeIndex::open(directory.index));
}
