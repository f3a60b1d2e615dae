// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/description/concentration.h"
#include "statistics/reference.h"

#include "support/catch.h"

using namespace twelvefold;
using statistics::concentration;
using tests::relativeError;

TEST_CASE("Market concentration agrees with the published example and the reference")
{
    for (const auto& one : tests::referenceCases("hhi.json")) {
        INFO(one["id"]);
        const auto amounts = one["value"].is_array() ? tests::numbers(one["value"])
                                                     : std::vector<double>{one["value"]};
        const auto result = concentration(amounts);
        REQUIRE_FALSE(result.undefined);
        CHECK(relativeError(result.hhi, one["hhi"]) < 1e-12);
        CHECK(relativeError(result.effectiveNumber, one["effective_number"]) < 1e-12);
        CHECK(result.normalised.has_value() == !one["normalised"].is_null());
        if (result.normalised)
            CHECK(relativeError(*result.normalised, one["normalised"], 1e-3) < 1e-12);
        CHECK(relativeError(result.largest, one["cr1"]) < 1e-12);
        CHECK(relativeError(result.largestFour, one["cr4"]) < 1e-12);
        CHECK(relativeError(result.gini, one["gini"], 1e-3) < 1e-12);
    }
}

TEST_CASE("No market has no concentration, and says so")
{
    CHECK(concentration({}).undefined->kind.code == "concentration-nothing");
    CHECK(concentration(std::vector{0.0, 0.0}).undefined->kind.code == "concentration-nothing");
    CHECK(concentration(std::vector{5.0, -1.0}).undefined->kind.code == "concentration-below-zero");
    CHECK(concentration(std::vector{1e308, 1e308}).undefined->kind.code ==
          "concentration-too-large");
}
