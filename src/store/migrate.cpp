// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrate.h"

#include "store/audit.h"
#include "store/content.h"
#include "store/drafts.h"

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
        connection.run(std::string(steps[version].sql));
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
