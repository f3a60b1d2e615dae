// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/finders.h"
#include "ui/layout/looking.h"

#include "common/controls.h"
#include "common/data_table.h"
#include "common/record_editor.h"
#include "common/states.h"
#include "data/bring_in_page.h"
#include "data/column_mapper.h"
#include "data/drop_zone.h"
#include "data/imports_page.h"
#include "data/matching_page.h"
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

// Costs that are doubtful for several reasons, paid to providers of long names.
void matching(Looking& at)
{
    at.opens();
    workbench::Workbench& bench = at.window.session().workbench();
    const auto rows = bench.store().childRows(at.window.session().census());
    int spoilt = 0;
    for (std::size_t i = 0; i < rows.size() && spoilt < 3; ++i) {
        for (const domain::Placement& placement : bench.store().placements(rows[i].child.id)) {
            domain::CostLine line;
            line.child = placement.child;
            line.placement = placement.id;
            line.amount = domain::Money::pounds(5200);
            line.period = {placement.period.start.plusDays(-9), {}};
            spoilt += bench.saveCostLine(line).ok();
            workbench::PlacementEntry entry(placement);
            entry.provider = kLongName;
            static_cast<void>(bench.savePlacement(entry));
        }
    }
    REQUIRE(spoilt > 0);
    at.ready();
    at.goes(Workspace::data);
    auto* data = at.page<DataWorkspace>(Workspace::data);
    find<QTabWidget>(data)->setCurrentWidget(data->matching());
    REQUIRE(waitsFor([&] { return data->matching()->table()->model()->rowCount() > 0; }));
    at.look("costs matched to placements");
    for (const char* command : {"payFor", "rightAsItIs"}) {
        at.window.command(command)->trigger();
        at.look(std::string("deciding about a cost: ") + command);
        at.close(find<RecordEditor>(&at.window));
    }
    data->matching()->kinds()->selectRow(data->matching()->kinds()->model()->rowCount() - 1);
    at.look("costs with nothing to decide");
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
TEMPLATE_TEST_CASE("matching costs to placements fits every screen", "", Small, Smallest, SmallLong,
                   SmallestLong)
{
    lookAt<TestType>(matching);
}
TEMPLATE_TEST_CASE("a publishable report and its refusal fit every screen", "", Small, Smallest,
                   SmallLong, SmallestLong)
{
    lookAt<TestType>(publishable);
}
