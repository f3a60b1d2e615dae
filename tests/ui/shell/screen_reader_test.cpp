// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/amounts_chart.h"
#include "charts/funnel_chart.h"
#include "charts/need_cost_chart.h"
#include "charts/profile_radar.h"
#include "children/child_editor.h"
#include "children/child_list.h"
#include "children/child_page.h"
#include "children/children_workspace.h"
#include "children/domain_row.h"
#include "children/needs_page.h"
#include "common/controls.h"
#include "common/manners.h"
#include "reports/page_preview.h"
#include "shell/main_window.h"
#include "shell/rail.h"
#include "support/finders.h"
#include "ui/shell/a_desk.h"

#include "support/catch.h"
#include <QAccessible>
#include <QComboBox>
#include <QSignalSpy>
#include <QToolButton>

// What a screen reader is told of the window.

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

struct Desk : tests::ADesk
{
    Desk()
    {
        Manners::teach(*qApp);
        REQUIRE(waitsFor([&] { return window.session().findings() != nullptr; }));
    }
    ChildrenWorkspace& children()
    {
        return *static_cast<ChildrenWorkspace*>(window.workspace(Workspace::children));
    }
};

QAccessible::Role roleOf(QWidget* widget)
{
    return QAccessible::queryAccessibleInterface(widget)->role();
}

// A choice is called by what is chosen; what it is about is its label.
bool isLabelled(QWidget* widget)
{
    for (const QLabel* label : widget->parentWidget()->findChildren<QLabel*>()) {
        if (label->buddy() == widget)
            return true;
    }
    return false;
}

void checkNames(QWidget& page)
{
    for (QWidget* widget : page.findChildren<QWidget*>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) ||
            widget->focusProxy() != nullptr)
            continue;
        auto* told = QAccessible::queryAccessibleInterface(widget);
        INFO(widget->metaObject()->className()
             << " in " << widget->parentWidget()->metaObject()->className());
        REQUIRE(told);
        const QString name = told->text(QAccessible::Name);
        CHECK_FALSE(name.isEmpty());
        INFO(name.toStdString());
        CHECK(told->role() != QAccessible::Client);
        CHECK(told->role() != QAccessible::NoRole);
        if (qobject_cast<QComboBox*>(widget))
            CHECK(isLabelled(widget));
    }
}

} // namespace

TEST_CASE("whatever can have the focus has a name and a role, in every workspace")
{
    Desk desk;
    for (int workspace = 0; workspace < 5; ++workspace) {
        press(static_cast<Qt::Key>(Qt::Key_1 + workspace), Qt::ControlModifier);
        INFO("workspace " << workspace + 1);
        checkNames(desk.window);
    }
    press(Qt::Key_1, Qt::ControlModifier);
    desk.children().openChild(desk.window.session().cohort()->child.front());
    for (const auto tab :
         {ChildPage::needs, ChildPage::placements, ChildPage::outcomes, ChildPage::history}) {
        desk.children().page()->setTab(tab);
        settle();
        checkNames(desk.window);
    }
    ChildEditor* editor = desk.children().addChild();
    checkNames(*editor);
    editor->close();
}

TEST_CASE("levels, choices and the rail are radio buttons, and a level is described by its words")
{
    Desk desk;
    press(Qt::Key_1, Qt::ControlModifier);
    desk.children().openChild(desk.window.session().cohort()->child.front());
    press(Qt::Key_Return);
    NeedsPage& needs = *desk.children().page()->needsPage();
    LevelButton* level = needs.form()->row(2)->button(3);
    CHECK(roleOf(level) == QAccessible::RadioButton);
    CHECK(level->accessibleDescription().toStdString() ==
          needs.form()->model()->framework().domains()[2].descriptors[3]);
    CHECK(roleOf(needs.form()->row(2)) == QAccessible::Grouping);
    for (QToolButton* workspace : find<Rail>(&desk.window)->findChildren<QToolButton*>())
        CHECK(roleOf(workspace) == QAccessible::RadioButton);
    for (SegmentedControl* control : desk.window.findChildren<SegmentedControl*>()) {
        INFO(control->accessibleName().toStdString());
        CHECK(roleOf(control) == QAccessible::Grouping);
        CHECK_FALSE(control->accessibleName().isEmpty());
        for (QPushButton* segment : control->findChildren<QPushButton*>())
            CHECK(roleOf(segment) == QAccessible::RadioButton);
    }
}

TEST_CASE("a screen reader's press does what a hand's does")
{
    Desk desk;
    press(Qt::Key_1, Qt::ControlModifier);
    desk.children().openChild(desk.window.session().cohort()->child.front());
    press(Qt::Key_Return);
    const auto act = [](QWidget* widget) {
        auto* told = QAccessible::queryAccessibleInterface(widget)->actionInterface();
        told->doAction(told->actionNames().front());
        settle();
    };
    NeedsPage& needs = *desk.children().page()->needsPage();
    act(needs.form()->row(2)->button(3));
    CHECK(needs.form()->model()->level(2) == 3);
    act(needs.form()->row(2)->button(1));
    CHECK(needs.form()->model()->level(2) == 1);
    CHECK(QAccessible::queryAccessibleInterface(needs.form()->row(2)->button(1))->state().checked);
    act(find<Rail>(&desk.window)->button(Workspace::reports));
    CHECK(desk.window.workspace(Workspace::reports)->isVisible());
    SegmentedControl control({"One", "Two"});
    QSignalSpy chosen(&control, &SegmentedControl::chosen);
    act(control.segment(1));
    CHECK(chosen.size() == 1);
    CHECK(control.current() == 1);
}

TEST_CASE("each picture says what it is and shows, or where the same figures are listed")
{
    Desk desk;
    const auto told = [&]<class Picture>(Workspace workspace, QAccessible::Role role) {
        press(static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(workspace)), Qt::ControlModifier);
        auto* picture = desk.window.workspace(workspace)->template findChild<Picture*>();
        REQUIRE(picture);
        CHECK(waitsFor([&] { return !picture->accessibleDescription().isEmpty(); }));
        CHECK_FALSE(picture->accessibleName().isEmpty());
        CHECK(roleOf(picture) == role);
        return picture->accessibleDescription();
    };
    using namespace charts;
    CHECK(told.operator()<NeedCostChart>(Workspace::explore, QAccessible::Chart)
              .contains("The table below lists the same children."));
    CHECK(told.operator()<AmountsChart>(Workspace::explore, QAccessible::Chart)
              .contains("So what is paid is not drawn as need, placement and price."));
    CHECK(told.operator()<FunnelChart>(Workspace::providers, QAccessible::Chart)
              .contains("The list of providers has the figures of each."));
    told.operator()<PagePreview>(Workspace::reports, QAccessible::Document);
    press(Qt::Key_1, Qt::ControlModifier);
    desk.children().openChild(desk.window.session().cohort()->child.front());
    told.operator()<ProfileRadar>(Workspace::children, QAccessible::Chart);
}
