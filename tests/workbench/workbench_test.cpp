// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cohort_csv.h"
#include "workbench/temporary_folder.h"
#include "workbench/workbench.h"

#include "support/catch.h"

using namespace twelvefold;
using namespace twelvefold::domain;
using namespace twelvefold::tests;
using workbench::Workbench;

namespace {

std::unique_ptr<Workbench> opened(const std::filesystem::path& path)
{
    std::unique_ptr<Workbench> bench;
    const store::Opened found = Workbench::open(path, bench, "A. Tester");
    REQUIRE(found.state == store::OpenState::current);
    return bench;
}

Assessment scored(const Workbench& bench, ChildId child, Date date, int level)
{
    Assessment draft = bench.draftFor(child, date);
    draft.date = date;
    for (Score& score : draft.scores)
        score.level = bench.currentFramework().framework->level(level);
    return draft;
}

} // namespace

TEST_CASE("The same seed gives the same cohort to the byte", "[workbench]")
{
    const TemporaryFolder folder;
    workbench::DemonstrationOptions options;
    options.children = 60;
    REQUIRE(workbench::makeDemonstration(folder.file("a.twelvefold"), options));
    REQUIRE(workbench::makeDemonstration(folder.file("b.twelvefold"), options));
    options.seed = 7;
    REQUIRE(workbench::makeDemonstration(folder.file("c.twelvefold"), options));
    const auto csv = [&](const char* name) {
        return exchange::cohortCsv(*opened(folder.file(name))->cohort(options.census));
    };
    CHECK(csv("a.twelvefold") == csv("b.twelvefold"));
    CHECK(csv("a.twelvefold") != csv("c.twelvefold"));
}

TEST_CASE("The demonstration council never replaces a file and leaves none when stopped",
          "[workbench]")
{
    const TemporaryFolder folder;
    const auto there = folder.write("there.twelvefold", "something else");
    CHECK_FALSE(workbench::makeDemonstration(there, {}));
    CHECK(contentsOf(there) == "something else");

    std::stop_source stop;
    stop.request_stop();
    CHECK_FALSE(
        workbench::makeDemonstration(folder.file("new.twelvefold"), {}, {}, stop.get_token()));
    CHECK_FALSE(std::filesystem::exists(folder.file("new.twelvefold")));

    workbench::DemonstrationOptions nine;
    nine.children = 9;
    CHECK_FALSE(workbench::makeDemonstration(folder.file("nine.twelvefold"), nine));
    CHECK_FALSE(std::filesystem::exists(folder.file("nine.twelvefold")));
}

TEST_CASE("A demonstration store is sound and its census is the default", "[workbench]")
{
    const TemporaryFolder folder;
    workbench::DemonstrationOptions options;
    options.children = 10;
    REQUIRE(workbench::makeDemonstration(folder.file("ten.twelvefold"), options));
    const auto bench = opened(folder.file("ten.twelvefold"));
    CHECK(bench->defaultCensus() == options.census);
    CHECK(bench->cohort(options.census)->filtered({}).size() == 10);
    CHECK(bench->store().check().sound());
}

TEST_CASE("An assessment bears today's date, however old the records, only time in the "
          "demonstration council stands still",
          "[workbench]")
{
    const TemporaryFolder folder;
    const Date today = *Date::from(2026, 11, 22);
    auto bench = Workbench::create(folder.file("s.twelvefold"), "Testshire", "A. Tester").value();
    Child child;
    child.localId = "7";
    REQUIRE(bench->addChild(child, {}, {*Date::from(2025, 1, 1), Date::from(2025, 6, 1)}));
    CHECK(bench->scoringDay(today) == today);

    workbench::DemonstrationOptions options;
    options.children = 10;
    REQUIRE(workbench::makeDemonstration(folder.file("ten.twelvefold"), options));
    auto demonstration = opened(folder.file("ten.twelvefold"));
    CHECK(demonstration->scoringDay(today) == options.census);
    CHECK(demonstration->scoringDay(*Date::from(2026, 1, 5)) == *Date::from(2026, 1, 5));

    // What is entered by hand does not move it, nor when the store is opened again.
    Outcome outcome;
    outcome.child = demonstration->cohort(options.census)->child.front();
    outcome.measure = outcomeMeasures().front().code;
    outcome.value = outcomeMeasures().front().lowest;
    outcome.date = today;
    REQUIRE(demonstration->saveOutcome(outcome));
    CHECK(demonstration->scoringDay(today) == options.census);
    demonstration.reset();
    CHECK(opened(folder.file("ten.twelvefold"))->scoringDay(today) == options.census);
}

TEST_CASE("A council counted in September is looked at on the 31 March before", "[workbench]")
{
    const TemporaryFolder folder;
    workbench::DemonstrationOptions options;
    options.children = 10;
    options.census = *Date::from(2025, 9, 30);
    REQUIRE(workbench::makeDemonstration(folder.file("ten.twelvefold"), options));
    const auto bench = opened(folder.file("ten.twelvefold"));
    CHECK(bench->cohort(options.census)->filtered({}).size() == 10);
    CHECK(bench->defaultCensus() == *Date::from(2025, 3, 31));
}

TEST_CASE(
    "A council that keeps its records itself is looked at on the last 31 March that they cover",
    "[workbench]")
{
    const TemporaryFolder folder;
    auto bench = Workbench::create(folder.file("s.twelvefold"), "Testshire", "A. Tester").value();
    const Date came = *Date::from(2021, 5, 12);
    Placement placement;
    placement.child = bench->addChild({}, {}, {came, std::nullopt}).value();
    placement.setting = Setting::agencyFoster;
    placement.period = {came, std::nullopt};
    REQUIRE(bench->savePlacement(workbench::PlacementEntry(placement)));
    CHECK(bench->defaultCensus() == lastCensusDay(today()));
    CHECK_FALSE(bench->censusDoubt(bench->defaultCensus()));
    CHECK_FALSE(bench->censusDoubt(today()));
    CHECK(bench->censusDoubt(came.plusDays(-1)));
}

TEST_CASE("A child is not added twice, however its identifier is typed", "[workbench]")
{
    const TemporaryFolder folder;
    auto bench = Workbench::create(folder.file("s.twelvefold"), "Testshire", "A. Tester").value();
    Child child;
    child.localId = "LW-0001 ";
    REQUIRE(bench->addChild(child, {}, {*Date::from(2025, 1, 1), std::nullopt}));
    for (const char* again : {"LW-0001", "lw-0001", " lw-0001\t"}) {
        CAPTURE(again);
        child.localId = again;
        const auto refused = bench->addChild(child, {}, {*Date::from(2025, 1, 1), std::nullopt});
        REQUIRE_FALSE(refused);
        CHECK(plainEnglish(refused.failure()).find("LW-0001 is") != std::string::npos);
    }
}

TEST_CASE("A child is scored, signed off and seen in the cohort", "[workbench]")
{
    const TemporaryFolder folder;
    const Date today = *Date::from(2026, 3, 1);
    auto bench = Workbench::create(folder.file("s.twelvefold"), "Testshire", "A. Tester").value();
    Child child;
    child.localId = "7";
    const ChildId id = bench->addChild(child, {}, {*Date::from(2025, 1, 1), std::nullopt}).value();
    CHECK_FALSE(
        bench->addChild(child, {}, {*Date::from(2025, 1, 1), std::nullopt})); // the same again

    Assessment draft = scored(*bench, id, today, 2);
    draft.scores[3].level.reset();
    CHECK(bench->saveDraft(draft).size() == 8); // "14:02:11"
    CHECK_FALSE(bench->draftFor(id, today).scores[3].level);
    CHECK_FALSE(bench->signOff(draft, today)); // a domain is not scored

    draft = scored(*bench, id, today, 2);
    draft.strengths[0] = 3;
    draft.whatMatters = SensitiveText("My dog"); // typed since the draft was saved
    const Assessment saved = draft;
    REQUIRE(bench->signOff(draft, today));
    CHECK_FALSE(bench->store().draft(id, "A. Tester"));
    const auto cohort = bench->cohort(*Date::from(2026, 3, 31));
    CHECK(cohort->needTotal.at(0) == 24.0);

    SECTION("last time's strengths are carried over, its levels are not")
    {
        const Assessment next = bench->draftFor(id, today);
        CHECK(next.strengths[0] == 3);
        CHECK_FALSE(next.scores[0].level);
    }
    SECTION("a level that moves by two needs a word of evidence")
    {
        Assessment later = scored(*bench, id, *Date::from(2026, 3, 2), 2);
        later.scores[0].level = bench->currentFramework().framework->level(4);
        CHECK_FALSE(bench->signOff(later, *Date::from(2026, 3, 2)));
        later.scores[0].evidence = SensitiveText("Two nights in hospital.");
        CHECK(bench->signOff(later, *Date::from(2026, 3, 2)));
    }
    SECTION("undo takes the assessment back and returns to the draft, with every level and word")
    {
        REQUIRE(bench->undo());
        CHECK(bench->store().assessments(id).empty());
        const Assessment back = bench->draftFor(id, today);
        CHECK(back.scores == saved.scores);
        CHECK(back.whatMatters == SensitiveText("My dog"));
        CHECK(bench->signOff(draft, today)); // and on again
    }
    SECTION("a draft that was discarded comes back by undo")
    {
        Assessment next = scored(*bench, id, today, 3);
        next.whatMatters = SensitiveText("My cat");
        bench->saveDraft(next);
        bench->discardDraft(id);
        CHECK_FALSE(bench->store().draft(id, "A. Tester"));
        REQUIRE(bench->undo());
        CHECK(bench->draftFor(id, today).scores == next.scores);
        CHECK(bench->draftFor(id, today).whatMatters == SensitiveText("My cat"));
    }
}

TEST_CASE("A new store undone to the bottom still has its framework, and opens", "[workbench]")
{
    const TemporaryFolder folder;
    {
        auto bench =
            Workbench::create(folder.file("s.twelvefold"), "Testshire", "A. Tester").value();
        CHECK_FALSE(bench->nextUndo());
        CHECK_FALSE(bench->undo());
        REQUIRE(bench->addChild({}, {}, {*Date::from(2025, 1, 1), std::nullopt}));
        while (bench->undo()) {
        }
        CHECK(bench->store().childCount() == 0);
    }
    const auto bench = opened(folder.file("s.twelvefold"));
    CHECK(bench->currentFramework().framework->domainCount() == 12);
    CHECK(bench->store().check().sound());
}

TEST_CASE("Records that cannot be are refused", "[workbench]")
{
    const TemporaryFolder folder;
    auto bench = Workbench::create(folder.file("s.twelvefold"), "Testshire", "A. Tester").value();
    const ChildId child = bench->addChild({}, {}, {*Date::from(2025, 1, 1), std::nullopt}).value();

    Placement placement;
    placement.child = child;
    placement.period = {*Date::from(2025, 1, 1), *Date::from(2025, 1, 1)};
    CHECK_FALSE(bench->savePlacement(placement));
    placement.period.end.reset();
    placement.distanceMiles = -1;
    CHECK_FALSE(bench->savePlacement(placement));
    placement.distanceMiles = 12;
    REQUIRE(bench->savePlacement(placement));
    placement.period.start = *Date::from(2025, 6, 1);
    CHECK_FALSE(bench->savePlacement(placement)); // still in the first one

    CostLine line;
    line.child = child;
    line.amount = Money::pence(-1);
    line.period.start = *Date::from(2025, 1, 1);
    CHECK_FALSE(bench->saveCostLine(line));

    Outcome outcome;
    outcome.child = child;
    outcome.measure = "sdq_total";
    outcome.date = *Date::from(2025, 3, 31);
    outcome.value = 41;
    CHECK_FALSE(bench->saveOutcome(outcome));
    outcome.measure = "happiness";
    CHECK_FALSE(bench->saveOutcome(outcome));
}
