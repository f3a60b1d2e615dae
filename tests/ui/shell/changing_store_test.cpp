// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/child_page.h"
#include "children/children_workspace.h"
#include "children/needs_page.h"
#include "shell/main_window.h"
#include "shell/new_store_dialog.h"
#include "support/full_disk.h"
#include "ui/shell/a_desk.h"

#include "support/catch.h"
#include <QAction>

// One store takes the place of another in the window.

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

// To which the desk turns; it outlives the window.
struct Other
{
    tests::ACouncil other;
};

struct Desk : Other, tests::ADesk
{
    // Scores the first need of a child, which the disk does not take.
    void typesInVain(const tests::FullDisk&)
    {
        press(Qt::Key_1, Qt::ControlModifier);
        auto& children = *static_cast<ChildrenWorkspace*>(window.workspace(Workspace::children));
        children.openChild(window.session().workbench().store().allChildren().begin()->first);
        settle();
        press(Qt::Key_Return);
        type("3");
        needs = children.page()->needsPage();
        REQUIRE(needs->form()->model()->level(0) == 3);
    }
    QString storeOpen() { return fromPath(window.session().workbench().store().path()); }

    NeedsPage* needs = nullptr;
};

} // namespace

TEST_CASE("whatever puts another store in the place of this one asks first when a draft would be "
          "lost")
{
    Desk desk;
    const QString backup = desk.council.folder() + "/backup.twelvefold";
    REQUIRE(desk.window.session().workbench().backup(toPath(backup)).ok());
    tests::FullDisk full;
    desk.typesInVain(full);
    desk.answers.yes = false;
    const QString asked = "An unfinished assessment is not saved";
    SECTION("one that is there already")
    {
        CHECK_FALSE(desk.window.openStore(desk.other.path(), store::Access::readOnly));
    }
    SECTION("a new one")
    {
        desk.window.command("newStore")->trigger();
        auto* dialog = desk.window.findChild<NewStoreDialog*>();
        REQUIRE(dialog);
        writes(dialog->council(), "Our council");
        writes(dialog->file(), desk.council.folder() + "/ours.twelvefold");
        click(dialog->make());
        CHECK_FALSE(QFile::exists(desk.council.folder() + "/ours.twelvefold"));
    }
    CHECK(desk.answers.told.contains(asked));
    CHECK(desk.storeOpen() == desk.council.path());
    full.release();
    CHECK_FALSE(desk.needs->flush());
    CHECK(desk.window.session().workbench().store().drafts().size() == 1);
}

TEST_CASE("who gives an unsaved draft up for another store finds nothing of it there")
{
    Desk desk;
    tests::FullDisk full;
    desk.typesInVain(full);
    REQUIRE(desk.window.openStore(desk.other.path(), store::Access::readOnly));
    CHECK(desk.answers.told.contains("An unfinished assessment is not saved"));
    CHECK(desk.storeOpen() == desk.other.path());
    full.release();
    CHECK_FALSE(desk.needs->flush());
    CHECK(desk.window.session().workbench().store().drafts().empty());
}
