// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/needs_framework.h"

#include "domain/two_domain_framework.h"

#include "support/catch.h"

using namespace twelvefold::domain;
using twelvefold::tests::twoDomainParts;
using twelvefold::tests::twoDomains;

TEST_CASE("a level exists only within its framework")
{
    const NeedsFramework framework = twoDomains();
    CHECK(framework.level(4)->value() == 4);
    CHECK_FALSE(framework.level(5));
    CHECK_FALSE(framework.level(-1));
}

TEST_CASE("the need total is the weighted sum of levels, and missing when any level is")
{
    const NeedsFramework framework = twoDomains();
    CHECK(framework.highestTotal() == 12);
    CHECK(framework.total({framework.level(1), framework.level(3)}) == 7.0);
    CHECK_FALSE(framework.total({framework.level(1), std::nullopt}));
    CHECK_FALSE(framework.total({framework.level(1)}));
}

TEST_CASE("a total belongs to the band whose ends hold it")
{
    const NeedsFramework framework = twoDomains();
    CHECK(framework.bandOf(0) == 0U);
    CHECK(framework.bandOf(5) == 0U);
    CHECK(framework.bandOf(5.5) == 0U);
    CHECK(framework.bandOf(6) == 1U);
    CHECK(framework.bandOf(12) == 1U);
}

TEST_CASE("a framework that contradicts itself is refused, naming the place")
{
    const auto refused = [](auto change) {
        NeedsFramework::Parts parts = twoDomainParts();
        change(parts);
        const auto made = NeedsFramework::make(parts);
        REQUIRE_FALSE(made.ok());
        return std::string(made.failure().kind.code);
    };
    CHECK(refused([](auto& p) { p.domains[1].code = "health"; }) == "framework-repeated-code");
    CHECK(refused([](auto& p) { p.domains[1].code = "Not a code"; }) == "framework-code");
    CHECK(refused([](auto& p) { p.domains[0].title.clear(); }) == "framework-no-title");
    CHECK(refused([](auto& p) { p.domains[0].weight = 0; }) == "framework-weight");
    CHECK(refused([](auto& p) { p.domains[0].descriptors.pop_back(); }) == "framework-descriptors");
    CHECK(refused([](auto& p) { p.domains[0].descriptors[2].clear(); }) ==
          "framework-empty-descriptor");
    CHECK(refused([](auto& p) { p.bands[1].from = 7; }) == "framework-bands");
    CHECK(refused([](auto& p) { p.bands[1].to = 11; }) == "framework-bands");
    CHECK(refused([](auto& p) { p.domains.clear(); }) == "framework-domains");
    CHECK(refused([](auto& p) { p.levelNames = {"Only"}; }) == "framework-levels");
    CHECK(refused([](auto& p) { p.version = 0; }) == "framework-version");
    CHECK(refused([](auto& p) { p.key.clear(); }) == "framework-no-key");
}
