// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "store/errors.h"

#include "support/catch.h"
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace store_tests;
using store::Access;
using store::OpenState;
using store::Store;

namespace {

// Runs work in a process of its own, where limits and rights can be given up, and gives back the
// text it returns.
std::string inAnotherProcess(const std::function<std::string()>& work)
{
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        std::string text;
        try {
            text = work();
        } catch (const store::WorldError& error) {
            text = error.message().kind.code;
        } catch (const std::exception& error) {
            text = error.what();
        }
        const auto written = ::write(ends[1], text.data(), text.size());
        ::_exit(written == static_cast<ssize_t>(text.size()) ? 0 : 1);
    }
    ::close(ends[1]);
    std::string text;
    char buffer[256];
    for (ssize_t read; (read = ::read(ends[0], buffer, sizeof buffer)) > 0;)
        text.append(buffer, static_cast<std::size_t>(read));
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return text;
}

// Root may write anywhere: be nobody, who owns nothing but the folder.
void giveUpRights()
{
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0))
        throw std::runtime_error("rights were not given up");
}

std::string describe(const store::Opened& opened)
{
    return std::to_string(static_cast<int>(opened.state)) + " " +
           std::string(opened.message.kind.code) + " " +
           (opened.store == nullptr    ? "closed"
            : opened.store->readOnly() ? "read-only"
                                       : "writable");
}

void giveAway(const std::filesystem::path& path)
{
    if (::geteuid() == 0)
        REQUIRE(::chown(path.c_str(), 65534, 65534) == 0);
}

void addLongNotes(Store& store, ChildId child, int count)
{
    store.edit(edit("long notes"), "asha", [&](store::Writer& writer) {
        for (int i = 0; i < count; ++i) {
            Placement p = placement(child, {day(2025, 1, 1), {}});
            p.note = std::string(3000, 'x');
            writer.addPlacement(p);
        }
    });
}

} // namespace

TEST_CASE("In a folder or a file that only lets itself be read a store is opened for reading")
{
    Council council;
    council.child("A1A-001");
    council.close();
    giveAway(council.file);
    giveAway(council.folder.path());
    const auto open = [&] {
        giveUpRights();
        const auto opened = Store::open(council.file);
        return describe(opened) + " " + std::to_string(opened.store->childCount()) + " " +
               std::to_string(opened.store->cohort(day(2026, 3, 31)).size());
    };
    SECTION("folder")
    {
        ::chmod(council.folder.path().c_str(), 0500);
        CHECK(inAnotherProcess(open) == "0 store-cannot-write read-only 1 1");
        ::chmod(council.folder.path().c_str(), 0700);
    }
    SECTION("file")
    {
        ::chmod(council.file.c_str(), 0400);
        CHECK(inAnotherProcess(open) == "0 store-cannot-write read-only 1 1");
    }
    SECTION("a file that does not even let itself be read is refused")
    {
        ::chmod(council.file.c_str(), 0000);
        const auto refused = inAnotherProcess([&] {
            giveUpRights();
            return describe(Store::open(council.file));
        });
        CHECK(refused == "6 store-forbidden closed");
    }
    SECTION("neither")
    {
        CHECK(inAnotherProcess(open) == "0 store-opened writable 1 1");
    }
    SECTION("a new store is refused in such a folder")
    {
        ::chmod(council.folder.path().c_str(), 0500);
        const auto made = inAnotherProcess([&]() -> std::string {
            giveUpRights();
            const auto created = Store::create(council.folder / "new.twelvefold", "Testshire",
                                               smallFramework(), "asha");
            return created.ok() ? "made" : std::string(created.failure().kind.code);
        });
        CHECK(made == "file-not-allowed");
        ::chmod(council.folder.path().c_str(), 0700);
    }
}

TEST_CASE("An edit that a crash cut short is gone when the store is opened again")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.close();
    // Dies in the middle of a large edit, whose first pages have gone to the disk already.
    inAnotherProcess([&]() -> std::string {
        auto opened = Store::open(council.file);
        opened.store->edit(edit(), "asha", [&](store::Writer& writer) {
            for (int i = 0; i < 30000; ++i) {
                Placement p = placement(child, {day(2025, 1, 1), {}});
                p.note = std::string(3000, 'x');
                writer.addPlacement(p);
                Child changed;
                changed.id = child;
                changed.pseudonym = "X" + std::to_string(i);
                writer.updateChild(changed);
            }
            ::_exit(1);
        });
        return {};
    });
    REQUIRE(std::filesystem::exists(council.file.string() + "-journal"));

    SECTION("for writing")
    {
        council.reopen();
    }
    SECTION("for reading")
    {
        council.reopen(Access::readOnly);
    }
    CHECK(council.store->placements(child).empty());
    CHECK(council.store->child(child)->pseudonym == "A1A-001");
    CHECK(council.store->check().sound());
}

TEST_CASE("What a crash left cannot be put right in a folder that only lets itself be read")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.close();
    inAnotherProcess([&]() -> std::string {
        auto opened = Store::open(council.file);
        opened.store->edit(edit(), "asha", [&](store::Writer& writer) {
            for (int i = 0; i < 30000; ++i) {
                Placement p = placement(child, {day(2025, 1, 1), {}});
                p.note = std::string(3000, 'x');
                writer.addPlacement(p);
            }
            ::_exit(1);
        });
        return {};
    });
    giveAway(council.file);
    giveAway(council.file.string() + "-journal");
    giveAway(council.folder.path());
    ::chmod(council.folder.path().c_str(), 0500);
    ::chmod(council.file.c_str(), 0400);
    const auto refused = inAnotherProcess([&] {
        giveUpRights();
        return describe(Store::open(council.file));
    });
    ::chmod(council.folder.path().c_str(), 0700);
    CHECK(refused == "5 store-interrupted closed");
}

TEST_CASE("On a full disk an edit says so and changes nothing")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.close();
    const auto size = std::filesystem::file_size(council.file);
    const auto said = inAnotherProcess([&]() -> std::string {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{size + 200000, size + 200000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        auto opened = Store::open(council.file);
        std::string code;
        try {
            addLongNotes(*opened.store, child, 20000);
        } catch (const store::WorldError& error) {
            code = error.message().kind.code;
        }
        addLongNotes(*opened.store, child, 1); // a small one still fits
        return code + " " + std::to_string(opened.store->placements(child).size());
    });
    CHECK(said == "store-disk-full 1");
    council.reopen();
    CHECK(council.store->placements(child).size() == 1);
    CHECK(council.store->check().sound());
}

TEST_CASE("A backup to a full disk leaves nothing behind")
{
    Council council;
    addLongNotes(*council.store, council.child("A1A-001"), 500);
    council.close();
    const auto copy = council.folder / "copy.twelvefold";
    const auto said = inAnotherProcess([&]() -> std::string {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{200000, 200000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto opened = Store::open(council.file, Access::readOnly);
        const auto done = opened.store->backup(copy);
        return done.ok() ? "done" : std::string(done.failure().kind.code);
    });
    CHECK(said == "store-disk-full");
    CHECK_FALSE(std::filesystem::exists(copy));
    CHECK_FALSE(std::filesystem::exists(copy.string() + ".unfinished"));
}

TEST_CASE("A store that was moved away while it was open says so at the next edit")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    std::filesystem::rename(council.file, council.folder / "elsewhere.twelvefold");
    try {
        addLongNotes(*council.store, child, 1);
        FAIL("written into a file that nobody will find");
    } catch (const store::WorldError& error) {
        CHECK(error.message().kind.code == "store-gone");
    }
    council.close();
    council.file = council.folder / "elsewhere.twelvefold";
    council.reopen();
    CHECK(council.store->placements(child).empty());
}

TEST_CASE("A program that dies without a word does not keep the store locked")
{
    Council council;
    council.close();
    inAnotherProcess([&]() -> std::string {
        auto opened = Store::open(council.file);
        ::_exit(1);
    });
    CHECK(std::filesystem::exists(council.file.string() + ".lock"));
    CHECK(Store::open(council.file).state == OpenState::current);
}

TEST_CASE("A lock is seen from another program")
{
    Council council;
    const auto said = inAnotherProcess([&] { return describe(Store::open(council.file)); });
    CHECK(said == "4 store-locked closed");
    CHECK(Store::open(council.file).state == OpenState::locked); // still ours
}

TEST_CASE("A change that the disk took and did not confirm is not said to be undone")
{
    const auto said = [](int code) {
        return plainEnglish(
            store::worldFault(store::SqlError(code, "disk I/O error"), "a.twelvefold").value());
    };
    CHECK(said(SQLITE_IOERR_WRITE).find("Nothing was changed") != std::string::npos);
    CHECK(said(SQLITE_IOERR_DIR_FSYNC).find("Nothing was changed") == std::string::npos);
    CHECK(said(SQLITE_IOERR_DIR_FSYNC).find("did not confirm") != std::string::npos);
}
