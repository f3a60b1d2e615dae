// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/open.h"

#include "files/output_file.h"
#include "store/audit.h"
#include "store/copies.h"
#include "store/invariants.h"
#include "store/migrate.h"
#include "store/open_store.h"
#include "store/repair.h"
#include "store/schema_check.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace twelvefold::store {
namespace {

constexpr MessageKind kOpened{"store-opened", TWELVEFOLD_TEXT("Message", "%1 is open.")};
constexpr MessageKind kOpenedToRead{"store-opened-to-read",
                                    TWELVEFOLD_TEXT("Message", "%1 is open for reading only.")};
constexpr MessageKind kCannotWrite{
    "store-cannot-write",
    TWELVEFOLD_TEXT("Message",
                    "%1 is open for reading only: the file or its folder does not let you "
                    "write.")};
constexpr MessageKind kNoStoreThere{"store-missing",
                                    TWELVEFOLD_TEXT("Message", "There is no file at %1.")};
constexpr MessageKind kFolder{
    "store-folder", TWELVEFOLD_TEXT("Message", "%1 is a folder: choose a Twelvefold store in it.")};
constexpr MessageKind kEmpty{
    "store-empty",
    TWELVEFOLD_TEXT("Message",
                    "%1 is an empty file, not a Twelvefold store. Nothing was changed.")};
constexpr MessageKind kNotAStore{
    "store-not-a-store",
    TWELVEFOLD_TEXT("Message", "%1 is not a Twelvefold store but %2. Nothing was changed.")};
constexpr MessageKind kOtherDatabase{
    "store-other-database",
    TWELVEFOLD_TEXT("Message", "%1 is a database of another program. Nothing was changed.")};
constexpr MessageKind kNewer{
    "store-newer",
    TWELVEFOLD_TEXT("Message",
                    "%1 was made by a later version of Twelvefold. It is open for reading "
                    "only: update the program to change it.")};
constexpr MessageKind kOneFileAgain{
    "store-one-file-again",
    TWELVEFOLD_TEXT("Message", "Another program had given %1 a write-ahead log, a second file "
                               "beside it. All that was in the log has been taken in, and it is "
                               "one file again.")};
constexpr MessageKind kLogInUse{
    "store-log-in-use",
    TWELVEFOLD_TEXT("Message",
                    "Another program has %1 open and keeps a write-ahead log beside it. Close it "
                    "there, or open it here for reading only.")};
constexpr MessageKind kUpgraded{
    "store-upgraded",
    TWELVEFOLD_TEXT("Message",
                    "%1 was brought up to this version of Twelvefold. As it was before, it "
                    "is kept as %2.")};
constexpr MessageKind kOlder{
    "store-older",
    TWELVEFOLD_TEXT("Message", "%1 was made by an earlier version of Twelvefold. It is open for "
                               "reading only, and the file was left as it is.")};
constexpr MessageKind kLocked{
    "store-locked",
    TWELVEFOLD_TEXT("Message",
                    "%1 is open in another program (%2, since %3). Close it there, or open "
                    "it here for reading only.")};
constexpr MessageKind kUnreadable{"store-unreadable",
                                  TWELVEFOLD_TEXT("Message", "%1 cannot be read: %2.")};
constexpr MessageKind kForbidden{
    "store-forbidden",
    TWELVEFOLD_TEXT("Message", "You may not read %1: ask whoever put it there.")};
constexpr MessageKind kDamaged{
    "store-damaged-on-opening",
    TWELVEFOLD_TEXT("Message",
                    "%1 is damaged (%2). Restore the latest backup; the damaged file was "
                    "left as it is.")};
constexpr MessageKind kOtherVersion{
    "store-other-version",
    TWELVEFOLD_TEXT("Message", "the file says that its tables are of version %1, and they are not: "
                               "that number was altered")};
constexpr MessageKind kInterrupted{
    "store-interrupted",
    TWELVEFOLD_TEXT("Message",
                    "%1 was left in the middle of a change and cannot be put right here. "
                    "Copy it, with the -journal file beside it, to a folder where you can "
                    "write.")};

constexpr MessageKind kSeveralNames{
    "store-several-names",
    TWELVEFOLD_TEXT("Message", "%1 is open for reading only: the same file has another name beside "
                               "this one, and written to under two names it would be damaged. "
                               "Copy it, and work in the copy.")};
constexpr MessageKind kForeignLog{
    "store-foreign-log",
    TWELVEFOLD_TEXT("Message",
                    "Beside %1 lies %2, a write-ahead log that does not belong to it and "
                    "would be read in place of its records. Move that file away.")};

constexpr MessageKind kRepairable{
    "store-repairable",
    TWELVEFOLD_TEXT(
        "Message", "%1 lacks what no store can be without: %2. Its audit trail still has %3. It is "
                   "open for reading, with that put back for the time being; repair it to work in "
                   "it again.")};
constexpr MessageKind kRepaired{"store-repaired",
                                TWELVEFOLD_TEXT("Message", "%1 was repaired: it has %2 again.")};

Opened found(OpenState state, Message message)
{
    return {state, nullptr, std::move(message)};
}

// What a file that is no database is, going by how it begins.
Word kindOfFile(const std::filesystem::path& path)
{
    std::array<char, 16> start{};
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), start.size());
    const std::string_view text(start.data(), static_cast<std::size_t>(file.gcount()));
    if (text.starts_with("%PDF"))
        return {TWELVEFOLD_TEXT("Word", "a PDF document")};
    if (text.starts_with("PK"))
        return {TWELVEFOLD_TEXT("Word", "a workbook or an archive")};
    const auto isText = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 || byte == '\t' || byte == '\r' || byte == '\n';
    };
    if (!text.empty() && std::ranges::all_of(text, isText))
        return {TWELVEFOLD_TEXT("Word", "a text file")};
    return {TWELVEFOLD_TEXT("Word", "a file of another kind")};
}

bool beginsLikeADatabase(const std::filesystem::path& path)
{
    constexpr std::string_view magic("SQLite format 3\0", 16);
    std::array<char, 16> start{};
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), start.size());
    return std::string_view(start.data(), static_cast<std::size_t>(file.gcount())) == magic;
}

// A change was cut short, and SQLite may not put the file right: it was opened for reading only.
bool wasInterrupted(const SqlError& error)
{
    return error.extendedCode() == SQLITE_READONLY_ROLLBACK ||
           error.extendedCode() == SQLITE_READONLY_RECOVERY;
}

Opened refused(const SqlError& error, const std::filesystem::path& path)
{
    const std::string name = shownName(path);
    // Only of a file that is no database may bytes be read beside SQLite: closing any handle of a
    // database would drop the locks that another connection of this program has on it.
    if (error.code() == SQLITE_NOTADB && !beginsLikeADatabase(path))
        return found(OpenState::notOurs, {kNotAStore, {name, kindOfFile(path)}});
    if (error.code() == SQLITE_CORRUPT || error.code() == SQLITE_NOTADB ||
        error.code() == SQLITE_ERROR)
        return found(OpenState::damaged, {kDamaged, {name, std::string(error.what())}});
    if (wasInterrupted(error))
        return found(OpenState::damaged, {kInterrupted, {name}});
    if (error.code() == SQLITE_CANTOPEN || error.code() == SQLITE_PERM)
        return found(OpenState::missing, {kForbidden, {name}});
    auto fault = worldFault(error, path);
    if (error.code() == SQLITE_BUSY && fault)
        return found(OpenState::locked, std::move(*fault));
    return found(OpenState::damaged, {kUnreadable, {name, std::string(error.what())}});
}

std::unique_ptr<Connection> connect(const std::filesystem::path& path, Access access)
{
    const int flags = access == Access::readWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    auto connection = std::make_unique<Connection>(path, flags);
    prepareConnection(*connection);
    return connection;
}

// What a connection's file says of itself, read by SQLite's own handle: another would drop locks
// when it is closed.
bool saysItHasALog(Connection& connection)
{
    constexpr sqlite3_int64 kWriteVersion = 18; // 2 with a log, else 1; the read version follows
    std::array<unsigned char, 2> versions{};
    sqlite3_file* file = nullptr;
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return file != nullptr && file->pMethods != nullptr &&
           file->pMethods->xRead(file, versions.data(), int(versions.size()), kWriteVersion) ==
               SQLITE_OK &&
           (versions[0] == 2 || versions[1] == 2);
}

// SQLite reads a log that lies beside a file even where the file has none: that of another store,
// or of one that was here before.
std::optional<Message> foreignLogBeside(const std::filesystem::path& path)
{
    std::filesystem::path log = path;
    log += "-wal";
    std::error_code nothing;
    if (std::filesystem::file_size(log, nothing) == 0 || nothing)
        return std::nullopt;
    Connection file(path, SQLITE_OPEN_READONLY);
    if (saysItHasALog(file))
        return std::nullopt;
    return Message{kForeignLog, {shownName(path), shownName(log)}};
}

bool hasSeveralNames(const std::filesystem::path& path)
{
    std::error_code unknown;
    const auto names = std::filesystem::hard_link_count(path, unknown);
    return !unknown && names > 1;
}

// Whether the name leads to another file by now.
bool hasMoved(Connection& connection)
{
    int moved = 0;
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

// A free name beside a store for its copy from before an upgrade.
std::filesystem::path nameBeforeUpgrade(const std::filesystem::path& path, std::int64_t version)
{
    for (int number = 1;; ++number) {
        std::filesystem::path name = path.parent_path() / path.stem();
        name += " before upgrade from version " + std::to_string(version);
        if (number > 1)
            name += " (" + std::to_string(number) + ")";
        name += path.extension();
        if (!std::filesystem::exists(name))
            return name;
    }
}

std::unique_ptr<Store> storeOf(const std::filesystem::path& path,
                               std::unique_ptr<Connection> connection,
                               std::unique_ptr<files::WriterLock> lock, FileState state)
{
    return std::make_unique<Store>(
        std::make_unique<OpenStore>(path, std::move(connection), std::move(lock), state));
}

// One opening of a file, from the door to a store or to the reason why there is none.
class Opening
{
public:
    // With somebody's name: what is lacking is put back in the file.
    Opening(const std::filesystem::path& path, Access access, std::span<const Migration> steps,
            std::optional<std::string> repairedBy)
        : m_path(path), m_name(shownName(path)), m_access(access), m_steps(steps),
          m_repairedBy(std::move(repairedBy)), m_state(stateOf(path)),
          m_connection(connect(path, access))
    {
    }

    Opened run()
    {
        if (m_connection->number("PRAGMA application_id") != kApplicationId)
            return found(OpenState::notOurs, notOurs());
        const std::int64_t version = schemaVersion(*m_connection);
        const auto newest = static_cast<std::int64_t>(m_steps.size());
        if (version > newest)
            return toRead(OpenState::newer, kNewer);
        if (m_access == Access::readWrite && hasSeveralNames(m_path))
            return toRead(OpenState::current, kSeveralNames);
        if (auto held = takeLock())
            return std::move(*held);
        // Before the lock was ours, a backup may have been put in the place of what was opened.
        if (m_lock != nullptr && hasMoved(*m_connection)) {
            m_lock.reset();
            return Opening(m_path, m_access, m_steps, m_repairedBy).run();
        }
        if (version < newest)
            return upgrade(version);
        if (m_lock == nullptr)
            return toRead(OpenState::current,
                          m_access == Access::readOnly ? kOpenedToRead : kCannotWrite);
        return settled(OpenState::current, {kOpened, {m_name}});
    }

private:
    Message notOurs()
    {
        // SQLite takes a file of a few bytes for a database without pages yet.
        if (m_connection->number("PRAGMA page_count") != 0)
            return {kOtherDatabase, {m_name}};
        if (std::filesystem::file_size(m_path) == 0)
            return {kEmpty, {m_name}};
        return {kNotAStore, {m_name, kindOfFile(m_path)}};
    }

    // Says who holds the store, where somebody does. Without a lock the store can only be read.
    std::optional<Opened> takeLock()
    {
        if (m_access == Access::readOnly ||
            sqlite3_db_readonly(m_connection->handle(), "main") != 0)
            return std::nullopt;
        files::WriterLock::Attempt attempt = files::WriterLock::take(m_path);
        if (attempt.held)
            return found(OpenState::locked, {kLocked, {m_name, attempt.who, attempt.since}});
        m_lock = std::move(attempt.lock);
        if (m_lock != nullptr)
            files::removeLeftBehind(m_path); // by who was to make a store of this name
        return std::nullopt;
    }

    Opened upgrade(std::int64_t version)
    {
        // Its tables may be this version's all the same.
        if (version < 0 || schemaFaults(*m_connection, *freshDatabase(m_steps)).empty())
            return damaged({kOtherVersion, {version}});
        // What is damaged is not brought up, nor kept once more at each attempt to open it.
        for (const Invariant& invariant : invariants()) {
            if (invariant.ofFrameworks)
                continue;
            if (const auto broken = invariant.broken(
                    *m_connection, m_steps.first(static_cast<std::size_t>(version))))
                return damaged(*broken);
        }
        if (m_lock == nullptr) {
            // Where the file may not be touched, its records are shown as this version has them.
            m_connection = copyInMemory(*m_connection);
            migrate(*m_connection, m_steps);
            return settled(OpenState::current, {kOlder, {m_name}});
        }
        return broughtUp(version);
    }

    // With a copy of what it was beside it.
    Opened broughtUp(std::int64_t version)
    {
        const std::filesystem::path kept = nameBeforeUpgrade(m_path, version);
        auto copy = madeCopy(*m_connection, kept, Copy::backup);
        if (!copy)
            return found(OpenState::damaged, copy.failure());
        try {
            if (const auto put = copy->commit(); !put) {
                copy->takeBack();
                return found(OpenState::damaged, put.failure());
            }
            migrate(*m_connection, m_steps);
        } catch (...) {
            // What was not changed needs no copy: one more would be left at each attempt.
            if (schemaVersion(*m_connection) == version)
                copy->takeBack();
            throw;
        }
        return settled(OpenState::upgraded, {kUpgraded, {m_name, shownName(kept)}});
    }

    Opened toRead(OpenState state, const MessageKind& kind)
    {
        m_connection = connect(m_path, Access::readOnly);
        return settled(state, {kind, {m_name}});
    }

    // The store, once it has all that it cannot be without.
    Opened settled(OpenState state, Message message)
    {
        if (const auto broken = brokenInvariant(*m_connection, m_steps)) {
            // Only a framework can be found in the audit; without the tables there is none to ask.
            const auto remedy =
                broken->ofFrameworks ? remedyFor(*m_connection, m_steps) : std::nullopt;
            if (!remedy)
                return damaged(broken->what);
            if (!m_repairedBy || m_lock == nullptr)
                return repairable(broken->what, *remedy);
            if (const auto still = putRightNow(*remedy, *m_repairedBy))
                return damaged(still->what);
            state = OpenState::repaired;
            message = {kRepaired, {m_name, plainEnglish(remedy->what)}};
        }
        if (m_lock != nullptr) {
            if (hasLog(*m_connection)) {
                if (!takeInLog())
                    return found(OpenState::locked, {kLogInUse, {m_name}});
                if (state == OpenState::current) {
                    state = OpenState::oneFileAgain;
                    message = {kOneFileAgain, {m_name}};
                }
            }
            becomeAStore(*m_connection);
        }
        return {state, store(), std::move(message)};
    }

    // Where another program has switched it to a write-ahead log, no share could hold it. False
    // while that program has it open.
    bool takeInLog()
    {
        try {
            m_connection->run("PRAGMA journal_mode = DELETE");
        } catch (const SqlError& error) {
            if (error.code() != SQLITE_BUSY)
                throw;
        }
        return !hasLog(*m_connection);
    }

    Opened repairable(const Message& broken, const Remedy& remedy)
    {
        m_connection = copyInMemory(*m_connection);
        m_lock.reset();
        if (const auto still = putRightNow(remedy, "Twelvefold"))
            return damaged(still->what);
        return {OpenState::repairable,
                store(),
                {kRepairable, {m_name, plainEnglish(broken), plainEnglish(remedy.what)}}};
    }

    // What is still broken afterwards; then nothing was changed.
    std::optional<Broken> putRightNow(const Remedy& remedy, const std::string& author)
    {
        Transaction transaction(*m_connection);
        putRight(*m_connection, remedy, author, m_steps);
        auto broken = brokenInvariant(*m_connection, m_steps);
        if (!broken)
            transaction.commit();
        return broken;
    }

    Opened damaged(const Message& broken) const
    {
        return found(OpenState::damaged, {kDamaged, {m_name, plainEnglish(broken)}});
    }

    std::unique_ptr<Store> store()
    {
        return storeOf(m_path, std::move(m_connection), std::move(m_lock), m_state);
    }

    std::filesystem::path m_path;
    std::string m_name;
    Access m_access;
    std::span<const Migration> m_steps;
    std::optional<std::string> m_repairedBy;
    FileState m_state;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<files::WriterLock> m_lock;
};

// Puts a file right whose last change was cut short, as opening it for writing does.
void finishInterrupted(const std::filesystem::path& path)
{
    const files::WriterLock::Attempt attempt = files::WriterLock::take(path);
    if (attempt.lock != nullptr)
        connect(path, Access::readWrite)->number("PRAGMA application_id");
}

Opened opened(const std::filesystem::path& path, Access access, std::span<const Migration> steps,
              const std::optional<std::string>& repairedBy)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return found(OpenState::missing, {kNoStoreThere, {shownName(path)}});
    if (std::filesystem::is_directory(status))
        return found(OpenState::notOurs, {kFolder, {shownName(path)}});
    if (error)
        return found(OpenState::missing, files::whyNotRead(error, path));
    if (!std::filesystem::is_regular_file(status)) // SQLite would wait for a pipe
        return found(OpenState::notOurs,
                     {kNotAStore, {shownName(path), Word{TWELVEFOLD_TEXT("Word", "a device")}}});
    try {
        if (auto log = foreignLogBeside(path))
            return found(OpenState::damaged, std::move(*log));
        try {
            return Opening(path, access, steps, repairedBy).run();
        } catch (const SqlError& refusal) {
            if (!wasInterrupted(refusal))
                throw;
            finishInterrupted(path);
            return Opening(path, access, steps, repairedBy).run();
        }
    } catch (const SqlError& refusal) {
        // What is repaired is written to: the disk may refuse that too.
        const auto fault =
            repairedBy && (refusal.code() == SQLITE_FULL || refusal.code() == SQLITE_IOERR)
                ? worldFault(refusal, path)
                : std::nullopt;
        return fault ? found(OpenState::damaged, *fault) : refused(refusal, path);
    }
}

} // namespace

Opened openStore(const std::filesystem::path& path, Access access, std::span<const Migration> steps)
{
    return opened(path, access, steps, std::nullopt);
}

Opened repairStore(const std::filesystem::path& path, const std::string& author,
                   std::span<const Migration> steps)
{
    return opened(path, Access::readWrite, steps, author);
}

} // namespace twelvefold::store
