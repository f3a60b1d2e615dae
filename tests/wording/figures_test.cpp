// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/translations.h"
#include "wording/wording.h"

#include "support/catch.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdlib>
#include <ctime>

using namespace twelvefold;
using domain::Money;

namespace {

std::string said(const QString& text)
{
    return text.toStdString();
}

// The person's locale for the length of one test.
class InLocale
{
public:
    explicit InLocale(const QLocale& locale) { QLocale::setDefault(locale); }
    ~InLocale() { QLocale::setDefault(m_before); }
    InLocale(const InLocale&) = delete;
    InLocale& operator=(const InLocale&) = delete;

private:
    QLocale m_before;
};

} // namespace

TEST_CASE("money reads as in Britain, to the penny")
{
    CHECK(said(wording::money(Money::pence(123450))) == "£1,234.50");
    CHECK(said(wording::money(Money::pence(0))) == "£0.00");
    CHECK(said(wording::money(Money::pence(5))) == "£0.05");
    CHECK(said(wording::money(Money::pence(10'000'000'000))) == "£100,000,000.00");
}

TEST_CASE("a negative amount has a minus sign before the pound, not brackets")
{
    CHECK(said(wording::money(Money::pence(-1230))) == "−£12.30");
    CHECK(said(wording::roundPounds(-0.4)) == "£0");
    CHECK(said(wording::roundPounds(-1234.6)) == "−£1,235");
}

TEST_CASE("money of a double is rounded to the penny")
{
    CHECK(said(wording::pounds(9649.995)) == "£9,650.00");
    CHECK(said(wording::roundPounds(1234.5)) == "£1,235");
}

TEST_CASE("large amounts are shortened and never round up into the next unit's thousand")
{
    CHECK(said(wording::largeMoney(39'612'345)) == "£39.6m");
    CHECK(said(wording::largeMoney(820'400)) == "£820k");
    CHECK(said(wording::largeMoney(9'650)) == "£9,650");
    CHECK(said(wording::largeMoney(999'700)) == "£1.0m");
    CHECK(said(wording::largeMoney(9'999.7)) == "£10k");
    CHECK(said(wording::largeMoney(-39'612'345)) == "−£39.6m");
}

TEST_CASE("dates have short months of three letters, September too")
{
    CHECK(said(wording::date(*domain::Date::from(2026, 3, 31))) == "31 Mar 2026");
    CHECK(said(wording::date(*domain::Date::from(2025, 9, 1))) == "1 Sep 2025");
}

TEST_CASE("ratios have three figures at most")
{
    CHECK(said(wording::ratio(11.82)) == "11.8×");
    CHECK(said(wording::ratio(0.342)) == "0.34×");
    CHECK(said(wording::ratio(1)) == "1.0×");
    CHECK(said(wording::ratio(0.997)) == "1.0×");
    CHECK(said(wording::ratio(99.96)) == "100×");
}

TEST_CASE("percentages are whole, and a small fall is not minus nothing")
{
    CHECK(said(wording::percent(0.231)) == "23 %");
    CHECK(said(wording::percent(-0.231)) == "−23 %");
    CHECK(said(wording::percent(-0.004)) == "0 %");
}

TEST_CASE("counts are grouped and numbers keep the decimals asked for")
{
    CHECK(said(wording::count(65906)) == "65,906");
    CHECK(said(wording::count(0)) == "0");
    CHECK(said(wording::number(-1234.567, 1)) == "−1,234.6");
    CHECK(said(wording::number(-0.04, 1)) == "0.0");
}

TEST_CASE("one level, several levels, parts of a level")
{
    CHECK(said(wording::levels(1)) == "1 level");
    CHECK(said(wording::levels(0)) == "0 levels");
    CHECK(said(wording::levels(2)) == "2 levels");
    CHECK(said(wording::levels(2.5)) == "2.5 levels");
}

TEST_CASE("without any locale figures are British")
{
    const InLocale none{QLocale::c()};
    CHECK(said(wording::money(Money::pence(123450))) == "£1,234.50");
    CHECK(said(wording::date(*domain::Date::from(2026, 3, 31))) == "31 Mar 2026");
}

TEST_CASE("somebody who reads numbers otherwise sees them so")
{
    const InLocale german{QLocale(QLocale::German, QLocale::Germany)};
    CHECK(said(wording::money(Money::pence(123450))) == "£1.234,50");
    CHECK(said(wording::ratio(11.82)) == "11,8×");
}

TEST_CASE("care that comes to nothing is not free: its cost is not known")
{
    CHECK(wording::spend(0) == "not known");
    CHECK(wording::spend(1234.4) == QString::fromUtf8("£1,234"));
    CHECK(wording::spend(39'600'000, wording::largeMoney) == QString::fromUtf8("£39.6m"));
}

TEST_CASE("what is written in any locale is read back as the same value")
{
    const auto locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    REQUIRE(locales.size() > 100);
    for (const QLocale& locale : locales) {
        const InLocale in{locale};
        CAPTURE(locale.name().toStdString());
        for (const std::int64_t pence : {0LL, 5LL, 123450LL, -1230LL, 100'000'000'00LL}) {
            const Money amount = Money::pence(pence);
            const QString written = wording::money(amount);
            REQUIRE(wording::readMoney(written) == amount);
            REQUIRE(wording::readMoney(QString(written).remove(QChar(0xA3))) == amount);
        }
        for (int month = 1; month <= 12; ++month) {
            const auto day = *domain::Date::from(2026, month, 28);
            REQUIRE(wording::readDate(wording::date(day)) == day);
        }
        for (const auto& [value, decimals] :
             {std::pair(0.0, 0), {1234.5, 1}, {-12.0, 0}, {93.25, 2}})
            REQUIRE(wording::readNumber(wording::number(value, decimals)) == value);
    }
}

TEST_CASE("what could not have been written is not read")
{
    const InLocale british{QLocale(QLocale::English, QLocale::UnitedKingdom)};
    for (const char* text : {"", "-", "1.234,50", "12.3.4", "x12.00", "1e3"}) {
        CAPTURE(text);
        CHECK_FALSE(wording::readMoney(QString::fromUtf8(text)));
        CHECK_FALSE(wording::readNumber(QString::fromUtf8(text)));
    }
    CHECK_FALSE(wording::readDate("31 Feb 2026"));
    CHECK_FALSE(wording::readDate("31 March"));
    CHECK(wording::readDate("31 mar 2026") == domain::Date::from(2026, 3, 31));
}

TEST_CASE("English is spoken with British figures where a language has no whole translation")
{
    for (const QLocale& locale : {QLocale(QLocale::German, QLocale::Germany),
                                  QLocale(QLocale::Welsh, QLocale::UnitedKingdom), QLocale::c()}) {
        const InLocale in{locale};
        wording::installTranslations();
        CHECK(QLocale().language() == QLocale::English);
        CHECK(said(wording::money(Money::pence(123450))) == "£1,234.50");
        CHECK(QCoreApplication::translate("twelvefold::ui::MainWindow", "&File") == "&File");
    }
}

TEST_CASE("a change of a percentage is told in points")
{
    const auto* attendance = domain::findOutcomeMeasure("attendance");
    const auto* attainment = domain::findOutcomeMeasure("attainment");
    REQUIRE(attendance);
    REQUIRE(attainment);
    CHECK(wording::outcomeChange(*attendance, -3) == "3 points");
    CHECK(wording::outcomeChange(*attainment, 2) == "2 months");
}

TEST_CASE("times are those where the program runs, in sentences too, and as they are for programs")
{
    ::setenv("TZ", "<+05>-5", 1);
    ::tzset();
    CHECK(wording::moment("2026-11-29T22:02:11Z") == "30 Nov 2026, 03:02");
    constexpr domain::MessageKind kSince{"open-elsewhere", "Open since %1."};
    const domain::Message message{kSince, {std::string("2026-11-29T22:02:11Z")}};
    CHECK(wording::text(message) == "Open since 30 Nov 2026, 03:02.");
    CHECK(wording::text(message, wording::Language::english) == "Open since 2026-11-29T22:02:11Z.");
    ::unsetenv("TZ");
    ::tzset();
}

TEST_CASE("the audit trail says what was done, and to which records")
{
    constexpr domain::MessageKind kSignOff{"assessment-signed-off",
                                           "Sign off the assessment of %1"};
    constexpr domain::MessageKind kNew{"something-new", "Do something to %1"};
    CHECK(wording::done({kSignOff, {std::string("K7F-204")}}) ==
          "Signed off the assessment of K7F-204");
    CHECK(wording::done({kNew, {std::string("K7F-204")}}) == "Do something to K7F-204");
    CHECK(wording::recordsTouched("assessment +1, assessment_note +2") == "1 assessment added");
    CHECK(wording::recordsTouched("cost_line +1 ~2, placement -1") ==
          "1 cost line added, 2 cost lines changed, 1 placement removed");
    CHECK(wording::recordsTouched("import_batch +1, import_file +3") == "3 files brought in");
    CHECK(wording::recordsTouched("import_batch -1, import_file -1") == "1 file taken back");
    CHECK(wording::recordsTouched("").isEmpty());
    CHECK(wording::recordsCounted("child +1, episode_postcode +4, placement +2, provider +1") ==
          "1 child, 2 placements and 1 provider");
    CHECK(wording::recordsCounted("").isEmpty());
    CHECK(wording::doneSince("assessment +1, cost_line ~2") ==
          "Done since to what these files brought, or resting on it: 1 assessment added, 2 cost "
          "lines changed.");
    CHECK(wording::keptOf("placement +2", 1) ==
          "Kept, with all that these files say of the 1 child: 2 placements.");
    CHECK(wording::keptOf("placement +4", 3)
              .startsWith("Kept, with all that these files say of "
                          "these 3 children: "));
    CHECK(wording::keptOf("provider +1", 0) == "Kept, because others need it: 1 provider.");
    constexpr domain::MessageKind kTakeBack{"import-taken-back",
                                            "Take back the files brought in on %1"};
    CHECK(wording::done({kTakeBack, {std::string("2026-11-29T22:02:11Z")}})
              .startsWith("Took back the files brought in on 29 Nov 2026, "));
}
