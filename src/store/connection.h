// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/ids.h"
#include "domain/money.h"
#include "domain/record_table.h"
#include "domain/sensitive_text.h"
#include "domain/words.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

// SQLite in RAII, speaking the domain's types. Only the store's own sources include this.
namespace twelvefold::store {

using namespace twelvefold::domain;

// What SQLite refused, with its extended result code.
class SqlError : public std::runtime_error
{
public:
    SqlError(int code, const std::string& what) : std::runtime_error(what), m_code(code) {}
    int code() const { return m_code & 0xff; } // the primary result code
    int extendedCode() const { return m_code; }

private:
    int m_code;
};

class Connection;

// One use of a prepared statement: it goes back to the connection when it goes out of scope.
// Parameters are bound in order; texts and bytes must outlive the step that uses them.
class Query
{
public:
    Query(Connection& connection, std::string_view sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    template<class... Values>
    Query& with(const Values&... values)
    {
        m_next = 1;
        (bind(values), ...);
        return *this;
    }
    bool next();  // to the next row; false after the last one
    void run();   // to the end, ready to be bound again
    void again(); // ready to be bound and read again

    bool isNull(int column) const
    {
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
    }
    std::int64_t integer(int column) const { return sqlite3_column_int64(m_statement, column); }
    int small(int column) const { return sqlite3_column_int(m_statement, column); }
    double real(int column) const { return sqlite3_column_double(m_statement, column); }
    std::string_view view(int column) const; // until the next step
    std::string text(int column) const { return std::string(view(column)); }
    std::span<const std::byte> bytes(int column) const; // until the next step
    // As it lies in the file, until the next step.
    sqlite3_value* value(int column) const { return sqlite3_column_value(m_statement, column); }
    int columns() const { return sqlite3_column_count(m_statement); }
    Date day(int column) const { return Date::fromDayNumber(small(column)); }
    std::optional<Date> optionalDay(int column) const { return get<std::optional<Date>>(column); }
    std::optional<bool> optionalFlag(int column) const { return get<std::optional<bool>>(column); }
    Period period(int column) const { return {day(column), optionalDay(column + 1)}; }

    template<class IdType>
    IdType id(int column) const
    {
        return IdType{integer(column)};
    }
    // The constraints of the schema allow no other word; a damaged file gives the first.
    template<class Enum>
    Enum word(int column) const
    {
        return fromToken<Enum>(view(column)).value_or(Enum{});
    }
    template<class Enum>
    std::optional<Enum> optionalWord(int column) const
    {
        return get<std::optional<Enum>>(column);
    }
    template<class Value>
    Value get(int column) const
    {
        Value value{};
        read(column, value);
        return value;
    }

    void read(int column, std::int64_t& into) const { into = integer(column); }
    void read(int column, int& into) const { into = small(column); }
    void read(int column, bool& into) const { into = integer(column) != 0; }
    void read(int column, double& into) const { into = real(column); }
    void read(int column, std::string& into) const { into = text(column); }
    void read(int column, SensitiveText& into) const { into = SensitiveText(text(column)); }
    void read(int column, Date& into) const { into = day(column); }
    void read(int column, Money& into) const { into = Money::pence(integer(column)); }
    template<std::size_t size> // bytes of another number are none
    void read(int column, std::array<std::byte, size>& into) const
    {
        into = {};
        if (const auto found = bytes(column); found.size() == size)
            std::ranges::copy(found, into.begin());
    }
    template<class Tag>
    void read(int column, Id<Tag>& into) const
    {
        into = id<Id<Tag>>(column);
    }
    template<class Enum>
    requires std::is_enum_v<Enum>
    void read(int column, Enum& into) const { into = word<Enum>(column); }
    template<class T>
    void read(int column, std::optional<T>& into) const
    {
        if (isNull(column))
            into.reset();
        else if constexpr (std::is_enum_v<T>)
            into = fromToken<T>(view(column));
        else
            into = get<T>(column);
    }

private:
    void bind(std::nullopt_t);
    void bind(std::int64_t value);
    void bind(double value);
    void bind(std::string_view text);
    void bind(std::span<const std::byte> bytes);
    void bind(const std::vector<sqlite3_value*>& values);
    void bind(const std::vector<RecordCell>& cells);
    void bind(const std::string& text) { bind(std::string_view(text)); }
    void bind(const char* text) { bind(std::string_view(text)); }
    void bind(const SensitiveText& text) { bind(std::string_view(text.reveal())); }
    void bind(Date day) { bind(std::int64_t{day.dayNumber()}); }
    void bind(Money money) { bind(money.inPence()); }
    void bind(const Period& period)
    {
        bind(period.start);
        bind(period.end);
    }
    template<std::integral Integer>
    void bind(Integer value)
    {
        bind(static_cast<std::int64_t>(value));
    }
    template<class Tag>
    void bind(Id<Tag> id)
    {
        bind(id.value);
    }
    template<class Enum>
    requires std::is_enum_v<Enum>
    void bind(Enum value) { bind(token(value)); }
    template<class T>
    void bind(const std::optional<T>& value)
    {
        if (value)
            bind(*value);
        else
            bind(std::nullopt);
    }
    template<class... Values>
    void bind(const std::tuple<Values...>& values)
    {
        std::apply([&](const Values&... each) { (bind(each), ...); }, values);
    }
    void expect(int code) const;

    Connection& m_connection;
    bool* m_taken; // the connection's mark that the statement is in use; null: it is ours alone
    sqlite3_stmt* m_statement;
    int m_next = 1;
};

// One open database, used by one thread at a time: the store sees to that.
class Connection
{
public:
    // flags as of sqlite3_open_v2. Throws SqlError.
    Connection(const std::filesystem::path& path, int flags);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    sqlite3* handle() const { return m_handle; }
    void run(const char* sql); // any number of statements, without results
    void run(const std::string& sql) { run(sql.c_str()); }
    std::int64_t number(std::string_view sql); // the first column of the first row, 0 without one
    std::int64_t changes() const { return sqlite3_changes64(m_handle); } // of the last statement
    std::int64_t allChanges() const { return sqlite3_total_changes64(m_handle); }

    [[noreturn]] void fail(int code) const;
    void expect(int code) const
    {
        if (code != SQLITE_OK)
            fail(code);
    }

private:
    friend class Query;
    struct Prepared
    {
        sqlite3_stmt* statement = nullptr;
        bool taken = false;
    };
    struct TextHash : std::hash<std::string_view>
    {
        using is_transparent = void;
    };
    sqlite3_stmt* prepare(std::string_view sql) const;

    sqlite3* m_handle = nullptr;
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>>
        m_prepared; // by their text
};

// Rolls back what was not committed.
class Transaction
{
public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Connection& m_connection;
    bool m_open = true;
};

// While it lives, everything is read as of one moment, whatever another program writes meanwhile.
class ReadTransaction
{
public:
    explicit ReadTransaction(Connection& connection);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

private:
    Connection& m_connection;
    bool m_begun; // not inside an edit, which is one moment already
};

} // namespace twelvefold::store
