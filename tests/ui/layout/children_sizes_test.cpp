// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layout/looking.h"

#include "children/child_editor.h"
#include "children/child_list.h"
#include "children/child_page.h"
#include "children/children_workspace.h"
#include "children/cost_line_editor.h"
#include "children/move_form.h"
#include "children/needs_page.h"
#include "children/outcome_editor.h"
#include "children/outcomes_page.h"
#include "children/placement_editor.h"
#include "children/placements_page.h"
#include "common/controls.h"
#include "common/paths.h"
#include "support/placement_form.h"

using namespace twelvefold;
using namespace twelvefold::tests;

namespace {

// A child of a name, a provider and notes as long as they come, with need and cost.
domain::ChildId aChild(workbench::Workbench& bench, char letter, const char* provider,
                       std::int64_t pence)
{
    domain::Child child;
    child.localId = std::string(40, letter);
    const domain::Date from = *domain::Date::from(2024, 3, 1);
    const auto id = bench.addChild(child, {}, {from, std::nullopt});
    REQUIRE(id);
    domain::Placement placement;
    placement.child = *id;
    placement.setting = domain::Setting::childrensHome;
    placement.period = {from, std::nullopt};
    placement.note = std::string(kLongName) + kLongName;
    workbench::PlacementEntry entry(placement);
    entry.provider = provider;
    const auto placed = bench.savePlacement(entry);
    REQUIRE(placed);
    domain::CostLine line;
    line.child = *id;
    line.placement = *placed;
    line.amount = domain::Money::pence(pence);
    line.period = {from, std::nullopt};
    line.note = kLongName;
    REQUIRE(bench.saveCostLine(line));
    domain::Assessment draft = bench.draftFor(*id, from);
    for (domain::Score& score : draft.scores)
        score.level = bench.currentFramework().framework->level(2);
    REQUIRE(bench.signOff(draft, domain::today()));
    return *id;
}

// What was said when the child's placement was sought, some of it at length.
void wasSought(workbench::Workbench& bench, domain::ChildId child, const tests::ACouncil& council)
{
    PlacementForm form = PlacementForm::april();
    form.rows = {completeRow(bench.store().child(child)->localId)};
    form.rows.front()["risk_to_others_other"] = kLongName;
    form.rows.front()["additional_support_other"] = kLongWord;
    const QString file = council.file("form.csv", QByteArray::fromStdString(form.csv()));
    REQUIRE(bench.applyImport(bench.planImport({toPath(file)}, {})));
    REQUIRE(bench.store().placementRequests(child).size() == 1);
}

void longNames(Looking& at)
{
    auto made = workbench::Workbench::create(toPath(at.council.folder() + "/two.twelvefold"),
                                             kLongName, "Sam");
    REQUIRE(made);
    const auto one = aChild(**made, 'W', kLongWord, 123456789);
    wasSought(**made, one, at.council);
    const auto other = aChild(**made, 'M', kLongName, 1234567);
    (*made).reset();
    REQUIRE(at.window.openStore(at.council.folder() + "/two.twelvefold"));
    at.ready();
    at.everyWorkspace("two children");
    auto* children = at.page<ChildrenWorkspace>(Workspace::children);
    at.window.session().goToChild(one);
    for (const auto tab :
         {ChildPage::needs, ChildPage::placements, ChildPage::outcomes, ChildPage::history}) {
        children->page()->setTab(tab);
        at.look("two children, tab " + std::to_string(tab));
    }
    at.goes(Workspace::explore);
    at.window.session().selectChild(one);
    at.look("two children, one chosen in Explore");
    at.window.session().selectPair(one, other);
    at.look("two children, the pair chosen in Explore");
    at.window.session().select({Selection::Kind::group, {one, other}});
    at.look("two children, the group chosen in Explore");
}

void editors(Looking& at)
{
    at.opens();
    Session& session = at.window.session();
    auto* children = at.page<ChildrenWorkspace>(Workspace::children);
    session.goToChild(session.cohort()->child.front());
    at.look("a child's needs");
    for (QPushButton* button : children->page()->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text().contains("reassessment")) {
            click(button);
            break;
        }
    }
    at.look("scoring a child");
    press(Qt::Key_N);
    type("Seen at school by the teacher on Monday");
    at.look("writing evidence");
    for (QAbstractButton* card : children->page()->findChildren<QAbstractButton*>()) {
        if (card->inherits("twelvefold::ui::WordsCard") && card->isVisible()) {
            card->click();
            break;
        }
    }
    at.look("the child's own words");
    ChildPage* page = children->page();
    page->setTab(ChildPage::placements);
    at.look("placements and costs");
    QDialog* placement = page->placementsPage()->addPlacement();
    at.look("entering a placement");
    at.close(placement);
    QDialog* cost = page->placementsPage()->addCost();
    at.look("entering a cost");
    at.close(cost);
    if (QDialog* move = children->moveChild()) {
        at.look("moving the child");
        at.close(move);
    }
    page->setTab(ChildPage::outcomes);
    at.look("outcomes");
    QDialog* outcome = page->outcomesPage()->add({});
    at.look("entering an outcome");
    at.close(outcome);
    page->setTab(ChildPage::history);
    at.look("history");
    QDialog* added = children->addChild();
    at.look("adding a child");
    at.close(added);
}

} // namespace

TEMPLATE_TEST_CASE("a store of children with long names fits every screen", "", Small, Smallest,
                   SmallLong, SmallestLong)
{
    lookAt<TestType>(longNames);
}
TEMPLATE_TEST_CASE("a child's page and its editors fit every screen", "", Small, Smallest,
                   SmallLong, SmallestLong)
{
    lookAt<TestType>(editors);
}
