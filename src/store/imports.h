// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/store.h"

// What was brought in, as the audit trail tells it: what an undo takes away is told nowhere else.
namespace twelvefold::store {

std::vector<BroughtIn> readImports(Connection& connection);
std::optional<BroughtIn> readImport(Connection& connection, std::int64_t id);
std::optional<SeenBefore> readSeenBefore(Connection& connection, std::string_view sha256);

} // namespace twelvefold::store
