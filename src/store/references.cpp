// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/references.h"

#include "store/schema.h"

namespace twelvefold::store {
namespace {

std::string keyColumnsOf(Connection& connection, const std::string& table)
{
    std::string columns;
    Query query(connection, "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY cid");
    query.with(table);
    while (query.next())
        columns += ", c." + query.text(0);
    return columns;
}

std::string orphansIn(const std::string& table, const std::string& column, const std::string& key,
                      const std::string& parent, const std::string& parentColumn)
{
    return "SELECT c." + column + key + " FROM " + table + " c LEFT JOIN " + parent + " p ON p." +
           parentColumn + " = c." + column + " WHERE c." + column + " IS NOT NULL AND p." +
           parentColumn + " IS NULL";
}

void addReferences(Connection& connection, const std::string& table, std::vector<Reference>& to)
{
    const std::string key = keyColumnsOf(connection, table);
    Query query(connection, "SELECT \"table\", min(\"from\"), min(\"to\") "
                            "FROM pragma_foreign_key_list(?) GROUP BY id HAVING count(*) = 1");
    query.with(table);
    while (query.next())
        to.push_back({table, query.text(0),
                      orphansIn(table, query.text(1), key, query.text(0), query.text(2))});
}

} // namespace

std::vector<Reference> references(Connection& connection)
{
    std::vector<Reference> all;
    for (const auto tables : {recordedTables(), draftTables()}) {
        for (const char* table : tables)
            addReferences(connection, table, all);
    }
    return all;
}

} // namespace twelvefold::store
