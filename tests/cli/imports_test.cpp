// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "workbench/returns.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

using twelvefold::tests::Program;

namespace {

// A store into which two files were brought, and then what is paid for the children.
struct BroughtIn
{
    Program cli;

    BroughtIn()
    {
        cli.write("header.csv", twelvefold::tests::kHeader2024.c_str());
        cli.write("episodes.csv", twelvefold::tests::kEpisodes2024.c_str());
        cli.write("costs.csv", "child_id,component,amount,period,start\n"
                               "101,core,900,week,2024-01-10\n");
        REQUIRE(run({"import", "--create", "header.csv", "episodes.csv"}).exit == 0);
        REQUIRE(run({"import", "costs.csv"}).exit == 0);
    }
    twelvefold::tests::Run run(QStringList arguments) const
    {
        arguments.insert(1, "--store");
        arguments.insert(2, "s.twelvefold");
        return cli.run(arguments);
    }
    QJsonArray listed() const { return run({"imports", "--json"}).json()["imports"].toArray(); }
    // Of the latest and of the one before.
    QString number(int place) const
    {
        return QString::number(listed().at(place).toObject()["number"].toInt());
    }
    int rows() const { return int(run({"cohort"}).out.count('\n')); }
};

} // namespace

TEST_CASE("what was brought in is listed, newest first, with its files", "[cli]")
{
    const BroughtIn store;
    const QJsonArray imports = store.listed();
    REQUIRE(imports.size() == 2);
    const QJsonObject returns = imports.at(1).toObject();
    CHECK(returns["stands"].toBool());
    CHECK(returns["taken_back"].isNull());
    CHECK(returns["stays_because"].isNull());
    CHECK(returns["records"].toObject()["child"].toObject()["added"].toInt() > 0);
    const QJsonArray files = returns["files"].toArray();
    REQUIRE(files.size() == 2);
    const QJsonObject header = files.at(1).toObject();
    CHECK(header["file"].toString() == "header.csv");
    CHECK(header["recognised_as"].toString() == "ssda903_header");
    CHECK(
        header["sha256"].toString().toLatin1() ==
        QCryptographicHash::hash(store.cli.read("header.csv"), QCryptographicHash::Sha256).toHex());
    CHECK(header["rows"].toInt() == header["accepted"].toInt() + header["changed"].toInt() +
                                        header["unchanged"].toInt() + header["rejected"].toInt());
    const auto said = store.run({"imports"});
    CHECK(said.exit == 0);
    CHECK(said.out.contains("; stands\n"));
    CHECK(said.out.contains("Statutory return: header"));
    CHECK(said.out.indexOf("costs.csv") < said.out.indexOf("header.csv"));

    const Program none;
    none.makeDemo(12);
    CHECK(none.run({"imports", "--store", "demo.twelvefold"}).out == "No files were brought in.\n");
}

TEST_CASE("one bringing-in is taken back while a later one stands", "[cli]")
{
    const BroughtIn store;
    const QString costs = store.number(0);
    const auto tried = store.run({"imports", "--undo", costs, "--dry-run"});
    CHECK(tried.exit == 0);
    CHECK(tried.out == "Nothing was written. This would be taken back: 1 cost line removed.\n");
    CHECK(store.listed().at(0).toObject()["stands"].toBool());

    const auto taken = store.run({"imports", "--undo", costs, "--json"});
    CHECK(taken.exit == 0);
    const QJsonObject told = taken.json();
    CHECK(told["number"].toInt() == costs.toInt());
    CHECK(told["takes_back"].toObject()["cost_line"].toObject()["removed"].toInt() == 1);
    CHECK(told["in_the_way"].toObject().isEmpty());
    CHECK(told["keeps_children"].toArray().isEmpty());
    CHECK(told["written"].toBool());
    const QJsonObject now = store.listed().at(0).toObject();
    CHECK_FALSE(now["stands"].toBool());
    CHECK_FALSE(now["taken_back"].toObject()["in_part"].toBool());
    CHECK(store.run({"imports"}).out.contains("; taken back on "));
    CHECK(store.run({"check"}).exit == 0);

    const auto twice = store.run({"imports", "--undo", costs});
    CHECK(twice.exit == 1);
    CHECK(twice.out.isEmpty());
    CHECK(twice.err.contains("taken back already"));
}

TEST_CASE("what stands in the way is said, and kept only where that is asked for", "[cli]")
{
    const BroughtIn store;
    const int before = store.rows();
    const QString returns = store.number(1);
    const auto refused = store.run({"imports", "--undo", returns});
    CHECK(refused.exit == 1);
    CHECK(refused.out.contains("or resting on it: 1 cost line added.\n"));
    CHECK(refused.out.contains("“Bring in costs.csv”, by "));
    CHECK_FALSE(refused.out.contains("Taken back"));
    CHECK(refused.err.contains("Nothing was taken back: 1 record of what these files brought"));
    CHECK(refused.err.contains("For that say --keep-changed."));
    CHECK(store.rows() == before);

    const QJsonArray kept = store.run({"imports", "--undo", returns, "--dry-run", "--json"})
                                .json()["keeps_children"]
                                .toArray();
    REQUIRE(kept.size() == 1);
    const auto tried = store.run({"imports", "--undo", returns, "--dry-run"});
    CHECK(tried.exit == 0);
    CHECK(tried.out.contains("\n    " + kept.first().toString().toUtf8() + '\n'));
    CHECK(
        tried.out.contains("Nothing was written. With --keep-changed this would be taken back: "));
    CHECK(store.rows() == before);

    const auto taken = store.run({"imports", "--undo", returns, "--keep-changed"});
    CHECK(taken.exit == 0);
    CHECK(taken.out.contains("Kept, with all that these files say of the 1 child: 1 child, "));
    CHECK(taken.out.contains("Taken back: "));
    CHECK(store.rows() == 2); // the headings, and the child for whom something is paid
    CHECK(store.listed().at(1).toObject()["taken_back"].toObject()["in_part"].toBool());
    CHECK(store.run({"imports"}).out.contains(", but for what was changed since"));
    CHECK(store.run({"check"}).exit == 0);
}

TEST_CASE("where all of it is in the way nothing is taken back, whatever is asked for", "[cli]")
{
    const BroughtIn store;
    store.cli.write("more.csv", "child_id,component,amount,period,start\n"
                                "102,core,700,week,2024-01-10\n");
    REQUIRE(store.run({"import", "more.csv"}).exit == 0);
    const int before = store.rows();
    const QString returns = store.number(2);
    const auto tried = store.run({"imports", "--undo", returns, "--dry-run"});
    CHECK(tried.exit == 0);
    CHECK(tried.out.endsWith("Nothing of it can be taken back.\n"));
    const auto refused = store.run({"imports", "--undo", returns, "--keep-changed"});
    CHECK(refused.exit == 1);
    CHECK(refused.err.contains("Undo those changes first."));
    CHECK_FALSE(refused.err.contains("--keep-changed"));
    CHECK(store.rows() == before);
}

TEST_CASE("the same file is known again, once each time", "[cli]")
{
    const BroughtIn store;
    const QJsonObject again = store.run({"import", "--dry-run", "costs.csv", "--json"}).json();
    int told = 0;
    for (const auto& problem : again["problems"].toArray())
        told += problem.toObject()["rule"].toString() == "import-same-file";
    CHECK(told == 1);
    CHECK(store.run({"import", "--dry-run", "costs.csv"})
              .out.contains("costs.csv: This very file was brought in already, by "));
    store.cli.write("costs.csv", "child_id,component,amount,period,start\n"
                                 "101,core,901,week,2024-01-10\n");
    CHECK_FALSE(store.run({"import", "--dry-run", "costs.csv"}).out.contains("This very file"));
}

TEST_CASE("a number that nothing was brought in under, or an option without one, is refused",
          "[cli]")
{
    const BroughtIn store;
    const auto none = store.run({"imports", "--undo", "999"});
    CHECK(none.exit == 1);
    CHECK(none.err.contains("No files were brought in under the number 999"));
    CHECK(store.run({"imports", "--undo", "first"}).exit == 2);
    CHECK(store.run({"imports", "--keep-changed"}).exit == 2);
    CHECK(store.run({"imports", "--dry-run"}).exit == 2);
}
