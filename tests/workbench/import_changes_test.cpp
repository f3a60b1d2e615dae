// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/returns.h"
#include "workbench/temporary_folder.h"
#include "workbench/workbench.h"

#include "support/catch.h"

#include <algorithm>
#include <random>

// What a bringing-in would change, field by field, and leaving some of it out.
using namespace twelvefold;
using namespace twelvefold::domain;
using namespace twelvefold::tests;
using workbench::ImportOptions;
using workbench::ImportPlan;
using workbench::Workbench;

namespace {

struct Year2024
{
    TemporaryFolder folder;
    std::unique_ptr<Workbench> bench =
        Workbench::create(folder.file("store.twelvefold"), "Testshire", "A. Tester").value();

    Year2024()
    {
        folder.write("2024/header.csv", kHeader2024);
        folder.write("2024/episodes.csv", kEpisodes2024);
        folder.write("2024/oc2.csv", kOc2_2024);
        const auto plan = bench->planImport({folder.file("2024")}, {});
        REQUIRE(bench->applyImport(plan));
    }
    ImportPlan planOf(const std::string& name, const ImportOptions& options = {}) const
    {
        ImportPlan plan = bench->planImport({folder.file(name)}, options);
        for (const auto& file : plan.files) {
            INFO(file.name);
            CHECK(file.accepted + file.changed + file.unchanged + file.rejected == file.rows);
        }
        return plan;
    }
    std::vector<Episode> episodesOf(const std::string& localId) const
    {
        return bench->store().episodes(bench->store().childrenByLocalId().at(localId));
    }
};

// "101: End: blank -> 2024-11-06"
std::vector<std::string> told(const ImportPlan& plan)
{
    std::vector<std::string> all;
    const auto words = [](const std::optional<Argument>& value) {
        return value ? plainEnglish({workbench::kFieldValue, {*value}}) : "blank";
    };
    for (const auto& change : plan.changes)
        all.push_back("row " + std::to_string(change.row) + ": " + change.field.english + ": " +
                      words(change.before) + " -> " + words(change.after));
    return all;
}

std::int64_t sumOf(const ImportPlan& plan, std::int64_t ImportPlan::File::*count)
{
    std::int64_t sum = 0;
    for (const auto& file : plan.files)
        sum += file.*count;
    return sum;
}

std::set<workbench::RowLeftOut> allChanges(const ImportPlan& plan)
{
    std::set<workbench::RowLeftOut> rows;
    for (const auto& change : plan.changes)
        rows.insert({plan.files[change.file].name, plan.files[change.file].sha256, change.row});
    return rows;
}

} // namespace

TEST_CASE("what a later return changes is told field by field, old beside new", "[changes]")
{
    Year2024 store;
    store.folder.write("2025/episodes.csv", kEpisodes2025);
    const ImportPlan plan = store.planOf("2025");
    CHECK(told(plan) == std::vector<std::string>{"row 2: End: blank -> 2024-11-06",
                                                 "row 2: Reason it ended: blank -> X1"});
    REQUIRE(plan.changes.front().record);
    CHECK(plainEnglish(*plan.changes.front().record) == "Episode from 2023-10-02");
    CHECK(
        plan.changes.front().pseudonym ==
        store.bench->store().child(store.bench->store().childrenByLocalId().at("101"))->pseudonym);
}

TEST_CASE("each kind of row tells what it changes", "[changes]")
{
    Year2024 store;
    SECTION("a header, without the day of birth or the pupil number")
    {
        store.folder.write("2025/header.csv",
                           kHeaderHeadings + "101,F,06/06/2012,BCRB,B123456789012,,\n");
        const ImportPlan plan = store.planOf("2025", {2025});
        CHECK(told(plan) == std::vector<std::string>{
                                "row 2: Sex: Male -> Female", "row 2: Ethnicity: WBRI -> BCRB",
                                "row 2: Date of birth: not shown -> another, not shown",
                                "row 2: Pupil number: not shown -> another, not shown"});
    }
    SECTION("an outcome")
    {
        store.folder.write("2024/oc2.csv", kOc2Headings + "101,05/06/2012,19,,0,,1,1,1,0,,\n");
        CHECK(told(store.planOf("2024")) == std::vector<std::string>{"row 2: SDQ total: 14 -> 19"});
    }
    SECTION("a cost")
    {
        store.folder.write("costs.csv", kFinanceHeadings + "101,core,900,week,2023-10-02,,,,,,\n");
        REQUIRE(store.bench->applyImport(store.planOf("costs.csv")));
        store.folder.write("costs.csv",
                           kFinanceHeadings + "101,core,950.50,week,2023-10-02,,,,,,\n");
        CHECK(told(store.planOf("costs.csv")) ==
              std::vector<std::string>{"row 2: Amount: £900.00 -> £950.50"});
    }
    SECTION("what happened to a child")
    {
        const std::string headings = "CHILD,DOB,MISSING,MIS_START,MIS_END\n";
        store.folder.write("missing.csv", headings + "101,05/06/2012,M,03/01/2024,\n");
        REQUIRE(store.bench->applyImport(store.planOf("missing.csv", {2024})));
        store.folder.write("missing.csv", headings + "101,05/06/2012,M,03/01/2024,05/01/2024\n");
        CHECK(told(store.planOf("missing.csv", {2025})) ==
              std::vector<std::string>{"row 2: End: blank -> 2024-01-05"});
    }
}

TEST_CASE("a file that says what the store has changes nothing, and tells nothing", "[changes]")
{
    Year2024 store;
    CHECK(store.planOf("2024").changes.empty());
}

TEST_CASE("a change that is left out leaves the store as it was, and the rest comes in",
          "[changes]")
{
    Year2024 store;
    store.folder.write("2025/header.csv", kHeader2025);
    store.folder.write("2025/episodes.csv", kEpisodes2025);
    const ImportPlan all = store.planOf("2025");
    ImportOptions options;
    SECTION("row by row")
    {
        options.leftOut = allChanges(all);
    }
    SECTION("all of them")
    {
        options.leaveChanges = true;
    }
    const ImportPlan plan = store.planOf("2025", options);
    CHECK(plan.changes.empty());
    CHECK(sumOf(plan, &ImportPlan::File::changed) == 0);
    CHECK(sumOf(plan, &ImportPlan::File::rejected) == sumOf(all, &ImportPlan::File::changed));
    CHECK(sumOf(plan, &ImportPlan::File::accepted) == sumOf(all, &ImportPlan::File::accepted));
    REQUIRE(store.bench->applyImport(plan));
    const auto episodes = store.episodesOf("101");
    const auto placed =
        std::ranges::find(episodes, Date::from(2023, 10, 2).value(), &Episode::start);
    REQUIRE(placed != episodes.end());
    CHECK_FALSE(placed->end);
    CHECK(store.bench->store().childrenByLocalId().contains("103"));

    // They are in the list of what was not taken, as they stood and with the reason.
    REQUIRE(store.bench->saveRejects(plan, store.folder.file("rejects.csv")).ok());
    const std::string rejects = contentsOf(store.folder.file("rejects.csv"));
    CHECK(rejects.find("Left out, as was asked") != std::string::npos);
    CHECK(rejects.find("101,02/10/2023,P,C2,N1,U4,PR4,06/11/2024,X1") != std::string::npos);
}

TEST_CASE("no other row takes the place of one that was left out", "[changes]")
{
    Year2024 store;
    // Two files of one year say the same of the stay that the store has otherwise.
    store.folder.write("2025/a.csv",
                       kEpisodeHeadings +
                           "101,02/10/2023,P,C2,N1,U4,PR4,06/11/2024,X1,,,,SC000002\n");
    store.folder.write("2025/b.csv",
                       kEpisodeHeadings +
                           "101,02/10/2023,P,C2,N1,U4,PR4,06/11/2024,X1,,,,SC000002\n"
                           "102,01/09/2023,S,V2,N5,K2,PR4,01/12/2024,E8,,,,SC000003\n");
    const ImportPlan all = store.planOf("2025", {2025});
    REQUIRE(sumOf(all, &ImportPlan::File::changed) == 2);
    ImportOptions options{2025};
    for (const auto& row : allChanges(all)) {
        if (row.row == 2) // of child 101, in whichever file it is taken from
            options.leftOut.insert(row);
    }
    REQUIRE(options.leftOut.size() == 1);
    const ImportPlan plan = store.planOf("2025", options);
    CHECK(sumOf(plan, &ImportPlan::File::changed) == 1);
    CHECK(sumOf(plan, &ImportPlan::File::rejected) == 2);
    REQUIRE(store.bench->applyImport(plan));
    CHECK_FALSE(store.episodesOf("101").back().end);
    CHECK(store.episodesOf("102").back().end);
}

TEST_CASE("whatever is left out, what is told is what comes to be", "[changes][random]")
{
    std::mt19937 random(20261201);
    for (int round = 0; round < 12; ++round) {
        Year2024 store;
        store.folder.write("2025/header.csv", kHeader2025);
        store.folder.write("2025/episodes.csv",
                           kEpisodeHeadings +
                               "101,10/04/2023,S,C1,N2,U4,PR1,02/10/2023,X1,CARPL,,,SC000001\n"
                               "101,02/10/2023,P,C2,N1,U4,PR4,06/11/2024,X1,,,,SC000002\n"
                               "101,06/11/2024,L,E1,N1,U4,PR4,,,,,,SC000002\n"
                               "102,01/09/2023,S,V2,N5,K2,PR5,,,,,,SC000004\n");
        const ImportPlan all = store.planOf("2025");
        ImportOptions options;
        for (const auto& row : allChanges(all)) {
            if (random() % 2 == 0)
                options.leftOut.insert(row);
        }
        const ImportPlan plan = store.planOf("2025", options);
        CHECK(plan.changes.size() <= all.changes.size());
        for (const auto& row : allChanges(plan))
            CHECK_FALSE(options.leftOut.contains(row));
        REQUIRE(store.bench->applyImport(plan));
        // Of the same files then only what was left out is still to be changed.
        const ImportPlan again = store.planOf("2025");
        CHECK(allChanges(again) == options.leftOut);
        REQUIRE(store.bench->undo().ok());
        CHECK(told(store.planOf("2025")) == told(all));
    }
}

TEST_CASE("of a cost whose placement ended what is told is what is written", "[changes]")
{
    Year2024 store;
    // 101's first placement ended on 2 October 2023, and so does what is paid for it.
    const auto pays = [&](const std::string& name, const char* amount) {
        store.folder.write(name + "/costs.csv", kFinanceHeadings + "101,core," + amount +
                                                    ",week,2023-04-10,,,,SC000001,,\n");
        const ImportPlan plan = store.planOf(name);
        REQUIRE(store.bench->applyImport(plan));
        return told(plan);
    };
    pays("first", "900");
    const std::vector<std::string> changes = pays("second", "910");
    CHECK(changes == std::vector<std::string>{"row 2: Amount: £900.00 -> £910.00"});
    const auto lines =
        store.bench->store().costLines(store.bench->store().childrenByLocalId().at("101"));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].period.end == Date::from(2023, 10, 2));
}
