// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/frameworks.h"
#include "store/store.h"

// Forms that are still being written. Functions that write want an open transaction.
namespace twelvefold::store {

void writeDraft(Connection& connection, FrameworkShelf& frameworks, const Assessment& draft);
// Gives every draft the hash of what it holds: those of before there were any.
void giveDigests(Connection& connection);
void eraseDraft(Connection& connection, ChildId child, const std::string& author);
std::optional<Assessment> readDraft(Connection& connection, FrameworkShelf& frameworks,
                                    ChildId child, const std::string& author);
std::vector<Store::DraftRow> readDraftRows(Connection& connection);

} // namespace twelvefold::store
