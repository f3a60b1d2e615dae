// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>

using twelvefold::tests::Program;
using twelvefold::tests::Run;

namespace {

const QByteArray kHeader = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
                           "101,1,05/06/2012,WBRI,,,\n"
                           "102,2,11/02/2009,BCRB,,,\n";
const QByteArray kEpisodeHeadings = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_"
                                    "PLACE_CHANGE,HOME_POST,PL_POST,URN\n";
const QByteArray kEpisodes = kEpisodeHeadings + "101,10/04/2023,S,C2,N1,U4,PR1,,,,,,SC000001\n"
                                                "102,01/09/2023,S,V2,N5,K2,PR4,,,,,,SC000003\n";
const QByteArray kFinanceHeadings =
    "child_id,component,amount,period,start,end,funder,provider,urn,setting,note\n";

// Each row of each file came to something.
void checkAccounts(const QJsonObject& result)
{
    for (const auto& entry : result["files"].toArray()) {
        const QJsonObject file = entry.toObject();
        INFO(file["file"].toString().toStdString());
        CHECK(file["accepted"].toInt() + file["changed"].toInt() + file["unchanged"].toInt() +
                  file["rejected"].toInt() ==
              file["rows"].toInt());
        for (const char* key : {"recognised_as", "warnings"})
            CHECK(file.contains(QLatin1String(key)));
    }
    for (const auto& entry : result["problems"].toArray()) {
        for (const char* key :
             {"file", "row", "line", "column", "value", "severity", "rule", "message", "action"})
            CHECK(entry.toObject().contains(QLatin1String(key)));
    }
}

} // namespace

TEST_CASE("import --create makes the store, counts every row and is the same the second time",
          "[cli][import]")
{
    const Program cli;
    cli.write("header.csv", kHeader);
    cli.write("episodes.csv", kEpisodes);
    const QStringList command{"import", "--store",    "s.twelvefold", "--create",
                              "--json", "header.csv", "episodes.csv"};
    const Run first = cli.run(command);
    INFO(first.err.toStdString());
    CHECK(first.exit == 0);
    const QJsonObject result = first.json();
    checkAccounts(result);
    CHECK(result["new_children"].toInt() == 2);
    for (const auto& file : result["files"].toArray())
        CHECK(file.toObject()["accepted"].toInt() == 2);

    const QJsonObject again = cli.run(command).json();
    for (const auto& file : again["files"].toArray())
        CHECK(file.toObject()["unchanged"].toInt() == 2);
    const Run cohort = cli.run({"cohort", "--store", "s.twelvefold", "--census", "2024-03-31"});
    CHECK(cohort.out.count('\n') == 3);
}

TEST_CASE("A dry run writes nothing, not even a new store", "[cli][import]")
{
    const Program cli;
    cli.write("header.csv", kHeader);
    const Run run = cli.run(
        {"import", "--store", "s.twelvefold", "--create", "--dry-run", "header.csv", "--json"});
    CHECK(run.exit == 0);
    CHECK(run.json()["new_children"].toInt() == 2);
    CHECK_FALSE(cli.has("s.twelvefold"));
}

TEST_CASE("Rejected rows end an import with 3 and are saved with their reasons", "[cli][import]")
{
    const Program cli;
    cli.write("header.csv", kHeader);
    cli.write("episodes.csv", kEpisodeHeadings + "101,31/02/2020,S,C2,N1,U4,PR1,,,,,,\n"
                                                 "102,01/09/2023,S,V2,N5,K2,PR4,,,,,,SC000003\n"
                                                 "102,01/10/2023,S,V2\n");
    cli.write("costs.csv", kFinanceHeadings + "101,core,\"4.500,75\",week,2024-04-01,,,,,,\n"
                                              "101,core,4500.75,week,2024-04-01,,,,,,\n"
                                              "404,core,100,week,2024-04-01,,,,,,\n");
    const Run run = cli.run({"import", "--store", "s.twelvefold", "--create", "--rejects",
                             "rejects.csv", "--json", "header.csv", "episodes.csv", "costs.csv"});
    CHECK(run.exit == 3);
    const QJsonObject result = run.json();
    checkAccounts(result);
    QMap<QString, QJsonObject> files;
    for (const auto& file : result["files"].toArray())
        files[file.toObject()["file"].toString()] = file.toObject();
    CHECK(files["episodes.csv"]["rejected"].toInt() == 2);
    CHECK(files["episodes.csv"]["accepted"].toInt() == 1);
    CHECK(files["costs.csv"]["rejected"].toInt() == 2);
    CHECK(files["costs.csv"]["accepted"].toInt() == 1);
    const QByteArray rejects = cli.read("rejects.csv");
    CHECK(rejects.contains("31/02/2020"));
    CHECK(rejects.contains("4.500,75"));
    CHECK(rejects.contains("404"));
    CHECK_FALSE(rejects.contains("4500.75"));
}

TEST_CASE("what could be read in two ways is asked, with the option that answers it",
          "[cli][import]")
{
    const Program cli;
    cli.write("header.csv", kHeader);
    cli.write("costs.csv", kFinanceHeadings + "101,core,4500,week,01/04/2024,,,,,,\n");
    const QStringList command{"import",   "--store",    "s.twelvefold",
                              "--create", "header.csv", "costs.csv"};
    const Run asked = cli.run(command);
    CHECK(asked.exit == 3); // the header came in
    CHECK(asked.out.contains("--dates dmy|mdy"));
    const QJsonObject json = cli.run(command + QStringList{"--json"}).json();
    checkAccounts(json);
    const QJsonObject question = json["questions"].toArray().first().toObject();
    CHECK(question["file"].toString() == "costs.csv");
    CHECK(question["option"].toString() == "--dates");
    CHECK(question["answers"].toArray().size() == 2);
    const Run answered = cli.run(command + QStringList{"--dates", "dmy", "--json"});
    CHECK(answered.exit == 0);
    CHECK(answered.json()["questions"].toArray().isEmpty());
    CHECK(cli.run(command + QStringList{"--dates", "ymd"}).exit == 2);

    cli.write("costs.csv", kFinanceHeadings + "102,core,1.200,week,2024-04-01,,,,,,\n");
    CHECK(cli.run(command).out.contains("--decimal point|comma"));
    CHECK(cli.run(command + QStringList{"--decimal", "comma"}).exit == 0);
}

TEST_CASE("of several councils one is taken by name, and the store is called so", "[cli][import]")
{
    const Program cli;
    cli.write("header.csv", "CHILD,SEX,DOB,ETHNIC,LA\n"
                            "101,1,15/06/2012,WBRI,Eastmarch\n101,2,11/02/2009,BCRB,Westmarch\n");
    const QStringList command{"import",   "--store", "s.twelvefold",
                              "--create", "--json",  "header.csv"};
    const Run asked = cli.run(command + QStringList{"--dry-run"});
    CHECK(asked.exit == 3);
    checkAccounts(asked.json());
    CHECK(asked.json()["files"].toArray().first().toObject()["rejected"].toInt() == 2);
    CHECK(asked.out.contains("Eastmarch, Westmarch"));
    const Run named = cli.run(command + QStringList{"--council", "Westmarch"});
    CHECK(named.exit == 0);
    CHECK(named.json()["new_children"].toInt() == 1);
    CHECK(cli.run(command).exit == 0); // the store is Westmarch's now
}

TEST_CASE("a rejected row is told as a spreadsheet counts it, with its line where that differs",
          "[cli][import]")
{
    const Program cli;
    cli.write("header.csv", kHeader);
    cli.write("costs.csv", kFinanceHeadings + "101,core,1,week,2024-04-01,,,,,,\"two\nlines\"\n"
                                              "102,core,lots,week,2024-04-01,,,,,,\n");
    const QStringList command{"import",    "--store",     "s.twelvefold", "--create",
                              "--rejects", "rejects.csv", "header.csv",   "costs.csv"};
    CHECK(cli.run(command).out.contains("costs.csv, row 3 (line 4), amount: "));
    CHECK(cli.read("rejects.csv").contains("costs.csv,3,4,"));
    const QJsonObject json = cli.run(command + QStringList{"--json"}).json();
    for (const auto& entry : json["problems"].toArray()) {
        if (entry.toObject()["rule"].toString() != "amount-not-a-number")
            continue;
        CHECK(entry.toObject()["row"].toInt() == 3);
        CHECK(entry.toObject()["line"].toInt() == 4);
    }
    bool told = false;
    for (const auto& column : json["columns"].toArray())
        told = told || column.toObject()["read_as"].toString() == "dates, day first";
    CHECK(told);
}

TEST_CASE("UTF-16 from a spreadsheet is read like any other", "[cli][import]")
{
    const Program cli;
    QByteArray wide("\xFF\xFE", 2);
    for (const char c : kHeader) {
        wide.append(c);
        wide.append('\0');
    }
    cli.write("header.csv", wide);
    const Run run =
        cli.run({"import", "--store", "s.twelvefold", "--create", "header.csv", "--json"});
    CHECK(run.exit == 0);
    CHECK(run.json()["new_children"].toInt() == 2);
}

TEST_CASE("Files that are nothing of the kind are refused, and nothing is made", "[cli][import]")
{
    const Program cli;
    cli.write("empty.csv", "");
    cli.write("paper.csv", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    cli.write("shopping.csv", "milk,bread\n1,2\n");
    for (const char* name : {"empty.csv", "paper.csv", "shopping.csv", "missing.csv"}) {
        INFO(name);
        const Run run = cli.run({"import", "--store", "s.twelvefold", "--create", name});
        CHECK(run.exit == 1);
        CHECK_FALSE(run.err.isEmpty());
        CHECK_FALSE(cli.has("s.twelvefold"));
    }
    CHECK(cli.run({"import", "--store", "s.twelvefold", "empty.csv"}).exit ==
          1); // no store, no --create
}

TEST_CASE("A folder that cannot be written to is said plainly", "[cli][import]")
{
    const Program cli;
    cli.makeDemo(10);
    REQUIRE(QDir(cli.path(".")).mkdir("locked"));
    const QString locked = cli.path("locked");
    REQUIRE(QFile::setPermissions(locked, QFile::ReadOwner | QFile::ExeOwner));
    if (QFileInfo(locked).isWritable())
        return; // root may write anywhere
    CHECK(cli.run({"demo", "--out", "locked/a.twelvefold"}).exit == 1);
    CHECK(cli.run({"backup", "--store", "demo.twelvefold", "--out", "locked/b"}).exit == 1);
    CHECK(cli.run({"cohort", "--store", "demo.twelvefold", "--out", "locked/c.csv"}).exit == 1);
    REQUIRE(QFile::setPermissions(locked, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

TEST_CASE("costs that outlive their placement are flagged, and end-costs ends them", "[cli]")
{
    const Program cli;
    cli.write("header.csv", kHeader);
    cli.write("episodes.csv", kEpisodeHeadings +
                                  "101,10/04/2023,S,C2,N1,K2,PR4,06/11/2024,X1,CARPL,,,SC000001\n"
                                  "101,06/11/2024,P,C2,N1,U4,PR4,,,,,,SC000003\n");
    cli.write("costs.csv",
              kFinanceHeadings + "101,core,5200,week,2023-04-10,2025-12-01,,,SC000001,,\n");
    const auto imported = cli.run({"import", "--store", "s.twelvefold", "--create", "header.csv",
                                   "episodes.csv", "costs.csv"});
    REQUIRE(imported.exit == 0);
    cli.write("one.csv", QByteArray(kHeader).split('\n')[0] + "\n101,1,05/06/2012,WBRI,,,\n");
    CHECK(cli.run({"import", "--store", "one.twelvefold", "--create", "one.csv"})
              .out.contains(": 1 new child, "));
    CHECK(imported.out.contains(" 1 row: 1 new, "));
    const auto flags = [&] {
        QStringList all;
        const auto findings =
            cli.run({"analyse", "--store", "s.twelvefold", "--json", "--census", "2025-03-31"})
                .json();
        for (const auto& flag : findings["flags"].toArray())
            all << flag.toObject()["flag"].toString();
        return all;
    };
    const auto endCosts = [&](const QStringList& more) {
        return cli.run(QStringList{"end-costs", "--store", "s.twelvefold", "--json"} + more).json();
    };
    CHECK(flags().contains("cost_outlives_placement"));
    const QJsonObject asked = endCosts({"--dry-run"});
    REQUIRE(asked["lines"].toArray().size() == 1);
    CHECK_FALSE(asked["written"].toBool());
    CHECK(asked["lines"].toArray().first().toObject()["ends"].toString() == "2024-11-06");
    CHECK(flags().contains("cost_outlives_placement"));
    CHECK(cli.run({"end-costs", "--store", "s.twelvefold", "--dry-run"})
              .out.contains("Nothing was written: 1 cost would end."));
    cli.run({"backup", "--store", "s.twelvefold", "--out", "kept.twelvefold"});
    CHECK(cli.run({"end-costs", "--store", "kept.twelvefold"}).out.contains("1 cost is ended."));
    CHECK(endCosts({})["written"].toBool());
    CHECK_FALSE(flags().contains("cost_outlives_placement"));
    CHECK(flags().contains("cost_missing"));
    CHECK(endCosts({})["lines"].toArray().isEmpty());
}

TEST_CASE("an import that takes nothing makes no store, and another council's takes nothing",
          "[cli][import]")
{
    const Program cli;
    cli.write("header.csv", "CHILD,SEX,DOB,ETHNIC,LA\n101,1,15/06/2012,WBRI,Westmarch\n");
    const QStringList command{"import",    "--store",   "s.twelvefold", "--create",
                              "--council", "Eastmarch", "header.csv"};
    const Run asked = cli.run(command);
    CHECK(asked.exit == 3);
    CHECK(asked.out.contains("--council NAME"));
    CHECK_FALSE(asked.out.contains("Brought in"));
    CHECK_FALSE(QFile::exists(cli.path("s.twelvefold")));

    cli.write("costs.csv", kFinanceHeadings + "101,core,1,week,2024-04-01,,,,,,\n");
    const Run unknown = cli.run({"import", "--store", "s.twelvefold", "--create", "costs.csv"});
    CHECK(unknown.exit == 3);
    CHECK_FALSE(QFile::exists(cli.path("s.twelvefold")));
}

TEST_CASE("dates that a spreadsheet turned round are asked about, with the option that answers",
          "[cli][import]")
{
    const Program cli;
    cli.write("header.csv", "CHILD,SEX,DOB,ETHNIC\n1,1,2010-03-02,WBRI\n2,1,2010-04-05,WBRI\n"
                            "3,1,14/02/2010,WBRI\n4,1,15/02/2010,WBRI\n");
    const QStringList command{"import", "--store", "s.twelvefold", "--create", "header.csv"};
    CHECK(cli.run(command).out.contains("--turned-dates yes|no"));
    CHECK(cli.run(command + QStringList{"--turned-dates", "yes"}).exit == 0);
}
