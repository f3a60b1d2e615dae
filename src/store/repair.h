// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/schema.h"
#include "store/store.h"

#include <vector>

namespace twelvefold::store {

// How a store that broke an invariant can be put right: the entries of its audit that still have
// what it lacks. An earlier version of the program let an undo take the needs framework away.
// steps: the versions of the schema that are known.
struct Remedy
{
    std::vector<std::int64_t> entries; // one for each framework that is gone or broken
    Message what;                      // "the needs framework, as it was brought in on 31 Mar 2026"
};
std::optional<Remedy> remedyFor(Connection& connection, std::span<const Migration> steps);

// Puts it back inside the open transaction, with an entry of its own that no undo reaches.
void putRight(Connection& connection, const Remedy& remedy, const std::string& author,
              std::span<const Migration> steps);

} // namespace twelvefold::store
