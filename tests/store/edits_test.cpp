// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "support/catch.h"

#include <thread>

using namespace store_tests;
using Kind = store::AuditEntry::Kind;

namespace {

std::string nameOf(const std::optional<store::Step>& step)
{
    return step ? plainEnglish(step->name) : std::string();
}

} // namespace

TEST_CASE("An edit that fails half-way leaves nothing behind")
{
    Council council;
    CHECK_THROWS_AS(council.edit([](store::Writer& writer) {
        writer.addChild({});
        writer.addFramework(smallFramework(7));
        throw std::runtime_error("the caller changed its mind");
    }),
                    std::runtime_error);
    CHECK(council.store->childCount() == 0);
    CHECK(council.store->frameworks().size() == 1);
    CHECK_FALSE(council.store->nextUndo());
    council.child("A1A-001"); // and the store goes on
    CHECK(council.store->childCount() == 1);
}

TEST_CASE("An edit sees what it wrote itself, and none is made inside another")
{
    Council council;
    council.edit([&](store::Writer& writer) {
        const ChildId id = writer.addChild({});
        CHECK(council.store->child(id));
        CHECK_THROWS_AS(council.edit([](store::Writer&) {}), std::logic_error);
    });
    CHECK(council.store->childCount() == 1);
}

TEST_CASE("An edit that changes nothing is not recorded")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    const auto entries = council.store->audit().size();
    int notices = 0;
    council.store->onChange([&](const store::ChangeNotice&) { ++notices; });
    council.edit([&](store::Writer& w) { w.updateChild(*council.store->child(child)); });
    CHECK(council.store->audit().size() == entries);
    CHECK(notices == 0);
}

TEST_CASE("Edits are undone and done again, one after another, and after the store was closed")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    PlacementId placed;
    council.edit(
        [&](store::Writer& w) {
            placed = w.addPlacement(placement(child, {day(2025, 1, 1), {}}));
        },
        "the placement");
    Placement changed = council.store->placements(child).front();
    changed.setting = Setting::secure;
    changed.note = "Because";
    council.edit([&](store::Writer& w) { w.updatePlacement(changed); }, "its setting");
    const Placement before = placement(child, {day(2025, 1, 1), {}});

    CHECK(nameOf(council.store->nextUndo()) == "Test edit of its setting");
    CHECK_FALSE(council.store->nextRedo());
    const auto step = council.store->undo("ben");
    REQUIRE(step.ok());
    CHECK(plainEnglish(step->name) == "Test edit of its setting");
    CHECK(step->author == "asha");
    CHECK(council.store->placements(child).front().setting == before.setting);
    CHECK(council.store->placements(child).front().note.empty());
    CHECK(nameOf(council.store->nextUndo()) == "Test edit of the placement");
    CHECK(nameOf(council.store->nextRedo()) == "Test edit of its setting");

    council.reopen();
    REQUIRE(council.store->undo("ben").ok());
    CHECK(council.store->placements(child).empty());
    REQUIRE(council.store->redo("ben").ok());
    REQUIRE(council.store->redo("ben").ok());
    CHECK(council.store->placements(child) == std::vector{changed});
    CHECK_FALSE(council.store->nextRedo());
    CHECK(council.store->redo("ben").failure().kind.code == "nothing-to-redo");
    CHECK(council.store->check().sound());
}

TEST_CASE("A new edit ends what could be done again")
{
    Council council;
    council.child("A1A-001");
    REQUIRE(council.store->undo("asha").ok());
    CHECK(council.store->nextRedo());
    council.child("B1A-001");
    CHECK_FALSE(council.store->nextRedo());
    REQUIRE(council.store->undo("asha").ok());
    CHECK(council.store->frameworks().size() == 1); // no store can be without one
    CHECK(council.store->undo("asha").failure().kind.code == "nothing-to-undo");
}

TEST_CASE("Every kind of record is undone and done again")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    const AssessmentId assessed = council.assess(child, day(2025, 1, 1), "123");
    const auto cohortBefore = council.store->cohort(day(2026, 3, 31));
    council.edit([&](store::Writer& w) {
        const ProviderId provider = w.addProvider({{}, "Acorn", {}, "", "U1", ""});
        Placement at = placement(child, {day(2025, 1, 1), {}});
        at.provider = provider;
        const PlacementId placed = w.addPlacement(at);
        CostLine line = weekly(child, Money::pounds(900), {day(2025, 1, 1), {}});
        line.placement = placed;
        w.addCostDecision(rightAsItIs(child, w.addCostLine(line), placed, day(2025, 2, 1)));
        Episode episode;
        episode.child = child;
        episode.start = day(2025, 1, 1);
        episode.homePostcode = SensitiveText("AB1 2CD");
        w.addEpisode(episode);
        w.addOutcome({{}, child, "sdq_total", day(2025, 1, 1), 12, ""});
        w.addPutAside(putAside(child, day(2026, 3, 31)));
        Identity identity;
        identity.child = child;
        identity.givenName = SensitiveText("Zoe");
        w.setIdentity(identity);
        Assessment blind = council.assessment(child, day(2025, 1, 1), "000");
        blind.scores[1].evidence = SensitiveText("Seen");
        blind.goingWell = SensitiveText("Football");
        blind.secondRatingOf = assessed;
        w.addAssessment(blind);
        const Period plan{day(2019, 1, 1), day(2019, 2, 1)};
        w.setKindPeriods(child, CohortKind::protectionPlan, std::span(&plan, 1));
        w.addImportBatch({{{"a.csv", "0a", "header", 4, 1, 1, 1, 1}}});
    });
    const auto cohortAfter = council.store->cohort(day(2026, 3, 31));
    const auto asideAfter = council.store->putAsides();
    CHECK(asideAfter.size() == 1);
    const auto decidedAfter = council.store->costDecisions();
    CHECK(decidedAfter.size() == 1);
    REQUIRE(council.store->undo("asha").ok());
    CHECK(council.store->providers().empty());
    CHECK(council.store->placements(child).empty());
    CHECK(council.store->costLines(child).empty());
    CHECK(council.store->episodes(child).empty());
    CHECK(council.store->outcomes(child).empty());
    CHECK(council.store->putAsides().empty());
    CHECK(council.store->costDecisions().empty());
    CHECK_FALSE(council.store->identity(child));
    CHECK(council.store->assessments(child).size() == 1);
    CHECK(council.store->kindPeriods(child).size() == 1);
    CHECK(council.store->cohort(day(2026, 3, 31)).weeklyCost.valid ==
          cohortBefore.weeklyCost.valid);
    CHECK(council.store->check().sound());

    REQUIRE(council.store->redo("asha").ok());
    CHECK(council.store->episodes(child).front().homePostcode == SensitiveText("AB1 2CD"));
    CHECK(council.store->assessments(child).size() == 2);
    CHECK(council.store->putAsides() == asideAfter);
    CHECK(council.store->costDecisions() == decidedAfter);
    CHECK(council.store->cohort(day(2026, 3, 31)).weeklyCost.values ==
          cohortAfter.weeklyCost.values);
    CHECK(council.store->check().sound());
}

TEST_CASE("A removed placement comes back with its cost lines attached")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    PlacementId placed;
    council.edit([&](store::Writer& w) {
        placed = w.addPlacement(placement(child, {day(2025, 1, 1), {}}));
        CostLine line = weekly(child, Money::pounds(900), {day(2025, 1, 1), {}});
        line.placement = placed;
        w.addCostLine(line);
    });
    council.edit([&](store::Writer& w) { w.removePlacement(placed); });
    CHECK_FALSE(council.store->costLines(child).front().placement);
    REQUIRE(council.store->undo("asha").ok());
    CHECK(council.store->costLines(child).front().placement == placed);
}

TEST_CASE("A later edit blocks an undo only of the same field, and is named")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.edit([&](store::Writer& w) {
        w.addPlacement(placement(child, {day(2025, 1, 1), {}}));
    });
    Placement p = council.store->placements(child).front();
    p.note = "First note";
    council.edit([&](store::Writer& w) { w.updatePlacement(p); }, "the note");
    const std::int64_t noteEdit = council.store->nextUndo()->id;
    p.setting = Setting::secure;
    council.edit([&](store::Writer& w) { w.updatePlacement(p); }, "the setting", "ben");

    SECTION("another field of the same record is not in the way")
    {
        REQUIRE(council.store->undoStep(noteEdit, "asha").ok());
        CHECK(council.store->placements(child).front().note.empty());
        CHECK(council.store->placements(child).front().setting == Setting::secure);
        CHECK(council.store->undoStep(noteEdit, "asha").failure().kind.code == "not-undoable");
        CHECK(council.store->check().sound());
    }
    SECTION("the same field is")
    {
        p.note = "Second note";
        council.edit([&](store::Writer& w) { w.updatePlacement(p); }, "the second note", "ben");
        const auto blocked = council.store->undoStep(noteEdit, "asha");
        REQUIRE_FALSE(blocked.ok());
        CHECK(blocked.failure().kind.code == "undo-blocked-by-edit");
        CHECK(plainEnglish(blocked.failure()).find("“Test edit of the second note”, by ben") !=
              std::string::npos);
        CHECK(council.store->placements(child) == std::vector{p}); // nothing half undone
        // Undone first, it no longer stands in the way.
        REQUIRE(council.store->undo("ben").ok());
        CHECK(council.store->undoStep(noteEdit, "asha").ok());
    }
    SECTION("a record that was removed since is")
    {
        council.edit([&](store::Writer& w) { w.removePlacement(p.id); }, "the removal", "cleo");
        const auto blocked = council.store->undoStep(noteEdit, "asha");
        REQUIRE_FALSE(blocked.ok());
        CHECK(plainEnglish(blocked.failure()).find("the removal") != std::string::npos);
    }
    SECTION("so is a later record that rests on the one that would go")
    {
        const std::int64_t childEdit = council.store->auditOf(child).back().sequence;
        const auto blocked = council.store->undoStep(childEdit, "asha");
        REQUIRE_FALSE(blocked.ok());
        CHECK(blocked.failure().kind.code == "undo-blocked-by-edit");
        CHECK(council.store->childCount() == 1);
    }
}

TEST_CASE("A bulk edit of many megabytes is undone in one step")
{
    Council council;
    const std::string longNote(2000, 'x');
    std::vector<ChildId> children;
    council.edit(
        [&](store::Writer& writer) {
            for (int i = 0; i < 6000; ++i) {
                const ChildId id = writer.addChild({});
                children.push_back(id);
                Placement p = placement(id, {day(2025, 1, 1), {}});
                p.note = longNote;
                p.id = writer.addPlacement(p);
                CostLine line = weekly(id, Money::pounds(900), {day(2025, 1, 1), {}});
                line.placement = p.id;
                writer.addCostLine(line);
            }
        },
        "six thousand children");
    REQUIRE(council.store->audit(1).front().kind == Kind::bulk);
    CHECK(council.store->audit(1).front().detail ==
          "child +6000, cost_line +6000, placement +6000");
    CHECK(council.store->childCount() == 6000);
    store::ChangeNotice last;
    council.store->onChange([&](const store::ChangeNotice& notice) { last = notice; });
    REQUIRE(council.store->undo("asha").ok());
    CHECK(last.many);
    CHECK(council.store->childCount() == 0);
    CHECK(council.store->placements(children[17]).empty());
    REQUIRE(council.store->redo("asha").ok());
    CHECK(council.store->placements(children[17]).front().note == longNote);
    CHECK(council.store->check().sound());
}

TEST_CASE("A fill is quick, is one entry, and cannot be undone")
{
    Council council;
    council.store->fill(edit("the demonstration"), "asha", [&](store::Writer& writer) {
        for (int i = 0; i < 300; ++i) {
            Child child;
            child.pseudonym = i == 7 ? "A1A-007" : "";
            const ChildId id = writer.addChild(child);
            const Period period{day(2024, 1, 1), {}};
            writer.setKindPeriods(id, CohortKind::lookedAfter, std::span(&period, 1));
            writer.addPlacement(placement(id, period));
            writer.addAssessment(council.assessment(id, day(2025, 1, 1), "123"));
        }
    });
    CHECK(council.store->cohort(day(2026, 3, 31)).size() == 300);
    CHECK(council.store->audit(1).front().kind == Kind::bulk);
    CHECK_FALSE(council.store->nextUndo());
    CHECK(council.store->check().sound());
    CHECK_THROWS_AS(council.store->fill(edit(), "asha", [](store::Writer&) {}), std::logic_error);
    // The indexes are back: uniqueness holds again.
    CHECK_THROWS_AS(council.edit([](store::Writer& w) {
        w.addChild({{}, "", "A1A-007", {}, {}, ""});
    }),
                    std::logic_error);
    // And so do the other constraints.
    const ChildId later = council.child("B2B-222");
    CHECK_THROWS_AS(council.edit([&](store::Writer& w) {
        w.addCostLine(weekly(later, Money::pence(-1), {day(2025, 1, 1), {}}));
    }),
                    std::logic_error);
    CHECK_THROWS_AS(council.edit([&](store::Writer& w) {
        w.addOutcome({{}, ChildId{77}, "sdq_total", day(2025, 1, 1), 1, ""});
    }),
                    std::logic_error);
    CHECK(council.store->undo("asha").ok());
    CHECK_FALSE(council.store->child(later));
    CHECK_FALSE(council.store->nextUndo());
}

TEST_CASE("A fill that refers to what is not there, or repeats a pseudonym, leaves nothing behind")
{
    Council council;
    CHECK_THROWS_AS(
        council.store->fill(edit(), "asha",
                            [](store::Writer& w) {
                                w.addChild({});
                                w.addPlacement(placement(ChildId{77}, {day(2025, 1, 1), {}}));
                            }),
        std::logic_error);
    CHECK_THROWS_AS(council.store->fill(edit(), "asha",
                                        [](store::Writer& w) {
                                            w.addChild({{}, "", "A1A-001", {}, {}, ""});
                                            w.addChild({{}, "", "A1A-001", {}, {}, ""});
                                        }),
                    std::logic_error);
    CHECK(council.store->childCount() == 0);
    council.child("A1A-001");
    CHECK_THROWS_AS(council.child("A1A-001"), std::logic_error);
    CHECK(council.store->check().sound());
}

TEST_CASE("A notice says which tables and whose records changed, after each commit")
{
    Council council;
    std::vector<store::ChangeNotice> notices;
    std::size_t seen = 0;
    council.store->onChange([&](const store::ChangeNotice& notice) {
        notices.push_back(notice);
        seen = council.store->childCount(); // a listener may read
    });
    const ChildId child = council.child("A1A-001");
    REQUIRE(notices.size() == 1);
    CHECK(notices[0].tables == std::vector<std::string>{"child", "kind_period"});
    CHECK(notices[0].children == std::vector{child});
    CHECK_FALSE(notices[0].many);
    CHECK(seen == 1);
    REQUIRE(council.store->undo("asha").ok());
    REQUIRE(notices.size() == 2);
    CHECK(notices[1].children == std::vector{child});
    CHECK(seen == 0);
}

TEST_CASE("Threads wait for one another")
{
    Council council;
    std::vector<std::thread> threads;
    std::atomic<int> failures = 0;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            try {
                for (int i = 0; i < 10; ++i) {
                    council.store->edit(edit(), "asha", [](store::Writer& w) { w.addChild({}); });
                    if (council.store->childRows(day(2026, 3, 31)).empty())
                        ++failures;
                }
            } catch (...) {
                ++failures;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    CHECK(failures == 0);
    CHECK(council.store->childCount() == 40);
    CHECK(council.store->check().sound());
}
