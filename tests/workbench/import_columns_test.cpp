// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/returns.h"
#include "workbench/temporary_folder.h"
#include "workbench/workbench.h"

#include "support/catch.h"

#include <algorithm>
#include <map>

using namespace twelvefold;
using namespace twelvefold::domain;
using namespace twelvefold::tests;
using workbench::ImportOptions;
using workbench::ImportPlan;
using workbench::Workbench;

namespace {

using Files = std::map<std::string, std::string>;

struct ImportBench
{
    TemporaryFolder folder;
    std::unique_ptr<Workbench> bench;

    explicit ImportBench(const std::string& council = "Testshire")
        : bench(Workbench::create(folder.file("store.twelvefold"), council, "A. Tester").value())
    {
    }
    ImportPlan plan(const Files& files, const ImportOptions& options = {}) const
    {
        std::vector<std::filesystem::path> paths;
        for (const auto& [name, text] : files)
            paths.push_back(folder.write(name, text));
        return bench->planImport(paths, options);
    }
    ImportPlan bringIn(const Files& files, const ImportOptions& options = {})
    {
        ImportPlan made = plan(files, options);
        for (const auto& file : made.files) {
            INFO(file.name);
            CHECK(file.accepted + file.changed + file.unchanged + file.rejected == file.rows);
        }
        REQUIRE(bench->applyImport(made));
        CHECK(plan(files, options).nothingToDo()); // twice changes nothing
        return made;
    }
    std::vector<std::string> children() const
    {
        std::vector<std::string> all;
        for (const auto& [localId, id] : bench->store().childrenByLocalId())
            all.push_back(localId);
        std::ranges::sort(all);
        return all;
    }
    const store::Store& store() const { return bench->store(); }
};

using Ids = std::vector<std::string>;

std::string header(const std::vector<std::string>& rows)
{
    std::string text = kHeaderHeadings;
    for (const std::string& row : rows)
        text += row + ",WBRI,,,\n";
    return text;
}
std::string episodes(const std::vector<std::string>& ids)
{
    std::string text = kEpisodeHeadings;
    for (const std::string& id : ids)
        text += id + ",17/09/2023,S,C2,N1,U4,PR4,,,,,,SC000001\n";
    return text;
}
std::string costs(const std::vector<std::string>& ids)
{
    std::string text = kFinanceHeadings;
    for (const std::string& id : ids)
        text += id + ",core,900,week,2024-04-01,,,,,,\n";
    return text;
}

const Problem* problemIn(const ImportPlan& plan, std::string_view code)
{
    const auto found = std::ranges::find_if(
        plan.problems, [&](const Problem& problem) { return problem.message.kind.code == code; });
    return found == plan.problems.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("children whose identifiers lost noughts, case or a blank are the same children",
          "[import]")
{
    for (const char* written : {"70011", "070011", "0070011.0"}) {
        INFO(written);
        ImportBench bench;
        const ImportPlan plan = bench.bringIn({{"header.csv", header({"00070011,1,14/02/2012"})},
                                               {"episodes.csv", episodes({written})},
                                               {"costs.csv", costs({written})}});
        CHECK(bench.children() == Ids{"00070011"});
        CHECK(plan.newChildren == 1);
        const ChildId child = bench.store().childrenByLocalId().at("00070011");
        CHECK(bench.store().episodes(child).size() == 1);
        CHECK(bench.store().costLines(child).size() == 1);
        CHECK(problemIn(plan, "children-written-otherwise") != nullptr);
        REQUIRE(problemIn(plan, "cost-children-written-otherwise") != nullptr);
        CHECK(plainEnglish(problemIn(plan, "cost-children-written-otherwise")->message)
                  .find("£900.00 a week") != std::string::npos);
    }
    ImportBench bench;
    bench.bringIn({{"header.csv", header({"Ab12,1,14/02/2012"})}, {"e.csv", episodes({"AB 12"})}});
    CHECK(bench.children() == Ids{"Ab12"});
}

TEST_CASE("a store's own writing of an identifier is the one that stays", "[import]")
{
    ImportBench bench;
    bench.bringIn({{"header.csv", header({"00070011,1,14/02/2012"})}});
    bench.bringIn({{"later/header.csv", header({"70011,1,14/02/2012"})},
                   {"later/episodes.csv", episodes({"70011"})}});
    CHECK(bench.children() == Ids{"00070011"});
}

TEST_CASE("two children are never made one", "[import]")
{
    SECTION("where one header has both")
    {
        ImportBench bench;
        const ImportPlan plan =
            bench.bringIn({{"header.csv", header({"007,1,14/02/2012", "0007,1,14/02/2012"})},
                           {"costs.csv", costs({"7", "007"})}});
        CHECK(bench.children() == Ids{"0007", "007"});
        CHECK(problemIn(plan, "row-unknown-child") != nullptr); // “7” could be either
        REQUIRE(problemIn(plan, "costs-without-child") != nullptr);
        CHECK(plainEnglish(problemIn(plan, "costs-without-child")->message)
                  .starts_with("One cost line, of £900.00 a week, found no child"));
    }
    SECTION("where their birth dates or sexes disagree")
    {
        for (const char* other : {"70011,1,15/02/2012", "70011,2,14/02/2012"}) {
            ImportBench bench;
            bench.bringIn({{"a/header.csv", header({"00070011,1,14/02/2012"})},
                           {"b/header.csv", header({other})}});
            CHECK(bench.children() == Ids{"00070011", "70011"});
        }
    }
}

TEST_CASE("costs of nobody are summed, with what would make them match", "[import]")
{
    ImportBench bench;
    const ImportPlan plan = bench.bringIn({{"header.csv", header({"P70011,1,14/02/2012"})},
                                           {"costs.csv", costs({"X-70011", "555"})}});
    REQUIRE(problemIn(plan, "costs-without-child") != nullptr);
    CHECK(plainEnglish(problemIn(plan, "costs-without-child")->message) ==
          "2 cost lines, together £1800.00 a week, found no child. They may be meant for children "
          "that are written otherwise: “X-70011” could be “P70011”.");
}

TEST_CASE("a credit takes off what is paid while it runs, and comes back with undo", "[import]")
{
    ImportBench bench;
    const Files files{{"header.csv", header({"1,1,14/02/2012"})},
                      {"episodes.csv", episodes({"1"})},
                      {"costs.csv", kFinanceHeadings +
                                        "1,core,900,week,2024-04-01,,,,,,\n"
                                        "1,core,(140),once,2024-04-01,2024-04-15,,,,,refund\n"}};
    bench.bringIn(files);
    const ChildId child = bench.store().childrenByLocalId().at("1");
    const auto lines = bench.store().costLines(child);
    REQUIRE(lines.size() == 2);
    CHECK(std::ranges::count(lines, true, &CostLine::credit) == 1);
    CHECK(weeklyCost(lines, *Date::from(2024, 4, 7)).total == Money::pounds(830));
    CHECK(weeklyCost(lines, *Date::from(2024, 4, 15)).total == Money::pounds(900));
    const auto cohort = bench.bench->cohort(*Date::from(2024, 4, 7));
    REQUIRE(cohort->size() == 1);
    CHECK(cohort->weeklyCost.values[0] == 830);
    REQUIRE(bench.bench->undo());
    REQUIRE(bench.bench->redo());
    CHECK(bench.store().costLines(child) == lines);
    CHECK(bench.store().check().sound());
}

TEST_CASE("what one file shows of its dates is asked of another that came with it", "[import]")
{
    ImportBench bench;
    const Files files{
        {"header.csv", header({"1,1,02/03/2012"})},
        {"episodes.csv", kEpisodeHeadings + "1,9/17/2023,S,C2,N1,U4,PR4,,,,,,SC000001\n"}};
    const ImportPlan asked = bench.plan(files);
    REQUIRE(asked.questions.size() == 1);
    CHECK(asked.questions[0].file == "header.csv");
    ImportOptions options;
    options.answers.dates = exchange::DateOrder::monthFirst;
    CHECK(bench.bringIn(files, options).questions.empty());
    const ChildId child = bench.store().childrenByLocalId().at("1");
    CHECK(bench.store().identity(child)->born == Date::from(2012, 2, 3));
}

TEST_CASE("councils in two files are not merged, and the store's own is taken", "[import]")
{
    const std::string headings = "CHILD,SEX,DOB,ETHNIC,LA\n";
    const Files files{{"a.csv", headings + "1,1,14/02/2012,WBRI,Eastmarch\n"},
                      {"b.csv", headings + "1,2,15/02/2013,WBRI,Westmarch\n"},
                      {"costs.csv", costs({"1"})}};
    SECTION("unanswered, none of their rows comes in")
    {
        ImportBench bench;
        const ImportPlan plan = bench.plan(files);
        CHECK(plan.questions.size() == 2);
        CHECK(plan.nothingToDo());
    }
    SECTION("named, those of one do")
    {
        ImportBench bench;
        ImportOptions options;
        options.answers.council = "Westmarch";
        bench.bringIn(files, options);
        const ChildId child = bench.store().childrenByLocalId().at("1");
        CHECK(bench.store().child(child)->sex == Sex::female);
        CHECK(bench.store().costLines(child).size() == 1);
    }
    SECTION("a store that bears the name of one takes that one's")
    {
        ImportBench bench("Eastmarch");
        bench.bringIn(files);
        CHECK(bench.store().child(bench.store().childrenByLocalId().at("1"))->sex == Sex::male);
    }
}

TEST_CASE("a regional copy of several years is filed by what each row says", "[import]")
{
    ImportBench bench;
    bench.bringIn({{"e.csv", "CHILD,DECOM,DEC,PLACE,YEAR\n"
                             "1,17/09/2022,20/12/2022,U4,2023\n"
                             "1,20/12/2022,17/06/2023,U6,2024\n"}});
    const auto all = bench.store().episodes(bench.store().childrenByLocalId().at("1"));
    REQUIRE(all.size() == 2);
    CHECK(std::min(all[0].returnYear, all[1].returnYear) == 2023);
    CHECK(std::max(all[0].returnYear, all[1].returnYear) == 2024);
}
