// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/imports_page.h"

#include "common/data_table.h"
#include "common/states.h"
#include "data/bring_in_page.h"
#include "data/data_workspace.h"
#include "data/plan_view.h"
#include "support/finders.h"
#include "support/person.h"
#include "ui/shell/a_council.h"
#include "workbench/returns.h"

#include "support/catch.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTabWidget>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

// Remembers what the last question said beside itself.
struct DetailedAnswers : Answers
{
    QString details;
    bool confirm(QWidget* parent, const QString& question, const QString& detail,
                 const QString& action) override
    {
        details = detail;
        return Answers::confirm(parent, question, detail, action);
    }
};

// A council into which a return was brought, and then what is paid for one of its children.
struct Desk
{
    Desk() : data(session)
    {
        session.adopt(council.open());
        data.resize(1100, 700);
        sees(data);
        bringsIn("header.csv", tests::kHeader2024);
        bringsIn("episodes.csv", tests::kEpisodes2024);
    }
    void bringsIn(const QString& name, const std::string& content)
    {
        const QString path = council.file(name, QByteArray::fromStdString(content));
        auto& bench = session.workbench();
        const auto plan = bench.planImport({toPath(path)}, {});
        REQUIRE(bench.applyImport(plan));
    }
    void looks()
    {
        find<QTabWidget>(&data)->setCurrentWidget(data.imports());
        QTest::qWait(0);
    }
    void waits()
    {
        REQUIRE(waitsFor([&] { return !find<Busy>(data.imports())->running(); }));
        QTest::qWait(0); // what the store tells of its changes
    }
    // Presses the button and waits for what follows.
    void takesBack()
    {
        click(data.imports()->takeBackButton());
        waits();
    }
    // Of the child with a local identifier.
    QString pseudonym(const std::string& localId)
    {
        const store::Store& store = session.workbench().store();
        return QString::fromStdString(
            store.child(store.childrenByLocalId().at(localId))->pseudonym);
    }
    DataTable* imports() { return find<DataTable>(data.imports(), "Brought in, newest first"); }
    QString cell(const DataTable* table, int row, int column)
    {
        return table->model()->index(row, column).data().toString();
    }

    tests::ACouncil council;
    DetailedAnswers answers;
    Session session;
    DataWorkspace data;
};

} // namespace

TEST_CASE("what was brought in is listed with its files, newest first, and whether it stands")
{
    Desk desk;
    desk.looks();
    DataTable* imports = desk.imports();
    REQUIRE(imports->model()->rowCount() == 2);
    CHECK(desk.cell(imports, 0, 1) == "A tester");
    CHECK(desk.cell(imports, 0, 2) == "episodes.csv");
    CHECK(desk.cell(imports, 1, 2) == "header.csv");
    CHECK(desk.cell(imports, 0, 3) == "3");
    CHECK(desk.cell(imports, 0, 6) == "Stands");
    CHECK(desk.data.imports()->takeBackButton()->isEnabled());

    auto* files = find<DataTable>(desk.data.imports(), "Files of the one chosen");
    REQUIRE(files->model()->rowCount() == 1);
    CHECK(desk.cell(files, 0, 0) == "episodes.csv");
    CHECK(desk.cell(files, 0, 1) == "Statutory return: episodes");
    // The whole of the hash is there to copy, though no column is so wide.
    const QString hash = desk.cell(files, 0, 7);
    CHECK(hash.size() == 64);
    CHECK(files->columnWidth(7) < files->fontMetrics().horizontalAdvance(hash));
    CHECK(files->model()->index(0, 7).data(Qt::ToolTipRole).toString() == hash);
    files->copyRows({0});
    CHECK(QGuiApplication::clipboard()->text().contains(hash));
    imports->selectRow(1);
    CHECK(desk.cell(files, 0, 0) == "header.csv");
}

TEST_CASE("a store into which nothing was brought says so, and offers nothing to take back")
{
    tests::ACouncil council;
    Session session;
    DataWorkspace data(session);
    session.adopt(council.open());
    data.resize(1100, 700);
    sees(data);
    find<QTabWidget>(&data)->setCurrentWidget(data.imports());
    CHECK(data.imports()->table()->model()->rowCount() == 0);
    CHECK_FALSE(data.imports()->takeBackButton()->isEnabled());
}

TEST_CASE("files are taken back after a review, and it is undone like any other step")
{
    Desk desk;
    desk.looks();
    desk.answers.yes = false;
    desk.takesBack();
    CHECK(desk.answers.told.last() == "Take back what these files brought?");
    CHECK(desk.answers.details.contains("This goes: "));
    CHECK(desk.cell(desk.imports(), 0, 6) == "Stands"); // only looked at

    desk.answers.yes = true;
    desk.imports()->setFocus();
    QTest::keyClick(desk.imports(), Qt::Key_Return); // as the button does
    desk.waits();
    REQUIRE(waitsFor([&] { return desk.cell(desk.imports(), 0, 6).startsWith("Taken back on "); }));
    CHECK_FALSE(desk.data.imports()->takeBackButton()->isEnabled());
    CHECK(desk.session.workbench().store().check().sound());
    REQUIRE(desk.session.workbench().undo().ok());
    CHECK(waitsFor([&] { return desk.cell(desk.imports(), 0, 6) == "Stands"; }));
    CHECK(desk.data.imports()->takeBackButton()->isEnabled());
}

TEST_CASE("what was done since is said before anything is taken back, and it is kept")
{
    Desk desk;
    desk.bringsIn("costs.csv", tests::kFinanceHeadings + "101,core,900,week,2024-01-10,,,,,,\n");
    const std::size_t before = desk.session.workbench().store().allEpisodes().size();
    desk.looks();

    SECTION("where some of it is in nobody's way")
    {
        desk.imports()->selectRow(1);
        desk.takesBack();
        CHECK(desk.answers.told.last() ==
              "Take back what nobody has worked on since, and keep the rest?");
        CHECK(desk.answers.details.contains("or resting on it: 1 cost line added."));
        CHECK(desk.answers.details.contains("“Bring in costs.csv”, by A tester on "));
        CHECK(
            desk.answers.details.contains("Kept, with all that these files say of the 1 child: "));
        CHECK(desk.answers.details.contains('\n' + desk.pseudonym("101") + '\n'));
        CHECK_FALSE(desk.answers.details.contains(desk.pseudonym("102")));
        REQUIRE(waitsFor(
            [&] { return desk.cell(desk.imports(), 1, 6).startsWith("Taken back in part on "); }));
        CHECK(desk.session.workbench().store().allEpisodes().size() == before - 1);
        CHECK(desk.session.workbench().store().check().sound());
    }
    SECTION("where all of it is needed nothing is taken back")
    {
        desk.imports()->selectRow(2);
        desk.takesBack();
        CHECK(desk.answers.told.last().startsWith(
            "All that these files brought was changed since, or is needed: "));
        CHECK(desk.answers.told.last().contains("“Bring in episodes.csv”"));
        CHECK(desk.cell(desk.imports(), 2, 6) == "Stands");
    }
}

TEST_CASE("what the page that brought files in says of them follows their being taken back")
{
    Desk desk;
    desk.data.bringIn()->read(
        {desk.council.file("costs.csv", QByteArray::fromStdString(tests::kFinanceHeadings) +
                                            "101,core,900,week,2024-01-10,,,,,,\n")});
    REQUIRE(waitsFor([&] { return find<PlanView>(&desk.data)->isVisible(); }));
    click(find<PlanView>(&desk.data)->bringInButton());
    REQUIRE(waitsFor([&] { return desk.data.bringIn()->result() == "1 row brought in"; }));
    desk.looks();
    CHECK(desk.imports()->model()->rowCount() == 3);
    desk.takesBack();
    CHECK(waitsFor([&] { return desk.data.bringIn()->result() == "Undone"; }));
    REQUIRE(desk.session.workbench().undo().ok());
    CHECK(waitsFor([&] { return desk.data.bringIn()->result() == "1 row brought in"; }));
}

TEST_CASE("a store that is open for reading only tells its history and takes nothing back")
{
    Desk desk;
    const QString path = desk.council.path();
    desk.session.close();
    std::unique_ptr<workbench::Workbench> bench;
    workbench::Workbench::open(toPath(path), bench, "A reader", store::Access::readOnly);
    desk.session.adopt(std::move(bench));
    desk.looks();
    CHECK(desk.imports()->model()->rowCount() == 2);
    CHECK_FALSE(desk.data.imports()->takeBackButton()->isEnabled());
}
