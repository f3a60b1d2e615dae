// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/csv.h"

#include "support/catch.h"

using namespace twelvefold::domain;

namespace {

std::string cellOf(std::string_view words)
{
    CsvWriter csv(kCsvForPrograms);
    csv.text(words);
    return csv.take();
}

} // namespace

TEST_CASE("a cell that a spreadsheet would run as a formula is made harmless")
{
    CHECK(cellOf("=1+1") == "'=1+1");
    CHECK(cellOf("=5") == "'=5");
    CHECK(cellOf("@SUM(A1)") == "'@SUM(A1)");
    CHECK(cellOf("+44 20") == "'+44 20");
    CHECK(cellOf("-cmd") == "'-cmd");
    CHECK(cellOf("-1+cmd") == "'-1+cmd");
    CHECK(cellOf("--1") == "'--1");
    CHECK(cellOf("  =1") == "'  =1");
    CHECK(cellOf("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    CHECK(cellOf("-") == "'-");
    CHECK(cellOf("\u00A0=1") == "'\u00A0=1");
    CHECK(cellOf("\t=1") == "\"'\t=1\"");
    CHECK(cellOf("＝1+1") == "'＝1+1");
    CHECK(cellOf("Smith, J") == "\"Smith, J\"");
    CHECK(cellOf("") == "");
}

TEST_CASE("a number below zero is no formula")
{
    for (const char* number : {"-12.50", "+7", "-0", "-.5", "-3.5e-07", "+1E5", "-1e999"})
        CHECK(cellOf(number) == number);
}

TEST_CASE("the same cell is harmless where nothing is quoted, as on the clipboard")
{
    CHECK(withoutFormula("=cmd|' /C calc'!A0") == "'=cmd|' /C calc'!A0");
    CHECK(withoutFormula("Smith, J") == "Smith, J");
    CHECK(withoutFormula("-12.50") == "-12.50");
    CHECK(withoutFormula("\t@x") == "'\t@x");
}

TEST_CASE("what was made harmless is known again, and an apostrophe of somebody's own stays")
{
    for (const std::string_view text : {"=1+1", "'=1+1", "''@x", "' =1", "-12.50", "'-12.50", "'",
                                        "''", "O'Hara", "'quoted'", "", "  +44 20", "'\u00A0-x"}) {
        INFO(text);
        CHECK(asWritten(withoutFormula(text)) == text);
    }
    CHECK(asWritten("'tis") == "'tis");
}

TEST_CASE("a file for programs is plain, one for spreadsheets has their mark and line ends")
{
    const auto twoRows = [](const CsvFlavour& flavour) {
        CsvWriter csv(flavour);
        csv.text("child");
        csv.text("ratio, of all");
        csv.endRow();
        csv.text("=a");
        csv.figure("-1.5");
        csv.endRow();
        return csv.take();
    };
    CHECK(twoRows(kCsvForPrograms) == "child,\"ratio, of all\"\n'=a,-1.5\n");
    CHECK(twoRows(kCsvForSpreadsheets) == "\xEF\xBB\xBF"
                                          "child,\"ratio, of all\"\r\n'=a,-1.5\r\n");
}
