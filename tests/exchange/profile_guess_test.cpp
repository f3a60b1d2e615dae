// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile_guess.h"
#include "reading.h"

using namespace reading;

namespace {

TablePreview previewOf(const std::string& text)
{
    const Folder folder;
    const auto tables = previewTables(folder.write("report.csv", text), 20);
    REQUIRE(tables.size() == 1);
    return tables.front();
}

std::string columnOf(const Profile& profile, std::string_view field)
{
    const ProfileField* found = profile.field(field);
    return found == nullptr || found->columns.empty() ? "" : found->columns.front();
}

} // namespace

TEST_CASE("a report of finance is guessed by its headings and by what stands below", "[profile]")
{
    const TablePreview table =
        previewOf("Placements report,,,,,\nRun on 13/01/2024,,,,,\n"
                  "Client ID,Supplier name,Start date,End date,Weekly cost,Description\n"
                  "101,Hazel House,13/09/2023,,\"4,120.00\",Residential\n"
                  "102,Alder,14/09/2023,31/01/2024,980.00,Fostering\n");
    CHECK(table.headings.front() == "Client ID");
    REQUIRE(table.rows.size() == 2);
    Profile profile = guessProfile(table);
    CHECK(columnOf(profile, "child") == "Client ID");
    CHECK(columnOf(profile, "start") == "Start date");
    CHECK(columnOf(profile, "last_day") == "End date");
    CHECK(columnOf(profile, "provider") == "Supplier name");
    REQUIRE(profile.values.size() == 1);
    CHECK(profile.values[0].columns.front() == "Weekly cost");
    CHECK(profile.field("per")->value == "week");
    profile.name = "x";
    CHECK_FALSE(faultIn(profile));
    const auto outcomes = tryProfile(table, profile);
    REQUIRE(outcomes.size() == 2);
    REQUIRE(outcomes[0].lines.size() == 1);
    CHECK(outcomes[0].lines[0].line.amount == Money::pounds(4120));
    CHECK(outcomes[1].lines[0].line.period.end == Date::from(2024, 2, 1));
}

TEST_CASE("a total with contributions is guessed as a total and its parts", "[profile]")
{
    const Profile profile = guessProfile(
        previewOf("Person ID,From,Total weekly fee,Health contribution,Education contribution\n"
                  "101,13/09/2023,4120,500,620\n"));
    CHECK(profile.total == std::vector<std::string>{"Total weekly fee"});
    REQUIRE(profile.values.size() == 2);
    CHECK(profile.values[0].funder == "health");
    CHECK(profile.values[1].funder == "education");
}

TEST_CASE("a heading says nothing where its column holds something else", "[profile]")
{
    const Profile profile = guessProfile(previewOf("Child ID,Start,Cost\n101,soon,lots\n"));
    CHECK(columnOf(profile, "start").empty());
    CHECK(profile.values.empty());
    CHECK(faultIn(profile).has_value());
}

TEST_CASE("a list of scores is guessed as values on a day", "[profile]")
{
    const Profile profile = guessProfile(
        previewOf("Mosaic ID,DOB,Completed on,SDQ total difficulties\n101,13/01/2012,13/01/2024,15"
                  "\n"));
    CHECK(profile.makes == ProfileMakes::measures);
    CHECK(columnOf(profile, "date") == "Completed on");
    CHECK(columnOf(profile, "born") == "DOB");
}

TEST_CASE("what is no table has no preview", "[profile]")
{
    const Folder folder;
    CHECK(previewTables(folder.path() / "none.csv", 20).empty());
    CHECK(previewTables(folder.write("empty.csv", ""), 20).empty());
    CHECK(previewTables(folder.write("blank.csv", "\n , \n"), 20).empty());
}
