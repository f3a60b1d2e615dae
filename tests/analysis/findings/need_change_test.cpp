// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "analysis/findings/council.h"
#include "analysis/findings/need_change.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>

using namespace twelvefold;
using namespace twelvefold::analysis;
using namespace twelvefold::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

// Total need 6, 4, 8 then and 3, 4, 7 now; one child without an earlier assessment, one without one
// now.
std::vector<ChildRow> fiveChildren()
{
    std::vector<ChildRow> children(5, ChildRow{{1, 1, 1}, 500.0});
    children[0].earlierLevels = {3, 2, 1};
    children[1] = {{2, 1, 1}, 500.0};
    children[1].earlierLevels = {1, 2, 1};
    children[2] = {{3, 3, 1}, 500.0};
    children[2].earlierLevels = {2, 4, 2};
    children[4].levels = {1, -1, 1};
    children[4].earlierLevels = {1, 1, 1};
    return children;
}

} // namespace

TEST_CASE("need then and now is compared child by child, who is left out is counted")
{
    const domain::Cohort cohort = cohortOf(plainFramework(3), fiveChildren());
    const NeedChange change = analyse(cohort, quick()).change;
    REQUIRE_FALSE(change.undefined);
    CHECK(change.n == 3);
    REQUIRE(change.trace.leftOut.size() == 2);
    CHECK(change.trace.leftOut[0].n == 1);
    CHECK(change.trace.leftOut[1].n == 1);
    CHECK(*change.then == Approx(6));
    CHECK(*change.now == Approx(14.0 / 3));
    CHECK(*change.mean == Approx(-4.0 / 3));            // -3, 0, -1
    CHECK(*change.p == Approx(0.269703).epsilon(1e-4)); // R: t.test(c(-3, 0, -1))
    CHECK(*change.lower < *change.mean);
    CHECK(*change.medianDays == 335); // 365 less the 30 days since the last
    // Where noise is not known, nobody is counted as changed by more than noise.
    CHECK_FALSE(change.reliableLevels);
    CHECK_FALSE(change.counts);
    CHECK(domain::plainEnglish(*change.countsUndefined) ==
          "Noise not measured: 0 second ratings of the 30 it takes.");
    REQUIRE(change.slope);
    CHECK(*change.slope == Approx(0.75)); // through (4, 4), (6, 3), (8, 7)
}

TEST_CASE("moves across the line of intensive support are counted domain by domain")
{
    const NeedChange change = analyse(cohortOf(plainFramework(3), fiveChildren()), quick()).change;
    REQUIRE(change.shifts.size() == 3);
    CHECK(change.shifts[0].n == 4); // the child with a gap elsewhere is scored on this both times
    CHECK(change.shifts[0].down == 1);
    CHECK(change.shifts[0].up == 1);
    CHECK(*change.shifts[0].p == 1);
    CHECK(change.shifts[1].n == 3);
    CHECK_FALSE(change.shifts[2].p); // nobody moved
}

TEST_CASE("a known reliability says how large a change must be")
{
    const domain::Cohort cohort = cohortOf(plainFramework(3), fiveChildren());
    Options options = quick();
    options.reliability = 0.9;
    const NeedChange change = analyse(cohort, options).change;
    CHECK(*change.reliableLevels == Approx(1.959963985 * 2 * std::sqrt(2 * 0.1)));
    REQUIRE(change.counts);
    CHECK(change.counts->better == 1); // 6 → 3
    CHECK(change.counts->worse == 0);
    CHECK(change.counts->unclear == 2);
    CHECK_FALSE(change.countsUndefined);
    options.reliability = 1.5;
    CHECK(options.fault()->kind.code == "options-reliability");
    options.reliability = 0;
    CHECK(options.fault()->kind.code == "options-reliability");
}

TEST_CASE("where nobody was assessed twice, a sentence says so")
{
    const NeedChange change =
        analyse(cohortOf(plainFramework(2), {{{1, 1}, 500}, {{2, 1}, 600}}), quick()).change;
    CHECK(change.undefined->kind.code == "need-change-nobody");
    CHECK(change.n == 0);
}

TEST_CASE("assessments that are out of date are counted first")
{
    auto children = fiveChildren();
    children[0].assessedDaysAgo = 200;
    const NeedChange change = analyse(cohortOf(plainFramework(3), children), quick()).change;
    CHECK_THAT(domain::plainEnglish(change.trace.steps.at(0)),
               ContainsSubstring("1 was last assessed more than 183 days"));
}

TEST_CASE("what need would explain without noise stands beside what it explains")
{
    const domain::Cohort cohort = inventedCouncil(300, 5);
    Options options = quick();
    const NeedExplains plain = analyse(cohort, options).needExplains;
    CHECK_FALSE(plain.corrected);
    options.reliability = 0.8;
    options.reliabilityChildren = 50;
    options.bootstrapReplicates = 199;
    Findings findings = analyse(cohort, options);
    CHECK(*findings.needExplains.corrected == Approx(*plain.rSquared / 0.8));
    CHECK_FALSE(findings.needExplains.correctedLower);
    resample(cohort, findings);
    const NeedExplains& explains = findings.needExplains;
    REQUIRE(explains.correctedLower);
    CHECK(*explains.correctedLower < *explains.corrected);
    CHECK(*explains.correctedUpper > *explains.upper / 0.8); // wider than by the division alone
    // Beyond 1 it is given as it is, with a sentence.
    options = quick();
    options.reliability = *plain.rSquared / 2;
    const NeedExplains beyond = analyse(cohort, options).needExplains;
    CHECK(*beyond.corrected == Approx(2));
    CHECK(beyond.correctedNotes.at(0).kind.code == "attenuation-beyond-one");
}
