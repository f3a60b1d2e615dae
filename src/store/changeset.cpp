// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changeset.h"

#include "store/content_moves.h"
#include "store/schema.h"

#include <algorithm>
#include <cstring>

namespace twelvefold::store {
namespace {

// SQLite's limit for one part, less what one more write could add.
constexpr std::int64_t kPartSize = 7LL * 1024 * 1024;

void expect(int code)
{
    if (code != SQLITE_OK)
        throw SqlError(code, sqlite3_errstr(code));
}

Bytes taken(int size, void* data)
{
    const std::unique_ptr<void, decltype(&sqlite3_free)> owner(data, &sqlite3_free);
    Bytes bytes(static_cast<std::size_t>(size));
    if (size > 0)
        std::memcpy(bytes.data(), data, bytes.size());
    return bytes;
}

// The session functions take what they only read as if they might write to it.
void* readable(const Bytes& bytes)
{
    return const_cast<std::byte*>(bytes.data());
}

// Walks through the changes of a changeset.
class Changes
{
public:
    explicit Changes(const Bytes& changeset)
    {
        expect(sqlite3changeset_start(&m_iterator, static_cast<int>(changeset.size()),
                                      readable(changeset)));
    }
    ~Changes() { sqlite3changeset_finalize(m_iterator); }
    Changes(const Changes&) = delete;
    Changes& operator=(const Changes&) = delete;

    bool next()
    {
        const int code = sqlite3changeset_next(m_iterator);
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            expect(code);
        return code == SQLITE_ROW;
    }
    sqlite3_changeset_iter* iterator() const { return m_iterator; }

private:
    sqlite3_changeset_iter* m_iterator = nullptr;
};

std::string plain(sqlite3_value* value)
{
    if (value == nullptr)
        return "-;";
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    const std::string shown(text == nullptr ? "" : text,
                            static_cast<std::size_t>(sqlite3_value_bytes(value)));
    return std::to_string(shown.size()) + ':' + shown + ';';
}

bool isKey(sqlite3_changeset_iter* iterator, int column)
{
    unsigned char* inKey = nullptr;
    expect(sqlite3changeset_pk(iterator, &inKey, nullptr));
    return inKey[column] != 0;
}

Obstacle obstacleAt(int kind, sqlite3_changeset_iter* iterator)
{
    Obstacle obstacle;
    if (kind == SQLITE_CHANGESET_FOREIGN_KEY) {
        obstacle.foreignKey = true;
        return obstacle;
    }
    const ChangedRecord change(iterator);
    obstacle.table = change.table;
    obstacle.record = recordOf(change);
    for (int column = 0; kind == SQLITE_CHANGESET_DATA && column < change.columns; ++column) {
        sqlite3_value* before = change.before(column);
        sqlite3_value* now = nullptr;
        if (before == nullptr || isKey(iterator, column))
            continue;
        expect(sqlite3changeset_conflict(iterator, column, &now));
        if (plain(before) != plain(now))
            obstacle.columns.push_back(column);
    }
    return obstacle;
}

// No exception may pass through SQLite's own functions: it waits in here.
struct Conflict
{
    std::optional<Obstacle> obstacle;
    std::exception_ptr exception;
};

// SQLite applies a changeset by the places of columns, and passes over a table that does not fit:
// so one that has not as many columns as when the changeset was recorded stands in the way.
std::optional<Obstacle> otherColumns(Connection& connection, const Bytes& changeset)
{
    std::string known; // changes of one table stand together
    std::optional<Obstacle> obstacle;
    forEachChange(changeset, [&](const ChangedRecord& change) {
        if (known == change.table)
            return;
        known = change.table;
        if (std::ssize(columnsOf(connection, known)) != change.columns)
            obstacle = {known, {}, {}, false};
    });
    return obstacle;
}

int onConflict(void* context, int kind, sqlite3_changeset_iter* iterator)
{
    auto& conflict = *static_cast<Conflict*>(context);
    try {
        conflict.obstacle = obstacleAt(kind, iterator);
    } catch (...) {
        conflict.exception = std::current_exception();
    }
    return SQLITE_CHANGESET_ABORT;
}

} // namespace

ChangedRecord::ChangedRecord(sqlite3_changeset_iter* at) : iterator(at)
{
    expect(sqlite3changeset_op(iterator, &table, &columns, &operation, nullptr));
}

sqlite3_value* ChangedRecord::before(int column) const
{
    sqlite3_value* value = nullptr;
    if (operation != SQLITE_INSERT)
        expect(sqlite3changeset_old(iterator, column, &value));
    return value;
}

sqlite3_value* ChangedRecord::after(int column) const
{
    sqlite3_value* value = nullptr;
    if (operation != SQLITE_DELETE)
        expect(sqlite3changeset_new(iterator, column, &value));
    return value;
}

void forEachChange(const Bytes& changeset, const std::function<void(const ChangedRecord&)>& see)
{
    Changes changes(changeset);
    while (changes.next())
        see(ChangedRecord(changes.iterator()));
}

std::string keyText(const std::vector<sqlite3_value*>& key)
{
    std::string text;
    for (sqlite3_value* value : key)
        text += plain(value);
    return text;
}

std::string recordOf(const ChangedRecord& change)
{
    unsigned char* inKey = nullptr;
    int columns = 0;
    expect(sqlite3changeset_pk(change.iterator, &inKey, &columns));
    std::string key;
    for (int column = 0; column < columns; ++column) {
        if (inKey[column] == 0)
            continue;
        key +=
            plain(change.operation == SQLITE_INSERT ? change.after(column) : change.before(column));
    }
    return key;
}

Recorder::Recorder(Connection& connection, const Shapes& shapes)
    : m_connection(connection), m_moves(std::make_unique<ContentMoves>(connection, shapes))
{
    begin();
}

Recorder::~Recorder()
{
    if (m_session != nullptr)
        sqlite3session_delete(m_session);
}

void Recorder::begin()
{
    m_connection.expect(sqlite3session_create(m_connection.handle(), "main", &m_session));
    int on = 1;
    expect(sqlite3session_object_config(m_session, SQLITE_SESSION_OBJCONFIG_SIZE, &on));
    for (const char* table : recordedTables())
        expect(sqlite3session_attach(m_session, table));
    for (const char* table : draftTables())
        expect(sqlite3session_attach(m_session, table));
}

void Recorder::end()
{
    int size = 0;
    void* data = nullptr;
    expect(sqlite3session_changeset(m_session, &size, &data));
    Bytes part = taken(size, data);
    sqlite3session_delete(m_session);
    m_session = nullptr;
    if (part.empty())
        return;
    m_moves->follow(part);
    m_parts.push_back(std::move(part));
}

void Recorder::afterWrite()
{
    if (sqlite3session_changeset_size(m_session) < kPartSize)
        return;
    end();
    begin();
}

std::vector<Bytes> Recorder::finish()
{
    end();
    return std::move(m_parts);
}

const Sums& Recorder::moved() const
{
    return m_moves->moved();
}

void tally(const Bytes& changeset, Tallies& into)
{
    Changes changes(changeset);
    while (changes.next()) {
        const ChangedRecord change(changes.iterator());
        Tally& counts = into[change.table];
        if (change.operation == SQLITE_INSERT)
            ++counts.added;
        else if (change.operation == SQLITE_DELETE)
            ++counts.removed;
        else
            ++counts.changed;
    }
}

std::string inWords(const Tallies& tallies)
{
    std::string words;
    for (const auto& [table, counts] : tallies) {
        words += (words.empty() ? "" : ", ") + table;
        if (counts.added != 0)
            words += " +" + std::to_string(counts.added);
        if (counts.changed != 0)
            words += " ~" + std::to_string(counts.changed);
        if (counts.removed != 0)
            words += " -" + std::to_string(counts.removed);
    }
    return words;
}

Bytes inverted(const Bytes& changeset)
{
    int size = 0;
    void* data = nullptr;
    expect(sqlite3changeset_invert(static_cast<int>(changeset.size()), readable(changeset), &size,
                                   &data));
    return taken(size, data);
}

bool touches(const Bytes& changeset, const Obstacle& obstacle)
{
    Changes changes(changeset);
    while (changes.next()) {
        const ChangedRecord change(changes.iterator());
        if (obstacle.table != change.table || recordOf(change) != obstacle.record)
            continue;
        if (obstacle.columns.empty() || change.operation != SQLITE_UPDATE)
            return true;
        const auto isChanged = [&](int column) { return change.after(column) != nullptr; };
        if (std::ranges::any_of(obstacle.columns, isChanged))
            return true;
    }
    return false;
}

std::optional<Obstacle> apply(Connection& connection, const Bytes& changeset)
{
    if (auto obstacle = otherColumns(connection, changeset))
        return obstacle;
    Conflict conflict;
    const int code = sqlite3changeset_apply(connection.handle(), static_cast<int>(changeset.size()),
                                            readable(changeset), nullptr, &onConflict, &conflict);
    if (conflict.exception)
        std::rethrow_exception(conflict.exception);
    if (!conflict.obstacle)
        connection.expect(code);
    return conflict.obstacle;
}

void putBack(Connection& connection, const Bytes& changeset, std::span<const char* const> tables)
{
    const auto isWanted = [](void* wanted, const char* table) {
        const auto& names = *static_cast<std::span<const char* const>*>(wanted);
        return std::ranges::find(names, std::string_view(table)) != names.end() ? 1 : 0;
    };
    const auto recordedWins = [](void*, int kind, sqlite3_changeset_iter*) {
        return kind == SQLITE_CHANGESET_CONFLICT || kind == SQLITE_CHANGESET_DATA
                   ? SQLITE_CHANGESET_REPLACE
                   : SQLITE_CHANGESET_ABORT;
    };
    connection.expect(sqlite3changeset_apply(connection.handle(),
                                             static_cast<int>(changeset.size()),
                                             readable(changeset), isWanted, recordedWins, &tables));
}

} // namespace twelvefold::store
