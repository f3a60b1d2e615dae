// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/button_text.h"
#include "common/controls.h"
#include "common/sliders.h"
#include "support/person.h"

#include "support/catch.h"
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

TEST_CASE("a segmented control is chosen from with the mouse and with the arrow keys")
{
    SegmentedControl control({"All settings", "Same setting", "Same band"});
    QSignalSpy chosen(&control, &SegmentedControl::chosen);
    sees(control);

    click(control.segment(1));
    CHECK(control.current() == 1);
    press(Qt::Key_Right);
    CHECK(control.current() == 2);
    press(Qt::Key_Right);
    CHECK(control.current() == 0); // round to the first
    press(Qt::Key_Left);
    CHECK(control.current() == 2);
    CHECK(chosen.count() == 4);

    SECTION("choosing what is chosen says nothing")
    {
        click(control.segment(2));
        CHECK(chosen.count() == 4);
        CHECK(control.segment(2)->isChecked());
    }
    SECTION("a program's choice says nothing either")
    {
        control.setCurrent(0);
        CHECK(chosen.count() == 4);
        CHECK(control.segment(0)->isChecked());
        CHECK_FALSE(control.segment(2)->isChecked());
    }
}

TEST_CASE("Tab leaves a segmented control at once, whatever is chosen")
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* control = new SegmentedControl({"One", "Two", "Three"});
    auto* after = new QPushButton("After");
    column->addWidget(control);
    column->addWidget(after);
    sees(window);
    control->segment(0)->setFocus();
    press(Qt::Key_Right);
    press(Qt::Key_Tab);
    CHECK(after->hasFocus());
}

TEST_CASE("a range slider keeps its lower end below its upper one")
{
    RangeSlider slider(0, 17);
    QSignalSpy moved(&slider, &RangeSlider::rangeChanged);
    sees(slider);
    slider.setFocus(Qt::TabFocusReason);

    press(Qt::Key_Right);
    CHECK(slider.lower() == 1);
    CHECK(slider.upper() == 17);
    press(Qt::Key_Tab); // to the other handle
    press(Qt::Key_Left);
    CHECK(slider.upper() == 16);
    press(Qt::Key_Home);
    CHECK(slider.upper() == 1); // no further than the lower end
    press(Qt::Key_End);
    CHECK(slider.upper() == 17);
    CHECK(moved.count() == 4);

    SECTION("out of range values are brought within it")
    {
        slider.setRange(-5, 99);
        CHECK(slider.lower() == 0);
        CHECK(slider.upper() == 17);
        CHECK(moved.count() == 4);
    }
}

TEST_CASE("a number slider speaks in its own unit")
{
    NumberSlider slider(0, 6, 0.5);
    sees(slider);
    slider.setNumber(2);
    QSignalSpy moved(&slider, &NumberSlider::numberChanged);
    slider.setFocus();
    press(Qt::Key_Right);
    CHECK(slider.number() == Approx(2.5));
    REQUIRE(moved.count() == 1);
    CHECK(moved.front().front().toDouble() == Approx(2.5));
    slider.setNumber(100);
    CHECK(slider.number() == Approx(6));
}

TEST_CASE("a text on a button is read without the marks of its shortcut, and names keep their &")
{
    CHECK(asRead("Sign &off") == "Sign off");
    CHECK(asRead("&Undo: " + onButton("Oak & Sons")) == "Undo: Oak & Sons");
    CHECK(asRead(onButton("&&")) == "&&");
    CHECK(asRead("History && audit &") == "History & audit ");
}
