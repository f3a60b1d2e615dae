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

TEST_CASE("an answer is for the files that ask, and leaves the others as they were", "[import]")
{
    ImportBench bench;
    Files files{
        {"header.csv", "CHILD,SEX,DOB,ETHNIC\n1,M,04/05/2010,WBRI\n"},
        {"episodes.csv", "CHILD,DECOM,DEC,PLACE\n1,04/05/2024,,U4\n"},
        {"costs.csv", "child_id,component,amount,period,start\n1,core,900,week,04/05/2024\n"}};
    const ImportPlan asked = bench.plan(files);
    REQUIRE(asked.questions.size() == 1);
    CHECK(asked.questions[0].file == "costs.csv");
    ImportOptions options;
    options.answers.give(exchange::QuestionKind::dateOrder, "mdy");
    const ImportPlan plan = bench.bringIn(files, options);
    CHECK(plan.questions.empty());
    REQUIRE(plan.answered.size() == 1); // and can be answered otherwise
    const ChildId child = bench.store().childrenByLocalId().at("1");
    CHECK(bench.store().identity(child)->born == Date::from(2010, 5, 4));
    CHECK(bench.store().episodes(child).at(0).start == Date::from(2024, 5, 4));
    CHECK(bench.store().costLines(child).at(0).period.start == Date::from(2024, 4, 5));
}

TEST_CASE("where no file asks, an answer is for all of them", "[import]")
{
    ImportBench bench;
    ImportOptions options;
    options.answers.give(exchange::QuestionKind::dateOrder, "mdy");
    bench.bringIn({{"header.csv", "CHILD,SEX,DOB,ETHNIC\n1,M,04/05/2010,WBRI\n"}}, options);
    CHECK(bench.store().identity(bench.store().childrenByLocalId().at("1"))->born ==
          Date::from(2010, 4, 5));
}

TEST_CASE("another council's rows are not taken into this council's store unasked", "[import]")
{
    ImportBench bench("Eastmarch");
    bench.bringIn(
        {{"header.csv", "CHILD,SEX,DOB,ETHNIC,LA\n1,M,04/05/2010,WBRI,Eastmarch Council\n"}});
    const Files others{{"west.csv", "CHILD,SEX,DOB,ETHNIC,LA\n1,F,14/05/2012,WBRI,Westmarch\n"}};
    const ImportPlan asked = bench.plan(others);
    REQUIRE(asked.questions.size() == 1);
    CHECK(asked.questions[0].question.kind == exchange::QuestionKind::council);
    CHECK(asked.nothingToDo());
    ImportOptions options;
    options.answers.give(exchange::QuestionKind::council, "Westmarch");
    const ImportPlan wanted = bench.plan(others, options);
    CHECK(wanted.files.at(0).changed == 1);
    CHECK(std::ranges::count_if(wanted.problems, [](const Problem& problem) {
              return problem.message.kind.code == "file-of-other-council";
          }) == 1);
    // A code says of no name whether it is another's.
    CHECK(bench.plan({{"code.csv", "CHILD,SEX,DOB,ETHNIC,LA\n1,F,14/05/2010,WBRI,E09000001\n"}})
              .questions.empty());
}

TEST_CASE("two files of one year that differ about a child say so", "[import]")
{
    ImportBench bench;
    const std::string headings = "CHILD,SEX,DOB,ETHNIC\n";
    const ImportPlan plan =
        bench.bringIn({{"a.csv", headings + "1,M,14/05/2010,WBRI\n2,F,15/05/2010,WBRI\n"},
                       {"b.csv", headings + "1,F,14/05/2010,WBRI\n2,F,15/05/2010,WBRI\n"}});
    const auto said = std::ranges::count_if(plan.problems, [](const Problem& problem) {
        return problem.message.kind.code == "child-said-twice";
    });
    CHECK(said == 1);
}

TEST_CASE("a birth date that differs from the header's is told of, wherever it stands", "[import]")
{
    ImportBench bench;
    const Files files{{"header.csv", "CHILD,SEX,DOB,ETHNIC\n1,M,14/05/2010,WBRI\n"},
                      {"episodes.csv", "CHILD,DECOM,DEC,PLACE\n1,13/05/2023,,U4\n"},
                      {"oc2.csv", "CHILD,DOB,SDQ_SCORE\n1,15/05/2010,12\n"}};
    const auto told = [](const ImportPlan& plan) {
        return std::ranges::count_if(plan.problems, [](const Problem& problem) {
            return problem.message.kind.code == "birth-differs";
        });
    };
    CHECK(told(bench.bringIn(files)) == 1);
    CHECK(told(bench.plan({{"header.csv", "CHILD,SEX,DOB,ETHNIC\n1,M,16/05/2010,WBRI\n"}})) == 1);
}

TEST_CASE("a name that two files share gives no year that their children do not bear out",
          "[import]")
{
    ImportBench bench;
    const std::string headings = "CHILD,DECOM,DEC,PLACE\n";
    std::string many = headings, outcomes = "CHILD,DOB,SDQ_SCORE\n";
    for (int i = 1; i < 9; ++i) {
        many += std::to_string(i) + ",13/05/2024,,U4\n";
        outcomes += std::to_string(i) + ",,12\n";
    }
    const ImportPlan plan =
        bench.bringIn({{"episodes.csv", headings + "1,13/05/2021,14/06/2021,U4\n"},
                       {"episodesb.csv", many},
                       {"oc2.csv", outcomes}});
    const auto oc2 = std::ranges::find(plan.files, "oc2.csv", &ImportPlan::File::name);
    CHECK(oc2->returnYear == 2025);
}
