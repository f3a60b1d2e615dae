// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/audit.h"

#include "files/clock.h"
#include "store/audit_chain.h"
#include "store/content.h"
#include "store/message_text.h"
#include "store/schema.h"
#include "store/tables.h"

#include <array>

namespace twelvefold::store {
namespace {

using Kind = AuditEntry::Kind;
constexpr std::array<const char*, 4> kKinds{"edit", "undo", "redo", "bulk"};

std::string_view kindText(Kind kind)
{
    return kKinds[static_cast<std::size_t>(kind)];
}

Kind kindOf(std::string_view text)
{
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        if (text == kKinds[i])
            return static_cast<Kind>(i);
    }
    return Kind::edit;
}

std::vector<AuditEntry> entries(Query& query)
{
    std::vector<AuditEntry> result;
    while (query.next()) {
        const ChainFields fields = kAudit(query);
        result.push_back({fields.sequence, fields.at, fields.author,
                          messageOf(fields.code, fields.english, fields.arguments),
                          kindOf(fields.kind), fields.detail});
    }
    return result;
}

// "2026-03-31T14:02:11Z"
Date dayOf(std::string_view at)
{
    return Date::fromIso(at.substr(0, 10)).value_or(Date());
}

// An edit is undone when the last thing that was done to it was an undo.
constexpr const char* kLatestInForce =
    "SELECT sequence, schema_version, undoable FROM audit a WHERE target IS NULL "
    "AND (SELECT kind FROM audit u WHERE u.target = a.sequence ORDER BY sequence DESC LIMIT 1) "
    "IS NOT 'undo' ORDER BY sequence DESC LIMIT 1";

ChainFields fieldsOf(Connection& connection, const NewEntry& entry)
{
    ChainFields fields;
    fields.salt = newSalt();
    fields.sequence = connection.number("SELECT max(sequence) FROM audit") + 1;
    fields.at = files::utcNow();
    fields.author = entry.author;
    fields.kind = kindText(entry.kind);
    fields.code = entry.name.kind.code;
    fields.english = entry.name.kind.english;
    fields.arguments = argumentsText(entry.name);
    fields.detail = entry.detail;
    fields.target = entry.target;
    fields.schemaVersion = schemaVersion(connection);
    fields.undoable = entry.undoable;
    PayloadDigest digest(*fields.salt);
    digest.add(entry.children);
    for (const Bytes& part : entry.parts)
        digest.add(part);
    digest.add(entry.erased);
    fields.content = entry.content;
    fields.payload = digest.finish();
    fields.hash = chainHash(previousHash(connection), fields);
    return fields;
}

// What an entry recorded, beside the entry itself.
void writePayload(Connection& connection, std::int64_t sequence, const NewEntry& entry)
{
    std::int64_t number = 0;
    for (const Bytes& part : entry.parts) {
        Query(connection, "INSERT INTO audit_changeset (audit, part, changeset) VALUES (?,?,?)")
            .with(sequence, number++, std::span<const std::byte>(part))
            .run();
    }
    for (const ChildId child : entry.children)
        Query(connection, "INSERT INTO audit_child (child, audit) VALUES (?,?)")
            .with(child, sequence)
            .run();
    for (const auto& [table, sum] : entry.content)
        Query(connection, "INSERT INTO audit_content (table_name, audit, sum) VALUES (?,?,?)")
            .with(table, sequence, std::span<const std::byte>(bytesOf(sum)))
            .run();
    for (const std::int64_t erased : entry.erased)
        Query(connection, "INSERT INTO audit_gap (audit, erasure) VALUES (?,?)")
            .with(erased, sequence)
            .run();
}

} // namespace

std::int64_t append(Connection& connection, const NewEntry& entry)
{
    const ChainFields fields = fieldsOf(connection, entry);
    insert<kAudit>(connection, fields.sequence, fields);
    writePayload(connection, fields.sequence, entry);
    return fields.sequence;
}

std::vector<AuditEntry> newestEntries(Connection& connection, std::size_t count)
{
    Query query(connection, selectionOf(kAudit) + " ORDER BY sequence DESC LIMIT ?");
    return entries(query.with(static_cast<std::int64_t>(std::min<std::size_t>(count, INT32_MAX))));
}

std::vector<AuditEntry> entriesOf(Connection& connection, ChildId child)
{
    Query query(connection, selectionOf(kAudit) + " WHERE sequence IN (SELECT audit FROM "
                                                  "audit_child WHERE child = ?) "
                                                  "ORDER BY sequence DESC");
    return entries(query.with(child));
}

std::vector<Bytes> partsOf(Connection& connection, std::int64_t sequence)
{
    std::vector<Bytes> parts;
    Query query(connection, "SELECT changeset FROM audit_changeset WHERE audit = ? ORDER BY part");
    query.with(sequence);
    while (query.next()) {
        const auto bytes = query.bytes(0);
        parts.emplace_back(bytes.begin(), bytes.end());
    }
    return parts;
}

std::set<ChildId> childrenOf(Connection& connection, std::int64_t sequence)
{
    std::set<ChildId> children;
    Query query(connection, "SELECT child FROM audit_child WHERE audit = ? ORDER BY child");
    query.with(sequence);
    while (query.next())
        children.insert(children.end(), query.id<ChildId>(0));
    return children;
}

Sums contentAfter(Connection& connection, std::int64_t sequence)
{
    Sums content;
    Query query(connection, "SELECT table_name, sum FROM audit_content WHERE audit = ?");
    query.with(sequence);
    while (query.next())
        content[query.text(0)] = sumOf(query.bytes(1));
    return content;
}

std::vector<std::int64_t> erasedBy(Connection& connection, std::int64_t sequence)
{
    std::vector<std::int64_t> erased;
    Query query(connection, "SELECT audit FROM audit_gap WHERE erasure = ? ORDER BY audit");
    query.with(sequence);
    while (query.next())
        erased.push_back(query.integer(0));
    return erased;
}

std::optional<Step> stepOf(Connection& connection, std::int64_t sequence)
{
    Query query(connection, "SELECT author, at, name_code, name_english, name_arguments "
                            "FROM audit WHERE sequence = ?");
    if (!query.with(sequence).next())
        return std::nullopt;
    Step step;
    step.id = sequence;
    step.author = query.text(0);
    step.day = dayOf(query.view(1));
    step.name = messageOf(query.view(2), query.view(3), query.view(4));
    return step;
}

bool inForce(Connection& connection, std::int64_t sequence)
{
    Query query(connection,
                "SELECT kind FROM audit WHERE target = ? ORDER BY sequence DESC LIMIT 1");
    return !query.with(sequence).next() || query.view(0) != "undo";
}

bool canBeUndone(Connection& connection, std::int64_t sequence)
{
    Query query(connection, "SELECT schema_version FROM audit "
                            "WHERE sequence = ? AND target IS NULL AND undoable = 1");
    return query.with(sequence).next() && query.integer(0) == schemaVersion(connection) &&
           inForce(connection, sequence);
}

std::optional<Step> latestUndoable(Connection& connection)
{
    Query query(connection, kLatestInForce);
    if (!query.next() || query.integer(1) != schemaVersion(connection) || query.integer(2) == 0)
        return std::nullopt;
    return stepOf(connection, query.integer(0));
}

std::optional<Step> latestRedoable(Connection& connection)
{
    // A new edit ends what could be redone; what was undone last is redone first.
    const std::int64_t lastEdit =
        connection.number("SELECT max(sequence) FROM audit WHERE target IS NULL");
    Query query(connection, "SELECT target, kind, schema_version FROM audit WHERE sequence > ? "
                            "ORDER BY sequence");
    query.with(lastEdit);
    std::vector<std::int64_t> undone;
    while (query.next()) {
        if (query.integer(2) != schemaVersion(connection))
            undone.clear();
        else if (query.view(1) == "undo")
            undone.push_back(query.integer(0));
        else
            std::erase(undone, query.integer(0));
    }
    return undone.empty() ? std::nullopt : stepOf(connection, undone.back());
}

} // namespace twelvefold::store
