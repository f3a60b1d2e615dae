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
using workbench::ImportPlan;
using workbench::Workbench;

namespace {

struct Office
{
    TemporaryFolder folder;
    std::unique_ptr<Workbench> bench =
        Workbench::create(folder.file("store.twelvefold"), "Testshire", "A. Tester").value();

    ImportPlan bringIn(const std::map<std::string, std::string>& files)
    {
        std::vector<std::filesystem::path> paths;
        for (const auto& [name, text] : files)
            paths.push_back(folder.write(name, text));
        ImportPlan plan = bench->planImport(paths, {});
        REQUIRE(bench->applyImport(plan));
        for (const auto& file : plan.files)
            CHECK(file.accepted + file.changed + file.unchanged + file.rejected == file.rows);
        return plan;
    }
};

std::vector<Problem> problemsOf(const ImportPlan& plan, std::string_view rule)
{
    std::vector<Problem> found;
    std::ranges::copy_if(plan.problems, std::back_inserter(found), [rule](const Problem& problem) {
        return problem.message.kind.code == rule;
    });
    return found;
}

std::size_t told(const ImportPlan& plan, std::string_view rule)
{
    return problemsOf(plan, rule).size();
}

const std::string kHeader = kHeaderHeadings + "1,M,05/06/2012,WBRI,,,\n";

} // namespace

TEST_CASE("An episode before the child's birth is doubted, whichever file says when that was")
{
    Office office;
    const ImportPlan plan = office.bringIn(
        {{"header.csv", kHeader},
         {"episodes.csv", kEpisodeHeadings + "1,04/06/2012,S,C2,N1,U4,PR1,05/06/2012,X1,CARPL,,,\n"
                                             "1,05/06/2012,P,C2,N1,U6,PR1,,,,,,\n"}});
    const auto found = problemsOf(plan, "episode-before-birth");
    REQUIRE(found.size() == 1);
    CHECK(found[0].row == 2);
    CHECK(found[0].severity == Problem::Severity::warning);
    CHECK(plan.files[0].rejected == 0);
    // The next return comes without a header, and the store knows.
    const ImportPlan later =
        office.bringIn({{"later.csv", kEpisodeHeadings + "1,01/05/2012,S,C2,N1,U4,PR1,,,,,,\n"}});
    CHECK(told(later, "episode-before-birth") == 1);
}

TEST_CASE("Codes for the grown are doubted of a child too young for them, to the day")
{
    Office office;
    const ImportPlan plan = office.bringIn(
        {{"header.csv", kHeaderHeadings + "1,M,05/06/2012,WBRI,,,\n2,M,06/06/2012,WBRI,,,\n"},
         {"episodes.csv", kEpisodeHeadings + "1,05/06/2022,S,J1,N1,R5,PR4,,,,,,\n"
                                             "2,05/06/2022,S,J1,N1,R5,PR4,,,,,,\n"}});
    const auto found = problemsOf(plan, "age-unlikely-for-code");
    REQUIRE(found.size() == 2);
    for (const Problem& problem : found) {
        CHECK(problem.row == 3);
        CHECK(problem.severity == Problem::Severity::information);
    }
}

TEST_CASE("A reason for a new episode is held against what changed")
{
    Office office;
    const ImportPlan plan = office.bringIn(
        {{"header.csv", kHeader},
         {"episodes.csv",
          kEpisodeHeadings +
              "1,01/05/2023,S,C2,N1,U4,PR1,01/06/2023,X1,,,AA1 1AA,\n"
              "1,01/06/2023,L,C2,N1,U4,PR1,01/07/2023,X1,,,AA1 1AA,\n" // no: C2 still
              "1,01/07/2023,L,E1,N1,U4,PR1,01/08/2023,X1,CARPL,,AA1 1AA,\n"
              "1,01/08/2023,P,E1,N2,U6,PR1,01/09/2023,X1,CARPL,,AA2 2AA,\n" // need
              "1,01/09/2023,P,E1,N2,U6,PR1,01/10/2023,X1,CARPL,,AA2 2AA,\n" // no move
              "1,01/10/2023,B,V2,N2,K2,PR4,01/11/2023,X1,CHILD,,AA3 3AA,\n"
              "1,01/11/2023,U,V2,N2,K2,PR4,,,,,AA3 3AA,\n"}}); // no: V2 still
    const auto reasons = problemsOf(plan, "rne-does-not-fit");
    REQUIRE(reasons.size() == 3);
    CHECK(reasons[0].row == 3);
    CHECK(reasons[1].row == 6);
    CHECK(reasons[2].row == 8);
    const auto needs = problemsOf(plan, "need-code-changes");
    REQUIRE(needs.size() == 1);
    CHECK(needs[0].row == 5);
}

TEST_CASE("A child who was in care by the last return, and is in no row of this one, is named")
{
    const std::string openEpisode =
        kEpisodeHeadings + "1,10/04/2023,S,C2,N1,U4,PR1,,,,,,\n2,01/09/2023,S,V2,N5,K2,PR4,,,,,,\n";
    const std::string next = kEpisodeHeadings + "1,10/04/2023,S,C2,N1,U4,PR1,,,,,,\n"
                                                "3,15/12/2024,S,V2,N1,U6,PR1,,,,,,\n";
    SECTION("of a return that came before")
    {
        Office office;
        CHECK(told(office.bringIn({{"2024.csv", openEpisode}}), "children-not-in-return") == 0);
        const auto found =
            problemsOf(office.bringIn({{"2025.csv", next}}), "children-not-in-return");
        REQUIRE(found.size() == 1);
        CHECK(found[0].severity == Problem::Severity::warning);
        CHECK(plainEnglish(found[0].message).find("1 (2)") != std::string::npos);
    }
    SECTION("of one that comes with it, in whichever order")
    {
        Office office;
        CHECK(told(office.bringIn({{"a.csv", next}, {"b.csv", openEpisode}}),
                   "children-not-in-return") == 1);
    }
    SECTION("and of an earlier return that comes late nobody asks")
    {
        Office office;
        office.bringIn({{"2025.csv", next}});
        CHECK(told(office.bringIn({{"2024.csv", openEpisode}}), "children-not-in-return") == 0);
    }
    SECTION("who left since is not missed")
    {
        Office office;
        office.bringIn({{"2024.csv", openEpisode}});
        const ImportPlan plan = office.bringIn(
            {{"2025.csv", next + "2,01/09/2023,S,V2,N5,K2,PR4,02/09/2024,E8,,,,\n"}});
        CHECK(told(plan, "children-not-in-return") == 0);
        CHECK(told(plan, "episode-of-last-return-missing") == 0);
    }
}

TEST_CASE("An episode that the last return left open and this one does not have is told")
{
    Office office;
    office.bringIn({{"2024.csv", kEpisodeHeadings + "1,10/04/2023,S,C2,N1,U4,PR1,,,,,,\n"}});
    const ImportPlan plan =
        office.bringIn({{"2025.csv", kEpisodeHeadings + "1,11/04/2023,S,C2,N1,U4,PR1,,,,,,\n"
                                                        "1,12/12/2024,P,C2,N1,U6,PR1,,,,,,\n"}});
    const auto found = problemsOf(plan, "episode-of-last-return-missing");
    REQUIRE(found.size() == 1);
    CHECK(found[0].row == 2);
}

TEST_CASE("A return that comes again without an episode it had is told, and one with it is not")
{
    Office office;
    const std::string first =
        kEpisodeHeadings + "1,20/05/2023,S,C2,N1,U4,PR1,20/09/2023,X1,CARPL,,,\n";
    office.bringIn({{"2024.csv", first + "1,20/09/2023,P,C2,N1,K2,PR4,,,,,,\n"}});
    CHECK(
        told(office.bringIn({{"same.csv", first + "1,20/09/2023,P,C2,N1,K2,PR4,,,,,,SC000001\n"}}),
             "episode-of-same-return-missing") == 0);
    const auto found = problemsOf(
        office.bringIn(
            {{"again.csv", kEpisodeHeadings + "1,20/05/2023,S,C2,N1,U4,PR1,20/12/2023,X1,CARPL,,,\n"
                                              "1,20/12/2023,P,C2,N1,K2,PR4,,,,,,\n"}}),
        "episode-of-same-return-missing");
    REQUIRE(found.size() == 1);
    CHECK(plainEnglish(found[0].message).find("2023-09-20") != std::string::npos);
}

TEST_CASE("A spell missing that goes on after care has ended is told, and one in care is not")
{
    const std::string missing = "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,05/06/2012,M,03/05/2023,\n";
    Office office;
    const ImportPlan left = office.bringIn(
        {{"header.csv", kHeader},
         {"episodes.csv", kEpisodeHeadings + "1,01/04/2023,S,C2,N1,U4,PR1,01/06/2023,E8,,,,\n"},
         {"missing.csv", missing}});
    CHECK(told(left, "event-open-after-care") == 1);
    Office other;
    const ImportPlan stays =
        other.bringIn({{"header.csv", kHeader},
                       {"episodes.csv", kEpisodeHeadings + "1,01/04/2023,S,C2,N1,U4,PR1,,,,,,\n"},
                       {"missing.csv", missing}});
    CHECK(told(stays, "event-open-after-care") == 0);
}
