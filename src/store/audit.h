// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changeset.h"
#include "store/connection.h"
#include "store/store.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

// The audit trail: who did what when, each entry chained to the one before by hash.
namespace twelvefold::store {

struct NewEntry
{
    AuditEntry::Kind kind = AuditEntry::Kind::edit;
    Message name;
    std::string author;
    std::string detail;
    std::optional<std::int64_t> target; // the entry that is undone or redone
    bool undoable = true;
    std::vector<Bytes> parts;
    std::set<ChildId> children;
    Sums content; // what the tables that it moved add up to after it
    // Earlier entries whose values and salt it took away: said by whatever erases a child, which
    // the program does not do yet. The check has to know of it before the first erasure does.
    std::vector<std::int64_t> erased;
};
// Adds an entry inside the open transaction and gives back its sequence.
std::int64_t append(Connection& connection, const NewEntry& entry);

std::vector<AuditEntry> newestEntries(Connection& connection, std::size_t count);
std::vector<AuditEntry> entriesOf(Connection& connection, ChildId child);

// The changesets of an entry, in order, and whose records it touched.
std::vector<Bytes> partsOf(Connection& connection, std::int64_t sequence);
std::set<ChildId> childrenOf(Connection& connection, std::int64_t sequence);
Sums contentAfter(Connection& connection, std::int64_t sequence);
std::vector<std::int64_t> erasedBy(Connection& connection, std::int64_t sequence);

std::optional<Step> stepOf(Connection& connection, std::int64_t sequence);
// The latest edit that is in force and the latest one undone since; nothing beyond an edit that
// cannot be undone or was made with another version of the schema.
std::optional<Step> latestUndoable(Connection& connection);
std::optional<Step> latestRedoable(Connection& connection);
bool canBeUndone(Connection& connection, std::int64_t sequence);
bool inForce(Connection& connection, std::int64_t sequence);

// Where the chain breaks: entries altered, dropped or out of place.
std::vector<Message> faultsInChain(Connection& connection);
// The chain's last entry as "sequence:hash", noted in every backup.
std::string chainHead(Connection& connection);

} // namespace twelvefold::store
