// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/put_aside.h"

#include "support/catch.h"

#include <string>

using namespace twelvefold::domain;

TEST_CASE("A question is put aside with a reason that says something")
{
    CHECK_FALSE(faultInReason("Two carers"));
    CHECK_FALSE(faultInReason(std::string(500, 'a') + "  \n")); // blanks at the ends are not kept
    for (const char* nothing : {"", " \t", "\u200B\u2060", "\u00A0\u200B "}) {
        CAPTURE(nothing);
        const auto fault = faultInReason(nothing);
        REQUIRE(fault);
        CHECK(plainEnglish(*fault) == "Say why the question is put aside: it needs a reason.");
    }
    const auto isNoText = faultInReason("Two \xFF carers");
    REQUIRE(isNoText);
    CHECK(plainEnglish(*isNoText).starts_with("The reason is not plain text"));
    const auto isTooLong = faultInReason(std::string(501, 'a'));
    REQUIRE(isTooLong);
    CHECK(isTooLong->kind.code == "text-too-long");
}

TEST_CASE("A question is put aside from the next day to two years after it was asked")
{
    const Date asked = *Date::from(2026, 3, 31);
    const auto faultOf = [&](Date until) {
        const auto fault = faultInUntil(asked, until);
        return fault ? plainEnglish(*fault) : std::string();
    };
    CHECK(faultOf(asked.plusDays(1)).empty());
    CHECK(faultOf(*Date::from(2028, 3, 31)).empty());
    CHECK(faultOf(asked) == "The question was asked on 2026-03-31, so it cannot be asked again on "
                            "2026-03-31. Choose a later day.");
    CHECK(
        faultOf(*Date::from(2028, 4, 1)) ==
        "A question that was asked on 2026-03-31 is put aside until 2028-03-31 at the latest, not "
        "until 2028-04-01. Choose an earlier day, and put it aside again when that has come.");
    CHECK_FALSE(faultOf(*Date::from(2199, 12, 31)).empty());
}
