// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/child_list.h"
#include "children/child_page.h"
#include "children/children_workspace.h"
#include "children/echoed_line.h"
#include "children/move_form.h"
#include "children/needs_page.h"
#include "children/outcome_editor.h"
#include "children/outcomes_page.h"
#include "children/placements_page.h"
#include "children/present_day.h"
#include "children/record_table.h"
#include "common/controls.h"
#include "common/inputs.h"
#include "common/session.h"
#include "ui/shell/a_council.h"

#include "support/catch.h"
#include "support/finders.h"
#include "support/person.h"
#include <QApplication>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QtTest>

#include "support/no_qt_assertions.h"

using namespace twelvefold;
using domain::Date;

namespace {

// The demonstration council, where time stands still, on the children's page of its first child.
struct Demonstration
{
    tests::ACouncil council;
    ui::Session session;
    std::unique_ptr<ui::ChildrenWorkspace> workspace;
    domain::ChildId child;

    Demonstration() { open(); }
    void open()
    {
        session.adopt(council.open());
        workspace = std::make_unique<ui::ChildrenWorkspace>(session);
        workspace->resize(1280, 760);
        workspace->show();
        person::turnsTo(*workspace);
        settle();
        child = session.cohort()->child.front();
        workspace->openChild(child);
        settle();
    }
    void openAgain()
    {
        workspace.reset();
        session.close();
        open();
    }
    static void settle() { QCoreApplication::processEvents(); }
    // Due and age of every child of the list.
    QStringList listed() const
    {
        QStringList rows;
        const auto& model = workspace->list()->model();
        for (int row = 0; row < model.rowCount(); ++row)
            rows << model.index(row, 0).data(Qt::AccessibleTextRole).toString();
        return rows;
    }
    // Whether a table of outcomes has a cell with these words.
    bool says(const QString& words) const
    {
        for (const ui::RecordTable* table : workspace->page()->outcomesPage()->tables()) {
            const auto* model = table->model();
            for (int row = 0; row < model->rowCount(); ++row) {
                for (int column = 0; column < model->columnCount(); ++column) {
                    if (model->item(row, column)->text() == words)
                        return true;
                }
            }
        }
        return false;
    }
    ui::OutcomeEditor* enterOutcome()
    {
        workspace->page()->setTab(ui::ChildPage::outcomes);
        ui::OutcomeEditor* editor =
            workspace->page()->outcomesPage()->add(domain::outcomeMeasures().front().code);
        settle();
        return editor;
    }
    static void saves(ui::OutcomeEditor* editor)
    {
        if (auto* yesNo = person::find<ui::SegmentedControl>(editor); yesNo->isVisible())
            yesNo->segment(1)->click();
        else
            person::find<QLineEdit>(editor, "Value")->setText(QStringLiteral("20"));
        editor->accept();
        settle();
    }
};

ui::EchoedDate* dayOf(const ui::MoveForm* form)
{
    return person::find<ui::EchoedDate>(form, "On");
}

} // namespace

TEST_CASE("a record entered by hand moves nobody's day, here or when the store is opened again")
{
    Demonstration demo;
    const QString day = ui::presentDayInWords(demo.session);
    const QStringList before = demo.listed();
    REQUIRE(ui::presentDay(demo.session) < demo.session.today());
    CHECK(day == wording::date(ui::presentDay(demo.session)) + ", the census date");
    CHECK(demo.workspace->page()->heading().endsWith(day));

    auto* editor = demo.enterOutcome();
    person::find<ui::DateEdit>(editor)->setDate(demo.session.today());
    demo.saves(editor);
    const auto outcomes = demo.session.workbench().store().outcomes(demo.child);
    REQUIRE(outcomes.front().date == demo.session.today());
    CHECK(ui::presentDayInWords(demo.session) == day);
    CHECK(demo.listed() == before);
    CHECK(demo.workspace->page()->heading().endsWith(day));
    // It lies after that day, and is seen on the child's page all the same.
    CHECK(demo.says(wording::date(demo.session.today())));

    demo.openAgain();
    CHECK(ui::presentDayInWords(demo.session) == day);
    CHECK(demo.listed() == before);

    SECTION("when the census date is another, it is not called that")
    {
        demo.session.setCensus(demo.session.census().plusDays(-365));
        demo.settle();
        CHECK_FALSE(demo.workspace->page()->heading().endsWith("the census date"));
        CHECK(demo.workspace->page()->heading().endsWith(ui::presentDayInWords(demo.session)));
    }
    SECTION("the person's own choice does")
    {
        demo.session.setCensus(demo.session.today());
        demo.settle();
        CHECK(ui::presentDayInWords(demo.session) ==
              "Today, " + wording::date(demo.session.today()));
        CHECK(demo.workspace->page()->heading().endsWith(ui::presentDayInWords(demo.session)));
    }
}

TEST_CASE("every form offers the day of the page, and calls only today today")
{
    Demonstration demo;
    const Date day = ui::presentDay(demo.session);
    REQUIRE(day < demo.session.today());
    auto* editor = demo.enterOutcome();
    CHECK(person::find<ui::DateEdit>(editor)->date() == day);
    editor->reject();
    ui::MoveForm* form = demo.workspace->moveChild();
    REQUIRE(form);
    CHECK(dayOf(form)->date() == day);
    CHECK_FALSE(dayOf(form)->echo().contains("today"));
    CHECK(dayOf(form)->echo().endsWith("days ago"));
    dayOf(form)->setDate(demo.session.today());
    CHECK(dayOf(form)->echo().endsWith("today"));
    delete form; // unsaved, without being asked

    demo.session.setCensus(day.plusDays(30));
    demo.settle();
    CHECK(ui::offeredDay(demo.session) == day.plusDays(30));
    form = demo.workspace->moveChild();
    CHECK(dayOf(form)->date() == day.plusDays(30));
}
