// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include "embedded/migrations.h"

#include <algorithm>

namespace twelvefold::store {
namespace {

constexpr const char* kRecorded[] = {
    "child",          "identity",   "kind_period",         "provider",
    "placement",      "episode",    "episode_postcode",    "cost_line",
    "outcome",        "goal",       "goal_level",          "goal_review",
    "framework",      "need_level", "need_domain",         "need_descriptor",
    "strength_level", "strength",   "strength_descriptor", "band",
    "framework_map",  "assessment", "assessment_words",    "assessment_note",
    "import_batch",   "import_file"};

} // namespace

std::vector<Migration> migrations()
{
    std::vector<Migration> steps;
    for (const embedded::File& file : embedded::migrations())
        steps.push_back({file.name, file.text});
    return steps;
}

std::int64_t schemaVersion(Connection& connection)
{
    return connection.number("PRAGMA user_version");
}

void migrate(Connection& connection, std::span<const Migration> steps)
{
    for (auto version = static_cast<std::size_t>(schemaVersion(connection)); version < steps.size();
         ++version) {
        Transaction transaction(connection);
        connection.run(std::string(steps[version].sql));
        connection.run("PRAGMA user_version = " + std::to_string(version + 1));
        transaction.commit();
    }
}

void prepareConnection(Connection& connection)
{
    sqlite3* handle = connection.handle();
    sqlite3_busy_timeout(handle, 5000);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // A file from elsewhere must not run functions of its own choosing.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    connection.run("PRAGMA foreign_keys = ON;"
                   "PRAGMA synchronous = FULL;"
                   "PRAGMA secure_delete = ON;"
                   "PRAGMA temp_store = MEMORY;"
                   "PRAGMA cache_size = -32768");
}

std::span<const char* const> recordedTables()
{
    return kRecorded;
}

std::vector<Index> indexesOfRecordedTables(Connection& connection)
{
    std::vector<Index> indexes;
    Query query(connection, "SELECT name, tbl_name, sql FROM sqlite_schema "
                            "WHERE type = 'index' AND sql IS NOT NULL ORDER BY name");
    while (query.next()) {
        if (std::ranges::find(kRecorded, query.view(1)) != std::end(kRecorded))
            indexes.push_back({query.text(0), query.text(2)});
    }
    return indexes;
}

} // namespace twelvefold::store
