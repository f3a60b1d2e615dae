// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbooks.h"
#include "workbench/returns.h"
#include "workbench/temporary_folder.h"
#include "workbench/workbench.h"

#include "support/catch.h"

#include <algorithm>
#include <set>
#include <sstream>

using namespace twelvefold;
using namespace twelvefold::domain;
using namespace twelvefold::tests;
using workbench::ImportPlan;
using workbench::Workbench;

namespace {

// A sheet of an ODS from lines of cells between strokes.
std::string listSheet(const std::string& name, const std::string& text)
{
    std::string rows;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        rows += "<table:table-row>";
        std::istringstream cells(line + "|");
        for (std::string cell; std::getline(cells, cell, '|');)
            rows += "<table:table-cell office:value-type=\"string\"><text:p>" + cell +
                    "</text:p></table:table-cell>";
        rows += "</table:table-row>";
    }
    return "<table:table table:name=\"" + name + "\">" + rows + "</table:table>";
}

const std::string kPersonHeadings = "Child Unique ID|Gender|Ethnicity|Date of Birth|Age";
const std::string kCareHeadings =
    kPersonHeadings + "|Date Started to be Looked After|Child's Category of Need|Child's Legal "
                      "Status|Date of Latest Statutory Review|What is the permanence plan for this "
                      "child?|Date Ceased to be Looked After|Start Date of Most Recent Placement|"
                      "Placement Type|Placement Provider|URN of Placement\n";
// A child without and one with a return for the year, that of returns.h.
const std::string kCare =
    kCareHeadings +
    "501|a) Male|a) WBRI|05/06/2010|13|01/02/2022|N1 - Abuse|C2: FCO|10/01/2024|f) Long-term "
    "fostering||04/09/2023|U6: Foster placement|PR4 - Private|SC000009\n"
    "102|b) Female|h) BCRB|11/02/2009|14|01/09/2023|N5|V2|09/01/2024|||01/09/2023|K2|PR4|\n";
const std::string kReferrals = kPersonHeadings + "|Date of Referral|Referral Source\n"
                                                 "900|a) Male|||9|03/01/2024|x\n"
                                                 "901|a) Male|||9|03/01/2024|x\n";
const std::string kNeed = kPersonHeadings +
                          "|Disability|CIN Start Date|Primary Need Code|CIN Closure Date\n"
                          "501|a) Male|a) WBRI|05/06/2010|13|b) No|05/05/2021|N1|\n"
                          "502|b) Female|a) WBRI|05/06/2016|7|a) Yes|05/05/2023|N4|\n"
                          "|b) Female|a) WBRI|05/06/2016|7|a) Yes|05/05/2023|N4|\n";

std::string annexA(const std::string& care = kCare)
{
    return zipped(workbooks::odsParts(listSheet("List 3", kReferrals) + listSheet("List 6", kNeed) +
                                      listSheet("List 8", care)));
}

struct AnnexStore
{
    TemporaryFolder folder;
    std::unique_ptr<Workbench> bench =
        Workbench::create(folder.file("store.twelvefold"), "Testshire", "A. Tester").value();

    ImportPlan bringIn(const std::string& name, const std::string& bytes) const
    {
        const ImportPlan plan = bench->planImport({folder.write(name, bytes)}, {});
        for (const auto& file : plan.files)
            CHECK(file.rows == file.accepted + file.changed + file.unchanged + file.rejected);
        REQUIRE(bench->applyImport(plan));
        return plan;
    }
    void bringInReturn() const
    {
        bringIn("header.csv", kHeader2024);
        bringIn("episodes.csv", kEpisodes2024);
    }
    ChildId child(const std::string& localId) const
    {
        return bench->store().childrenByLocalId().at(localId);
    }

    // All that the store says of where its children live and what happened to them.
    std::string told() const
    {
        std::map<std::string, ChildId> children;
        for (const auto& [localId, id] : bench->store().childrenByLocalId())
            children.emplace(localId, id);
        std::string all;
        const auto day = [](const std::optional<Date>& date) { return date ? date->iso() : "…"; };
        for (const auto& [localId, id] : children) {
            const auto& store = bench->store();
            all += localId + ":";
            std::set<std::string> episodes;
            for (const Episode& e : store.episodes(id))
                episodes.insert(" e " + day(e.start) + " " + day(e.end) + " " + e.placeCode + " " +
                                day(e.snapshotOn));
            for (const std::string& episode : episodes)
                all += episode;
            for (const Placement& p : store.placements(id))
                all += " p " + day(p.period.start) + " " + day(p.period.end) + " " +
                       std::string(token(p.setting));
            for (const KindPeriod& k : store.kindPeriods(id))
                all += " k " + std::string(token(k.kind)) + " " + day(k.period.start) + " " +
                       day(k.period.end);
            for (const CareEvent& e : store.careEvents(id))
                all += " v " + std::string(token(e.kind)) + " " + day(e.start) + " " + day(e.end) +
                       " " + e.code + " " + day(e.snapshotOn);
            all += "\n";
        }
        return all;
    }
};

bool planSays(const ImportPlan& plan, const std::string& words)
{
    return std::ranges::any_of(plan.problems, [&](const Problem& problem) {
        return plainEnglish(problem.message).find(words) != std::string::npos;
    });
}

const ImportPlan::File& sheet(const ImportPlan& plan, const std::string& name)
{
    return *std::ranges::find_if(
        plan.files, [&](const ImportPlan::File& file) { return file.name.ends_with(name); });
}

} // namespace

TEST_CASE("Annex A makes children, their periods, and where those without a return live",
          "[annexa]")
{
    AnnexStore at;
    const ImportPlan plan = at.bringIn("annex.ods", annexA());
    REQUIRE(plan.files.size() == 3);
    CHECK(sheet(plan, "List 3").unchanged == 2); // left aside
    CHECK(planSays(plan, "Annex A, list 3: referrals. 2 rows. Left aside"));
    CHECK(sheet(plan, "List 6").accepted == 2);
    CHECK(sheet(plan, "List 6").rejected == 1);
    CHECK(sheet(plan, "List 8").accepted == 2);
    CHECK(plan.newChildren == 3);
    const auto& store = at.bench->store();
    const ChildId child = at.child("501");
    CHECK(store.child(child)->sex == Sex::male);
    CHECK(store.child(child)->ethnicity == "WBRI");
    CHECK(store.child(child)->disability == "NONE");
    CHECK(store.identity(child)->born == *Date::from(2010, 6, 5));
    REQUIRE(store.placements(child).size() == 1);
    const Placement placement = store.placements(child).front();
    CHECK(placement.period.start == *Date::from(2023, 9, 4));
    CHECK_FALSE(placement.period.end);
    CHECK(placement.setting == Setting::agencyFoster);
    REQUIRE(placement.provider);
    const auto kinds = store.kindPeriods(child);
    REQUIRE(kinds.size() == 2);
    CHECK(isLookedAfter(kinds, *Date::from(2022, 2, 1))); // since long before the placement
    CHECK(isLookedAfter(kinds, *Date::from(2024, 1, 10)));
    CHECK_FALSE(isLookedAfter(kinds, *Date::from(2022, 1, 31)));
    CHECK(store.kindPeriods(at.child("502")).front().kind == CohortKind::inNeed);

    const std::string before = at.told();
    CHECK(at.bench->planImport({at.folder.write("annex.ods", annexA())}, {}).nothingToDo());
    CHECK(at.told() == before);
}

TEST_CASE("a list takes the place of no return, in whichever order they come", "[annexa]")
{
    AnnexStore listFirst, returnFirst;
    listFirst.bringIn("annex.ods", annexA());
    CHECK(listFirst.told().find("102: e 2023-09-01 … K2 2024-01-10") != std::string::npos);
    listFirst.bringInReturn();
    returnFirst.bringInReturn();
    const ImportPlan plan = returnFirst.bringIn("annex.ods", annexA());
    CHECK(listFirst.told() == returnFirst.told());
    CHECK(
        listFirst.told().find("102: e 2023-09-01 … K2 2024-01-10 e 2023-09-01 … K2 … p 2023-09-01 "
                              "… childrens_home k") != std::string::npos);
    CHECK(planSays(plan, "Of one child a return already says where it lived"));
    CHECK_FALSE(planSays(plan, "lives elsewhere"));
    CHECK(listFirst.bench->planImport({listFirst.folder.write("annex.ods", annexA())}, {})
              .nothingToDo());
}

TEST_CASE("what a list says counts again once a later return no longer speaks of its time",
          "[annexa]")
{
    // The return of the year before has the child placed and open; that of the year after says that
    // the placement, and the care, ended long before the list was drawn up.
    const std::string open = kEpisodeHeadings + "501,01/06/2022,S,C2,N1,U4,PR1,,,,,,\n";
    const std::string ended =
        kEpisodeHeadings + "501,01/06/2022,S,C2,N1,U4,PR1,01/05/2023,E4A,,,,\n";
    const std::string care =
        annexA(kCareHeadings + "501|a) Male|a) WBRI|05/06/2010|13|04/09/2023|N1|C2|10/01/2024|||"
                               "04/09/2023|U6|PR4|\n");
    AnnexStore one, two;
    one.bringIn("annex.ods", care);
    one.bringIn("open.csv", open);
    CHECK(one.told().find(" p 2022-06-01 … in_house_foster k") != std::string::npos);
    one.bringIn("ended.csv", ended);
    two.bringIn("open.csv", open);
    two.bringIn("ended.csv", ended);
    two.bringIn("annex.ods", care);
    CHECK(one.told() == two.told());
    CHECK(
        one.told().find(" p 2023-09-04 … agency_foster p 2022-06-01 2023-05-01 in_house_foster") !=
        std::string::npos);
}

TEST_CASE("what a list says otherwise of where a child lives is left aside, and said", "[annexa]")
{
    AnnexStore at;
    at.bringInReturn();
    const ImportPlan plan = at.bringIn(
        "annex.ods",
        annexA(kCareHeadings + "102|a) Male|h) BCRB|12/02/2009|14|01/09/2023|N5|V2|||10/01/2024|"
                               "01/12/2023|U4|PR1|\n"));
    CHECK(planSays(plan, "lives elsewhere by the list"));
    CHECK(planSays(plan, "The date of birth is another"));
    CHECK(at.bench->store().child(at.child("102"))->sex == Sex::female);
    CHECK(at.told().find(" p 2023-09-01 … childrens_home k cla") != std::string::npos);
}

TEST_CASE("of two lists the later is believed, in whichever order they come", "[annexa]")
{
    const std::string later =
        annexA(kCareHeadings + "501|a) Male|a) WBRI|05/06/2010|13|01/02/2022|N1|E1|12/04/2024|b) "
                               "Adoption||01/04/2024|U4|PR1|\n"
                               "102|b) Female|h) BCRB|11/02/2009|14|01/09/2023|N5|C2|||12/03/2024|"
                               "01/09/2023|K2|PR4|\n");
    AnnexStore one, two;
    one.bringIn("a.ods", annexA());
    one.bringIn("b.ods", later);
    two.bringIn("b.ods", later);
    two.bringIn("a.ods", annexA());
    CHECK(one.told() == two.told());
    const std::string told = one.told();
    CHECK(told.find("p 2024-04-01 … in_house_foster p 2023-09-04 2024-04-01 agency_foster") !=
          std::string::npos);
    CHECK(told.find("102: e 2023-09-01 2024-03-12 K2") != std::string::npos);
}

TEST_CASE("of who a child is the later list is believed, in whichever order they come", "[annexa]")
{
    const std::string earlier =
        annexA(kCareHeadings + "777|a) Male|a) WBRI|05/06/2010|12|01/02/2022|N1|C2|"
                               "10/01/2023|||04/09/2022|U6|PR4|\n");
    const std::string later =
        annexA(kCareHeadings + "777|b) Female|h) BCRB|05/06/2010|13|01/02/2022|N1|C2|"
                               "10/01/2024|||04/09/2022|U6|PR4|\n");
    AnnexStore store;
    SECTION("the earlier first")
    {
        store.bringIn("earlier.ods", earlier);
        store.bringIn("later.ods", later);
    }
    SECTION("the later first")
    {
        store.bringIn("later.ods", later);
        store.bringIn("earlier.ods", earlier);
    }
    const auto& kept = store.bench->store();
    const Child child = *kept.child(kept.childrenByLocalId().at("777"));
    CHECK(child.sex == Sex::female);
    CHECK(child.ethnicity == "BCRB");
}

TEST_CASE("bringing in Annex A is one step that can be undone, what it displaced too", "[annexa]")
{
    AnnexStore at;
    at.bringIn("annex.ods", annexA());
    const std::string before = at.told();
    at.bringIn("episodes.csv", kEpisodes2024);
    REQUIRE(at.told() != before);
    REQUIRE(at.bench->undo());
    CHECK(at.told() == before);
    REQUIRE(at.bench->undo());
    CHECK(at.told().empty());
}
