// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_table.h"
#include "exchange/workbook.h"
#include "reading.h"

using namespace reading;

TEST_CASE("rejected rows are saved with their file, line and reasons before their own cells")
{
    const Folder folder;
    const ReadFile costs =
        readFile(folder.write("costs.csv", "child_id,component,amount,period,start,note\n"
                                           "a,core,5,week,01/02/2024,fine\n"
                                           "b,core,\"4.500,75\",week,31/02/2024,=HYPERLINK(1)\n"),
                 settingTable(), summer2024());
    const ReadFile header =
        readFile(folder.write("header.csv", "CHILD,SEX,DOB,ETHNIC\n=x,1,31/02/2020,WBRI\n"),
                 settingTable(), summer2024());
    const ReadFile pdf = readFile(folder.write("letter.csv", "%PDF-1.4"), settingTable());

    const auto to = folder.path() / "rejects.csv";
    REQUIRE(writeRejects({costs, header, pdf}, to).ok());
    const std::string written = bytesOf(to);
    CHECK(written.starts_with("\xEF\xBB\xBF"));
    const auto rows = parseCsv(std::string_view(written).substr(3), ',');
    REQUIRE(rows.size() == 6);
    CHECK(rows[0].cells == std::vector<std::string>{"file", "row", "line", "why", "child_id",
                                                    "component", "amount", "period", "start",
                                                    "note"});
    CHECK(rows[1].cells[0] == "costs.csv");
    CHECK(rows[1].cells[1] == "3");
    CHECK(rows[1].cells[2] == "3");
    CHECK(rows[1].cells[3].starts_with("amount: “4.500,75” could be read in two ways"));
    CHECK(rows[1].cells[3].find("start: “31/02/2024” is not a date") != std::string::npos);
    CHECK(rows[1].cells[6] == "4.500,75");
    CHECK(written.find(",'=HYPERLINK(1)\r\n") != std::string::npos); // no spreadsheet runs it
    CHECK(rows[1].cells[9] == "=HYPERLINK(1)");                      // and we know it again
    CHECK(rows[3].cells[4] == "=x");
    CHECK(rows[5].cells[0] == "letter.csv");
    CHECK(rows[5].cells[3].starts_with("This is a PDF document"));
}

TEST_CASE("without rejects the list has its headings alone")
{
    const Folder folder;
    const auto to = folder.path() / "rejects.csv";
    REQUIRE(writeRejects({read("CHILD,SEX,DOB,ETHNIC\na,1,01/01/2010,WBRI\n")}, to).ok());
    CHECK(bytesOf(to) == "\xEF\xBB\xBF"
                         "file,row,line,why\r\n");
}

TEST_CASE(
    "the list never replaces a file that is being brought in, and says when it cannot be written")
{
    const Folder folder;
    const auto path = folder.write("header.csv", "CHILD,SEX,DOB,ETHNIC\na,1,31/02/2020,WBRI\n");
    const ReadFile file = readFile(path, settingTable());
    const auto over = writeRejects({file}, folder.path() / "." / "header.csv");
    REQUIRE_FALSE(over.ok());
    CHECK(over.failure().kind.code == "file-is-an-input");
    CHECK(bytesOf(path).starts_with("CHILD"));
    const auto nowhere = writeRejects({file}, folder.path() / "no" / "such" / "folder.csv");
    REQUIRE_FALSE(nowhere.ok());
    CHECK(nowhere.failure().kind.code == "folder-missing");
}

TEST_CASE(
    "of a rule that costs many rows the first hundred are listed, and every row is in the rejects")
{
    const Folder folder;
    std::string text = "CHILD,SEX,DOB,ETHNIC\n";
    for (int i = 0; i < 1000; ++i)
        text += std::to_string(i) + ",1,31/02/2010,WBRI\n";
    const ReadFile file = read(text);
    CHECK(file.rejected == 1000);
    CHECK(file.problems.size() < 250);
    CHECK(file.listing.unlisted().at("not-a-date").n == 900);
    CHECK(file.listing.unlisted().at("not-a-date").severity == Problem::Severity::rejection);
    CHECK(file.listing.reasons().size() == 1);

    const auto to = folder.path() / "rejects.csv";
    REQUIRE(writeRejects({file}, to).ok());
    const std::string written = bytesOf(to);
    const auto rows = parseCsv(std::string_view(written).substr(3), ',');
    REQUIRE(rows.size() == 1001);
    CHECK(rows[1].cells[3].find("31/02/2010") != std::string::npos);
    CHECK(rows[1000].cells[3].find("DOB: ") == 0);
    CHECK(rows[1000].cells[4] == "999");
    CHECK(rows[1000].cells[6] == "31/02/2010");
}

namespace {

// The rows of a workbook's sheet, each with its cells.
std::vector<std::vector<std::string>> rowsOf(const Workbook& book, std::size_t sheet)
{
    std::vector<std::vector<std::string>> all;
    auto rows = book.rows(sheet).value();
    for (SheetRow row; rows.next(row);)
        all.push_back(row.cells);
    REQUIRE_FALSE(rows.fault());
    return all;
}

Workbook bookAt(const std::filesystem::path& path)
{
    auto book = Workbook::open(std::make_shared<const std::string>(bytesOf(path)));
    REQUIRE(book.ok());
    return std::move(*book);
}

} // namespace

TEST_CASE("a name that ends in .xlsx gets a workbook: the rejected rows as text, and what was said "
          "by rule")
{
    const Folder folder;
    const ReadFile costs =
        readFile(folder.write("costs.csv", "child_id,component,amount,period,start,note\n"
                                           "a,core,5,week,01/02/2024,fine\n"
                                           "007,core,5,week,31/02/2024,=HYPERLINK(1)\n"
                                           "1E5,core,5,week,32/02/2024,0012.50\n"),
                 settingTable(), summer2024());
    const ReadFile pdf = readFile(folder.write("letter.csv", "%PDF-1.4"), settingTable());
    const auto to = folder.path() / "rejects.xlsx";
    REQUIRE(writeRejects({costs, pdf}, to).ok());
    const Workbook book = bookAt(to);
    REQUIRE(book.sheets().size() == 2);
    CHECK(book.sheets()[0].name == "Rejected rows");
    const auto rows = rowsOf(book, 0);
    REQUIRE(rows.size() == 5);
    CHECK(rows[0] == std::vector<std::string>{"file", "row", "line", "why", "child_id", "component",
                                              "amount", "period", "start", "note"});
    CHECK(rows[1][0] == "costs.csv");
    CHECK(rows[1][1] == "3");
    CHECK(rows[1][3].find("start: “31/02/2024” is not a date") != std::string::npos);
    CHECK(rows[1][4] == "007");
    CHECK(rows[1][9] == "=HYPERLINK(1)");
    CHECK(rows[2][4] == "1E5");
    CHECK(rows[2][9] == "0012.50");
    CHECK(rows[4][0] == "letter.csv");
    CHECK(rows[4][3].starts_with("This is a PDF document"));
    // Nothing in it is a formula or a number but the counts.
    const std::string bytes = bytesOf(to);
    CHECK(bytes.starts_with("PK"));

    CHECK(book.sheets()[1].name == "Warnings and notes");
    const auto said = rowsOf(book, 1);
    CHECK(said[0].back() == "what was said first");
    const auto dates = std::ranges::find_if(said, [](const std::vector<std::string>& row) {
        return row.size() == 6 && row[1] == "not taken" && row[4] == "start";
    });
    REQUIRE(dates != said.end());
    CHECK((*dates)[2] == "2");
    CHECK((*dates)[3] == "3");
}

TEST_CASE("the workbook of no rejects has its headings alone, a cell too long for one is cut")
{
    const Folder folder;
    const auto to = folder.path() / "rejects.XLSX";
    REQUIRE(writeRejects({read("CHILD,SEX,DOB,ETHNIC\na,1,01/01/2010,WBRI\n")}, to).ok());
    CHECK(rowsOf(bookAt(to), 0) ==
          std::vector<std::vector<std::string>>{{"file", "row", "line", "why"}});
    REQUIRE(writeRejects({read("CHILD,SEX,DOB,ETHNIC\n" + std::string(50'000, 'x') +
                               ",1,31/02/2010,WBRI\n")},
                         to)
                .ok());
    const auto rows = rowsOf(bookAt(to), 0);
    CHECK(rows[1][4] == std::string(32'766, 'x') + "…");
}
