// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/copies.h"

#include "store/audit.h"
#include "store/errors.h"
#include "store/files.h"
#include "store/schema.h"

namespace twelvefold::store {
namespace {

constexpr MessageKind kExists{
    "file-exists",
    TWELVEFOLD_TEXT("Message", "%1 exists already and is not replaced: choose another name.")};
constexpr MessageKind kNoFolder{"folder-missing",
                                TWELVEFOLD_TEXT("Message", "There is no folder to put %1 in.")};
constexpr MessageKind kNotAllowed{
    "file-not-allowed",
    TWELVEFOLD_TEXT("Message", "%1 cannot be made: you may not write in that folder.")};
constexpr MessageKind kDiskFull{"file-disk-full",
                                TWELVEFOLD_TEXT("Message", "%1 cannot be made: the disk is full.")};
constexpr MessageKind kNotMade{"file-not-made",
                               TWELVEFOLD_TEXT("Message", "%1 cannot be made: %2.")};
constexpr MessageKind kNewerBackup{
    "restore-newer-backup",
    TWELVEFOLD_TEXT("Message",
                    "%1 was made by a later version of Twelvefold: update the program to "
                    "restore it.")};
constexpr MessageKind kFaultyBackup{
    "restore-faulty-backup",
    TWELVEFOLD_TEXT("Message", "%1 is not restored, because it has faults. The first: %2")};

// The copy notes where the audit chain stood, so that it can tell whether the end of its own was
// cut off or replaced later.
void noteHead(Connection& copy)
{
    if (schemaVersion(copy) == 0)
        return;
    const std::string head = chainHead(copy);
    Transaction transaction(copy);
    Query(copy, "INSERT INTO about VALUES ('backup_head', ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .with(head)
        .run();
    transaction.commit();
}

std::filesystem::path unfinished(const std::filesystem::path& to)
{
    std::filesystem::path path = to;
    path += ".unfinished";
    return path;
}

void removeWithJournal(std::filesystem::path path)
{
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    path += "-journal";
    std::filesystem::remove(path, ignored);
}

} // namespace

void copyPages(Connection& from, Connection& to)
{
    sqlite3_backup* backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (backup == nullptr)
        to.fail(sqlite3_extended_errcode(to.handle()));
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE)
        to.fail(finished != SQLITE_OK ? finished : stepped);
    to.expect(finished);
}

Message whyNotMade(std::error_code error, const std::filesystem::path& path)
{
    const std::string name = shownName(path);
    if (error == std::errc::file_exists)
        return {kExists, {name}};
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        return {kNoFolder, {name}};
    if (error == std::errc::permission_denied || error == std::errc::read_only_file_system ||
        error == std::errc::operation_not_permitted)
        return {kNotAllowed, {name}};
    if (error == std::errc::no_space_on_device)
        return {kDiskFull, {name}};
    return {kNotMade, {name, error.message()}};
}

Result<Done> copyStore(Connection& connection, const std::filesystem::path& to)
{
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(to, ignored)))
        return whyNotMade(std::make_error_code(std::errc::file_exists), to);
    const std::filesystem::path growing = unfinished(to);
    removeWithJournal(growing); // left behind by a copy that was cut short
    if (const auto error = createOwnFile(growing))
        return whyNotMade(error, to);
    try {
        Connection copy(growing, SQLITE_OPEN_READWRITE);
        prepareConnection(copy);
        copyPages(connection, copy);
        noteHead(copy);
    } catch (const SqlError& error) {
        removeWithJournal(growing);
        if (auto fault = worldFault(error, to))
            return *fault;
        throw;
    }
    if (const auto error = publishFile(growing, to)) {
        removeWithJournal(growing);
        return whyNotMade(error, to);
    }
    return Done{};
}

Result<Done> restoreStore(const std::filesystem::path& backup, const std::filesystem::path& to)
{
    const Opened opened = Store::open(backup, Access::readOnly);
    if (opened.state == OpenState::newer)
        return Message{kNewerBackup, {shownName(backup)}};
    if (opened.store == nullptr)
        return opened.message;
    try {
        if (const auto faults = opened.store->check(); !faults.empty())
            return Message{kFaultyBackup,
                           {shownName(backup), plainEnglish(faults.front().message)}};
        return opened.store->backup(to);
    } catch (const WorldError& error) {
        return error.message();
    }
}

} // namespace twelvefold::store
