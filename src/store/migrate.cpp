// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrate.h"

#include "store/audit.h"
#include "store/content.h"
#include "store/drafts.h"

#include <algorithm>
#include <map>

namespace twelvefold::store {
namespace {

constexpr MessageKind kBroughtUp{
    "store-brought-up", TWELVEFOLD_TEXT("Message", "Bring the store up to version %1 of its form")};

// The first version in which records are held to the audit.
constexpr std::size_t kHeldToAudit = 2;

bool isHeldToAudit(Connection& connection)
{
    return schemaVersion(connection) >= static_cast<std::int64_t>(kHeldToAudit);
}

Sums contentNow(Connection& connection)
{
    if (!isHeldToAudit(connection))
        return {};
    return contentOf(connection, Shapes(connection), ContentKeys::Missing::make);
}

// Changesets have NULL for a column that ALTER TABLE has added, whatever its default, until a
// record is written again: undoing its next change would put that NULL in. So each is written once.
void writeOut(Connection& connection, const std::map<std::string, std::vector<std::string>>& before)
{
    for (const auto& [table, columns] : before) {
        for (const std::string& column : columnsOf(connection, table)) {
            if (!columns.empty() && std::ranges::find(columns, column) == columns.end())
                connection.run("UPDATE " + table + " SET " + column + " = " + column);
        }
    }
}

std::map<std::string, std::vector<std::string>> columnsOfRecords(Connection& connection)
{
    std::map<std::string, std::vector<std::string>> columns;
    for (const auto tables : {recordedTables(), draftTables()}) {
        for (const char* table : tables)
            columns[table] = columnsOf(connection, table);
    }
    return columns;
}

void recordStep(Connection& connection, const Sums& before)
{
    NewEntry entry;
    entry.kind = AuditEntry::Kind::bulk;
    entry.name = {kBroughtUp, {schemaVersion(connection)}};
    entry.author = "Twelvefold";
    entry.undoable = false;
    entry.content = recordedAfter(connection, difference(contentNow(connection), before));
    append(connection, entry);
}

} // namespace

void migrate(Connection& connection, std::span<const Migration> steps)
{
    for (auto version = static_cast<std::size_t>(schemaVersion(connection)); version < steps.size();
         ++version) {
        Transaction transaction(connection);
        const Sums before = contentNow(connection);
        const auto columns = columnsOfRecords(connection);
        connection.run(std::string(steps[version].sql));
        writeOut(connection, columns);
        connection.run("PRAGMA user_version = " + std::to_string(version + 1));
        const bool isNew = version == 0 || connection.number("SELECT count(*) FROM about") == 0;
        if (version + 1 == kHeldToAudit)
            giveDigests(connection);
        if (!isNew && isHeldToAudit(connection))
            recordStep(connection, before);
        transaction.commit();
    }
}

} // namespace twelvefold::store
