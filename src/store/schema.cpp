// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include "embedded/migrations.h"

#include <algorithm>

namespace twelvefold::store {
namespace {

constexpr const char* kRecorded[] = {
    "child",          "identity",     "kind_period",         "provider",
    "placement",      "episode",      "episode_postcode",    "cost_line",
    "outcome",        "goal",         "goal_level",          "goal_review",
    "framework",      "need_level",   "need_domain",         "need_descriptor",
    "strength_level", "strength",     "strength_descriptor", "band",
    "framework_map",  "assessment",   "assessment_words",    "assessment_note",
    "question_aside", "care_event",   "placement_request",   "placement_answer",
    "cost_decision",  "import_batch", "import_file",         "registered_setting"};
constexpr const char* kDrafts[] = {"draft", "draft_note"};
constexpr const char* kFrameworks[] = {
    "framework",      "need_level", "need_domain",         "need_descriptor",
    "strength_level", "strength",   "strength_descriptor", "band"};

} // namespace

std::string recordsPart(const Migration& step)
{
    const std::size_t from = step.sql.find("\n-- Records:");
    return std::string(from == step.sql.npos ? std::string_view() : step.sql.substr(from));
}

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

bool hasLog(Connection& connection)
{
    Query query(connection, "PRAGMA journal_mode");
    return query.next() && query.view(0) == "wal";
}

std::vector<std::string> columnsOf(Connection& connection, std::string_view table)
{
    std::vector<std::string> columns;
    Query query(connection, "SELECT name FROM pragma_table_info(?) ORDER BY cid");
    query.with(table);
    while (query.next())
        columns.push_back(query.text(0));
    return columns;
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
    // The schema has neither: what somebody planted does nothing.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    // EXTRA syncs the folder after the journal is removed as well: with FULL a commit that was
    // acknowledged could roll back when the power fails.
    connection.run("PRAGMA foreign_keys = ON;"
                   "PRAGMA synchronous = EXTRA;"
                   "PRAGMA secure_delete = ON;"
                   "PRAGMA temp_store = MEMORY;"
                   "PRAGMA cache_size = -32768");
}

std::span<const char* const> recordedTables()
{
    return kRecorded;
}

std::span<const char* const> draftTables()
{
    return kDrafts;
}

std::span<const char* const> frameworkTables()
{
    return kFrameworks;
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
