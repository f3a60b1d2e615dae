// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/output_file.h"
#include "files/unfinished.h"
#include "files/writer_lock.h"
#include "support/scratch_folder.h"

#include "support/catch.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <thread>

using namespace twelvefold;
using files::OutputFile;
using files::Over;
using tests::ScratchFolder;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary) << text;
}

std::string textOf(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// "", or the code of what was said instead of writing.
std::string refusal(const fs::path& name, const OutputFile::Inputs& inputs = {},
                    Over over = Over::ordinaryFiles)
{
    auto file = OutputFile::begin(name, inputs, over);
    if (!file)
        return std::string(file.failure().kind.code);
    file->write("new");
    const auto done = file->commit();
    return done ? std::string() : std::string(done.failure().kind.code);
}

const std::string kSqlite = std::string("SQLite format 3\0", 16) + std::string(84, '\0');

unsigned modeOf(const fs::path& path)
{
    struct stat status
    {
    };
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}

struct Umask
{
    explicit Umask(unsigned mask) : before(::umask(mask)) {}
    ~Umask() { ::umask(before); }
    mode_t before;
};

} // namespace

TEST_CASE("A file appears whole when it is committed, and only then")
{
    const ScratchFolder folder;
    const auto target = folder / "report.csv";
    put(target, "old");
    {
        auto file = OutputFile::begin(target);
        REQUIRE(file);
        CHECK(file->write("half"));
        CHECK(textOf(target) == "old");
        CHECK(file->path().parent_path() == target.parent_path());
    } // given up
    CHECK(textOf(target) == "old");
    CHECK(folder.names() == std::set<std::string>{"report.csv"});

    const std::string long_(300'000, 'x');
    REQUIRE(files::writeFile(target, long_));
    CHECK(textOf(target) == long_);
    CHECK(folder.names() == std::set<std::string>{"report.csv"});
}

TEST_CASE("A file is its owner's alone from its first byte, whatever the umask and the old file")
{
    const ScratchFolder folder;
    const auto target = folder / "cohort.csv";
    put(target, "old");
    ::chmod(target.c_str(), 0666);
    const Umask umask(GENERATE(0U, 022U, 0777U));
    auto file = OutputFile::begin(target);
    REQUIRE(file);
    CHECK(modeOf(file->path()) == 0600);
    file->write("new");
    REQUIRE(file->commit());
    CHECK(modeOf(target) == 0600);
}

TEST_CASE("Stores, backups and their parts are never replaced")
{
    const ScratchFolder folder;
    const auto keeps = [&](const std::string& name, const std::string& text,
                           const std::string& code) {
        INFO(name);
        put(folder / name, text);
        CHECK(refusal(folder / name) == code);
        CHECK(textOf(folder / name) == text);
    };
    keeps("council.twelvefold", kSqlite, "file-is-a-store");
    keeps("damaged.twelvefold", "the header is gone", "file-is-a-store");
    keeps("COUNCIL.TWELVEFOLD", "", "file-is-a-store");
    keeps("backup", kSqlite, "file-is-a-store");
    keeps("backup.csv", kSqlite, "file-is-a-store");
    keeps("backup-journal", "x", "file-is-a-journal");
    keeps("council.twelvefold-journal", "x", "file-is-a-journal");
    keeps("council.twelvefold-wal", "x", "file-is-a-journal");
    keeps("council.twelvefold.lock", "x", "file-is-a-journal");
    keeps("elsewhere", std::string("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8) + "x",
          "file-is-a-journal");
    CHECK(refusal(folder / "none.twelvefold-journal") == "file-is-a-journal");
    CHECK(refusal(folder / "new.twelvefold") == "file-named-like-a-store");
    CHECK_FALSE(fs::exists(folder / "new.twelvefold"));

    // Nor by another name.
    fs::create_symlink("backup.csv", folder / "link.csv");
    fs::create_hard_link(folder / "backup.csv", folder / "hard.csv");
    CHECK(refusal(folder / "link.csv") == "file-is-a-store");
    CHECK(refusal(folder / "hard.csv") == "file-is-a-store");
}

TEST_CASE("A store in use is told by its lock and not looked into")
{
    const ScratchFolder folder;
    put(folder / "odd name", "no database begins so");
    const auto attempt = files::WriterLock::take(folder / "odd name");
    REQUIRE(attempt.lock);
    CHECK(refusal(folder / "odd name") == "file-is-a-store");
}

TEST_CASE("The command's own inputs are never replaced, by whatever name")
{
    const ScratchFolder folder;
    put(folder / "in.csv", "rows");
    fs::create_symlink("in.csv", folder / "link.csv");
    fs::create_hard_link(folder / "in.csv", folder / "hard.csv");
    for (const char* name : {"in.csv", "link.csv", "hard.csv", "./in.csv"})
        CHECK(refusal(folder / name, {folder / "in.csv"}) == "file-is-an-input");
    CHECK(textOf(folder / "in.csv") == "rows");
    CHECK(refusal(folder / "other.csv", {folder / "in.csv", folder / "gone"}).empty());
}

TEST_CASE("Folders, devices, pipes and sockets are refused in a sentence each")
{
    const ScratchFolder folder;
    fs::create_directory(folder / "sub");
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    const int listening = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    (folder / "s").string().copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(::bind(listening, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    ::close(listening);
    fs::create_symlink("/dev/null", folder / "null.csv");

    CHECK(refusal(folder / "sub") == "file-is-a-folder");
    CHECK(refusal(folder / "sub" / "") == "file-is-a-folder");
    CHECK(refusal(folder / "pipe") == "file-is-a-device");
    CHECK(refusal(folder / "s") == "file-is-a-device");
    CHECK(refusal(folder / "null.csv") == "file-is-a-device");
    CHECK(refusal("/dev/null") == "file-is-a-device");
    CHECK(refusal("") == "file-is-a-folder");
    CHECK(refusal(folder / "no folder" / "x.csv") == "folder-missing");
    CHECK(refusal(folder / (std::string(300, 'x') + ".csv")) == "file-name-too-long");
    fs::create_symlink("b", folder / "a");
    fs::create_symlink("a", folder / "b");
    CHECK(refusal(folder / "a") == "file-link-loop");
    CHECK(refusal(folder / "a" / "x.csv") == "file-link-loop");
}

TEST_CASE("A link stays and what it leads to is replaced, a link to nothing is refused")
{
    const ScratchFolder folder;
    fs::create_directory(folder / "shared");
    put(folder / "shared" / "current.csv", "old");
    fs::create_symlink("shared/current.csv", folder / "report.csv");
    CHECK(refusal(folder / "report.csv").empty());
    CHECK(fs::is_symlink(folder / "report.csv"));
    CHECK(textOf(folder / "shared" / "current.csv") == "new");

    fs::create_symlink("nowhere.csv", folder / "dangling.csv");
    CHECK(refusal(folder / "dangling.csv") == "file-is-a-dangling-link");
    CHECK(refusal(folder / "dangling.csv", {}, Over::nothing) == "file-is-a-dangling-link");
    CHECK(fs::is_symlink(folder / "dangling.csv"));
    CHECK_FALSE(fs::exists(folder / "nowhere.csv"));
}

TEST_CASE("Names of any bytes and of any length that the disk takes are written")
{
    const ScratchFolder folder;
    for (const std::string& name : {std::string("a#b%20'?.csv"), std::string("\xff\xfe.csv"),
                                    std::string(255, 'x'), std::string("-rf"), std::string(" ")}) {
        CHECK(refusal(folder / name).empty());
        CHECK(textOf(folder / name) == "new");
    }
}

TEST_CASE("Where nothing may be replaced, exactly one of two wins")
{
    const ScratchFolder folder;
    const auto target = folder / "copy.twelvefold";
    auto first = OutputFile::begin(target, {}, Over::nothing);
    auto second = OutputFile::begin(target, {}, Over::nothing);
    REQUIRE(first);
    REQUIRE(second);
    first->write("first");
    second->write("second");
    REQUIRE(second->commit());
    const auto late = first->commit();
    REQUIRE_FALSE(late);
    CHECK(late.failure().kind.code == "file-exists");
    CHECK(textOf(target) == "second");
    CHECK(refusal(target, {}, Over::nothing) == "file-exists");

    std::atomic<int> won{0};
    std::vector<std::thread> racers;
    for (int i = 0; i < 8; ++i)
        racers.emplace_back([&] {
            if (refusal(folder / "race", {}, Over::nothing).empty())
                ++won;
        });
    for (std::thread& racer : racers)
        racer.join();
    CHECK(won == 1);
}

TEST_CASE("A copy that may be replaced is left as it is when somebody wrote to it meanwhile")
{
    const ScratchFolder folder;
    const auto target = folder / "copy.twelvefold";
    put(target, "the old copy");
    const auto late = [&](const std::function<void()>& meanwhile) {
        auto file = OutputFile::begin(target, {}, Over::aCopy);
        REQUIRE(file);
        file->write("the new copy");
        meanwhile();
        const auto done = file->commit();
        return done ? std::string() : std::string(done.failure().kind.code);
    };
    CHECK(late([&] { put(target, "worked in!!!"); }) == "file-written-meanwhile");
    CHECK(textOf(target) == "worked in!!!");
    CHECK(late([&] {
              put(folder / "another", "worked in!!!");
              fs::rename(folder / "another", target);
          }) == "file-written-meanwhile");
    CHECK(late([] {}).empty());
    CHECK(textOf(target) == "the new copy");

    fs::remove(target); // where nothing was, nothing is replaced
    CHECK(late([&] { put(target, "somebody's"); }) == "file-written-meanwhile");
    CHECK(textOf(target) == "somebody's");
    fs::remove(target);
    CHECK(late([] {}).empty());
}

TEST_CASE("A store is not made where a journal lies beside its name")
{
    const ScratchFolder folder;
    for (const char* ending : {"-journal", "-wal", "-shm"}) {
        const std::string name = std::string("new") + ending[1] + ".twelvefold";
        put(folder / (name + ending), "left behind");
        CHECK(refusal(folder / name, {}, Over::nothing) == "file-has-a-journal");
        CHECK(refusal(folder / name, {}, Over::aCopy) == "file-has-a-journal");
        CHECK_FALSE(fs::exists(folder / name));
        CHECK(textOf(folder / (name + ending)) == "left behind");
    }
}

TEST_CASE("What was begun is refused at the end if something precious came in between")
{
    const ScratchFolder folder;
    auto file = OutputFile::begin(folder / "x.csv");
    REQUIRE(file);
    file->write("new");
    put(folder / "x.csv", kSqlite);
    const auto done = file->commit();
    REQUIRE_FALSE(done);
    CHECK(done.failure().kind.code == "file-is-a-store");
    CHECK(textOf(folder / "x.csv") == kSqlite);
}

TEST_CASE("What a killed program left behind goes with the next write beside it, what lives stays")
{
    const ScratchFolder folder;
    auto living = OutputFile::begin(folder / "x.csv");
    REQUIRE(living);
    const std::string dead = ".x.csv.0123456789abcdef.unfinished";
    put(folder / dead, "half");
    put(folder / (dead + "-journal"), "half");
    put(folder / ".x.csv.notes.unfinished", "somebody's own");
    put(folder / ".report.pdf.0123456789abcdef.unfinished", "half a report of another name");
    put(folder / ".0123456789abcdef.unfinished", "somebody's own");
    put(folder / "x.csv.0123456789abcdef.unfinished", "somebody's own");
    put(folder / ".x.csv.0123456789abcdeg.unfinished", "somebody's own");
    CHECK(refusal(folder / "x.csv").empty());
    CHECK(folder.names() == std::set<std::string>{"x.csv", ".x.csv.notes.unfinished",
                                                  ".0123456789abcdef.unfinished",
                                                  "x.csv.0123456789abcdef.unfinished",
                                                  ".x.csv.0123456789abcdeg.unfinished",
                                                  living->path().filename().string()});
    living->write("later");
    REQUIRE(living->commit());
    CHECK(textOf(folder / "x.csv") == "later");
}

TEST_CASE("what is settled is on the disk, and in its place only when it is committed")
{
    const ScratchFolder folder;
    put(folder / "x.csv", "earlier");
    auto file = OutputFile::begin(folder / "x.csv");
    REQUIRE(file);
    file->write("later");
    REQUIRE(file->settle());
    CHECK(textOf(folder / "x.csv") == "earlier");
    CHECK(textOf(file->path()) == "later");
    REQUIRE(file->commit());
    CHECK(textOf(folder / "x.csv") == "later");
}

TEST_CASE("On a request to end, what is unfinished is removed")
{
    const ScratchFolder folder;
    auto file = OutputFile::begin(folder / "x.csv");
    REQUIRE(file);
    put(file->path().string() + "-journal", "half");
    files::removeUnfinished();
    CHECK(folder.names().empty());
    const auto done = file->commit();
    REQUIRE_FALSE(done);
    CHECK(done.failure().kind.code == "file-taken-away");
}
