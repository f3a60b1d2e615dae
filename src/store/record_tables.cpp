// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record_tables.h"

#include "store/fields.h"
#include "store/open_store.h"
#include "store/schema_check.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace twelvefold::store {
namespace {

constexpr MessageKind kLaterRecords{
    "records-of-later-version",
    TWELVEFOLD_TEXT("Message", "%1 was made by a later version of Twelvefold: update the program "
                               "to save its records as tables.")};

using Kind = RecordColumn::Kind;

// The words that a CHECK allows in a column, of "a = 'x' OR a = 'y'" and "a IN ('x', 'y')".
void addWords(const std::string& check, const std::string& column, std::vector<std::string>& words)
{
    const auto quoted = [&](std::size_t from) {
        const std::size_t end = check.find('\'', from);
        words.push_back(check.substr(from, end - from));
        return end + 1;
    };
    const std::string equals = column + " = '", in = column + " IN (";
    for (std::size_t at = check.find(equals); at != check.npos; at = check.find(equals, at + 1))
        quoted(at + equals.size());
    if (const std::size_t list = check.find(in); list != check.npos) {
        const std::size_t end = check.find(')', list);
        for (std::size_t at = check.find('\'', list); at < end; at = check.find('\'', at))
            at = quoted(at + 1);
    }
}

Kind kindOf(std::string_view type, const ColumnWords& words)
{
    if (words.means)
        return *words.means;
    return type == "TEXT" ? Kind::text : type == "REAL" ? Kind::number : Kind::integer;
}

const ColumnWords& wordsOf(const TableWords& table, std::string_view column)
{
    const auto found =
        std::ranges::find(table.columns, column, [](const ColumnWords& c) { return c.name; });
    if (found == table.columns.end())
        throw std::logic_error("a column without words: " + std::string(column));
    return *found;
}

std::vector<std::string> checksOf(Connection& connection, const char* table)
{
    Query query(connection, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?");
    return query.with(table).next() ? checksIn(query.view(0)) : std::vector<std::string>();
}

std::vector<RecordReference> referencesOf(Connection& connection, const char* table)
{
    std::map<std::int64_t, RecordReference> found;
    Query query(connection, "SELECT id, \"table\", \"from\", \"to\" FROM "
                            "pragma_foreign_key_list(?) ORDER BY id DESC, seq");
    query.with(table);
    while (query.next()) {
        RecordReference& reference = found[-query.integer(0)]; // in the order of the schema
        reference.table = query.text(1);
        reference.columns.push_back(query.text(2));
        reference.theirs.push_back(query.text(3));
    }
    std::vector<RecordReference> references;
    for (auto& [place, reference] : found)
        references.push_back(std::move(reference));
    return references;
}

RecordTable tableOf(Connection& connection, const TableWords& words)
{
    RecordTable table{words.name, words.about, {}, {}, referencesOf(connection, words.name)};
    const std::vector<std::string> checks = checksOf(connection, words.name);
    std::map<std::int64_t, std::string> key;
    Query query(connection,
                "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid");
    query.with(words.name);
    while (query.next()) {
        if (query.view(1) == "BLOB")
            continue;
        const ColumnWords& told = wordsOf(words, query.view(0));
        RecordColumn column{query.text(0),
                            kindOf(query.view(1), told),
                            query.integer(2) == 0 && query.integer(3) == 0,
                            told.about,
                            {}};
        for (const std::string& check : checks)
            addWords(check, column.name, column.words);
        if (query.integer(3) > 0)
            key[query.integer(3)] = column.name;
        table.columns.push_back(std::move(column));
    }
    for (auto& [place, column] : key)
        table.key.push_back(std::move(column));
    return table;
}

std::string joinedNames(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

} // namespace

std::vector<RecordTable> recordTablesOf(Connection& connection)
{
    std::vector<RecordTable> tables;
    for (const TableWords& words : recordWords()) {
        RecordTable table = tableOf(connection, words);
        if (!table.columns.empty()) // else of a later version
            tables.push_back(std::move(table));
    }
    return tables;
}

RecordCell recordCellOf(const Query& query, int column)
{
    sqlite3_value* value = query.value(column);
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        return std::int64_t{sqlite3_value_int64(value)};
    case SQLITE_FLOAT:
        return sqlite3_value_double(value);
    case SQLITE_TEXT:
        return query.view(column);
    default:
        return {};
    }
}

std::string namesOf(std::span<const RecordColumn> columns)
{
    std::vector<std::string> names;
    for (const RecordColumn& column : columns)
        names.push_back(column.name);
    return joinedNames(names);
}

std::int64_t Store::currentSchema()
{
    return std::ssize(migrations());
}

std::vector<RecordTable> Store::recordTables(std::int64_t schema)
{
    const std::vector<Migration> steps = migrations();
    if (schema < 1 || schema > std::ssize(steps))
        return {};
    return recordTablesOf(*freshDatabase(std::span(steps).first(static_cast<std::size_t>(schema))));
}

RecordTable Store::historyTable()
{
    RecordTable table{historyWords().name, historyWords().about, {}, {"sequence"}, {}};
    for (const ColumnWords& column : historyWords().columns)
        table.columns.push_back(
            {column.name,
             std::string_view(column.name) == "sequence" ? Kind::integer : Kind::text,
             false,
             column.about,
             {}});
    return table;
}

Result<Done>
Store::readRecords(const std::function<void(const RecordTable&)>& begins,
                   const std::function<void(std::span<const RecordCell>)>& record) const
{
    return m_open->alone([&]() -> Result<Done> {
        Connection& connection = *m_open->connection;
        if (schemaVersion(connection) != currentSchema())
            return Message{kLaterRecords, {shownName(m_open->path)}};
        const ReadTransaction moment(connection);
        for (const RecordTable& table : recordTables()) {
            begins(table);
            Query query(connection, selectionText(table.name, namesOf(table.columns)) +
                                        " ORDER BY " + joinedNames(table.key));
            std::vector<RecordCell> cells(table.columns.size());
            while (query.next()) {
                for (std::size_t column = 0; column < cells.size(); ++column)
                    cells[column] = recordCellOf(query, static_cast<int>(column));
                record(cells);
            }
        }
        return Done{};
    });
}

} // namespace twelvefold::store
