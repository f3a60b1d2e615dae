// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/ledger_comparison.h"

#include "support/catch.h"

#include <algorithm>
#include <random>

using namespace twelvefold;
using namespace twelvefold::domain;
using analysis::compareLedger;
using analysis::LedgerComparison;
using analysis::LedgerQuestion;
using analysis::spentIn;

namespace {

Date month(int year, int number)
{
    return *Date::from(year, number, 1);
}

CostLine paid(std::int64_t pence, CostPer per, Date start, std::optional<Date> end = {})
{
    CostLine line;
    line.amount = Money::pence(pence);
    line.per = per;
    line.period = {start, end};
    return line;
}

// Two children, A and B, whom the ledger calls so.
struct Ledger
{
    LedgerQuestion question;
    ChildId a{1}, b{2};

    Ledger()
    {
        question.children = {{"A", a}, {"B", b}};
        question.within = Money::pounds(1);
    }
    void says(Date of, std::int64_t pounds, const std::string& child,
              const std::string& centre = "Z1")
    {
        LedgerRow row;
        row.row = std::ssize(question.rows) + 2;
        row.month = of;
        row.amount = Money::pounds(pounds);
        row.localId = child;
        row.costCentre = centre;
        question.rows.push_back(row);
    }
    void pays(ChildId child, std::int64_t poundsAMonth, Date start, std::optional<Date> end = {})
    {
        question.lines[child].push_back(paid(poundsAMonth * 100, CostPer::month, start, end));
    }
};

void checkSums(const LedgerComparison& found)
{
    CHECK(found.ledger == found.compared + found.unknownSum + found.childlessSum);
    CHECK(found.store == found.storeCompared + found.storeUnspoken);
    Money ledger, compared, unknown, childless, store;
    for (const analysis::LedgerCell& cell : found.cells) {
        CHECK(cell.ledger == cell.compared + cell.unknown + cell.childless);
        ledger += cell.ledger;
        compared += cell.compared;
        unknown += cell.unknown;
        childless += cell.childless;
        store += cell.store;
    }
    CHECK(ledger == found.ledger);
    CHECK(compared == found.compared);
    CHECK(unknown == found.unknownSum);
    CHECK(childless == found.childlessSum);
    CHECK(store == found.storeCompared);
    Money unspoken;
    for (const analysis::ChildMonth& each : found.unspoken)
        unspoken += each.store;
    CHECK(unspoken == found.storeUnspoken);
}

} // namespace

TEST_CASE("what a cost comes to in a month, by what it is paid per")
{
    const Date april = month(2025, 4), may = month(2025, 5), february = month(2024, 2);
    CHECK(spentIn(paid(700, CostPer::week, april), april) == Money::pence(3000));
    CHECK(spentIn(paid(100, CostPer::day, *Date::from(2025, 4, 21)), april) == Money::pence(1000));
    CHECK(spentIn(paid(3000, CostPer::month, april), april) == Money::pence(3000));
    CHECK(spentIn(paid(3100, CostPer::month, april), may) == Money::pence(3100));
    CHECK(spentIn(paid(3000, CostPer::month, april, *Date::from(2025, 4, 11)), april) ==
          Money::pence(1000));
    CHECK(spentIn(paid(36500, CostPer::year, april), april) == Money::pence(3000));
    CHECK(spentIn(paid(36600, CostPer::year, month(2023, 4)), february) == Money::pence(2900));
    CHECK(spentIn(paid(5000, CostPer::once, april), april) == Money::pence(5000));
    CHECK(spentIn(paid(5000, CostPer::once, april), may) == Money());
    CostLine credit = paid(3000, CostPer::month, april);
    credit.credit = true;
    CHECK(spentIn(credit, april) == Money::pence(-3000));
    CHECK(spentIn(paid(3000, CostPer::month, may), april) == Money());
    // Over its months, to the penny.
    const CostLine spread =
        paid(10001, CostPer::once, *Date::from(2025, 1, 7), *Date::from(2025, 12, 30));
    Money all;
    for (int number = 1; number <= 12; ++number)
        all += spentIn(spread, month(2025, number));
    CHECK(all == Money::pence(10001));
}

TEST_CASE("of an empty ledger nothing is compared, whatever the store pays")
{
    Ledger ledger;
    ledger.pays(ledger.a, 1000, month(2025, 4));
    const LedgerComparison found = compareLedger(ledger.question);
    CHECK_FALSE(found.first);
    CHECK(found.cells.empty());
    CHECK(found.unspoken.empty());
}

TEST_CASE("a month that agrees is counted, and one that does not is told with both figures")
{
    Ledger ledger;
    ledger.pays(ledger.a, 1000, month(2025, 4));
    ledger.pays(ledger.b, 2000, month(2025, 4));
    ledger.says(month(2025, 4), 600, "A");
    ledger.says(month(2025, 4), 399, "A"); // a pound less agrees
    ledger.says(month(2025, 4), 2500, "B");
    const LedgerComparison found = compareLedger(ledger.question);
    checkSums(found);
    CHECK(found.agreeing == 1);
    REQUIRE(found.differing.size() == 1);
    CHECK(found.differing[0].child == ledger.b);
    CHECK(found.differing[0].ledger == Money::pounds(2500));
    CHECK(found.differing[0].store == Money::pounds(2000));
    CHECK(found.differing[0].rows == std::vector<std::int64_t>{4});
    REQUIRE(found.cells.size() == 1);
    CHECK(found.cells[0].difference() == Money::pounds(499));
    ledger.question.within = Money();
    CHECK(compareLedger(ledger.question).differing.size() == 2);
}

TEST_CASE("rows of children nobody knows and of none are not compared, and said")
{
    Ledger ledger;
    ledger.pays(ledger.a, 1000, month(2025, 4));
    ledger.says(month(2025, 4), 1000, "A");
    ledger.says(month(2025, 4), 77, "Z");
    ledger.says(month(2025, 4), -33, "");
    const LedgerComparison found = compareLedger(ledger.question);
    checkSums(found);
    CHECK(found.unknown == std::vector<std::size_t>{1});
    CHECK(found.childless == std::vector<std::size_t>{2});
    CHECK(found.cells[0].difference() == Money());
    CHECK(found.ledger == Money::pounds(1044));
}

TEST_CASE("what the store pays and no row speaks of is told, in the ledger's months alone")
{
    Ledger ledger;
    ledger.pays(ledger.a, 1000, month(2025, 1));
    ledger.pays(ledger.b, 2000, month(2025, 1), month(2025, 6));
    ledger.says(month(2025, 4), 1000, "A");
    ledger.says(month(2025, 6), 1000, "A");
    const LedgerComparison found = compareLedger(ledger.question);
    checkSums(found);
    REQUIRE(found.unspoken.size() == 3); // of B in April and May, of A in May
    CHECK(found.unspoken[0].child == ledger.b);
    CHECK(found.unspoken[0].month == month(2025, 4));
    CHECK(found.unspoken[2].child == ledger.a);
    CHECK(found.unspoken[2].month == month(2025, 5));
    CHECK(found.storeUnspoken == Money::pounds(5000));
}

TEST_CASE("only the costs that the ledger is to hold are counted")
{
    Ledger ledger;
    ledger.pays(ledger.a, 1000, month(2025, 4));
    ledger.pays(ledger.a, 300, month(2025, 4));
    ledger.question.lines[ledger.a].back().component = CostComponent::education;
    ledger.says(month(2025, 4), 1000, "A");
    CHECK(compareLedger(ledger.question).differing.size() == 1);
    ledger.question.counted.components.fill(false);
    ledger.question.counted.components[static_cast<std::size_t>(CostComponent::core)] = true;
    CHECK(compareLedger(ledger.question).differing.empty());
}

TEST_CASE("of a child in two cost centres the store's spend is shared as the ledger's is")
{
    Ledger ledger;
    ledger.pays(ledger.a, 1000, month(2025, 4));
    ledger.says(month(2025, 4), 300, "A", "Z1");
    ledger.says(month(2025, 4), 600, "A", "Z2");
    const LedgerComparison found = compareLedger(ledger.question);
    checkSums(found);
    REQUIRE(found.cells.size() == 2);
    CHECK(found.cells[0].store == Money::pence(33333));
    CHECK(found.cells[1].store == Money::pence(66667));
    // Where one of them is below zero there is no such share: it goes to the largest.
    Ledger credited;
    credited.pays(credited.a, 1000, month(2025, 4));
    credited.says(month(2025, 4), -300, "A", "Z1");
    credited.says(month(2025, 4), 1300, "A", "Z2");
    const LedgerComparison back = compareLedger(credited.question);
    checkSums(back);
    CHECK(back.cells[1].store == Money::pounds(1000));
    CHECK(back.agreeing == 1);
}

TEST_CASE("whatever a ledger and a store hold, all sums are those of their parts")
{
    std::mt19937 random(20260401);
    const auto upTo = [&](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most + 1));
    };
    for (int round = 0; round < 200; ++round) {
        Ledger ledger;
        const char* names[] = {"A", "B", "Z", ""};
        const char* centres[] = {"Z1", "Z2", "Z3", ""};
        for (int i = upTo(30); i > 0; --i) {
            ledger.says(month(2025, 1 + upTo(11)), upTo(4000) - 400, names[upTo(3)],
                        centres[upTo(3)]);
            ledger.question.rows.back().amount += Money::pence(upTo(99));
        }
        for (const ChildId child : {ledger.a, ledger.b}) {
            for (int i = upTo(5); i > 0; --i) {
                const Date start = month(2025, 1).plusDays(upTo(400) - 60);
                ledger.question.lines[child].push_back(paid(
                    upTo(500000), static_cast<CostPer>(upTo(4)), start,
                    upTo(1) == 0 ? std::nullopt : std::optional(start.plusDays(1 + upTo(200)))));
                ledger.question.lines[child].back().credit = upTo(7) == 0;
            }
        }
        INFO("round " << round);
        checkSums(compareLedger(ledger.question));
    }
}
