// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "support/catch.h"

#include <algorithm>

using namespace store_tests;
using store::Access;
using store::OpenState;
using store::Store;

namespace {

PlacementRequest request(ChildId child, std::optional<Date> placedOn)
{
    PlacementRequest one;
    one.child = child;
    one.referredOn = day(2026, 4, 2);
    one.placedOn = placedOn;
    one.say("dol", "Yes");
    one.say("risk_to_others_other", "Throws things");
    return one;
}

} // namespace

TEST_CASE("Requests for placements come back as they were written, the latest first")
{
    Council council;
    const ChildId first = council.child("A1A-001"), second = council.child("B1B-001");
    PlacementRequest earlier = request(first, day(2026, 4, 14)), open = request(first, {}),
                     later = request(first, day(2026, 6, 1)), others = request(second, {});
    earlier.answers.clear();
    council.edit([&](store::Writer& writer) {
        for (PlacementRequest* one : {&earlier, &open, &later, &others})
            one->id = writer.addPlacementRequest(*one);
    });
    CHECK(council.store->placementRequests(first) == std::vector{later, earlier, open});
    CHECK(council.store->placementRequests(second) == std::vector{others});
    const auto all = council.store->allPlacementRequests();
    CHECK(all.size() == 2);
    CHECK(all.at(first) == council.store->placementRequests(first));

    later.placedOn = day(2026, 6, 2);
    later.say("dol", "No");
    later.say("risk_to_others_other", "");
    later.say("provider_URN", "SC123456");
    council.edit([&](store::Writer& writer) { writer.updatePlacementRequest(later); });
    CHECK(council.store->placementRequests(first) == std::vector{later, earlier, open});
    CHECK(council.store->check().sound());
    REQUIRE(council.store->undo("asha").ok());
    CHECK(council.store->placementRequests(first).front().said("dol") == "Yes");
    REQUIRE(council.store->undo("asha").ok());
    CHECK(council.store->allPlacementRequests().empty());
    REQUIRE(council.store->redo("asha").ok());
    REQUIRE(council.store->redo("asha").ok());
    CHECK(council.store->placementRequests(first) == std::vector{later, earlier, open});
    CHECK(council.store->check().sound());
}

TEST_CASE("A request that cannot be is refused and changes nothing")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    const auto refuses = [&](const PlacementRequest& one) {
        CHECK_THROWS(council.edit([&](store::Writer& writer) { writer.addPlacementRequest(one); }));
        CHECK(council.store->allPlacementRequests().empty());
    };
    refuses(request(ChildId{99}, day(2026, 4, 14)));
    PlacementRequest noDay = request(child, {});
    noDay.referredOn.reset();
    refuses(noDay);
    CHECK_THROWS(council.edit([&](store::Writer& writer) {
        PlacementRequest unknown = request(child, {});
        unknown.id = PlacementRequestId{99};
        writer.updatePlacementRequest(unknown);
    }));
}

TEST_CASE("An answer altered behind the program's back is found, and whose it is counts")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.edit([&](store::Writer& writer) {
        writer.addPlacementRequest(request(child, day(2026, 4, 14)));
    });
    council.close();
    tamper(council.file, GENERATE("UPDATE placement_answer SET answer = 'No' WHERE field = 'dol'",
                                  "DELETE FROM placement_answer WHERE field = 'dol'",
                                  "UPDATE placement_request SET placed_day = placed_day + 1"));
    CHECK_FALSE(Store::open(council.file, Access::readOnly).store->check().sound());
}

TEST_CASE("A store of any earlier version takes requests once it is brought up")
{
    const Folder folder;
    const auto file = folder / "old.twelvefold";
    makeOldStore(file, GENERATE(1U, 2U, 3U, 4U, 5U, 6U));
    CHECK(Store::open(file, Access::readOnly).store->allPlacementRequests().empty());
    store::Opened opened = Store::open(file);
    INFO(plainEnglish(opened.message));
    REQUIRE(opened.state == OpenState::upgraded);
    opened.store->edit(edit(), "asha", [](store::Writer& writer) {
        Child child;
        child.pseudonym = "A1A-001";
        writer.addPlacementRequest(request(writer.addChild(child), day(2026, 4, 14)));
    });
    CHECK(opened.store->allPlacementRequests().size() == 1);
    CHECK(opened.store->check().sound());
}
