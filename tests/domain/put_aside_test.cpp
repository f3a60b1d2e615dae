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
