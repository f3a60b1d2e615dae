// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/wording.h"

#include <catch2/catch.hpp>

#include <QLocale>

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
