// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/reading.h"

#include <algorithm>

using namespace reading;
using twelvefold::domain::RegisteredSetting;
using twelvefold::domain::Sector;

namespace {

// As the list of children's homes is headed …
const std::string kHomesHeadings =
    "Local Authority,URN,Provider Type,Provider Subtype,Sector,Setting Name,Postcode Area,"
    "Registration Date,Provider Status,Closed Date,Provider Placement Code,Max Users,Full "
    "Inspection Start Date,Overall Effectiveness,Leadership and Management,Interim Inspection "
    "Start Date,Interim Inspection Overall Effectiveness,Setting Address Postcode,Owner Type,Owner "
    "Name\n";
// … and that of social care providers that have closed.
const std::string kClosedHeadings =
    "URN,Provision type,Setting name,Registration status,Setting postcode,Organisation name,Local "
    "authority,Region,Sector,Deregistration date,Placement code,Date of last full inspection,"
    "Latest overall effectiveness grade from last full inspection,Maximum fostering places,Top "
    "company (as listed on Companies' House)\n";

ReadFile listOf(const std::string& text, std::optional<int> returnYear = {})
{
    const ReadFile file = readBytes("homes.csv", text, settingTable(), on(2024, 6, 1, returnYear));
    CHECK(brokenPromise(file).empty());
    return file;
}

bool hasRule(const ReadFile& file, const std::string& code)
{
    return std::ranges::any_of(
        file.problems, [&](const Problem& problem) { return problem.message.kind.code == code; });
}

} // namespace

TEST_CASE("a home of Ofsted's list of children's homes", "[providers]")
{
    const ReadFile file =
        listOf(kHomesHeadings + "Testshire,sc000001,Childrens Home,Other,Private,The Setting,AB1,"
                                "01/12/2023,Active,-,K2,4,02/05/2024,Good,Outstanding,"
                                "03/06/2023,Declined,AB1 2CD,Organisation,Rose Group Ltd\n");
    CHECK(file.kind == FileKind::registeredSettings);
    REQUIRE(file.settings.size() == 1);
    const RegisteredSetting& home = file.settings[0].setting;
    CHECK(home.urn == "SC000001");
    CHECK(home.name == "The Setting");
    CHECK(home.provision == "Childrens Home");
    CHECK(home.sector == Sector::privateSector);
    CHECK(home.places == 4);
    CHECK(home.owner == "Rose Group Ltd");
    CHECK(home.council == "Testshire");
    CHECK(home.grade == "Good"); // neither of one judgement nor of an interim inspection
    CHECK(home.region.empty());
    CHECK_FALSE(home.closedOn);
    CHECK(home.listedOn == *Date::from(2024, 5, 2)); // the latest day in the list
}

TEST_CASE("an agency of Ofsted's list of those that have closed", "[providers]")
{
    const ReadFile file = listOf(
        kClosedHeadings + "1234567,Independent Fostering Agency,Far Care,Closed,AB1 2CD,Far Ltd,"
                          "Elsewhere,South East,Voluntary,01/01/2024,U4,03/03/2023,Requires "
                          "improvement to be good,12,Far Holdings plc\n"
                          "SC000004,Children's Home,Oak,Closed,AB1 2CD,Testshire Council,Testshire,"
                          "South East,Local Authority,02/01/2024,K2,03/03/2023,,,\n");
    REQUIRE(file.settings.size() == 2);
    const RegisteredSetting& agency = file.settings[0].setting;
    CHECK(agency.closedOn == *Date::from(2024, 1, 1));
    CHECK(agency.region == "South East");
    CHECK(agency.owner == "Far Holdings plc"); // above who is registered
    CHECK(agency.sector == Sector::voluntary);
    CHECK(agency.places == 12);
    CHECK(agency.grade == "Requires improvement to be good");
    CHECK(file.settings[1].isCouncils);
    CHECK_FALSE(file.settings[1].setting.sector); // whose council's, its name says
    CHECK(file.settings[1].setting.owner == "Testshire Council");
}

TEST_CASE("a name that a published list holds back is none", "[providers]")
{
    const ReadFile file =
        listOf(kClosedHeadings + "SC000001,Children's Home,REDACTED,Active,,X,X,,Private,"
                                 "01/01/2024,,,,,\n");
    REQUIRE(file.settings.size() == 1);
    CHECK(file.settings[0].setting.name.empty());
}

TEST_CASE("a row without a number, or with that of another, is rejected and said", "[providers]")
{
    const std::string rest = ",Children's Home,X,Active,,X,X,,Private,01/01/2024,,,,,\n";
    const ReadFile file =
        listOf(kClosedHeadings + "SC000001" + rest + rest + "SC000001" + rest + "odd-one" + rest);
    CHECK(file.rows == 4);
    CHECK(file.rejected == 2);
    CHECK(file.settings.size() == 2);
    CHECK(hasRule(file, "provider-no-urn"));
    CHECK(hasRule(file, "provider-urn-again"));
    CHECK(hasRule(file, "provider-urn-shape")); // kept, as other inspectorates have such
}

TEST_CASE("what is not understood of a home costs no more than itself", "[providers]")
{
    const ReadFile file =
        listOf(kClosedHeadings + "SC000001,Children's Home,X,Active,,X,X,,Mutual,01/01/2024,,,,a "
                                 "few,\n");
    REQUIRE(file.settings.size() == 1);
    CHECK_FALSE(file.settings[0].setting.sector);
    CHECK_FALSE(file.settings[0].setting.places);
    CHECK(hasRule(file, "provider-sector"));
    CHECK(listOf(kClosedHeadings + "SC000001,Children's Home,X,Active,,X,X,,Private,31/02/2024,,,"
                                   ",,\n")
              .rejected == 1); // no such day
}

TEST_CASE("the day of a list is its own, and the return's year only where it has none",
          "[providers]")
{
    const std::string start = "SC000001,Children's Home,X,Active,,X,X,,Private,";
    const ReadFile dated = listOf(kClosedHeadings + start + "01/05/2024,,,,,\n", 2023);
    REQUIRE(dated.settings.size() == 1);
    CHECK(dated.settings[0].setting.listedOn == *Date::from(2024, 5, 1));
    const ReadFile said = listOf(kClosedHeadings + start + ",,,,,\n", 2023);
    REQUIRE(said.settings.size() == 1);
    CHECK(said.settings[0].setting.listedOn == *Date::from(2023, 3, 31));
    const ReadFile unknown = listOf(kClosedHeadings + start + ",,,,,\n");
    CHECK(unknown.rejected == 1);
    CHECK(hasRule(unknown, "provider-list-day-unknown"));
    CHECK(listOf(kClosedHeadings).settings.empty());
}
