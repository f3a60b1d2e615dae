// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "support/catch.h"

#include <algorithm>

using namespace store_tests;
using store::Access;
using store::OpenState;
using store::Store;

namespace {

RegisteredSetting home(const std::string& urn, Date listedOn, const std::string& name)
{
    RegisteredSetting one;
    one.urn = urn;
    one.listedOn = listedOn;
    one.name = name;
    one.provision = "Children's Home";
    one.sector = Sector::voluntary;
    one.places = 4;
    one.owner = "A Trust";
    one.council = "Testshire";
    one.region = "London";
    one.grade = "Good";
    return one;
}

const Date kSpring = day(2024, 3, 1), kSummer = day(2024, 6, 1);

std::vector<std::string> namesOf(const std::vector<Provider>& providers)
{
    std::vector<std::string> names;
    for (const Provider& provider : providers)
        names.push_back(provider.name);
    return names;
}

} // namespace

TEST_CASE("What lists say of homes comes back by URN and day, and is undone and done again")
{
    Council council;
    RegisteredSetting spring = home("SC000002", kSpring, "Hill"),
                      summer = home("SC000002", kSummer, "Hill House"),
                      other = home("SC000001", kSummer, "Oak");
    summer.closedOn = day(2024, 5, 1);
    other.sector.reset();
    other.places.reset();
    council.edit([&](store::Writer& writer) {
        for (RegisteredSetting* one : {&summer, &other, &spring})
            one->id = writer.addRegisteredSetting(*one);
    });
    const std::vector all{other, spring, summer};
    CHECK(council.store->registeredSettings() == all);
    CHECK(council.store->latestProviderList() == kSummer);
    CHECK(council.store->listedProviders().empty()); // nobody lives there

    spring.grade = "Outstanding";
    council.edit([&](store::Writer& writer) { writer.updateRegisteredSetting(spring); });
    CHECK(council.store->registeredSettings()[1] == spring);
    CHECK(council.store->check().sound());
    REQUIRE(council.store->undo("asha").ok());
    CHECK(council.store->registeredSettings() == all);
    REQUIRE(council.store->undo("asha").ok());
    CHECK(council.store->registeredSettings().empty());
    CHECK_FALSE(council.store->latestProviderList());
    REQUIRE(council.store->redo("asha").ok());
    CHECK(council.store->registeredSettings() == all);
}

TEST_CASE("Of a home and a day there is one record, and none without a number")
{
    Council council;
    const auto refuses = [&](const RegisteredSetting& one) {
        CHECK_THROWS(
            council.edit([&](store::Writer& writer) { writer.addRegisteredSetting(one); }));
    };
    council.edit([&](store::Writer& writer) {
        writer.addRegisteredSetting(home("SC000001", kSpring, "Oak"));
    });
    refuses(home("SC000001", kSpring, "Oak again"));
    refuses(home("", kSpring, "Oak"));
    RegisteredSetting fewer = home("SC000002", kSpring, "Elm");
    fewer.places = -1;
    refuses(fewer);
    CHECK(council.store->registeredSettings().size() == 1);
}

TEST_CASE("A provider is read with what the lists say where the records are silent")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.edit([&](store::Writer& writer) {
        Placement at = placement(child, {day(2024, 1, 1), {}}, Setting::childrensHome);
        at.provider = writer.addProvider({{}, "SC000002", {}, "", "SC000002", ""});
        writer.addPlacement(at);
        writer.addProvider({{}, "Our own name", Sector::privateSector, "", "SC000001", ""});
        writer.addRegisteredSetting(home("SC000001", kSpring, "Oak"));
        writer.addRegisteredSetting(home("SC000002", kSpring, "Hill"));
        writer.addRegisteredSetting(home("SC000002", kSummer, "Hill House"));
    });
    const auto providers = council.store->providers();
    CHECK(namesOf(providers) == std::vector<std::string>{"Hill House", "Our own name"});
    CHECK(providers[0].sector == Sector::voluntary);
    CHECK(providers[0].ownerGroup == "A Trust");
    CHECK(providers[0].region == "London");
    CHECK(providers[1].sector == Sector::privateSector);
    CHECK(providers[1].ownerGroup == "A Trust");
    CHECK(namesOf(council.store->providersAsRecorded()) ==
          std::vector<std::string>{"Our own name", "SC000002"});
    const Cohort cohort = council.store->cohort(day(2024, 7, 1));
    CHECK(cohort.providerNames == std::vector<std::string>{"Hill House"});
    CHECK(cohort.providerOwners == std::vector<std::string>{"A Trust"});
    CHECK(cohort.providerRegions == std::vector<std::string>{"London"});
    const auto listed = council.store->listedProviders();
    REQUIRE(listed.size() == 2);
    CHECK(listed.at("SC000002").name == "Hill House");
}

TEST_CASE("Homes of one name by the lists are told apart, and what the council named stays")
{
    Council council;
    council.edit([&](store::Writer& writer) {
        for (const char* urn : {"SC000001", "SC000002"}) {
            writer.addProvider({{}, urn, {}, "", urn, ""});
            writer.addRegisteredSetting(home(urn, kSpring, "Oak"));
        }
        writer.addProvider({{}, "Oak", {}, "", "", ""});
    });
    CHECK(namesOf(council.store->providers()) ==
          std::vector<std::string>{"Oak", "Oak (SC000001)", "Oak (SC000002)"});
}

TEST_CASE("A store of any earlier version takes lists once it is brought up")
{
    const Folder folder;
    const auto file = folder / "old.twelvefold";
    makeOldStore(file, GENERATE(1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U));
    CHECK(Store::open(file, Access::readOnly).store->registeredSettings().empty());
    store::Opened opened = Store::open(file);
    INFO(plainEnglish(opened.message));
    REQUIRE(opened.state == OpenState::upgraded);
    opened.store->edit(edit(), "asha", [](store::Writer& writer) {
        writer.addRegisteredSetting(home("SC000001", kSpring, "Oak"));
    });
    CHECK(opened.store->registeredSettings().size() == 1);
    CHECK(opened.store->check().sound());
    REQUIRE(opened.store->undo("asha").ok());
    CHECK(opened.store->registeredSettings().empty());
    CHECK(opened.store->check().sound());
}
