// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/profile_library.h"
#include "workbench/returns.h"
#include "workbench/temporary_folder.h"
#include "workbench/workbench.h"

#include "support/catch.h"

#include <algorithm>

using namespace twelvefold;
using namespace twelvefold::domain;
using namespace twelvefold::tests;
using workbench::ImportOptions;
using workbench::ImportPlan;
using workbench::ProfileLibrary;
using workbench::Workbench;

namespace {

const std::string kCensusHeadings =
    "Identifier,Organisation,Placement start date,Total weekly cost,Contribution from Social "
    "Care,Contribution from Education,Contribution from Health\n";

struct CensusBench
{
    TemporaryFolder folder;
    std::unique_ptr<Workbench> bench;

    CensusBench()
        : bench(Workbench::create(folder.file("s.twelvefold"), "Testshire", "A. Tester").value())
    {
        const auto plan = bench->planImport(
            {folder.write("header.csv", kHeader2024), folder.write("episodes.csv", kEpisodes2024)},
            {});
        REQUIRE(bench->applyImport(plan));
    }
    ImportPlan plan(const std::string& name, const std::string& text) const
    {
        return bench->planImport({folder.write(name, text)}, {});
    }
    ImportPlan::File bringIn(const std::string& name, const std::string& text)
    {
        const ImportPlan made = plan(name, text);
        REQUIRE(made.files.size() == 1);
        const ImportPlan::File file = made.files.front();
        CHECK(file.accepted + file.changed + file.unchanged + file.rejected == file.rows);
        REQUIRE(bench->applyImport(made));
        CHECK(plan(name, text).nothingToDo()); // twice changes nothing
        return file;
    }
    std::size_t lines() const
    {
        std::size_t n = 0;
        for (const auto& [child, own] : bench->store().allCostLines())
            n += own.size();
        return n;
    }
};

exchange::Profile aProfile(const std::string& name)
{
    exchange::Profile profile;
    profile.name = name;
    profile.fields = {{"child", {"Client"}, {}, {}},
                      {"start", {"From"}, {}, {}},
                      {"component", {}, "core", {}},
                      {"per", {}, "week", {}}};
    profile.values = {{{"Fee"}, "", "", "", "", false}};
    return profile;
}

} // namespace

TEST_CASE("a row that comes to several lines counts once, new, changed or unchanged", "[import]")
{
    CensusBench census;
    const auto first =
        census.bringIn("first.csv", kCensusHeadings + "101,Hazel House,13/04/2023,900,500,250,150\n"
                                                      "102,Rowan,13/09/2023,300,300,,\n"
                                                      "102,Rowan,14/09/2023,0,0,0,0\n"
                                                      "999,Rowan,14/09/2023,10,10,,\n");
    CHECK(first.profile == "Placements North West census");
    CHECK(first.rows == 4);
    CHECK(first.accepted == 2);
    CHECK(first.unchanged == 1); // nothing is paid
    CHECK(first.rejected == 1);  // nobody
    CHECK(census.lines() == 4);
    // One part is another amount, the others are as they were.
    const auto second = census.bringIn(
        "second.csv", kCensusHeadings + "101,Hazel House,13/04/2023,950,550,250,150\n"
                                        "102,Rowan,13/09/2023,300,300,,\n");
    CHECK(second.changed == 1);
    CHECK(second.unchanged == 1);
    CHECK(census.lines() == 4);
    // The others pay no more: what they paid is nought, and no line is left that says otherwise.
    CHECK(census.bringIn("third.csv", kCensusHeadings + "101,Hazel House,13/04/2023,950,950,,\n")
              .changed == 1);
    Money sum;
    for (const auto& [child, own] : census.bench->store().allCostLines()) {
        for (const CostLine& line : own)
            sum += line.signedAmount();
    }
    CHECK(sum == Money::pounds(1250));
    const auto imports = census.bench->store().imports();
    REQUIRE_FALSE(imports.empty());
    CHECK(imports.front().files.front().profile == "Placements North West census");
    for (int i = 0; i < 3; ++i)
        REQUIRE(census.bench->undo());
    CHECK(census.lines() == 0);
}

TEST_CASE("values of a list become outcomes of their day, and a later list corrects them",
          "[import]")
{
    CensusBench census;
    const auto sdq = [&census](const std::string& rows) {
        return census.bringIn("sdq.csv", "Child ID,SDQ date,SDQ score\n" + rows);
    };
    CHECK(sdq("101,13/01/2024,12\n102,14/01/2024,20\n").accepted == 2);
    const auto corrected = sdq("101,13/01/2024,13\n102,14/01/2024,20\n");
    CHECK(corrected.changed == 1);
    CHECK(corrected.unchanged == 1);
    std::vector<double> values;
    for (const auto& [child, outcomes] : census.bench->store().allOutcomes()) {
        for (const Outcome& outcome : outcomes) {
            if (outcome.source == "SDQ list")
                values.push_back(outcome.value);
        }
    }
    std::ranges::sort(values);
    CHECK(values == std::vector{13.0, 20.0});
}

TEST_CASE("profiles are kept in a folder, each by its name, and those at fault are said",
          "[import]")
{
    const TemporaryFolder folder;
    const ProfileLibrary library(folder.file("profiles"));
    CHECK(library.kept().empty());
    CHECK(library.all().size() == exchange::readyProfiles().size());
    REQUIRE(library.keep(aProfile("Fees / by week")));
    REQUIRE(library.keep(aProfile("Fees: by week"))); // the same letters, another name
    exchange::Profile changed = aProfile("fees / BY week");
    changed.vat = 20;
    REQUIRE(library.keep(changed)); // in the place of the first
    REQUIRE(library.kept().size() == 2);
    CHECK(library.find("Fees / by week")->vat == 20);
    CHECK_FALSE(library.find("Nowhere").has_value());
    CHECK_FALSE(library.keep(aProfile("")));
    folder.write("profiles/broken.json", "{");
    CHECK(library.kept().size() == 2);
    REQUIRE(library.faulty().size() == 1);
    CHECK(library.shelf().tables().size() == exchange::readyProfiles().size() + 2);
}

TEST_CASE("a report of the year to date yields to one of a later day, in whichever order they come")
{
    CensusBench bench;
    exchange::Profile profile;
    profile.name = "To date";
    profile.fields = {{"child", {"Person"}, "", {}},
                      {"component", {}, "core", {}},
                      {"funder", {}, "social_care", {}},
                      {"per", {}, "year_to_date", {}},
                      {"up_to", {"Up to"}, "", {}}};
    profile.values = {{{"Spent"}, "", "", "", "", false}};
    ImportOptions options;
    options.profiles.put(profile);
    const std::string june = "Person,Up to,Spent\n101,30/06/2023,1000\n";
    const std::string september = "Person,Up to,Spent\n101,30/09/2023,2000\n";
    const auto bringIn = [&](const std::vector<std::filesystem::path>& paths) {
        REQUIRE(bench.bench->applyImport(bench.bench->planImport(paths, options)));
    };
    const auto first = bench.folder.write("june.csv", june);
    const auto second = bench.folder.write("september.csv", september);
    SECTION("the earlier first")
    {
        bringIn({first});
        bringIn({second});
    }
    SECTION("the later first")
    {
        bringIn({second});
        bringIn({first});
    }
    SECTION("both at once")
    {
        bringIn({first, second});
    }
    SECTION("the earlier again")
    {
        bringIn({first});
        bringIn({second});
        bringIn({first});
    }
    const auto all = bench.bench->store().allCostLines();
    REQUIRE(bench.lines() == 1);
    const CostLine& line = all.begin()->second.front();
    CHECK(line.amount == Money::pounds(2000));
    CHECK(line.period.end == Date::from(2023, 10, 1));
}

namespace {

// A table of scores by the first two needs of the framework.
struct ScoresBench : CensusBench
{
    store::StoredFramework current = bench->currentFramework();

    ImportOptions byScores() const
    {
        exchange::Profile profile;
        profile.name = "Scores";
        profile.makes = exchange::ProfileMakes::assessments;
        profile.fields = {{"child", {"Ref"}, {}, {}}, {"date", {"Scored on"}, {}, {}}};
        for (std::size_t i = 0; i < 2; ++i)
            profile.values.push_back({{"Need " + std::to_string(i + 1)},
                                      "",
                                      "",
                                      "",
                                      current.framework->domains()[i].code,
                                      false});
        profile.values.push_back({{"Elsewhere"}, "", "", "", "no_such_need", false});
        ImportOptions options;
        options.profiles.put(profile);
        return options;
    }
    ImportPlan scores(const std::string& name, const std::string& rows)
    {
        const std::string heads = "Ref,Scored on,Need 1,Need 2,Elsewhere\n";
        ImportPlan plan = bench->planImport({folder.write(name, heads + rows)}, byScores());
        REQUIRE(plan.files.size() == 1);
        const auto& file = plan.files.front();
        CHECK(file.accepted + file.changed + file.unchanged + file.rejected == file.rows);
        REQUIRE(bench->applyImport(plan));
        return plan;
    }
    std::vector<Assessment> assessmentsOf(const char* child) const
    {
        return bench->store().assessments(bench->store().childrenByLocalId().at(child));
    }
};

std::size_t toldOf(const ImportPlan& plan, std::string_view rule)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(plan.problems, [rule](const Problem& problem) {
            return problem.message.kind.code == rule;
        }));
}

} // namespace

TEST_CASE("scores made elsewhere come in as signed-off assessments, once, and are undone as one",
          "[profiles]")
{
    ScoresBench office;
    const std::string rows = "101,13/02/2024,2,3,1\n102,14/02/2024,0,,2\n999,15/02/2024,1,1,\n";
    const ImportPlan plan = office.scores("scores.csv", rows);
    CHECK(plan.files[0].accepted == 2);
    CHECK(plan.files[0].rejected == 1); // nobody knows 999
    CHECK(toldOf(plan, "assessment-need-unknown") == 1);
    CHECK(toldOf(plan, "assessment-needs-missing") == 1);
    const auto first = office.assessmentsOf("101");
    REQUIRE(first.size() == 1);
    CHECK(first[0].final);
    CHECK(first[0].author == "A. Tester");
    CHECK(first[0].date == *Date::from(2024, 2, 13));
    CHECK(first[0].scores[0].level->value() == 2);
    CHECK(first[0].scores[1].level->value() == 3);
    for (std::size_t i = 2; i < first[0].scores.size(); ++i)
        CHECK_FALSE(first[0].scores[i].notKnownBecause.empty());
    CHECK(office.scores("again.csv", rows).files[0].unchanged == 2);
    CHECK(office.assessmentsOf("101").size() == 1);
    REQUIRE(office.bench->undo());
    CHECK(office.assessmentsOf("101").empty());
    CHECK(office.assessmentsOf("102").empty());
}

TEST_CASE("what was signed off is not changed by a file, nor a level taken that there is not",
          "[profiles]")
{
    ScoresBench office;
    office.scores("scores.csv", "101,13/02/2024,2,3,\n");
    const ImportPlan otherwise = office.scores("later.csv", "101,13/02/2024,1,3,\n"
                                                            "102,13/02/2024,2,17,\n"
                                                            "102,14/02/2024,,,1\n"
                                                            "102,14/02/2005,1,1,\n");
    CHECK(otherwise.files[0].rejected == 4);
    CHECK(toldOf(otherwise, "assessment-before-birth") == 1); // born in 2009
    CHECK(toldOf(otherwise, "assessment-there-already") == 1);
    CHECK(toldOf(otherwise, "assessment-level-unknown") == 1);
    CHECK(toldOf(otherwise, "assessment-no-known-need") == 1);
    REQUIRE(office.assessmentsOf("101").size() == 1);
    CHECK(office.assessmentsOf("101")[0].scores[0].level->value() == 2);
    CHECK(office.assessmentsOf("102").empty());
}
