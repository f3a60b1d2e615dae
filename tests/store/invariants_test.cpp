// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "store/audit.h"
#include "store/invariants.h"
#include "store/open.h"

#include "support/catch.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <stop_token>

// What a store cannot be without: that nothing takes it away, and what happens where it is gone.
using namespace store_tests;
using store::Access;
using store::OpenState;
using store::Store;

namespace {

std::vector<std::string> codesOf(const std::vector<store::CheckFault>& faults)
{
    std::vector<std::string> codes;
    for (const store::CheckFault& fault : faults)
        codes.emplace_back(fault.message.kind.code);
    return codes;
}

} // namespace

TEST_CASE("What a store cannot be without is made with it and is no step")
{
    Council council;
    CHECK(council.store->frameworks().size() == 1);
    CHECK_FALSE(council.store->nextUndo());
    CHECK(council.store->undo("asha").failure().kind.code == "nothing-to-undo");
    CHECK(council.store->undoStep(1, "asha").failure().kind.code == "not-undoable");
    CHECK(council.store->audit().size() == 1);
    CHECK(plainEnglish(council.store->audit().front().name) == "Make the store of Testshire");
    council.reopen();
    CHECK(council.store->frameworks().size() == 1);
}

TEST_CASE("Each invariant, broken, is what opening refuses and what a check names")
{
    // With what breaks each of them: one that is added to the list must be broken here as well.
    const std::map<std::string, std::string> breaking = {
        {"mark", "PRAGMA application_id = 7"},
        {"tables", "DROP TABLE outcome"},
        {"about", "DELETE FROM about WHERE key = 'store_id'"},
        // What no audit has cannot be put back.
        {"framework", "DELETE FROM audit_changeset; PRAGMA foreign_keys = OFF;"
                      "DELETE FROM framework"},
        {"frameworks whole", "DELETE FROM audit_changeset;"
                             "DELETE FROM need_descriptor WHERE level = 4"}};
    std::set<std::string> listed;
    for (const store::Invariant& invariant : store::invariants()) {
        INFO(invariant.name);
        listed.insert(invariant.name);
        REQUIRE(breaking.contains(invariant.name));
        Council council;
        const auto steps = store::migrations();
        CHECK_FALSE(store::brokenInvariant(
            *std::make_unique<store::Connection>(council.file, SQLITE_OPEN_READONLY), steps));
        council.close();
        tamper(council.file, breaking.at(invariant.name));
        for (const Access access : {Access::readWrite, Access::readOnly}) {
            const auto opened = Store::open(council.file, access);
            CHECK(opened.store == nullptr);
            CHECK(opened.state == (std::string(invariant.name) == "mark" ? OpenState::notOurs
                                                                         : OpenState::damaged));
        }
        store::Connection connection(council.file, SQLITE_OPEN_READONLY);
        CHECK(invariant.broken(connection, steps));
        CHECK(store::brokenInvariant(connection, steps));
    }
    CHECK(listed.size() == breaking.size());
}

TEST_CASE("What breaks no invariant opens, and a check finds it")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.assess(child, day(2025, 1, 1), "123");
    council.close();
    tamper(council.file, "UPDATE assessment SET profile = '124'");
    council.reopen(); // with what was altered
    CHECK_FALSE(council.store->check().sound());
    council.close();
    const auto faulty = [&](const std::string& sql, const std::string& code) {
        INFO(sql);
        Council fresh;
        fresh.child("A1A-001");
        fresh.close();
        tamper(fresh.file, sql);
        for (const Access access : {Access::readWrite, Access::readOnly}) {
            fresh.reopen(access);
            CHECK(codesOf(fresh.store->check().faults) == std::vector{code});
            fresh.close();
        }
    };
    faulty("CREATE TRIGGER planted AFTER INSERT ON outcome BEGIN DELETE FROM outcome; END",
           "check-schema-extra");
    faulty("CREATE VIEW planted AS SELECT pseudonym FROM child", "check-schema-extra");
    faulty("CREATE TABLE planted (id INTEGER PRIMARY KEY)", "check-schema-extra");
    faulty("DROP INDEX child_pseudonym", "check-schema-missing");
    faulty("DROP INDEX outcome_child; CREATE INDEX outcome_child ON outcome (child)",
           "check-schema-changed");
    faulty("ALTER TABLE child ADD COLUMN colour TEXT", "check-schema-changed");
}

TEST_CASE("A planted trigger does nothing while the program has the store")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.close();
    tamper(council.file, "CREATE TRIGGER planted AFTER INSERT ON outcome BEGIN "
                         "DELETE FROM kind_period; END");
    council.reopen();
    council.edit([&](store::Writer& w) {
        w.addOutcome({{}, child, "sdq_total", day(2025, 2, 1), 17, ""});
    });
    CHECK(council.store->kindPeriods(child).size() == 1);
}

TEST_CASE("Bytes at the end of the file that are no page are found")
{
    Council council;
    council.close();
    const auto size = std::filesystem::file_size(council.file);
    std::filesystem::resize_file(council.file, size + 100);
    council.reopen(Access::readOnly);
    CHECK(codesOf(council.store->check().faults) == std::vector<std::string>{"check-appended"});
}

TEST_CASE("Values that their columns do not allow are found in a store that is only read")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.edit([&](store::Writer& w) {
        w.addCostLine(weekly(child, Money::pounds(900), {day(2025, 1, 1), {}}));
    });
    council.close();
    tamper(council.file, "PRAGMA ignore_check_constraints = ON; UPDATE cost_line SET pence = -5");
    for (const Access access : {Access::readOnly, Access::readWrite}) {
        council.reopen(access);
        const auto report = council.store->check();
        const auto codes = codesOf(report.faults);
        CHECK(std::ranges::count(codes, "check-constraint") == 1);
        CHECK(plainEnglish(report.faults.front().message).find("pence BETWEEN 0") !=
              std::string::npos);
        council.close();
    }
}

TEST_CASE("A store of the version before opens, and its framework is no step any more")
{
    const Folder folder;
    const auto file = folder / "old.twelvefold";
    makeOldStore(file, 1);
    const store::Opened opened = Store::open(file);
    INFO(plainEnglish(opened.message));
    REQUIRE(opened.store);
    CHECK(opened.state == OpenState::upgraded);
    CHECK_FALSE(opened.store->nextUndo());
    CHECK(opened.store->undoStep(1, "asha").failure().kind.code == "not-undoable");
    CHECK(opened.store->frameworks().size() == 1);
    CHECK(opened.store->check().sound());
}

TEST_CASE("A draft in a store of the version before is held to its hash from then on")
{
    const Folder folder;
    const auto file = folder / "old.twelvefold";
    makeOldStore(file, 1);
    tamper(file, "INSERT INTO child (id, pseudonym, sex, ethnicity) VALUES (1, 'A1A-001', "
                 "'unspecified', '');"
                 "INSERT INTO draft (child, author, saved_at, framework, day, profile, strengths) "
                 "SELECT 1, 'asha', '2026-01-02T10:00:00Z', id, 20000, '1-4', '3' FROM framework");
    CHECK(Store::open(file, Access::readOnly).store->check().sound());
    CHECK(Store::open(file).state == OpenState::upgraded);
    tamper(file, "UPDATE draft SET reason = 'Altered'");
    const auto faults = Store::open(file, Access::readOnly).store->check().faults;
    CHECK(codesOf(faults) == std::vector<std::string>{"check-draft"});
}

TEST_CASE("A damaged store of the version before is left as it is, and kept no second time")
{
    for (const char* damage : {"DROP TABLE outcome", "ALTER TABLE draft RENAME TO planted",
                               "DELETE FROM about WHERE key = 'store_id'"}) {
        INFO(damage);
        const Folder folder;
        const auto file = folder / "old.twelvefold";
        makeOldStore(file, 1);
        tamper(file, damage);
        for (const Access access : {Access::readWrite, Access::readOnly}) {
            const store::Opened opened = Store::open(file, access);
            INFO(plainEnglish(opened.message));
            CHECK(opened.state == OpenState::damaged);
            CHECK(plainEnglish(opened.message).find("is not there") != std::string::npos);
        }
        CHECK(store::Connection(file, SQLITE_OPEN_READONLY).number("PRAGMA user_version") == 1);
        for (const auto& entry : std::filesystem::directory_iterator(file.parent_path()))
            CHECK(entry.path().string().find("before upgrade") == std::string::npos);
    }
}

TEST_CASE("A store whose framework an undo took away opens again, and can be repaired")
{
    const Folder folder;
    const auto file = folder / "old.twelvefold";
    makeOldStore(file, 1, smallFramework(), true);

    SECTION("for reading, with the framework put back for the time being")
    {
        for (const Access access : {Access::readOnly, Access::readWrite}) {
            const store::Opened opened = Store::open(file, access);
            INFO(plainEnglish(opened.message));
            CHECK(opened.state == OpenState::repairable);
            REQUIRE(opened.store);
            CHECK(opened.store->readOnly());
            CHECK(opened.store->frameworks().size() == 1);
            CHECK(opened.store->councilName() == "Testshire");
        }
    }
    SECTION("and in the file, for good")
    {
        {
            const store::Opened opened = Store::repair(file, "ben");
            INFO(plainEnglish(opened.message));
            CHECK(opened.state == OpenState::repaired);
            REQUIRE(opened.store);
            CHECK_FALSE(opened.store->readOnly());
            CHECK(opened.store->frameworks().front().framework->key() == "small");
            CHECK(opened.store->audit().front().author == "ben");
            CHECK_FALSE(opened.store->nextUndo());
            CHECK(opened.store->check().sound());
        }
        const store::Opened opened = Store::open(file);
        CHECK(opened.state == OpenState::current);
        CHECK(Store::open(file, Access::readOnly).store->check().sound());
    }
    SECTION("a repair of what is whole is an opening")
    {
        Council council;
        council.close();
        CHECK(Store::repair(council.file, "ben").state == OpenState::current);
        council.reopen();
        CHECK(council.store->audit().size() == 1);
    }
}

TEST_CASE("Of several frameworks the one that is broken is put back, whichever came last")
{
    Council council;
    council.edit([&](store::Writer& w) { w.addFramework(smallFramework(2)); }, "a framework");
    const auto broken = GENERATE(std::string("1"), std::string("2"), std::string("1, 2"));
    council.close();
    tamper(council.file, "DELETE FROM need_descriptor WHERE level = 4 AND framework IN "
                         "(SELECT id FROM framework WHERE version IN (" +
                             broken + "))");
    const auto shown = Store::open(council.file, Access::readOnly);
    INFO(plainEnglish(shown.message));
    CHECK(shown.state == OpenState::repairable);
    CHECK(plainEnglish(shown.message).find("..") == std::string::npos);
    {
        const auto opened = Store::repair(council.file, "ben");
        REQUIRE(opened.store);
        CHECK(opened.state == OpenState::repaired);
        CHECK(opened.store->check().sound());
        CHECK(opened.store->frameworks().size() == 2);
    }
    council.reopen();
    CHECK(council.store->check().sound());
}

TEST_CASE("A repair makes nothing sound that it did not put back")
{
    Council council;
    council.edit([&](store::Writer& w) { w.addFramework(smallFramework(2)); }, "a framework");
    council.close();
    tamper(council.file,
           "DELETE FROM need_descriptor WHERE level = 4 AND framework = (SELECT min(id) FROM "
           "framework); UPDATE need_descriptor SET text = 'otherwise' WHERE level = 2 AND "
           "framework = (SELECT max(id) FROM framework)");
    const auto opened = Store::repair(council.file, "ben");
    REQUIRE(opened.store);
    CHECK(opened.state == OpenState::repaired);
    CHECK(codesOf(opened.store->check().faults) == std::vector<std::string>{"check-content"});
}

TEST_CASE("A repaired store is one file and a store: no log beside it, and no backup any more")
{
    Council council;
    const auto copy = council.folder / "backup.twelvefold";
    REQUIRE(council.store->backup(copy).ok());
    tamper(copy, "DELETE FROM need_descriptor WHERE level = 4; PRAGMA journal_mode = WAL;");
    CHECK(Store::repair(copy, "ben").state == OpenState::repaired);
    store::Connection file(copy, SQLITE_OPEN_READONLY);
    store::Query mode(file, "PRAGMA journal_mode");
    REQUIRE(mode.next());
    CHECK(mode.view(0) == "delete");
    CHECK(file.number("SELECT count(*) FROM about WHERE key = 'copy'") == 0);
}

TEST_CASE("A harmless difference of the schema hides no other fault")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.edit([&](store::Writer& w) {
        w.addCostLine(weekly(child, Money::pounds(900), {day(2025, 1, 1), {}}));
    });
    council.close();
    tamper(council.file, "CREATE INDEX quick ON cost_line (pence);"
                         "UPDATE cost_line SET pence = 1;"
                         "UPDATE audit SET author = 'ben' WHERE sequence = 2");
    council.reopen();
    CHECK(codesOf(council.store->check().faults) ==
          std::vector<std::string>{"check-schema-extra", "check-audit-altered", "check-content"});
}

TEST_CASE("A check that is stopped leaves the rules of the records in force")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.edit([&](store::Writer& w) {
        for (int i = 0; i < 3000; ++i)
            w.addCostLine(weekly(child, Money::pounds(900), {day(2025, 1, 1), {}}));
    });
    std::stop_source stop;
    stop.request_stop();
    council.store->check(stop.get_token());
    CHECK_THROWS(council.edit([&](store::Writer& w) {
        w.addCostLine(weekly(child, Money::pounds(-1), {day(2025, 1, 1), {}}));
    }));
}

TEST_CASE("No undo leaves a store without a framework, even where a step could be undone")
{
    Council council;
    council.edit([&](store::Writer& w) { w.addFramework(smallFramework(2)); }, "a framework");
    council.close();
    // The first one is gone, so the second is all there is.
    tamper(council.file,
           "PRAGMA foreign_keys = OFF;"
           "DELETE FROM need_level WHERE framework = (SELECT min(id) FROM framework);"
           "DELETE FROM framework WHERE version = 1;"
           "DELETE FROM need_domain WHERE framework NOT IN (SELECT id FROM framework);"
           "DELETE FROM need_descriptor WHERE framework NOT IN "
           "(SELECT id FROM framework);"
           "DELETE FROM strength WHERE framework NOT IN (SELECT id FROM framework);"
           "DELETE FROM strength_level WHERE framework NOT IN "
           "(SELECT id FROM framework);"
           "DELETE FROM strength_descriptor WHERE framework NOT IN "
           "(SELECT id FROM framework);"
           "DELETE FROM band WHERE framework NOT IN (SELECT id FROM framework)");
    council.reopen();
    const auto refused = council.store->undo("asha");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.failure().kind.code == "undo-blocked-by-store");
    CHECK(plainEnglish(refused.failure()).find("no needs framework") != std::string::npos);
    council.reopen();
    CHECK(council.store->frameworks().size() == 1);
}
