// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/association/attenuation.h"
#include "statistics/reference.h"

#include "support/catch.h"

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

TEST_CASE("Correction for attenuation agrees with Spearman's formula, beyond 1 with a sentence")
{
    const auto cases = referenceCases("attenuation.json");
    CHECK(cases.size() == 4);
    for (const auto& one : cases) {
        INFO(one.at("id").get<std::string>());
        const Disattenuated result =
            withoutNoise({one.at("r").get<double>(), {}, {}}, {one.at("rxx").get<double>(), 50},
                         {one.at("ryy").get<double>(), 50});
        CHECK(relativeError(*result.estimate, one.at("corrected").get<double>()) <= 1e-10);
        CHECK(result.notes.size() == (one.at("out_of_range").get<bool>() ? 1 : 0));
    }
}

TEST_CASE("The corrected interval carries the uncertainty of the reliability itself")
{
    const Correlated r = fisherInterval(0.5, 534);
    const Disattenuated exact = withoutNoise(r, {0.8, 0});
    const Disattenuated many = withoutNoise(r, {0.8, 400});
    const Disattenuated few = withoutNoise(r, {0.8, 30});
    const auto width = [](const Disattenuated& one) { return *one.upper - *one.lower; };
    CHECK(width(exact) < width(many));
    CHECK(width(many) < width(few));
    CHECK(exact.notes.at(0).kind.code == "attenuation-exact");
    // Nothing to correct: the correlation's own interval.
    const Disattenuated none = withoutNoise(r, {1, 0});
    CHECK(*none.lower == Approx(*r.lower));
    CHECK(*none.upper == Approx(*r.upper));
    CHECK(none.notes.empty());
}

TEST_CASE("A negative correlation is corrected as its mirror image")
{
    const Disattenuated up = withoutNoise(fisherInterval(0.4, 100), {0.7, 40});
    const Disattenuated down = withoutNoise(fisherInterval(-0.4, 100), {0.7, 40});
    CHECK(*down.estimate == Approx(-*up.estimate));
    CHECK(*down.lower == Approx(-*up.upper));
    CHECK(*down.upper == Approx(-*up.lower));
}

TEST_CASE("A reliability out of range or hardly known is answered by a sentence")
{
    CHECK(withoutNoise({0.5, {}, {}}, {0, 0}).undefined->kind.code == "attenuation-reliability");
    CHECK(withoutNoise({0.5, {}, {}}, {1.2, 0}).undefined->kind.code == "attenuation-reliability");
    const Disattenuated few = withoutNoise(fisherInterval(0.5, 100), {0.5, 5});
    CHECK_FALSE(few.upper);
    CHECK(few.notes.at(0).kind.code == "attenuation-too-uncertain");
    CHECK_FALSE(fisherInterval(0.5, 3).lower);
    CHECK_FALSE(fisherInterval(1, 30).lower);
}
