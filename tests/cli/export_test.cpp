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
