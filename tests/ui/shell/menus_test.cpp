// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/main_window.h"

#include "children/move_form.h"
#include "common/data_table.h"
#include "ui/shell/a_desk.h"

#include "support/catch.h"
#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <map>
#include <set>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

using Desk = tests::ADesk;

TEST_CASE("every command has a name, a place in a menu and a shortcut of its own")
{
    Desk desk;
    std::set<QString> shortcuts;
    for (const QAction* action : desk.window.commands()) {
        for (const QKeySequence& shortcut : action->shortcuts()) {
            CAPTURE(shortcut.toString().toStdString());
            CHECK(shortcuts.insert(shortcut.toString()).second);
        }
    }
    for (const char* name : {"newStore",       "openStore",      "openDemonstration",
                             "saveBackup",     "closeStore",     "quit",
                             "undo",           "redo",           "search",
                             "census",         "help",           "about",
                             "children",       "data",           "restoreBackup",
                             "addChild",       "signOff",        "addPlacement",
                             "addCost",        "addOutcome",     "tolerance",
                             "comparable",     "clearFilters",   "savePicture.png",
                             "howWorkedOut",   "saveFunnel",     "saveReport.pdf",
                             "bringInFiles",   "dataQuality",    "checkStore",
                             "auditTrail",     "copyRows",       "saveTable",
                             "discardDraft",   "outcomes",       "onlyDue",
                             "onlyGroup",      "notShown",       "eachChildOnce",
                             "endCosts",       "savePlacements", "saveTables",
                             "startFromTables"}) {
        CAPTURE(name);
        CHECK(desk.window.command(name));
    }
}

TEST_CASE("in every menu each command has a letter of its own, which no other of that menu has")
{
    Desk desk;
    std::vector<QMenu*> menus;
    const auto hold = [&](const QList<QAction*>& actions, const QString& where) {
        std::map<QChar, QString> letters;
        for (const QAction* action : actions) {
            if (action->menu())
                menus.push_back(action->menu());
            if (action->isSeparator() || (!action->isEnabled() && action->objectName().isEmpty()))
                continue; // a line that only says something
            const QString key = QKeySequence::mnemonic(action->text()).toString().section('+', -1);
            CAPTURE(where.toStdString(), action->text().toStdString());
            REQUIRE(key.size() == 1);
            CAPTURE(letters[key[0]].toStdString());
            CHECK(letters[key[0]].isEmpty());
            letters[key[0]] = action->text();
        }
    };
    hold(desk.window.menuBar()->actions(), "the menu bar");
    REQUIRE(menus.size() == 9);
    for (std::size_t i = 0; i < menus.size(); ++i) { // menus within menus join the list
        emit menus[i]->aboutToShow();
        hold(menus[i]->actions(), menus[i]->title());
    }
    CHECK(menus.size() == 11); // what was open lately, and exporting
    CHECK(menus.back()->actions().size() > 4);
}

TEST_CASE("what is exported from the menu bar is what stands at the picture, while a store is open")
{
    Desk desk;
    QAction* png = desk.window.command("savePicture.png");
    REQUIRE(png);
    CHECK(png->isEnabled());
    desk.window.command("closeStore")->trigger();
    settle();
    CHECK_FALSE(png->isEnabled());
}

TEST_CASE("what is done with a child is in the Child menu, moving the child too")
{
    Desk desk;
    QStringList ofChild;
    for (const QAction* menu : desk.window.menuBar()->actions()) {
        if (menu->text() != "&Child")
            continue;
        for (const QAction* action : menu->menu()->actions())
            ofChild << action->objectName();
    }
    for (const char* name : {"addChild", "startAssessment", "signOff", "moveChild", "addPlacement",
                             "addCost", "addOutcome", "history"})
        CHECK(ofChild.contains(name));
    desk.window.session().goToChild(desk.window.session().cohort()->child.front());
    press(Qt::Key_M, Qt::ControlModifier);
    auto* form = desk.window.findChild<MoveForm*>();
    REQUIRE(form);
    form->close();
}

TEST_CASE("rows of a table are copied from the Edit menu, by keyboard, after a search too")
{
    Desk desk;
    REQUIRE(waitsFor([&] { return desk.window.session().findings() != nullptr; }));
    desk.window.command("childrenTable")->trigger();
    auto* table = qobject_cast<DataTable*>(QApplication::focusWidget());
    REQUIRE(table);
    table->selectRow(0);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QGuiApplication::clipboard()->clear();
    desk.window.command("copyRows")->trigger();
    CHECK(QGuiApplication::clipboard()->text().count('\n') == 4); // the headings and three rows
    CHECK(QGuiApplication::clipboard()->mimeData()->html().contains("<th>"));
    press(Qt::Key_K, Qt::ControlModifier);
    desk.answers.file = desk.council.folder() + "/children.csv";
    desk.window.command("saveTable")->trigger();
    CHECK(QFile::exists(desk.answers.file));
}
