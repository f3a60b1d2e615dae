// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/schema.h"
#include "store/store.h"

#include <memory>

// The schema that a version should have, and what a file has otherwise.
namespace twelvefold::store {

// An empty database in memory, made by the migrations: what a file is compared with.
std::unique_ptr<Connection> freshDatabase(std::span<const Migration> steps);

// Tables and indexes that are missing, altered or too many; triggers and views, which a store has
// none of.
std::vector<Message> schemaFaults(Connection& connection, Connection& fresh);

// Whether it has every table as it should be, whatever else differs: then its records and its audit
// can be looked at.
bool hasTablesOf(Connection& connection, Connection& fresh);

// Records that break a CHECK of their table. Asked by queries of our own: SQLite does not even read
// the CHECKs of a file that was opened for reading only, so PRAGMA integrity_check skips them
// there.
std::vector<Message> constraintFaults(Connection& connection, Connection& fresh);

// The conditions of the CHECKs in a CREATE TABLE, without their parentheses.
std::vector<std::string> checksIn(std::string_view createTable);

} // namespace twelvefold::store
