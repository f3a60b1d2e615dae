// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ledger_file.h"

#include "support/scratch_folder.h"

#include "support/catch.h"

#include <fstream>

using namespace twelvefold;
using namespace twelvefold::exchange;

namespace {

struct Ledgers
{
    tests::ScratchFolder folder;

    Result<LedgerFile> read(const std::string& text, const LedgerOptions& options = {})
    {
        const auto path = folder.path() / "ledger.csv";
        std::ofstream(path, std::ios::binary) << text;
        return readLedger(path, options);
    }
    LedgerFile sound(const std::string& text, const LedgerOptions& options = {})
    {
        const auto file = read(text, options);
        INFO((file ? std::string() : plainEnglish(file.failure())));
        REQUIRE(file);
        CHECK(std::ssize(file->typed) + file->rejected + file->passedOver == file->rows);
        return *file;
    }
    std::string refusal(const std::string& text, const LedgerOptions& options = {})
    {
        const auto file = read(text, options);
        REQUIRE_FALSE(file);
        return plainEnglish(file.failure());
    }
};

std::string monthOf(std::string_view cell, std::string_view year = "")
{
    const auto month = ledgerMonth(cell, year);
    return month ? month->iso() : "none";
}

} // namespace

TEST_CASE("a ledger is read by its headings, whatever they are called and whatever stands above")
{
    Ledgers ledgers;
    const LedgerFile file =
        ledgers.sound("Children's services: ledger extract\n"
                      "\n"
                      "Cost Centre,Posting Period,Client No,Net Amount,Supplier\n"
                      "Z1001,Apr 2025,101,\"1,250.50\",Oak Homes\n"
                      "Z1001,Apr 2025,102.0,(300.00),Oak Homes\n"
                      "Z1002,May 2025,,£80,\n"
                      "Total,,,1030.50,\n");
    CHECK(file.rows == 4);
    CHECK(file.passedOver == 1);
    REQUIRE(file.typed.size() == 3);
    CHECK(file.typed[0].row == 4);
    CHECK(file.typed[0].month == *Date::from(2025, 4, 1));
    CHECK(file.typed[0].costCentre == "Z1001");
    CHECK(file.typed[0].amount == Money::pence(125050));
    CHECK(file.typed[0].supplier == "Oak Homes");
    CHECK(file.typed[1].localId == "102");
    CHECK(file.typed[1].amount == Money::pounds(-300));
    CHECK(file.typed[2].localId.empty());
}

TEST_CASE("debits and credits in columns of their own come to one amount")
{
    Ledgers ledgers;
    const LedgerFile file = ledgers.sound("Date,Debit,Credit\n30/04/2025,100.00,\n"
                                          "30/04/2025,,40.00\n30/04/2025,5.00,-1.00\n");
    REQUIRE(file.typed.size() == 3);
    CHECK(file.typed[0].amount == Money::pounds(100));
    CHECK(file.typed[1].amount == Money::pounds(-40));
    CHECK(file.typed[2].amount == Money::pounds(4));
    CHECK_FALSE(file.hasCostCentres);
    CHECK_FALSE(file.hasChildren);
}

TEST_CASE("a month is read as ledgers write it, and a day is left to its column")
{
    for (const char* cell : {"Apr 2025", "APRIL 2025", "Apr-25", "2025 April", "2025-04", "04/2025",
                             "202504", "P01 2025/26", "2025/26 Period 1", "Period 01 2025-2026"}) {
        INFO(cell);
        CHECK(monthOf(cell) == "2025-04-01");
    }
    CHECK(monthOf("1", "2025/26") == "2025-04-01");
    CHECK(monthOf("P10", "FY25/26") == "2026-01-01");
    CHECK(monthOf("Period 12", "2025-26") == "2026-03-01");
    CHECK(monthOf("13", "2025/26") == "2026-03-01"); // closes the year
    CHECK(monthOf("Jan", "2025/26") == "2026-01-01");
    for (const char* cell : {"", "Apr", "1", "14", "01/04/2025", "2025-04-01", "01/24/25",
                             "2025/26", "13/2025", "Smarch 2025", "P1"}) {
        INFO(cell);
        CHECK(monthOf(cell) == "none");
    }
    CHECK(monthOf("1", "2025") == "none"); // does it begin or end in it?
    CHECK(monthOf("1", "2025/27") == "none");
    CHECK(monthOf("P01 2024/25", "2025/26") == "none"); // which of the two?
    CHECK(monthOf("P01 2024/25", "2024/25") == "2024-04-01");
}

TEST_CASE("what cannot be read is rejected with its row, and the rest is compared")
{
    Ledgers ledgers;
    const LedgerFile file = ledgers.sound("Month,Amount\nApr 2025,100\nsometime,100\n"
                                          "Apr 2025,lots\nApr 2025,\n");
    CHECK(file.typed.size() == 1);
    REQUIRE(file.problems.size() == 3);
    CHECK(file.problems[0].row == 3);
    CHECK(file.problems[0].column == "Month");
    CHECK(file.problems[1].row == 4);
    CHECK(plainEnglish(file.problems[2].message) == "The row has no amount.");
}

TEST_CASE("totals within the table are passed over, wherever the row says that it is one")
{
    Ledgers ledgers;
    const LedgerFile file = ledgers.sound("Month,Cost centre,Child,Supplier,Amount\n"
                                          "2025-04,CS410,101,Total Care Ltd,100\n"
                                          "2025-04,CS410,,Total Care Ltd,7\n"
                                          "2025-04,CS410 Total,,,107\n"
                                          "2025-04,Sub-total,,,107\n"
                                          "2025-04,CS410,101 Total,,100\n"
                                          "2025-04 Total,,,,107\n"
                                          ",,Grand totals,,107\n");
    CHECK(file.passedOver == 5);
    REQUIRE(file.typed.size() == 2); // what a supplier is called is no total
    CHECK(file.typed[0].localId == "101");
    CHECK(file.typed[1].amount == Money::pounds(7));
}

TEST_CASE("a heading that stands over two columns is refused, since only one can be meant")
{
    Ledgers ledgers;
    CHECK(ledgers.refusal("Month,Child,Amount,Amount\nApr 2025,101,5,6\n")
              .find("“Amount” stands over several columns") != std::string::npos);
}

TEST_CASE("days of which nobody can tell day and month are asked about")
{
    Ledgers ledgers;
    const std::string text = "Date,Amount\n05/04/2025,1\n06/05/2025,2\n";
    CHECK(ledgers.refusal(text).find("such as 05/04/2025") != std::string::npos);
    LedgerOptions options;
    options.answers.dates = DateOrder::monthFirst;
    CHECK(ledgers.sound(text, options).typed[0].month == *Date::from(2025, 5, 1));
    options.answers.dates = DateOrder::dayFirst;
    CHECK(ledgers.sound(text, options).typed[0].month == *Date::from(2025, 4, 1));
    // Some show that the day stands first and others that the month does.
    CHECK(ledgers.refusal("Date,Amount\n13/04/2025,1\n04/13/2025,1\n05/06/2025,1\n")
              .find("such as 05/06/2025") != std::string::npos);
    CHECK(ledgers.sound("Date,Amount\n05/04/2025,1\n16/05/2025,2\n").typed[0].month ==
          *Date::from(2025, 4, 1));
    CHECK(ledgers.sound("Date,Amount\n05/04/2025,1\n05/16/2025,2\n").typed[0].month ==
          *Date::from(2025, 5, 1));
}

TEST_CASE("what is no ledger is refused with what one needs")
{
    Ledgers ledgers;
    CHECK(
        ledgers.refusal("CHILD,SEX,DOB\n101,1,05/06/2012\n").find("does not look like a ledger") !=
        std::string::npos);
    CHECK_FALSE(ledgers.refusal("").empty());
    CHECK_FALSE(readLedger(ledgers.folder.path() / "none.csv").ok());
    CHECK(ledgers.sound("Month,Amount\n").rows == 0);
    LedgerOptions options;
    options.sheet = "Ledger";
    CHECK(ledgers.refusal("Month,Amount\n", options).find("“Ledger”") != std::string::npos);
}
