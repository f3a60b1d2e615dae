// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/finders.h"
#include "ui/layout/looking.h"

#include "charts/amounts_chart.h"
#include "common/children_of_cohort.h"
#include "common/controls.h"
#include "common/trace_dialog.h"
#include "explore/chart_panel.h"
#include "explore/explore_workspace.h"
#include "explore/filter_panel.h"
#include "explore/linked_tables.h"
#include "explore/put_aside.h"
#include "shell/census_popup.h"
#include "shell/header_bar.h"

#include <QCheckBox>

using namespace twelvefold;
using namespace twelvefold::tests;

namespace {

void filters(Looking& at)
{
    at.opens();
    at.goes(Workspace::explore);
    for (QPushButton* button : at.window.findChildren<QPushButton*>()) {
        if (button->text().startsWith("More filters"))
            click(button);
    }
    at.look("more filters unfolded");
    // Every kind of filter at once: the longest caption there is.
    const QSize before = at.window.minimumSizeHint();
    domain::CohortFilter filter;
    filter.ask("setting",
               domain::anyOf({domain::Setting::agencyFoster, domain::Setting::childrensHome,
                              domain::Setting::supportedAccommodation,
                              domain::Setting::inHouseFoster, domain::Setting::kinshipFoster}));
    filter.ask("age", domain::between(3, 16));
    filter.ask("band", domain::anyOf({"lower", "moderate", "high"}));
    filter.ask("sector",
               domain::anyOf({domain::Sector::privateSector, domain::Sector::ownCouncil}));
    filter.costs.components[1] = false;
    domain::Wanted providers;
    for (const std::string& name : at.window.session().wholeCohort()->providerNames)
        providers.choices.insert(name);
    filter.ask("provider", providers);
    at.window.session().setFilter(filter);
    at.ready();
    CHECK(at.window.minimumSizeHint() == before);
    at.everyWorkspace("many filters");
    at.window.session().setFilter({});
    at.ready();
    at.goes(Workspace::explore);
    int unticked = 0;
    auto* panel = at.page<ExploreWorkspace>(Workspace::explore)->filters();
    for (QCheckBox* box : panel->findChildren<QCheckBox*>()) {
        if (box->isVisible() && box->isChecked() && box->text().isEmpty() && unticked < 3) {
            click(box); // of a setting
            at.ready();
            ++unticked;
        }
    }
    CHECK(unticked == 3);
    CHECK(at.window.minimumSizeHint() == before);
    at.look("three settings unticked");
}

void needPlacementPrice(Looking& at)
{
    at.opens();
    at.goes(Workspace::explore);
    auto* explore = at.page<ExploreWorkspace>(Workspace::explore);
    const QSize before = at.window.minimumSizeHint();
    explore->picture()->showView(ChartPanel::View::amounts);
    at.look("need, placement, price");
    CHECK(at.window.minimumSizeHint().width() == before.width());
    find<charts::AmountsChart>(explore)->setFocus(Qt::TabFocusReason);
    press(Qt::Key_End);
    at.look("need, placement, price, the last bar");
    press(Qt::Key_Return);
    at.look("need, placement, price, a setting chosen");
    domain::CohortFilter filter;
    filter.ask("setting", domain::anyOf({domain::Setting::withParents}));
    at.window.session().setFilter(filter);
    at.ready();
    at.look("need, placement, price, of nobody in paid care");
}

void selections(Looking& at)
{
    at.opens();
    Session& session = at.window.session();
    auto* explore = at.page<ExploreWorkspace>(Workspace::explore);
    at.goes(Workspace::explore);
    const auto cohort = session.cohort();
    session.selectChild(cohort->child.front());
    at.look("a child chosen");
    const auto& pairs = session.findings()->similarNeed.eachChildOnce;
    REQUIRE_FALSE(pairs.empty());
    session.selectPair(cohort->child[pairs.front().a], cohort->child[pairs.front().b]);
    at.look("a pair chosen");
    Selection group{Selection::Kind::group, cohort->child};
    session.select(group);
    at.look("a group chosen");
    for (const auto table : {LinkedTables::children, LinkedTables::pairs, LinkedTables::questions,
                             LinkedTables::drivers, LinkedTables::correlations}) {
        explore->tables()->setCurrent(table);
        at.look("the table " + std::to_string(table));
    }
    explore->tables()->setCurrent(LinkedTables::children);
    at.window.command("onlyGroup")->trigger();
    at.look("only the group is listed");
    explore->tables()->showLeftOut(true);
    at.look("those who are not in the picture");
    session.stopRefining();
    openTrace(explore, kLongName, {kLongName, kLongWord});
    at.look("how it was worked out");
    at.close(at.window.findChild<TraceDialog*>());
    find<HeaderBar>(&at.window)->chooseCensus();
    at.look("choosing a census date");
    at.close(at.window.findChild<CensusPopup*>());
    at.window.command("help")->trigger();
    at.look("help");
}

// The worklist, what is done with it, and what was put aside.
void questions(Looking& at)
{
    at.opens();
    at.goes(Workspace::explore);
    auto* explore = at.page<ExploreWorkspace>(Workspace::explore);
    Session& session = at.window.session();
    const QSize before = at.window.minimumSizeHint();
    at.look("questions to ask, nothing chosen");
    explore->tables()->setCurrent(LinkedTables::questions);
    at.look("questions to ask as a table");
    const analysis::Worklist worklist = *session.findings()->worklist;
    const auto single =
        std::ranges::find_if(worklist.questions, [](const analysis::Question& each) {
            return each.children.size() == 1;
        });
    REQUIRE(single != worklist.questions.end());
    session.selectChild(single->children.front().child);
    at.look("questions to ask of a child");
    openPutAside(session, answeredBy(*single, single->children.front()),
                 domain::QuestionOutcome::explained, explore);
    auto* form = explore->findChild<PutAsideForm*>();
    REQUIRE(form);
    at.look("putting a question aside");
    click(form->saveButton());
    at.look("putting a question aside, without a reason");
    form->reject();
    std::vector<domain::PutAside> aside;
    for (const analysis::Question& question : worklist.questions)
        aside.push_back({{},
                         question.children.front().child,
                         analysis::token(question.kind),
                         domain::QuestionOutcome::toPanel,
                         domain::SensitiveText(std::string(kLongName) + kLongWord),
                         session.census(),
                         session.census().plusMonths(3)});
    REQUIRE(session.workbench().putAside(aside).ok());
    at.window.session().say("Put aside until 30 Jun 2026.");
    REQUIRE(waitsFor([&] { return !session.findings()->worklist->aside.empty(); }));
    at.ready();
    explore->tables()->setCurrent(LinkedTables::putAside);
    at.look("questions put aside");
    session.selectChild(aside.front().child);
    at.look("a question put aside is chosen");
    for (const analysis::Question& question : worklist.questions) {
        if (question.children.size() < 2)
            continue;
        explore->tables()->setCurrent(LinkedTables::questions);
        session.select(selectionOf({question.children[0].child, question.children[1].child}));
        at.look("children of a line of many");
        break;
    }
    CHECK(at.window.minimumSizeHint() == before);
}

} // namespace

TEMPLATE_TEST_CASE("no filter makes the window larger, and every workspace fits with all of them",
                   "", Small, Smallest, SmallLong, SmallestLong, Laptop)
{
    lookAt<TestType>(filters);
}
TEMPLATE_TEST_CASE("need, placement and price fit, with a bar chosen and with none to show", "",
                   Small, Smallest, SmallLong, SmallestLong, Laptop, Desktop)
{
    lookAt<TestType>(needPlacementPrice);
}
TEMPLATE_TEST_CASE("the questions to ask fit, with the form that puts one aside and with those put "
                   "aside",
                   "", Small, Smallest, SmallLong, SmallestLong, Laptop, Desktop)
{
    lookAt<TestType>(questions);
}
TEMPLATE_TEST_CASE("Explore fits with a child, a pair and a group chosen, and with its dialogs", "",
                   Small, Smallest, SmallLong, SmallestLong, Laptop, Desktop)
{
    lookAt<TestType>(selections);
}
