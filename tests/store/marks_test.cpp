// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "exchange/framework_file.h"
#include "store/content.h"
#include "store/open.h"

#include "support/catch.h"

// What a framework says of its domains, in stores from before it was said.
using namespace store_tests;
using store::Access;
using store::OpenState;
using store::Store;
using Marks = std::vector<std::optional<DomainMark>>;

namespace {

Marks marksOf(const NeedsFramework& framework)
{
    Marks marks;
    for (const NeedDomain& need : framework.domains())
        marks.push_back(need.mark);
    return marks;
}

Marks marksIn(const Store& store)
{
    return marksOf(*store.frameworks().front().framework);
}

void isSound(const Store& store)
{
    for (const store::CheckFault& fault : store.check().faults)
        FAIL_CHECK(plainEnglish(fault.message));
}

const NeedsFramework& builtIn()
{
    return exchange::builtInFramework();
}

} // namespace

TEST_CASE("A new store has the marks of the framework that it is made with")
{
    const Folder folder;
    const auto file = folder / "new.twelvefold";
    REQUIRE(Store::create(file, "Testshire", builtIn(), "asha").ok());
    const store::Opened opened = Store::open(file);
    CHECK(marksIn(*opened.store) == marksOf(builtIn()));
    isSound(*opened.store);
}

TEST_CASE("In a store of an earlier version the built-in framework's domains get their marks, and "
          "what is edited after it is undone and done again")
{
    const Folder folder;
    const auto file = folder / "old.twelvefold";
    makeOldStore(file, GENERATE(1U, 2U, 3U), builtIn());
    CHECK(marksIn(*Store::open(file, Access::readOnly).store) == marksOf(builtIn()));
    store::Opened opened = Store::open(file);
    INFO(plainEnglish(opened.message));
    REQUIRE(opened.state == OpenState::upgraded);
    Store& store = *opened.store;
    CHECK(marksIn(store) == marksOf(builtIn()));
    isSound(store);
    CHECK_FALSE(store.nextUndo());
    CHECK(store.undoStep(1, "asha").failure().kind.code == "not-undoable");

    store.edit(edit(), "asha", [](store::Writer& w) { w.addFramework(smallFramework()); });
    const Marks small = marksOf(smallFramework());
    CHECK(marksIn(store) == small);
    REQUIRE(store.undo("asha").ok());
    CHECK(store.frameworks().size() == 1);
    isSound(store);
    REQUIRE(store.redo("asha").ok());
    CHECK(marksIn(store) == small);
    isSound(store);
    opened.store.reset();
    const store::Opened again = Store::open(file);
    CHECK(again.state == OpenState::current);
    CHECK(marksIn(*again.store) == small);
}

TEST_CASE("A framework that is not the built-in one has no marks from before there were any")
{
    const Folder folder;
    const auto file = folder / "old.twelvefold";
    makeOldStore(file, GENERATE(1U, 2U));
    const store::Opened opened = Store::open(file);
    REQUIRE(opened.store);
    CHECK(marksIn(*opened.store) == Marks(3));
    isSound(*opened.store);
}

TEST_CASE("What was altered before the marks came is found after it")
{
    const Folder folder;
    const auto file = folder / "old.twelvefold";
    makeOldStore(file, 2, builtIn());
    tamper(file, "UPDATE need_domain SET title = 'Otherwise' WHERE place = 3");
    const store::Opened opened = Store::open(file);
    REQUIRE(opened.state == OpenState::upgraded);
    const auto report = opened.store->check();
    REQUIRE(report.faults.size() == 1);
    CHECK(report.faults[0].message.kind.code == "check-content");
}

TEST_CASE("A framework that a repair puts back from before has its marks")
{
    const Folder folder;
    const auto file = folder / "old.twelvefold";
    SECTION("where an undo had taken it away")
    {
        makeOldStore(file, 1, builtIn(), true);
        const store::Opened shown = Store::open(file, Access::readOnly);
        CHECK(shown.state == OpenState::repairable);
        CHECK(marksIn(*shown.store) == marksOf(builtIn()));
    }
    SECTION("where it was broken after it had them")
    {
        makeOldStore(file, 2, builtIn());
        CHECK(Store::open(file).state == OpenState::upgraded);
        tamper(file, "DELETE FROM need_descriptor WHERE level = 4");
    }
    SECTION("where it was gone after it had them")
    {
        makeOldStore(file, 2, builtIn());
        CHECK(Store::open(file).state == OpenState::upgraded);
        std::string gone;
        for (const char* table : {"band", "strength_descriptor", "strength", "strength_level",
                                  "need_descriptor", "need_domain", "need_level", "framework"})
            gone += std::string("DELETE FROM ") + table + ";";
        tamper(file, gone);
    }
    const store::Opened repaired = Store::repair(file, "ben");
    INFO(plainEnglish(repaired.message));
    REQUIRE(repaired.state == OpenState::repaired);
    CHECK(marksIn(*repaired.store) == marksOf(builtIn()));
    isSound(*repaired.store);
}
