// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <cerrno>

namespace twelvefold::store {
namespace {

bool isFull(int cause)
{
#ifdef EDQUOT
    if (cause == EDQUOT)
        return true;
#endif
    return cause == ENOSPC || cause == EFBIG;
}

} // namespace

Query::Query(Connection& connection, std::string_view sql) : m_connection(connection)
{
    auto found = connection.m_prepared.find(sql);
    if (found == connection.m_prepared.end())
        found = connection.m_prepared.emplace(sql, Connection::Prepared()).first;
    Connection::Prepared& prepared = found->second;
    if (prepared.taken) {
        m_taken = nullptr;
        m_statement = connection.prepare(sql);
        return;
    }
    if (prepared.statement == nullptr)
        prepared.statement = connection.prepare(sql);
    m_statement = prepared.statement;
    m_taken = &prepared.taken;
    *m_taken = true;
}

Query::~Query()
{
    if (m_taken == nullptr) {
        sqlite3_finalize(m_statement);
        return;
    }
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    *m_taken = false;
}

void Query::expect(int code) const
{
    if (code != SQLITE_OK)
        m_connection.fail(code);
}

bool Query::next()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_connection.fail(code);
    return false;
}

void Query::run()
{
    while (next()) {
    }
    again();
}

void Query::again()
{
    expect(sqlite3_reset(m_statement));
}

std::string_view Query::view(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    if (text == nullptr)
        return {};
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

std::span<const std::byte> Query::bytes(int column) const
{
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(m_statement, column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

void Query::bind(std::nullopt_t)
{
    expect(sqlite3_bind_null(m_statement, m_next++));
}

void Query::bind(std::int64_t value)
{
    expect(sqlite3_bind_int64(m_statement, m_next++, value));
}

void Query::bind(double value)
{
    expect(sqlite3_bind_double(m_statement, m_next++, value));
}

void Query::bind(std::string_view text)
{
    // A null pointer would bind NULL: an empty text is not the same.
    const char* data = text.data() == nullptr ? "" : text.data();
    expect(
        sqlite3_bind_text64(m_statement, m_next++, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Query::bind(std::span<const std::byte> bytes)
{
    const void* data = bytes.data() == nullptr ? static_cast<const void*>("") : bytes.data();
    expect(sqlite3_bind_blob64(m_statement, m_next++, data, bytes.size(), SQLITE_STATIC));
}

void Query::bind(const std::vector<sqlite3_value*>& values)
{
    for (const sqlite3_value* value : values)
        expect(sqlite3_bind_value(m_statement, m_next++, value));
}

void Query::bind(const std::vector<RecordCell>& cells)
{
    for (const RecordCell& cell : cells) {
        if (const auto* integer = std::get_if<std::int64_t>(&cell))
            bind(*integer);
        else if (const auto* number = std::get_if<double>(&cell))
            bind(*number);
        else if (const auto* text = std::get_if<std::string_view>(&cell))
            bind(*text);
        else
            bind(std::nullopt);
    }
}

namespace {

// SQLite takes ":memory:" and "file:…" for something else than names, but never a path with a
// folder in front.
std::filesystem::path plainName(const std::filesystem::path& path, int flags)
{
    const bool meant = (flags & SQLITE_OPEN_MEMORY) != 0;
    return meant || path.is_absolute() ? path : "." / path;
}

} // namespace

Connection::Connection(const std::filesystem::path& path, int flags)
{
    const std::u8string name = plainName(path, flags).u8string();
    const int code = sqlite3_open_v2(reinterpret_cast<const char*>(name.c_str()), &m_handle,
                                     flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code == SQLITE_OK)
        return;
    const std::string why = m_handle == nullptr ? "out of memory" : sqlite3_errmsg(m_handle);
    sqlite3_close_v2(m_handle);
    throw SqlError(code, why);
}

Connection::~Connection()
{
    for (const auto& [sql, prepared] : m_prepared)
        sqlite3_finalize(prepared.statement);
    sqlite3_close_v2(m_handle);
}

void Connection::run(const char* sql)
{
    expect(sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr));
}

std::int64_t Connection::number(std::string_view sql)
{
    Query query(*this, sql);
    return query.next() ? query.integer(0) : 0;
}

void Connection::fail(int code) const
{
    // SQLite calls only one kind of full disk full: a quota and a limit on a file's size are
    // others.
    const int cause = (code & 0xff) == SQLITE_IOERR ? sqlite3_system_errno(m_handle) : 0;
    if (isFull(cause))
        code = SQLITE_FULL;
    throw SqlError(code, sqlite3_errmsg(m_handle));
}

sqlite3_stmt* Connection::prepare(std::string_view sql) const
{
    sqlite3_stmt* statement = nullptr;
    expect(sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
                              SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return statement;
}

Transaction::Transaction(Connection& connection) : m_connection(connection)
{
    // At once as a writer: a transaction that reads first could find the file busy later.
    m_connection.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    // SQLite itself has rolled back after some errors; then there is nothing left to do.
    if (m_open && sqlite3_get_autocommit(m_connection.handle()) == 0)
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_connection.run("COMMIT");
    m_open = false;
}

ReadTransaction::ReadTransaction(Connection& connection)
    : m_connection(connection), m_begun(sqlite3_get_autocommit(connection.handle()) != 0)
{
    if (m_begun)
        m_connection.run("BEGIN");
}

ReadTransaction::~ReadTransaction()
{
    if (m_begun)
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace twelvefold::store
