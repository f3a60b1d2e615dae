// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/a_home.h"

#include <set>

using namespace twelvefold;
using namespace twelvefold::tests;

namespace {

const Date kAsked = day(2026, 3, 31), kAgain = day(2026, 9, 30);

// A store with two children of whom questions are asked.
struct Asked
{
    Home home;
    Workbench& bench = *home.bench;
    ChildId ada = home.child;
    ChildId ben = bench.addChild({}, {}, {day(2025, 3, 4), std::nullopt}).value();

    PutAside one(ChildId child, const std::string& question = "price_above") const
    {
        return {{},     child, question, QuestionOutcome::explained, SensitiveText("Two carers"),
                kAsked, kAgain};
    }
    Result<Done> put(const PutAside& question) { return bench.putAside(std::span(&question, 1)); }
    std::vector<PutAside> all() const { return bench.store().putAsides(); }
    std::size_t steps() const { return bench.store().audit().size(); }
    std::string nameOfLast() const { return plainEnglish(bench.nextUndo()->name); }
    std::string pseudonym(ChildId child) const { return bench.store().child(child)->pseudonym; }
};

} // namespace

TEST_CASE("A question is put aside with its reason, undone and done again, also by another day")
{
    Asked asked;
    const std::size_t before = asked.steps();
    PutAside panel = asked.one(asked.ada, "placement");
    panel.outcome = QuestionOutcome::toPanel;
    panel.reason = SensitiveText("  To the panel of 12 May\n");
    REQUIRE(asked.put(panel));
    CHECK(asked.steps() == before + 1);
    CHECK(asked.nameOfLast() ==
          "Put a question about " + asked.pseudonym(asked.ada) + " aside until 2026-09-30");
    const auto all = asked.all();
    REQUIRE(all.size() == 1);
    panel.id = all[0].id;
    panel.reason = SensitiveText("To the panel of 12 May");
    CHECK(all[0] == panel);
    CHECK(asked.bench.store().auditOf(asked.ada).front().detail == "question_aside +1");
    CHECK(asked.bench.store().auditOf(asked.ben).size() == 1); // was added: nothing else of it

    REQUIRE(asked.bench.undo());
    CHECK(asked.all().empty());
    REQUIRE(asked.bench.redo());
    CHECK(asked.all() == all);
    CHECK(asked.bench.store().check().sound());
}

TEST_CASE("Questions about several children are put aside in one step")
{
    Asked asked;
    const PutAside both[] = {asked.one(asked.ada), asked.one(asked.ben, "need_missing")};
    const std::size_t before = asked.steps();
    REQUIRE(asked.bench.putAside(both));
    CHECK(asked.steps() == before + 1);
    CHECK(asked.nameOfLast() == "Put 2 questions aside");
    CHECK(asked.all().size() == 2);
    for (const ChildId child : {asked.ada, asked.ben})
        CHECK(asked.bench.store().auditOf(child).front().sequence ==
              static_cast<std::int64_t>(asked.steps()));
    REQUIRE(asked.bench.undo());
    CHECK(asked.all().empty());
    REQUIRE(asked.bench.putAside({}));
    CHECK(asked.steps() == before + 2); // of nothing there is nothing to record
}

TEST_CASE("A question is not put aside without a reason, until no later day, or about nobody")
{
    Asked asked;
    const std::size_t before = asked.steps();
    const auto refusal = [&](const std::function<void(PutAside&)>& spoil) {
        PutAside faulty = asked.one(asked.ben);
        spoil(faulty);
        // One that could be put aside is not either.
        const PutAside both[] = {asked.one(asked.ada), faulty};
        const auto done = asked.bench.putAside(both);
        REQUIRE_FALSE(done);
        return plainEnglish(done.failure());
    };
    const std::string noReason = "Say why the question is put aside: it needs a reason.";
    CHECK(refusal([](PutAside& one) { one.reason = {}; }) == noReason);
    CHECK(refusal([](PutAside& one) { one.reason = SensitiveText(" \t\n"); }) == noReason);
    CHECK(refusal([](PutAside& one) { one.reason = SensitiveText("\u200B"); }) == noReason);
    CHECK(refusal([](PutAside& one) { one.reason = SensitiveText(std::string(501, 'a')); }) ==
          "The reason is 501 characters long, and at most 500 are kept. Shorten it.");
    CHECK(refusal([](PutAside& one) { one.until = one.on; }) ==
          "The question was asked on 2026-03-31, so it cannot be asked again on 2026-03-31. Choose "
          "a later day.");
    CHECK(
        refusal([](PutAside& one) { one.until = day(2199, 12, 31); }) ==
        "A question that was asked on 2026-03-31 is put aside until 2028-03-31 at the latest, not "
        "until 2199-12-31. Choose an earlier day, and put it aside again when that has come.");
    CHECK(refusal([](PutAside& one) { one.child = ChildId{99}; }) ==
          "The child whom the question is about is not in the store.");
    CHECK(refusal([](PutAside& one) { one.question = "weather"; }) ==
          "There is no question called weather.");
    CHECK(asked.steps() == before);
    CHECK(asked.all().empty());

    PutAside shortest = asked.one(asked.ada);
    shortest.until = shortest.on.plusDays(1);
    CHECK(asked.put(shortest));
}

TEST_CASE("Of a question about a child one answer stands on any day")
{
    Asked asked;
    REQUIRE(asked.put(asked.one(asked.ada)));
    REQUIRE(asked.put(asked.one(asked.ada, "step_down")));
    REQUIRE(asked.put(asked.one(asked.ben)));
    const auto before = asked.all();

    SECTION("an answer for days that overlap takes the place of the one before")
    {
        PutAside later = asked.one(asked.ada);
        later.outcome = QuestionOutcome::notAgreed;
        later.on = kAgain.plusDays(-1);
        later.until = kAgain.plusDays(100);
        REQUIRE(asked.put(later));
        const auto after = asked.all();
        CHECK(after.size() == 3);
        CHECK(std::ranges::count(after, QuestionOutcome::notAgreed, &PutAside::outcome) == 1);
        CHECK(std::ranges::count(after, before[0].id, &PutAside::id) +
                  std::ranges::count(after, before[1].id, &PutAside::id) +
                  std::ranges::count(after, before[2].id, &PutAside::id) ==
              2);
        REQUIRE(asked.bench.undo());
        CHECK(asked.all() == before);
    }
    SECTION("one from the day on which it is asked again leaves the one before as it was")
    {
        PutAside later = asked.one(asked.ada);
        later.on = kAgain;
        later.until = kAgain.plusDays(100);
        REQUIRE(asked.put(later));
        CHECK(asked.all().size() == 4);
    }
    SECTION("also where both come in one step")
    {
        const PutAside twice[] = {asked.one(asked.ada, "stale"), asked.one(asked.ada, "stale")};
        REQUIRE(asked.bench.putAside(twice));
        CHECK(asked.all().size() == 4);
    }
}

TEST_CASE("A question that was put aside is asked again, which is a step as well")
{
    Asked asked;
    PutAside before = asked.one(asked.ada);
    before.on = kAsked.plusMonths(-12);
    before.until = kAsked;
    REQUIRE(asked.put(before));
    REQUIRE(asked.put(asked.one(asked.ada)));
    REQUIRE(asked.put(asked.one(asked.ada, "step_down")));
    REQUIRE(asked.put(asked.one(asked.ben)));
    const auto all = asked.all();

    REQUIRE(asked.bench.askAgain(asked.ada, "price_above"));
    CHECK(asked.nameOfLast() == "Ask a question about " + asked.pseudonym(asked.ada) + " again");
    const auto left = asked.all();
    REQUIRE(left.size() == 3);
    CHECK(left[0].until == kAsked); // the answer of the year before stays
    REQUIRE(asked.bench.undo());
    CHECK(asked.all() == all);

    const auto never = asked.bench.askAgain(asked.ben, "step_down");
    REQUIRE_FALSE(never);
    CHECK(plainEnglish(never.failure()) ==
          "The question step_down about " + asked.pseudonym(asked.ben) + " is not put aside.");
}

TEST_CASE("Each question that there is can be put aside")
{
    Asked asked;
    for (const analysis::QuestionEntry* entry : analysis::questionEntries())
        CHECK(asked.put(asked.one(asked.ada, entry->token)));
    CHECK(asked.all().size() == analysis::questionEntries().size());
}
