// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/child_page.h"
#include "children/children_workspace.h"
#include "children/needs_page.h"
#include "common/foot.h"
#include "shell/header_bar.h"
#include "shell/main_window.h"
#include "shell/notice_bar.h"
#include "shell/search_box.h"
#include "support/finders.h"
#include "ui/shell/a_desk.h"

#include "support/catch.h"
#include <QAction>
#include <QPushButton>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

// A council in which a cost was entered for one child, and the needs of another are on show.
struct Desk : tests::ADesk
{
    Desk()
    {
        const auto rows = store().allChildren();
        REQUIRE(rows.size() > 2);
        paidFor = rows.begin()->first;
        for (const auto& [id, child] : rows) {
            if (id != paidFor && !store().assessments(id).empty())
                assessed = id;
        }
        REQUIRE(assessed);
        entersACost();
        press(Qt::Key_1, Qt::ControlModifier);
        children().openChild(assessed);
        settle();
    }
    workbench::Workbench& bench() { return window.session().workbench(); }
    const store::Store& store() { return bench().store(); }
    std::size_t costs() { return store().costLines(paidFor).size(); }
    void entersACost()
    {
        domain::CostLine line;
        line.child = paidFor;
        line.component = domain::CostComponent::core;
        line.amount = domain::Money::pounds(100);
        line.per = domain::CostPer::week;
        line.period.start = window.session().census().plusDays(-9);
        REQUIRE(bench().saveCostLine(line));
        window.session().say("The cost is saved.");
        settle();
    }
    ChildrenWorkspace& children()
    {
        return *static_cast<ChildrenWorkspace*>(window.workspace(Workspace::children));
    }
    NeedsPage& needs() { return *children().page()->needsPage(); }
    std::optional<int> level(std::size_t row) { return needs().form()->model()->level(row); }

    domain::ChildId paidFor;
    domain::ChildId assessed;
};

constexpr auto kAgain = Qt::ControlModifier | Qt::ShiftModifier;

} // namespace

TEST_CASE("Ctrl+Z while needs are scored takes back the last level, and nothing else")
{
    Desk desk;
    const std::size_t costs = desk.costs();
    desk.needs().begin();
    settle();
    desk.needs().form()->goToRow(0);
    type("34");
    REQUIRE(desk.level(0) == 3);
    REQUIRE(desk.level(1) == 4);
    const auto before = desk.needs().form()->model()->row();
    CHECK(before == 2);

    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.level(1) != 4);
    CHECK(desk.level(0) == 3);
    CHECK(desk.needs().form()->model()->row() == 1); // where it was done
    CHECK(desk.needs().isWriting());
    press(Qt::Key_Z, kAgain);
    CHECK(desk.level(1) == 4);
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(desk.level(1) == 4);

    for (int i = 0; i < 4; ++i)
        press(Qt::Key_Z, Qt::ControlModifier);
    CHECK_FALSE(desk.level(0) == 3);
    CHECK(find<NoticeBar>(&desk.window)->sentence() ==
          "Nothing is left to take back in this assessment.");
    const auto* foot = desk.needs().findChild<QWidget*>(QLatin1String(kFoot));
    REQUIRE((foot && foot->isVisible()));
    const QRect below(foot->mapTo(&desk.window, QPoint()), foot->size());
    const QPoint at = find<NoticeBar>(&desk.window)->mapTo(&desk.window, QPoint());
    CHECK_FALSE(QRect(at, find<NoticeBar>(&desk.window)->size()).intersects(below));
    CHECK(desk.needs().isWriting());
    CHECK(desk.costs() == costs);

    SECTION("and once it is left, undoes in the store again")
    {
        desk.needs().leave();
        settle();
        press(Qt::Key_Z, Qt::ControlModifier);
        CHECK(desk.costs() == costs - 1);
    }
}

TEST_CASE("the menu names no step of the store while needs are scored")
{
    Desk desk;
    const QAction* undo = desk.window.command("undo");
    CHECK(undo->text().startsWith("&Undo: "));
    desk.needs().begin();
    settle();
    CHECK(undo->text() == "&Undo");
    CHECK(undo->isEnabled());
    desk.needs().leave();
    settle();
    CHECK(undo->text().startsWith("&Undo: "));
}

TEST_CASE("in a field, undo and redo are about what is typed there")
{
    Desk desk;
    const std::size_t costs = desk.costs();
    press(Qt::Key_K, Qt::ControlModifier);
    type("ab");
    desk.window.command("undo")->trigger();
    CHECK(find<SearchBox>(&desk.window)->text().isEmpty());
    press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(find<SearchBox>(&desk.window)->text() == "ab");
    desk.window.command("undo")->trigger();
    desk.window.command("undo")->trigger();
    CHECK(find<NoticeBar>(&desk.window)
              ->sentence()
              .startsWith("Nothing that was typed in this field"));
    CHECK(desk.costs() == costs);
}

TEST_CASE("after an edit, undo is about it where nothing was typed since")
{
    Desk desk;
    press(Qt::Key_K, Qt::ControlModifier);
    type("ab"); // what was looked for before
    const std::size_t costs = desk.costs();
    desk.entersACost();
    REQUIRE(find<SearchBox>(&desk.window)->hasFocus());
    REQUIRE(desk.costs() == costs + 1);
    SECTION("the edit is taken back, and what was looked for stays")
    {
        desk.window.command("undo")->trigger();
        CHECK(desk.costs() == costs);
        CHECK(find<SearchBox>(&desk.window)->text() == "ab");
    }
    SECTION("what is typed after it is taken back first, and the edit not with it")
    {
        type("c");
        desk.window.command("undo")->trigger();
        desk.window.command("undo")->trigger();
        CHECK(find<SearchBox>(&desk.window)->text() == "ab");
        CHECK(desk.costs() == costs + 1);
    }
}

TEST_CASE("only a message about an edit offers to undo it, and only while it is the newest")
{
    Desk desk;
    Session& session = desk.window.session();
    const NoticeBar* notice = find<NoticeBar>(&desk.window);
    REQUIRE(button(notice, "Undo")->isVisible());

    SECTION("what is said after an undo offers none")
    {
        desk.entersACost();
        press(Qt::Key_Z, Qt::ControlModifier);
        CHECK_FALSE(button(notice, "Undo")->isVisible());
        session.say("The report is saved as “Value.pdf”.");
        CHECK_FALSE(button(notice, "Undo")->isVisible());
        session.say("The cost is saved."); // in which nothing was different
        CHECK_FALSE(button(notice, "Undo")->isVisible());
    }
    SECTION("what is said of something else offers none, whatever was done before it")
    {
        REQUIRE(desk.bench().addChild({}, {}, {session.census().plusDays(-9), std::nullopt}));
        settle();
        session.say("The picture is saved as “Need.svg”.");
        CHECK_FALSE(button(notice, "Undo")->isVisible());
    }
    SECTION("the offer goes when another step is newer, or it is undone elsewhere")
    {
        const bool undone = GENERATE(false, true);
        if (undone)
            REQUIRE(desk.bench().undo());
        else
            REQUIRE(desk.bench().addChild({}, {}, {session.census().plusDays(-9), std::nullopt}));
        settle();
        CHECK(notice->isVisible());
        CHECK_FALSE(button(notice, "Undo")->isVisible());
    }
}
