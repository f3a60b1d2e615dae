// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/finders.h"
#include "ui/layout/looking.h"

#include "common/controls.h"
#include "common/states.h"
#include "data/bring_in_page.h"
#include "data/column_mapper.h"
#include "data/drop_zone.h"
#include "data/imports_page.h"
#include "data/plan_view.h"
#include "shell/header_bar.h"
#include "shell/new_store_dialog.h"
#include "shell/search_box.h"
#include "shell/welcome_page.h"

#include <QListWidget>

using namespace twelvefold;
using namespace twelvefold::tests;

namespace {

void welcome(Looking& at)
{
    at.look("welcome");
    at.window.command("newStore")->trigger();
    auto* dialog = at.window.findChild<NewStoreDialog*>();
    REQUIRE(dialog);
    at.look("starting a store");
    dialog->council()->setText(kLongName);
    dialog->file()->setText("/there/is/no/such/folder/ours.twelvefold");
    at.look("a store that cannot be made there");
    at.close(dialog);
    at.opens();
    at.window.command("closeStore")->trigger();
    at.look("welcome, with a recent store");
}

void emptyStore(Looking& at)
{
    auto made = workbench::Workbench::create(toPath(at.council.folder() + "/long.twelvefold"),
                                             kLongName, kLongName);
    REQUIRE(made);
    (*made).reset();
    REQUIRE(at.window.openStore(at.council.folder() + "/long.twelvefold"));
    at.window.session().workbench().setAuthor(kLongName);
    find<HeaderBar>(&at.window)->refresh();
    at.ready();
    at.everyWorkspace("an empty store with a long name");
    at.window.command("closeStore")->trigger();
    at.look("welcome, with a store of a long name");
}

void council(Looking& at)
{
    at.opens();
    at.everyWorkspace("a council");
    at.window.session().say(QString("%1 %1").arg(kLongName));
    at.look("something long is said");
    const bool dark = Appearance::instance().tokens().dark;
    at.window.command(dark ? "light" : "dark")->trigger();
    at.everyWorkspace("a council by the other light");
}

void bringingIn(Looking& at)
{
    at.opens();
    at.goes(Workspace::data);
    auto* data = at.page<DataWorkspace>(Workspace::data);
    data->bringIn()->read({at.council.file(QString(kLongWord).toLower() + "_header.csv",
                                           "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
                                           "NEW-1,1,14/02/2012,WBRI,A123456789012,,\n"
                                           "NEW-2,2,31/02/2011,WBRI,UN3,,\n"
                                           ",2,03/07/2008,WBRI,UN3,,\n")});
    REQUIRE(waitsFor([&] { return !find<Busy>(data->bringIn())->running(); }));
    at.look("what would be brought in");
    click(find<PlanView>(data)->bringInButton());
    REQUIRE(waitsFor([&] { return !find<Busy>(data->bringIn())->running(); }));
    at.look("brought in");
    find<QTabWidget>(data)->setCurrentWidget(data->imports());
    at.look("what was brought in");
    find<QTabWidget>(data)->setCurrentWidget(data->bringIn());
    data->bringIn()->read({at.council.file(QString(kLongWord).toLower() + "_fees.csv",
                                           QByteArray("Client,From,") + kLongWord +
                                               ",Fee\nNEW-1,14/02/2026,a,900\n"
                                               "NEW-2,14/02/2026,b,1000\n")});
    REQUIRE(waitsFor([&] { return !find<Busy>(data->bringIn())->running(); }));
    at.look("a file that is not recognised");
    click(find<PlanView>(data)->matchButton());
    at.look("which column says what");
    at.close(find<ColumnMapper>(&at.window));
}

void publishable(Looking& at)
{
    at.opens();
    at.goes(Workspace::reports);
    QWidget* reports = at.window.workspace(Workspace::reports);
    for (SegmentedControl* control : reports->findChildren<SegmentedControl*>())
        click(control->segment(1));
    QTest::qWait(300);
    at.look("a publishable report");
    domain::CohortFilter few;
    few.ask("setting", domain::anyOf({domain::Setting::secure}));
    at.window.session().setFilter(few);
    at.ready();
    QTest::qWait(300);
    at.look("a publishable report of very few");
}

} // namespace

TEMPLATE_TEST_CASE("the welcome page and starting a store fit every screen, however long the words",
                   "", Small, Smallest, SmallLong, SmallestLong)
{
    lookAt<TestType>(welcome);
}
TEMPLATE_TEST_CASE("an empty store with a long name fits every screen", "", Small, Smallest,
                   SmallLong, SmallestLong)
{
    lookAt<TestType>(emptyStore);
}
TEMPLATE_TEST_CASE("every workspace fits every screen, light and dark", "", Small, Smallest,
                   SmallLong, SmallestLong, Laptop, Desktop)
{
    lookAt<TestType>(council);
}
TEMPLATE_TEST_CASE("bringing in fits every screen", "", Small, Smallest, SmallLong, SmallestLong)
{
    lookAt<TestType>(bringingIn);
}
TEMPLATE_TEST_CASE("a publishable report and its refusal fit every screen", "", Small, Smallest,
                   SmallLong, SmallestLong)
{
    lookAt<TestType>(publishable);
}
