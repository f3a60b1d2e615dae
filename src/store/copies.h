// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/store.h"

// Complete copies of a store: backups, and stores made from them.
namespace twelvefold::store {

// Refuses to replace a file; nothing is left behind when it fails.
Result<Done> copyStore(Connection& connection, const std::filesystem::path& to);
Result<Done> restoreStore(const std::filesystem::path& backup, const std::filesystem::path& to);

// Copies a whole database, page by page, over another.
void copyPages(Connection& from, Connection& to);
std::unique_ptr<Connection> copyInMemory(Connection& connection);

} // namespace twelvefold::store
