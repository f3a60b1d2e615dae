// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/change/change.h"
#include "statistics/reference.h"

#include "support/catch.h"

#include <cmath>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

void checkClose(std::optional<double> actual, const nlohmann::json& expected)
{
    REQUIRE(actual);
    CHECK(relativeError(*actual, expected.get<double>()) <= 1e-10);
}

void checkReliable(const nlohmann::json& expected, const PairedChange& change,
                   const std::vector<double>& before, const std::vector<double>& after)
{
    const ReliableChange rule =
        reliableChange(*change.sdBefore, expected.at("reliability").get<double>());
    REQUIRE_FALSE(rule.undefined);
    checkClose(rule.standardErrorOfMeasurement, expected.at("sem"));
    checkClose(rule.ofDifference, expected.at("s_diff"));
    checkClose(rule.smallest, expected.at("smallest_reliable_change_95"));
    for (std::size_t i = 0; i < before.size(); ++i)
        CHECK(rule.index(after[i] - before[i]) ==
              Approx(expected.at("rci").at(i).get<double>()).epsilon(1e-10).margin(1e-13));
    const ReliableShares shares = reliableShares(rule, before, after);
    CHECK(shares.up == expected.at("reliably_up").get<std::size_t>());
    CHECK(shares.down == expected.at("reliably_down").get<std::size_t>());
    CHECK(shares.up + shares.down + shares.neither == before.size());
}

PairedChange of(const std::vector<double>& before, const std::vector<double>& after)
{
    return pairedChange(before, after);
}

} // namespace

TEST_CASE("Paired change agrees with R on weights and on hours of sleep")
{
    std::size_t compared = 0;
    for (const auto& one : referenceCases("change.json")) {
        if (one.at("method") != "paired_change")
            continue;
        INFO(one.at("id").get<std::string>());
        const auto before = numbers(one.at("pre")), after = numbers(one.at("post"));
        const PairedChange change = pairedChange(before, after);
        CHECK(change.n == one.at("n").get<std::size_t>());
        checkClose(change.mean, one.at("mean_change"));
        checkClose(change.sd, one.at("sd_change"));
        checkClose(change.t, one.at("t"));
        checkClose(change.p, one.at("p"));
        checkClose(change.lower, one.at("ci95").at(0));
        checkClose(change.upper, one.at("ci95").at(1));
        checkClose(change.responseMean, one.at("srm_dz"));
        checkClose(change.hedgesJ, one.at("hedges_J"));
        checkClose(change.responseMeanHedges, one.at("srm_hedges"));
        checkClose(change.inSpreadBefore, one.at("glass_delta_pre"));
        checkClose(change.inSpreadAverage, one.at("cohen_d_av"));
        checkClose(change.correlation, one.at("r_pre_post"));
        checkClose(change.signedRank.v, one.at("wilcoxon_V"));
        checkClose(change.signedRank.pNormal, one.at("wilcoxon_p_normal"));
        checkClose(change.signP, one.at("sign_p"));
        CHECK(change.up == one.at("improved").get<std::size_t>());
        CHECK(change.down == one.at("worse").get<std::size_t>());
        CHECK(change.same == one.at("same").get<std::size_t>());
        if (one.contains("rci"))
            checkReliable(one.at("rci"), change, before, after);
        ++compared;
    }
    CHECK(compared == 4);
}

TEST_CASE("Reliable change agrees with Jacobson and Truax's example")
{
    const auto cases = referenceCases("change.json");
    for (const char* id : {"jacobson_truax_1991", "no_change"}) {
        INFO(id);
        const auto& one = caseOf(cases, id);
        const ReliableChange rule =
            reliableChange(one.at("sd_pre").get<double>(), one.at("reliability").get<double>());
        checkClose(rule.standardErrorOfMeasurement, one.at("sem"));
        checkClose(rule.ofDifference, one.at("s_diff"));
        const double moved = one.at("post").get<double>() - one.at("pre").get<double>();
        CHECK(relativeError(rule.index(moved), one.at("rci").get<double>()) <= 1e-10);
        CHECK((rule.direction(moved) != 0) == one.at("reliable").get<bool>());
    }
    CHECK(reliableChange(5, 1).undefined->kind.code == "reliable-change-perfect");
    CHECK(reliableChange(5, 1.1).undefined->kind.code == "reliable-change-range");
    CHECK(reliableChange(5, -0.1).undefined->kind.code == "reliable-change-range");
    CHECK(reliableChange(0, 0.8).undefined->kind.code == "reliable-change-no-spread");
}

TEST_CASE("Goal attainment scores agree with the formula's published cases")
{
    std::size_t compared = 0;
    for (const auto& one : referenceCases("change.json")) {
        if (one.at("method") != "gas_t")
            continue;
        INFO(one.at("id").get<std::string>());
        const auto listed = [&](const char* name) {
            const auto& value = one.at(name);
            return numbers(value.is_array() ? value : nlohmann::json::array({value}));
        };
        const GoalAttainment result =
            goalAttainment(listed("x"), listed("w"), one.at("rho").get<double>());
        checkClose(result.t, one.at("T"));
        ++compared;
    }
    CHECK(compared == 6);
    const std::vector<double> one{1}, none{0}, far{3};
    CHECK(goalAttainment({}, {}).undefined->kind.code == "goals-none");
    CHECK(goalAttainment(one, none).undefined->kind.code == "goals-weight");
    CHECK(goalAttainment(one, one, 1.5).undefined->kind.code == "goals-correlation");
    CHECK(goalAttainment(far, one).notes.at(0).kind.code == "goals-range");
}

TEST_CASE("McNemar's test agrees with R, and says when nobody moved")
{
    const auto cases = referenceCases("change.json");
    const auto& one = caseOf(cases, "mcnemar_agresti");
    const LevelShift shift = mcNemar(one.at("table").at(0).at(1).get<std::uint64_t>(),
                                     one.at("table").at(1).at(0).get<std::uint64_t>());
    checkClose(shift.chiSquared, one.at("chi2"));
    checkClose(shift.p, one.at("p"));
    checkClose(shift.chiSquaredCorrected, one.at("chi2_continuity"));
    checkClose(shift.pCorrected, one.at("p_continuity"));
    CHECK(*mcNemar(3, 3).pCorrected == 1);
    CHECK(*mcNemar(5, 0).pExact == Approx(0.0625));
    CHECK(mcNemar(0, 0).undefined->kind.code == "level-shift-nobody");
}

TEST_CASE("The signed-rank test is exact where R's is")
{
    // R: wilcox.test(c(1.1, 2.2, -0.3, 4.4, -5.6, 6.7)): V = 15, p = 0.4375.
    const SignedRank small = signedRank(std::vector<double>{1.1, 2.2, -0.3, 4.4, -5.6, 6.7});
    CHECK(small.exact);
    CHECK(small.v == 15);
    CHECK(*small.p == Approx(0.4375).epsilon(1e-12));
    // R: wilcox.test(c(1, 1, 2, 0, -3, 4)): V = 11, p = 0.416365677908165.
    const SignedRank tied = signedRank(std::vector<double>{1, 1, 2, 0, -3, 4});
    CHECK_FALSE(tied.exact);
    CHECK(tied.v == 11);
    CHECK(*tied.p == Approx(0.416365677908165).epsilon(1e-12));
    CHECK_FALSE(signedRank(std::vector<double>{0, 0}).p);
    CHECK_FALSE(signTest(0, 0));
}

TEST_CASE("Hedges' correction is the ratio of gamma functions at any size")
{
    CHECK(relativeError(hedgesCorrection(2), 0.5641895835477563) <= 1e-14);
    // Either way of working it out, where they meet.
    const double below = hedgesCorrection(std::nextafter(50.0, 0.0));
    CHECK(relativeError(hedgesCorrection(50.0), below) <= 2e-14);
    CHECK(relativeError(hedgesCorrection(1e6), 1 - 0.75e-6 - 0.5e-12 + 0.75e-6 * 0.75e-6 / 2) <=
          1e-15);
}

TEST_CASE("Movement towards the mean is always shown beside a change")
{
    const PairedChange change = of({1, 2, 3, 4, 5}, {2, 2, 3, 4, 4});
    REQUIRE(change.afterOnBefore);
    CHECK(change.afterOnBefore->slope == Approx(0.6));
    CHECK(change.afterOnBefore->intercept == Approx(1.2));
    CHECK(*change.afterOnBefore->upper > change.afterOnBefore->slope);
}

TEST_CASE("Where change cannot be told, a sentence says why")
{
    CHECK(of({}, {}).undefined->kind.code == "change-nobody");
    const PairedChange single = of({1}, {3});
    CHECK(*single.mean == 2);
    CHECK(single.notes.at(0).kind.code == "change-only-one");
    const PairedChange same = of({1, 2, 3}, {2, 3, 4});
    CHECK(*same.mean == 1);
    CHECK_FALSE(same.t);
    CHECK_FALSE(same.responseMean);
    CHECK(same.notes.at(0).kind.code == "change-no-spread");
    // The same change but for rounding is the same change.
    CHECK_FALSE(of({0.1, 0.2, 0.3}, {0.2, 0.3, 0.4}).t);
    const PairedChange flat = of({2, 2, 2}, {1, 2, 4});
    CHECK_FALSE(flat.inSpreadBefore);
    CHECK_FALSE(flat.afterOnBefore);
    CHECK_FALSE(flat.correlation);
    CHECK(flat.t);
}
