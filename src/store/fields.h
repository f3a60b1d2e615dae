// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <functional>
#include <string>
#include <tuple>
#include <type_traits>

// What a column of a table holds of a record, by name: the statements that read and write records
// are made from such lists (store/tables.h), so the order of a table's columns means nothing.
namespace twelvefold::store {

// A column and the member that it holds: a pointer to it, or a function that gives it.
template<class Member>
struct Field
{
    const char* column;
    Member member;

    template<class Record>
    const auto& in(const Record& record) const
    {
        return std::invoke(member, record);
    }
};
template<class Member>
Field(const char*, Member) -> Field<Member>;

// A text by which others find the record. The schema wants uniqueness only of those that are there,
// so an empty one is none.
template<class Member>
struct Identifier
{
    const char* column;
    Member member;

    template<class Record>
    std::optional<std::string_view> in(const Record& record) const
    {
        const std::string& text = std::invoke(member, record);
        return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
    }
};
template<class Member>
Identifier(const char*, Member) -> Identifier<Member>;

template<class... Each>
struct Fields
{
    std::tuple<Each...> each;

    constexpr explicit Fields(Each... fields) : each(fields...) {}

    static constexpr int size() { return static_cast<int>(sizeof...(Each)); }
    // "child, start_day", or "p.child, p.start_day" after a prefix.
    std::string names(const std::string& prefix = "") const
    {
        std::string names;
        const auto add = [&](const char* column) {
            names += (names.empty() ? "" : ", ") + prefix + column;
        };
        std::apply([&](const Each&... field) { (add(field.column), ...); }, each);
        return names;
    }
    // The values that go into the columns, for Query::with(), while the record lives.
    template<class Record>
    auto of(const Record& record) const
    {
        return std::apply(
            [&](const Each&... field) {
                return std::tuple<decltype(field.in(record))...>(field.in(record)...);
            },
            each);
    }
    // From a row with these names, the first of them in a column.
    template<class Record>
    void read(const Query& query, int column, Record& into) const
    {
        std::apply(
            [&](const Each&... field) {
                (query.read(column++, std::invoke(field.member, into)), ...);
            },
            each);
    }
};

// The table of a kind of record: its primary key, or the part of it that says whose the record is,
// and the rest.
template<class Record, class Key, class Rest>
struct Table
{
    const char* name;
    Field<Key Record::*> key;
    Rest rest;

    std::string names(const std::string& prefix = "") const
    {
        return prefix + key.column + ", " + rest.names(prefix);
    }
    static constexpr int size() { return 1 + Rest::size(); }
    // The record in a row that begins with these names.
    Record operator()(const Query& query) const
    {
        Record record;
        query.read(0, std::invoke(key.member, record));
        rest.read(query, 1, record);
        return record;
    }
};

template<class Record, class Key, class Rest>
Table(const char*, Field<Key Record::*>, Rest) -> Table<Record, Key, Rest>;

// Statements of names of our own schema: "a, b" are the columns.
std::string selectionText(const std::string& table, const std::string& columns);
std::string insertionText(const std::string& table, const std::string& columns);
std::string changeText(const std::string& table, const std::string& key,
                       const std::string& columns);
std::string replacementText(const std::string& table, const std::string& key,
                            const std::string& columns);

std::string selectionOf(const auto& table)
{
    return selectionText(table.name, table.names());
}

// Writing a record, under the key that it has or is given. Each text is put together once.
template<const auto& table>
void insert(Connection& connection, const auto& key, const auto& record)
{
    static const std::string sql = insertionText(table.name, table.names());
    Query(connection, sql).with(key, table.rest.of(record)).run();
}

template<const auto& table>
void change(Connection& connection, const auto& record)
{
    static const std::string sql = changeText(table.name, table.key.column, table.rest.names());
    Query(connection, sql).with(table.rest.of(record), table.key.in(record)).run();
}

// Inserts, or changes the record that is there.
template<const auto& table>
void replace(Connection& connection, const auto& key, const auto& record)
{
    static const std::string sql =
        replacementText(table.name, table.key.column, table.rest.names());
    Query(connection, sql).with(key, table.rest.of(record)).run();
}

} // namespace twelvefold::store
