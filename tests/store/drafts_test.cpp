// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include <catch2/catch.hpp>

using namespace store_tests;

namespace {

Assessment fullDraft(Council& council, ChildId child)
{
    Assessment draft = council.assessment(child, day(2026, 1, 5), "1-4");
    draft.final = false;
    draft.reason = "Review";
    draft.scores[0].evidence = SensitiveText("Slept well,\nsays the carer");
    draft.scores[0].confidence = 2;
    draft.scores[1].notKnownBecause = SensitiveText("Not in school yet");
    draft.strengths = {3};
    draft.whatMatters = SensitiveText("My dog");
    draft.goingWell = SensitiveText("Maths");
    draft.whatIWant = SensitiveText("To see my sister");
    draft.strengthsInWords = SensitiveText("Kind");
    return draft;
}

} // namespace

TEST_CASE("A draft comes back word for word, also after a crash of the program")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    const Assessment draft = fullDraft(council, child);
    council.store->saveDraft(draft);
    // What is on the disk at this moment is what a crash would leave.
    std::filesystem::copy_file(council.file, council.folder / "crashed.twelvefold");
    const auto opened = store::Store::open(council.folder / "crashed.twelvefold");
    REQUIRE(opened.store);
    CHECK(opened.store->draft(child, "asha") == draft);
    const auto rows = opened.store->drafts();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].child == child);
    CHECK(rows[0].author == "asha");
    CHECK(rows[0].savedAt.size() == 20);
}

TEST_CASE("A draft replaces the same author's, and stands beside another's")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    Assessment draft = fullDraft(council, child);
    council.store->saveDraft(draft);
    draft.scores[0] = {};
    draft.whatMatters = SensitiveText();
    council.store->saveDraft(draft);
    CHECK(council.store->draft(child, "asha") == draft);
    Assessment other = council.assessment(child, day(2026, 2, 1), "---");
    other.final = false;
    other.author = "ben";
    council.store->saveDraft(other);
    CHECK(council.store->draft(child, "ben") == other);
    CHECK(council.store->drafts().size() == 2);

    council.store->removeDraft(child, "asha");
    CHECK_FALSE(council.store->draft(child, "asha"));
    CHECK(council.store->draft(child, "ben") == other);
    council.store->removeDraft(child, "asha"); // twice does no harm
    CHECK(council.store->check().empty());
}

TEST_CASE("Drafts are outside the audit and the undo")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    const auto before = council.store->nextUndo()->id;
    const auto entries = council.store->audit().size();
    std::vector<store::ChangeNotice> notices;
    council.store->onChange([&](const store::ChangeNotice& n) { notices.push_back(n); });
    council.store->saveDraft(fullDraft(council, child));
    CHECK(council.store->audit().size() == entries);
    CHECK(council.store->nextUndo()->id == before);
    CHECK(council.store->assessments(child).empty());
    REQUIRE(notices.size() == 1);
    CHECK(notices[0].tables == std::vector<std::string>{"draft"});
    CHECK(notices[0].children == std::vector{child});
}

TEST_CASE("A draft of nobody, or that does not fit its framework, is refused")
{
    Council council;
    Assessment draft = fullDraft(council, council.child("A1A-001"));
    draft.child = ChildId{99};
    CHECK_THROWS_AS(council.store->saveDraft(draft), std::logic_error);
    draft = fullDraft(council, council.child("B1A-001"));
    draft.scores.pop_back();
    CHECK_THROWS_AS(council.store->saveDraft(draft), std::logic_error);
    CHECK(council.store->drafts().empty());
}
