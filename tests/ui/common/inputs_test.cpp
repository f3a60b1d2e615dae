// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/inputs.h"
#include "support/person.h"
#include "wording/wording.h"

#include <QComboBox>
#include <QDateEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QWheelEvent>
#include <catch2/catch.hpp>

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
