// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/copies.h"

#include "files/output_file.h"
#include "files/writer_lock.h"
#include "store/audit.h"
#include "store/errors.h"
#include "store/schema.h"

namespace twelvefold::store {
namespace {

constexpr MessageKind kNoBackup{
    "backup-replaces-no-backup",
    TWELVEFOLD_TEXT("Message", "%1 is not replaced: it is no backup of this store, or somebody has "
                               "worked in it since. Choose another name.")};
constexpr MessageKind kSoundBackup{
    "backup-replaces-sound-one",
    TWELVEFOLD_TEXT("Message", "%1 is not replaced: it is sound, and this store has faults. Choose "
                               "another name.")};

constexpr std::string_view kHead = "backup_head", kCopy = "copy", kBackup = "backup";

std::string said(Connection& connection, std::string_view key)
{
    Query query(connection, "SELECT value FROM about WHERE key = ?");
    query.with(key);
    return query.next() ? query.text(0) : std::string();
}

void say(Connection& connection, std::string_view key, std::string_view value)
{
    Query(connection, "INSERT INTO about (key, value) VALUES (?, ?) "
                      "ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .with(key, value)
        .run();
}

void forgetCopy(Connection& connection)
{
    Query(connection, "DELETE FROM about WHERE key = ?").with(kCopy).run();
}

// The copy notes where the audit chain stood, so that it can tell whether the end of its own was
// cut off or replaced later, and whether it is a backup.
void note(Connection& copy, Copy made)
{
    if (schemaVersion(copy) == 0)
        return;
    const std::string head = chainHead(copy);
    Transaction transaction(copy);
    say(copy, kHead, head);
    if (made == Copy::backup)
        say(copy, kCopy, kBackup);
    else
        forgetCopy(copy);
    transaction.commit();
}

// An earlier backup of the same store, as it was made.
bool isUntouchedBackup(Connection& file, Connection& of)
{
    return said(file, "store_id") == said(of, "store_id") && said(file, kCopy) == kBackup &&
           said(file, kHead) == chainHead(file);
}

std::filesystem::path fileOf(Connection& connection)
{
    const char* name = sqlite3_db_filename(connection.handle(), "main");
    return name == nullptr ? std::filesystem::path() : std::filesystem::path(name);
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

namespace {

// A file that is begun, with the pages in it; the message where they cannot be.
std::optional<Message> fill(const files::OutputFile& file, Connection& connection, Copy made)
{
    try {
        Connection copy(file.path(), SQLITE_OPEN_READWRITE);
        prepareConnection(copy);
        copyPages(connection, copy);
        copy.run("PRAGMA journal_mode = DELETE"); // where another program gave the store a log
        note(copy, made);
        return std::nullopt;
    } catch (const SqlError& error) {
        if (auto fault = worldFault(error, file.name()))
            return fault;
        throw;
    }
}

} // namespace

Result<files::OutputFile> madeCopy(Connection& connection, const std::filesystem::path& to,
                                   Copy made)
{
    auto file = files::OutputFile::begin(to, {fileOf(connection)}, files::Over::nothing);
    if (!file)
        return file;
    if (auto fault = fill(*file, connection, made))
        return *fault;
    return file;
}

Result<Done> copyStore(Connection& connection, const std::filesystem::path& to, Copy made)
{
    auto file = madeCopy(connection, to, made);
    return file ? file->commit() : file.failure();
}

Result<Done> replaceByCopy(Connection& connection, const std::filesystem::path& to, Copy made,
                           const WhyNot& whyNot)
{
    std::error_code error;
    files::WriterLock::Attempt held;
    if (std::filesystem::is_regular_file(to, error))
        held = files::WriterLock::take(to);
    if (held.held)
        return Message{kNoBackup, {shownName(to)}};
    auto file = files::OutputFile::begin(to, {fileOf(connection)}, files::Over::aCopy);
    if (!file)
        return file.failure();
    if (auto why = whyNot())
        return *why;
    if (auto fault = fill(*file, connection, made))
        return *fault;
    return file->commit();
}

std::optional<Message> whyNotReplaced(const std::filesystem::path& name, Connection& byCopyOf,
                                      const std::function<bool()>& isSound)
{
    std::error_code error;
    if (std::filesystem::symlink_status(name, error).type() ==
        std::filesystem::file_type::not_found)
        return std::nullopt;
    try {
        const Opened old = Store::open(name, Access::readOnly);
        if (old.store == nullptr)
            return Message{kNoBackup, {shownName(name)}};
        Connection file(name, SQLITE_OPEN_READONLY);
        prepareConnection(file);
        if (!isUntouchedBackup(file, byCopyOf))
            return Message{kNoBackup, {shownName(name)}};
        if (!isSound() && old.store->check().sound())
            return Message{kSoundBackup, {shownName(name)}};
        return std::nullopt;
    } catch (const SqlError&) {
        return Message{kNoBackup, {shownName(name)}};
    }
}

void becomeAStore(Connection& connection)
{
    if (!said(connection, kCopy).empty())
        forgetCopy(connection);
}

} // namespace twelvefold::store
