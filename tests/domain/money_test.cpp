// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

#include "support/catch.h"

using namespace twelvefold::domain;

TEST_CASE("an amount is read as people write it")
{
    CHECK(parseMoney("4500")->inPence() == 450000);
    CHECK(parseMoney("4500.75")->inPence() == 450075);
    CHECK(parseMoney("£4,500.75")->inPence() == 450075);
    CHECK(parseMoney(" £1 234 567.5 ")->inPence() == 123456750);
    CHECK(parseMoney("-12.30")->inPence() == -1230);
    CHECK(parseMoney("0")->inPence() == 0);
}

TEST_CASE("an amount that could be read in two ways is refused with the reason")
{
    for (const char* text :
         {"4.500,75", "4,50", "1,2345", "12,34.5", "4.500", "1,234 567", "4500,75"}) {
        INFO(text);
        const auto amount = parseMoney(text);
        REQUIRE_FALSE(amount.ok());
        CHECK(amount.failure().kind.code == "amount-ambiguous");
    }
}

TEST_CASE("what is no amount is refused")
{
    CHECK(parseMoney("").failure().kind.code == "amount-empty");
    CHECK(parseMoney("£").failure().kind.code == "amount-not-a-number");
    CHECK(parseMoney("lots").failure().kind.code == "amount-not-a-number");
    CHECK(parseMoney("1e5").failure().kind.code == "amount-not-a-number");
    CHECK(parseMoney("12.3456").failure().kind.code == "amount-too-precise");
    CHECK(parseMoney("100000001").failure().kind.code == "amount-too-large");
    CHECK(parseMoney("100000000.01").failure().kind.code == "amount-too-large");
    CHECK(parseMoney("100000000.00").value() == Money::pounds(100000000));
    CHECK(parseMoney("99999999999999999999").failure().kind.code == "amount-too-large");
}

TEST_CASE("an amount is written in plain pounds")
{
    CHECK(Money::pence(123405).plain() == "1234.05");
    CHECK(Money::pence(-5).plain() == "-0.05");
    CHECK(Money().plain() == "0.00");
}

TEST_CASE("a share of an amount is rounded to the penny, a half away from nought")
{
    CHECK(Money::pence(100).times(1, 3).inPence() == 33);
    CHECK(Money::pence(5).times(1, 2).inPence() == 3);
    CHECK(Money::pence(-5).times(1, 2).inPence() == -3);
}
