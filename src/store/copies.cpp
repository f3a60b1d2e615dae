// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/copies.h"

#include "files/output_file.h"
#include "store/audit.h"
#include "store/errors.h"
#include "store/schema.h"

namespace twelvefold::store {
namespace {

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
    Query(copy, "INSERT INTO about (key, value) VALUES ('backup_head', ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .with(head)
        .run();
    transaction.commit();
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

std::unique_ptr<Connection> copyInMemory(Connection& connection)
{
    auto copy =
        std::make_unique<Connection>(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY);
    prepareConnection(*copy);
    copyPages(connection, *copy);
    return copy;
}

Result<Done> copyStore(Connection& connection, const std::filesystem::path& to)
{
    auto file = files::OutputFile::begin(to, {}, files::Over::nothing);
    if (!file)
        return file.failure();
    try {
        Connection copy(file->path(), SQLITE_OPEN_READWRITE);
        prepareConnection(copy);
        copyPages(connection, copy);
        noteHead(copy);
    } catch (const SqlError& error) {
        if (auto fault = worldFault(error, to))
            return *fault;
        throw;
    }
    return file->commit();
}

Result<Done> restoreStore(const std::filesystem::path& backup, const std::filesystem::path& to)
{
    const Opened opened = Store::open(backup, Access::readOnly);
    if (opened.state == OpenState::newer)
        return Message{kNewerBackup, {shownName(backup)}};
    if (opened.store == nullptr)
        return opened.message;
    try {
        if (const CheckReport report = opened.store->check(); !report.sound())
            return Message{kFaultyBackup,
                           {shownName(backup), plainEnglish(report.faults.front().message)}};
        return opened.store->backup(to);
    } catch (const WorldError& error) {
        return error.message();
    }
}

} // namespace twelvefold::store
