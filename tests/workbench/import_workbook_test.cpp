// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbooks.h"
#include "workbench/returns.h"
#include "workbench/temporary_folder.h"
#include "workbench/workbench.h"

#include "support/catch.h"

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace twelvefold;
using namespace twelvefold::domain;
using namespace twelvefold::tests;
using workbench::ImportPlan;
using workbench::Workbench;

namespace {

// A sheet of an ODS that says what a table of text does.
std::string sheetOf(const std::string& name, const std::string& csv, const std::string& above = {})
{
    std::string rows = above;
    std::istringstream lines(csv);
    for (std::string line; std::getline(lines, line);) {
        rows += "<table:table-row>";
        line += ',';
        for (std::size_t from = 0, to; (to = line.find(',', from)) != std::string::npos;
             from = to + 1)
            rows += "<table:table-cell office:value-type=\"string\"><text:p>" +
                    line.substr(from, to - from) + "</text:p></table:table-cell>";
        rows += "</table:table-row>";
    }
    return "<table:table table:name=\"" + name + "\">" + rows + "</table:table>";
}

std::string bookOf(const std::string& sheets)
{
    return zipped(workbooks::odsParts(sheets));
}

const std::string kTitle =
    "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>"
    "Looked-after children, run on 1 May</text:p></table:table-cell>"
    "</table:table-row><table:table-row/>";
const std::string kReturnBook = bookOf(
    sheetOf("Children", kHeader2024) + sheetOf("Notes", "what,why\nthis,that\n") +
    sheetOf("Spells", kEpisodes2024, kTitle) + sheetOf("OC2", kOc2_2024) + sheetOf("Sheet5", ""));

struct AStore
{
    TemporaryFolder folder;
    std::unique_ptr<Workbench> bench =
        Workbench::create(folder.file("store.twelvefold"), "Testshire", "A. Tester").value();

    ImportPlan plan(const std::vector<std::pair<std::string, std::string>>& files) const
    {
        std::vector<std::filesystem::path> paths;
        for (const auto& [name, bytes] : files)
            paths.push_back(folder.write(name, bytes));
        return bench->planImport(paths, {});
    }
};

std::string saidOf(const ImportPlan& plan)
{
    std::string all;
    for (const Problem& problem : plan.problems)
        all += problem.file + ": " + plainEnglish(problem.message) + '\n';
    return all;
}

bool says(const ImportPlan& plan, const std::string& words)
{
    return saidOf(plan).find(words) != std::string::npos;
}

} // namespace

TEST_CASE("the tables of a workbook are one file, by whose name what was done is called")
{
    const std::vector<store::ImportBatch::File> tables{{"return.xlsx › Header", "", ""},
                                                       {"return.xlsx › Episodes", "", ""},
                                                       {"costs.csv", "", ""}};
    CHECK(store::namesOfFiles(tables) == std::vector<std::string>{"return.xlsx", "costs.csv"});
    CHECK(store::namesOfFiles({}).empty());
}

TEST_CASE("a return in one workbook comes in as the same return in tables of text does", "[import]")
{
    AStore ofText, ofBook;
    const ImportPlan text = ofText.plan(
        {{"header.csv", kHeader2024}, {"episodes.csv", kEpisodes2024}, {"oc2.csv", kOc2_2024}});
    const ImportPlan book = ofBook.plan({{"return 2024.ods", kReturnBook}});
    INFO(saidOf(book));
    REQUIRE(book.files.size() == 3);
    CHECK(book.files[0].name == "return 2024.ods › Children");
    CHECK(book.files[1].name == "return 2024.ods › OC2");
    CHECK(book.files[2].name == "return 2024.ods › Spells");
    for (const auto& file : book.files) {
        CHECK(file.rows > 0);
        CHECK(file.rejected == 0);
    }
    CHECK(says(book, "hold no table that is known, and were left aside: “Notes”"));
    CHECK(says(book, "The headings stand on line 3"));
    REQUIRE(ofText.bench->applyImport(text));
    REQUIRE(ofBook.bench->applyImport(book));
    const auto children = ofText.bench->store().childrenByLocalId();
    REQUIRE(children.size() == 2);
    for (const auto& [localId, id] : children) {
        const ChildId other = ofBook.bench->store().childrenByLocalId().at(localId);
        CHECK(ofText.bench->store().placements(id).size() ==
              ofBook.bench->store().placements(other).size());
        CHECK(ofText.bench->store().outcomes(id).size() ==
              ofBook.bench->store().outcomes(other).size());
        CHECK(ofText.bench->store().identity(id)->born ==
              ofBook.bench->store().identity(other)->born);
    }
    CHECK(ofBook.plan({{"return 2024.ods", kReturnBook}}).nothingToDo()); // twice changes nothing
    CHECK(
        ofBook.plan({{"header.csv", kHeader2024}, {"episodes.csv", kEpisodes2024}}).nothingToDo());
}

TEST_CASE("a rejected row of a sheet is named by the row that the spreadsheet counts", "[import]")
{
    AStore at;
    const std::string spells = kEpisodes2024 + "101,31/02/2024,P,C2,N1,U4,PR4,,,,,,\n";
    const ImportPlan plan = at.plan(
        {{"r.ods", bookOf(sheetOf("Children", kHeader2024) + sheetOf("Spells", spells, kTitle))}});
    const auto rejected = std::ranges::find_if(plan.problems, [](const Problem& problem) {
        return problem.severity == Problem::Severity::rejection;
    });
    REQUIRE(rejected != plan.problems.end());
    CHECK(rejected->row == 7); // a title, a blank row, the headings and three rows before it
    const auto rejects = at.folder.file("rejects.csv");
    REQUIRE(at.bench->saveRejects(plan, rejects));
    std::ifstream saved(rejects, std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(saved), {}};
    CHECK(all.find("31/02/2024") != std::string::npos);
}

TEST_CASE("an Excel workbook's own dates, hidden rows and costs come in", "[import]")
{
    AStore at;
    REQUIRE(at.bench->applyImport(
        at.plan({{"header.csv", kHeader2024}, {"episodes.csv", kEpisodes2024}})));
    const auto text = [](const std::string& words) {
        return "<c t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
    };
    workbooks::Xlsx book;
    book.styles = "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
    book.rows = "<row>" + text("child_id") + text("component") + text("amount") + text("period") +
                text("start") + "</row><row><c><v>101</v></c>" + text("core") +
                "<c><v>900.5</v></c>" + text("week") + "<c s=\"1\"><v>45201</v></c></row>" +
                "<row hidden=\"1\"><c><v>102</v></c>" + text("core") + "<c><v>4500</v></c>" +
                text("week") + "<c s=\"1\"><v>45170</v></c></row>";
    const ImportPlan plan = at.plan({{"costs.xlsx", book.bytes()}});
    INFO(saidOf(plan));
    REQUIRE(plan.files.size() == 1);
    CHECK(plan.files[0].accepted == 2);
    CHECK(says(plan, "A row is hidden in the sheet. It was read like the others."));
    REQUIRE(at.bench->applyImport(plan));
    const ChildId child = at.bench->store().childrenByLocalId().at("101");
    const auto lines = at.bench->store().costLines(child);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].amount == Money::pence(900'50));
    CHECK(lines[0].period.start == *Date::from(2023, 10, 2));
}

TEST_CASE(
    "a workbook without a known table is refused by the name of its sheet, and stops no other",
    "[import]")
{
    AStore at;
    const ImportPlan plan = at.plan({{"header.csv", kHeader2024},
                                     {"notes.ods", bookOf(sheetOf("Diary", "when,what\n1,2\n"))},
                                     {"empty.ods", bookOf(sheetOf("Sheet1", ""))},
                                     {"cut.xlsx", workbooks::Xlsx{}.bytes().substr(0, 300)}});
    CHECK(says(plan, "notes.ods: Of the workbook's sheet “Diary”: "));
    CHECK(says(plan, "empty.ods: None of the workbook's sheets has anything in it."));
    CHECK(says(plan, "cut.xlsx: "));
    CHECK(plan.newChildren == 2);
}
