// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/revert_record.h"

#include <compare>
#include <string_view>

namespace twelvefold::store {
namespace {

// As far as SQLite tells apart what it stores; it hands whole numbers of REAL columns out as
// integers where a changeset has them.
bool sameValue(sqlite3_value* a, sqlite3_value* b, bool real)
{
    const auto typeOf = [real](sqlite3_value* value) {
        const int type = sqlite3_value_type(value);
        return real && type == SQLITE_INTEGER ? SQLITE_FLOAT : type;
    };
    if (typeOf(a) != typeOf(b))
        return false;
    switch (typeOf(a)) {
    case SQLITE_NULL:
        return true;
    case SQLITE_INTEGER:
        return sqlite3_value_int64(a) == sqlite3_value_int64(b);
    case SQLITE_FLOAT:
        return std::is_eq(sqlite3_value_double(a) <=> sqlite3_value_double(b));
    default:
        break;
    }
    const auto bytesIn = [](sqlite3_value* value) {
        const auto* data = static_cast<const char*>(sqlite3_value_blob(value));
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
        return std::string_view(data == nullptr ? "" : data, data == nullptr ? 0 : size);
    };
    return bytesIn(a) == bytesIn(b);
}

std::string whereKey(const Shape& shape)
{
    std::string where;
    for (const int column : shape.key)
        where += (where.empty() ? " WHERE " : " AND ") +
                 shape.columns[static_cast<std::size_t>(column)] + " = ?";
    return where;
}

std::string commas(const std::vector<std::string>& names)
{
    std::string all;
    for (const std::string& name : names)
        all += (all.empty() ? "" : ", ") + name;
    return all;
}

// Whether the record says, in all of these columns, what the change has there.
bool says(const Query& record, const Shape& shape, const Values& values)
{
    for (std::size_t column = 0; column < values.size(); ++column) {
        if (values[column] != nullptr &&
            !sameValue(record.value(static_cast<int>(column)), values[column], shape.real[column]))
            return false;
    }
    return true;
}

Values valuesOf(const ChangedRecord& change, sqlite3_value* (ChangedRecord::*which)(int) const)
{
    Values values;
    for (int column = 0; column < change.columns; ++column)
        values.push_back((change.*which)(column));
    return values;
}

// Runs what may break a constraint that another record has come to need since.
bool runs(Query& query)
{
    try {
        query.run();
        return true;
    } catch (const SqlError& error) {
        if (error.code() != SQLITE_CONSTRAINT)
            throw;
        return false;
    }
}

bool remove(Connection& connection, const Shape& shape, const ChangedRecord& change, Tally& taken)
{
    const Values key = keyOf(shape, change);
    {
        Query now(connection, shape.lookUp);
        if (!now.with(key).next())
            return true; // somebody has removed it already
        if (!says(now, shape, valuesOf(change, &ChangedRecord::after)))
            return false;
    }
    Query query(connection, "DELETE FROM " + shape.table + whereKey(shape));
    query.with(key).run();
    ++taken.removed;
    return true;
}

bool changeBack(Connection& connection, const Shape& shape, const ChangedRecord& change,
                Tally& taken)
{
    const Values key = keyOf(shape, change);
    Values before = valuesOf(change, &ChangedRecord::before);
    for (const int column : shape.key)
        before[static_cast<std::size_t>(column)] = nullptr;
    {
        Query now(connection, shape.lookUp);
        if (!now.with(key).next())
            return false;
        if (says(now, shape, before))
            return true;
        if (!says(now, shape, valuesOf(change, &ChangedRecord::after)))
            return false;
    }
    std::string columns;
    Values values;
    for (std::size_t column = 0; column < before.size(); ++column) {
        if (before[column] == nullptr)
            continue;
        columns += (columns.empty() ? "" : ", ") + shape.columns[column] + " = ?";
        values.push_back(before[column]);
    }
    values.insert(values.end(), key.begin(), key.end());
    Query query(connection, "UPDATE " + shape.table + " SET " + columns + whereKey(shape));
    if (!runs(query.with(values)))
        return false;
    ++taken.changed;
    return true;
}

bool putBack(Connection& connection, const Shape& shape, const ChangedRecord& change, Tally& taken)
{
    const Values values = valuesOf(change, &ChangedRecord::before);
    {
        Query now(connection, shape.lookUp);
        if (now.with(keyOf(shape, change)).next())
            return says(now, shape, values);
    }
    std::string marks;
    for (std::size_t column = 0; column < values.size(); ++column)
        marks += marks.empty() ? "?" : ", ?";
    Query query(connection, "INSERT INTO " + shape.table + " (" + commas(shape.columns) +
                                ") VALUES (" + marks + ")");
    if (!runs(query.with(values)))
        return false;
    ++taken.added;
    return true;
}

} // namespace

Values keyOf(const Shape& shape, const ChangedRecord& change)
{
    Values key;
    for (const int column : shape.key)
        key.push_back(change.operation == SQLITE_INSERT ? change.after(column)
                                                        : change.before(column));
    return key;
}

bool isThere(Connection& connection, const Shape& shape, const ChangedRecord& change)
{
    Query query(connection, shape.lookUp);
    return query.with(keyOf(shape, change)).next();
}

// Whether the record is now as it was before the change: false where it has become a third thing.
bool revertRecord(Connection& connection, const Shape& shape, const ChangedRecord& change,
                  Tally& taken)
{
    switch (change.operation) {
    case SQLITE_INSERT:
        return remove(connection, shape, change, taken);
    case SQLITE_UPDATE:
        return changeBack(connection, shape, change, taken);
    default:
        return putBack(connection, shape, change, taken);
    }
}

} // namespace twelvefold::store
