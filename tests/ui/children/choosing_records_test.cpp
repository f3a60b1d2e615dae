// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/children/an_office.h"

#include "children/cost_line_editor.h"
#include "children/outcome_editor.h"
#include "children/outcomes_page.h"
#include "children/placements_page.h"
#include "children/record_table.h"
#include "common/data_table.h"
#include "common/inputs.h"

#include <QLineEdit>
#include <QPushButton>

// Which record of which child a button acts on, and where the focus is afterwards.
using namespace twelvefold;
using namespace twelvefold::tests;

namespace {

void pays(Office& office, domain::ChildId child, std::int64_t pence)
{
    domain::CostLine line;
    line.child = child;
    line.amount = domain::Money::pence(pence);
    line.period = {office.census().plusDays(-30), std::nullopt};
    REQUIRE(office.bench().saveCostLine(line));
    office.settle();
}

void measures(Office& office, domain::ChildId child, double value)
{
    domain::Outcome outcome;
    outcome.child = child;
    outcome.measure = "sdq_total";
    outcome.date = office.census();
    outcome.value = value;
    REQUIRE(office.bench().saveOutcome(outcome));
    office.settle();
}

QString pseudonym(Office& office, domain::ChildId child)
{
    return QString::fromStdString(office.bench().store().child(child)->pseudonym);
}

// The dialog that stands in front, filled in and saved; and the window behind it, in use again.
void saves(Office& office, ui::RecordEditor* editor)
{
    person::turnsTo(*editor);
    office.settle();
    editor->accept();
    person::turnsTo(office.workspace());
    office.settle();
}

} // namespace

TEST_CASE("a cost that was chosen of one child leaves none chosen of the next")
{
    Office office;
    const auto one = office.addChild("4001");
    const auto other = office.addChild("4002");
    pays(office, one, 100000);
    pays(office, other, 20000);
    pays(office, other, 30000);
    office.open(one);
    office.workspace().page()->setTab(ui::ChildPage::placements);
    ui::RecordTable* costs = office.workspace().page()->placementsPage()->costs();
    costs->choose(0);
    REQUIRE(button(costs, "Remove…")->isVisible());

    office.open(other);
    REQUIRE(costs->model()->rowCount() == 2);
    CHECK_FALSE(button(costs, "Remove…")->isVisible());
    CHECK(costs->table()->selectionModel()->selectedRows().empty());
    // Nor is what the keyboard merely arrives at.
    costs->table()->setFocus(Qt::TabFocusReason);
    CHECK_FALSE(button(costs, "Remove…")->isVisible());
    Answering yes(true);
    office.press(Qt::Key_Delete);
    CHECK(yes.asked.isEmpty());

    SECTION("and after one is removed, the next one is the person's to choose")
    {
        costs->choose(0);
        button(costs, "Remove…")->click();
        office.settle();
        REQUIRE(costs->model()->rowCount() == 1);
        CHECK_FALSE(button(costs, "Remove…")->isVisible());
        CHECK(QApplication::focusWidget() == costs->table());
    }
    SECTION("and one that is changed stays chosen, wherever it stands then")
    {
        const auto later = office.bench().store().costLines(other).back();
        costs->choose(1);
        auto changed = later;
        changed.period.start = changed.period.start.plusDays(-5);
        REQUIRE(office.bench().saveCostLine(changed));
        changed.period.start = changed.period.start.plusDays(15);
        REQUIRE(office.bench().saveCostLine(changed));
        office.settle();
        const auto lines = office.bench().store().costLines(other);
        REQUIRE(costs->row() >= 0);
        CHECK(lines[static_cast<std::size_t>(costs->row())].id == later.id);
        CHECK(button(costs, "Remove…")->isVisible());
    }
}

TEST_CASE("what changes or removes a record says whose it is")
{
    Office office;
    const auto child = office.addChild("4001");
    pays(office, child, 100000);
    measures(office, child, 14);
    office.open(child);
    office.workspace().page()->setTab(ui::ChildPage::placements);
    auto* page = office.workspace().page()->placementsPage();
    const QString name = pseudonym(office, child);
    Answering no(false);
    page->costs()->choose(0);
    button(page->costs(), "Remove…")->click();
    REQUIRE(no.asked.size() == 1);
    CHECK(no.asked.front() == "Remove this cost of " + name + "?");
    auto* editor = page->editCost(office.bench().store().costLines(child).front());
    CHECK(editor->windowTitle() == "Change a cost – " + name);
    editor->reject();

    office.workspace().page()->setTab(ui::ChildPage::outcomes);
    auto* outcomes = office.workspace().page()->outcomesPage();
    outcomes->tables().front()->choose(0);
    button(outcomes->tables().front(), "Remove…")->click();
    REQUIRE(no.asked.size() == 2);
    CHECK(no.asked.back() == "Remove this value of " + name + "?");
}

TEST_CASE("after a dialog the focus is where it was opened from")
{
    Office office;
    const auto child = office.addChild("4001");
    pays(office, child, 100000);
    measures(office, child, 14);
    office.open(child);

    SECTION("also where entering a value makes the page anew")
    {
        office.workspace().page()->setTab(ui::ChildPage::outcomes);
        auto* page = office.workspace().page()->outcomesPage();
        page->tables().front()->addButton()->setFocus();
        auto* editor = page->add("sdq_total");
        find<ui::DateEdit>(editor, "On")->setDate(office.census().plusDays(-20));
        find<QLineEdit>(editor, "Value")->setText("11");
        saves(office, editor);
        REQUIRE(page->tables().front()->model()->rowCount() == 2);
        CHECK(QApplication::focusWidget() == page->tables().front()->addButton());
    }
    SECTION("or beside what was the last value of its measure")
    {
        office.workspace().page()->setTab(ui::ChildPage::outcomes);
        auto* page = office.workspace().page()->outcomesPage();
        Answering yes(true);
        page->tables().front()->choose(0);
        button(page->tables().front(), "Remove…")->setFocus();
        button(page->tables().front(), "Remove…")->click();
        office.settle();
        REQUIRE(page->tables().empty());
        REQUIRE(QApplication::focusWidget());
        CHECK(page->isAncestorOf(QApplication::focusWidget()));
    }
    SECTION("and where a cost is changed")
    {
        office.workspace().page()->setTab(ui::ChildPage::placements);
        auto* page = office.workspace().page()->placementsPage();
        page->costs()->choose(0);
        page->costs()->table()->setFocus();
        auto* editor = page->editCost(office.bench().store().costLines(child).front());
        field(editor, "Amount, without VAT")->line()->setText("1,100");
        saves(office, editor);
        CHECK(QApplication::focusWidget() == page->costs()->table());
        CHECK(page->costs()->row() == 0);
    }
}
