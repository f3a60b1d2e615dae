// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/whats_there.h"

#include "files/names.h"
#include "files/own_file.h"
#include "files/writer_lock.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace twelvefold::files {
namespace {

namespace fs = std::filesystem;

constexpr MessageKind kIsAFolder{
    "file-is-a-folder",
    TWELVEFOLD_TEXT("Message", "%1 is a folder: add the name of a file to it.")};
constexpr MessageKind kIsADevice{
    "file-is-a-device",
    TWELVEFOLD_TEXT("Message", "%1 is no ordinary file but a device, a pipe or a socket, and is "
                               "not replaced: choose another name.")};
constexpr MessageKind kDangling{
    "file-is-a-dangling-link",
    TWELVEFOLD_TEXT("Message", "%1 is a link to a file that is not there: choose another name, or "
                               "name that file itself.")};
constexpr MessageKind kLink{
    "file-is-a-link",
    TWELVEFOLD_TEXT("Message", "%1 is a link to another file, and is not replaced: choose another "
                               "name.")};
constexpr MessageKind kInput{
    "file-is-an-input",
    TWELVEFOLD_TEXT("Message", "%1 is read by the same command and would be lost: choose another "
                               "name.")};
constexpr MessageKind kStore{
    "file-is-a-store",
    TWELVEFOLD_TEXT("Message", "%1 is a store or a backup, and is not replaced: choose another "
                               "name.")};
constexpr MessageKind kStoreName{
    "file-named-like-a-store",
    TWELVEFOLD_TEXT("Message", "%1 has a name that only stores have: choose another ending.")};
constexpr MessageKind kJournal{
    "file-is-a-journal",
    TWELVEFOLD_TEXT("Message", "%1 is, or would be taken for, a part of the store beside it: "
                               "choose another name.")};
constexpr MessageKind kJournalBeside{
    "file-has-a-journal",
    TWELVEFOLD_TEXT("Message", "Beside %1 lies %2, left by a store that was there before: it would "
                               "ruin the new one. Choose another name, or take that file away.")};

constexpr std::string_view kStoreEnding = ".twelvefold";
constexpr std::array<std::string_view, 5> kCompanions{"-journal", "-wal", "-shm", ".lock",
                                                      ".unfinished"};

// How a file begins. Opening a store and closing it again would drop the locks that another
// connection of this program has on it: only what may be no store is looked into.
std::string beginningOf(const fs::path& path)
{
    const Descriptor file(
        ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY));
    std::array<char, 16> start{};
    const ssize_t length = file ? ::read(file.number(), start.data(), start.size()) : 0;
    return {start.data(), length > 0 ? static_cast<std::size_t>(length) : 0};
}

bool beginsLikeAStore(std::string_view start)
{
    return start.starts_with(std::string_view("SQLite format 3\0", 16));
}

bool beginsLikeAJournal(std::string_view start)
{
    return start.starts_with("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7") ||
           start.starts_with("\x37\x7f\x06\x82") || start.starts_with("\x37\x7f\x06\x83");
}

bool isNamedLikeAStore(const fs::path& path)
{
    return lowerCase(inUtf8(path.filename())).ends_with(kStoreEnding);
}

bool isStore(const fs::path& path)
{
    return isNamedLikeAStore(path) || WriterLock::isHeld(path) ||
           beginsLikeAStore(beginningOf(path));
}

struct Found
{
    struct stat status
    {
    };
    std::error_code error;
};

Found lookAt(const fs::path& path, bool followingLinks)
{
    Found found;
    const int failed =
        followingLinks ? ::stat(path.c_str(), &found.status) : ::lstat(path.c_str(), &found.status);
    if (failed != 0)
        found.error = lastError();
    return found;
}

bool isNothing(const Found& found)
{
    return found.error == std::errc::no_such_file_or_directory;
}

bool isInput(const struct stat& status, std::span<const fs::path> inputs)
{
    return std::ranges::any_of(inputs, [&](const fs::path& input) {
        const Found found = lookAt(input, true);
        return !found.error && found.status.st_ino == status.st_ino &&
               found.status.st_dev == status.st_dev;
    });
}

// A store's journal by its name: "council.twelvefold-journal", or "council-wal" beside a database.
bool isCompanion(const fs::path& path)
{
    const fs::path::string_type name = path.filename().native();
    return std::ranges::any_of(kCompanions, [&](std::string_view ending) {
        if (!lowerCase(inUtf8(name)).ends_with(ending) || name.size() == ending.size())
            return false;
        fs::path store = path;
        store.replace_filename(name.substr(0, name.size() - ending.size()));
        const Found found = lookAt(store, true);
        return isNamedLikeAStore(store) || (S_ISREG(found.status.st_mode) && isStore(store));
    });
}

std::optional<Message> whyNotOverFile(const fs::path& place, const fs::path& name)
{
    const std::string shown = shownName(name);
    if (isStore(place))
        return Message{kStore, {shown}};
    if (beginsLikeAJournal(beginningOf(place)))
        return Message{kJournal, {shown}};
    return std::nullopt;
}

// What lies beside a name that SQLite would take for the new store's own.
std::optional<Message> journalBeside(const fs::path& place)
{
    for (const std::string_view ending : {"-journal", "-wal", "-shm"}) {
        fs::path journal = place;
        journal += ending;
        const Found found = lookAt(journal, false);
        if (found.error == std::errc::filename_too_long)
            return whyNotMade(found.error, place);
        if (!isNothing(found))
            return Message{kJournalBeside, {shownName(place), shownName(journal)}};
    }
    return std::nullopt;
}

std::optional<Message> whyNot(const fs::path& place, const fs::path& name, const Found& found,
                              std::span<const fs::path> inputs, Over over)
{
    const std::string shown = shownName(name);
    if (S_ISDIR(found.status.st_mode))
        return Message{kIsAFolder, {shown}};
    if (!S_ISREG(found.status.st_mode))
        return Message{kIsADevice, {shown}};
    if (over == Over::nothing)
        return whyNotMade(std::make_error_code(std::errc::file_exists), name);
    if (isInput(found.status, inputs))
        return Message{kInput, {shown}};
    return over == Over::aCopy ? std::nullopt : whyNotOverFile(place, name);
}

// What the name alone says, whether or not there is a file of that name.
std::optional<Message> whyNotNamed(const fs::path& place, const fs::path& name, Over over)
{
    if (isCompanion(place))
        return Message{kJournal, {shownName(name)}};
    if (over == Over::ordinaryFiles)
        return isNamedLikeAStore(place) && isNothing(lookAt(place, false))
                   ? std::optional(Message{kStoreName, {shownName(name)}})
                   : std::nullopt;
    return journalBeside(place);
}

} // namespace

domain::Result<fs::path> placeFor(const fs::path& name, std::span<const fs::path> inputs, Over over)
{
    if (!name.has_filename())
        return Message{kIsAFolder, {shownName(name.parent_path())}};
    fs::path place = name;
    Found found = lookAt(name, false);
    if (!found.error && S_ISLNK(found.status.st_mode)) {
        found = lookAt(name, true);
        if (isNothing(found))
            return Message{kDangling, {shownName(name)}};
        if (found.error)
            return whyNotMade(found.error, name);
        if (!S_ISREG(found.status.st_mode) && !S_ISDIR(found.status.st_mode))
            return Message{kIsADevice, {shownName(name)}}; // a pipe, say, has no place at all
        std::error_code error;
        place = fs::canonical(name, error);
        if (error)
            return whyNotMade(error, name);
        if (S_ISREG(found.status.st_mode) && over != Over::ordinaryFiles)
            return Message{kLink, {shownName(name)}};
    }
    if (found.error && !isNothing(found))
        return whyNotMade(found.error, name);
    if (!found.error) {
        if (auto why = whyNot(place, name, found, inputs, over))
            return *why;
    }
    if (auto why = whyNotNamed(place, name, over))
        return *why;
    return place;
}

} // namespace twelvefold::files
