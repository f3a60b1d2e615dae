// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/placement_standard_workbook.h"
#include "reading.h"
#include "support/placement_form.h"

using namespace reading;
using twelvefold::tests::completeRow;
using twelvefold::tests::FormRow;
using twelvefold::tests::PlacementForm;

namespace {

ReadFile readForm(const PlacementForm& form)
{
    const ReadFile file = read(form.csv());
    checkInvariants(file);
    return file;
}

// A form of one row, with what is other about it.
ReadFile readOne(const FormRow& otherwise)
{
    PlacementForm form = PlacementForm::june();
    form.rows = {completeRow("101")};
    for (const auto& [column, cell] : otherwise)
        form.rows.front()[column] = cell;
    return readForm(form);
}

// What is said of the rows, without what is said of the file.
std::string ofRows(const ReadFile& file)
{
    std::string all;
    for (const Problem& problem : file.problems) {
        if (problem.row > 0)
            all += (all.empty() ? "" : " ") + std::string(problem.message.kind.code);
    }
    return all;
}

} // namespace

TEST_CASE("a row of the placement standard is read whole, and its questions and example are none")
{
    const PlacementForm form = GENERATE(PlacementForm::june(), PlacementForm::april());
    PlacementForm filled = form;
    filled.rows = {completeRow("101")};
    const ReadFile file = readForm(filled);
    CHECK(file.kind == FileKind::placementStandard);
    CHECK(ofRows(file) == "");
    CHECK(file.rows == 1);
    CHECK(has(file, "file-form-rows"));
    CHECK_FALSE(has(file, "request-columns-extra"));
    CHECK_FALSE(has(file, "request-columns-order"));
    REQUIRE(file.requests.size() == 1);
    const RequestRow& row = file.requests.front();
    CHECK(row.localId == "101");
    CHECK(row.row == 5);
    CHECK(row.request.referredOn == Date::from(2026, 4, 2));
    CHECK(row.request.placedOn == Date::from(2026, 4, 14));
    CHECK(row.request.said("cost_additional_support_weekly") == "650.50");
    CHECK(row.request.said("cost_education_weekly") == "0.00");
    CHECK(row.request.said("cost_other_weekly") == "");
    CHECK(row.request.said("when_placement_is_needed_by") == "Today");
    CHECK(row.request.said("number_of_siblings_to_place_with") == "NA");
    CHECK(row.request.said("risk_to_child_self_harm") == "No known risk");
    CHECK(row.request.said("provider_URN") == "SC123456");
    CHECK(row.request.said("placement_location") == "TA3");
}

TEST_CASE("the field that April's form has and June's has not is read where it is there")
{
    PlacementForm form = PlacementForm::april();
    form.rows = {completeRow("101")};
    form.rows.front()["risk_to_others_other"] = "Throws things";
    const ReadFile file = readForm(form);
    REQUIRE(file.requests.size() == 1);
    CHECK(file.requests.front().request.said("risk_to_others_other") == "Throws things");
    // Such words stand in no list of problems and in no list of columns.
    for (const ColumnRead& column : file.columns)
        CHECK(column.sample != "Throws things");
}

TEST_CASE("answers are understood in the ways in which people write them")
{
    const ReadFile file =
        readOne({{"when_placement_is_needed_by", ">5days "},
                 {"who_can_the_child_be_cared_for_alongside", "only with other OLDER children"},
                 {"can_child_live_with_pets", "Yes - can"},
                 {"additional_support", "taxis to school; Therapeutic support"},
                 {"supported_accommodation", "suitable but not preferred,"},
                 {"placement_type", "Supported accomodation"},
                 {"dol", "N"},
                 {"number_of_siblings_to_place_with", "2.0"},
                 {"how_many_siblings_were_placed_together", "N/A"},
                 {"placement_location", "bs10"},
                 {"provider_URN", "sc123456"}});
    CHECK(ofRows(file) == "");
    REQUIRE(file.requests.size() == 1);
    const PlacementRequest& request = file.requests.front().request;
    CHECK(request.said("when_placement_is_needed_by") == "> 5 days");
    CHECK(request.said("who_can_the_child_be_cared_for_alongside") ==
          "Only With Other older children");
    CHECK(request.said("can_child_live_with_pets") == "Yes-can");
    CHECK(request.said("additional_support") == "Taxis to school, Therapeutic support");
    CHECK(request.said("supported_accommodation") == "Suitable but not preferred");
    CHECK(request.said("placement_type") == "Supported Accommodation");
    CHECK(request.said("dol") == "No");
    CHECK(request.said("number_of_siblings_to_place_with") == "2");
    CHECK(request.said("how_many_siblings_were_placed_together") == "NA");
    CHECK(request.said("placement_location") == "BS10");
    CHECK(request.said("provider_URN") == "SC123456");
}

TEST_CASE("what is no choice is kept as it is and warned of")
{
    const ReadFile file = readOne({{"risk_to_child_self_harm", "High"},
                                   {"number_of_siblings_to_place_with", "two"},
                                   {"placement_location", "Taunton"},
                                   {"additional_support", "Therapeutic support, swimming"}});
    CHECK(ofRows(file) == "request-not-a-count request-choice-unknown request-choice-unknown "
                          "request-location-shape");
    REQUIRE(file.requests.size() == 1);
    const PlacementRequest& request = file.requests.front().request;
    CHECK(request.said("risk_to_child_self_harm") == "High");
    CHECK(request.said("number_of_siblings_to_place_with") == "two");
    CHECK(request.said("placement_location") == "Taunton");
    CHECK(request.said("additional_support") == "Therapeutic support, swimming");
}

TEST_CASE("a home that is not registered is not a home whose URN is missing")
{
    const ReadFile file = readOne({{"provider_URN", "unregistered home"}});
    CHECK(ofRows(file) == "request-unregistered");
    CHECK(file.requests.front().request.said("provider_URN") == "Unregistered");
    CHECK(ofRows(readOne({{"provider_URN", ""}})) == "request-urn-missing");
    const ReadFile text = readOne({{"provider_URN", "In-house carer"}});
    CHECK(ofRows(text) == "request-urn-shape");
    CHECK(text.requests.front().request.said("provider_URN") == "In-house carer");
}

TEST_CASE("only the first part of a postcode is kept of a location")
{
    const ReadFile file = readOne({{"placement_location", "BS10 7XX"}});
    CHECK(ofRows(file) == "request-location-shortened");
    CHECK(file.requests.front().request.said("placement_location") == "BS10");
    for (const Problem& problem : file.problems)
        CHECK(problem.value.find("7XX") == std::string::npos);
}

TEST_CASE("costs: parts that do not add up, a total alone, one out of range, none")
{
    using Cells = FormRow;
    const ReadFile parts = readOne({{"cost_total_weekly", "5000"}});
    CHECK(ofRows(parts) == "request-parts-do-not-add-up");
    CHECK(agreedCosts(parts.requests.front().request) ==
          std::map<CostComponent, Money>{{CostComponent::core, Money::pounds(4000)},
                                         {CostComponent::additional, Money::pence(65050)}});

    const Cells noParts{{"cost_core_weekly", ""},
                        {"cost_additional_support_weekly", ""},
                        {"cost_education_weekly", ""}};
    const ReadFile total = readOne(noParts);
    CHECK(ofRows(total) == "request-cost-unsplit");
    CHECK(isUnsplit(total.requests.front().request));
    CHECK(agreedCosts(total.requests.front().request) ==
          std::map<CostComponent, Money>{{CostComponent::core, Money::pence(465050)}});

    CHECK(ofRows(readOne({{"cost_total_weekly", ""}})) == "");
    for (const char* typo : {"99", "100001"}) {
        Cells cells = noParts;
        cells["cost_total_weekly"] = typo;
        CHECK(ofRows(readOne(cells)) == "request-cost-unsplit request-cost-range");
    }
    for (const char* edge : {"100", "100000"}) {
        Cells cells = noParts;
        cells["cost_total_weekly"] = edge;
        CHECK(ofRows(readOne(cells)) == "request-cost-unsplit");
    }
    Cells none = noParts;
    none["cost_total_weekly"] = "";
    CHECK(ofRows(readOne(none)) == "request-cost-missing");
}

TEST_CASE("an amount in words costs its row, and so does one below nought")
{
    const ReadFile words = readOne({{"cost_other_weekly", "tbc"}});
    CHECK(ofRows(words) == "amount-not-a-number");
    CHECK(words.requests.empty());
    CHECK(words.rejected == 1);
    CHECK(ofRows(readOne({{"cost_other_weekly", "-5"}})) == "request-cost-negative");
}

TEST_CASE("days: none, only one of them, and in the wrong order")
{
    const ReadFile none = readOne({{"Date_entry_referral", ""}, {"date_entry_placement", ""}});
    CHECK(ofRows(none) == "request-no-days");
    CHECK(none.requests.empty());
    const ReadFile noStart = readOne({{"date_entry_placement", ""}});
    CHECK(ofRows(noStart) == "request-incomplete request-no-start");
    CHECK(noStart.requests.size() == 1);
    CHECK(ofRows(readOne({{"Date_entry_referral", ""}})) ==
          "request-incomplete request-linked-blank");
    CHECK(ofRows(readOne({{"Date_entry_referral", "2026-04-15"}})) == "request-days-order");
    CHECK(ofRows(readOne({{"date_entry_placement", "31/02/2026"}})) == "not-a-date");
}

TEST_CASE("the standard's own checks each warn by a code of their own")
{
    CHECK(ofRows(readOne({{"risk_to_others_fire_setting", ""}, {"risk_to_child_self_harm", ""}})) ==
          "request-risks-blank");
    CHECK(ofRows(readOne({{"dol", ""}, {"cultural_needs", ""}})) == "request-incomplete");
    CHECK(ofRows(readOne({{"is_preferred_location_local", "No"}, {"out_of_LA_reason", ""}})) ==
          "request-linked-blank");
    CHECK(ofRows(readOne({{"additional_support", "Taxis to school, Other"}})) ==
          "request-linked-blank");
    CHECK(ofRows(readOne({{"residential_care_suitability", "Unsuitable"}})) ==
          "request-preferred-none");
    CHECK(ofRows(readOne({{"foster_care_suitability", "Preferred"}})) ==
          "request-preferred-several");
}

TEST_CASE("a request told twice in one file is taken once")
{
    PlacementForm form = PlacementForm::june();
    form.rows = {completeRow("101"), completeRow("101"), completeRow("101"), completeRow("101")};
    form.rows[2]["dol"] = "No";                          // the same start, and says otherwise
    form.rows[3]["date_entry_placement"] = "2026-06-01"; // another placement of the child
    const ReadFile file = readForm(form);
    CHECK(ofRows(file) == "request-repeated request-same-start");
    CHECK(file.requests.size() == 2);
    CHECK(file.rejected == 2);
}

TEST_CASE("an example that somebody wrote over is a row, and one that stayed is none")
{
    PlacementForm form = PlacementForm::june();
    form.example = completeRow("101"); // a child's row in the example's place
    CHECK(readForm(form).requests.size() == 1);
    form.example =
        completeRow("ABCD2012"); // all written over but the child: no child is passed over
    CHECK(readForm(form).rows == 1);
    form = PlacementForm::june();
    form.example["cost_total_weekly"] = "12"; // played with, and still no child and no home
    form.rows = {form.example, completeRow("101")};
    const ReadFile file = readForm(form);
    CHECK(file.rows == 1);
    CHECK(file.requests.size() == 1);
}

TEST_CASE("columns may stand in any order, be more and be fewer, which is said")
{
    PlacementForm form = PlacementForm::june();
    std::ranges::reverse(form.columns);
    form.columns.emplace_back("social worker");
    std::erase(form.columns, "dol");
    form.rows = {completeRow("101")};
    const ReadFile file = readForm(form);
    REQUIRE(file.requests.size() == 1);
    CHECK(file.requests.front().request.said("placement_type") == "Residential");
    CHECK(has(file, "request-columns-order"));
    CHECK(has(file, "request-columns-extra"));
    CHECK(has(file, "file-columns-absent"));
    CHECK(ofRows(file) == ""); // of a column that is not there no row is blamed

    // As an edition before April spelt two of them.
    form = PlacementForm::june();
    std::ranges::replace(form.columns, std::string("cost_total_weekly"),
                         std::string("total_weekly_cost"));
    std::ranges::replace(form.columns, std::string("supported_accommodation"),
                         std::string("supported_accomodation"));
    std::erase_if(form.columns,
                  [](const std::string& column) { return column.starts_with("cost_"); });
    form.rows = {completeRow("101")};
    form.rows.front()["total_weekly_cost"] = "4650.5";
    form.rows.front()["supported_accomodation"] = "Not specified";
    const ReadFile earlier = readForm(form);
    REQUIRE(earlier.requests.size() == 1);
    CHECK(earlier.requests.front().request.said("cost_total_weekly") == "4650.50");
    CHECK(earlier.requests.front().request.said("supported_accommodation") == "Not specified");
}

TEST_CASE("of the form's workbook only the sheet that is filled in is read, as it stands")
{
    const Folder folder;
    PlacementForm form = GENERATE(PlacementForm::june(), PlacementForm::april());
    form.rows = {completeRow("101"), completeRow("102")};
    form.save(folder.path() / "form.xlsx");
    const Opened opened = openFile(folder.path() / "form.xlsx");
    REQUIRE(opened.size() == 1);
    const ReadFile file = readFile(*opened.front(), settingTable(), {});
    CHECK(file.name == "form.xlsx › Data Collection");
    CHECK(ofRows(file) == "");
    CHECK(file.rows == 2);
    REQUIRE(file.requests.size() == 2);
    CHECK(file.requests.front().request.placedOn == Date::from(2026, 4, 14));
    CHECK(file.requests.front().request.said("cost_core_weekly") == "4000.00");

    SECTION("and nothing of one in which nobody wrote")
    {
        form.rows.clear();
        form.save(folder.path() / "form.xlsx");
        const ReadFile blank =
            readFile(*openFile(folder.path() / "form.xlsx").front(), settingTable(), {});
        CHECK(blank.rows == 0);
        CHECK(blank.requests.empty());
        CHECK(has(blank, "file-no-rows"));
    }
}

TEST_CASE("what is written as the standard's workbook is read back the same")
{
    const Folder folder;
    PlacementForm form = PlacementForm::april();
    form.rows = {completeRow("000101"), completeRow("102")};
    form.rows[0]["risk_to_others_other"] = "=1+1";
    form.rows[0]["provider_URN"] = "2345678";
    form.rows[1]["number_of_siblings_to_place_with"] = "3";
    const ReadFile before = readForm(form);
    std::vector<StandardRow> rows;
    for (const RequestRow& row : before.requests)
        rows.push_back({row.localId, row.request});
    REQUIRE(writePlacementStandard(rows, folder.path() / "out.xlsx"));
    const Opened opened = openFile(folder.path() / "out.xlsx");
    REQUIRE(opened.size() == 1);
    const ReadFile after = readFile(*opened.front(), settingTable(), {});
    CHECK(ofRows(after) == "");
    CHECK_FALSE(has(after, "request-columns-order"));
    REQUIRE(after.requests.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(after.requests[i].localId == rows[i].childId);
        CHECK(after.requests[i].request == rows[i].request);
        CHECK(after.requests[i].row == std::int64_t(i) + 5); // where the form has them
    }
    // June's form has no such field: it is written where somebody said something of it.
    rows.erase(rows.begin());
    REQUIRE(writePlacementStandard(rows, folder.path() / "june.xlsx"));
    CHECK(readFile(*openFile(folder.path() / "june.xlsx").front(), settingTable(), {})
              .headings.size() == PlacementForm::june().columns.size());
}
