// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "workbench/returns.h"

#include <QJsonArray>

using twelvefold::tests::Program;
using twelvefold::tests::Run;

namespace {

// A store with the children of a return, and a report of finance with headings of its own.
struct FinanceOffice
{
    Program cli;

    FinanceOffice()
    {
        cli.write("header.csv", twelvefold::tests::kHeader2024.c_str());
        cli.write("episodes.csv", twelvefold::tests::kEpisodes2024.c_str());
        REQUIRE(
            cli.run({"import", "--store", "s.twelvefold", "--create", "header.csv", "episodes.csv"})
                .exit == 0);
        cli.write("fees.csv", "Client ID,Supplier,Start date,Weekly fee,Health contribution\n"
                              "101,Hazel House,13/01/2024,900,100\n");
    }
    Run import(const QString& file, const QStringList& more = {}) const
    {
        return cli.run(QStringList{"import", "--store", "s.twelvefold", "--json", file} + more);
    }
};

} // namespace

TEST_CASE("a file with headings of its own says that a profile can be made, and how", "[cli]")
{
    const FinanceOffice office;
    office.cli.write("odd.csv", "Ref,Since,Sum\n101,13/01/2024,900\n");
    const Run run = office.import("odd.csv");
    CHECK(run.exit == 1);
    const QJsonObject problem = run.json()["problems"].toArray().at(0).toObject();
    CHECK(problem["rule"].toString() == "file-not-recognised");
    CHECK(problem["message"].toString().contains("Ref, Since, Sum"));
    CHECK(problem["message"].toString().endsWith("Say --profile NAME|FILE."));
}

TEST_CASE("a profile is guessed, used, kept and then used by itself, and imports says which",
          "[cli]")
{
    const FinanceOffice office;
    const Run guess = office.cli.run({"profiles", "--guess", "fees.csv", "--out", "p.json"});
    INFO(guess.err.toStdString());
    REQUIRE(guess.exit == 0);
    const Run by = office.import("fees.csv", {"--profile", "p.json"});
    INFO(by.out.toStdString());
    CHECK(by.exit == 0);
    const QJsonObject file = by.json()["files"].toArray().at(0).toObject();
    CHECK(file["profile"].toString() == "New profile");
    CHECK(file["recognised_as"].toString() == "finance");
    CHECK(file["rows"].toInt() == 1);
    CHECK(file["accepted"].toInt() == 1);
    CHECK(office.cli.run({"imports", "--store", "s.twelvefold"})
              .out.contains("by the profile “New profile”"));
    CHECK(office.cli.run({"imports", "--store", "s.twelvefold", "--json"})
              .json()["imports"]
              .toArray()
              .at(0)
              .toObject()["files"]
              .toArray()
              .at(0)
              .toObject()["profile"]
              .toString() == "New profile");

    REQUIRE(office.cli.run({"profiles", "--save", "p.json"}).exit == 0);
    CHECK(office.cli.run({"profiles"}).out.contains("New profile: cost lines; kept beside"));
    const QJsonObject again = office.import("fees.csv").json()["files"].toArray().at(0).toObject();
    CHECK(again["profile"].toString() == "New profile");
    CHECK(again["unchanged"].toInt() == 1);
    // What is kept can be passed on.
    const Run shown = office.cli.run({"profiles", "--show", "new profile"});
    CHECK(shown.out == office.cli.read("p.json"));
}

TEST_CASE("profiles that there are not, or that are at fault, are said", "[cli]")
{
    const FinanceOffice office;
    const Run none = office.import("fees.csv", {"--profile", "Nowhere"});
    CHECK(none.exit == 1);
    CHECK(none.err.contains("no profile and no file “Nowhere”"));
    CHECK(none.err.contains("Placements North West census"));
    office.cli.write("bad.json", "{\"format\": \"twelvefold-profile\", \"fields\": []}");
    const Run bad = office.import("fees.csv", {"--profile", "bad.json"});
    CHECK(bad.exit == 1);
    CHECK(bad.err.contains("bad.json: At fields: a group of names"));
    CHECK(office.cli.run({"profiles", "--save", "bad.json"}).exit == 1);
    CHECK(office.cli.run({"profiles", "--out", "x.json"}).exit == 2);
}

TEST_CASE("how far amounts of the year to date go is said by --up-to", "[cli]")
{
    const FinanceOffice office;
    office.cli.write("s251.csv", "Child ID,Placement start date,Total committed cost accrued in FY "
                                 "to date,Contribution from social care\n101,13/06/2019,36500,\n");
    const Run asked = office.import("s251.csv");
    CHECK(asked.json()["questions"].toArray().at(0).toObject()["option"].toString() == "--up-to");
    const Run said = office.import("s251.csv", {"--up-to", "2023-12-31"});
    INFO(said.out.toStdString());
    CHECK(said.json()["files"].toArray().at(0).toObject()["accepted"].toInt() == 1);
}

TEST_CASE("profiles --json lists those that come with the program", "[cli]")
{
    const Program cli;
    const QJsonArray profiles = cli.run({"profiles", "--json"}).json()["profiles"].toArray();
    REQUIRE(profiles.size() >= 3);
    for (const auto& one : profiles) {
        const QJsonObject profile = one.toObject();
        CHECK(profile["comes_with_program"].toBool());
        CHECK_FALSE(profile["recognised_by"].toArray().isEmpty());
    }
}

TEST_CASE("a kept profile is removed, once, and those of the program stay", "[cli]")
{
    const FinanceOffice office;
    REQUIRE(office.cli.run({"profiles", "--guess", "fees.csv", "--out", "p.json"}).exit == 0);
    REQUIRE(office.cli.run({"profiles", "--save", "p.json"}).exit == 0);
    CHECK(office.cli.run({"profiles", "--remove", "new profile"}).exit == 0);
    const Run again = office.cli.run({"profiles", "--remove", "New profile"});
    CHECK(again.exit == 1);
    CHECK(again.err.contains("No profile called “New profile” is kept"));
    const Run ready = office.cli.run({"profiles", "--remove", "Section 251 placement costs"});
    CHECK(ready.exit == 1);
    CHECK(office.cli.run({"profiles"}).out.contains("comes with the program"));
}
