// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/placement_form.h"
#include "workbench/a_returned_store.h"

using namespace twelvefold;
using namespace twelvefold::tests;

namespace {

// 101 has been in a children's home since 14 April 2026, or so the return says.
const std::string kHome = kEpisodeHeadings + "101,14/04/2026,S,C2,N1,K2,PR4,,,,,,SC123456\n";
const Date kStart = day(2026, 4, 14);

struct Standard : Returned
{
    workbench::ImportPlan bringInForm(const PlacementForm& form,
                                      const std::string& name = "form.csv")
    {
        return bringIn(form.csv(), name);
    }
    std::vector<PlacementRequest> requests(const std::string& localId = "101") const
    {
        return bench->store().placementRequests(child(localId));
    }
    std::vector<CostLine> lines(const std::string& localId = "101") const
    {
        return bench->store().costLines(child(localId));
    }
    Placement home() const { return bench->store().placements(child("101")).front(); }

    // What is exported now, read back.
    std::vector<exchange::RequestRow> exported(workbench::PlacementsAsked asked = {})
    {
        if (asked.census == Date())
            asked.census = day(2026, 6, 30);
        const auto file = folder.file("out.xlsx");
        written = bench->exportPlacements(file, asked).value();
        return exchange::readFile(*exchange::openFile(file).front(), exchange::settingTable(), {})
            .requests;
    }
    workbench::PlacementsWritten written;
};

PlacementForm formOf(std::vector<FormRow> rows)
{
    PlacementForm form = PlacementForm::june();
    form.rows = std::move(rows);
    return form;
}

FormRow rowWith(const FormRow& otherwise, const std::string& child = "101")
{
    FormRow row = completeRow(child);
    for (const auto& [column, cell] : otherwise)
        row[column] = cell;
    return row;
}

FormRow unsplit(const std::string& total)
{
    return rowWith({{"cost_core_weekly", ""},
                    {"cost_additional_support_weekly", ""},
                    {"cost_education_weekly", ""},
                    {"cost_total_weekly", total}});
}

// Amounts by component, of the lines that begin on the agreed start.
std::map<CostComponent, Money> amounts(const std::vector<CostLine>& lines)
{
    std::map<CostComponent, Money> all;
    for (const CostLine& line : lines) {
        CHECK(line.per == CostPer::week);
        CHECK_FALSE(all.contains(line.component));
        all[line.component] = line.amount;
    }
    return all;
}

const std::map<CostComponent, Money> kSplit{{CostComponent::core, Money::pounds(4000)},
                                            {CostComponent::additional, Money::pence(65050)}};

} // namespace

TEST_CASE("A placement that was sought is kept with its costs, and completes the placement",
          "[standard]")
{
    Standard store;
    store.bringIn(kHome, "episodes.csv");
    const auto plan = store.bringInForm(formOf({completeRow("101"), completeRow("999")}));
    REQUIRE(plan.files.size() == 1);
    CHECK(plan.files[0].accepted == 1);
    CHECK(plan.files[0].rejected == 1); // nobody knows 999: the form makes no child
    CHECK(store.bench->store().childCount() == 1);
    CHECK_FALSE(says(plan, "request-placement-unknown", 1));
    REQUIRE(store.requests().size() == 1);
    CHECK(store.requests()[0].placedOn == kStart);
    CHECK(store.requests()[0].said("residential_care_suitability") == "Preferred");
    CHECK(amounts(store.lines()) == kSplit);
    for (const CostLine& line : store.lines()) {
        CHECK(line.placement == store.home().id);
        CHECK(line.period == Period{kStart, std::nullopt});
        CHECK(line.provider == store.home().provider);
    }
    CHECK(store.home().deprivationOfLiberty == true);
    CHECK(store.home().referredOn == day(2026, 4, 2));
    CHECK(store.bench->store().check().sound());

    SECTION("twice changes nothing")
    {
        const auto before = store.records("101");
        const auto again = store.bringInForm(formOf({completeRow("101")}));
        CHECK(again.nothingToDo());
        CHECK(again.files[0].unchanged == 1);
        CHECK(store.records("101") == before);
    }
    SECTION("undo takes all of it back")
    {
        REQUIRE(store.bench->undo());
        CHECK(store.requests().empty());
        CHECK(store.lines().empty());
        CHECK_FALSE(store.home().deprivationOfLiberty);
        REQUIRE(store.bench->redo());
        CHECK(store.requests().size() == 1);
    }
    SECTION("what a person corrects stays when the same form comes again")
    {
        CostLine line = store.lines().front();
        line.amount = Money::pounds(1);
        REQUIRE(store.bench->saveCostLine(line));
        CHECK(store.bringInForm(formOf({completeRow("101")})).nothingToDo());
        CHECK(std::ranges::count(store.lines(), Money::pounds(1), &CostLine::amount) == 1);
        // Also when the form says something new: what the records say was kept.
        const auto news = store.bringInForm(formOf({rowWith({{"cultural_needs", "Other"}})}));
        CHECK(news.files[0].changed == 1);
        CHECK(says(news, "request-costs-otherwise", 1));
        CHECK(std::ranges::count(store.lines(), Money::pounds(1), &CostLine::amount) == 1);
        CHECK(store.lines().size() == 2);
    }
}

TEST_CASE("Return, finance and the standard come to the same in whatever order", "[standard]")
{
    const std::string finance = kFinanceHeadings + "101,core,4100,week,2026-04-14,,,,,,\n" +
                                "101,additional,650.50,week,2026-04-14,,,,,,\n";
    const PlacementForm form = formOf({completeRow("101")});
    const std::string header = "CHILD,SEX,DOB,ETHNIC\n101,M,01/02/2012,WBRI\n";
    std::vector<int> order{0, 1, 2};
    do {
        Standard store;
        INFO(order[0] << order[1] << order[2]);
        store.bringIn(header, "header.csv");
        bool differs = false;
        for (const int which : order) {
            if (which == 0)
                store.bringIn(kHome, "episodes.csv");
            else if (which == 1)
                store.bringIn(finance, "finance.csv");
            else
                differs = says(store.bringInForm(form), "request-costs-otherwise", 1);
        }
        // Finance knows what is paid.
        CHECK(amounts(store.lines()) ==
              std::map<CostComponent, Money>{{CostComponent::core, Money::pounds(4100)},
                                             {CostComponent::additional, Money::pence(65050)}});
        const bool financeWasThere = std::ranges::find(order, 1) < std::ranges::find(order, 2);
        CHECK(differs == financeWasThere);
        CHECK(store.home().deprivationOfLiberty == true);
        CHECK(store.home().referredOn == day(2026, 4, 2));
        for (const CostLine& line : store.lines())
            CHECK(placementPaidFor(line, std::array{store.home()}) == store.home().id);
    } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("A total that nobody split is one core line, and is split when the parts are known",
          "[standard]")
{
    Standard store;
    store.bringIn(kHome, "episodes.csv");
    store.bringInForm(formOf({unsplit("4650.5")}));
    CHECK(amounts(store.lines()) ==
          std::map<CostComponent, Money>{{CostComponent::core, Money::pence(465050)}});
    const auto split = store.bringInForm(formOf({completeRow("101")}));
    CHECK(split.files[0].changed == 1);
    CHECK(amounts(store.lines()) == kSplit);
    CHECK(store.requests().size() == 1);
    // And the other way.
    store.bringInForm(formOf({unsplit("4700")}));
    CHECK(amounts(store.lines()) ==
          std::map<CostComponent, Money>{{CostComponent::core, Money::pounds(4700)}});
    CHECK(isUnsplit(store.requests().front()));
    CHECK(store.bench->store().check().sound());
}

TEST_CASE("A later word of a request changes it, an earlier one says nothing new", "[standard]")
{
    Standard store;
    store.bringIn(kHome, "episodes.csv");
    store.bringInForm(formOf({completeRow("101")}));
    const auto plan =
        store.bringInForm(formOf({rowWith({{"dol", "No"},
                                           {"cultural_needs", ""},
                                           {"cost_core_weekly", "4200"},
                                           {"cost_total_weekly", "4850.5"},
                                           {"date_entry_placement_cost", "2026-05-20"}})}));
    CHECK(plan.files[0].changed == 1);
    CHECK(store.requests().front().said("dol") == "No");
    CHECK(store.requests().front().said("cultural_needs") == "Required"); // a blank takes nothing
    CHECK(store.home().deprivationOfLiberty == false); // which only the request had said
    CHECK(store.weekly("101", kStart) == Money::pence(485050));
    const auto earlier = store.bringInForm(formOf({completeRow("101")}));
    CHECK(earlier.nothingToDo());
    CHECK(store.requests().front().said("dol") == "No");

    SECTION("what a person says of the placement is no request's to change")
    {
        PlacementEntry entry(store.home());
        entry.placement.deprivationOfLiberty = true;
        REQUIRE(store.bench->savePlacement(entry));
        store.bringInForm(formOf({rowWith({{"dol", "No"},
                                           {"out_of_LA_reason", "Other"},
                                           {"date_entry_placement_cost", "2026-06-20"}})}));
        CHECK(store.home().deprivationOfLiberty == true);
    }
}

TEST_CASE("Two files that differ about a request come to the same in either order", "[standard]")
{
    const PlacementForm april = formOf({completeRow("101")});
    const PlacementForm may =
        formOf({rowWith({{"dol", "No"}, {"date_entry_placement_cost", "2026-05-20"}})});
    const bool swapped = GENERATE(false, true);
    Standard store;
    store.bringIn(kHome, "episodes.csv");
    SECTION("one after the other")
    {
        store.bringInForm(swapped ? may : april);
        store.bringInForm(swapped ? april : may);
    }
    SECTION("at once")
    {
        const auto a = store.folder.write("a.csv", (swapped ? may : april).csv());
        const auto b = store.folder.write("b.csv", (swapped ? april : may).csv());
        const auto plan = store.bench->planImport({a, b}, {});
        REQUIRE(store.bench->applyImport(plan));
        CHECK(plan.files[0].accepted + plan.files[1].accepted == 1);
        CHECK(plan.files[0].unchanged + plan.files[1].unchanged == 1);
    }
    REQUIRE(store.requests().size() == 1);
    CHECK(store.requests().front().said("dol") == "No");
    CHECK(amounts(store.lines()) == kSplit);
}

TEST_CASE("Two placements of one child are two requests, each with its costs", "[standard]")
{
    Standard store;
    const std::string moved = kEpisodeHeadings +
                              "101,14/04/2026,S,C2,N1,K2,PR4,02/06/2026,X1,CARPL,,,SC123456\n"
                              "101,02/06/2026,P,C2,N1,U4,PR4,,,,,,SC000002\n";
    store.bringIn("CHILD,SEX,DOB,ETHNIC\n101,M,01/02/2012,WBRI\n", "header.csv");
    const bool returnFirst = GENERATE(true, false);
    if (returnFirst)
        store.bringIn(moved, "episodes.csv");
    const FormRow second = rowWith({{"date_entry_placement", "2026-06-01"},
                                    {"Date_entry_referral", "2026-05-20"},
                                    {"placement_type", "Foster"},
                                    {"provider_URN", GENERATE("SC000002", "")},
                                    {"cost_core_weekly", "950"},
                                    {"cost_additional_support_weekly", ""},
                                    {"cost_total_weekly", "950"}});
    // In either order: an agreed start that is a day out still finds its placement.
    const bool laterFirst = GENERATE(false, true);
    store.bringInForm(formOf({laterFirst ? second : completeRow("101")}));
    store.bringInForm(formOf({laterFirst ? completeRow("101") : second}));
    if (!returnFirst)
        store.bringIn(moved, "episodes.csv");
    CHECK(store.requests().size() == 2);
    CHECK(store.weekly("101", day(2026, 5, 1)) == Money::pence(465050));
    CHECK(store.weekly("101", day(2026, 7, 1)) == Money::pounds(950));
    CHECK(store.home().referredOn == day(2026, 5, 20));
}

TEST_CASE("Without a return each request keeps costs of its own, in either order", "[standard]")
{
    Standard store;
    store.bringIn("CHILD,SEX,DOB,ETHNIC\n101,M,01/02/2012,WBRI\n", "header.csv");
    const FormRow second =
        rowWith({{"date_entry_placement", "2026-06-01"}, {"Date_entry_referral", "2026-05-20"}});
    const bool laterFirst = GENERATE(false, true);
    store.bringInForm(formOf({laterFirst ? second : completeRow("101")}));
    const auto plan = store.bringInForm(formOf({laterFirst ? completeRow("101") : second}));
    CHECK_FALSE(says(plan, "request-costs-otherwise", 1));
    CHECK(says(plan, "request-placement-unknown", 1)); // and their costs run beside each other
    CHECK(store.lines().size() == 4);
}

TEST_CASE("A placement of which the return names no provider has that of its request", "[standard]")
{
    Standard store;
    store.bringIn(kEpisodeHeadings + "101,14/04/2026,S,C2,N1,K2,PR4,,,,,,\n", "episodes.csv");
    CHECK_FALSE(store.home().provider);
    store.bringInForm(formOf({completeRow("101")}));
    REQUIRE(store.home().provider);
    CHECK(store.lines().front().provider == store.home().provider);
    CHECK(store.bench->store().providersByUrn().at("SC123456") == *store.home().provider);
}

TEST_CASE("What is agreed without a start is kept and not counted as paid", "[standard]")
{
    Standard store;
    store.bringIn(kHome, "episodes.csv");
    store.bringInForm(formOf({rowWith({{"date_entry_placement", ""}})}));
    CHECK(store.requests().size() == 1);
    CHECK(store.lines().empty());
    // The same request, which has a start by now.
    const auto plan = store.bringInForm(formOf({completeRow("101")}));
    CHECK(plan.files[0].changed == 1);
    CHECK(store.requests().size() == 1);
    CHECK(amounts(store.lines()) == kSplit);
}

TEST_CASE(
    "An unregistered home makes no provider, and is told of where the return has it registered",
    "[standard]")
{
    Standard store;
    store.bringIn(kHome, "episodes.csv");
    const auto providers = store.bench->store().providers().size();
    const auto plan = store.bringInForm(formOf({rowWith({{"provider_URN", "Unregistered"}})}));
    CHECK(says(plan, "request-type-otherwise", 1));
    CHECK(store.bench->store().providers().size() == providers);
    CHECK(store.home().setting == Setting::childrensHome);
}

TEST_CASE("The standard goes out as it came in, field for field", "[standard]")
{
    Standard store;
    store.bringIn(kHome, "episodes.csv");
    PlacementForm form = PlacementForm::april();
    const FormRow row = GENERATE(completeRow("101"), unsplit("23000"),
                                 rowWith({{"cost_total_weekly", "5000"}, // the parts do not add up
                                          {"risk_to_others_other", "Throws things"},
                                          {"risk_to_child_self_harm", "High"},
                                          {"provider_URN", "Unregistered"}}));
    form.rows = {row};
    store.bringInForm(form);
    const auto out = store.exported();
    CHECK(store.written.requests == 1);
    CHECK(store.written.others == 0); // the placement is the request's
    REQUIRE(out.size() == 1);
    CHECK(out.front().localId == "101");
    PlacementRequest kept = store.requests().front();
    kept.id = {};
    kept.child = {};
    CHECK(out.front().request == kept);
    for (const std::string& column : form.columns) {
        const auto cell = row.find(column);
        const bool said = cell != row.end() && !cell->second.empty();
        if (column != "child_ID")
            CHECK(said == !out.front().request.said(column).empty());
    }
}

TEST_CASE("What is paid by now goes out instead of what was agreed", "[standard]")
{
    Standard store;
    store.bringIn(kHome, "episodes.csv");
    store.bringInForm(formOf({completeRow("101")}));
    auto lines = store.lines();
    CostLine core = *std::ranges::find(lines, CostComponent::core, &CostLine::component);
    core.amount = Money::pounds(5000);
    REQUIRE(store.bench->saveCostLine(core));
    const auto out = store.exported();
    REQUIRE(out.size() == 1);
    CHECK(out.front().request.said("cost_core_weekly") == "5000.00");
    CHECK(out.front().request.said("cost_additional_support_weekly") == "650.50");
    CHECK(out.front().request.said("cost_total_weekly") == "5650.50");
}

TEST_CASE("Of a child who never came by the form goes out what the records know", "[standard]")
{
    Standard store;
    store.bringIn(kEpisodeHeadings + "101,14/04/2026,S,C2,N1,K2,PR4,,,,AB1 2CD,BS10 7XX,SC123456\n"
                                     "102,01/05/2026,S,C2,N1,P1,PR0,,,,,,\n"
                                     "103,02/05/2025,S,C2,N1,Z12,,,,,,,\n",
                  "episodes.csv");
    store.bringIn(kFinanceHeadings + "101,core,4000,week,2026-04-14,,,,,,\n"
                                     "101,health,100,week,2026-04-14,,,,,,\n"
                                     "101,other,25,week,2026-04-14,,,,,,\n",
                  "finance.csv");
    PlacementEntry entry(store.home());
    entry.placement.deprivationOfLiberty = false;
    entry.placement.referredOn = day(2026, 4, 1);
    REQUIRE(store.bench->savePlacement(entry));
    const auto out = store.exported();
    CHECK(store.written.others == 2); // 102 lives with its parents
    REQUIRE(out.size() == 2);
    CHECK(out[0].localId == "103");
    CHECK(out[0].request.said("provider_URN") == "Unregistered");
    const PlacementRequest& known = out[1].request;
    CHECK(known.said("cost_core_weekly") == "4000.00");
    CHECK(known.said("cost_other_weekly") == "125.00"); // health has no part of its own
    CHECK(known.said("cost_additional_support_weekly") == "");
    CHECK(known.said("cost_total_weekly") == "4125.00");
    CHECK(known.said("provider_URN") == "SC123456");
    CHECK(known.said("placement_type") == "Residential");
    CHECK(known.said("placement_location") == "BS10");
    CHECK(known.said("dol") == "No");
    CHECK(known.placedOn == kStart);
    CHECK(known.referredOn == day(2026, 4, 1));
    CHECK(known.said("risk_to_child_self_harm") == ""); // nothing is made up

    CHECK(store.exported({day(2026, 4, 1), day(2026, 6, 30), {}}).size() == 1);
    CHECK(store.exported({day(2025, 1, 1), day(2025, 12, 31), {}}).size() == 1);
    CHECK(store.exported({day(2026, 4, 15), {}, {}}).empty());
}
