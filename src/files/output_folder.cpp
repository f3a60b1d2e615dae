// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/output_folder.h"

#include "files/growing_name.h"
#include "files/names.h"
#include "files/output_file.h"
#include "files/own_file.h"
#include "files/unfinished.h"
#include "files/whats_there.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <vector>

namespace twelvefold::files {
namespace {

namespace fs = std::filesystem;
using domain::Done;
using domain::Result;

constexpr MessageKind kHoldsSomething{
    "folder-holds-something",
    TWELVEFOLD_TEXT("Message", "%1 is a folder that holds something already, and is left as it is: "
                               "choose another name.")};
constexpr MessageKind kFolderTakenAway{
    "folder-taken-away",
    TWELVEFOLD_TEXT("Message", "%1 cannot be made: while it was written, somebody took it away.")};
constexpr MessageKind kFolderNotCertain{
    "folder-not-certain",
    TWELVEFOLD_TEXT("Message", "%1 is written, but the disk did not confirm it (%2): look at it "
                               "before you rely on it.")};

// "tables/" is the folder "tables".
fs::path withoutSlash(const fs::path& name)
{
    return name.has_filename() ? name : name.parent_path();
}

// Nothing where a new folder may be put: no file is there, or a folder with nothing in it.
std::optional<Message> whyNoFolderAt(const fs::path& place)
{
    std::error_code error;
    const fs::file_status found = fs::symlink_status(place, error);
    if (found.type() == fs::file_type::not_found) {
        const auto free = placeFor(place, {}, Over::ordinaryFiles);
        return free ? std::nullopt : std::optional(free.failure());
    }
    if (error)
        return whyNotMade(error, place);
    if (found.type() != fs::file_type::directory)
        return whyNotMade(std::make_error_code(std::errc::file_exists), place);
    const bool isEmpty = fs::is_empty(place, error);
    if (error)
        return whyNotMade(error, place);
    return isEmpty ? std::nullopt : std::optional(Message{kHoldsSomething, {shownName(place)}});
}

Descriptor openFolder(const fs::path& path)
{
    return Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

} // namespace

void removeFolderIfDead(const fs::path& path)
{
    const Descriptor folder = openFolder(path);
    struct stat status
    {
    };
    if (!folder || ::fstat(folder.number(), &status) != 0 || status.st_uid != ::geteuid() ||
        !mark(folder) || !isStillThere(folder, path))
        return;
    std::error_code error;
    for (fs::directory_iterator entries(path, error), end; !error && entries != end;
         entries.increment(error))
        ::unlink(entries->path().c_str());
    ::rmdir(path.c_str());
}

class OutputFolder::Private
{
public:
    explicit Private(fs::path asked) : name(std::move(asked)) {}
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;
    ~Private()
    {
        if (!folder || isPlaced)
            return;
        for (const fs::path& one : files)
            ::unlink(one.c_str());
        if (isStillThere(folder, growing))
            ::rmdir(growing.c_str());
    }

    // Under a name of its own, marked as alive.
    std::error_code make()
    {
        for (int tries = 0; tries < 100; ++tries) {
            growing = growingNameFor(name);
            leftovers.clear();
            leftovers.push_back(std::make_unique<Unfinished>(growing));
            if (::mkdir(growing.c_str(), 0700) != 0) {
                if (errno == EEXIST)
                    continue;
                return lastError();
            }
            folder = openFolder(growing);
            // The umask may have taken away what the owner needs.
            if (!folder || ::fchmod(folder.number(), 0700) != 0) {
                const std::error_code error = lastError();
                ::rmdir(growing.c_str());
                return error;
            }
            waitAndMark(folder);
            // Before it was marked, somebody may have taken it for a dead one.
            if (isStillThere(folder, growing))
                return {};
        }
        return std::make_error_code(std::errc::resource_unavailable_try_again);
    }

    void flush()
    {
        if (!failure)
            failure = writeWhole(file, pending);
        pending.clear();
    }

    void endFile()
    {
        if (!file)
            return;
        flush();
        struct stat status
        {
        };
        if (!failure)
            failure = syncFile(file);
        const bool isWhole = ::fstat(file.number(), &status) == 0 &&
                             static_cast<std::uint64_t>(status.st_size) == written;
        if (!failure && !isWhole)
            failure = std::make_error_code(std::errc::io_error);
        file = Descriptor();
        written = 0;
    }

    Result<Done> put()
    {
        if (const auto error = syncFile(folder))
            return whyNotMade(error, name);
        if (!isStillThere(folder, growing))
            return Message{kFolderTakenAway, {shownName(name)}};
        // What is there may have changed meanwhile. A folder takes the place of an empty one alone.
        if (auto why = whyNoFolderAt(name))
            return *why;
        if (const auto error = putInPlace(growing, name))
            return whyNotMade(error, name);
        isPlaced = true;
        if (const auto unsure = syncFolderOf(name))
            return Message{kFolderNotCertain, {shownName(name), unsure.message()}};
        return Done{};
    }

    static constexpr std::size_t kMostPending = std::size_t{1} << 16;

    fs::path name, growing;
    // Each is gone whatever ends the program, the folder last.
    std::vector<std::unique_ptr<Unfinished>> leftovers;
    Descriptor folder, file;
    std::vector<fs::path> files;
    std::string pending;
    std::uint64_t written = 0; // to the file that is open
    bool isPlaced = false;
    std::error_code failure;
};

OutputFolder::OutputFolder(std::unique_ptr<Private> parts) : d(std::move(parts)) {}
OutputFolder::OutputFolder(OutputFolder&&) noexcept = default;
OutputFolder& OutputFolder::operator=(OutputFolder&&) noexcept = default;
OutputFolder::~OutputFolder() = default;

Result<OutputFolder> OutputFolder::begin(const fs::path& name)
{
    auto parts = std::make_unique<Private>(withoutSlash(name));
    removeLeftBehind(parts->name);
    if (auto why = whyNoFolderAt(parts->name))
        return *why;
    if (const auto error = parts->make())
        return whyNotMade(error, parts->name);
    return OutputFolder(std::move(parts));
}

void OutputFolder::beginFile(const std::string& name)
{
    d->endFile();
    if (d->failure)
        return;
    const fs::path path = d->growing / name;
    d->leftovers.push_back(std::make_unique<Unfinished>(path));
    std::error_code error;
    d->file = createOwnFile(path, error);
    if (d->file)
        d->files.push_back(path);
    d->failure = error;
}

bool OutputFolder::write(std::string_view bytes)
{
    d->written += bytes.size();
    d->pending += bytes;
    if (d->pending.size() >= Private::kMostPending)
        d->flush();
    return !d->failure;
}

Result<Done> OutputFolder::commit()
{
    d->endFile();
    if (d->failure)
        return whyNotMade(d->failure, d->name);
    return d->put();
}

} // namespace twelvefold::files
