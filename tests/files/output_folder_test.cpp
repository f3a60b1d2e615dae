// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/output_file.h"
#include "files/output_folder.h"
#include "files/unfinished.h"
#include "support/scratch_folder.h"

#include "support/catch.h"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <set>

using namespace twelvefold;
using files::OutputFolder;
using tests::ScratchFolder;
namespace fs = std::filesystem;

namespace {

std::string textIn(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::set<std::string> namesIn(const fs::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.insert(entry.path().filename());
    return names;
}

unsigned rightsOf(const fs::path& path)
{
    struct stat status
    {
    };
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}

OutputFolder begun(const fs::path& name)
{
    auto folder = OutputFolder::begin(name);
    REQUIRE(folder);
    folder->beginFile("a.csv");
    folder->write("a\n1\n");
    folder->beginFile("b.csv");
    folder->write(std::string(200'000, 'b'));
    return std::move(*folder);
}

std::string whyNot(const fs::path& name)
{
    auto folder = OutputFolder::begin(name);
    return folder ? std::string() : std::string(folder.failure().kind.code);
}

} // namespace

TEST_CASE("A folder appears whole when it is committed, its owner's alone, and only then")
{
    const ScratchFolder scratch;
    const auto before = ::umask(0);
    {
        OutputFolder folder = begun(scratch / "tables/");
        CHECK_FALSE(fs::exists(scratch / "tables"));
        REQUIRE(namesIn(scratch.path()).size() == 1);
        CHECK(rightsOf(*fs::directory_iterator(scratch.path())) == 0700);
        REQUIRE(folder.commit());
    }
    ::umask(before);
    CHECK(namesIn(scratch.path()) == std::set<std::string>{"tables"});
    CHECK(namesIn(scratch / "tables") == std::set<std::string>{"a.csv", "b.csv"});
    CHECK(textIn(scratch / "tables/a.csv") == "a\n1\n");
    CHECK(textIn(scratch / "tables/b.csv").size() == 200'000);
    CHECK(rightsOf(scratch / "tables") == 0700);
    CHECK(rightsOf(scratch / "tables/a.csv") == 0600);
}

TEST_CASE("A folder that is not committed leaves nothing")
{
    const ScratchFolder scratch;
    begun(scratch / "tables");
    CHECK(namesIn(scratch.path()).empty());
}

TEST_CASE("A new folder takes the place of an empty one and of nothing else")
{
    const ScratchFolder scratch;
    fs::create_directory(scratch / "empty");
    CHECK(begun(scratch / "empty").commit());
    CHECK(namesIn(scratch / "empty").size() == 2);
    CHECK(whyNot(scratch / "empty") == "folder-holds-something");
    std::ofstream(scratch / "file") << "x";
    CHECK(whyNot(scratch / "file") == "file-exists");
    fs::create_directory(scratch / "other");
    fs::create_directory_symlink(scratch / "other", scratch / "link");
    CHECK(whyNot(scratch / "link") == "file-exists");
    CHECK(whyNot(scratch / "council.twelvefold") == "file-named-like-a-store");
    CHECK(whyNot(scratch / "nowhere/tables") == "folder-missing");
    CHECK(whyNot(scratch / std::string(300, 'n')) == "file-name-too-long");
    CHECK(textIn(scratch / "file") == "x");
    CHECK(namesIn(scratch.path()) == std::set<std::string>{"empty", "file", "link", "other"});
}

TEST_CASE("What came in between while a folder was written stays")
{
    const ScratchFolder scratch;
    OutputFolder folder = begun(scratch / "tables");
    fs::create_directory(scratch / "tables");
    std::ofstream(scratch / "tables/precious") << "x";
    CHECK_FALSE(folder.commit());
    CHECK(textIn(scratch / "tables/precious") == "x");
    CHECK(namesIn(scratch / "tables").size() == 1);
}

TEST_CASE("A folder left by a killed program goes with the next write beside it, what lives stays")
{
    const ScratchFolder scratch;
    const std::string dead = ".tables.0123456789abcdef.unfinished";
    fs::create_directory(scratch / dead);
    std::ofstream(scratch / dead / "child.csv") << "x";
    const std::string other = ".tables.unfinished"; // not a name of ours
    fs::create_directory(scratch / other);
    const OutputFolder living = begun(scratch / "living");
    REQUIRE(files::writeFile(scratch / "report.csv", "x"));
    CHECK_FALSE(fs::exists(scratch / dead));
    CHECK(fs::exists(scratch / other));
    CHECK(namesIn(scratch.path()).size() == 3);
}

TEST_CASE("On a request to end, an unfinished folder is removed with its files")
{
    const ScratchFolder scratch;
    OutputFolder folder = begun(scratch / "tables");
    for (int file = 0; file < 40; ++file)
        folder.beginFile(std::to_string(file));
    files::removeUnfinished();
    CHECK(namesIn(scratch.path()).empty());
    CHECK_FALSE(folder.commit());
}
