// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "store/connection.h"
#include "store/open.h"

#include "support/catch.h"

#include <fstream>

using namespace store_tests;
using store::Access;
using store::OpenState;
using store::Store;

namespace {

std::filesystem::path written(const std::filesystem::path& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

std::string contents(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Refused in a state, with words that hold a part, and the file left exactly as it was.
void refuses(const std::filesystem::path& path, OpenState state, const std::string& part)
{
    const std::string before = std::filesystem::is_regular_file(path) ? contents(path) : "";
    for (const Access access : {Access::readWrite, Access::readOnly}) {
        const store::Opened opened = Store::open(path, access);
        INFO(plainEnglish(opened.message));
        CHECK(opened.state == state);
        CHECK(opened.store == nullptr);
        CHECK(plainEnglish(opened.message).find(part) != std::string::npos);
        CHECK(plainEnglish(opened.message).find(path.filename().string()) != std::string::npos);
    }
    if (std::filesystem::is_regular_file(path))
        CHECK(contents(path) == before);
    CHECK_FALSE(std::filesystem::exists(path.string() + ".lock"));
    CHECK_FALSE(std::filesystem::exists(path.string() + "-journal"));
}

} // namespace

TEST_CASE("A store that was made is found as it was left")
{
    Council council;
    council.child("A1A-001");
    council.close();
    const store::Opened opened = Store::open(council.file);
    CHECK(opened.state == OpenState::current);
    REQUIRE(opened.store);
    CHECK_FALSE(opened.store->readOnly());
    CHECK(opened.store->childCount() == 1);
    CHECK(opened.store->path() == council.file);
}

TEST_CASE("What is no store is refused with its reason and left alone")
{
    const Folder folder;
    refuses(folder / "nothing.twelvefold", OpenState::missing, "no file");
    std::filesystem::create_directory(folder / "folder.twelvefold");
    refuses(folder / "folder.twelvefold", OpenState::notOurs, "is a folder");
    refuses(written(folder / "empty.twelvefold", ""), OpenState::notOurs, "empty file");
    refuses(
        written(folder / "pdf.twelvefold", "%PDF-1.7\n%\xe2\xe3\xcf\xd3" + std::string(2000, 'x')),
        OpenState::notOurs, "a PDF");
    refuses(written(folder / "csv.twelvefold", "CHILD,DECOM,RNE\n1,01/04/2025,S\n"),
            OpenState::notOurs, "a text file");
    refuses(written(folder / "xlsx.twelvefold", std::string("PK\3\4", 4) + std::string(3000, '\1')),
            OpenState::notOurs, "a workbook");
    refuses(written(folder / "zeros.twelvefold", std::string(5000, '\0')), OpenState::notOurs,
            "another kind");
    refuses(written(folder / "one.twelvefold", "x"), OpenState::notOurs, "a text file");

    tamper(folder / "other.twelvefold", "CREATE TABLE child (id INTEGER PRIMARY KEY)");
    refuses(folder / "other.twelvefold", OpenState::notOurs, "another program");
}

TEST_CASE("A store cut short or overwritten in the middle is damaged")
{
    Council council;
    council.close();
    const std::string whole = contents(council.file);

    SECTION("cut within its first page")
    {
        refuses(written(council.folder / "cut.twelvefold", whole.substr(0, 300)),
                OpenState::damaged, "damaged");
    }
    SECTION("cut half-way")
    {
        refuses(written(council.folder / "cut.twelvefold", whole.substr(0, whole.size() / 2)),
                OpenState::damaged, "damaged");
    }
    SECTION("overwritten")
    {
        std::string spoilt = whole;
        std::fill(spoilt.begin() + 4096, spoilt.begin() + 4096 * 20, '\xff');
        refuses(written(council.folder / "spoilt.twelvefold", spoilt), OpenState::damaged,
                "damaged");
    }
    SECTION("without one of its tables")
    {
        tamper(council.file, "DROP TABLE outcome");
        refuses(council.file, OpenState::damaged, "outcome");
    }
}

TEST_CASE("A store of a later version is opened for reading only")
{
    Council council;
    council.child("A1A-001");
    council.close();
    tamper(council.file, "CREATE TABLE later (id INTEGER PRIMARY KEY); PRAGMA user_version = 99");
    const store::Opened opened = Store::open(council.file);
    CHECK(opened.state == OpenState::newer);
    REQUIRE(opened.store);
    CHECK(opened.store->readOnly());
    CHECK(opened.store->childCount() == 1);
    CHECK_THROWS_AS(opened.store->edit(edit(), "asha", [](store::Writer& w) { w.addChild({}); }),
                    store::WorldError);
}

TEST_CASE("A store of an earlier version is copied beside itself and brought up to date")
{
    Council council;
    council.child("A1A-001");
    council.close();
    std::vector<store::Migration> steps = store::migrations();
    const auto version = std::to_string(steps.size());
    steps.push_back({"next", "ALTER TABLE child ADD COLUMN favourite_colour TEXT;"
                             "CREATE TABLE colour (id INTEGER PRIMARY KEY) STRICT;"});
    const auto copy =
        council.folder / ("council before upgrade from version " + version + ".twelvefold");

    SECTION("with a copy of what it was")
    {
        const store::Opened opened = store::openStore(council.file, Access::readWrite, steps);
        CHECK(opened.state == OpenState::upgraded);
        REQUIRE(opened.store);
        CHECK(opened.store->childCount() == 1);
        CHECK_FALSE(opened.store->nextUndo()); // a changeset does not reach across versions
        CHECK(plainEnglish(opened.message).find(copy.filename().string()) != std::string::npos);
        CHECK(Store::open(copy, Access::readOnly).state == OpenState::current);
    }
    SECTION("again, without touching the first copy")
    {
        written(copy, "kept by somebody");
        CHECK(store::openStore(council.file, Access::readWrite, steps).state ==
              OpenState::upgraded);
        CHECK(contents(copy) == "kept by somebody");
        CHECK(store::openStore(council.file, Access::readWrite, steps).state == OpenState::current);
    }
    SECTION("only in memory when it is opened for reading")
    {
        const std::string before = contents(council.file);
        const store::Opened opened = store::openStore(council.file, Access::readOnly, steps);
        REQUIRE(opened.store);
        CHECK(opened.store->readOnly());
        CHECK(opened.store->childCount() == 1);
        CHECK(contents(council.file) == before);
        CHECK_FALSE(std::filesystem::exists(copy));
    }
    SECTION("or left as it was when a step fails")
    {
        steps.push_back({"broken", "CREATE TABLE good (id INTEGER PRIMARY KEY); CREATE NONSENSE;"});
        const store::Opened opened = store::openStore(council.file, Access::readWrite, steps);
        CHECK(opened.store == nullptr);
        steps.pop_back();
        CHECK(store::openStore(council.file, Access::readWrite, steps).store);
    }
    SECTION("and no copy is left of what a step failed to bring up, however often")
    {
        steps.back() = {"broken", "CREATE TABLE good (id INTEGER PRIMARY KEY); CREATE NONSENSE;"};
        for (int i = 0; i < 3; ++i)
            CHECK(store::openStore(council.file, Access::readWrite, steps).store == nullptr);
        CHECK_FALSE(std::filesystem::exists(copy));
        CHECK(Store::open(council.file).state == OpenState::current);
    }
}

TEST_CASE("In a store of any earlier version questions can be put aside, undone and done again")
{
    const Folder folder;
    const auto file = folder / "old.twelvefold";
    makeOldStore(file, GENERATE(1U, 2U, 3U));
    CHECK(Store::open(file, Access::readOnly).store->putAsides().empty());
    store::Opened opened = Store::open(file);
    INFO(plainEnglish(opened.message));
    REQUIRE(opened.state == OpenState::upgraded);
    Store& store = *opened.store;
    CHECK(store.putAsides().empty());
    CHECK(store.check().sound());
    store.edit(edit(), "asha", [](store::Writer& writer) {
        Child child;
        child.pseudonym = "A1A-001";
        writer.addPutAside(putAside(writer.addChild(child), day(2026, 3, 31)));
    });
    const auto aside = store.putAsides();
    CHECK(aside.size() == 1);
    REQUIRE(store.undo("asha").ok());
    CHECK(store.putAsides().empty());
    CHECK(store.check().sound());
    REQUIRE(store.redo("asha").ok());
    CHECK(store.check().sound());
    opened.store.reset();
    const store::Opened again = Store::open(file);
    CHECK(again.state == OpenState::current);
    CHECK(again.store->putAsides() == aside);
}

TEST_CASE("A store that somebody writes to is locked for others, who may read it")
{
    Council council;
    council.child("A1A-001");
    const store::Opened second = Store::open(council.file);
    CHECK(second.state == OpenState::locked);
    CHECK(second.store == nullptr);
    CHECK(plainEnglish(second.message).find(" since 2") != std::string::npos); // who, since when

    const store::Opened reader = Store::open(council.file, Access::readOnly);
    CHECK(reader.state == OpenState::current);
    REQUIRE(reader.store);
    CHECK(reader.store->readOnly());
    CHECK(reader.store->childCount() == 1);
    council.child("B1A-001");
    CHECK(reader.store->childCount() == 2);
    try {
        reader.store->edit(edit(), "ben", [](store::Writer& w) { w.addChild({}); });
        FAIL("a reader wrote");
    } catch (const store::WorldError& error) {
        CHECK(error.message().kind.code == "store-opened-read-only");
    }

    std::filesystem::create_symlink(council.file, council.folder / "link.twelvefold");
    CHECK(Store::open(council.folder / "link.twelvefold").state == OpenState::locked);

    council.close();
    CHECK_FALSE(std::filesystem::exists(council.file.string() + ".lock"));
    CHECK(Store::open(council.file).state == OpenState::current);
}

TEST_CASE("A store keeps to one file, also after another program gave it a write-ahead log")
{
    Council council;
    council.close();
    tamper(council.file, "PRAGMA journal_mode = WAL; UPDATE about SET value = value");
    {
        const store::Opened opened = Store::open(council.file);
        CHECK(opened.state == OpenState::oneFileAgain);
        CHECK(opened.message.kind.code == "store-one-file-again");
    }
    CHECK(Store::open(council.file).state == OpenState::current);
    council.reopen();
    council.child("A1A-001");
    CHECK_FALSE(std::filesystem::exists(council.file.string() + "-wal"));
    CHECK(contents(council.file)[18] == '\1'); // the header's mark of a rollback journal
}

TEST_CASE("The mark that a crashed program left holds nobody up")
{
    Council council;
    council.close();
    written(council.file.string() + ".lock", "ghost on machine\n2020-01-01T00:00:00Z\n");
    CHECK(Store::open(council.file).state == OpenState::current);
}

TEST_CASE("A new store is its owner's alone and never replaces a file")
{
    const Folder folder;
    const auto path = folder / "new.twelvefold";
    {
        auto made = Store::create(path, "Testshire", smallFramework(), "asha");
        REQUIRE(made.ok());
        (*made)->edit(edit(), "asha", [](store::Writer& w) { w.addChild({}); });
    }
    using std::filesystem::perms;
    const auto others = perms::group_all | perms::others_all;
    CHECK((std::filesystem::status(path).permissions() & others) == perms::none);

    const std::string before = contents(path);
    auto again = Store::create(path, "Otherton", smallFramework(), "asha");
    REQUIRE_FALSE(again.ok());
    CHECK(again.failure().kind.code == "file-exists");
    CHECK(contents(path) == before);

    std::filesystem::create_symlink(folder / "elsewhere", folder / "link.twelvefold");
    CHECK_FALSE(
        Store::create(folder / "link.twelvefold", "Otherton", smallFramework(), "asha").ok());
    CHECK_FALSE(std::filesystem::exists(folder / "elsewhere"));

    const auto nowhere = Store::create(folder / "no folder" / "new.twelvefold", "Otherton",
                                       smallFramework(), "asha");
    REQUIRE_FALSE(nowhere.ok());
    CHECK(nowhere.failure().kind.code == "folder-missing");
}

TEST_CASE("Nothing is lost of a write-ahead log that another program left or still keeps")
{
    Council council;
    council.close();
    auto other = std::make_unique<store::Connection>(council.file, SQLITE_OPEN_READWRITE);
    other->run("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;"
               "INSERT INTO about (key, value) VALUES ('only in the log', 'x')");
    SECTION("while it has the store open, that is said, and it can be read")
    {
        const store::Opened opened = Store::open(council.file);
        CHECK(opened.state == OpenState::locked);
        CHECK(opened.message.kind.code == "store-log-in-use");
        CHECK(Store::open(council.file, Access::readOnly).store != nullptr);
    }
    SECTION("left behind by a kill, all of it is taken in")
    {
        const auto left = council.folder / "left.twelvefold";
        std::filesystem::copy_file(council.file, left);
        std::filesystem::copy_file(council.file.string() + "-wal", left.string() + "-wal");
        CHECK(Store::open(left).state == OpenState::oneFileAgain);
        store::Connection read(left, SQLITE_OPEN_READONLY);
        CHECK(read.number("SELECT count(*) FROM about WHERE key = 'only in the log'") == 1);
        CHECK_FALSE(std::filesystem::exists(left.string() + "-wal"));
    }
}

TEST_CASE("A number of the version that was altered is no reason to bring a store up")
{
    Council council;
    council.close();
    for (const char* number : {"1", "0", "-5"}) {
        tamper(council.file, std::string("PRAGMA user_version = ") + number);
        refuses(council.file, OpenState::damaged, "that number was altered");
        std::size_t files = 0; // no copy from before an upgrade
        for ([[maybe_unused]] const auto& entry :
             std::filesystem::directory_iterator(council.folder.path()))
            ++files;
        CHECK(files == 1);
    }
}

TEST_CASE("A store of two names is not written to, since a journal lies beside one of them alone")
{
    Council council;
    council.child("A1A-001");
    council.close();
    const auto other = council.folder / "other.twelvefold";
    std::filesystem::create_hard_link(council.file, other);
    for (const auto& name : {council.file, other}) {
        const store::Opened opened = Store::open(name);
        REQUIRE(opened.store);
        CHECK(opened.store->readOnly());
        CHECK(plainEnglish(opened.message).find("has another name") != std::string::npos);
    }
    std::filesystem::remove(other);
    CHECK_FALSE(Store::open(council.file).store->readOnly());
}

TEST_CASE("Another store's write-ahead log beside a store is named, and never read for its records")
{
    Council council;
    council.child("A1A-001");
    council.close();
    const std::string log = council.file.string() + "-wal";
    {
        Council another;
        another.close();
        store::Connection writer(another.file, SQLITE_OPEN_READWRITE);
        writer.run("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0");
        writer.run("DELETE FROM kind_period; UPDATE about SET value = 'Elsewhere'");
        std::filesystem::copy_file(another.file.string() + "-wal", log);
    }
    refuses(council.file, OpenState::damaged, "a write-ahead log that does not belong to it");
    CHECK_FALSE(std::filesystem::exists(council.file.string() + "-shm"));
    std::filesystem::remove(log);
    CHECK(Store::open(council.file).store->childCount() == 1);
}

TEST_CASE("What a killed program left beside a store goes when that store is opened")
{
    Council council;
    council.close();
    const auto left =
        council.folder / ("." + council.file.filename().string() + ".0123456789abcdef.unfinished");
    const auto another = council.folder / ".report.pdf.0123456789abcdef.unfinished";
    for (const auto& path : {left, std::filesystem::path(left.string() + "-journal"), another})
        written(path, "half a store");
    CHECK(Store::open(council.file).state == OpenState::current);
    CHECK_FALSE(std::filesystem::exists(left));
    CHECK_FALSE(std::filesystem::exists(left.string() + "-journal"));
    CHECK_FALSE(std::filesystem::exists(another));
}
