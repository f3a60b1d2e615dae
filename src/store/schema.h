// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace twelvefold::store {

// "12fd" in the database's header says that a file is a store of ours.
inline constexpr std::int64_t kApplicationId = 0x31326664;

// One step from a version of the schema to the next: the step at index i leads to version i + 1.
struct Migration
{
    std::string_view name;
    std::string_view sql;
};
// What of it brings records along rather than tables: can be run again, over those that a repair
// puts back as an earlier version knew them.
std::string recordsPart(const Migration& step);
// Those compiled in, from resources/migrations.
std::vector<Migration> migrations();

std::int64_t schemaVersion(Connection& connection);

// Whether it keeps a write-ahead log beside it, as another program may have had it do.
bool hasLog(Connection& connection);

// The names of a table's columns, in its order.
std::vector<std::string> columnsOf(Connection& connection, std::string_view table);

// Settings that hold for a connection, not for the file.
void prepareConnection(Connection& connection);

// The tables whose changes are recorded as changesets and whose records are held to the audit: all
// but the audit, the drafts and what the store says of itself.
std::span<const char* const> recordedTables();

// Those of unfinished forms: only their removal is recorded, as part of an edit.
std::span<const char* const> draftTables();
// Those that a needs framework is made of.
std::span<const char* const> frameworkTables();

// The indexes of the recorded tables, for a bulk fill to drop and make again.
struct Index
{
    std::string name;
    std::string sql;
};
std::vector<Index> indexesOfRecordedTables(Connection& connection);

} // namespace twelvefold::store
