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

void addReferences(Connection& connection, const std::string& table, std::vector<Reference>& to)
{
    const std::string key = keyColumnsOf(connection, table);
    Query query(connection, "SELECT \"table\", min(\"from\"), min(\"to\") "
                            "FROM pragma_foreign_key_list(?) GROUP BY id HAVING count(*) = 1");
    query.with(table);
    while (query.next()) {
        const std::string column = "c." + query.text(1);
        const std::string parent = "p." + query.text(2);
        to.push_back({table, query.text(0),
                      "SELECT " + column + key + " FROM " + table + " c LEFT JOIN " +
                          query.text(0) + " p ON " + parent + " = " + column + " WHERE " + column +
                          " IS NOT NULL AND " + parent + " IS NULL"});
    }
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
