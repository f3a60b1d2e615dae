// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "store/copies.h"

#include "support/catch.h"

#include <fstream>

using namespace store_tests;
using store::Store;

namespace {

// That a record is not what the audit says is the same for all of them.
std::vector<std::string> codesOf(const std::vector<store::CheckFault>& faults)
{
    std::vector<std::string> codes;
    for (const store::CheckFault& fault : faults) {
        if (fault.message.kind.code != "check-content")
            codes.emplace_back(fault.message.kind.code);
    }
    return codes;
}

std::vector<std::string> faultsAfter(Council& council, const std::string& sql)
{
    council.close();
    tamper(council.file, sql);
    council.reopen();
    return codesOf(council.store->check().faults);
}

} // namespace

TEST_CASE("A backup is a complete store that belongs to its owner alone")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.assess(child, day(2025, 1, 1), "123");
    const auto copy = council.folder / "backup.twelvefold";
    REQUIRE(council.store->backup(copy).ok());
    council.child("B1A-001"); // the original goes on

    const auto opened = Store::open(copy, store::Access::readOnly);
    REQUIRE(opened.store);
    CHECK(opened.store->childCount() == 1);
    CHECK(opened.store->assessments(child).size() == 1);
    CHECK(opened.store->check().sound());
    using std::filesystem::perms;
    CHECK((std::filesystem::status(copy).permissions() & (perms::group_all | perms::others_all)) ==
          perms::none);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry :
         std::filesystem::directory_iterator(council.folder.path()))
        ++files;
    CHECK(files == 3); // the store, its lock and the copy: nothing unfinished
}

TEST_CASE("A backup never replaces a file and says when it cannot be made")
{
    Council council;
    std::ofstream(council.folder / "there.twelvefold") << "precious";
    const auto refused = council.store->backup(council.folder / "there.twelvefold");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.failure().kind.code == "file-exists");
    CHECK(std::filesystem::file_size(council.folder / "there.twelvefold") == 8);
    CHECK(council.store->backup(council.file).failure().kind.code == "file-exists");
    CHECK(
        council.store->backup(council.folder / "no folder" / "x.twelvefold").failure().kind.code ==
        "folder-missing");
}

TEST_CASE("A store is restored from a backup that is sound, to a new name")
{
    Council council;
    council.child("A1A-001");
    const auto copy = council.folder / "backup.twelvefold";
    const auto back = council.folder / "restored.twelvefold";
    REQUIRE(council.store->backup(copy).ok());

    REQUIRE(Store::restore(copy, back).ok());
    council.file = back;
    council.reopen();
    CHECK(council.store->childCount() == 1);
    CHECK(council.store->check().sound());
    council.child("B1A-001");
    council.close();

    CHECK(Store::restore(copy, back).failure().kind.code == "file-exists");
    council.reopen();
    CHECK(council.store->childCount() == 2);
}

TEST_CASE("A backup takes the place of an earlier one of the same store and of nothing else")
{
    using Existing = Store::Existing;
    Council council;
    council.child("A1A-001");
    const auto copy = council.folder / "backup.twelvefold";
    REQUIRE(council.store->backup(copy, Existing::replaced).ok()); // where nothing is
    council.child("B1A-001");
    const auto code = [&](const std::filesystem::path& to) {
        const auto done = council.store->backup(to, Existing::replaced);
        return done.ok() ? std::string() : std::string(done.failure().kind.code);
    };
    CHECK(code(copy).empty());
    CHECK(Store::open(copy, store::Access::readOnly).store->childCount() == 2);

    SECTION("not of another store's")
    {
        Council other;
        REQUIRE(other.store->backup(council.folder / "other.twelvefold").ok());
        CHECK(code(council.folder / "other.twelvefold") == "backup-replaces-no-backup");
    }
    SECTION("not of a store restored from one, nor of the store itself")
    {
        const auto restored = council.folder / "restored.twelvefold";
        REQUIRE(Store::restore(copy, restored).ok());
        CHECK(code(restored) == "backup-replaces-no-backup");
        CHECK(code(council.file) == "backup-replaces-no-backup");
    }
    SECTION("not of one that somebody has worked in")
    {
        REQUIRE(Store::open(copy).store);
        CHECK(code(copy) == "backup-replaces-no-backup");
    }
    SECTION("not of any other file")
    {
        std::ofstream(council.folder / "text.twelvefold") << "precious";
        CHECK(code(council.folder / "text.twelvefold") == "backup-replaces-no-backup");
        CHECK(std::filesystem::file_size(council.folder / "text.twelvefold") == 8);
    }
    SECTION("not of a sound one where the store has faults")
    {
        council.close();
        tamper(council.file, "UPDATE audit SET author = 'ben' WHERE sequence = 2");
        council.reopen();
        CHECK(code(copy) == "backup-replaces-sound-one");
        CHECK(Store::open(copy, store::Access::readOnly).store->check().sound());
    }
}

TEST_CASE("While a backup is replaced nobody can begin to work in it")
{
    Council council;
    council.child("A1A-001");
    const auto copy = council.folder / "backup.twelvefold";
    REQUIRE(council.store->backup(copy).ok());
    store::Connection file(council.file, SQLITE_OPEN_READONLY);
    const auto replaced = [&](const store::WhyNot& meanwhile) {
        const auto done = store::replaceByCopy(file, copy, store::Copy::backup, meanwhile);
        return done.ok() ? std::string() : std::string(done.failure().kind.code);
    };
    CHECK(replaced([&]() -> std::optional<Message> {
              CHECK(Store::open(copy).state == store::OpenState::locked);
              return std::nullopt;
          }).empty());
    REQUIRE(Store::open(copy).store);

    const auto worked = Store::open(copy);
    CHECK(replaced([] { return std::optional<Message>(); }) == "backup-replaces-no-backup");
}

TEST_CASE("A backup is not made beside a journal that would be rolled back into it")
{
    Council council;
    const auto copy = council.folder / "backup.twelvefold";
    std::ofstream(copy.string() + "-journal") << "left behind";
    CHECK(council.store->backup(copy).failure().kind.code == "file-has-a-journal");
    CHECK_FALSE(std::filesystem::exists(copy));
    CHECK(std::filesystem::exists(copy.string() + "-journal"));
}

TEST_CASE("A faulty backup, or what is none, is not restored")
{
    Council council;
    council.child("A1A-001");
    const auto copy = council.folder / "backup.twelvefold";
    const auto back = council.folder / "restored.twelvefold";
    REQUIRE(council.store->backup(copy).ok());
    const auto refused = [&](const std::filesystem::path& from) {
        const auto done = Store::restore(from, back);
        CHECK_FALSE(std::filesystem::exists(back));
        return done.ok() ? std::string() : std::string(done.failure().kind.code);
    };
    tamper(copy, "UPDATE audit SET author = 'ben' WHERE sequence = 2");
    CHECK(refused(copy) == "restore-faulty-backup");
    tamper(copy, "PRAGMA user_version = 99");
    CHECK(refused(copy) == "restore-newer-backup");
    std::filesystem::resize_file(copy, 8192);
    CHECK(refused(copy) == "store-damaged-on-opening");
    CHECK(refused(council.folder / "none.twelvefold") == "store-missing");
    std::ofstream(council.folder / "text.twelvefold") << "CHILD,DECOM\n";
    CHECK(refused(council.folder / "text.twelvefold") == "store-not-a-store");
}

TEST_CASE("A check finds records that cannot be")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    const ChildId other = council.child("B1A-001");
    council.assess(child, day(2025, 1, 1), "123");
    council.edit([&](store::Writer& w) {
        w.addPlacement(placement(child, {day(2024, 1, 1), day(2025, 1, 1)}));
        w.addPlacement(placement(child, {day(2025, 1, 1), std::nullopt})); // meets, no overlap
        CostLine line = weekly(child, Money::pounds(1), {day(2025, 1, 1), {}});
        line.placement = w.addPlacement(placement(other, {day(2025, 1, 1), std::nullopt}));
        line.child = other;
        w.addCostLine(line);
    });
    CHECK(council.store->check().sound());
    using Codes = std::vector<std::string>;
    const std::string id = std::to_string(child.value);

    SECTION("a profile of the wrong length")
    {
        CHECK(faultsAfter(council, "UPDATE assessment SET profile = '12'") ==
              Codes{"check-profile-length"});
    }
    SECTION("a level that the framework does not have")
    {
        CHECK(faultsAfter(council, "UPDATE assessment SET profile = '125'") ==
              Codes{"check-profile-level"});
    }
    SECTION("strengths that do not fit")
    {
        CHECK(faultsAfter(council, "UPDATE assessment SET strengths = '9'") ==
              Codes{"check-strengths"});
    }
    SECTION("placements at the same time")
    {
        Placement first = council.store->placements(child).back();
        first.period.end.reset();
        council.edit([&](store::Writer& w) { w.updatePlacement(first); });
        const store::CheckReport report = council.store->check();
        CHECK(report.sound()); // as it was entered: something to look at, no fault of the store
        CHECK(codesOf(report.notes) == Codes{"check-placements-overlap"});
    }
    SECTION("a cost line of one child for the placement of another")
    {
        CHECK(faultsAfter(council, "UPDATE cost_line SET child = " + id) ==
              Codes{"check-cost-of-other-child"});
    }
    SECTION("a record that refers to one that is gone")
    {
        CHECK(faultsAfter(council, "PRAGMA foreign_keys = OFF; DELETE FROM kind_period; "
                                   "DELETE FROM child WHERE id = " +
                                       std::to_string(other.value)) ==
              Codes{"check-reference", "check-reference"});
    }
    SECTION("a value that its column does not allow")
    {
        const auto codes = faultsAfter(council, "PRAGMA ignore_check_constraints = ON; "
                                                "UPDATE cost_line SET pence = -5");
        CHECK(codes == Codes{"check-constraint"});
    }
}

TEST_CASE("A check stops when asked to")
{
    Council council;
    council.child("A1A-001");
    std::stop_source source;
    source.request_stop();
    CHECK(council.store->check(source.get_token()).sound());
    CHECK(council.store->childCount() == 1); // and the store goes on
}

TEST_CASE("A check names a number of the version that was altered")
{
    Council council;
    council.child("A1A-001");
    council.close();
    tamper(council.file, "PRAGMA user_version = 99");
    const auto opened = Store::open(council.file, store::Access::readOnly);
    REQUIRE(opened.store);
    const store::CheckReport report = opened.store->check();
    CHECK(codesOf(report.faults) == std::vector<std::string>{"check-version"});
    CHECK_FALSE(report.sound());
}

TEST_CASE("A check does not call a store sound whose records only a later version knows")
{
    Council council;
    council.close();
    tamper(council.file, "CREATE TABLE later (id INTEGER PRIMARY KEY); PRAGMA user_version = 99");
    const auto opened = Store::open(council.file, store::Access::readOnly);
    REQUIRE(opened.store);
    const store::CheckReport report = opened.store->check();
    CHECK(report.faults.empty());
    REQUIRE(report.notExamined);
    CHECK(report.notExamined->kind.code == "check-later-version");
    CHECK_FALSE(report.sound());
}

TEST_CASE("A check names what was altered of how many entries the audit has had")
{
    Council council;
    council.child("A1A-001");
    SECTION("fewer than there are")
    {
        CHECK(faultsAfter(council, "UPDATE sqlite_sequence SET seq = 1") ==
              std::vector<std::string>{"check-audit-sequence"});
    }
    SECTION("more than there are")
    {
        CHECK(faultsAfter(council, "UPDATE sqlite_sequence SET seq = 99") ==
              std::vector<std::string>{"check-audit-tail-dropped"});
    }
    SECTION("no number")
    {
        CHECK(faultsAfter(council, "UPDATE sqlite_sequence SET seq = seq || 'x'") ==
              std::vector<std::string>{"check-audit-sequence"});
    }
    SECTION("twice")
    {
        CHECK(faultsAfter(council, "INSERT INTO sqlite_sequence VALUES ('audit', 7)") ==
              std::vector<std::string>{"check-audit-sequence"});
    }
    SECTION("of another table")
    {
        CHECK(faultsAfter(council, "INSERT INTO sqlite_sequence VALUES ('child', 7)") ==
              std::vector<std::string>{"check-audit-sequence"});
    }
    SECTION("not at all")
    {
        CHECK(faultsAfter(council, "DELETE FROM sqlite_sequence") ==
              std::vector<std::string>{"check-audit-sequence"});
    }
}

TEST_CASE(
    "A check names a write-ahead log that another program gave the store, and a copy has none")
{
    Council council;
    council.child("A1A-001");
    council.close();
    tamper(council.file, "PRAGMA journal_mode = WAL; UPDATE about SET value = value");
    const auto opened = Store::open(council.file, store::Access::readOnly);
    REQUIRE(opened.store);
    const store::CheckReport report = opened.store->check();
    CHECK(report.sound());
    REQUIRE(report.notes.size() == 1);
    CHECK(report.notes.front().message.kind.code == "check-log");
    CHECK(Store::checkAside(council.file).notes.size() == 1);

    const auto copy = council.folder / "backup.twelvefold";
    REQUIRE(opened.store->backup(copy).ok());
    CHECK(Store::open(copy, store::Access::readOnly).store->check().notes.empty());
    const auto restored = council.folder / "restored.twelvefold";
    REQUIRE(Store::restore(council.file, restored).ok());
    const auto back = Store::open(restored);
    CHECK(back.state == store::OpenState::current);
    REQUIRE(back.store);
    CHECK(back.store->childCount() == 1);
}
