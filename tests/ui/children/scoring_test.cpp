// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/children/an_office.h"

#include "children/domain_detail.h"
#include "children/domain_row.h"
#include "children/history_page.h"
#include "children/need_panel.h"
#include "children/placements_page.h"
#include "children/record_table.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace twelvefold;
using namespace twelvefold::tests;

TEST_CASE("a first assessment: twelve digits, Ctrl+Enter, and the list knows the total")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.type("012340123401");
    CHECK(office.form().soFar().scored == 12);
    CHECK(QApplication::focusWidget() == button(&office.needs(), "Sign off"));
    office.press(Qt::Key_Return, Qt::ControlModifier);

    const auto finals = office.bench().store().assessments(child);
    REQUIRE(finals.size() == 1);
    CHECK(finals.front().final);
    CHECK(finals.front().author == "Sam");
    CHECK_FALSE(office.bench().store().draft(child, "Sam"));
    auto& list = office.workspace().list()->model();
    CHECK(list.need(*list.find(child)) == "21 High");
    CHECK(office.needs().form()->mode() == ui::NeedsForm::Mode::waiting);
}

TEST_CASE("a sign-off asked for while the form waits says why nothing is signed off")
{
    Office office;
    QStringList said;
    QObject::connect(&office.session(), &ui::Session::said, &office.workspace(),
                     [&](const QString& sentence) { said << sentence; });
    const auto child = office.addChild("4001");
    office.open(child);
    office.needs().signOff();
    CHECK(said.last().startsWith("There is nothing to sign off yet"));
    office.score(child);
    office.type("3");
    office.open(office.addChild("4002"));
    office.open(child);
    office.needs().signOff();
    CHECK(said.last().startsWith("Continue the unfinished assessment first"));
    CHECK(office.bench().store().assessments(child).empty());
}

TEST_CASE("what is typed is saved by itself, says when, and is offered after the window is gone")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.type("0123");
    office.needs().flush();
    CHECK(office.needs().status().startsWith("4 of 12 scored · saved "));
    CHECK(office.workspace().list()->model().find(child)->hasDraft);

    office.startAgain();
    CHECK(office.workspace().list()->model().find(child)->hasDraft);
    office.open(child);
    CHECK(office.needs().offer().startsWith("You have an unfinished assessment from "));
    CHECK(office.form().soFar().scored == 4);
    CHECK(office.form().row() == 4);
    office.press(Qt::Key_Return);
    office.type("2");
    CHECK(office.form().level(4) == 2);
    CHECK(office.needs().offer().isEmpty());
}

TEST_CASE("a draft is saved when the window closes within the pause for thought")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.type("3");
    office.startAgain();
    office.open(child);
    CHECK(office.form().level(0) == 3);
}

TEST_CASE("going to another child keeps what was typed for the first")
{
    Office office;
    const auto first = office.addChild("4001");
    const auto second = office.addChild("4002");
    office.score(first);
    office.type("3");
    office.open(second);
    CHECK(office.form().soFar().scored == 0);
    office.open(first);
    CHECK(office.form().level(0) == 3);
    CHECK(office.needs().offer().startsWith("You have an unfinished assessment from "));
}

TEST_CASE("an unfinished assessment can be discarded, after one question")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.type("0123");
    office.startAgain();
    office.open(child);
    {
        Answering no(false);
        button(&office.needs(), "Discard…")->click();
        CHECK(no.asked.size() == 1);
        CHECK(office.form().soFar().scored == 4);
    }
    Answering yes(true);
    button(&office.needs(), "Discard…")->click();
    CHECK(office.form().soFar().scored == 0);
    CHECK_FALSE(office.bench().store().draft(child, "Sam"));
    CHECK_FALSE(office.workspace().list()->model().find(child)->hasDraft);
}

TEST_CASE("undoing a sign-off returns to the draft, as it was when it was signed")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.type("012340123401");
    office.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(office.bench().store().assessments(child).size() == 1);
    REQUIRE(office.bench().undo().ok());
    office.settle();
    CHECK(office.bench().store().assessments(child).empty());
    CHECK(office.needs().form()->mode() == ui::NeedsForm::Mode::waiting);
    CHECK(office.needs().offer().startsWith("You have an unfinished assessment"));
    CHECK(office.form().soFar().scored == 12);
    CHECK(office.form().level(4) == 4);
    REQUIRE(office.bench().redo().ok());
    office.settle();
    CHECK(office.needs().form()->mode() == ui::NeedsForm::Mode::waiting);
    CHECK(office.needs().offer().startsWith("Assessed on"));
}

TEST_CASE("undoing a discard gives the draft back, with what was typed last")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.type("0123");
    office.needs().flush();
    office.type("2");
    Answering yes(true);
    button(&office.needs(), "Discard…")->click();
    CHECK(office.form().soFar().scored == 0);
    REQUIRE(office.bench().undo().ok());
    office.settle();
    CHECK(office.form().soFar().scored == 5);
    CHECK(office.form().level(4) == 2);
    CHECK(office.workspace().list()->model().find(child)->hasDraft);
}

TEST_CASE("merely looking at a child begins no draft")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.press(Qt::Key_Down);
    office.press(Qt::Key_Right);
    office.needs().flush();
    CHECK_FALSE(office.bench().store().draft(child, "Sam"));
}

TEST_CASE("Enter on a finished assessment begins the next one, over last time's marks")
{
    Office office;
    const auto child = office.addChild("4001");
    office.assess(child, 2, office.census().plusDays(-200));
    office.open(child);
    CHECK(office.needs().form()->mode() == ui::NeedsForm::Mode::waiting);
    CHECK(office.form().soFar().scored == 12);
    office.press(Qt::Key_Return);
    CHECK(office.form().soFar().scored == 0);
    office.type("3");
    CHECK(office.needs().form()->mode() == ui::NeedsForm::Mode::writing);
    CHECK(office.form().soFar().scored == 1);
    CHECK(office.form().level(0) == 3);
    CHECK(office.form().previousLevel(0) == 2);
    CHECK(office.form().row() == 1);
}

TEST_CASE("a jump of two levels is signed off only with its evidence, and supersedes the last one")
{
    Office office;
    const auto child = office.addChild("4001");
    office.assess(child, 1, office.census().plusDays(-200));
    const auto before = office.bench().store().assessments(child).front();
    office.score(child);
    office.type("311111111111");
    office.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(office.bench().store().assessments(child).size() == 1);
    CHECK(office.needs().status() == "One thing to mend before it can be signed off.");
    CHECK(find<ui::DomainDetail>(office.needs().form())->problem().contains("moved from 1 to 3"));
    CHECK(office.form().row() == 0);

    // The focus is in the evidence note of that row.
    office.type("Seen twice at hospital since May");
    office.press(Qt::Key_Return, Qt::ControlModifier);
    const auto finals = office.bench().store().assessments(child);
    REQUIRE(finals.size() == 2);
    CHECK(finals[0].scores[0].evidence.reveal() == "Seen twice at hospital since May");
    CHECK(finals[1] == before);

    auto* history = office.workspace().page()->historyPage();
    office.workspace().page()->setTab(ui::ChildPage::history);
    office.settle();
    CHECK(history->assessments()->model()->item(0, 3)->text() == "in force");
    CHECK(history->assessments()->model()->item(1, 3)->text().startsWith("superseded on "));
    history->openAssessment(1);
    office.type("4");
    CHECK(office.bench().store().assessments(child)[1] == before);
    CHECK(history->form()->model()->revision() == 0);
}

TEST_CASE("an assessment with domains left out is not signed off, and the first of them is gone to")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.type("012");
    office.press(Qt::Key_Down);
    office.type("2");
    office.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(office.bench().store().assessments(child).empty());
    CHECK(office.form().row() == 3);
    CHECK(office.needs().status() == "8 things to mend before it can be signed off.");
}

TEST_CASE("an undone sign-off takes the assessment away from the page")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.type("111111111111");
    office.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(office.bench().undo());
    office.settle();
    CHECK(office.bench().store().assessments(child).empty());
    auto& list = office.workspace().list()->model();
    CHECK(list.need(*list.find(child)) == "Not assessed");
    // The draft is there again, to go on with.
    CHECK(office.needs().offer().startsWith("You have an unfinished assessment"));
    CHECK(office.form().soFar().scored == 12);
    CHECK(list.find(child)->hasDraft);
    CHECK(find<QListView>(office.workspace().list())->hasFocus());
}

TEST_CASE(
    "an unfinished assessment that was discarded comes back by undo, to the last letter typed")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.type("01");
    office.press(Qt::Key_N);
    office.type("Seen at home");
    Answering yes(true);
    button(&office.needs(), "Discard…")->click();
    CHECK(office.form().soFar().scored == 0);
    REQUIRE(office.bench().undo());
    office.settle();
    CHECK(office.needs().offer().startsWith("You have an unfinished assessment"));
    CHECK(office.form().soFar().scored == 2);
    CHECK(office.form().assessment().scores[2].evidence.reveal() == "Seen at home");
    CHECK(office.workspace().list()->model().find(child)->hasDraft);
}

TEST_CASE("Up after the last digit goes back to the last need, not away from the form")
{
    Office office;
    office.score(office.addChild("4001"));
    office.type("111111111111");
    CHECK(button(&office.needs(), "Sign off")->hasFocus());
    office.press(Qt::Key_Up);
    CHECK(office.form().row() == 11);
    CHECK(office.needs().form()->row(11)->button(1)->hasFocus());
    office.type("2");
    CHECK(office.form().level(11) == 2);
}

TEST_CASE("who goes back to a form that waits is where they were")
{
    Office office;
    const auto first = office.addChild("4001");
    office.score(first);
    office.type("01");
    office.press(Qt::Key_N);
    office.type("Seen");
    QLineEdit dialog;
    dialog.show();
    person::turnsTo(dialog);
    dialog.setFocus();
    office.settle();
    CHECK(office.needs().form()->mode() == ui::NeedsForm::Mode::waiting);
    person::turnsTo(office.workspace());
    office.settle();
    CHECK(find<QListView>(office.workspace().list())->hasFocus());
    office.press(Qt::Key_Return);
    office.type(" twice");
    CHECK(office.form().assessment().scores[2].evidence.reveal() == "Seen twice");
}

TEST_CASE("the panel tells the total so far, what changed and what will be asked for")
{
    Office office;
    const auto child = office.addChild("4001");
    office.assess(child, 1, office.census().plusDays(-200));
    office.score(child);
    office.type("31");
    QStringList said;
    for (const QLabel* label : find<ui::NeedPanel>(&office.workspace())->findChildren<QLabel*>())
        said << label->text();
    CHECK(said.contains("so far, 2 of 12 scored"));
    CHECK(said.contains("was 12"));
    CHECK(said.contains("↑ Physical health and development, 1\u00a0to\u00a03"));
    CHECK(said.contains("Physical health and development rose 2 levels: evidence will be "
                        "asked for at sign-off."));
}

TEST_CASE("a store that may only be read shows an assessment, and begins and enters nothing")
{
    Office office;
    const auto child = office.addChild("4001");
    office.assess(child, 2, office.census().plusDays(-10));
    office.startAgain(store::Access::readOnly);
    office.open(child);
    CHECK(office.form().soFar().total == 24);
    office.type("3");
    CHECK(office.needs().form()->mode() == ui::NeedsForm::Mode::reading);
    CHECK(office.form().soFar().total == 24);
    office.workspace().page()->setTab(ui::ChildPage::placements);
    CHECK(office.workspace().page()->placementsPage()->costs()->addButton()->isHidden());
}

TEST_CASE("an assessment dated in the future is refused with the date, in words")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.type("111111111111");
    office.needs().form()->setDate(office.session().today().plusDays(3));
    office.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(office.needs().status().contains("in the future"));
    CHECK(office.bench().store().assessments(child).empty());
    office.needs().form()->setDate(office.census());
    office.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(office.bench().store().assessments(child).size() == 1);
}
