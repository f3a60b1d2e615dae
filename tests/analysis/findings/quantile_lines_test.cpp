// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/quantile_lines.h"

#include "analysis/findings/compared.h"
#include "analysis/findings/council.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>

using namespace twelvefold;
using namespace twelvefold::analysis;
using tests::ChildRow;
using tests::cohortOf;
using tests::inventedCouncil;
using tests::plainFramework;

namespace {

// Two domains; ten children at each total from 0 to 8, whose costs are what `cost` says of the
// total and the child's place 1 … 10 among the ten.
domain::Cohort tens(double (*cost)(int total, int place))
{
    std::vector<ChildRow> children;
    for (int total = 0; total <= 8; ++total)
        for (int place = 1; place <= 10; ++place)
            children.push_back({{total / 2, total - total / 2}, cost(total, place)});
    return cohortOf(plainFramework(2), children);
}

} // namespace

TEST_CASE("a tenth of the children lie below the lowest line, half below the middle, nine tenths "
          "below the highest")
{
    const domain::Cohort council = inventedCouncil(600, 3);
    const QuantileLines found = quantileLines(council);
    const Compared children = compared(council);
    REQUIRE(found.lines.size() == 3);
    const auto n = static_cast<double>(children.size());
    for (const QuantileLine& line : found.lines) {
        double below = 0, on = 0;
        for (std::size_t i = 0; i < children.size(); ++i) {
            const double away =
                children.logCost[i] - line.intercept - line.slope * children.total[i];
            below += away < -1e-9 ? 1 : 0;
            on += std::fabs(away) <= 1e-9 ? 1 : 0;
        }
        // What Koenker & Bassett's theorem 3.4 says of every such line.
        CHECK(below <= line.tau * n);
        CHECK(below + on >= line.tau * n);
        CHECK(on >= 2);
    }
    CHECK(found.trace.n == children.size());
    std::size_t leftOut = 0;
    for (const Trace::LeftOut& entry : found.trace.leftOut)
        leftOut += entry.n;
    CHECK(found.trace.n + leftOut == council.size());
    CHECK(found.trace.reference.starts_with("Koenker & Bassett 1978"));
}

TEST_CASE("the lines and the steps do not depend on the order of the children")
{
    std::vector<ChildRow> children;
    for (int i = 0; i < 80; ++i)
        children.push_back({{i % 5, (i * 3) % 5}, 300.0 + 100 * (i % 7)}); // with many ties
    const domain::Cohort forth = cohortOf(plainFramework(2), children);
    std::ranges::reverse(children);
    const domain::Cohort back = cohortOf(plainFramework(2), children);
    const QuantileLines a = quantileLines(forth), b = quantileLines(back);
    REQUIRE(a.lines.size() == 3);
    REQUIRE(b.lines.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(a.lines[i].intercept == b.lines[i].intercept);
        CHECK(a.lines[i].slope == b.lines[i].slope);
    }
    CHECK(costSteps(forth).rSquared == costSteps(back).rSquared);
}

TEST_CASE("a cost that doubles with each level has that slope at every quantile")
{
    const QuantileLines found = quantileLines(
        tens([](int total, int place) { return 100 * std::exp2(total) * (1 + 0.01 * place); }));
    REQUIRE(found.lines.size() == 3);
    for (const QuantileLine& line : found.lines)
        CHECK(line.slope == Approx(std::log(2.0)));
    // Where a tenth need less, and a tenth more; without pence, and no needs at the ends that one
    // child may have alone.
    REQUIRE(found.inPounds.size() == 2);
    CHECK(domain::plainEnglish(found.inPounds[0]) ==
          "About a tenth of the children have a total need of 0 or less: at 0 a child typically "
          "costs about £110 a week, and most (8 in 10) between about £100 and £110.");
    CHECK(domain::plainEnglish(found.inPounds[1])
              .starts_with("About a tenth of the children have a total need of 8 or more: at 8 a"));
    CHECK(found.leastNeed == 0);
    CHECK(found.greatestNeed == 8);
    const std::vector<double> least = found.costsAt(0), greatest = found.costsAt(8);
    CHECK(least[0] < least[1]);
    CHECK(least[1] < least[2]);
    CHECK(greatest[2] == Approx(256 * least[2]));
    CHECK(std::ranges::is_sorted(found.costsAt(-1000)));
}

TEST_CASE("what is typical is told where children are, not at the need of a single child")
{
    std::vector<ChildRow> children;
    for (int i = 0; i < 100; ++i)
        children.push_back({{1 + i % 3, 1 + i % 2}, 300.0 + 20 * i});
    children.push_back({{4, 4}, 9000.0});
    children.push_back({{0, 0}, 20.0});
    const QuantileLines found = quantileLines(cohortOf(plainFramework(2), children));
    CHECK(found.greatestNeed == 8);
    REQUIRE(found.inPounds.size() == 2);
    CHECK(domain::plainEnglish(found.inPounds[0]).find("need of 2 or less") != std::string::npos);
    CHECK(domain::plainEnglish(found.inPounds[1]).find("need of 5 or more") != std::string::npos);
    for (const Message& sentence : found.inPounds) // no pence
        CHECK(domain::plainEnglish(sentence).find('.') ==
              domain::plainEnglish(sentence).size() - 1);
}

TEST_CASE("too few children, or children of one need, have no lines, and it is said why")
{
    std::vector<ChildRow> children(19, ChildRow{{1, 2}, 500.0});
    children[0].levels = {0, 0};
    const QuantileLines few = quantileLines(cohortOf(plainFramework(2), children));
    CHECK(few.lines.empty());
    REQUIRE(few.undefined);
    CHECK(few.undefined->kind.code == "quantile-lines-too-few");
    const domain::Cohort alike =
        cohortOf(plainFramework(2), std::vector<ChildRow>(40, ChildRow{{1, 2}, 500.0}));
    CHECK(quantileLines(alike).undefined);
    CHECK(costSteps(alike).undefined);
    const domain::Cohort nobody = cohortOf(plainFramework(2), {});
    CHECK(quantileLines(nobody).undefined);
    CHECK(costSteps(nobody).undefined);
}

TEST_CASE("of too few children no steps are told, since any steps go with them, and it is said why")
{
    std::vector<ChildRow> children(29);
    for (std::size_t i = 0; i < children.size(); ++i)
        children[i] = {{static_cast<int>(i % 5), static_cast<int>(i % 3)}, 300.0 + 50 * double(i)};
    const CostSteps few = costSteps(cohortOf(plainFramework(2), children));
    CHECK_FALSE(few.rSquared);
    CHECK_FALSE(few.summary);
    REQUIRE(few.undefined);
    CHECK(domain::plainEnglish(*few.undefined) ==
          "Whether cost rises with need in steps or by a line cannot be told from 29 children with "
          "both a need total and a cost; it takes 30.");
    children.push_back({{4, 4}, 900.0});
    CHECK(costSteps(cohortOf(plainFramework(2), children)).summary);
    children.resize(1);
    CHECK(domain::plainEnglish(*costSteps(cohortOf(plainFramework(2), children)).undefined)
              .find("from 1 child with") != std::string::npos);
}

TEST_CASE("a jump in cost is what the steps explain and the straight line misses")
{
    const CostSteps jump =
        costSteps(tens([](int total, int place) { return (total < 7 ? 400.0 : 4000.0) + place; }));
    REQUIRE(jump.gap);
    CHECK(*jump.rSquared > 0.999);
    CHECK(*jump.gap > 0.3);
    CHECK(*jump.gap == Approx(*jump.rSquared - *jump.lineRSquared));
    REQUIRE(jump.summary);
    CHECK(jump.summary->kind.code == "cost-steps-summary");

    const CostSteps straight =
        costSteps(tens([](int total, int) { return 100 * std::exp2(total); }));
    REQUIRE(straight.gap);
    CHECK(std::fabs(*straight.gap) < 1e-12);
    CHECK(straight.steps == 9);
}

TEST_CASE("where cost falls as need rises, the steps say so")
{
    const CostSteps falling =
        costSteps(tens([](int total, int place) { return 5000.0 - 500 * total + place; }));
    CHECK(falling.steps == 1);
    REQUIRE(falling.gap);
    CHECK(*falling.gap < 0);
    REQUIRE(falling.summary);
    CHECK(falling.summary->kind.code == "cost-steps-falls");
}

TEST_CASE("equal costs leave the steps nothing to explain, and it is said")
{
    const CostSteps level = costSteps(tens([](int, int) { return 500.0; }));
    CHECK_FALSE(level.rSquared);
    CHECK_FALSE(level.summary);
    CHECK(level.undefined);
}
