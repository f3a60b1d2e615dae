// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/store.h"

// Complete copies of a store: backups, and stores made from them.
namespace twelvefold::store {

enum class Copy
{
    backup, // marked as one until somebody works in it
    store
};

// Nothing is left behind when it fails. What may be replaced has been looked at before.
Result<Done> copyStore(Connection& connection, const std::filesystem::path& to, Copy made,
                       Store::Existing existing);

// Why a backup may not take the place of what stands at its name, if so.
std::optional<Message> whyNotReplaced(const std::filesystem::path& name, Connection& byCopyOf,
                                      const std::function<bool()>& isSound);

// A backup that is opened to be worked in is one no more.
void becomeAStore(Connection& connection);

Result<Done> restoreStore(const std::filesystem::path& backup, const std::filesystem::path& to);

// Copies a whole database, page by page, over another.
void copyPages(Connection& from, Connection& to);
std::unique_ptr<Connection> copyInMemory(Connection& connection);

} // namespace twelvefold::store
