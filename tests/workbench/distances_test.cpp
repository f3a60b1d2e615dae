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
using workbench::Workbench;

namespace {

const std::string kDirectory = "pcds,oslaua,oseast1m,osnrth1m\n"
                               "EX1 1AA,E07000041,292000,92500\n"
                               "TQ12 9ZZ,E07000045,286000,71000\n";
// Near home; in short breaks; somebody who came alone; whose home nobody knows.
const std::string kEpisodes = kEpisodeHeadings +
                              "101,10/04/2023,S,C2,N1,U4,PR1,,,,EX1 1AA,tq129zz,SC000001\n"
                              "102,10/04/2023,S,V3,N1,U4,PR1,,,,EX1 1AA,TQ12 9ZZ,SC000001\n"
                              "103,10/04/2023,S,C2,N5,U4,PR1,,,,EX1 1AA,TQ12 9ZZ,SC000001\n"
                              "104,10/04/2023,S,C2,N1,U4,PR1,,,,EX9 9ZZ,TQ12 9ZZ,SC000001\n";
const std::string kAlone = "CHILD,SEX,DOB,DUC\n103,1,05/06/2008,05/06/2026\n";

struct Placed
{
    TemporaryFolder folder;
    std::unique_ptr<Workbench> bench =
        Workbench::create(folder.file("store.twelvefold"), "Testshire", "A. Tester").value();

    std::shared_ptr<const exchange::PostcodeIndex> postcodes() const
    {
        const auto index = folder.file("postcodes.index");
        REQUIRE(exchange::makePostcodeIndex(folder.write("d.csv", kDirectory), index));
        return std::make_shared<const exchange::PostcodeIndex>(
            exchange::PostcodeIndex::open(index).value());
    }
    workbench::ImportPlan bringIn(const std::string& episodes, bool byPostcodes) const
    {
        ImportOptions options;
        if (byPostcodes)
            options.postcodes = postcodes();
        const auto plan = bench->planImport(
            {folder.write("episodes.csv", episodes), folder.write("uasc.csv", kAlone)}, options);
        REQUIRE(bench->applyImport(plan));
        return plan;
    }
    // By local identifier; of one placement each.
    std::map<std::string, std::optional<double>> distances() const
    {
        std::map<std::string, std::optional<double>> all;
        const auto placements = bench->store().allPlacements();
        for (const auto& [localId, child] : bench->store().childrenByLocalId()) {
            if (const auto own = placements.find(child); own != placements.end())
                all[localId] = own->second.front().distanceMiles;
        }
        return all;
    }
};

const std::map<std::string, std::optional<double>> kKnown{
    {"101", 13.9}, {"102", {}}, {"103", {}}, {"104", {}}};

} // namespace

TEST_CASE("distances are worked out as the return's users do, where nothing says them",
          "[distance]")
{
    const Placed with, without;
    const auto plan = with.bringIn(kEpisodes, true), plain = without.bringIn(kEpisodes, false);
    CHECK(with.distances() == kKnown);
    for (std::size_t i = 0; i < plan.files.size(); ++i) {
        CHECK(plan.files[i].accepted == plain.files[i].accepted);
        CHECK(plan.files[i].rejected == plain.files[i].rejected);
    }
    CHECK(plan.problems.size() == plain.problems.size());
    // Nothing else differs, and the episodes stay as they came.
    const auto index = with.postcodes();
    without.bench->fillDistances(without.bench->distancesToFill(*index));
    CHECK(without.distances() == kKnown);
    for (const Placed* at : {&with, &without}) {
        for (const auto& [child, episodes] : at->bench->store().allEpisodes())
            CHECK_FALSE(episodes.front().distanceMiles);
        CHECK(at->bench->store().check().sound());
    }
}

TEST_CASE("distances of a store are filled once, in one step", "[distance]")
{
    const Placed store;
    store.bringIn(kEpisodes, false);
    const auto index = store.postcodes();
    const auto found = store.bench->distancesToFill(*index);
    CHECK(found.placements.size() == 1);
    CHECK(found.without == 3);
    store.bench->fillDistances(found);
    CHECK(store.distances() == kKnown);
    CHECK(store.bench->distancesToFill(*index).placements.empty());
    store.bench->fillDistances(store.bench->distancesToFill(*index)); // no step
    REQUIRE(store.bench->undo());
    CHECK_FALSE(store.distances().at("101"));
    CHECK(store.bench->store().allPlacements().size() == 4);
}

TEST_CASE("a distance that a return or a person says stays", "[distance]")
{
    const std::string said = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,"
                             "REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN,PL_DISTANCE\n"
                             "101,10/04/2023,S,C2,N1,U4,PR1,,,,EX1 1AA,TQ12 9ZZ,SC000001,20.5\n";
    const Placed bySupplier;
    bySupplier.bringIn(said, true);
    CHECK(bySupplier.distances().at("101") == 20.5);

    const Placed byHand;
    byHand.bringIn(kEpisodes, false);
    const ChildId child = byHand.bench->store().childrenByLocalId().at("101");
    Placement placement = byHand.bench->store().placements(child).front();
    placement.distanceMiles = 15;
    REQUIRE(byHand.bench->savePlacement(placement));
    std::string moved = kEpisodes;
    moved.replace(moved.find(",C2,"), 4, ",E1,"); // the same stay said otherwise
    byHand.bringIn(moved, true);
    CHECK(byHand.distances().at("101") == 15.0);
}

TEST_CASE("brought in twice by postcodes, nothing changes", "[distance]")
{
    const Placed store;
    store.bringIn(kEpisodes, true);
    ImportOptions options;
    options.postcodes = store.postcodes();
    CHECK(store.bench
              ->planImport({store.folder.write("episodes.csv", kEpisodes),
                            store.folder.write("uasc.csv", kAlone)},
                           options)
              .nothingToDo());
}

TEST_CASE("a distance that postcodes gave goes with them when a return corrects one", "[distance]")
{
    const Placed store;
    store.bringIn(kEpisodes, true);
    REQUIRE(store.distances().at("101") == 13.9);
    std::string corrected = kEpisodes;
    corrected.replace(corrected.find("tq129zz"), 7, "EX1 1AA");
    store.bringIn(corrected, true);
    CHECK(store.distances().at("101") == 0.0);
    CHECK_FALSE(store.distances().at("102"));
}
