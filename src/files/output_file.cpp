// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/output_file.h"

#include "files/growing_name.h"
#include "files/names.h"
#include "files/output_folder.h"
#include "files/own_file.h"
#include "files/unfinished.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>
#include <string>

namespace twelvefold::files {
// What tells a file from another, and from itself when somebody has written to it.
struct Seen
{
    bool there = false;
    dev_t device = 0;
    ino_t number = 0;
    off_t size = 0;
    std::int64_t seconds = 0, nanoseconds = 0; // when it was written
    bool operator==(const Seen&) const = default;
};

namespace {

namespace fs = std::filesystem;
using domain::Done;
using domain::Result;

constexpr MessageKind kTakenAway{
    "file-taken-away",
    TWELVEFOLD_TEXT("Message", "%1 cannot be made: while it was written, somebody took it away.")};
constexpr MessageKind kWrittenMeanwhile{
    "file-written-meanwhile",
    TWELVEFOLD_TEXT("Message",
                    "%1 is left as it is: somebody wrote to it while what was to take its "
                    "place was made. Look at it, or choose another name.")};
constexpr MessageKind kCutShort{
    "file-cut-short",
    TWELVEFOLD_TEXT("Message", "%1 cannot be made: the disk did not keep all of it.")};
constexpr MessageKind kNotCertain{
    "file-not-certain",
    TWELVEFOLD_TEXT("Message", "%1 is written, but the disk did not confirm it (%2): look at it "
                               "before you rely on it.")};

constexpr MessageKind kNotRemoved{"file-not-removed",
                                  TWELVEFOLD_TEXT("Message", "%1 could not be removed: %2.")};

// SQLite's journals and our lock, where the growing file is a store.
constexpr std::array<const char*, 5> kParts{"", "-journal", "-wal", "-shm", ".lock"};

fs::path with(const fs::path& path, const std::string& part)
{
    fs::path whole = path;
    whole += part;
    return whole;
}

Seen seenAt(const fs::path& path)
{
    struct stat status
    {
    };
    if (::lstat(path.c_str(), &status) != 0)
        return {};
    return {true,           status.st_dev,         status.st_ino,
            status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

void removeParts(const fs::path& path)
{
    for (const char* part : kParts)
        ::unlink(with(path, part).c_str());
}

// Removes a file that a killed program left behind: certainly dead, since the living have marked
// theirs.
void removeIfDead(const fs::path& path)
{
    const Descriptor file(
        ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY));
    struct stat status
    {
    };
    if (file && ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode) &&
        status.st_uid == ::geteuid() && mark(file) && isStillThere(file, path))
        removeParts(path);
}

} // namespace

void removeLeftBehind(const fs::path& name)
{
    const fs::path folder = name.has_parent_path() ? name.parent_path() : ".";
    std::error_code error;
    for (fs::directory_iterator entries(folder, error), end; !error && entries != end;
         entries.increment(error)) {
        if (!isGrowingName(entries->path().filename()))
            continue;
        removeIfDead(entries->path());
        removeFolderIfDead(entries->path());
    }
}

class OutputFile::Private
{
public:
    Private(fs::path asked, Inputs read, Over replaced, fs::path where)
        : name(std::move(asked)), inputs(std::move(read)), over(replaced), place(std::move(where)),
          seen(seenAt(place))
    {
    }
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;
    ~Private()
    {
        if (file)
            removeIfOurs(file, growing);
        for (std::size_t part = 1; part < kParts.size(); ++part)
            ::unlink(with(growing, kParts[part]).c_str());
    }

    // Under a name of its own, marked as alive.
    std::error_code make()
    {
        std::error_code error;
        for (int tries = 0; tries < 100; ++tries) {
            growing = growingNameFor(place);
            leftovers = std::make_unique<Leftovers>(growing);
            file = createOwnFile(growing, error);
            if (error == std::errc::file_exists)
                continue;
            if (error)
                return error;
            waitAndMark(file);
            // Before it was marked, somebody may have taken it for a dead one.
            if (isStillThere(file, growing))
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

    std::optional<Message> whyNotWhole() const
    {
        if (failure)
            return whyNotMade(failure, name);
        if (const auto error = syncFile(file))
            return whyNotMade(error, name);
        if (!isStillThere(file, growing))
            return Message{kTakenAway, {shownName(name)}};
        struct stat status
        {
        };
        if (::fstat(file.number(), &status) != 0 ||
            (written > 0 && static_cast<std::uint64_t>(status.st_size) != written))
            return Message{kCutShort, {shownName(name)}};
        return std::nullopt;
    }

    Result<Done> put()
    {
        // What is there may have changed while the file was written.
        const auto again = placeFor(name, inputs, over);
        if (!again)
            return again.failure();
        if (*again != place)
            return Message{kTakenAway, {shownName(name)}};
        // A copy that may go was looked at: it is that one or none.
        if (over == Over::aCopy && seenAt(place) != seen)
            return Message{kWrittenMeanwhile, {shownName(name)}};
        const bool asNew = over == Over::nothing || (over == Over::aCopy && !seen.there);
        const auto error = asNew ? putWhereNothingIs(growing, place) : putInPlace(growing, place);
        if (error)
            return whyNotMade(error, name);
        if (const auto unsure = syncFolderOf(place))
            return Message{kNotCertain, {shownName(name), unsure.message()}};
        return Done{};
    }

    // Each part is gone whatever ends the program.
    struct Leftovers
    {
        explicit Leftovers(const fs::path& path)
        {
            for (std::size_t i = 0; i < parts.size(); ++i)
                parts[i].emplace(with(path, kParts[i]));
        }
        std::array<std::optional<Unfinished>, kParts.size()> parts;
    };

    static constexpr std::size_t kMostPending = std::size_t{1} << 16;

    fs::path name;
    Inputs inputs;
    Over over;
    fs::path place;
    Seen seen; // there, when it was begun
    fs::path growing;
    std::unique_ptr<Leftovers> leftovers;
    Descriptor file;
    std::string pending;
    std::uint64_t written = 0;
    bool settled = false; // all that was written until then
    std::error_code failure;
};

OutputFile::OutputFile(std::unique_ptr<Private> parts) : d(std::move(parts)) {}
OutputFile::OutputFile(OutputFile&&) noexcept = default;
OutputFile& OutputFile::operator=(OutputFile&&) noexcept = default;
OutputFile::~OutputFile() = default;

Result<OutputFile> OutputFile::begin(const fs::path& name, const Inputs& inputs, Over over)
{
    auto place = placeFor(name, inputs, over);
    removeLeftBehind(place ? *place : name);
    if (!place)
        return place.failure();
    auto parts = std::make_unique<Private>(name, inputs, over, std::move(*place));
    if (const auto error = parts->make())
        return whyNotMade(error, name);
    return OutputFile(std::move(parts));
}

const fs::path& OutputFile::name() const
{
    return d->name;
}

const fs::path& OutputFile::path() const
{
    return d->growing;
}

bool OutputFile::write(std::string_view bytes)
{
    d->written += bytes.size();
    d->pending += bytes;
    if (d->pending.size() >= Private::kMostPending)
        d->flush();
    return !d->failure;
}

Result<Done> OutputFile::settle()
{
    if (d->settled && d->pending.empty())
        return Done{};
    d->flush();
    if (auto why = d->whyNotWhole())
        return *why;
    d->settled = true;
    return Done{};
}

Result<Done> OutputFile::commit()
{
    const auto settled = settle();
    return settled ? d->put() : settled;
}

void OutputFile::takeBack()
{
    removeIfOurs(d->file, d->place);
}

Result<Done> writeFile(const fs::path& name, std::string_view bytes,
                       const OutputFile::Inputs& inputs)
{
    auto file = OutputFile::begin(name, inputs);
    if (!file)
        return file.failure();
    file->write(bytes);
    return file->commit();
}

Result<Done> removeFile(const fs::path& name)
{
    std::error_code error;
    fs::remove(name, error);
    if (error)
        return Message{kNotRemoved, {shownName(name), error.message()}};
    return Done{};
}

} // namespace twelvefold::files
