// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/bring_in_page.h"
#include "data/data_workspace.h"
#include "data/drop_zone.h"
#include "ui/shell/a_desk.h"

#include "support/catch.h"
#include <QAction>
#include <QFileInfo>

// Everything as tables, and a store of them, from the File menu.

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

struct DeskWithTables : tests::ADesk
{
    QString tables = council.folder() + "/tables";

    DeskWithTables()
    {
        answers.newFile = tables;
        window.command("saveTables")->trigger();
        REQUIRE(waitsFor([&] { return QFileInfo::exists(tables + "/datapackage.json"); }));
        REQUIRE(waitsFor([&] { return !window.session().working(); }));
    }
};

} // namespace

TEST_CASE("everything is saved as tables, and a store is started from them")
{
    DeskWithTables desk;
    CHECK(desk.answers.told.front().startsWith("Save everything as tables?"));
    const auto children = desk.window.session().workbench().store().childCount();
    desk.answers.file = desk.tables;
    desk.answers.newFile = desk.council.folder() + "/again";
    desk.window.command("startFromTables")->trigger();
    const QString made = desk.council.folder() + "/again.twelvefold";
    REQUIRE(waitsFor([&] {
        return desk.window.session().isOpen() &&
               fromPath(desk.window.session().workbench().store().path()) == made;
    }));
    CHECK(desk.window.session().workbench().store().childCount() == children);
}

TEST_CASE("who thinks better of it saves no tables")
{
    tests::ADesk desk;
    desk.answers.yes = false;
    desk.answers.newFile = desk.council.folder() + "/tables";
    desk.window.command("saveTables")->trigger();
    CHECK_FALSE(QFileInfo::exists(desk.answers.newFile));
}

TEST_CASE("tables are saved over nothing that is there")
{
    DeskWithTables desk;
    desk.answers.told.clear();
    desk.window.command("saveTables")->trigger();
    REQUIRE(waitsFor([&] { return desk.answers.told.size() == 2; }));
    CHECK(desk.answers.told.back().startsWith("The tables were not saved"));
}

TEST_CASE("a folder that holds no tables of a store is no start of one, and is told where to bring "
          "its files in")
{
    tests::ADesk desk(tests::ADesk::Store::closed);
    desk.answers.file = desk.council.folder();
    desk.window.command("startFromTables")->trigger();
    REQUIRE(desk.answers.told.size() == 1);
    CHECK(desk.answers.told.front().startsWith("This is no folder of a store's tables"));
    CHECK_FALSE(desk.window.session().isOpen());
}

TEST_CASE("a whole store is not brought into one that is open")
{
    DeskWithTables desk;
    desk.answers.told.clear();
    auto& data = *static_cast<DataWorkspace*>(desk.window.workspace(Workspace::data));
    emit data.bringIn()->dropZone()->given({desk.tables});
    REQUIRE(desk.answers.told.size() == 1);
    CHECK(desk.answers.told.front().startsWith("This folder is a whole store"));
}
