// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cost_rate.h"

#include "support/catch.h"

using namespace twelvefold::domain;

namespace {

CostRate rate(const char* text)
{
    const auto read = parseRate(text);
    INFO(text);
    REQUIRE(read);
    return *read;
}

std::string refusal(const char* text)
{
    const auto read = parseRate(text);
    return read ? "" : std::string(read.failure().kind.code);
}

} // namespace

TEST_CASE("what is paid is read with how often, and a bare amount is a week's")
{
    CHECK(rate("1,200") == CostRate{Money::pounds(1200), CostPer::week});
    CHECK(rate("650 pcm") == CostRate{Money::pounds(650), CostPer::month});
    CHECK(rate("£650.00 p.c.m.") == CostRate{Money::pounds(650), CostPer::month});
    CHECK(rate("650 a month") == CostRate{Money::pounds(650), CostPer::month});
    CHECK(rate("4200/week") == CostRate{Money::pounds(4200), CostPer::week});
    CHECK(rate("85.50 per night") == CostRate{Money::pence(8550), CostPer::day});
    CHECK(rate("52000 per annum") == CostRate{Money::pounds(52000), CostPer::year});
    CHECK(rate("52000pa") == CostRate{Money::pounds(52000), CostPer::year});
}

TEST_CASE("what could be read in two ways is refused, and so is what is no rate")
{
    CHECK(refusal("4.500,75") == "amount-ambiguous");
    CHECK(refusal("4.500 pcm") == "amount-ambiguous");
    CHECK(refusal("650 per fortnight") == "cost-rate-unknown");
    CHECK(refusal("-5 a week") == "cost-rate-negative");
    CHECK(refusal("pcm") == "amount-empty");
    CHECK(refusal("") == "amount-empty");
}
