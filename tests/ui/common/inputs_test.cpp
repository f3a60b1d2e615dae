// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/inputs.h"
#include "common/style_sheet.h"
#include "support/person.h"
#include "wording/wording.h"

#include "support/catch.h"
#include <QAbstractItemView>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

TEST_CASE("an amount is echoed as it was read")
{
    MoneyEdit edit;
    edit.setPer("per week");
    sees(edit);
    writes(edit.line(), "4500.75");
    REQUIRE(edit.amount());
    CHECK(*edit.amount() == domain::Money::pence(450'075));
    CHECK(edit.echo() == "£4,500.75 per week");
    CHECK_FALSE(edit.refused());
}

TEST_CASE("an amount that could be read in two ways is refused with the reason")
{
    MoneyEdit edit;
    sees(edit);
    for (const char* doubtful : {"4500,75", "4.500,75", "1,2345"}) {
        writes(edit.line(), doubtful);
        CAPTURE(doubtful);
        CHECK_FALSE(edit.amount());
        CHECK(edit.refused());
        CHECK_FALSE(edit.echo().isEmpty());
    }
    SECTION("and taken once it is plain")
    {
        writes(edit.line(), "4,500.75");
        CHECK_FALSE(edit.refused());
        CHECK(edit.amount() == domain::Money::pence(450'075));
    }
    SECTION("an empty line is no amount and no mistake")
    {
        writes(edit.line(), "");
        CHECK_FALSE(edit.refused());
        CHECK_FALSE(edit.amount());
        CHECK(edit.echo().isEmpty());
    }
}

TEST_CASE("an amount that is set reads back as the same amount")
{
    MoneyEdit edit;
    for (const std::int64_t pence : {0LL, 1LL, 123'456'789LL, 412'000LL}) {
        edit.setAmount(domain::Money::pence(pence));
        CHECK(edit.amount() == domain::Money::pence(pence));
    }
}

TEST_CASE("a date is read as the British and as the international form write it")
{
    DateEdit edit;
    sees(edit);
    const auto expected = domain::Date::from(2026, 3, 31);
    for (const char* written :
         {"31/03/2026", "31/3/2026", "2026-03-31", "31 Mar 2026", "31 March 2026"}) {
        writes(edit.line(), written);
        CAPTURE(written);
        CHECK(edit.date() == expected);
    }
}

TEST_CASE("a date with two digits for the year, or that does not exist, is refused")
{
    DateEdit edit;
    sees(edit);
    for (const char* written : {"31/03/26", "30/02/2026", "tomorrow", "2026"}) {
        writes(edit.line(), written);
        CAPTURE(written);
        CHECK_FALSE(edit.date());
        CHECK(edit.refused());
    }
}

TEST_CASE("what is wrong with a date is said in a sentence of its own")
{
    DateEdit edit;
    sees(edit);
    const auto said = [&](const char* written) {
        writes(edit.line(), written);
        CHECK(edit.refused());
        CHECK_FALSE(edit.date());
        CHECK(edit.line()->accessibleDescription() == edit.echo());
        return edit.echo();
    };
    CHECK(said("31/02/2026") == "There is no day 31 in that month: February 2026 has 28 days.");
    CHECK(said("30 Feb 2024") == "There is no day 30 in that month: February 2024 has 29 days.");
    CHECK(said("01/13/2026").startsWith("There is no month 13."));
    CHECK(said("31/03/26") == "Write the year in four digits: 31/03/2026");
    CHECK(said("31 Mar 26") == "Write the year in four digits: 31/03/2026");
    CHECK(said("31/03/1826") == "The year 1826 is not one between 1900 and 2199.");
    CHECK(said("soon").startsWith("Not a date."));
    const int far = QDate::currentDate().year() + 36;
    CHECK(said(qPrintable(QString("31/03/%1").arg(far)))
              .endsWith("36 years from now: is the year right?"));
    CHECK(said("31/03/1926").endsWith("years ago: is the year right?"));
}

TEST_CASE("a day on which something ends is held against the day on which it begins")
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* start = new DateEdit;
    auto* end = new DateEdit;
    column->addWidget(start);
    column->addWidget(end);
    end->notBefore(start);
    sees(window);
    writes(start->line(), "05/03/2026");
    writes(end->line(), "01/03/2026");
    CHECK(end->echo() == "1 Mar 2026 is before it begins, on 5 Mar 2026.");
    CHECK_FALSE(end->date());
    writes(start->line(), "01/03/2026");
    CHECK(end->date() == domain::Date::from(2026, 3, 1));
    CHECK_FALSE(end->refused());
}

TEST_CASE("what is said of a field is never cut off, however narrow the field")
{
    QWidget window;
    auto* form = new QFormLayout(&window);
    auto* date = new DateEdit;
    auto* amount = new MoneyEdit;
    form->addRow("On", date);
    form->addRow("Amount", amount);
    window.resize(230, 400);
    sees(window);
    writes(date->line(), "01/13/2026");
    writes(amount->line(), "4.500,75");
    QCoreApplication::processEvents(); // the form makes room
    for (const EchoingEdit* edit :
         {static_cast<EchoingEdit*>(date), static_cast<EchoingEdit*>(amount)}) {
        const auto* echo = edit->findChild<QLabel*>();
        REQUIRE(echo->isVisible());
        CHECK(echo->height() >= echo->heightForWidth(echo->width()));
        CHECK(edit->rect().contains(echo->geometry()));
    }
    CHECK_FALSE(date->geometry().intersects(amount->geometry()));
}

TEST_CASE("a list that opens beneath a field shows all of its few choices")
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* choices = new QComboBox(&window);
    choices->addItems({"Male", "Female", "Not specified"});
    choices->setCurrentIndex(2);
    choices->setStyleSheet(styleSheetOf(charts::Theme::light()));
    column->addWidget(choices);
    sees(window);
    choices->showPopup();
    settle();
    const QAbstractItemView* list = choices->view();
    REQUIRE(list->isVisible());
    for (int row = 0; row < 3; ++row)
        CHECK(list->viewport()->rect().contains(
            list->visualRect(choices->model()->index(row, 0)).center()));
    CHECK(list->viewport()->rect().contains(
        list->visualRect(choices->model()->index(2, 0)).bottomLeft()));
    CHECK(list->mapToGlobal(QPoint()).y() >=
          choices->mapToGlobal(QPoint(0, choices->height() - 2)).y());
    choices->hidePopup();
}

TEST_CASE("the wheel never changes what a form holds")
{
    WheelGuard::guard(*qApp);
    QSpinBox number;
    QComboBox choice;
    QDateEdit date(QDate(2026, 3, 31));
    choice.addItems({"per day", "per week"});
    const auto turn = [](QWidget& widget) {
        sees(widget);
        widget.setFocus();
        QWheelEvent event(QPointF(5, 5), widget.mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&widget, &event);
    };
    turn(number);
    turn(choice);
    turn(date);
    CHECK(number.value() == 0);
    CHECK(choice.currentIndex() == 0);
    CHECK(date.date() == QDate(2026, 3, 31));
}

TEST_CASE("what the program writes it reads, whatever the locale")
{
    const QLocale before;
    for (const QLocale& locale : {QLocale(QLocale::German, QLocale::Germany),
                                  QLocale(QLocale::Welsh, QLocale::UnitedKingdom),
                                  QLocale(QLocale::French, QLocale::France)}) {
        CAPTURE(locale.name().toStdString());
        QLocale::setDefault(locale);
        MoneyEdit money;
        for (const std::int64_t pence : {1LL, 123'450LL, -1'230LL, 123'456'789LL}) {
            const auto amount = domain::Money::pence(pence);
            money.setAmount(amount);
            CHECK(money.amount() == amount);
            money.line()->setText(wording::money(amount)); // as it stands in a list
            CHECK(money.amount() == amount);
        }
        DateEdit date;
        for (int month = 1; month <= 12; ++month) {
            const auto day = domain::Date::from(2026, month, 9);
            date.setDate(day);
            CHECK(date.date() == day);
            date.line()->setText(wording::date(*day));
            CHECK(date.date() == day);
        }
    }
    QLocale::setDefault(before);
}
