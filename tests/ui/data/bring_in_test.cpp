// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/bring_in_page.h"

#include "common/controls.h"
#include "common/data_table.h"
#include "common/states.h"
#include "data/care_page.h"
#include "data/data_workspace.h"
#include "data/drop_zone.h"
#include "data/plan_view.h"
#include "data/quality_page.h"
#include "support/person.h"
#include "ui/shell/a_council.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QTabWidget>
#include <catch2/catch.hpp>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

constexpr const char* kHeader = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
                                "NEW-1,1,14/02/2012,WBRI,A123456789012,,\n"
                                "NEW-2,2,03/07/2011,BAFR,UN3,,\n"
                                "NEW-3,2,31/02/2010,WBRI,UN3,,\n"
                                ",2,03/07/2008,WBRI,UN3,,\n";

struct Desk
{
    Desk() : data(session)
    {
        session.adopt(council.open());
        data.resize(1100, 700);
        sees(data);
    }
    std::size_t children() { return session.workbench().store().childCount(); }
    void reads(const QString& path)
    {
        data.bringIn()->read({path});
        REQUIRE(waitsFor([&] { return !data.bringIn()->busy()->running(); }));
    }

    tests::ACouncil council;
    Answers answers;
    Session session;
    DataWorkspace data;
};

} // namespace

TEST_CASE("files show what they would do before anything is changed")
{
    Desk desk;
    const std::size_t before = desk.children();
    desk.answers.file = desk.council.file("header.csv", kHeader);
    click(desk.data.bringIn()->dropZone()->filesButton());
    REQUIRE(waitsFor([&] { return desk.data.bringIn()->planView()->isVisible(); }));
    const auto& plan = desk.data.bringIn()->planView()->plan();
    REQUIRE(plan.files.size() == 1);
    const auto& file = plan.files.front();
    CHECK(file.rows == 4);
    CHECK(file.accepted + file.changed + file.unchanged + file.rejected == file.rows);
    CHECK(file.rejected >= 1);
    CHECK(desk.children() == before);
    CHECK(desk.data.bringIn()->planView()->problems()->model()->rowCount() ==
          static_cast<int>(plan.problems.size()));
}

TEST_CASE("what is brought in is one step, and undone as one")
{
    Desk desk;
    const std::size_t before = desk.children();
    desk.reads(desk.council.file("header.csv", kHeader));
    const auto fresh = desk.data.bringIn()->planView()->plan().newChildren;
    REQUIRE(fresh >= 2);
    CHECK_FALSE(desk.session.working());
    desk.data.bringIn()->planView()->bringInButton()->click();
    CHECK(desk.session.working()); // nothing else may wait for the store meanwhile
    REQUIRE(waitsFor([&] { return desk.data.bringIn()->undoButton()->isVisible(); }));
    CHECK_FALSE(desk.session.working());
    CHECK(desk.children() == before + static_cast<std::size_t>(fresh));

    click(desk.data.bringIn()->undoButton());
    CHECK(desk.children() == before);
    CHECK_FALSE(desk.data.bringIn()->undoButton()->isEnabled());

    click(desk.data.bringIn()->moreButton());
    CHECK(desk.data.bringIn()->dropZone()->isVisible());
}

TEST_CASE("the same file a second time has nothing to bring in")
{
    Desk desk;
    const QString file = desk.council.file("header.csv", kHeader);
    desk.reads(file);
    click(desk.data.bringIn()->planView()->bringInButton());
    REQUIRE(waitsFor([&] { return desk.data.bringIn()->undoButton()->isVisible(); }));
    desk.reads(file);
    CHECK(desk.data.bringIn()->planView()->plan().nothingToDo());
    CHECK_FALSE(desk.data.bringIn()->planView()->bringInButton()->isEnabled());
}

TEST_CASE("problems can be narrowed to the rows that would not be taken, and saved")
{
    Desk desk;
    desk.reads(desk.council.file("header.csv", kHeader));
    PlanView* plan = desk.data.bringIn()->planView();
    click(plan->severities()->segment(1));
    std::int64_t rejections = 0;
    for (const auto& problem : plan->plan().problems)
        rejections += problem.severity == domain::Problem::Severity::rejection ? 1 : 0;
    REQUIRE(rejections > 0);
    CHECK(plan->problems()->model()->rowCount() == rejections);

    desk.answers.file = desk.council.folder() + "/rejects.csv";
    click(plan->rejectsButton());
    QFile saved(desk.answers.file);
    REQUIRE(saved.open(QIODevice::ReadOnly));
    CHECK(saved.readAll().contains("header.csv"));
}

TEST_CASE("a file that is something else is said to be, and changes nothing")
{
    Desk desk;
    desk.reads(desk.council.file("menu.csv", "dish,price\nsoup,4\n"));
    PlanView* plan = desk.data.bringIn()->planView();
    CHECK_FALSE(plan->plan().anythingRead());
    CHECK_FALSE(plan->bringInButton()->isEnabled());
    CHECK(plan->problems()->model()->rowCount() > 0);
    click(plan->againButton());
    CHECK(desk.data.bringIn()->dropZone()->isVisible());
}

TEST_CASE("files are taken when they are let go over the page")
{
    Desk desk;
    QMimeData carried;
    carried.setUrls({QUrl::fromLocalFile(desk.council.file("header.csv", kHeader))});
    QDragEnterEvent over(QPoint(50, 50), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.data.bringIn()->dropZone(), &over);
    CHECK(over.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.data.bringIn()->dropZone(), &drop);
    REQUIRE(waitsFor([&] { return desk.data.bringIn()->planView()->isVisible(); }));
    CHECK(desk.data.bringIn()->planView()->plan().files.size() == 1);
}

TEST_CASE("a problem of data quality leads to its children")
{
    Desk desk;
    desk.data.tabs()->setCurrentWidget(desk.data.quality());
    settle();
    DataTable* problems = desk.data.quality()->problems();
    DataTable* children = desk.data.quality()->children();
    REQUIRE(problems->model()->rowCount() > 1);
    for (int row = 0; row < problems->model()->rowCount(); ++row) {
        problems->setFocus();
        problems->selectRow(row);
        settle();
        CHECK(QString::number(children->model()->rowCount()) ==
              problems->model()->index(row, 1).data().toString());
    }
    domain::ChildId asked;
    QObject::connect(&desk.session, &Session::childRequested, &desk.data,
                     [&](domain::ChildId child) { asked = child; });
    children->setFocus();
    children->selectRow(0);
    press(Qt::Key_Return);
    CHECK(asked);
}

TEST_CASE("the store is checked and backed up, and its changes are listed")
{
    Desk desk;
    desk.data.tabs()->setCurrentWidget(desk.data.care());
    settle();
    CarePage* care = desk.data.care();
    const int before = care->trail()->model()->rowCount();
    CHECK(before >= 1);
    click(care->checkButton());
    REQUIRE(waitsFor([&] { return !care->busy()->running(); }));
    CHECK(care->checkResult().contains("sound"));

    desk.answers.file = desk.council.folder() + "/copy.twelvefold";
    click(care->backupButton());
    REQUIRE(waitsFor([&] { return !care->busy()->running(); }));
    CHECK(QFile::exists(desk.answers.file));
    CHECK(desk.answers.told.isEmpty());

    domain::Child child;
    child.localId = "NEW-9";
    REQUIRE(
        desk.session.workbench().addChild(child, {}, {desk.session.census(), std::nullopt}).ok());
    settle();
    CHECK(care->trail()->model()->rowCount() == before + 1);
}

TEST_CASE("a store that is closed while files are read lets go of them")
{
    Desk desk;
    desk.data.bringIn()->read({desk.council.file("header.csv", kHeader)});
    desk.session.close();
    CHECK_FALSE(desk.data.bringIn()->busy()->running());
    settle();
    CHECK(desk.data.bringIn()->dropZone()->isVisible());
}
