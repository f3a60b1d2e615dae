// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/domain_detail.h"
#include "children/domain_row.h"
#include "children/needs_form.h"
#include "children/own_words.h"
#include "ui/children/an_assessment.h"

#include "support/catch.h"
#include "support/finders.h"
#include "support/person.h"
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

#include "support/no_qt_assertions.h"

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::tests;

namespace {

// The form as a person has it before them, keys going to whatever has the focus.
class Person
{
public:
    explicit Person(std::optional<int> lastTime = {},
                    NeedsForm::Mode mode = NeedsForm::Mode::writing)
    {
        const auto framework = twelveDomains();
        form.resize(760, 700);
        form.QWidget::show();
        person::turnsTo(form);
        form.show(
            NeedsFormModel(framework, blank(*framework),
                           lastTime ? std::optional(allAt(*framework, *lastTime)) : std::nullopt),
            "K7F-204", mode);
        form.focusRow();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    void type(const QString& words) { QTest::keyClicks(QApplication::focusWidget(), words); }
    const NeedsFormModel& model() const { return *form.model(); }

    NeedsForm form;
};

} // namespace

TEST_CASE("twelve digit keys score twelve domains and no row is left")
{
    Person person;
    QSignalSpy done(&person.form, &NeedsForm::allAnswered);
    for (const char digit : std::string("012340123401")) {
        CHECK(done.isEmpty());
        person.type(QString(QLatin1Char(digit)));
    }
    CHECK(done.size() == 1);
    CHECK(person.model().soFar().scored == 12);
    CHECK(person.model().level(0) == 0);
    CHECK(person.model().level(4) == 4);
    CHECK(person.model().level(11) == 1);
}

TEST_CASE("a digit beyond the highest level changes nothing")
{
    Person person;
    person.type("7");
    CHECK(person.model().revision() == 0);
    CHECK(person.model().row() == 0);
}

TEST_CASE("arrow keys move between rows and levels, and score nothing")
{
    Person person(3);
    person.press(Qt::Key_Down);
    CHECK(person.model().row() == 1);
    person.press(Qt::Key_Right);
    CHECK(person.model().levelUnderFocus() == 4);
    person.press(Qt::Key_Left);
    person.press(Qt::Key_Up);
    CHECK(person.model().row() == 0);
    CHECK(person.model().levelUnderFocus() == 3);
    CHECK(person.model().revision() == 0);
    CHECK(QApplication::focusWidget() == person.form.row(0)->button(3));
}

TEST_CASE("N opens the evidence note, which takes digits as words")
{
    Person person;
    person.type("2");
    person.press(Qt::Key_Up);
    person.press(Qt::Key_N);
    person.type("Excluded 2 times");
    CHECK(person.model().assessment().scores[0].evidence.reveal() == "Excluded 2 times");
    CHECK(person.model().soFar().scored == 1);
    person.press(Qt::Key_Escape);
    person.type("4");
    CHECK(person.model().level(0) == 4);
}

TEST_CASE("U asks why a domain is not known, and Enter moves on")
{
    Person person;
    person.press(Qt::Key_U);
    person.type("Has just arrived");
    person.press(Qt::Key_Return);
    CHECK(person.model().assessment().scores[0].notKnownBecause.reveal() == "Has just arrived");
    CHECK(person.model().row() == 1);
    CHECK(person.model().soFar().answered == 1);
}

TEST_CASE("C says how sure the rater is, Delete takes a score back")
{
    Person person;
    person.press(Qt::Key_C);
    CHECK(person.model().assessment().scores[0].confidence == 1);
    person.type("3");
    person.press(Qt::Key_Up);
    person.press(Qt::Key_Delete);
    CHECK_FALSE(person.model().level(0));
}

TEST_CASE("the mouse scores a row and stays in it")
{
    Person person;
    QTest::mouseClick(person.form.row(5)->button(2), Qt::LeftButton);
    CHECK(person.model().level(5) == 2);
    CHECK(person.model().row() == 5);
}

TEST_CASE("the wheel changes nothing")
{
    Person person(2);
    person.type("1");
    const int before = person.model().revision();
    for (int level = 0; level <= 4; ++level) {
        LevelButton* button = person.form.row(0)->button(level);
        QWheelEvent wheel(QPointF(5, 5), button->mapToGlobal(QPointF(5, 5)), QPoint(),
                          QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(button, &wheel);
    }
    CHECK(person.model().revision() == before);
    CHECK(person.model().level(0) == 1);
}

TEST_CASE(
    "while the form waits, no letter or digit changes anything, and Enter and a press ask to begin")
{
    Person person(2, NeedsForm::Mode::waiting);
    QSignalSpy asked(&person.form, &NeedsForm::startAsked);
    for (const char key : std::string("0123456789nuc "))
        person.type(QString(QLatin1Char(key)));
    person.press(Qt::Key_Delete);
    person.press(Qt::Key_Down);
    CHECK(person.model().revision() == 0);
    CHECK(asked.isEmpty());
    CHECK(person.model().row() == 1);
    person.press(Qt::Key_Return);
    REQUIRE(asked.size() == 1);
    CHECK_FALSE(asked.front().front().value<std::optional<int>>());
    QTest::mouseClick(person.form.row(4)->button(3), Qt::LeftButton);
    REQUIRE(asked.size() == 2);
    CHECK(asked.back().front().value<std::optional<int>>() == 3);
    CHECK(person.model().row() == 4);
    CHECK(person.model().revision() == 0);
}

TEST_CASE("an assessment that is only read begins nothing")
{
    Person person(2, NeedsForm::Mode::reading);
    QSignalSpy asked(&person.form, &NeedsForm::startAsked);
    person.type("3 n");
    person.press(Qt::Key_Return);
    QTest::mouseClick(person.form.row(4)->button(3), Qt::LeftButton);
    CHECK(asked.isEmpty());
    CHECK(person.model().revision() == 0);
}

TEST_CASE("the child's words and strengths are opened, written and closed by keyboard")
{
    Person person;
    person::find<OwnWords>(&person.form)->open(NeedsFormModel::Words::whatMatters);
    person.type("My nan");
    CHECK(person.model().words(NeedsFormModel::Words::whatMatters) == "My nan");
    person.press(Qt::Key_Escape);
    CHECK(QApplication::focusWidget() == person.form.row(0)->button(0));

    person::find<OwnWords>(&person.form)->open(NeedsFormModel::Words::strengths);
    person.type("Funny");
    person.press(Qt::Key_Tab);
    person.type("3");
    CHECK(person.model().assessment().strengths[0] == 3);
    person.press(Qt::Key_Left);
    CHECK(person.model().assessment().strengths[0] == 2);
    CHECK(person.model().soFar().scored == 0);
}

TEST_CASE("every level says its domain and what it asks for, and whether it was last time's")
{
    Person person(3);
    CHECK(person.form.row(0)->button(3)->accessibleName() ==
          "Physical health and development: level 3, Intensive or specialist support (last time)");
    CHECK(person.form.row(0)->button(4)->accessibleName() ==
          "Physical health and development: level 4, Constant or immediate support");
}

TEST_CASE("what stands before the sign-off is shown at the row, and the note is opened for a jump")
{
    Person person(1);
    for (int i = 0; i < 12; ++i)
        person.type(i == 6 ? "3" : "1");
    const auto problems = person.model().problems(kToday);
    REQUIRE(problems.size() == 1);
    person.form.showProblems(problems);
    CHECK(person.model().row() == 6);
    CHECK(QApplication::focusWidget()->inherits("QPlainTextEdit"));
    person.type("Seen at school");
    CHECK(person.model().problems(kToday).empty());
}
