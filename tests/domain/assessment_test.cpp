// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assessment.h"

#include "domain/two_domain_framework.h"

#include "support/catch.h"

using namespace twelvefold::domain;
using twelvefold::tests::twoDomains;

namespace {

const Date kToday = *Date::from(2026, 3, 31);

Assessment scored(const NeedsFramework& framework, int health, int safety, Date date = kToday)
{
    Assessment assessment = blankAssessment(ChildId{1}, FrameworkId{1}, framework, date);
    assessment.scores[0].level = framework.level(health);
    assessment.scores[1].level = framework.level(safety);
    return assessment;
}

std::vector<std::string> codes(const std::vector<SignOffProblem>& problems)
{
    std::vector<std::string> result;
    for (const SignOffProblem& problem : problems)
        result.emplace_back(problem.message.kind.code);
    return result;
}

} // namespace

TEST_CASE("every domain must be scored or said not to be known before sign-off")
{
    const NeedsFramework framework = twoDomains();
    Assessment draft = blankAssessment(ChildId{1}, FrameworkId{1}, framework, kToday);
    CHECK(codes(signOffProblems(draft, framework, nullptr, kToday)) ==
          std::vector<std::string>{"sign-off-not-scored", "sign-off-not-scored"});

    draft.scores[0].level = framework.level(0);
    draft.scores[1].notKnownBecause = SensitiveText("She has just arrived.");
    CHECK(signOffProblems(draft, framework, nullptr, kToday).empty());
    CHECK_FALSE(framework.total(draft.levels()));
}

TEST_CASE("a level that moved by two or more asks for evidence, a rise and a fall alike")
{
    const NeedsFramework framework = twoDomains();
    const Assessment before = scored(framework, 1, 3, kToday.plusDays(-180));
    Assessment now = scored(framework, 3, 1);
    const auto problems = signOffProblems(now, framework, &before, kToday);
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].domain == 0U);
    CHECK(plainEnglish(problems[0].message) ==
          "Health moved from 1 to 3: say in the evidence note what was seen.");

    now.scores[0].evidence = SensitiveText("Seen at the clinic.");
    now.scores[1].evidence = SensitiveText("No more missing spells.");
    CHECK(signOffProblems(now, framework, &before, kToday).empty());
    CHECK(signOffProblems(scored(framework, 2, 3), framework, &before, kToday).empty());
}

TEST_CASE("an assessment is dated neither in the future nor before the one it follows")
{
    const NeedsFramework framework = twoDomains();
    const Assessment before = scored(framework, 1, 1, kToday.plusDays(-10));
    CHECK(codes(signOffProblems(scored(framework, 1, 1, kToday.plusDays(1)), framework, nullptr,
                                kToday)) == std::vector<std::string>{"sign-off-future-date"});
    CHECK(codes(signOffProblems(scored(framework, 1, 1, kToday.plusDays(-11)), framework, &before,
                                kToday)) == std::vector<std::string>{"sign-off-before-previous"});
}

TEST_CASE("what changed is told with the largest move first and rises before falls")
{
    const NeedsFramework framework = twoDomains();
    const Assessment before = scored(framework, 3, 1);
    const auto changes = changesSince(scored(framework, 1, 3), before);
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].domain == 1);
    CHECK(changes[0].now == 3);
    CHECK(changesSince(before, before).empty());
}
