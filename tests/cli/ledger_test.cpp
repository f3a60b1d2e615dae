// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>
#include <QJsonObject>

#include <xlsxwriter.h>

using twelvefold::tests::Program;

namespace {

// A store that pays for two children, and a ledger that says otherwise of one.
struct Treasury
{
    Program cli;

    Treasury()
    {
        cli.write("header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
                                "101,1,05/06/2012,WBRI,,,\n102,2,05/06/2013,WBRI,,,\n");
        cli.write("costs.csv", "child_id,component,amount,period,start,end,funder,urn\n"
                               "101,core,3000,month,2025-04-01,,,\n"
                               "102,core,2000,month,2025-04-01,,,\n"
                               "102,education,500,month,2025-04-01,,,\n");
        REQUIRE(
            cli.run({"import", "--store", "s.twelvefold", "--create", "header.csv", "costs.csv"})
                .exit == 0);
        cli.write("ledger.csv", "Month,Cost centre,Child,Amount,Reference\n"
                                "Apr 2025,Z1,101,3000.00,J1\n"
                                "Apr 2025,Z1,102,1800.00,J2\n"
                                "Apr 2025,Z2,999,70.10,J3\n"
                                "May 2025,Z2,,-12.00,J4\n"
                                "May 2025,Z1,101,3000.00,J5\n");
    }
    twelvefold::tests::Run run(const QStringList& more = {}) const
    {
        return cli.run(QStringList{"ledger", "--store", "s.twelvefold", "--from", "ledger.csv"} +
                       more);
    }
};

} // namespace

TEST_CASE("a ledger is held against the store by month and cost centre, and to the line", "[cli]")
{
    const Treasury treasury;
    const QJsonObject told = treasury.run({"--json"}).json();
    CHECK(told["rows"].toInt() == 5);
    CHECK(told["taken"].toInt() == 5);
    const QJsonObject totals = told["totals"].toObject();
    CHECK(totals["ledger"].toDouble() == 7858.10);
    CHECK(totals["compared"].toDouble() == 7800);
    CHECK(totals["unknown"].toDouble() == 70.10);
    CHECK(totals["childless"].toDouble() == -12);
    CHECK(totals["store"].toDouble() == 11000);
    CHECK(totals["store_unspoken"].toDouble() == 2500);
    CHECK(totals["compared_difference"].toDouble() == -700);
    CHECK(told["agreeing"].toInt() == 2);
    REQUIRE(told["cost_centres"].toArray().size() == 4);
    const QJsonObject april = told["cost_centres"].toArray()[0].toObject();
    CHECK(april["month"].toString() == "2025-04");
    CHECK(april["cost_centre"].toString() == "Z1");
    CHECK(april["difference"].toDouble() == -700);
    const QJsonArray differing = told["differing"].toArray();
    REQUIRE(differing.size() == 1);
    CHECK(differing[0].toObject()["ledger"].toDouble() == 1800);
    CHECK(differing[0].toObject()["store"].toDouble() == 2500);
    CHECK(differing[0].toObject()["rows"].toArray()[0].toInt() == 3);
    CHECK(told["unknown"].toArray()[0].toObject()["row"].toInt() == 4);
    CHECK(told["childless"].toArray()[0].toObject()["row"].toInt() == 5);
    REQUIRE(told["unspoken"].toArray().size() == 1);
    CHECK(told["unspoken"].toArray()[0].toObject()["month"].toString() == "2025-05");

    const QJsonObject core =
        treasury.run({"--json", "--components", "core", "--within", "200"}).json();
    CHECK(core["differing"].toArray().isEmpty());
    CHECK(core["agreeing"].toInt() == 3);
    const QByteArray said = treasury.run().out;
    CHECK(said.contains("Of the same children in the same months the ledger has £7,800.00 and the "
                        "store £8,500.00: £700.00 less in the ledger"));
    CHECK(said.contains("row 4, April 2025: £70.10"));
}

TEST_CASE("a ledger changes nothing, and comes as a workbook too", "[cli]")
{
    const Treasury treasury;
    const QByteArray before = treasury.cli.read("s.twelvefold");
    REQUIRE(treasury.run().exit == 0);
    CHECK(treasury.cli.read("s.twelvefold") == before);
    const std::string path = treasury.cli.path("ledger.xlsx").toStdString();
    lxw_workbook* book = workbook_new(path.c_str());
    for (const char* name : {"Notes", "2025-26"}) {
        lxw_worksheet* sheet = workbook_add_worksheet(book, name);
        if (std::string_view(name) == "Notes")
            continue;
        const char* heads[] = {"Period", "Cost Centre", "Client ID", "Value"};
        for (lxw_col_t i = 0; i < 4; ++i)
            worksheet_write_string(sheet, 0, i, heads[i], nullptr);
        worksheet_write_string(sheet, 1, 0, "P01 2025/26", nullptr);
        worksheet_write_string(sheet, 1, 1, "Z1", nullptr);
        worksheet_write_number(sheet, 1, 2, 101, nullptr);
        worksheet_write_number(sheet, 1, 3, 3000, nullptr);
    }
    REQUIRE(workbook_close(book) == LXW_NO_ERROR);
    const QJsonObject told =
        treasury.cli.run({"ledger", "--store", "s.twelvefold", "--from", "ledger.xlsx", "--json"})
            .json();
    CHECK(told["agreeing"].toInt() == 1);
    CHECK(told["ledger"].toString() == "ledger.xlsx › 2025-26");
}

TEST_CASE("a row of a ledger that cannot be read is left out and said", "[cli]")
{
    const Treasury treasury;
    treasury.cli.write("ledger.csv", "Month,Child,Amount\nApr 2025,101,3000\nsoon,101,5\n");
    const auto run = treasury.run({"--json"});
    CHECK(run.exit == 3);
    CHECK(run.json()["rejected"].toInt() == 1);
    CHECK(run.json()["problems"].toArray()[0].toObject()["row"].toInt() == 3);
    CHECK(treasury.run().err.contains("Row 3 was left out: This is no month"));
    treasury.cli.write("ledger.csv", "CHILD,SEX\n101,1\n");
    CHECK(treasury.run().exit == 1);
    CHECK(treasury.run({"--components", "petrol"}).exit == 2);
    CHECK(treasury.run({"--within", "-1"}).exit == 2);
    CHECK(treasury.cli.run({"ledger", "--store", "s.twelvefold", "--from", "none.csv"}).exit == 1);
}
