// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/output_file.h"
#include "store/connection.h"
#include "store/store.h"

#include <functional>

// Complete copies of a store: backups, and stores made from them.
namespace twelvefold::store {

enum class Copy
{
    backup, // marked as one until somebody works in it
    store
};

// Copies to a name where nothing is; nothing is left behind when it fails. The first is still to be
// put in place by commit().
Result<files::OutputFile> madeCopy(Connection& connection, const std::filesystem::path& to,
                                   Copy made);
Result<Done> copyStore(Connection& connection, const std::filesystem::path& to, Copy made);

// The same in place of what stands there, if anything, unless whyNot says why not. Nobody can begin
// to work in that from before it is asked until it is replaced.
using WhyNot = std::function<std::optional<Message>()>;
Result<Done> replaceByCopy(Connection& connection, const std::filesystem::path& to, Copy made,
                           const WhyNot& whyNot);

// Why a backup may not take the place of what stands at its name, if so.
std::optional<Message> whyNotReplaced(const std::filesystem::path& name, Connection& byCopyOf,
                                      const std::function<bool()>& isSound);

// A backup that is opened to be worked in is one no more.
void becomeAStore(Connection& connection);

// Copies a whole database, page by page, over another.
void copyPages(Connection& from, Connection& to);
std::unique_ptr<Connection> copyInMemory(Connection& connection);

} // namespace twelvefold::store
