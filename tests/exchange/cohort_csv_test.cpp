// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cohort_csv.h"

#include "exchange/csv_table.h"
#include "exchange/framework_file.h"

#include "support/catch.h"

#include <map>

using namespace twelvefold;
using namespace twelvefold::domain;

namespace {

Cohort twoChildren()
{
    Cohort cohort;
    cohort.census = *Date::from(2026, 3, 31);
    cohort.framework = std::make_shared<const NeedsFramework>(exchange::builtInFramework());
    cohort.resize(2, 12);
    cohort.pseudonym = {"A2B-101", "C3D-202"};
    cohort.sex = {Sex::female, Sex::male};
    cohort.age.set(0, 14);
    cohort.setting[0] = Setting::agencyFoster;
    cohort.providerNames = {"Hill, Dale & Co"};
    cohort.provider[0] = 0;
    cohort.sector[0] = Sector::privateSector;
    cohort.emergency[0] = true;
    cohort.solo[0] = false;
    cohort.distanceMiles.set(0, 12.3);
    cohort.placedOn[0] = Date::from(2025, 1, 2);
    cohort.legalStatus[0] = "C2";
    cohort.providerRegions = {"North West"};
    cohort.searchDays.set(0, 12);
    for (std::size_t domain = 0; domain < 12; ++domain)
        cohort.levels.byDomain[domain][0] = static_cast<std::int8_t>(domain % 5);
    cohort.needTotal.set(0, 21);
    cohort.band[0] = 2;
    cohort.assessedOn[0] = Date::from(2026, 2, 3);
    NumberColumn core(2), health(2);
    core.set(0, 980.25);
    health.set(0, 0.1);
    cohort.costs[0][0] = core;
    cohort.costs[0][2] = health;
    cohort.countCosts({});
    OutcomeColumn sdq{"sdq_total", NumberColumn(2)};
    sdq.values.set(1, 17);
    cohort.outcomes.push_back(sdq);
    return cohort;
}

// A row's cells by column name.
std::map<std::string, std::string> row(const std::string& csv, std::size_t index)
{
    const auto rows = exchange::parseCsv(csv, ',');
    REQUIRE(rows.size() > index);
    REQUIRE(rows[0].cells.size() == rows[index].cells.size());
    std::map<std::string, std::string> cells;
    for (std::size_t i = 0; i < rows[0].cells.size(); ++i)
        cells[rows[0].cells[i]] = rows[index].cells[i];
    return cells;
}

} // namespace

TEST_CASE("the cohort's columns are those that scripts rely on, in their order")
{
    const std::string csv = exchange::cohortCsv(twoChildren());
    CHECK(csv.substr(0, csv.find('\n')) ==
          "pseudonym,kind,age,sex,setting,provider,sector,emergency,distance_miles,"
          "need_health,need_emotional,need_trauma,need_behaviour,need_communication,need_education,"
          "need_identity,need_family,need_friends,need_safety_from_others,need_safety_of_self,"
          "need_independence,need_total,band,weekly_cost,cost_core,cost_additional,cost_education,"
          "cost_health,cost_other,outcome_sdq_total,assessed_on,placed_on,legal_status,"
          "provider_region,search_days,placement_kind,earlier_need_total,earlier_assessed_on,"
          "solo");
}

TEST_CASE("each child's figures stand in plain numbers, words and dates")
{
    const auto child = row(exchange::cohortCsv(twoChildren()), 1);
    CHECK(child.at("pseudonym") == "A2B-101");
    CHECK(child.at("kind") == "cla");
    CHECK(child.at("age") == "14");
    CHECK(child.at("sex") == "female");
    CHECK(child.at("setting") == "agency_foster");
    CHECK(child.at("provider") == "Hill, Dale & Co");
    CHECK(child.at("sector") == "private");
    CHECK(child.at("emergency") == "1");
    CHECK(child.at("distance_miles") == "12.3");
    CHECK(child.at("need_health") == "0");
    CHECK(child.at("need_behaviour") == "3");
    CHECK(child.at("need_total") == "21");
    CHECK(child.at("band") == "high");
    CHECK(child.at("weekly_cost") == "980.35");
    CHECK(child.at("cost_core") == "980.35"); // all funders together
    CHECK(child.at("cost_additional") == "");
    CHECK(child.at("outcome_sdq_total") == "");
    CHECK(child.at("assessed_on") == "2026-02-03");
    CHECK(child.at("placed_on") == "2025-01-02");
    CHECK(child.at("legal_status") == "C2");
    CHECK(child.at("provider_region") == "North West");
    CHECK(child.at("search_days") == "12");
    CHECK(child.at("placement_kind") == "agency_foster");
    CHECK(child.at("earlier_need_total") == "");
    CHECK(child.at("solo") == "0");
}

TEST_CASE("what is missing is blank, never nought")
{
    const auto child = row(exchange::cohortCsv(twoChildren()), 2);
    for (const auto& [column, cell] : child) {
        INFO(column);
        const bool known = column == "pseudonym" || column == "kind" || column == "sex" ||
                           column == "outcome_sdq_total";
        CHECK(cell.empty() == !known);
    }
    CHECK(child.at("outcome_sdq_total") == "17");
}

TEST_CASE("a cohort of nobody has its headings")
{
    Cohort cohort;
    cohort.framework = std::make_shared<const NeedsFramework>(exchange::builtInFramework());
    cohort.resize(0, 12);
    const auto rows = exchange::parseCsv(exchange::cohortCsv(cohort), ',');
    CHECK(rows.size() == 1);
}
