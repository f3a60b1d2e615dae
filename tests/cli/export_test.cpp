// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "support/placement_form.h"

#include <QFileInfo>
#include <QJsonArray>

using twelvefold::tests::completeRow;
using twelvefold::tests::PlacementForm;
using twelvefold::tests::Program;

namespace {

// A council whose return knows one child, and that child's placement as the standard has it.
struct Placed
{
    Program cli;

    Placed()
    {
        cli.write("header.csv", "CHILD,SEX,DOB,ETHNIC\n101,M,01/02/2012,WBRI\n");
        PlacementForm form = PlacementForm::june();
        form.rows = {completeRow("101"), completeRow("102")};
        form.save(cli.path("form.xlsx").toStdString());
        REQUIRE(cli.run({"import", "--store", "s.twelvefold", "--create", "--council", "Testshire",
                         "header.csv"})
                    .exit == 0);
    }
    twelvefold::tests::Run bringIn(const QString& file) const
    {
        return cli.run({"import", "--store", "s.twelvefold", "--json", file});
    }
    QStringList exportTo(const QString& file, const QStringList& more = {}) const
    {
        return QStringList{"export", "placements", "--store", "s.twelvefold", "--out", file} + more;
    }
};

} // namespace

TEST_CASE("the placement standard comes in, goes out, and comes in again without a change", "[cli]")
{
    const Placed placed;
    const auto brought = placed.bringIn("form.xlsx");
    CHECK(brought.exit == 3); // nobody knows 102
    const auto file = brought.json()["files"].toArray().at(0).toObject();
    CHECK(file["accepted"].toInt() == 1);
    CHECK(file["rejected"].toInt() == 1);

    const auto out = placed.cli.run(placed.exportTo("out.xlsx", {"--json"}));
    CHECK(out.exit == 0);
    const auto told = out.json();
    CHECK(told["file"].toString() == "out.xlsx");
    CHECK(told["rows"].toInt() == 1);
    CHECK(told["requests"].toInt() == 1);
    CHECK(told["placements"].toInt() == 0);
    CHECK(told["without_identifier"].toInt() == 0);
    CHECK(told["census"].toString().size() == 10);
    CHECK(told.size() == 6);
    // Single children: its owner's alone.
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    CHECK((QFileInfo(placed.cli.path("out.xlsx")).permissions() & others) == 0);

    const auto again = placed.bringIn("out.xlsx").json()["files"].toArray();
    REQUIRE(again.size() == 1);
    CHECK(again.at(0).toObject()["unchanged"].toInt() == 1);
    CHECK(again.at(0).toObject()["rows"].toInt() == 1);
}

TEST_CASE("an export says for whom it is, and is never put over a store", "[cli]")
{
    const Placed placed;
    placed.bringIn("form.xlsx");
    const auto told = placed.cli.run(placed.exportTo("out.xlsx"));
    CHECK(told.exit == 0);
    CHECK(told.out.contains("out.xlsx has 1 placement, 1 of them as they were brought in."));
    CHECK(told.out.contains("not for publication"));
    CHECK(placed.cli.run(placed.exportTo("out.xlsx", {"--placed", "2026-07-01.."}))
              .out.contains("out.xlsx has 0 placements"));
    CHECK(placed.cli.run(placed.exportTo("out.csv")).exit == 2);
    CHECK(placed.cli.run(placed.exportTo("out.xlsx", {"--placed", "soon"})).exit == 2);
    CHECK(
        placed.cli.run({"export", "children", "--store", "s.twelvefold", "--out", "o.xlsx"}).exit ==
        2);
    CHECK(placed.cli.run(placed.exportTo("nowhere/out.xlsx")).exit == 1);
    QFile::copy(placed.cli.path("s.twelvefold"), placed.cli.path("copy.xlsx"));
    CHECK(placed.cli.run(placed.exportTo("copy.xlsx")).exit == 1);
    CHECK(placed.cli.run({"check", "--store", "s.twelvefold"}).exit == 0);
}

namespace {

// A council as tables, and a store that they were made into.
struct AsTables
{
    Program cli;

    AsTables()
    {
        REQUIRE(cli.run({"demo", "--out", "s.twelvefold", "--children", "40"}).exit == 0);
        out = cli.run({"export", "--store", "s.twelvefold", "--out", "tables", "--json"});
        REQUIRE(out.exit == 0);
    }
    twelvefold::tests::Run bringIn(const QStringList& more = {},
                                   const QString& store = QStringLiteral("new.twelvefold")) const
    {
        return cli.run(QStringList{"import", "--store", store, "--create"} + more +
                       QStringList{"tables"});
    }

    twelvefold::tests::Run out;
};

} // namespace

TEST_CASE("a whole store goes out as tables and is taken in again, with the same answers", "[cli]")
{
    const AsTables whole;
    const auto told = whole.out.json();
    CHECK(told["folder"].toString() == "tables");
    CHECK(told["rows"].toInt() > 400);
    CHECK(told["tables"].toArray().at(0).toObject()["file"].toString() == "child.csv");

    const auto trial = whole.bringIn({"--dry-run", "--json"});
    CHECK(trial.exit == 0);
    CHECK_FALSE(trial.json()["written"].toBool());
    CHECK_FALSE(QFileInfo::exists(whole.cli.path("new.twelvefold")));

    const auto in = whole.bringIn({"--json"});
    CHECK(in.exit == 0);
    CHECK(in.json()["written"].toBool());
    for (const auto& value : in.json()["files"].toArray()) {
        const auto file = value.toObject();
        CHECK(file["rows"].toInt() == file["accepted"].toInt());
    }
    const auto analysis = [&](const QString& store) {
        return whole.cli.run({"analyse", "--store", store, "--json"}).out;
    };
    CHECK(analysis("s.twelvefold") == analysis("new.twelvefold"));

    // Twice changes nothing, and what is there stays.
    CHECK(whole.bringIn().exit == 1);
    CHECK(whole.cli.run({"export", "--store", "s.twelvefold", "--out", "tables"}).exit == 1);
    CHECK(whole.cli.run({"export", "--store", "new.twelvefold", "--out", "again"}).exit == 0);
}

TEST_CASE("what tables do not ask is refused with them", "[cli]")
{
    const AsTables whole;
    for (const QStringList& options :
         {QStringList{"--rejects", "r.csv"}, QStringList{"--dates", "dmy"},
          QStringList{"--decimal", "comma"}, QStringList{"--turned-dates", "no"},
          QStringList{"--return-year", "2025"}, QStringList{"tables"}})
        CHECK(whole.bringIn(options).exit == 2);
    CHECK(whole.cli
              .run({"export", "--store", "s.twelvefold", "--out", "more", "--census", "2026-03-31"})
              .exit == 2);
    CHECK_FALSE(QFileInfo::exists(whole.cli.path("new.twelvefold")));
    CHECK_FALSE(QFileInfo::exists(whole.cli.path("more")));
}
