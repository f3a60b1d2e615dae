// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/csv_cell.h"

#include <catch2/catch.hpp>

using namespace twelvefold::domain;

TEST_CASE("a cell that a spreadsheet would run as a formula is made harmless")
{
    CHECK(safeCsvCell("=1+1") == "'=1+1");
    CHECK(safeCsvCell("@SUM(A1)") == "'@SUM(A1)");
    CHECK(safeCsvCell("+44 20") == "'+44 20");
    CHECK(safeCsvCell("-cmd") == "'-cmd");
    CHECK(safeCsvCell("  =1") == "'  =1");
    CHECK(safeCsvCell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    CHECK(safeCsvCell("-12.50") == "-12.50");
    CHECK(safeCsvCell("+7") == "+7");
    CHECK(safeCsvCell("-") == "'-");
    CHECK(safeCsvCell("Smith, J") == "\"Smith, J\"");
    CHECK(safeCsvCell("") == "");
    CHECK(safeCsvCell("\u00A0=1") == "'\u00A0=1");
    CHECK(safeCsvCell("＝1+1") == "'＝1+1");
}

TEST_CASE("the same cell is harmless where nothing is quoted, as on the clipboard")
{
    CHECK(withoutFormula("=cmd|' /C calc'!A0") == "'=cmd|' /C calc'!A0");
    CHECK(withoutFormula("Smith, J") == "Smith, J");
    CHECK(withoutFormula("-12.50") == "-12.50");
    CHECK(withoutFormula("\t@x") == "'\t@x");
}
