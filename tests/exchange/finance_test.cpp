// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading.h"

using namespace reading;

namespace {

ReadFile readFinance(const std::string& rows)
{
    const ReadFile file = read(
        "child_id,component,amount,period,start,end,funder,provider,urn,setting,note\n" + rows);
    checkInvariants(file);
    return file;
}

} // namespace

TEST_CASE("cost lines are read whole: what, how much, how often, from when to when, who pays")
{
    const ReadFile file = readFile(fixture("finance.csv"), settingTable(), summer2024());
    checkInvariants(file);
    CHECK(codes(file) == "");
    REQUIRE(file.finance.size() == 6);
    const FinanceRow& first = file.finance[0];
    CHECK(first.localId == "000101");
    CHECK(first.line.component == CostComponent::core);
    CHECK(first.line.amount == Money::pounds(4120));
    CHECK(first.line.per == CostPer::week);
    CHECK(first.line.period == Period{*Date::from(2023, 9, 5), std::nullopt});
    CHECK(first.line.funder == Funder::socialCare);
    CHECK(first.providerName == "Hazel House");
    CHECK(first.urn == "2345678");
    CHECK(first.line.settingTold == Setting::childrensHome);
    CHECK(file.finance[1].line.funder == Funder::socialCare); // blank
    CHECK(file.finance[1].line.period.end == Date::from(2024, 3, 1));
    CHECK(file.finance[1].line.note == "Waking night, two nights");
    CHECK(file.finance[2].line.per == CostPer::month);
    CHECK(file.finance[2].line.funder == Funder::education);
    CHECK(file.finance[3].line.amount.inPence() == 17850);
    CHECK(file.finance[3].line.per == CostPer::day);
    CHECK(file.finance[4].line.per == CostPer::year);
    CHECK(file.finance[5].line.per == CostPer::once);
    CHECK_FALSE(file.finance[5].line.settingTold.has_value());
}

TEST_CASE("an amount that could be read in two ways is refused with the reason")
{
    const ReadFile file = readFinance("a,core,\"4.500,75\",week,2024-02-01,,,,,,\n"
                                      "b,core,lots,week,2024-02-01,,,,,,\n"
                                      "c,core,,week,2024-02-01,,,,,,\n"
                                      "d,core,-5,week,2024-02-01,,,,,,\n"
                                      "e,core,0,week,2024-02-01,,,,,,\n");
    CHECK(codes(file) == "cost-credits amount-ambiguous amount-not-a-number amount-empty");
    CHECK(file.problems[1].column == "amount");
    CHECK(file.problems[1].value == "4.500,75");
    CHECK(cellsOf(file, file.rejects[0])[2] == "4.500,75");
    REQUIRE(file.finance.size() == 2);
    CHECK(file.finance[0].line.credit);
    CHECK(file.finance[0].line.amount == Money::pounds(5));
    CHECK_FALSE(file.finance[1].line.credit);
    CHECK(file.finance[1].line.amount == Money());
}

TEST_CASE("a word that is not one of the few is refused with those there are")
{
    const ReadFile file = readFinance("a,transport,5,week,2024-02-01,,,,,,\n"
                                      "b,core,5,fortnight,2024-02-01,,,,,,\n"
                                      "c,core,5,week,2024-02-01,,police,,,,\n"
                                      "d,,5,week,2024-02-01,,,,,,\n"
                                      "e,core,5,,2024-02-01,,,,,,\n"
                                      "f,CORE,5,Week,2024-02-01,,Social care,,,Children house,\n"
                                      "g,core,5,week,2024-02-01,,,,,In-house foster,\n");
    CHECK(codes(file) == "cost-word-unknown cost-word-unknown cost-word-unknown cost-cell-blank "
                         "cost-cell-blank cost-setting-unknown");
    CHECK(plainEnglish(file.problems[0].message) ==
          "“transport” is not one of: core, additional, education, health, other.");
    REQUIRE(file.finance.size() == 2);
    CHECK(file.finance[0].line.funder == Funder::socialCare);
    CHECK_FALSE(file.finance[0].line.settingTold.has_value());
    CHECK(file.finance[1].line.settingTold == Setting::inHouseFoster);
}

TEST_CASE("a cost runs from a day that exists to a later one")
{
    const ReadFile file = readFinance("a,core,5,week,,,,,,,\n"
                                      "b,core,5,week,31/02/2020,,,,,,\n"
                                      "c,core,5,week,2024-02-01,2024-02-01,,,,,\n"
                                      "d,core,5,week,2024-02-01,soon,,,,,\n"
                                      ",core,5,week,2024-02-01,,,,,,\n");
    CHECK(file.finance.empty());
    CHECK(codes(file) ==
          "cost-cell-blank not-a-date cost-ends-before-start not-a-date child-missing");
}

TEST_CASE("a row is rejected once, with every reason")
{
    const ReadFile file = readFinance(",core,x,week,31/02/2020,,,,,,\n");
    CHECK(file.rejected == 1);
    CHECK(codes(file) == "child-missing amount-not-a-number not-a-date");
}

TEST_CASE("single payments without an end, and very high ones, are doubted")
{
    CHECK(codes(readFinance("a,core,5,once,2024-02-01,,,,,,\n")) == "cost-once-without-end");
    CHECK(codes(readFinance("a,core,20000,day,2024-02-01,,,,,,\n")) == "cost-very-high");
    CHECK(codes(readFinance("a,core,100000,week,2024-02-01,,,,,,\n")) == "");
}

TEST_CASE("a line repeated in every cell is taken once, one that differs in its note is another")
{
    const ReadFile file = readFinance("a,core,5,week,2024-02-01,,,,,,\n"
                                      "a,core,5,week,2024-02-01,,,,,,\n"
                                      "a,core,5,week,2024-02-01,,,,,,second carer\n");
    CHECK(file.finance.size() == 2);
    CHECK(codes(file) == "cost-repeated");
}

TEST_CASE("the few columns that a cost cannot do without are enough")
{
    const ReadFile file =
        read("child_id,component,amount,period,start\na,core,5,week,2024-02-01\n");
    checkInvariants(file);
    CHECK(codes(file) == "");
    CHECK(file.finance.size() == 1);
}

TEST_CASE("costs with decimal commas between semicolons are refused line by line, never guessed")
{
    const ReadFile file = read("child_id;component;amount;period;start\n"
                               "a;core;4500,75;week;2024-02-01\n"
                               "b;core;4500.75;week;2024-02-01\n");
    checkInvariants(file);
    CHECK(file.rejected == 1);
    REQUIRE(file.finance.size() == 1);
    CHECK(file.finance[0].line.amount.inPence() == 450075);
}
