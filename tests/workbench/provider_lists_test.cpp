// SPDX-License-Identifier: GPL-3.0-or-later
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
using workbench::Workbench;

namespace {

// The list of children's homes, of May 2023 …
const std::string kHomes =
    "Local Authority,URN,Provider Type,Sector,Setting Name,Registration Date,Closed Date,Max Users,"
    "Full Inspection Start Date,Overall Effectiveness,Interim Inspection Overall Effectiveness,"
    "Owner Name\n"
    "Testshire,SC000002,Independent Fostering Agency,Private,Rose Fostering,01/02/2015,-,40,"
    "02/05/2023,Good,-,Rose Group Ltd\n"
    "Testshire,SC000003,Children's Home,Local Authority,Hill House,01/02/2016,-,4,,Outstanding,-,"
    "Testshire\n"
    "Elsewhere,SC000099,Children's Home,Voluntary,Nobody's Home,03/02/2016,,6,,,,A Trust\n";
// … and that of social care providers, a year later, when one of them has closed.
const std::string kLaterHeadings =
    "URN,Provision type,Setting name,Registration status,Organisation name,Local authority,Region,"
    "Sector,Deregistration date,Maximum fostering places,Date of last full inspection,Latest "
    "overall effectiveness grade from last full inspection\n";
const std::string kLater =
    kLaterHeadings +
    "SC000003,Children's Home,Hill House,Closed,Testshire County Council,Testshire,South East,"
    "Local Authority,01/05/2024,,01/05/2023,Good\n"
    ",Children's Home,No Number,Active,X,Testshire,South East,Private,,,01/05/2023,Good\n"
    "SC000003,Children's Home,Again,Active,X,Testshire,South East,Private,,,01/05/2023,Good\n";

struct ListedStore
{
    TemporaryFolder folder;
    std::unique_ptr<Workbench> bench =
        Workbench::create(folder.file("store.twelvefold"), "Testshire", "A. Tester").value();

    ImportPlan planned(const std::string& name, const std::string& bytes,
                       const ImportOptions& options = {}) const
    {
        return bench->planImport({folder.write(name, bytes)}, options);
    }
    ImportPlan bringIn(const std::string& name, const std::string& bytes,
                       const ImportOptions& options = {}) const
    {
        const ImportPlan plan = planned(name, bytes, options);
        for (const auto& file : plan.files)
            CHECK(file.rows == file.accepted + file.changed + file.unchanged + file.rejected);
        REQUIRE(bench->applyImport(plan));
        return plan;
    }
    std::string providers() const
    {
        std::string all;
        for (const Provider& provider : bench->store().providers())
            all += provider.urn + " " + provider.name + " " + provider.ownerGroup + " " +
                   provider.region + " " +
                   (provider.sector ? std::string(token(*provider.sector)) : "") + "\n";
        return all;
    }
    bool has(const std::string& words) const
    {
        return providers().find(words) != std::string::npos;
    }
    RegisteredSetting listed(const std::string& urn) const
    {
        return bench->store().listedProviders().at(urn);
    }
};

} // namespace

TEST_CASE("homes of Ofsted's lists give providers their names, in whichever order they come",
          "[providers]")
{
    ListedStore listFirst, returnFirst;
    const ImportPlan plan = listFirst.bringIn("homes.csv", kHomes);
    CHECK(plan.files.front().kind == exchange::FileKind::registeredSettings);
    CHECK(plan.files.front().accepted == 3);
    CHECK(listFirst.providers().empty()); // nobody lives there, as far as is known
    listFirst.bringIn("episodes.csv", kEpisodes2024);
    returnFirst.bringIn("episodes.csv", kEpisodes2024);
    CHECK(returnFirst.has("SC000002 SC000002"));
    returnFirst.bringIn("homes.csv", kHomes);
    CHECK(listFirst.providers() == returnFirst.providers());
    CHECK(listFirst.has("SC000002 Rose Fostering Rose Group Ltd"));
    CHECK(listFirst.has("SC000001 SC000001")); // on no list
    CHECK(listFirst.planned("homes.csv", kHomes).nothingToDo());
    const auto before = listFirst.bench->store().registeredSettings();
    listFirst.bringIn("homes.csv", kHomes);
    CHECK(listFirst.bench->store().registeredSettings() == before);
}

TEST_CASE("together or one by one, lists and returns end the same", "[providers]")
{
    ListedStore together, apart;
    REQUIRE(together.bench->applyImport(together.bench->planImport(
        {together.folder.write("a.csv", kEpisodes2024), together.folder.write("b.csv", kHomes),
         together.folder.write("c.csv", kLater)},
        {})));
    apart.bringIn("c.csv", kLater);
    apart.bringIn("b.csv", kHomes);
    apart.bringIn("a.csv", kEpisodes2024);
    CHECK(together.providers() == apart.providers());
    CHECK(saysTheSame(together.listed("SC000003"), apart.listed("SC000003")));
}

TEST_CASE("of two lists each thing is as the later says that says anything of it", "[providers]")
{
    ListedStore one, two;
    for (const ListedStore* at : {&one, &two})
        at->bringIn("episodes.csv", kEpisodes2024);
    one.bringIn("homes.csv", kHomes);
    const ImportPlan plan = one.bringIn("later.csv", kLater);
    CHECK(plan.files.front().changed == 1);
    CHECK(plan.files.front().rejected == 2); // without a number, and the same number again
    REQUIRE_FALSE(plan.changes.empty());
    CHECK(plan.changes.front().pseudonym == "SC000003"); // whose it is
    two.bringIn("later.csv", kLater);
    two.bringIn("homes.csv", kHomes);
    for (const ListedStore* at : {&one, &two}) {
        const RegisteredSetting hill = at->listed("SC000003");
        CHECK(hill.closedOn == *Date::from(2024, 5, 1));
        CHECK(hill.grade == "Good");
        CHECK(hill.places == 4); // the later list has none
        CHECK(hill.region == "South East");
        CHECK(hill.sector == Sector::ownCouncil);
        CHECK(at->listed("SC000002").places == 40);
        CHECK(at->listed("SC000002").sector == Sector::privateSector);
    }
    CHECK(one.providers() == two.providers());
    REQUIRE(one.bench->undo());
    CHECK(one.listed("SC000003").grade == "Outstanding");
    CHECK_FALSE(one.listed("SC000003").closedOn);
}

TEST_CASE("three lists say the same in any order", "[providers]")
{
    const auto listOf = [](const std::string& name, const std::string& grade, const char* day) {
        return kLaterHeadings + "SC000003,Children's Home," + name +
               ",Active,X,Testshire,South East,Private,,," + day + "," + grade + "\n";
    };
    const std::vector<std::string> lists{listOf("Hill", "Good", "01/01/2024"),
                                         listOf("Hill House", "", "01/02/2024"),
                                         listOf("", "Outstanding", "01/03/2024")};
    std::vector<std::size_t> order{0, 1, 2};
    do {
        ListedStore store;
        store.bringIn("episodes.csv", kEpisodes2024);
        for (const std::size_t i : order)
            store.bringIn("list.csv", lists[i]);
        CHECK(store.listed("SC000003").name == "Hill House");
        CHECK(store.listed("SC000003").grade == "Outstanding");
    } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("what finance calls a provider wins over what Ofsted does, in whichever order they come",
          "[providers]")
{
    const std::string costs =
        kFinanceHeadings + "101,core,900,week,2023-10-02,,social_care,Rose Ltd,SC000002,,\n";
    ListedStore one, two;
    for (const ListedStore* at : {&one, &two})
        at->bringIn("episodes.csv", kEpisodes2024);
    one.bringIn("homes.csv", kHomes);
    one.bringIn("costs.csv", costs);
    two.bringIn("costs.csv", costs);
    two.bringIn("homes.csv", kHomes);
    CHECK(one.providers() == two.providers());
    CHECK(one.has("SC000002 Rose Ltd Rose Group Ltd"));
    CHECK(one.planned("costs.csv", costs).nothingToDo());
}

TEST_CASE("a list that is taken back takes along what it said, and nothing else", "[providers]")
{
    ListedStore store;
    store.bringIn("homes.csv", kHomes);
    store.bringIn("episodes.csv", kEpisodes2024);
    const auto imports = store.bench->store().imports();
    REQUIRE(imports.size() == 2);
    const auto plan = store.bench->store().planTakeBack(imports[1].id);
    REQUIRE(plan);
    CHECK(plan->inTheWay == 0);
    REQUIRE(store.bench->takeBack(*plan, store::Store::Keep::nothing));
    CHECK(store.bench->store().registeredSettings().empty());
    CHECK(store.has("SC000002 SC000002"));
    CHECK(store.bench->store().allPlacements().size() == 2);
    CHECK(store.bench->store().check().sound());
}

TEST_CASE("a change that a list would make can be left out", "[providers]")
{
    ListedStore store;
    store.bringIn("episodes.csv", kEpisodes2024);
    store.bringIn("homes.csv", kHomes);
    ImportOptions options;
    options.leaveChanges = true;
    const ImportPlan plan = store.bringIn("later.csv", kLater, options);
    CHECK(plan.files.front().changed == 0);
    CHECK(plan.files.front().rejected == 3);
    CHECK(store.listed("SC000003").grade == "Outstanding");
}

TEST_CASE("providers on no list, and those used after they closed, are counted", "[providers]")
{
    ListedStore store;
    store.bringIn("episodes.csv", kEpisodes2024);
    CHECK(store.bench->providersOnLists().ofNoList() == 0); // there is no list
    store.bringIn("homes.csv", kHomes);
    auto found = store.bench->providersOnLists();
    CHECK(found.ofNoList() == 1);
    CHECK(found.usedPastClosing() == 0);
    store.bringIn("later.csv", kLater);
    found = store.bench->providersOnLists();
    CHECK(found.latestList == *Date::from(2024, 5, 1));
    CHECK(found.usedPastClosing() == 1);
    const auto hill =
        std::ranges::find(found.providers, "SC000003",
                          [](const workbench::ProviderOnLists& one) { return one.provider.urn; });
    REQUIRE(hill != found.providers.end());
    CHECK(hill->provider.name == "Hill House");
    CHECK(hill->placements == 1);
    CHECK(hill->pastClosing == 1);
}

TEST_CASE("a return's numbers are held against the lists, where there are any", "[providers]")
{
    const auto told = [](const ImportPlan& plan, const std::string& code) -> std::string {
        const auto found = std::ranges::find_if(plan.problems, [&](const Problem& problem) {
            return problem.message.kind.code == code;
        });
        return found == plan.problems.end() ? "" : plainEnglish(found->message);
    };
    ListedStore store;
    CHECK(told(store.planned("episodes.csv", kEpisodes2024), "urn-of-no-list").empty());
    store.bringIn("homes.csv", kHomes);
    store.bringIn("later.csv", kLater);
    CHECK(told(store.planned("episodes.csv", kEpisodes2024), "urn-of-no-list") ==
          "URNs that no list of Ofsted's brought in has: 1, such as SC000001.");
    CHECK(told(store.planned("episodes.csv", kEpisodes2024), "urn-closed").empty());
    const std::string since = kEpisodeHeadings + "102,02/05/2024,S,V2,N5,K2,PR4,,,,,,SC000003\n"
                                                 "103,01/05/2024,S,V2,N5,K2,PR4,,,,,,SC000003\n";
    CHECK(told(store.planned("episodes.csv", since), "urn-closed") ==
          "Episodes that begin after, by Ofsted's lists, their home or agency had closed: 1, such "
          "as with SC000003.");
}

TEST_CASE("a placement entered for a provider by its name on a list is that provider's",
          "[providers]")
{
    ListedStore store;
    store.bringIn("episodes.csv", kEpisodes2024);
    store.bringIn("homes.csv", kHomes);
    const std::size_t providers = store.bench->store().providers().size();
    const ChildId child = store.bench->store().childrenByLocalId().at("101");
    Placement placement;
    placement.child = child;
    placement.setting = Setting::agencyFoster;
    placement.period = {*Date::from(2020, 1, 1), *Date::from(2020, 2, 1)};
    workbench::PlacementEntry entry(placement);
    entry.provider = "rose fostering";
    REQUIRE(store.bench->savePlacement(entry));
    CHECK(store.bench->store().providers().size() == providers);
}
