// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "store/audit.h"
#include "store/schema.h"

#include "support/catch.h"

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

    const auto discard = [&] {
        council.edit([&](store::Writer& w) { w.removeDraft(child, "asha"); }, "a discard");
    };
    discard();
    CHECK_FALSE(council.store->draft(child, "asha"));
    CHECK(council.store->draft(child, "ben") == other);
    const auto entries = council.store->audit().size();
    discard(); // twice does no harm
    CHECK(council.store->audit().size() == entries);
    CHECK(council.store->check().sound());
}

TEST_CASE("Signing off takes the draft away in the same step, and undoing it gives the draft back")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    const Assessment draft = fullDraft(council, child);
    council.store->saveDraft(draft);
    const auto signOff = [&] {
        council.edit(
            [&](store::Writer& w) {
                w.addAssessment(council.assessment(child, day(2026, 1, 5), "124"));
                w.removeDraft(child, "asha");
            },
            "a sign-off");
    };
    signOff();
    CHECK_FALSE(council.store->draft(child, "asha"));
    council.reopen(); // also after the program was closed
    REQUIRE(council.store->undo("asha").ok());
    CHECK(council.store->draft(child, "asha") == draft);
    CHECK(council.store->assessments(child).empty());
    CHECK(council.store->check().sound());

    SECTION("again and again")
    {
        REQUIRE(council.store->redo("asha").ok());
        CHECK_FALSE(council.store->draft(child, "asha"));
        CHECK(council.store->assessments(child).size() == 1);
        REQUIRE(council.store->undo("asha").ok());
        CHECK(council.store->draft(child, "asha") == draft);
    }
    SECTION("but nothing written since is lost by it")
    {
        Assessment further = draft;
        further.whatMatters = SensitiveText("My dog and my cat");
        council.store->saveDraft(further);
        const auto refused = council.store->redo("asha");
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.failure().kind.code == "undo-blocked-by-new-draft");
        CHECK(council.store->draft(child, "asha") == further);
    }
    SECTION("nor by bringing the old one back over another")
    {
        REQUIRE(council.store->redo("asha").ok());
        Assessment next = draft;
        next.reason = "Another";
        council.store->saveDraft(next);
        const auto refused = council.store->undo("asha");
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.failure().kind.code == "undo-blocked-by-new-draft");
        CHECK(council.store->draft(child, "asha") == next);
        CHECK(council.store->assessments(child).size() == 1);
    }
}

TEST_CASE("A draft that was discarded comes back word for word")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    const Assessment draft = fullDraft(council, child);
    council.store->saveDraft(draft);
    council.edit([&](store::Writer& w) { w.removeDraft(child, "asha"); }, "a discard");
    CHECK_FALSE(council.store->draft(child, "asha"));
    REQUIRE(council.store->undo("asha").ok());
    CHECK(council.store->draft(child, "asha") == draft);
    CHECK(council.store->check().sound());
}

TEST_CASE("Undoing a child's addition takes its draft along, and redo brings both back")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    const Assessment draft = fullDraft(council, child);
    council.store->saveDraft(draft);
    Assessment bens = draft;
    bens.author = "ben";
    council.store->saveDraft(bens);

    const auto undone = council.store->undo("asha");
    REQUIRE(undone.ok());
    CHECK(council.store->childCount() == 0);
    CHECK(council.store->drafts().empty());
    CHECK(council.store->check().sound());

    council.reopen(); // also after the program was closed
    const auto redone = council.store->redo("asha");
    REQUIRE(redone.ok());
    CHECK(council.store->draft(child, "asha") == draft);
    CHECK(council.store->draft(child, "ben") == bens);
    CHECK(council.store->check().sound());

    SECTION("as it is by then, again and again")
    {
        Assessment further = draft;
        further.whatMatters = SensitiveText("My dog and my cat");
        council.store->saveDraft(further);
        REQUIRE(council.store->undo("ben").ok());
        CHECK(council.store->drafts().empty());
        REQUIRE(council.store->redo("ben").ok());
        CHECK(council.store->draft(child, "asha") == further);
        CHECK(council.store->check().sound());
    }
    SECTION("a draft that was discarded first comes back by its own undo, and then goes along")
    {
        council.edit([&](store::Writer& w) { w.removeDraft(child, "asha"); }, "a discard");
        REQUIRE(council.store->undo("asha").ok());
        CHECK(council.store->draft(child, "asha") == draft);
        REQUIRE(council.store->undo("asha").ok());
        CHECK(council.store->childCount() == 0);
        CHECK(council.store->drafts().empty());
    }
}

TEST_CASE("A draft of a second rating goes with the assessment that it rates")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    AssessmentId rated;
    council.edit([&](store::Writer& w) {
        rated = w.addAssessment(council.assessment(child, day(2026, 1, 5), "124"));
    });
    Assessment second = fullDraft(council, child);
    second.secondRatingOf = rated;
    council.store->saveDraft(second);
    REQUIRE(council.store->undo("asha").ok());
    CHECK(council.store->assessments(child).empty());
    CHECK(council.store->drafts().empty());
    REQUIRE(council.store->redo("asha").ok());
    CHECK(council.store->draft(child, "asha") == second);
    CHECK(council.store->check().sound());
}

TEST_CASE("A draft altered behind the program's back is found")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.store->saveDraft(fullDraft(council, child));
    council.close();
    tamper(council.file, "UPDATE draft_note SET evidence = 'Slept badly'");
    council.reopen();
    const store::CheckReport report = council.store->check();
    REQUIRE(report.faults.size() == 1);
    CHECK(report.faults[0].message.kind.code == "check-draft");
}

TEST_CASE("Saving a draft is outside the audit and the undo")
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

TEST_CASE("A draft whose hash was taken away is as suspect as one that was altered")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.store->saveDraft(fullDraft(council, child));
    CHECK(council.store->check().sound());
    council.close();
    tamper(council.file, "UPDATE draft SET digest = NULL, reason = 'Altered'");
    council.reopen();
    const auto faults = council.store->check().faults;
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].message.kind.code == "check-draft");
}

TEST_CASE("A draft without a hash is sound where a program without hashes saved it")
{
    // As the first program of version 2 left the drafts that it found.
    Council council;
    const ChildId child = council.child("A1A-001");
    council.store->saveDraft(fullDraft(council, child));
    council.close();
    tamper(council.file, "UPDATE draft SET digest = NULL");
    {
        store::Connection file(council.file, SQLITE_OPEN_READWRITE);
        store::prepareConnection(file);
        store::Transaction transaction(file);
        store::NewEntry entry;
        entry.kind = store::AuditEntry::Kind::bulk;
        entry.name = {{"store-brought-up", "Bring the store up to version %1 of its form"},
                      {std::int64_t{2}}};
        entry.author = "Twelvefold";
        entry.undoable = false;
        store::append(file, entry);
        transaction.commit();
    }
    council.reopen();
    CHECK(council.store->check().sound());
}
