// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/children/an_assessment.h"

#include "support/catch.h"

using namespace twelvefold;
using namespace twelvefold::domain;
using twelvefold::ui::NeedsFormModel;
using namespace twelvefold::tests;

namespace {

NeedsFormModel firstTime()
{
    const auto framework = twelveDomains();
    return {framework, blank(*framework)};
}

NeedsFormModel afterAllAt(int level)
{
    const auto framework = twelveDomains();
    return {framework, blank(*framework), allAt(*framework, level)};
}

} // namespace

TEST_CASE("twelve levels one after another score the twelve domains")
{
    NeedsFormModel form = firstTime();
    for (int i = 0; i < 12; ++i) {
        CHECK(form.row() == static_cast<std::size_t>(i));
        REQUIRE(form.choose(i % 5));
        CHECK(form.moveOn() == (i < 11));
    }
    CHECK(form.total() == 0 + 1 + 2 + 3 + 4 + 0 + 1 + 2 + 3 + 4 + 0 + 1);
    CHECK(form.problems(kToday).empty());
    CHECK(form.row() == 11);
}

TEST_CASE("a level that the framework does not have is not taken")
{
    NeedsFormModel form = firstTime();
    CHECK_FALSE(form.choose(5));
    CHECK_FALSE(form.choose(-1));
    CHECK(form.revision() == 0);
    CHECK_FALSE(form.level(0));
}

TEST_CASE("after the last row the form goes back to what was passed over")
{
    NeedsFormModel form = firstTime();
    form.goToRow(11);
    form.choose(2);
    CHECK(form.moveOn());
    CHECK(form.row() == 0);
}

TEST_CASE("Enter moves on without scoring, unless the person moved to a level")
{
    NeedsFormModel form = afterAllAt(3);
    CHECK(form.levelUnderFocus() == 3);
    form.enter();
    CHECK_FALSE(form.level(0));
    CHECK(form.row() == 1);

    form.moveLevel(-1);
    form.enter();
    CHECK(form.level(1) == 2);
    CHECK(form.row() == 2);
}

TEST_CASE("the level under the focus stays between the lowest and the highest")
{
    NeedsFormModel form = firstTime();
    form.moveLevel(-1);
    CHECK(form.levelUnderFocus() == 0);
    for (int i = 0; i < 9; ++i)
        form.moveLevel(1);
    CHECK(form.levelUnderFocus() == 4);
}

TEST_CASE("a reason why a domain is not known takes its level away, and a level takes the reason")
{
    NeedsFormModel form = firstTime();
    form.choose(3);
    form.setNotKnown(0, "Has just arrived.");
    CHECK_FALSE(form.level(0));
    CHECK(form.soFar().answered == 1);
    CHECK(form.soFar().scored == 0);
    form.choose(1);
    CHECK(form.assessment().scores[0].notKnownBecause.empty());
    form.setNotKnown(0, "");
    CHECK(form.level(0) == 1);
}

TEST_CASE("the total so far counts what is scored, and is a total only when all are")
{
    NeedsFormModel form = afterAllAt(2);
    CHECK(form.previousTotal() == 24);
    for (int i = 0; i < 9; ++i) {
        form.choose(2);
        form.moveOn();
    }
    CHECK(form.soFar().total == 18);
    CHECK(form.soFar().scored == 9);
    CHECK_FALSE(form.total());
}

TEST_CASE("a move of two levels is a jump until its evidence is written")
{
    NeedsFormModel form = afterAllAt(1);
    form.choose(3);
    REQUIRE(form.jumpsWithoutEvidence().size() == 1);
    CHECK(form.changes().front().before == 1);
    CHECK(form.changes().front().now == 3);
    form.setEvidence(0, "Admitted twice since January.");
    CHECK(form.jumpsWithoutEvidence().empty());
    form.goToRow(1);
    form.choose(2);
    CHECK(form.jumpsWithoutEvidence().empty());
}

TEST_CASE("last time is not compared with when it was scored against another framework")
{
    const auto framework = twelveDomains();
    Assessment other = allAt(*framework, 2);
    other.framework = FrameworkId{7};
    const NeedsFormModel form(framework, blank(*framework), other);
    CHECK(form.previous() == nullptr);
    CHECK_FALSE(form.previousLevel(0));
    CHECK_FALSE(form.previousTotal());
    CHECK(form.changes().empty());
}

TEST_CASE("a draft opens at the first row without an answer")
{
    const auto framework = twelveDomains();
    Assessment draft = blank(*framework);
    draft.scores[0].level = framework->level(1);
    draft.scores[1].notKnownBecause = SensitiveText("Not met yet.");
    const NeedsFormModel form(framework, draft);
    CHECK(form.row() == 2);
}

TEST_CASE("clearing a score takes back a level or a reason, and nothing else")
{
    NeedsFormModel form = firstTime();
    form.clearScore();
    CHECK(form.revision() == 0);
    form.choose(2);
    form.setEvidence(0, "Seen at home.");
    form.clearScore();
    CHECK_FALSE(form.assessment().scores[0].answered());
    CHECK_FALSE(form.assessment().scores[0].evidence.empty());
}

TEST_CASE("confidence goes round: unsure, fairly sure, sure, not said")
{
    NeedsFormModel form = firstTime();
    for (const std::optional<int> expected :
         {std::optional(1), std::optional(2), std::optional(3), std::optional<int>()}) {
        form.stepConfidence();
        CHECK(form.assessment().scores[0].confidence == expected);
    }
}

TEST_CASE("setting what is there already is no change")
{
    NeedsFormModel form = firstTime();
    form.setWords(NeedsFormModel::Words::whatMatters, "My nan.");
    const int once = form.revision();
    form.setWords(NeedsFormModel::Words::whatMatters, "My nan.");
    form.setEvidence(3, "");
    form.setNotKnown(3, "");
    form.setStrength(0, std::nullopt);
    form.setDate(kToday);
    CHECK(form.revision() == once);
    CHECK(form.words(NeedsFormModel::Words::whatMatters) == "My nan.");
    CHECK(form.words(NeedsFormModel::Words::strengths).empty());
}

TEST_CASE("answers are taken back one by one, the latest first, and brought back")
{
    NeedsFormModel form = afterAllAt(1);
    CHECK_FALSE(form.takeBack());
    form.choose(2);
    form.moveOn();
    form.choose(3);
    form.moveOn();
    form.setNotKnown(2, "n");
    form.setNotKnown(2, "new here");
    form.stepConfidence();

    REQUIRE(form.takeBack());
    CHECK(form.assessment().scores[2].notKnownBecause.reveal() == "new here");
    CHECK_FALSE(form.assessment().scores[2].confidence);
    REQUIRE(form.takeBack()); // all that was typed at one go
    CHECK(form.assessment().scores[2].notKnownBecause.empty());
    REQUIRE(form.takeBack());
    CHECK(form.row() == 1);
    CHECK_FALSE(form.level(1));
    CHECK(form.level(0) == 2);
    CHECK(form.levelUnderFocus() == 1); // last time's again

    REQUIRE(form.bringBack());
    CHECK(form.level(1) == 3);
    REQUIRE(form.takeBack());
    REQUIRE(form.takeBack());
    CHECK_FALSE(form.level(0));
    CHECK_FALSE(form.takeBack());
}

TEST_CASE("another answer after one that was taken back is not brought over")
{
    NeedsFormModel form = firstTime();
    form.choose(2);
    form.takeBack();
    form.choose(4);
    CHECK_FALSE(form.bringBack());
    CHECK(form.level(0) == 4);
    REQUIRE(form.takeBack());
    CHECK_FALSE(form.level(0));
}

TEST_CASE("what a field took back by itself is no step any more")
{
    NeedsFormModel form = firstTime();
    form.choose(2);
    form.setEvidence(0, "seen");
    form.setEvidence(0, "");
    REQUIRE(form.takeBack());
    CHECK_FALSE(form.level(0));
}
